import { isBody, isPeople, isPost } from './roles.ts';
import { NOUNS } from './triggers.ts';
import type { Part, Word } from './words.ts';

/** A stretch of a sentence's words: from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** No noun phrase is followed for longer than this: it keeps the work linear whatever the sentence. */
const REACH = 60;

const NOMINAL = new Set(['name', 'country', 'noun', 'determiner', 'possessive']);
const isNominal = (word: Word | undefined): boolean => word !== undefined && NOMINAL.has(word.part);

/** The subject of the verb at `verb`: the noun phrase before it, or before the verb that this one hangs on. Null where there is none. */
export function subjectOf(words: readonly Word[], verb: number, depth = 0): Range | null {
  if (depth > 4) return null;
  let i = skipBack(words, verb - 1);
  const comma = words[i]?.part === 'comma';
  if (comma) i--;
  const last = words[i];
  if (!last || verb - i > REACH) return null;
  if (last.part === 'pronoun') return { from: i, to: i + 1 };
  if (last.part === 'relative') {
    if (/^(?:who|which|that)$/.test(last.lower))
      return phraseEndingAt(words, words[i - 1]?.part === 'comma' ? i - 1 : i);
    return subjectOfOuter(words, i, verb, depth);
  }
  if (!isNominal(last) || last.part === 'determiner') return subjectOfOuter(words, i, verb, depth);
  // "who is in Doha meeting with the emir", "who is in Doha, Qatar, meeting with him"
  const within = last.mention?.type === 'place' && /^(?:comma|preposition)$/.test(words[i - 1]?.part ?? '');
  const phrase = phraseEndingAt(words, i + 1, comma);
  // "Zarif, who is in Moscow, met": what stands between the commas is about the subject before them.
  if (comma || within) {
    const who = openRelative(words, i);
    if (who !== null) return phraseEndingAt(words, who);
  }
  // "held in Accra, Ghana, was": the country tells where the city lies
  const isPlace = (word: Word | undefined) => word?.mention?.type === 'place' || word?.part === 'country';
  if (comma && isPlace(last) && words[i - 1]?.part === 'comma' && isPlace(words[i - 2])) return null;
  if (phrase === null) return null;
  // "X visited Cairo and the next day met Y", "flew to Rome to meet Y": what stands before the verb is no subject.
  return phrase;
}

/** Back over auxiliaries, adverbs and dates to the last word of what stands before a verb. */
function skipBack(words: readonly Word[], from: number): number {
  let i = from;
  for (;;) {
    const word = words[i];
    if (word?.part === 'auxiliary' || word?.part === 'adverb') i--;
    else if (word?.lower === 'since' && words[i - 1]?.part === 'auxiliary') i--;
    else if (word?.part === 'date') {
      i--;
      if (words[i]?.part === 'preposition') i--;
      if (words[i]?.part === 'comma' && words[i + 1]?.part !== 'comma') i--;
    } else if (word?.part === 'comma' && /^(?:date|adverb)$/.test(words[i - 1]?.part ?? '')) i--;
    else return i;
  }
}

/** Where an infinitive, a participle or a second verb takes its subject from: the verb before it, or the clause that follows. */
function subjectOfOuter(words: readonly Word[], at: number, verb: number, depth: number): Range | null {
  for (let i = Math.min(at, verb - 1); i >= 0 && verb - i < REACH; i--) {
    const word = words[i];
    // "is due to meet", "are to meet"
    if (word?.part === 'verb' || word?.part === 'auxiliary') return subjectOf(words, i, depth + 1);
    // "with Cairo deciding to enter talks"
    if (/\p{Ll}ing$/u.test(word?.lower ?? '') && /^(?:name|country)$/.test(words[i - 1]?.part ?? ''))
      return { from: i - 1, to: i };
    if (word?.part === 'stop') break;
  }
  return subjectAfter(words, verb);
}

/** "After meeting the king, the envoy left": the noun phrase behind the comma, before the next verb. */
export function subjectAfter(words: readonly Word[], at: number): Range | null {
  let comma = -1;
  for (let i = at + 1; i < words.length && i - at < REACH; i++) {
    const part = words[i]?.part;
    if (part === 'stop') return null;
    if (part === 'comma') comma = i;
    if ((part === 'verb' || part === 'auxiliary') && comma >= 0) return subjectOf(words, i, 4);
  }
  return null;
}

function openRelative(words: readonly Word[], at: number): number | null {
  for (let i = at; i > 0 && at - i < 25; i--) {
    const word = words[i];
    if (word?.part === 'stop') return null;
    if (words[i - 1]?.part === 'comma' && /^(?:who|which|whose|where)$/.test(word?.lower ?? '')) return i - 1;
  }
  return null;
}

/** The longest stretch of noun phrases, prepositions and commas that ends before `to`; is it closed by a comma? */
export function phraseEndingAt(words: readonly Word[], to: number, closed = false): Range | null {
  let from = to;
  while (from > 0 && to - from < REACH) {
    const word = words[from - 1];
    if (!word) break;
    const inside =
      isNominal(word) || /^(?:preposition|comma|and|date)$/.test(word.part) || /^(?:including|then)$/.test(word.lower);
    // "a delegation led by the minister", "the king, accompanied by the queen,"
    const led =
      /^(?:led|headed|chaired|backed|accompanied|joined|flanked)$/.test(word.lower) && words[from]?.lower === 'by';
    if (!inside && !led) break;
    from--;
  }
  const introduced = /^(?:since|after|before|following|while|when|although|as|if|amid|despite|until|though|because)$/;
  // "after Powell, the chief of staff, returned"
  const aside = closed && words.slice(from, to).filter((word) => word.part === 'comma').length === 1;
  const clause = !aside && introduced.test(words[from - 1]?.lower ?? '');
  return from < to ? clausePart({ from, to }, words, clause) : null;
}

/** Drops what introduces a clause: "On Friday, ", "In the capital, ", "Ahead of the summit, ". */
function clausePart(range: Range, words: readonly Word[], introduced: boolean): Range | null {
  let { from } = range;
  const commaAfter = (at: number) => nextOf(words, 'comma', at + 1, range.to);
  if (introduced || /^\p{Ll}*ing$/u.test(words[from]?.lower ?? '')) from = commaAfter(from) + 1 || from;
  for (;;) {
    const first = words[from];
    if (!first || from >= range.to) return null;
    if (/^(?:comma|and|adverb|date|stop|relative)$/.test(first.part)) from++;
    else if (first.part === 'preposition') {
      const next = words[from + 1];
      if (next?.part === 'date') from += 2;
      else {
        const comma = commaAfter(from);
        if (comma < 0) return null;
        from = comma + 1;
      }
    } else return { from, to: range.to };
  }
}

/** Those who are sent to somebody. */
const SENT =
  /^(?:ambassador|envoy|advis[eo]r|representative|aide|delegate|delegation|emissary|nuncio|consul|mission)s?$/;
/** The position of the next word that plays this part, before `to`; -1 where there is none. */
export function nextOf(words: readonly Word[], part: Part, from: number, to: number): number {
  for (let i = from; i < to; i++) if (words[i]?.part === part) return i;
  return -1;
}

const ATTACHED_TO_POST = /^(?:to|for|from|on|in)$/;

/**
 * The noun phrases that begin at `from`: "the foreign ministers of A, B and C", "Lavrov, the minister,". It ends before a
 * verb, a preposition that starts another part of the clause, or a comma after which a new clause begins. After
 * "between" an "and" always joins.
 */
export function phraseFrom(words: readonly Word[], from: number, between = false): Range | null {
  let to = countFrom(words, from);
  let separator = -1;
  let led = false;
  if (words[from]?.part === 'pronoun') return { from, to: from + 1 };
  for (; to < words.length && to - from < REACH; to++) {
    const word = words[to];
    if (!word) break;
    if (word.part === 'comma' || word.part === 'and') {
      // "Ann Lee, of the local paper,"
      if (words[to - 1]?.mention?.type === 'person' && words[to + 1]?.lower === 'of' && isNominal(words[to + 2])) {
        to++;
        continue;
      }
      if (!/^(?:name|country|noun|determiner|and|date)$/.test(words[to + 1]?.part ?? '')) break;
      if (words[to + 1]?.part === 'date') break;
      separator = separator === to - 1 && separator >= 0 ? separator : to;
      continue;
    }
    // "called the king | a fool"
    if (word.part === 'determiner' && to > from && /^(?:name|noun|country)$/.test(words[to - 1]?.part ?? '')) break;
    if (isNominal(word)) continue;
    if (word.part === 'preposition' && attaches(words, to)) continue;
    if (isLed(words, to)) {
      led = true;
      to++;
      continue;
    }
    break;
  }
  // "met Lavrov, Interfax reported"; "met Lavrov and Kerry left": the last part is the next clause's subject.
  const next = words[to];
  if ((between || led) && words[separator]?.part === 'and') return { from, to };
  if (separator > from && (next?.part === 'verb' || next?.part === 'auxiliary' || next?.part === 'pronoun'))
    to = separator;
  return to > from ? { from, to } : null;
}

/** "more than | 40 groups": where the number begins. */
export function countFrom(words: readonly Word[], at: number): number {
  const [first = '', second = ''] = [words[at]?.lower, words[at + 1]?.lower];
  return /^(?:(?:more|fewer|less) than|at least|up to)$/.test(`${first} ${second}`) ? at + 2 : at;
}

/** "a delegation | led by | the minister" */
const isLed = (words: readonly Word[], at: number): boolean =>
  /^(?:led|headed|chaired)$/.test(words[at]?.lower ?? '') &&
  words[at + 1]?.lower === 'by' &&
  words[at - 1]?.part === 'noun' &&
  (isBody(words[at - 1]?.lower ?? '') || isPeople(words[at - 1]?.lower ?? ''));

/** Does the preposition belong to the noun before it: "minister of", "ambassador to", "delegation from", "committee on"? */
function attaches(words: readonly Word[], at: number): boolean {
  const preposition = words[at]?.lower ?? '';
  const before = words[at - 1];
  const next = words[at + 1];
  if (next?.part === 'date' || !isNominal(next)) return false;
  if (preposition === 'of') return true;
  if (!ATTACHED_TO_POST.test(preposition) || before?.part !== 'noun') return false;
  if (preposition === 'in') return false;
  // "Ann Lee, spinner from Leeds": whatever it is, she is it
  if (words[at - 2]?.part === 'comma' && words[at - 3]?.mention?.type === 'person') return preposition !== 'on';
  if (preposition === 'on') return isBody(before.lower);
  const talks = [at + 1, at + 2].some((i) => NOUNS.some(({ noun }) => noun.test(words[i]?.lower ?? '')));
  if (preposition === 'for' && talks && before.lower !== 'delegation') return false;
  if (preposition === 'for') return isPost(before.lower) || before.lower === 'delegation';
  if (preposition === 'to')
    return (
      SENT.test(before.lower) && (next?.part !== 'determiner' || /^(?:name|country)$/.test(words[at + 2]?.part ?? ''))
    );
  return isPeople(before.lower) || isBody(before.lower);
}
