import type { Archive } from '../archive/archive.ts';
import { stem } from '../archive/index/stemming.ts';
import { STOP_WORDS } from '../archive/index/stopwords.ts';
import { type IndexedWord, indexedWordsIn, isShouted } from '../archive/index/terms.ts';
import { withinTypingError } from '../archive/spelling/typing-errors.ts';
import type { Day } from '../text/edtf.ts';
import { isArabicArticle } from '../text/spelling.ts';
import { ANSWER_NOUNS, FILLERS, SAYING } from './asking-words.ts';
import { type DateAsked, datesAsked } from './dates.ts';
import { type AskedWord, type Link, linksOf } from './links.ts';
import { isEnglishWord } from './near-words.ts';
import { type AskedUnit, unitsOf } from './units.ts';
import { type WantedAnswer, wantedBy } from './wanted.ts';

/** A question taken apart: what it names of the archive, what it wants to know, and what it is about. */
export interface AskedQuestion {
  readonly text: string;
  /** The same with typing errors corrected: what is looked at for words that ask. */
  readonly said: string;
  /** The slash command before it, if any: "quote" of "/quote Netanyahu Iran deal". */
  readonly command: string | null;
  readonly words: readonly AskedWord[];
  readonly links: readonly Link[];
  readonly dates: readonly DateAsked[];
  readonly wanted: WantedAnswer;
  readonly units: readonly AskedUnit[];
  /** Words between quotation marks. */
  readonly quoted: readonly string[];
  /** Words that the archive does not know, and what they were taken for. */
  readonly corrected: readonly { readonly typed: string; readonly searched: string }[];
  /** Words, other than common English ones, that the archive has under no spelling; they are part of the topic all the same. */
  readonly unknown: readonly string[];
}

/** Characters: a question in a message has no more; what goes on is a text put in whole. */
const LONGEST = 1000;
/** Different words that say something. */
const MOST_WORDS = 40;

/** Discord's mentions and marks, addresses, and options by name ("topic:", "with:"). */
const MARKUP =
  /\b(?:person|with|who|about|topic|outlets?|text|place|words|question):(?=\S)|<(?:@[!&]?|#|a?:\w+:)\d+>|[*_~`|>]+|https?:\/\/\S+/gu;
const QUOTED = /["“«„]([^"“”«»„]{2,300})["”»“]|(?<![\p{L}\p{N}])['‘]([^'‘’]{3,300})['’](?!\p{L})/gu;

/** Takes a question apart. Never fails; a text of other signs has no words. */
export async function parseQuestion(
  typed: string,
  archive: Archive,
  today: Day,
  command: string | null = null,
): Promise<AskedQuestion> {
  // Half a word at the cut is none.
  const read = typed.length > LONGEST ? typed.slice(0, LONGEST).replace(/\S+$/u, '') : typed;
  const text = read.replace(MARKUP, ' ').replace(/\s+/gu, ' ').trim();
  const dates = datesAsked(text, today);
  const quoted = [...text.matchAll(QUOTED)].map((match) => (match[1] ?? match[2] ?? '').trim()).filter(Boolean);
  const words = await askedWords(text, dates, archive);
  const said = words.reduceRight(
    (all, { start, end, base, meant }) => (meant === base ? all : all.slice(0, start) + meant + all.slice(end)),
    text,
  );
  const links = await linksOf(words, archive);
  const corrected = words.flatMap(({ base, meant }) => (meant === base ? [] : [{ typed: base, searched: meant }]));
  const units = await unitsOf(words, links, archive);
  const unknown = words
    .filter(
      ({ unit, base, meant, documents, spellings }) =>
        unit !== null && meant === base && documents === 0 && spellings.length === 0 && !isEnglishWord(base),
    )
    .map(({ start, end }) => text.slice(start, end));
  return {
    text,
    said,
    command,
    words,
    links,
    dates,
    wanted: wantedBy(said, command),
    units,
    quoted,
    corrected,
    unknown,
  };
}

/** "qoutes", "timline": the word that asks, one typing error away. */
function askingWordMeant(typed: string): string | null {
  for (const words of [ANSWER_NOUNS, FILLERS])
    for (const word of words) if (word.length > 3 && withinTypingError(typed, word)) return word;
  return null;
}

/**
 * A word of English that the archive lacks is no typing error, nor is an acronym ("EPN"): it is not known. Of a word that may be
 * one the first letter is right: of typing errors 3 in 100 are there (Pollock and Zamora 1984), so "choppers" are no shoppers.
 */
function mayBeMistyped({ base, capital, start, end }: IndexedWord, text: string): boolean {
  if (ACRONYM.test(text.slice(start, end)) && !isShouted(text)) return false;
  return capital || !(isEnglishWord(base) || isEnglishWord(base.replace(/s$/, '')));
}

const ACRONYM = /^\p{Lu}{2,5}$/u;

async function askedWords(text: string, dates: readonly DateAsked[], archive: Archive): Promise<AskedWord[]> {
  const seen = new Set<string>();
  const words = indexedWordsIn(text).filter(({ base }) => {
    // A word said again and again is one.
    const isNew = !seen.has(base);
    if (seen.size < MOST_WORDS) seen.add(base);
    return (isNew && seen.has(base)) || FILLERS.has(base);
  });
  const inDate = (start: number) => dates.some((date) => date.start <= start && start < date.end);
  const mayBeContent = words.map(({ base, start, capital }, at) => {
    const isAsking = FILLERS.has(base) || STOP_WORDS.has(base) || ANSWER_NOUNS.has(base);
    // "al-Zamili": the article is in too many names to say anything.
    if (isArabicArticle(base) && words[at + 1]) return false;
    return (
      base !== '' &&
      !(
        isAsking &&
        !(
          capital &&
          /^(?:us|it|who)$/.test(base) &&
          text.slice(start, start + 2) === text.slice(start, start + 2).toUpperCase()
        )
      )
    );
  });
  const hasTopic = words.some(
    ({ base, start }, at) => mayBeContent[at] === true && !SAYING.has(base) && !inDate(start),
  );
  const isContent = words.map(({ base }, at) => mayBeContent[at] === true && !(hasTopic && SAYING.has(base)));
  const asked = words
    .filter((_, at) => isContent[at])
    .map(({ base, capital }) => (capital ? base.charAt(0).toUpperCase() + base.slice(1) : base));
  const known = await archive.wordsKnown(asked);
  let next = 0;
  return words.map((word, at) => {
    const about = isContent[at] ? known[next++] : undefined;
    if (!about || inDate(word.start))
      return { ...word, meant: word.base, unit: null, isName: false, documents: 0, spellings: [] };
    const isDoubtful = about.documents === 0 && mayBeMistyped(word, text);
    const asking = isDoubtful && !about.isName ? askingWordMeant(word.base) : null;
    if (asking !== null) return { ...word, meant: asking, unit: null, isName: false, documents: 0, spellings: [] };
    const meant =
      isDoubtful && about.meant !== null && !about.meant.includes(' ') && about.meant[0] === word.base[0]
        ? about.meant
        : word.base;
    return {
      ...word,
      meant,
      unit: meant === word.base ? about.term : stem(meant),
      isName: about.isName,
      documents: about.documents,
      spellings: about.spellings,
    };
  });
}
