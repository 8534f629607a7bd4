import { lowerBound } from '../../text/binary-search.ts';
import type { Span } from '../../text/span.ts';
import { tagIndex } from '../tags/tags.ts';
import type { Token } from '../tokens/tokenise.ts';
import { RELATIONS } from './relations.ts';

/** Words of a sentence that are one name, with the title before it: "Foreign Minister Ann Lee". Numbers of words; `to` excluded. */
export interface NameWords {
  readonly from: number;
  readonly to: number;
  /** The word that stands for all of them, and heads them in the tree. */
  readonly head: number;
}

/** A name as the text has it; `title` where a post stands right before it. */
export interface WholeName extends Span {
  readonly isPerson: boolean;
  readonly title: Span | null;
}

/** The names among the tokens from `first` to (excluded) `end`, in order. Names of one word without a title are left out. */
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
    const { title } = name;
    const isBefore = title !== null && title.end <= name.start && text.slice(title.end, name.start).trim() === '';
    const opens = isBefore ? tokenAt(tokens, title.start) : begins;
    // "White House spokesman Ann Lee": a name within the title is part of it.
    while ((found.at(-1)?.from ?? -1) >= opens - first) found.pop();
    if (ends - opens < 2 || opens - first < (found.at(-1)?.to ?? 0)) continue;
    found.push({ from: opens - first, to: ends - first, head: headWord(text, tokens, begins, ends, name) - first });
  }
  return found;
}

/** The first of a person's names; of a body's or a place's its noun, which "of" or the end of it follows. */
function headWord(text: string, tokens: readonly Token[], begins: number, ends: number, name: WholeName): number {
  if (name.isPerson) return begins;
  for (let k = begins + 1; k < ends; k++)
    if (/^(?:of|for)$/.test(text.slice(tokens[k]?.start, tokens[k]?.end))) return k - 1;
  return ends - 1;
}

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
const [FLAT, COMPOUND, TITLE] = (['flat', 'compound', 'nmod:desc'] as const).map((relation) =>
  RELATIONS.indexOf(relation),
);

/**
 * What an inner word of a name hangs on, and how: further names flat on the first, as in UD; the last word of a title on the
 * name, and what stands before it on that word, so that a body within a title ("White House spokesman") is none of the name.
 */
export function innerWord(word: number, { head }: NameWords): { readonly head: number; readonly relation: number } {
  if (word > head) return { head, relation: FLAT ?? 0 };
  return word === head - 1 ? { head, relation: TITLE ?? 0 } : { head: head - 1, relation: COMPOUND ?? 0 };
}
