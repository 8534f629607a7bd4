import type { Archive, QuotationRecord } from '../archive/archive.ts';
import { dateInWords, type Edtf } from '../text/edtf.ts';
import type { Entry, Run } from './answer.ts';
import { type Bibliography, quotation, strong, text } from './citing.ts';
import { provenance } from './plain.ts';

/** A quotation as an entry: who said it, the words, where they stand. */
export async function quotationEntry(record: QuotationRecord, archive: Archive, sources: Bibliography): Promise<Entry> {
  const { words, citation } = await sources.cut(record.card, record.quotation.words);
  const source = sources.sources[citation.source - 1];
  const notes = [source && provenance(source), source?.translation && `quoted in translation (${source.translation})`];
  return {
    title: await speakerLine(record, source?.published ?? null, archive),
    body: [[quotation(words)], [text(notes.filter(Boolean).join(' · '))]],
    citations: [citation],
  };
}

/** Who said it, in which post, and when where that is not the day of publication. */
export async function speakerLine(record: QuotationRecord, published: Edtf | null, archive: Archive): Promise<Run[]> {
  const speaker = record.speaker ? await archive.actor(record.speaker) : null;
  const name = speaker?.name ?? record.quotation.speaker?.name ?? 'speaker not told';
  const role = record.quotation.speaker?.role;
  const said = record.date && record.date !== published ? `, ${dateInWords(record.date)}` : '';
  return [strong(name), text(`${role ? ` (${role})` : ''}${said}`)];
}
