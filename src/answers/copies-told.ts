import type { ArticleCard, MeetingEvidence } from '../archive/archive.ts';
import { groupCopies } from '../corpus/copies.ts';
import { type Quoting, wordingDifferences } from '../corpus/wording.ts';
import { slice } from '../text/span.ts';
import type { Bibliography } from './citing.ts';
import { listInWords } from './parties.ts';

/** So many differences in wording are shown. */
const MOST_DIFFERENCES = 3;

/**
 * Which of these tellings are one text printed by several, in sentences: they are one source, whatever their number. Where
 * one has other words within a quotation than the other, that is told too. Looked at are tellings that share a sentence.
 */
export async function copiesTold(evidence: readonly MeetingEvidence[], sources: Bibliography): Promise<string[]> {
  const cards = [...new Map((await sharing(evidence, sources)).map(({ card }) => [card.id, card])).values()];
  if (cards.length < 2) return [];
  const texts = await Promise.all(cards.map(async ({ id }) => ({ id, body: await sources.body(id) })));
  const told: string[] = [];
  for (const { original, copies } of groupCopies(texts)) {
    const ones = [original, ...copies.map(({ id }) => id)].flatMap((id) => cards.find((card) => card.id === id) ?? []);
    told.push(`${listInWords(ones.map(nameOf), 'and')} print one text: one source, not ${ones.length}.`);
    const [first, ...others] = ones;
    for (const other of first ? others : []) {
      if (first) told.push(...(await otherwiseQuoted(first, other, sources)));
    }
  }
  return told;
}

/** The tellings whose sentence another article has too, capitals and marks aside. */
async function sharing(evidence: readonly MeetingEvidence[], sources: Bibliography): Promise<MeetingEvidence[]> {
  if (new Set(evidence.map(({ card }) => card.id)).size < 2) return [];
  const articlesWith = new Map<string, Set<string>>();
  const keyed = await Promise.all(
    evidence.map(async (one) => {
      const words =
        slice(await sources.body(one.card.id), one.sentence)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [];
      return { one, key: words.join(' ') };
    }),
  );
  for (const { one, key } of keyed) articlesWith.set(key, (articlesWith.get(key) ?? new Set()).add(one.card.id));
  return keyed.flatMap(({ one, key }) => ((articlesWith.get(key)?.size ?? 0) > 1 ? [one] : []));
}

async function otherwiseQuoted(one: ArticleCard, other: ArticleCard, sources: Bibliography): Promise<string[]> {
  const [a, b] = [await quoting(one, sources), await quoting(other, sources)];
  return wordingDifferences(a, b)
    .filter(({ inQuotation }) => inQuotation)
    .slice(0, MOST_DIFFERENCES)
    .map(({ before, after }) => {
      const [had, has] = [slice(a.body, before), slice(b.body, after)];
      const what = has === '' ? `${nameOf(other)} leaves out` : `${nameOf(other)} has “${has}”`;
      return `Within a quotation ${what} ${had === '' ? `where ${nameOf(one)} has nothing` : `${has === '' ? '' : `where ${nameOf(one)} has `}“${had}”`}.`;
    });
}

async function quoting({ id }: ArticleCard, sources: Bibliography): Promise<Quoting> {
  const { quotations } = await sources.reading(id);
  return {
    body: await sources.body(id),
    quoted: quotations.filter(({ kind }) => kind !== 'indirect').map(({ words }) => words),
  };
}

const nameOf = ({ outlet }: ArticleCard): string => outlet.name;
