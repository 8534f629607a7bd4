import type { Archive, QuotationRecord } from '../../archive/archive.ts';
import type { Edtf } from '../../text/edtf.ts';
import { slice, within } from '../../text/span.ts';
import { splitWords } from '../../text/words.ts';
import type { Entry, Run } from '../answer.ts';
import { type Bibliography, quotation, sentence, strong, text } from '../citations/bibliography.ts';
import { oneSource, otherwiseQuoted } from '../citations/copies.ts';
import { provenance } from '../plain.ts';
import { notSaid } from '../verify/not-said.ts';
import type { Words } from '../words/words.ts';
import { isFragment } from './strength.ts';

/** A quotation as an entry: who said it, the words (a fragment with its sentence), where they stand; and who else has it. */
export async function quotationEntry(
  record: QuotationRecord,
  archive: Archive,
  sources: Bibliography,
  copies: readonly QuotationRecord[] = [],
  elsewhere: readonly QuotationRecord[] = [],
): Promise<Entry> {
  const { words, citation } = await sources.cut(record.card, record.quotation.words);
  const { words: said } = sources;
  const source = sources.sources[citation.source - 1];
  const translation = source?.translation;
  const notes = [
    notSaid(record.quotation.polarity, said),
    inferred(record, await sources.body(record.card.id), said),
    source && provenance(source, said),
    translation && said.say('quoted in translation ({translation})', { translation }),
  ];
  const around = isFragment(words.text) ? await sources.cutSentence(record.card, record.sentence) : null;
  const outlets = [...new Set(elsewhere.map(({ card }) => card.outlet.name))];
  const others = await Promise.all([...copies, ...elsewhere].map((other) => cited(other, sources)));
  return {
    title: await speakerLine(record, source?.published ?? null, archive, said),
    body: [
      [quotation(words)],
      ...(around && within(words.span, around.words.span) ? [[sentence(around.words, [words.span])]] : []),
      [text(notes.filter(Boolean).join(' · '))],
      ...(await inCopies(record, copies, sources)),
      ...(outlets.length > 0
        ? [[text(said.say('The same in {outlets}.', { outlets: said.list(outlets, 'and') }))]]
        : []),
    ],
    citations: [citation, ...others],
  };
}

const cited = async ({ card, quotation: { words } }: QuotationRecord, sources: Bibliography) =>
  (await sources.cut(card, words)).citation;

/** Who prints the same text, and the words that they have otherwise within this quotation. */
async function inCopies(
  { card, quotation: { words } }: QuotationRecord,
  copies: readonly QuotationRecord[],
  sources: Bibliography,
): Promise<Run[][]> {
  if (copies.length === 0) return [];
  const cards = [card, ...copies.map((copy) => copy.card)];
  const differences = await Promise.all(copies.map((copy) => otherwiseQuoted(card, copy.card, sources, words)));
  return [[text([oneSource(cards, sources.words), ...differences.flat()].join(' '))]];
}

/** What stands at the quotation, where that is no part of the speaker's name: "he", "the minister". */
function inferred({ quotation: { speaker } }: QuotationRecord, body: string, said: Words): string | null {
  if (speaker?.kind !== 'person') return null;
  const there = slice(body, speaker);
  const name = new Set(splitWords(speaker.name.toLowerCase()));
  if (splitWords(there.toLowerCase()).some((word) => name.has(word))) return null;
  return said.say('speaker inferred from “{words}”', { words: there });
}

/** Who said it, in which post, and when where that is not the day of publication. */
export async function speakerLine(
  record: QuotationRecord,
  published: Edtf | null,
  archive: Archive,
  words: Words,
): Promise<Run[]> {
  const speaker = record.speaker ? await archive.actor(record.speaker) : null;
  const name = speaker?.name ?? record.quotation.speaker?.name ?? words.say('speaker not named');
  const role = record.quotation.speaker?.role;
  const said = record.date && record.date !== published ? `, ${words.date(record.date)}` : '';
  return [strong(name), text(`${role ? ` (${role})` : ''}${said}`)];
}
