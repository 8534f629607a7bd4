import type { Meeting } from '../../archive/archive.ts';
import { mayCoincide } from '../../text/edtf.ts';
import { type Span, slice, within } from '../../text/span.ts';
import { splitWords } from '../../text/words.ts';
import type { Entry, Run } from '../answer.ts';
import { type Bibliography, sentence, text } from '../citations/bibliography.ts';
import { articlesCounted, copyNotes, originalOf } from '../citations/copies.ts';
import type { AnswerPhrase } from '../words/de.ts';
import type { Words } from '../words/words.ts';

const FURTHER_SENTENCES = 3;

/**
 * A meeting as an entry: when, where, who, and from each report the sentences that say so; `inFull` also those that say what
 * was talked about.
 */
export async function meetingEntry(meeting: Meeting, inFull: boolean, sources: Bibliography): Promise<Entry> {
  const { words: said } = sources;
  const body: Run[][] = [[text(said.list(meeting.participants.map(participant), 'and'))]];
  const citations: Entry['citations'][number][] = [];
  const shown = new Set<string>();
  const notes = new Set<string>();
  const reports = byAgreement(meeting);
  for (const evidence of reports) {
    const further = inFull
      ? evidence.also.slice(0, FURTHER_SENTENCES)
      : neededToo(meeting, evidence, await sources.body(evidence.card.id));
    for (const where of [evidence.sentence, ...further]) {
      const { words, citation } = await sources.cutSentence(evidence.card, where);
      // A neighbour in the same quotation has brought this one along.
      if (
        citations.some(
          ({ source, span: shownSpan }) => source === citation.source && shownSpan && within(words.span, shownSpan),
        )
      )
        continue;
      citations.push(citation);
      // What a copy of the same text says in the same words is cited, but not shown again.
      const key = `${originalOf(evidence.card)} ${splitWords(words.text.toLowerCase()).join(' ')}`;
      if (!shown.has(key)) body.push([sentence(words)]);
      shown.add(key);
    }
    const what = disagreement(meeting, evidence, said);
    const outlet = evidence.card.outlet.name;
    const note = what && said.say('{outlet} reports it differently: {what}.', { outlet, what });
    if (note && !notes.has(note)) body.push([text(note)]);
    notes.add(note);
  }
  const cards = meeting.evidence.map(({ card }) => card);
  const copies = await copyNotes(cards, sources);
  if (copies.length > 0)
    body.push([
      text([said.say('Reported by {articles}.', { articles: articlesCounted(cards, said) }), ...copies].join(' ')),
    ]);
  return { title: titleOf(meeting, said), body, citations };
}

/** The reports that say of it what is known now come first: of a meeting that was held, those that say so. */
const byAgreement = ({ evidence, status }: Meeting): Meeting['evidence'] =>
  [...evidence].sort((a, b) => Number(b.status === status) - Number(a.status === status));

/** The further sentences without which somebody named, or the place, would have no citation. */
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

function titleOf({ date, place, status, form }: Meeting, words: Words): Run[] {
  const when: Run = date ? { is: 'date', date, text: words.date(date) } : text(words.say('date not stated'));
  // A call has no place: what is given as one is where somebody called from.
  const where = form === 'call' ? `☎ ${words.say('by telephone')}` : (place ?? words.say('place not stated'));
  return [when, text(` · ${where} · ${statusMark(status, words)}`)];
}

/** "○ planned, not reported as held": each status has a shape, for the eye. */
export const statusMark = (status: Meeting['status'], words: Words): string =>
  `${STATUS_SHAPES[status]} ${words.say(STATUS_WORDS[status])}`;

const STATUS_SHAPES = {
  held: '●',
  planned: '○',
  requested: '◌',
  'called-off': '✕',
  denied: '⊘',
  recurring: '↻',
} as const satisfies Record<Meeting['status'], string>;

export const STATUS_WORDS = {
  held: 'held',
  planned: 'planned, not reported as held',
  requested: 'requested, not reported as held',
  'called-off': 'called off',
  denied: 'denied or refused',
  recurring: 'several meetings',
} as const satisfies Record<Meeting['status'], AnswerPhrase>;

/**
 * Where a report's own date, place or status is another than the meeting's; a date given less exactly is none, and a plan from
 * before it was held or called off is no contradiction.
 */
function disagreement(meeting: Meeting, evidence: Meeting['evidence'][number], words: Words): string {
  if (meeting.status !== evidence.status && (evidence.status === 'planned' || evidence.status === 'requested'))
    return '';
  return [
    evidence.date && meeting.date && !mayCoincide(evidence.date, meeting.date) && words.date(evidence.date),
    evidence.place && evidence.place !== meeting.place && evidence.place,
    evidence.status !== meeting.status && words.say(STATUS_WORDS[evidence.status]),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whoever is called by a role alone needs it said once; what somebody is to another ("his counterpart") is no post. */
const participant = ({ name, kind, role }: Meeting['participants'][number]): string =>
  role && kind !== 'role' && role !== name && !/^(?:his|her|its|their|my|our|your)\b/iu.test(role)
    ? `${name} (${role})`
    : name;
