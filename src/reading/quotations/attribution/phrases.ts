import { cueOf } from '../cues.ts';
import type { Item, Outline } from '../outline.ts';
import {
  AUXILIARIES,
  BETWEEN,
  CLAUSE_WORDS,
  DAYS,
  DETERMINERS,
  isSpeakerNoun,
  PREPOSITIONS,
  PRONOUNS,
} from './words.ts';

/** Words that stand for a speaker: from the first to (excluded) the last item. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** The item of the name that is meant; −1 where no name stands there. */
  readonly name: number;
  /** The noun or pronoun that stands there instead, in lower case. */
  readonly head: string;
  /** Its item. */
  readonly headAt: number;
}

const MODIFIER_LIMIT = 12;

/** "Several said", "four in ten say": people who are only counted. */
const COUNTED = /^(?:some|several|many|others|most|both|few|none|half|one|another)$/;

/** The phrase whose last item is `last`, not reaching before `low`; null where none can end there. */
export function phraseEndingAt(outline: Outline, last: number, low: number): Phrase | null {
  const { items } = outline;
  const item = items[last];
  if (!item || last < low) return null;
  if (item.kind === 'name') return withComplement(outline, nameBefore(outline, last, low), last, low);
  if (item.kind === 'number' || COUNTED.test(item.word))
    return { from: last, to: last + 1, name: -1, head: item.word, headAt: last };
  if (item.kind !== 'word') return null;
  if (PRONOUNS.has(item.word)) return { from: last, to: last + 1, name: -1, head: item.word, headAt: last };
  if (!isNounLike(item)) return null;
  const from = modifiersBefore(items, last, low);
  return withComplement(outline, { from, to: last + 1, name: -1, head: item.word, headAt: last }, last, low);
}

const nameBefore = ({ items }: Outline, last: number, low: number): Phrase => ({
  from: modifiersBefore(items, last, low),
  to: last + 1,
  name: last,
  head: '',
  headAt: last,
});

/** "a spokesman for the ministry", "officials in Washington": the noun before the preposition speaks. */
function withComplement(outline: Outline, phrase: Phrase, last: number, low: number): Phrase {
  const { items } = outline;
  const preposition = items[phrase.from - 1];
  const noun = items[phrase.from - 2];
  if (
    !preposition ||
    !noun ||
    phrase.from - 2 < low ||
    !/^(?:of|for|from|in|at|with|to|on|and)$/.test(preposition.word)
  )
    return phrase;
  // "the foreign minister of Iraq Ibrahim al-Jaafari": a person named right behind another name is meant himself.
  const before = items[last - 1];
  if (phrase.name >= 0 && isPerson(outline, last) && before?.kind === 'name') return phrase;
  if (preposition.word === 'and') {
    // "Rojas and Haddad wrote": both.
    const both = phrase.name >= 0 && isPerson(outline, phrase.name) && isPerson(outline, phrase.from - 2);
    return both ? { ...phrase, from: nameBefore(outline, phrase.from - 2, low).from } : phrase;
  }
  if (noun.kind === 'name' && preposition.word === 'of' && isPerson(outline, phrase.from - 2)) {
    return { ...nameBefore(outline, phrase.from - 2, low), to: phrase.to };
  }
  const speaks =
    isSpeakerNoun(noun.word) || (preposition.word === 'of' && isNounLike(noun) && cueOf(noun.word) === undefined);
  if (noun.kind !== 'word' || !speaks) return phrase;
  const from = modifiersBefore(items, phrase.from - 2, low);
  return withComplement(
    outline,
    { from, to: phrase.to, name: -1, head: noun.word, headAt: phrase.from - 2 },
    phrase.from - 2,
    low,
  );
}

/** Back over adjectives, titles and possessors to where the phrase begins. */
export function modifiersBefore(items: readonly Item[], last: number, low: number): number {
  let from = last;
  while (from > low && last - from < MODIFIER_LIMIT) {
    const before = items[from - 1];
    if (!before || !isModifier(before)) break;
    from--;
    if (DETERMINERS.has(before.word)) break;
  }
  return from;
}

function isModifier(item: Item): boolean {
  if (item.kind === 'name' || item.kind === 'number') return true;
  if (item.kind !== 'word') return false;
  if (item.word === "'s" || item.word === '’s' || item.word === '’' || item.word === "'") return true;
  return isNounLike(item) || (DETERMINERS.has(item.word) && item.word !== 'that');
}

/** Could be a noun or an adjective: whatever is not known to be something else. */
function isNounLike({ kind, word, capital }: Item): boolean {
  if (kind !== 'word') return false;
  if (DETERMINERS.has(word) || PREPOSITIONS.has(word) || CLAUSE_WORDS.has(word) || AUXILIARIES.has(word)) return false;
  if (PRONOUNS.has(word) || BETWEEN.has(word) || (DAYS.has(word) && word !== 'may' && word !== 'march')) return false;
  if (isSpeakerNoun(word)) return true;
  if (capital) return true;
  if (word.endsWith('ly') && word !== 'family' && word !== 'daily') return false;
  const cue = cueOf(word);
  return cue === undefined || cue.noun;
}

/** The phrase that begins at `first` and ends before `high`; null where none can begin there. */
export function phraseStartingAt(outline: Outline, first: number, high: number): Phrase | null {
  const { items } = outline;
  const item = items[first];
  if (!item || first >= high) return null;
  if (PRONOUNS.has(item.word) && !['him', 'her', 'them', 'who'].includes(item.word)) {
    return { from: first, to: first + 1, name: -1, head: item.word, headAt: first };
  }
  let to = first;
  let name = -1;
  let headAt = -1;
  let complement = false;
  for (; to < high && to - first < 2 * MODIFIER_LIMIT; to++) {
    const next = items[to];
    if (!next) break;
    if (next.kind === 'name') {
      const possessive = isPossessive(items[to + 1]);
      // "former secretary of state Ana Rojas": the title goes on to the name.
      const titled = items[to - 1]?.kind === 'word' && items[to - 2]?.word === 'of' && !items[to - 1]?.capital;
      const free = !complement || items[to - 1]?.kind === 'name' || (titled && isPerson(outline, to));
      // "said Clinton spokesman Ali Haddad": the person nearest to the noun.
      const better = name < 0 || headAt > name || (isPerson(outline, to) && !isPerson(outline, name));
      if (!possessive && free && better) name = to;
      continue;
    }
    if (isPossessive(next)) continue;
    const closer = /^(?:to|with)$/.test(next.word) && CLOSE_TO.test(items[to - 1]?.word ?? '');
    if ((closer || /^(?:of|for|from|at)$/.test(next.word)) && to > first) {
      if (name >= 0 && isPerson(outline, name)) break;
      complement = true;
      continue;
    }
    if (
      next.word === 'and' &&
      (name < 0 || !isPerson(outline, name)) &&
      to > first &&
      leadsToPerson(outline, to + 1, high)
    )
      continue;
    // "a Wednesday editorial"
    if (DAYS.has(next.word) && to > first && DETERMINERS.has(items[to - 1]?.word ?? '')) continue;
    if (!isModifier(next)) break;
    // "a man calling himself", "the chief known as": what follows the noun only describes it.
    const counted = headAt === first && COUNTED.test(item.word);
    if (headAt >= 0 && !counted && !next.capital && /(?:[^k]ing|ed|known)$/.test(next.word)) break;
    if (to > first && DETERMINERS.has(next.word) && !complement) break;
    if (
      !complement &&
      (isNounLike(next) ||
        (to === first && /^(?:one|some|many|several|two|three|most|both|each|others)$/.test(next.word)))
    )
      headAt = to;
  }
  // "the authors of the “…”": nothing of what is left open.
  while (to > headAt + 1 && to > name + 1 && /^(?:of|for|from|at|to|with|the|an?|and)$/.test(items[to - 1]?.word ?? ''))
    to--;
  if (to <= first) return null;
  // "said the foreign minister of Chile, Ana Rojas."
  const named = items[to + 1];
  if (name < 0 && items[to]?.word === ',' && named?.kind === 'name' && isPerson(outline, to + 1)) {
    const behind = items[to + 2];
    if (to + 2 >= high || behind?.kind === 'mark' || behind?.kind === 'marked') {
      return { from: first, to: to + 2, name: to + 1, head: '', headAt: to + 1 };
    }
  }
  if (name >= 0 && headAt < name) return { from: first, to, name, head: '', headAt: name };
  if (headAt < 0) return null;
  return { from: first, to, name: -1, head: items[headAt]?.word ?? '', headAt };
}

/** "a person close to", "an adviser to": the phrase goes on. */
const CLOSE_TO = /^(?:close|familiar|advis[eo]rs?|aides?|ambassadors?|envoy|counsel|assistant|deputy)$/;

/** "former governor and| party chairman Ali Haddad": does the title go on to a name? */
function leadsToPerson(outline: Outline, from: number, high: number): boolean {
  for (let i = from; i < high && i - from < 7; i++) {
    const item = outline.items[i];
    if (item?.kind === 'name') {
      if (isPerson(outline, i)) return i > from;
    } else if (!item || !isModifier(item)) return false;
  }
  return false;
}

export const isPossessive = (item: Item | undefined): boolean => item?.word === "'s" || item?.word === '’s';

/** Does a person's name stand at this item? */
export function isPerson({ items, meant }: Outline, at: number): boolean {
  const item = items[at];
  return item?.kind === 'name' && meant[item.index]?.type === 'person';
}
