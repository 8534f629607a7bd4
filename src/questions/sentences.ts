import type { StoredArticle } from '../archive/archive.ts';
import { indexedWordsIn, termsOfWord } from '../archive/index/terms.ts';
import type { MeetingReport, Quotation, Sentence } from '../reading/reading.ts';
import { type Span, slice } from '../text/span.ts';
import { spend } from '../text/work.ts';

/** A sentence with what has been read in it, as questions look at it. */
export interface ReadSentence {
  readonly at: number;
  readonly span: Sentence;
  readonly terms: readonly string[];
  /** Terms of the names of those who speak or meet in it, whatever it calls them: "he said" has its speaker's. */
  readonly implied: readonly string[];
  readonly words: number;
  /** Positions of numbers among its words. */
  readonly numbers: readonly number[];
  readonly hasDate: boolean;
  readonly dates: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** People who are named with their post. */
  readonly inPost: readonly string[];
  readonly commas: number;
  readonly quotations: readonly Quotation[];
  readonly meetings: readonly MeetingReport[];
  readonly hasCause: boolean;
  readonly folded: string;
}

export interface ReadArticle {
  readonly stored: StoredArticle;
  readonly headline: readonly string[];
  readonly sentences: readonly ReadSentence[];
}

/** Characters: a longer text is looked at no further in. */
const LONGEST_READ = 60_000;
/** Characters that are looked at at the cost of one unit of work. */
const CHARACTERS = 4;
const CAUSE =
  /\b(?:because|due to|owing to|over (?:the|his|her|its|their|a)|after|following|as a result|in response|so that|in order to|reason|prompted|accus\w+|citing|blam\w+|amid|since|triggered|sparked|angered|in retaliation|for (?:his|her|its|their|having|failing|refusing))\b/i;
const WEEKDAY_OR_MONTH =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|May \d|(?:19|20)\d\d)\b/;
const NUMBER_WORDS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|quarter|twice|third)$/;

const known = new WeakMap<StoredArticle, ReadArticle>();

/** An article's sentences as questions look at them; worked out once while the archive keeps the article open. */
export function readArticle(stored: StoredArticle): ReadArticle {
  const before = known.get(stored);
  if (before) return before;
  const { article, reading, card } = stored;
  const body = article.body.slice(0, LONGEST_READ);
  spend(body.length / CHARACTERS);
  const words = indexedWordsIn(body);
  const quotationsIn = walk(reading.quotations);
  const meetingsIn = walk(reading.meetings);
  const mentionsIn = walk(reading.mentions);
  const datesIn = walk(reading.dates);
  let next = 0;
  const sentences: ReadSentence[] = [];
  for (const span of reading.sentences) {
    if (span.end > body.length) break;
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < span.start) next++;
    const own: typeof words = [];
    for (let word = words[next]; word && word.start < span.end; word = words[++next]) own.push(word);
    const text = slice(body, span);
    const named = mentionsIn(span);
    const inDates = datesIn(span);
    const quotations = quotationsIn(span);
    const meetings = meetingsIn(span);
    const acting = [
      ...quotations.flatMap(({ speaker }) => (speaker ? [speaker.name] : [])),
      ...meetings.flatMap(({ participants }) => participants.map(({ name }) => name)),
    ];
    sentences.push({
      at: sentences.length,
      span,
      terms: own.flatMap(termsOfWord),
      implied: acting.flatMap((name) => indexedWordsIn(name, false).flatMap(termsOfWord)),
      words: own.length,
      numbers: own.flatMap(({ base }, at) => (/\d/.test(base) || NUMBER_WORDS.test(base) ? [at] : [])),
      hasDate: inDates.length > 0 || WEEKDAY_OR_MONTH.test(text),
      dates: inDates.map(({ value }) => value),
      people: named.filter(({ type }) => type === 'person').map(({ entity }) => reading.entities[entity]?.name ?? ''),
      places: named.filter(({ type }) => type === 'place').map(({ entity }) => reading.entities[entity]?.name ?? ''),
      inPost: named.filter(({ role }) => role !== null).map(({ entity }) => reading.entities[entity]?.name ?? ''),
      commas: text.split(',').length - 1,
      quotations,
      meetings,
      hasCause: CAUSE.test(text),
      folded: own.map(({ folded }) => folded).join(' '),
    });
  }
  const read = { stored, sentences, headline: indexedWordsIn(card.headline ?? '').flatMap(termsOfWord) };
  known.set(stored, read);
  return read;
}

/** Things in order of their start, given out sentence by sentence: those that share a character with each. */
function walk<T extends Span>(list: readonly T[]): (sentence: Span) => T[] {
  let first = 0;
  return (sentence) => {
    const found: T[] = [];
    for (let at = first; at < list.length; at++) {
      const one = list[at];
      if (!one || one.start >= sentence.end) break;
      if (one.end > sentence.start) found.push(one);
      else if (at === first) first++;
    }
    return found;
  };
}
