import type { QuotationRecord } from '../../archive/archive.ts';
import { slice } from '../../text/span.ts';
import { splitWords } from '../../text/words.ts';
import type { Bibliography } from '../citations/bibliography.ts';
import { originalOf } from '../citations/copies.ts';

/** A quotation, and the same one as copies of its article print it, edited perhaps; and as articles of their own have it too. */
export interface DistinctQuotation {
  readonly record: QuotationRecord;
  readonly copies: readonly QuotationRecord[];
  readonly elsewhere: readonly QuotationRecord[];
}

/** Quotations of one speaker in copies of one text are one, if they have at least this share of their words in common. */
const SAME = 0.7;
/** Fewer words in a row may be said twice. */
const LEAST_WORDS = 5;

/** Quotations, each once: what copies of one text print of it stands with the first, what others quote of it with the fullest. */
export async function quotationsOnce(
  records: readonly QuotationRecord[],
  sources: Pick<Bibliography, 'body'>,
): Promise<DistinctQuotation[]> {
  const articlesOf = new Map<string, Set<string>>();
  for (const { card } of records) {
    const articles = articlesOf.get(originalOf(card)) ?? new Set();
    articlesOf.set(originalOf(card), articles.add(card.id));
  }
  const distinct: Known[] = [];
  const bySource = new Map<string, typeof distinct>();
  for (const record of records) {
    const source = originalOf(record.card);
    const words = splitWords(slice(await sources.body(record.card.id), record.quotation.words).toLowerCase());
    if ((articlesOf.get(source)?.size ?? 0) < 2) {
      distinct.push({ record, copies: [], words });
      continue;
    }
    const before = bySource.get(source) ?? [];
    const same = before.find(
      (one) =>
        one.record.speaker === record.speaker &&
        [one.record, ...one.copies].every(({ card }) => card.id !== record.card.id) &&
        inCommon(one.words, words) >= SAME,
    );
    if (same) same.copies.push(record);
    else {
      const one = { record, copies: [], words };
      distinct.push(one);
      bySource.set(source, [...before, one]);
    }
  }
  return inFullest(distinct);
}

interface Known {
  readonly record: QuotationRecord;
  readonly copies: QuotationRecord[];
  readonly words: readonly string[];
}

/** What one speaker is quoted with in several articles stands once, where most of it is quoted. */
function inFullest(distinct: readonly Known[]): DistinctQuotation[] {
  const kept: (Known & { elsewhere: QuotationRecord[]; whole: string })[] = [];
  const wholes = distinct.map((one) => ({ ...one, elsewhere: [], whole: ` ${one.words.join(' ')} ` }));
  const place = new Map(distinct.map((one, at) => [one.record, at]));
  for (const one of wholes.toSorted((a, b) => b.words.length - a.words.length)) {
    const fuller =
      one.words.length >= LEAST_WORDS &&
      kept.find(({ record, whole }) => record.speaker === one.record.speaker && isSameWords(whole, one.whole));
    if (fuller && fuller.record.card.id !== one.record.card.id) fuller.elsewhere.push(one.record, ...one.copies);
    else kept.push(one);
  }
  return kept.toSorted((a, b) => (place.get(a.record) ?? 0) - (place.get(b.record) ?? 0));
}

const isSameWords = (whole: string, part: string): boolean => whole.includes(part);

/** The share of the longer one's words that the other has too. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  const common = a.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return common.length / Math.max(a.length, b.length);
}
