import { lowerBound } from '../../text/binary-search.ts';
import { countryNamed } from '../../text/countries.ts';
import type { Span } from '../../text/span.ts';
import { isTimeWord } from '../dates/time-words.ts';
import type { EntityType } from '../reading.ts';
import { tagIndex } from '../tags/tags.ts';
import type { Token } from '../tokens/tokenise.ts';
import { RELATIONS } from './relations.ts';

/**
 * Words of a sentence that are one name with the post beside it: "Foreign Minister Ann Lee", "Ann Lee, the foreign minister,".
 * Numbers of words; `to` excluded.
 */
export interface NameWords {
  readonly from: number;
  readonly to: number;
  /** The word that stands for all of them, and heads them in the tree. */
  readonly head: number;
  /** Where the name itself ends, and the noun of a post behind it: "minister"; -1 where none is. */
  readonly nameEnd: number;
  readonly post: number;
}

/** A name as the text has it; `post` where one stands right before it or, behind a comma, after it. */
export interface WholeName extends Span {
  readonly isPerson: boolean;
  readonly post: Span | null;
}

/** The names of a text as words to the parser, with the posts beside them; a town and its country ("Oslo, Norway") are one. */
export function wholeNames(
  text: string,
  names: readonly (Span & { readonly type: EntityType })[],
  posts: readonly (Span | null)[],
): WholeName[] {
  return names.flatMap((name, i) => {
    if (isCountryOf(names[i - 1], name)) return [];
    const next = names[i + 1];
    const end = next && isCountryOf(name, next) ? next.end : name.end;
    return { start: name.start, end, isPerson: name.type === 'person', post: posts[i] ?? null };
  });

  function isCountryOf(town: (typeof names)[number] | undefined, country: (typeof names)[number]): boolean {
    if (town?.type !== 'place' || country.type !== 'place' || !/^,\s*$/.test(text.slice(town.end, country.start)))
      return false;
    const [first, second] = [town, country].map(({ start, end }) => countryNamed(text.slice(start, end)));
    // "Norway, Finland and Sweden" are three.
    return second?.as === 'name' && first?.as !== 'name' && !/^,?\s+(?:and|or)\b/.test(text.slice(country.end));
  }
}

/** The names among the tokens from `first` to (excluded) `end`, in order. Names of one word without a post are left out. */
export function nameWordsIn(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  names: readonly WholeName[],
): NameWords[] {
  const found: NameWords[] = [];
  const from = tokens[first]?.start ?? 0;
  const until = tokens[end - 1]?.end ?? 0;
  for (let i = lowerBound(names, ({ start }) => start >= from); i < names.length; i++) {
    const name = names[i];
    if (name === undefined || name.start >= until) break;
    const begins = tokenAt(tokens, name.start);
    const ends = Math.min(end, tokenAt(tokens, name.end));
    if (tokens[begins]?.start !== name.start || tokens[ends - 1]?.end !== name.end) continue;
    const { post } = name;
    const isBefore = post !== null && post.end <= name.start && text.slice(post.end, name.start).trim() === '';
    const opens = isBefore ? tokenAt(tokens, post.start) : begins;
    // "White House spokesman Ann Lee": a name within the post is part of it.
    while ((found.at(-1)?.from ?? -1) >= opens - first) found.pop();
    if (opens - first < (found.at(-1)?.to ?? 0)) continue;
    const behind = post !== null && BESIDE.test(text.slice(name.end, post.start)) ? postBehind(post) : null;
    const closes = behind?.closes ?? ends;
    if (closes - opens < 2) continue;
    found.push({
      from: opens - first,
      to: closes - first,
      head: headWord(begins, ends, name) - first,
      nameEnd: ends - first,
      post: (behind?.noun ?? first - 1) - first,
    });
  }
  return found;

  function postBehind(post: Span): { readonly noun: number; readonly closes: number } | null {
    const [begins, ends] = [tokenAt(tokens, post.start), tokenAt(tokens, post.end)];
    if (ends > end || ends <= begins) return null;
    const of = tokens
      .slice(begins, ends)
      .findIndex((_, k) => k > 0 && /^(?:of|for|to|in|at|on)$/.test(wordAt(begins + k)));
    // A comma that closes the post goes with it; one that parts it from the next in a row does not.
    const isClosed = ends < end && /^[,)]$/.test(wordAt(ends)) && !/^(?:and|or)$|^\p{Lu}/u.test(wordAt(ends + 1));
    return { noun: of > 0 ? begins + of - 1 : ends - 1, closes: isClosed ? ends + 1 : ends };
  }
  function wordAt(token: number): string {
    return text.slice(tokens[token]?.start, tokens[token]?.end);
  }
  /** The first of a person's names; of a body's or a place's its noun, which "of", a comma or the end of it follows. */
  function headWord(begins: number, ends: number, name: WholeName): number {
    if (name.isPerson) return begins;
    for (let k = begins + 1; k < ends; k++) if (/^(?:of|for|,)$/.test(wordAt(k))) return k - 1;
    return ends - 1;
  }
}

/** What stands between a name and the post that is told behind it. */
const BESIDE = /^\s*[,(]\s*(?:(?:the|an?|his|her|its|their)\s+)?$/iu;

const tokenAt = (tokens: readonly Token[], offset: number): number =>
  lowerBound(tokens, ({ start }) => start >= offset);

/** The numbers of the words that are left where each name is its head alone. */
export function withoutInnerWords(length: number, names: readonly NameWords[]): number[] {
  const kept: number[] = [];
  let at = 0;
  for (const { from, to, head } of names) {
    for (; at < from; at++) kept.push(at);
    kept.push(head);
    at = to;
  }
  for (; at < length; at++) kept.push(at);
  return kept;
}

export const NAME_TAG = tagIndex('PROPN', 'singular');
const FLAT = RELATIONS.indexOf('flat');
const COMPOUND = RELATIONS.indexOf('compound');
const TITLE = RELATIONS.indexOf('nmod:desc');
const APPOS = RELATIONS.indexOf('appos');
const PUNCT = RELATIONS.indexOf('punct');
const CONJ = RELATIONS.indexOf('conj');
const NSUBJ = RELATIONS.indexOf('nsubj');
const CASE = RELATIONS.indexOf('case');

/**
 * What an inner word of a name hangs on, and how: further names flat on the first, as in UD; the last word of a post before it on
 * the name, the noun of one behind it in apposition, and what else the post says on that word, so that a body within it ("White
 * House spokesman") is none of the name.
 */
export function innerWord(
  word: number,
  { head, nameEnd, post }: NameWords,
  isPunctuation: boolean,
): { readonly head: number; readonly relation: number } {
  if (isPunctuation) return { head, relation: PUNCT };
  if (word >= nameEnd && post >= 0)
    return word === post ? { head, relation: APPOS } : { head: post, relation: COMPOUND };
  if (word > head) return { head, relation: FLAT };
  return word === head - 1 ? { head, relation: TITLE } : { head: head - 1, relation: COMPOUND };
}

/**
 * Mends what the parser takes names for: another's further name, where a comma or semicolon parts the two ("Lee; Moe"); what a day is
 * said of, where the verb has no subject ("On Monday, Lee met him").
 */
export function mendNames(
  words: readonly string[],
  isVerb: (word: number) => boolean,
  heads: Int32Array,
  relations: number[],
  names: readonly NameWords[],
): void {
  const headed = new Set(names.map(({ head }) => head));
  for (const { head: word, from } of names) {
    const above = heads[word] ?? -1;
    if (above < 0 || above > word) continue;
    if (relations[word] === FLAT && headed.has(above) && /^[,;]$/.test(words[from - 1] ?? '')) relations[word] = CONJ;
    const verb = heads[above] ?? -1;
    const isSaidOfDay = isTimeWord((words[above] ?? '').toLowerCase()) && verb > word && isVerb(verb);
    const has = (node: number, relation: number) => heads.some((head, k) => head === node && relations[k] === relation);
    if (!isSaidOfDay || has(word, CASE) || has(verb, NSUBJ)) continue;
    heads[word] = verb;
    relations[word] = NSUBJ;
  }
}
