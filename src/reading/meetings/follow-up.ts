import { countriesIn } from '../../text/countries.ts';
import { edtf } from '../../text/edtf.ts';
import { type Span, span, within } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { DateMention, MeetingReport, Participant, Sentence } from '../reading.ts';
import { withSentence } from './merge.ts';
import { firstFrom, mentionsIn, sentenceIndexAt } from './words.ts';

const SIDES = '(?:sides|parties|men|women|leaders|ministers|officials|diplomats|presidents|delegations|heads)';
const TALKED =
  '(?:exchanged|discussed|agreed|reviewed|stressed|underlined|emphasi[sz]ed|reiterated|reaffirmed|expressed|called|talked|spoke|touched|noted|voiced|pledged|signed|considered|focused|condemned|shared|explored)';
const MEETING = '(?:meeting|talks|session|call|conversation|visit|negotiations|discussions|consultations|summit)';

/** A sentence that goes on about the meeting told before it. */
const GOES_ON = new RegExp(
  [
    // "The two sides exchanged views", "Both ministers agreed"
    `(?:[Tt]he (?:two|three|four)|[Bb]oth) (?:[\\p{L}-]+ )?${SIDES} (?:also |then )?${TALKED} `,
    // "They also discussed"
    '(?<=^|[\\n.”"] ?)They (?:also )?(?:exchanged|discussed|reviewed|agreed|talked) ',
    // "During the meeting, …"
    `(?:[Dd]uring|[Aa]t) (?:the|their|this) ${MEETING}(?=[ ,])`,
    // "The Omani side stressed"; the country is compared below
    `The (?<side>\\p{Lu}[\\p{L}-]+) side (?:also )?${TALKED} `,
  ].join('|'),
  'gu',
);
const IN_TURN = /\b(?:[Ii]n (?:his|her) turn|[Ff]or (?:his|her) part|[Oo]n (?:his|her) part)\b/gu;

/** A meeting is talked about for so many characters after its telling, unless another is told. */
const REACH = 1500;

/** Adds to each report the sentences that go on about it, and those who answer there "in their turn". */
export function withFollowUps(document: ReadingDocument, reports: readonly MeetingReport[]): MeetingReport[] {
  const out = [...reports];
  if (out.length === 0) return out;
  const { text } = document;
  for (const match of text.matchAll(GOES_ON)) {
    const sentence = document.sentences[sentenceIndexAt(document.sentences, match.index)];
    const at = sentence ? reportBefore(out, sentence, REACH) : -1;
    const report = out[at];
    if (!sentence || !report || told(out, sentence)) continue;
    const side = match.groups?.side;
    if (side && !countriesOf(report).has(countriesIn(side)[0]?.country ?? '')) continue;
    out[at] = { ...report, also: withSentence(report.also, sentence) };
  }
  for (const match of text.matchAll(IN_TURN)) {
    const sentence = document.sentences[sentenceIndexAt(document.sentences, match.index)];
    const at = sentence ? reportBefore(out, sentence, 4 * REACH) : -1;
    const report = out[at];
    const speaker = sentence && onlyPersonIn(document, sentence);
    if (!sentence || !report || !speaker || told(out, sentence)) continue;
    if (!countriesOf(report).has(speaker.country ?? '')) continue;
    const known = report.participants.some((p) => p.entity === speaker.entity);
    const participants = known ? report.participants : [...report.participants, speaker];
    out[at] = { ...report, participants, also: withSentence(report.also, sentence) };
  }
  return out.map((report) => withSentencesInOrder(report));
}

const withSentencesInOrder = (report: MeetingReport): MeetingReport => ({
  ...report,
  also: [...report.also].sort((a, b) => a.start - b.start),
});

/** Does the sentence tell a meeting itself? */
const told = (reports: readonly MeetingReport[], sentence: Span): boolean =>
  reports[firstFrom(reports, sentence.start)]?.start === sentence.start;

/** The last meeting that took place and is told before the sentence, not too far off. */
function reportBefore(reports: readonly MeetingReport[], sentence: Span, reach: number): number {
  for (let i = firstFrom(reports, sentence.start + 1) - 1; i >= 0; i--) {
    const report = reports[i];
    if (!report || sentence.start - report.end >= reach) return -1;
    if (report.status === 'held') return i;
  }
  return -1;
}

const countriesOf = (report: MeetingReport): Set<string> =>
  new Set(report.participants.flatMap((p) => [p.country ?? '', ...countriesIn(p.name).map((c) => c.country)]));

function onlyPersonIn(document: ReadingDocument, sentence: Span): Participant | null {
  const people = mentionsIn(document.mentions, sentence).filter((mention) => mention.type === 'person');
  const [one] = people;
  if (!one || people.some((mention) => mention.entity !== one.entity)) return null;
  return {
    ...span(one.start, one.end),
    name: document.entities[one.entity]?.name ?? '',
    kind: 'person',
    entity: one.entity,
    role: one.role?.text ?? null,
    country: one.role?.country ?? null,
  };
}

/** "BAGHDAD, 11 February. … said at a meeting": where no date is told, the dateline's day is the meeting's. */
export function withDateline(
  document: ReadingDocument,
  dates: readonly DateMention[],
  reports: readonly MeetingReport[],
): MeetingReport[] {
  return reports.map((report) => {
    if (report.date || report.status !== 'held') return report;
    const first = headOfParagraph(document.sentences, sentenceIndexAt(document.sentences, report.start));
    const dateline = dates[firstFrom(dates, first?.start ?? 0)];
    if (!first || !dateline || dateline.start > report.start || dateline.start - first.start > 60) return report;
    const before = document.text.slice(first.start, dateline.start);
    return /^[\p{Lu}\d\s.,/()'’-]{3,}$/u.test(before) ? { ...report, date: dateline } : report;
  });
}

/** The first sentence of the paragraph, where that is at most a few sentences back. */
function headOfParagraph(sentences: readonly Sentence[], at: number): Sentence | undefined {
  let i = at;
  while (at - i < 6 && sentences[i - 1]?.paragraph === sentences[at]?.paragraph) i--;
  return sentences[i - 1]?.paragraph === sentences[at]?.paragraph ? undefined : sentences[i];
}

const COLLECTIVE =
  /^(?:(?:the )?(?:coalition|alliance|bloc|group|pact)['’]s members|(?:two|three|four|five|both) (?:countries|nations|states|governments|sides|capitals))$/iu;
const NUMBER: Readonly<Record<string, number>> = { two: 2, both: 2, three: 3, four: 4, five: 5 };

/** "The four countries have since held several meetings": which countries, and since when, the sentence before tells. */
export function withAntecedents(
  document: ReadingDocument,
  dates: readonly DateMention[],
  reports: readonly MeetingReport[],
): MeetingReport[] {
  return reports.map((report) => {
    const [only] = report.participants;
    const before = document.sentences[sentenceIndexAt(document.sentences, report.start) - 1];
    if (!before) return report;
    const collective = report.participants.length === 1 && only && COLLECTIVE.test(only.name);
    const countries = collective ? countriesNamedIn(document, before) : [];
    const wanted = NUMBER[only?.name.split(' ')[0]?.toLowerCase() ?? ''];
    const clear = countries.length > 1 && (wanted === undefined || wanted === countries.length);
    return {
      ...report,
      participants: clear ? countries : report.participants,
      date: report.date ?? since(document, dates, report, before),
    };
  });
}

function countriesNamedIn(document: ReadingDocument, sentence: Span): Participant[] {
  const found = countriesIn(document.text.slice(sentence.start, sentence.end)).filter((named) => named.as === 'name');
  return found
    .filter((named, i) => found.findIndex((other) => other.country === named.country) === i)
    .map(({ country, start, end }) => ({
      ...span(sentence.start + start, sentence.start + end),
      name: country,
      kind: 'country',
      entity: null,
      role: null,
      country,
    }));
}

function since(
  document: ReadingDocument,
  dates: readonly DateMention[],
  report: MeetingReport,
  before: Sentence,
): DateMention | null {
  const words = document.text.slice(Math.max(report.start, report.trigger.start - 40), report.trigger.start);
  const at = words.search(/\bsince\s+$/);
  const near = dates.slice(firstFrom(dates, before.start), firstFrom(dates, before.end));
  const from = near.find((date) => within(date, before) && !date.value.includes('/'));
  const value = from && document.published ? edtf(`${from.value}/${document.published}`) : null;
  if (at < 0 || !value) return null;
  const start = report.trigger.start - words.length + at;
  return { ...span(start, start + 'since'.length), value };
}
