import type { Meeting } from '../archive/archive.ts';
import { dateInWords } from '../text/edtf.ts';
import { type Span, slice, within } from '../text/span.ts';
import type { Entry, Run } from './answer.ts';
import { type Bibliography, sentence, strong, text } from './citing.ts';
import { articlesCounted, copiesTold, sourceOf } from './copies-told.ts';
import { listInWords } from './parties.ts';

const FURTHER_SENTENCES = 3;

/**
 * A meeting as an entry: when, where, who, and from each telling the sentences that say so; `inFull` also those that say what
 * was talked about.
 */
export async function meetingEntry(meeting: Meeting, inFull: boolean, sources: Bibliography): Promise<Entry> {
  const body: Run[][] = [[text(listInWords(meeting.participants.map(participant), 'and'))]];
  const citations: Entry['citations'][number][] = [];
  const told = new Set<string>();
  for (const evidence of meeting.evidence) {
    const further = inFull
      ? evidence.also.slice(0, FURTHER_SENTENCES)
      : neededToo(meeting, evidence, await sources.body(evidence.card.id));
    for (const where of [evidence.sentence, ...further]) {
      const { words, citation } = await sources.cutSentence(evidence.card, where);
      // A neighbour in the same quotation has brought this one along.
      if (citations.some(({ source, span: told }) => source === citation.source && told && within(words.span, told)))
        continue;
      citations.push(citation);
      // What a copy of the same text tells in the same words is cited, and not told again.
      const words_ = `${sourceOf(evidence.card)} ${words.text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ')}`;
      if (!told.has(words_)) body.push([sentence(words)]);
      told.add(words_);
    }
    const differs = disagreement(meeting, evidence);
    if (differs) body.push([text(`${evidence.card.outlet.name} tells it otherwise: ${differs}.`)]);
  }
  const cards = meeting.evidence.map(({ card }) => card);
  const copies = await copiesTold(cards, sources);
  if (copies.length > 0) body.push([text([`Told by ${articlesCounted(cards)}.`, ...copies].join(' '))]);
  return { title: titleOf(meeting), body, citations };
}

/** The further sentences without which somebody named, or the place, would stand there without receipt. */
function neededToo(
  { participants, place }: Meeting,
  { sentence: first, also }: Meeting['evidence'][number],
  body: string,
) {
  const lastWords = [...participants.map(({ name }) => name), place ?? '']
    .map((name) => name.split(/[\s-]+/u).at(-1) ?? '')
    .filter((word) => word !== '');
  let missing = lastWords.filter((word) => !slice(body, first).includes(word));
  const brought = (one: Span) => missing.filter((word) => slice(body, one).includes(word)).length;
  const needed: Span[] = [];
  // As few as will do: each time the one that brings most of what is still missing.
  while (missing.length > 0) {
    const [best] = [...also].sort((a, b) => brought(b) - brought(a));
    if (!best || brought(best) === 0) break;
    needed.push(best);
    missing = missing.filter((word) => !slice(body, best).includes(word));
  }
  return needed.sort((a, b) => a.start - b.start);
}

function titleOf({ date, place, status }: Meeting): Run[] {
  const when: Run = date ? { is: 'date', date, text: dateInWords(date) } : text('date not stated');
  const where = text(` · ${place ?? 'place not stated'}`);
  return status === 'held' ? [when, where] : [strong(`${TOLD_AS[status]} · `), when, where];
}

export const TOLD_AS: Record<Meeting['status'], string> = {
  held: 'held',
  planned: 'planned, not told as held',
  requested: 'asked for, not told as held',
  'called-off': 'called off',
  denied: 'denied or refused',
  recurring: 'several meetings',
};

/** Where a telling's own date, place or status is another than the meeting's. */
function disagreement(meeting: Meeting, evidence: Meeting['evidence'][number]): string {
  return [
    evidence.date && evidence.date !== meeting.date && dateInWords(evidence.date),
    evidence.place && evidence.place !== meeting.place && evidence.place,
    evidence.status !== meeting.status && TOLD_AS[evidence.status],
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whoever is called by a role alone needs it said once. */
const participant = ({ name, kind, role }: Meeting['participants'][number]): string =>
  role && kind !== 'role' && role !== name ? `${name} (${role})` : name;
