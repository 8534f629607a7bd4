import type { Archive, Meeting, QuotationRecord } from '../../archive/archive.ts';
import { mayCoincide } from '../../text/edtf.ts';
import type { Entry } from '../answer.ts';
import type { Bibliography } from '../citations/bibliography.ts';
import { quotationsOnce } from './distinct-quotations.ts';
import { byOccasion } from './occasions.ts';
import { quotationEntry } from './quotation.ts';
import { strongestFirst } from './strength.ts';

/** What is looked through of each participant, and what is shown of it. */
const LOOKED_AT = 200;
const MOST_SHOWN = 12;

/** What those who met are quoted with in the articles that report their meeting, of that time. */
export async function saidThere(
  { participants, evidence, date }: Meeting,
  archive: Archive,
  sources: Bibliography,
): Promise<Entry[]> {
  const articles = new Set(evidence.map(({ card }) => card.id));
  const actors = new Set(participants.flatMap(({ actor }) => actor ?? []));
  const said: QuotationRecord[] = [];
  for (const speaker of actors) {
    for (const published of new Set(evidence.map(({ card }) => card.published?.date ?? null))) {
      const when = published ? { since: published, until: published } : {};
      said.push(...(await archive.quotations({ ...when, speaker }, LOOKED_AT)));
    }
  }
  const there = said.filter(
    ({ card, quotation, date: then }) =>
      articles.has(card.id) &&
      quotation.kind !== 'indirect' &&
      (!date || !then || mayCoincide(date, then) || then > date),
  );
  const distinct = new Map(there.map((one) => [`${one.card.id} ${one.quotation.start}`, one]));
  const once = strongestFirst(await quotationsOnce([...distinct.values()], sources), await bodiesOf(there, sources));
  const entries: Entry[] = [];
  for (const { record, copies, elsewhere } of once.slice(0, MOST_SHOWN))
    entries.push(await quotationEntry(record, archive, sources, copies, elsewhere));
  return byOccasion(entries);
}

const bodiesOf = async (records: readonly QuotationRecord[], sources: Bibliography) =>
  new Map(await Promise.all(records.map(async ({ card }) => [card.id, await sources.body(card.id)] as const)));
