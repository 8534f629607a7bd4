import { mayCoincide } from '../../text/edtf.ts';
import { type Span, span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { MeetingForm, MeetingReport, Participant } from '../reading.ts';
import type { Draft } from './draft.ts';
import { distinct, samePart } from './participants.ts';

/** Joins the drafts that tell one and the same meeting into one report, in order of their first telling. */
export function mergedMeetings(document: ReadingDocument, drafts: readonly Draft[]): MeetingReport[] {
  const reports: MeetingReport[] = [];
  for (const draft of drafts) {
    // Only the last few can be meant: a text of a thousand meetings takes no longer for each.
    const from = Math.max(0, reports.length - LOOK_BACK);
    const at = from + reports.slice(from).findLastIndex((report) => isSame(report, draft));
    const told = draft.bare ? reports.at(-1) : undefined;
    if (told && told.status === 'held' && sentenceNear(told, draft)) continue;
    const same = at >= from ? reports[at] : undefined;
    if (same) reports[at] = joined(document, same, draft);
    else {
      const { sentence, bare: _bare, apart: _apart, ...told } = draft;
      reports.push({ ...span(sentence.start, sentence.end), ...told, also: [] });
    }
  }
  return reports;
}

const LOOK_BACK = 20;

/** "During the talks", soon after a report of talks, tells no others; the sentence goes with that report. */
const sentenceNear = (report: MeetingReport, draft: Draft): boolean => draft.sentence.start - report.end < 1500;

/** The fullest form wins: a visit with talks is talks. */
const FORMS: readonly MeetingForm[] = ['visit', 'meeting', 'session', 'talks', 'call'];

function joined(document: ReadingDocument, report: MeetingReport, draft: Draft): MeetingReport {
  const sameSentence = report.start === draft.sentence.start;
  const fuller = sameSentence && FORMS.indexOf(draft.form) > FORMS.indexOf(report.form);
  const gap = document.text.slice(report.trigger.end, Math.min(draft.trigger.start, report.trigger.end + 80));
  const near = sameSentence && draft.trigger.start >= report.trigger.end && /^\s+(?:[^\s,]+\s+){0,2}$/.test(gap);
  return {
    ...report,
    trigger: near ? span(report.trigger.start, draft.trigger.end) : fuller ? draft.trigger : report.trigger,
    form: fuller ? draft.form : report.form,
    participants: isEcho(report, draft)
      ? report.participants
      : distinct([...report.participants, ...draft.participants]),
    date: report.date ?? draft.date,
    place: report.place ?? draft.place,
    topic: report.topic ?? draft.topic,
    also: sameSentence ? report.also : withSentence(report.also, draft.sentence),
  };
}

export const withSentence = (also: readonly Span[], sentence: Span): Span[] =>
  also.some((other) => other.start === sentence.start) ? [...also] : [...also, span(sentence.start, sentence.end)];

/** One meeting told twice: someone took part in both, and nothing speaks against it. */
function isSame(report: MeetingReport, draft: Draft): boolean {
  if (report.status !== draft.status) return false;
  if (report.date && draft.date && !mayCoincide(report.date.value, draft.date.value)) return false;
  if (report.place && draft.place && report.place.name !== draft.place.name) return false;
  if (isEcho(report, draft)) return true;
  const shared = report.participants.filter((p) => draft.participants.some((q) => samePart(p, q)));
  if (shared.length === 0) return false;
  const here = report.participants.filter((p) => !shared.includes(p));
  const there = draft.participants.filter((q) => !shared.some((p) => samePart(p, q)));
  return here.length === 0 || there.length === 0 || standFor(here, there) || standFor(there, here);
}

/** Do the bodies and posts on one side stand for the people on the other: "a delegation from Iraq" for its head? */
const standFor = (nameless: readonly Participant[], others: readonly Participant[]): boolean =>
  nameless.every((p) => p.kind !== 'person' && p.country !== null && others.some((q) => q.country === p.country));

/** How far on a sentence may still speak of the same nameless people. */
const NEXT = 400;

/** "It received delegations led by their deputies", after the sentence that told which: nobody new. */
const isEcho = (report: MeetingReport, draft: Draft): boolean =>
  report.status === 'held' &&
  draft.sentence.start !== report.start &&
  draft.sentence.start - report.end < NEXT &&
  draft.participants.every(
    (p) => (p.kind === 'body' || p.kind === 'role') && p.entity === null && p.country === null,
  ) &&
  report.participants.length > 1;
