import { datesAsked } from '../questions/dates.ts';
import type { Day } from '../text/edtf.ts';
import { periodOf } from './commands-meant.ts';
import type { Question } from './question.ts';

/*
 * "And with Putin?", "in 2018?", "what did he say about it?", "shorter": what goes on with the question before it. Told by the few
 * words with which one goes on in English; anything else is a question of its own.
 */

const GOES_ON = /^(?:(?:and|but|or|so)\b[\s,]*)?(?:what about|how about|and)?\b[\s,:]*/i;
const PREPOSITION = /^(with|about|on|in|at|since|before|after|until|during|from|between)\b\s*/i;
/** More words than this are a question of their own. */
const MOST_WORDS = 6;
const LENGTHS: Readonly<Record<string, 'short' | 'long'>> = {
  shorter: 'short',
  short: 'short',
  longer: 'long',
  more: 'long',
};

/** What a line means after a question; null where it does not go on with it. */
export function inContext(typed: string, before: Question, today: Day): Question | null {
  const line = typed.trim().replace(/[?.!\s]+$/u, '');
  if (line === '' || line.startsWith('/') || before.command === 'help') return null;
  const length = LENGTHS[line.toLowerCase()];
  if (length) return before.command === 'summary' ? { ...before, length } : null;
  const opening = GOES_ON.exec(line)?.[0] ?? '';
  const rest = line.slice(opening.length);
  const preposition = PREPOSITION.exec(rest)?.[1]?.toLowerCase() ?? null;
  const isShort = rest.split(/\s+/).length <= MOST_WORDS;
  if (rest !== '' && isShort && (opening !== '' || preposition !== null) && !ASKS.test(rest))
    return changed(before, rest, preposition, today);
  return withPronouns(line, before, today);
}

/** Whoever asks with a question word or a verb asks anew. */
const ASKS =
  /^(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|can|could|will)\b/i;

function changed(before: Question, rest: string, preposition: string | null, today: Day): Question | null {
  const dates = datesAsked(rest, today);
  const undated = dates.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), rest);
  if (dates.length > 0 && undated.replace(PREPOSITION, '').trim() === '') {
    if (before.command === 'ask') return { ...before, words: `${withoutDates(before.words, today)} ${rest}` };
    if (!('about' in before || 'person' in before || 'who' in before)) return null;
    const { since: _since, until: _until, ...timeless } = before as Extract<Question, { command: 'met' }>;
    return { ...timeless, ...periodOf({ dates }) };
  }
  const name = rest.replace(PREPOSITION, '').trim();
  switch (before.command) {
    case 'met':
      return preposition === 'with' ? { ...before, with: name } : { ...before, person: name };
    case 'quote':
      return preposition === null ? { ...before, who: name } : { ...before, about: name };
    case 'network':
      return { ...before, person: name };
    case 'summary':
    case 'timeline':
    case 'compare':
      return { ...before, about: name };
    case 'ask':
      return { ...before, words: wordsChanged(before.words, rest, preposition) };
    default:
      return null;
  }
}

/** In plain words: the same preposition's words give way, else those of the first name; else it is added. */
function wordsChanged(words: string, rest: string, preposition: string | null): string {
  const plain = words.replace(/[?.!\s]+$/u, '');
  if (preposition !== null) {
    const same = new RegExp(`\\b${preposition}\\b.*$`, 'iu');
    return same.test(plain) ? plain.replace(same, rest) : `${plain} ${rest}`;
  }
  const name = nameIn(plain);
  return name ? plain.replace(name, rest) : `${plain} ${rest}`;
}

const withoutDates = (words: string, today: Day): string =>
  datesAsked(words, today)
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), words)
    .replace(/\b(?:in|on|since|before|after|until|during|from)\s*[?.!\s]*$/iu, '')
    .replace(/[?.!\s]+$/u, '');

/** A run of words with capitals that does not begin the question. */
const nameIn = (words: string): string | null =>
  /(?<=\S\s)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*/u.exec(words)?.[0] ?? null;

function withPronouns(line: string, before: Question, today: Day): Question | null {
  if (nameIn(line) !== null) return null;
  const subject = subjectOf(before);
  const topic = topicOf(before);
  const words = line
    .replace(/\b(?:he|she|they|him|them)\b/i, (pronoun) => subject ?? pronoun)
    .replace(/\b(?:his|her|their)\b/i, (pronoun) => (subject === null ? pronoun : `${subject}'s`))
    .replace(/\b(about|on|to|of) (?:it|that|this)\b/i, (said, preposition: string) =>
      topic === null ? said : `${preposition} ${topic}`,
    );
  return words === line ? null : { command: 'ask', words, asOf: today };
}

function subjectOf(before: Question): string | null {
  if (before.command === 'met' || before.command === 'network') return before.person ?? null;
  if (before.command === 'quote' || before.command === 'verify') return before.who ?? null;
  if (before.command === 'ask') return nameIn(before.words);
  return 'about' in before && typeof before.about === 'string' ? before.about : null;
}

function topicOf(before: Question): string | null {
  if (before.command === 'quote') return before.about ?? null;
  if (before.command === 'met') return before.topic ?? before.with ?? null;
  if (before.command === 'ask') return /\b(?:about|on)\s+(.+?)[?.!\s]*$/iu.exec(before.words)?.[1] ?? null;
  return 'about' in before && typeof before.about === 'string' ? before.about : null;
}
