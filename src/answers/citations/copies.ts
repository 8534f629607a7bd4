import type { ArticleCard } from '../../archive/archive.ts';
import type { ArticleId } from '../../corpus/article.ts';
import { type Quoting, wordingDifferences } from '../../corpus/wording.ts';
import { type Span, slice, within } from '../../text/span.ts';
import type { Words } from '../words/words.ts';
import type { Bibliography } from './bibliography.ts';

/** So many differences in wording are shown. */
const MOST_DIFFERENCES = 3;
/** So many of those who print one text are named. */
const MOST_NAMED = 6;

/** What an article's words come from: articles that print one text are one source, whatever their number. */
export const originalOf = ({ id, copyOf }: ArticleCard): ArticleId => copyOf ?? id;

/** "5 articles, 2 sources" where copies are among them, else "5 articles". */
export function articlesCounted(cards: readonly ArticleCard[], words: Words): string {
  const articles = new Set(cards.map(({ id }) => id)).size;
  const sources = new Set(cards.map(originalOf)).size;
  const counted = words.say('{n} articles', { n: articles });
  return sources < articles ? `${counted}, ${words.say('{n} sources', { n: sources })}` : counted;
}

/** Those among these articles that print one text, each group in the order given. */
export function copiesAmong(cards: readonly ArticleCard[]): ArticleCard[][] {
  const groups = new Map<ArticleId, Map<ArticleId, ArticleCard>>();
  for (const card of cards) {
    const group = groups.get(originalOf(card)) ?? new Map<ArticleId, ArticleCard>();
    groups.set(originalOf(card), group.set(card.id, card));
  }
  return [...groups.values()].flatMap((group) => (group.size > 1 ? [[...group.values()]] : []));
}

/** "A and B print one text: one source, not 2." */
export function oneSource(copies: readonly ArticleCard[], words: Words): string {
  const names = copies.map(nameOf);
  const more = names.length - MOST_NAMED;
  const outlets =
    more > 0
      ? words.say('{names} and {n} more', { names: names.slice(0, MOST_NAMED).join(', '), n: more })
      : words.list(names, 'and');
  return words.say('{outlets} print one text: one source, not {n}.', { outlets, n: copies.length });
}

/** Which of these articles print one text, and where one has other words within a quotation than the other; in sentences. */
export async function copyNotes(cards: readonly ArticleCard[], sources: Bibliography): Promise<string[]> {
  const notes: string[] = [];
  for (const copies of copiesAmong(cards)) {
    notes.push(oneSource(copies, sources.words));
    const [first, ...others] = copies;
    for (const other of first ? others : []) if (first) notes.push(...(await otherwiseQuoted(first, other, sources)));
  }
  return notes;
}

/** Where two copies have other words within a quotation; `where` in the first, if only that is of interest. */
export async function otherwiseQuoted(
  one: ArticleCard,
  other: ArticleCard,
  sources: Bibliography,
  where: Span | null = null,
): Promise<string[]> {
  const [a, b] = [await quoting(one, sources), await quoting(other, sources)];
  return wordingDifferences(a, b)
    .filter(({ before, inQuotation }) => inQuotation && (where === null || within(before, where)))
    .slice(0, MOST_DIFFERENCES)
    .map(({ before, after }) =>
      differenceInWords(nameOf(one), slice(a.body, before), nameOf(other), slice(b.body, after), sources.words),
    );
}

function differenceInWords(one: string, had: string, other: string, has: string, words: Words): string {
  if (has === '') return words.say('Within a quotation {other} leaves out “{had}”.', { other, had });
  if (had === '')
    return words.say('Within a quotation {other} has “{has}” where {one} has nothing.', { one, other, has });
  return words.say('Within a quotation {other} has “{has}” where {one} has “{had}”.', { one, had, other, has });
}

async function quoting({ id }: ArticleCard, sources: Bibliography): Promise<Quoting> {
  const { quotations } = await sources.reading(id);
  return {
    body: await sources.body(id),
    quoted: quotations.filter(({ kind }) => kind !== 'indirect').map(({ words }) => words),
  };
}

const nameOf = ({ outlet }: ArticleCard): string => outlet.name;
