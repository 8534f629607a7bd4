import { type Span, span, trimmed } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { DateMention, Place } from '../reading.ts';
import { phraseFrom, type Range } from './phrases.ts';
import { NOUNS } from './triggers.ts';
import type { Word } from './words.ts';

/** What follows the words that tell a meeting: with whom, where, when, about what. */
export interface Circumstances {
  readonly others: readonly Range[];
  readonly place: Place | null;
  readonly date: DateMention | null;
  readonly topic: Span | null;
  /** "by phone", "in a phone call" */
  readonly byPhone: boolean;
  /** The last word of "for talks", where that follows. */
  readonly talks: number | null;
}

/** "on the sidelines of the summit" */
const BESIDE = /^(?:sidelines?|margins?|fringes?|occasion|eve|arrival|behalf|condition)$/;
/** Where a meeting began or opened with somebody, they took part. */
export const BEGAN = /^(?:beg[au]n|opened)$/;
const TOPIC = /^(?:on|over|about|regarding|concerning)$/;
const WITH = /^(?:with|alongside)$/;
const WITH_NOUN = /^(?:with|between|among|of|by|alongside)$/;
const HELPED = /^(?:hosted|organi[sz]ed|brokered|mediated|convened|arranged|facilitated|sponsored)$/;
const DISCUSS = /^(?:discuss|discussing|negotiate|talk|address|review|explore|resolve)$/;
const REACH = 60;

/** Reads on from `start`, as long as one prepositional phrase or date follows another. */
export function circumstancesAfter(
  document: ReadingDocument,
  words: readonly Word[],
  start: number,
  noun: boolean,
): Circumstances {
  const others: Range[] = [];
  let place: Place | null = null;
  let date: DateMention | null = null;
  let byPhone = false;
  let at = false;
  // "in the Urals or in Siberia", "not in Cairo": no place is told
  let either = false;
  let k = start;
  let talks: number | null = null;
  let topic: Span | null = null;
  const done = (last: Span | null): Circumstances => ({ others, place, date, topic: topic ?? last, byPhone, talks });
  while (k < words.length && k - start < REACH) {
    const word = words[k];
    const next = words[k + 1];
    if (!word) break;
    if (word.part === 'date') {
      date ??= word.date;
      k++;
    } else if (word.lower === 'instead') return done(null);
    else if (word.part === 'adverb') k++;
    else if (word.part === 'comma' || word.part === 'and') {
      const goesOn = /^(?:preposition|date|adverb)$/.test(next?.part ?? '') || DISCUSS.test(next?.lower ?? '');
      if (!goesOn) return done(null);
      if (word.lower === 'or') either = true;
      k++;
    } else if (DISCUSS.test(word.lower) && word.lower.endsWith('ing')) return done(topicFrom(document, words, k + 1));
    else if (word.part === 'preposition') {
      const phrase = phraseFrom(words, k + 1, word.lower === 'between');
      if (next?.part === 'date') k++;
      else if ((noun ? WITH_NOUN : WITH).test(word.lower)) {
        if (!phrase) return done(null);
        // who only lent the room or brought them together
        if (!(word.lower === 'by' && HELPED.test(words[k - 1]?.lower ?? ''))) others.push(phrase);
        k = phrase.to;
      } else if (/^(?:in|at|near|inside|outside)$/.test(word.lower) || (noun && word.lower === 'to')) {
        const call = next && callWithin(words, k + 1);
        if (call) {
          byPhone = true;
          k = call;
          continue;
        }
        const found = placeFrom(document, words, k + 1);
        if (!found && word.lower === 'to' && DISCUSS.test(next?.lower ?? ''))
          return done(topicFrom(document, words, k + 2));
        // "at the Great Hall of the People in Beijing": the city is the place.
        if (found && (place === null || (word.lower === 'in' && at))) place = found.place;
        if (either || /^not$/.test(words[k - 1]?.lower ?? '')) place = null;
        at = word.lower === 'at';
        const to = found?.to ?? phrase?.to;
        if (to === undefined) return done(null);
        k = to;
      } else if (word.lower === 'to') {
        return done(DISCUSS.test(next?.lower ?? '') ? topicFrom(document, words, k + 2) : null);
      } else if (
        /^(?:by|via|over|on)$/.test(word.lower) &&
        /^(?:phone|telephone|video|videolink)$/.test(lastOf(words, phrase))
      ) {
        byPhone = true;
        k = phrase?.to ?? k + 1;
      } else if (phrase && words.slice(k + 1, k + 3).some(({ lower }) => BESIDE.test(lower))) {
        k = phrase.to;
      } else if (TOPIC.test(word.lower)) {
        // "with the leader, now on trial": after a comma it is no more about the meeting
        if (words[k - 1]?.part === 'comma' || words[k - 2]?.part === 'comma') return done(null);
        // "the next session on trade of the commission will be held"
        const end = phrase && words[k + 2]?.lower === 'of' && words[k + 1]?.part === 'name' ? k + 2 : phrase?.to;
        const goesOn =
          noun &&
          end !== undefined &&
          /^(?:of|is|are|was|were|will|can|would|could|has|have)$/.test(words[end]?.lower ?? '');
        if (!goesOn) return done(topicFrom(document, words, k + 1));
        const [first, last] = [words[k + 1], words[end - 1]];
        if (first && last && !/^(?:territory|soil|land)$/.test(last.lower)) topic ??= span(first.start, last.end);
        k = end;
      } else if (word.lower === 'for') {
        const noun = nounWithin(words, k + 1);
        if (noun !== null) {
          talks ??= noun - 1;
          k = noun;
        } else if (phrase) k = phrase.to;
        else return done(null);
      } else if (word.lower === 'during' && phrase) k = phrase.to;
      else return done(null);
    } else if (noun && word.part === 'pronoun' && /^(?:had|held|has|have)$/.test(next?.lower ?? '')) {
      // "a discussion he had with the emir"
      others.push({ from: k, to: k + 1 });
      k += 2;
    } else if (noun && word.part === 'auxiliary') k++;
    // "the talks opened with a panel of four"
    else if (noun && BEGAN.test(word.lower) && next?.lower === 'with') k++;
    else if (
      noun &&
      /^(?:held|attended|chaired|hosted|convened|led|brokered|mediated|took|place|focused|aimed)$/.test(word.lower)
    )
      k++;
    else return done(null);
  }
  return done(null);
}

const lastOf = (words: readonly Word[], phrase: Range | null) => (phrase ? (words[phrase.to - 1]?.lower ?? '') : '');

/** "in a phone call": the position after it. */
function callWithin(words: readonly Word[], from: number): number | null {
  for (let i = from; i < from + 5; i++) {
    if (words[i]?.part === 'preposition') return null;
    if (/^(?:call|conversation|teleconference)$/.test(words[i]?.lower ?? '')) return i + 1;
  }
  return null;
}

/** "for peace talks": the position after the noun of meeting. */
function nounWithin(words: readonly Word[], from: number): number | null {
  for (let i = from; i < from + 4; i++) {
    const { lower = '', part } = words[i] ?? {};
    if (part !== 'noun' && part !== 'determiner') return null;
    if (NOUNS.some(({ noun }) => noun.test(lower))) return i + 1;
  }
  return null;
}

/** The place named at `from`: "Geneva", "the Iraqi capital Baghdad", "the Saudi city of Jeddah", "Brussels, Belgium". */
export function placeFrom(
  document: ReadingDocument,
  words: readonly Word[],
  from: number,
): { place: Place; to: number } | null {
  for (let i = from; i < from + 6; i++) {
    const word = words[i];
    if (!word || !/^(?:name|country|noun|determiner)$/.test(word.part)) {
      if (word?.lower === 'of' && i > from) continue;
      return null;
    }
    if (!isPlace(word)) continue;
    if (words[i + 1]?.part === 'possessive') return null;
    // "the Moscow region", "Paris Club": the noun behind makes it another thing
    if (words[i + 1]?.part === 'noun' && words[i + 1]?.capital) return null;
    const name = word.mention
      ? (document.entities[word.mention.entity]?.name ?? '')
      : document.text.slice(word.start, word.end);
    let to = i + 1;
    while (words[to]?.part === 'comma' && isPlace(words[to + 1])) to += 2;
    if (to > i + 1 && words[to]?.part === 'comma') to++;
    return { place: { ...span(word.start, word.end), name }, to };
  }
  return null;
}

export const isPlace = (word: Word | undefined): boolean =>
  word !== undefined &&
  (word.mention?.type === 'place' || (!word.mention && word.country !== null)) &&
  word.country?.as !== 'adjective';

/** The words from there to the end of the clause, without the date that may close it. */
export function topicFrom(document: ReadingDocument, words: readonly Word[], from: number): Span | null {
  if (TOPIC.test(words[from]?.lower ?? '')) return topicFrom(document, words, from + 1);
  let to = from;
  for (; to < words.length && to - from < REACH; to++) {
    const word = words[to];
    if (!word) break;
    if (word.part === 'stop' && !/^[`'"“”‘’(){}[\]]+$/.test(word.lower)) break;
    if (word.part === 'comma' && endsClause(words, to + 1)) break;
    if (/^(?:who|which|where|while|when|because|after|before)$/.test(word.lower)) break;
    if (word.lower === 'by' && /^(?:phone|telephone|video)$/.test(words[to + 1]?.lower ?? '')) break;
  }
  while (to > from && /^(?:date|comma|preposition)$/.test(words[to - 1]?.part ?? '')) to--;
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last || to <= from) return null;
  const where = trimmed(document.text, span(first.start, last.end));
  return where.end > where.start ? where : null;
}

/** Does a clause with a verb of its own follow the comma ("…, the ministry said")? A list does not end it. */
function endsClause(words: readonly Word[], from: number): boolean {
  for (let i = from; i < from + 7; i++) {
    const word = words[i];
    if (!word || word.part === 'stop') return false;
    if (word.part === 'relative') return true;
    if (word.part === 'verb' || word.part === 'auxiliary' || word.part === 'pronoun') return true;
    if (word.part === 'comma' || word.part === 'and') return false;
  }
  return false;
}
