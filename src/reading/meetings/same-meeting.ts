import { mayCoincide } from '../../text/edtf.ts';
import { type Span, span } from '../../text/span.ts';
import type { DateMention, MeetingForm, MeetingReport, MeetingStatus, Participant, Place } from '../reading.ts';
import { distinct, isSameParty } from './parties.ts';

/** A meeting as one predicate of one sentence reports it. */
export interface Draft {
  readonly sentence: Span;
  readonly sentenceIndex: number;
  readonly trigger: Span;
  readonly form: MeetingForm;
  readonly status: MeetingStatus;
  readonly participants: readonly Participant[];
  readonly date: DateMention | null;
  readonly place: Place | null;
  readonly topic: Span | null;
  /** "The meeting", with nobody named. */
  readonly refersBack: boolean;
  /** "Another meeting", "the previous summit". */
  readonly another: boolean;
}

interface Joined {
  readonly report: MeetingReport;
  /** The last sentence that reports it. */
  readonly until: number;
}

/** Only the last few can be meant: a text of a thousand meetings takes no longer for each. */
const LOOK_BACK = 20;
/** Nameless parties, this many sentences on, are those named before. */
const NEXT = 2;
/** "The meeting", this many sentences on, is still the one reported before. */
const NEAR = 8;

/** One report for each meeting of a text, in the order of their first report. */
export function joinSameMeetings(drafts: readonly Draft[]): MeetingReport[] {
  const found: Joined[] = [];
  for (const draft of drafts) {
    const from = Math.max(0, found.length - LOOK_BACK);
    const at = from + found.slice(from).findLastIndex((one) => isSame(one, draft));
    const same = at >= from ? found[at] : undefined;
    if (same) found[at] = { report: joined(same.report, draft), until: draft.sentenceIndex };
    else if (draft.participants.length > 0 && !(draft.refersBack && draft.participants.length < 2))
      found.push({ report: reportOf(draft), until: draft.sentenceIndex });
  }
  return found.map(({ report }) => report);
}

const reportOf = ({ sentence, trigger, form, status, participants, date, place, topic }: Draft): MeetingReport => ({
  ...span(sentence.start, sentence.end),
  trigger,
  form,
  status,
  participants: distinct(participants),
  date,
  place,
  topic,
  also: [],
});

const UNDONE = /^(?:called-off|denied)$/;

/** Do two sentences report one meeting? Somebody took part in both and nothing speaks against it. */
function isSame({ report, until }: Joined, draft: Draft): boolean {
  if (report.status !== draft.status && (!draft.refersBack || UNDONE.test(draft.status) || UNDONE.test(report.status)))
    return false;
  if ((report.form === 'call') !== (draft.form === 'call')) return false;
  if (report.date && draft.date && !mayCoincide(report.date.value, draft.date.value)) return false;
  if (report.place && draft.place && report.place.name !== draft.place.name) return false;
  if (draft.another) return false;
  if (isEcho(report, draft) && draft.sentenceIndex - until <= NEXT) return true;
  const shared = report.participants.filter((party) =>
    draft.participants.some((other) => isSameParty(party, other)),
  ).length;
  const near = draft.sentenceIndex - until <= NEAR;
  if (draft.refersBack) return near && shared === draft.participants.length;
  if (shared === 0) return false;
  const [here, there] = [report.participants.length - shared, draft.participants.length - shared];
  if (standFor(report, draft) && near) return true;
  if (shared === 1 && report.participants.length > 1 && draft.participants.length > 1) return false;
  return (here === 0 || there === 0) && (shared > 1 || near);
}

/** "It received delegations led by their deputies", right after the sentence that names them: nobody new. */
const isEcho = (report: MeetingReport, draft: Draft): boolean =>
  report.participants.length > 1 &&
  draft.participants.length > 0 &&
  draft.participants.every(
    ({ kind, entity, country }) => (kind === 'body' || kind === 'role') && entity === null && country === null,
  );

/** Do the bodies and posts on one side stand for the people on the other: "a delegation from Oman" for its head? */
function standFor(report: MeetingReport, draft: Draft): boolean {
  const only = (parties: readonly Participant[], others: readonly Participant[]) =>
    parties.filter((party) => !others.some((other) => isSameParty(party, other)));
  const [here, there] = [only(report.participants, draft.participants), only(draft.participants, report.participants)];
  const areNameless = (parties: readonly Participant[], others: readonly Participant[]) =>
    parties.length > 0 &&
    parties.every(
      ({ kind, country }) => kind !== 'person' && others.some((other) => country !== null && other.country === country),
    );
  return areNameless(here, there) || areNameless(there, here);
}

/** All who are named on either side; where one side has people alone, without the states that they stand for. */
function allOf(some: readonly Participant[], others: readonly Participant[]): Participant[] {
  const all = distinct([...some, ...others]);
  const isPerson = ({ kind }: Participant) => kind === 'person';
  if (!some.every(isPerson) && !others.every(isPerson)) return all;
  const states = new Set(all.filter(isPerson).map(({ country }) => country));
  return all.filter(({ kind, country }) => kind !== 'country' || !states.has(country));
}

/** Of two dates that may be one the one that says more: the day of "last month". */
const finer = (known: DateMention | null, other: DateMention | null): DateMention | null =>
  known === null || other?.value.startsWith(known.value) ? other : known;

function joined(report: MeetingReport, draft: Draft): MeetingReport {
  const isElsewhere = draft.sentence.start !== report.start;
  // Who only names one of them may speak of another time.
  const isFull = draft.refersBack || !isElsewhere || draft.participants.length > 1;
  return {
    ...report,
    participants:
      isEcho(report, draft) && isElsewhere ? report.participants : allOf(report.participants, draft.participants),
    date: finer(report.date, isFull ? draft.date : null),
    place: report.place ?? (isFull ? draft.place : null),
    topic: report.topic ?? draft.topic,
    also:
      isElsewhere && !report.also.some((one) => one.start === draft.sentence.start)
        ? [...report.also, span(draft.sentence.start, draft.sentence.end)]
        : report.also,
  };
}
