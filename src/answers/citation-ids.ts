import type { ArticleId } from '../corpus/article.ts';
import type { Reading } from '../reading/reading.ts';
import { FNV_PRIME, FNV_SEED, fnv1a, spread } from '../text/hashing.ts';
import { type Span, span } from '../text/span.ts';

/**
 * The short name of a cited place, "K7QF-2M9PXA-3T": four signs for the article, six for the words, two for where they stand.
 * It is made of nothing else, so it survives reindexing and needs no list of what was cited: whoever has the archive finds the
 * place again, and sees whether the words are still there.
 */
export type CitationId = string & { readonly citationId: unique symbol };

/** Crockford's base 32: no I, L, O or U, which are taken for other signs. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const WHOLE_ARTICLE = '000000-00';
/** Words between the ends of sentences or quotations are looked for up to this length. */
const LONGEST_STRETCH = 150;
const MOST_SENTENCES = 40;

/** The id of a stretch of an article's stored text; of the article as a whole where `where` is null. */
export function citationId(article: ArticleId, body: string, where: Span | null): CitationId {
  const head = signs(spread(fnv1a(article)) >>> 12, 4);
  if (where === null) return `${head}-${WHOLE_ARTICLE}` as CitationId;
  const words = wordsIn(body.slice(where.start, where.end));
  const start = where.start + (words[0]?.start ?? 0);
  return `${head}-${wordSigns(words.reduce(withWord, FNV_SEED))}-${placeSigns(start)}` as CitationId;
}

/** An id as typed, in small letters or without its dashes; null where it is none. */
export function citationIdIn(typed: string): CitationId | null {
  const bare = typed
    .toUpperCase()
    .replace(/[\s\-‐‑–—]+/gu, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
  const [, article, words, place] =
    /^([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{6})([0-9A-HJKMNP-TV-Z]{2})$/.exec(bare) ?? [];
  return article ? (`${article}-${words}-${place}` as CitationId) : null;
}

/** May the id be of this article? One in a million others is taken for it. */
export const isOfArticle = (id: CitationId, article: ArticleId): boolean =>
  id.startsWith(signs(spread(fnv1a(article)) >>> 12, 4));

/** Where the words of an id stand now. */
export type CitedPlace =
  | { readonly is: 'whole article' }
  /** `there`: where they stood when they were cited; `moved`: elsewhere in the article. */
  | { readonly is: 'there' | 'moved'; readonly span: Span }
  | { readonly is: 'gone' };

/** Finds the words of an id in an article as it is now. */
export function citedPlace(id: CitationId, body: string, reading: Reading): CitedPlace {
  if (id.endsWith(WHOLE_ARTICLE)) return { is: 'whole article' };
  const [, digits = '', place] = id.split('-');
  const wanted = numberOf(digits);
  const words = wordsIn(body);
  const known = stretches(words, reading).filter(({ words: own }) => own === wanted);
  const found = known.length > 0 ? known : stretchesOfWords(words, wanted);
  const there = found.find(({ firstWord }) => placeSigns(firstWord) === place);
  const [first] = found;
  if (there) return { is: 'there', span: there.span };
  return first ? { is: 'moved', span: first.span } : { is: 'gone' };
}

/** A stretch that may have been cited, with the number of its words and where the first of them begins. */
interface Stretch {
  readonly span: Span;
  readonly words: number;
  readonly firstWord: number;
}

/** What answers cite for the most part: quotations, and sentences, one or some in a row. */
function stretches(words: readonly Word[], { quotations, sentences }: Reading): Stretch[] {
  const quoted = quotations.flatMap((one) => {
    const inside = words.filter(({ start, end }) => start >= one.words.start && end <= one.words.end);
    return stretch(one.words, inside, inside.reduce(withWord, FNV_SEED));
  });
  const within = sentences.map((one) => words.filter(({ start, end }) => start >= one.start && end <= one.end));
  const runs = sentences.flatMap((first, i) => {
    let hash = FNV_SEED;
    return sentences.slice(i, i + MOST_SENTENCES).flatMap((last, more) => {
      hash = (within[i + more] ?? []).reduce(withWord, hash);
      return stretch(span(first.start, last.end), within.slice(i, i + more + 1).find(isSome) ?? [], hash);
    });
  });
  return [...quoted, ...runs];
}

const isSome = (words: readonly Word[]): boolean => words.length > 0;

const stretch = (where: Span, [first]: readonly Word[], hash: number): Stretch[] =>
  first ? [{ span: where, words: wordNumber(hash), firstWord: first.start }] : [];

/** Any stretch of words, as a pasted quotation may be cited. */
function stretchesOfWords(words: readonly Word[], wanted: number): Stretch[] {
  return words.flatMap((first, i) => {
    let hash = FNV_SEED;
    for (let j = i; j < Math.min(i + LONGEST_STRETCH, words.length); j++) {
      const last = words[j];
      if (!last) break;
      hash = withWord(hash, last);
      if (wordNumber(hash) === wanted) return stretch(span(first.start, last.end), [first], hash);
    }
    return [];
  });
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

/** Words as they are compared: marks, blanks and line breaks between them don't count. */
const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    hash: fnv1a(match[0].normalize('NFC')),
  }));

const withWord = (hash: number, word: Word): number => Math.imul((hash ^ word.hash) >>> 0, FNV_PRIME) + 0x9e3779b9;

const wordNumber = (hash: number): number => spread(hash) >>> 2;
const wordSigns = (hash: number): string => signs(wordNumber(hash), 6);
const numberOf = (digits: string): number => [...digits].reduce((sum, sign) => sum * 32 + SIGNS.indexOf(sign), 0);
const placeSigns = (start: number): string => signs(spread(start) >>> 22, 2);

function signs(value: number, length: number): string {
  let left = value;
  let digits = '';
  for (let i = 0; i < length; i++) {
    digits = (SIGNS[left % 32] ?? '') + digits;
    left = Math.floor(left / 32);
  }
  return digits;
}
