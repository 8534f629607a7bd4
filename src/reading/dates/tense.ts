import type { Span } from '../../text/span.ts';

export type Tense = 'past' | 'future';

// Words that put what follows them into the future: "will meet", "until", "the deadline".
const FUTURE = new Set(
  (
    "will won't shall may might can could should would must until till deadline upcoming forthcoming ahead effective " +
    'beginning starting invited invites begins starts opens resumes arrives leaves visits meets meet'
  ).split(' '),
);
// These do so only before "to": "hopes to open", "is to meet", but not "signed a plan".
const BEFORE_TO = new Set(
  'expects plan plans planning hopes hope intends intend wants want agreed ready needs need going about is are be was were'.split(
    ' ',
  ),
);
// And these before any preposition of time: "due on Monday", "set for May".
const ARRANGED = new Set('due scheduled expected set planned slated'.split(' '));
const PREPOSITION = /^(?:to|for|in|on|at|by|this|next)$/;
const PAST = new Set(
  (
    'said was were had did told met held came went took made gave left began fell rose won lost saw sent spoke flew ' +
    'shot kept led ran sold bought wrote hit got found paid has have been sat drew broke became stood fought brought ' +
    'thought put says saying since'
  ).split(' '),
);
// A new clause may have a tense of its own.
const CLAUSE = new Set(
  'that which who where when while after before but and as because although , ; : – — " “ ”'.split(' '),
);
const QUOTE = /[“”"`]/;

/** How far before and after a date its verb is looked for, in characters. */
const REACH = 220;

/**
 * The tense of the clause that the words at `where` stand in: "will meet on [Monday]" is future, "he said [Friday] it would"
 * past. Null where no verb near them tells.
 */
export function tenseAt(text: string, where: Span, sentence: Span): Tense | null {
  const before = text.slice(Math.max(sentence.start, where.start - REACH), where.start);
  return lastTense(before) ?? firstTense(text.slice(where.end, Math.min(sentence.end, where.end + REACH)));
}

const WORDS = /[\p{L}'’]+|[,;:–—"“”`]/gu;

function lastTense(clause: string): Tense | null {
  let tense: Tense | null = null;
  let open = false;
  let previous = '';
  for (const [word] of clause.toLowerCase().matchAll(WORDS)) {
    const told = tenseOf(word, previous);
    if (CLAUSE.has(word)) open = false;
    else if (told === 'future') {
      tense = told;
      open = true;
    } else if (
      told === 'past' &&
      !(open && (/^(?:been|have|has)$|ed$/.test(word) || /^(?:be|been|have|has|being)$/.test(previous)))
    )
      tense = told;
    previous = word;
  }
  return tense;
}

function firstTense(clause: string): Tense | null {
  let previous = '';
  for (const [word] of clause.toLowerCase().matchAll(WORDS)) {
    if (QUOTE.test(word)) return null;
    const told = tenseOf(word, previous);
    if (told) return told;
    previous = word;
  }
  return null;
}

function tenseOf(word: string, previous: string): Tense | null {
  if (FUTURE.has(word) || /['’]ll$/.test(word)) return 'future';
  if (word === 'to' && BEFORE_TO.has(previous)) return 'future';
  // "set for Monday", but "a record set on Monday"
  if (PREPOSITION.test(word) && ARRANGED.has(previous) && !(previous === 'set' && word === 'on')) return 'future';
  if (PAST.has(word) || (word.length > 3 && word.endsWith('ed'))) return 'past';
  return null;
}
