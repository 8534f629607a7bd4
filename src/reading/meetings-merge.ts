import { mayCoincide } from '../text/edtf.ts';
import { type Span, span } from '../text/span.ts';
import type { ReadingDocument } from './document.ts';
import type { Draft } from './meeting-drafts.ts';
import { distinct, samePart } from './meeting-participants.ts';
import type { DateMention, MeetingForm, MeetingReport, Participant } from './reading.ts';

/** Joins the drafts that tell one meeting, and adds the sentences that go on about it. */
export function mergedMeetings(
  document: ReadingDocument,
  _dates: readonly DateMention[],
  drafts: readonly Draft[],
): MeetingReport[] {
  const reports: MeetingReport[] = [];
  for (const draft of drafts) {
    const at = reports.findLastIndex((report) => isSame(report, draft));
    const same = reports[at];
    if (same) reports[at] = joined(document, same, draft);
    else reports.push({ ...span(draft.sentence.start, draft.sentence.end), ...fields(draft), also: [] });
  }
  return reports;
}

const fields = ({ trigger, form, status, participants, date, place, topic }: Draft) => ({
  trigger,
  form,
  status,
  participants,
  date,
  place,
  topic,
});

/** The fullest form wins: a visit with talks is talks. */
const FORMS: readonly MeetingForm[] = ['visit', 'meeting', 'session', 'talks', 'call'];

function joined(document: ReadingDocument, report: MeetingReport, draft: Draft): MeetingReport {
  const sameSentence = report.start === draft.sentence.start;
  const form = FORMS.indexOf(draft.form) > FORMS.indexOf(report.form) && sameSentence ? draft.form : report.form;
  const gap = document.text.slice(report.trigger.end, draft.trigger.start);
  const near = sameSentence && draft.trigger.start >= report.trigger.end && /^\s+(?:\S+\s+){0,2}$/.test(gap);
  return {
    ...report,
    trigger: near ? span(report.trigger.start, draft.trigger.end) : report.trigger,
    form,
    participants: distinct([...report.participants, ...draft.participants]),
    date: report.date ?? draft.date,
    place: report.place ?? draft.place,
    topic: report.topic ?? draft.topic,
    also: sameSentence ? report.also : withSentence(report.also, draft.sentence),
  };
}

const withSentence = (also: readonly Span[], sentence: Span): Span[] =>
  also.some((span) => span.start === sentence.start) ? [...also] : [...also, span(sentence.start, sentence.end)];

/** One meeting told twice: someone took part in both, and nothing speaks against it. */
function isSame(report: MeetingReport, draft: Draft): boolean {
  if (report.status !== draft.status) return false;
  if (report.date && draft.date && !mayCoincide(report.date.value, draft.date.value)) return false;
  if (report.place && draft.place && report.place.name !== draft.place.name) return false;
  const shared = report.participants.filter((p) => draft.participants.some((q) => samePart(p, q)));
  if (shared.length === 0) return report.start === draft.sentence.start && draft.participants.length === 0;
  const here = report.participants.filter((p) => !shared.includes(p));
  const there = draft.participants.filter((q) => !shared.some((p) => samePart(p, q)));
  return here.length === 0 || there.length === 0 || stands(here, there) || stands(there, here);
}

/** Do the bodies and posts on one side stand for the people on the other: "a delegation from Iraq" and its head? */
const stands = (nameless: readonly Participant[], named: readonly Participant[]): boolean =>
  nameless.every((p) => p.kind !== 'person' && p.country !== null && named.some((q) => q.country === p.country));
