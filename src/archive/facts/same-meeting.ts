import type { MeetingReport, MeetingStatus } from '../../reading/reading.ts';
import { countryNamed } from '../../text/countries.ts';
import { type Edtf, firstDay, isDay, lastDay, mayCoincide } from '../../text/edtf.ts';
import { foldName } from '../../text/spelling.ts';
import type { Meeting, MeetingEvidence, MeetingParticipant } from '../archive.ts';
import { actorsOf, countriesOf, isPerson } from './participants.ts';

/** One article's telling of a meeting, its participants known across articles. */
export interface ResolvedReport {
  readonly evidence: MeetingEvidence;
  readonly form: Meeting['form'];
  /** Which of a series the sentence says it is: "1" for "their first summit"; null where it does not. */
  readonly order: string | null;
  readonly participants: readonly MeetingParticipant[];
}

/*
 * Do two reports tell of one meeting? As with names (identity.ts), a sum of evidence for and against. Participants alone, or a
 * date alone, never suffice: the first must be told twice alike, and something must say that it was at one time.
 */

export type MeetingEvidenceKind =
  | 'two participants the same'
  | 'one the same, the other of the same country'
  | 'one the same, nobody else named'
  | 'nobody named'
  | 'countries the same'
  | 'each names others'
  | 'participants differ'
  | 'the same day'
  | 'a day apart'
  | 'days differ'
  | 'planned for another day'
  | 'dates overlap'
  | 'the same vague date'
  | 'a long time that includes the other'
  | 'dates exclude each other'
  | 'undated, published within days'
  | 'undated, published weeks apart'
  | 'undated, published long apart'
  | 'planned and then held'
  | 'announced long before'
  | 'published after what it plans'
  | 'the same place'
  | 'one place in the other'
  | 'places differ'
  | 'places of one day differ'
  | 'a call and no call'
  | 'the same of a series'
  | 'another of a series'
  | 'in one article'
  | 'two days or places in one article'
  | 'two in one sentence'
  | 'held and not held';

export const MEETING_WEIGHTS: Readonly<Record<MeetingEvidenceKind, number>> = {
  'two participants the same': 4,
  'one the same, the other of the same country': 2,
  'one the same, nobody else named': -1,
  'nobody named': -1,
  'countries the same': 1,
  'each names others': -6,
  'participants differ': -10,
  'the same day': 4,
  'a day apart': -1,
  'days differ': -8,
  'planned for another day': -2,
  'dates overlap': 2,
  'the same vague date': 2,
  'a long time that includes the other': -1,
  'dates exclude each other': -8,
  'undated, published within days': 1,
  'undated, published weeks apart': -1.5,
  'undated, published long apart': -4,
  'planned and then held': -1,
  'announced long before': -2,
  'published after what it plans': -10,
  'the same place': 2.5,
  'one place in the other': 1.5,
  'places differ': -5,
  'places of one day differ': -3,
  'a call and no call': -4,
  'the same of a series': 2,
  'another of a series': -6,
  'in one article': 3,
  'two days or places in one article': -10,
  'two in one sentence': -10,
  'held and not held': -10,
};

/** From here on two reports are of one meeting. */
export const SAME_MEETING = 4;
/** Below this, two reports cannot be of one meeting, whatever other reports of it say. */
export const OTHER_MEETING = 0;

/** Reports of one meeting come out within so many days of each other, while it is news. */
const NEWS_LASTS_DAYS = 5;
const WEEKS_DAYS = 30;
/** What is planned without a date takes place within so many days. */
const PLANNED_AHEAD_DAYS = 90;
const DAY = 86_400_000;

export const meetingScore = (a: ResolvedReport, b: ResolvedReport): number =>
  compareMeetings(a, b).reduce((sum, kind) => sum + MEETING_WEIGHTS[kind], 0);

/** All evidence that two reports are of one meeting, or of two. */
export function compareMeetings(a: ResolvedReport, b: ResolvedReport): MeetingEvidenceKind[] {
  const inOne = a.evidence.card.id === b.evidence.card.id;
  const who = participantsAgree(a.participants, b.participants);
  const found: MeetingEvidenceKind[] = [who];
  const [x, y] = [STAGES[a.evidence.status], STAGES[b.evidence.status]];
  if (x !== y && !(mayFollow(x, y) || mayFollow(y, x))) found.push('held and not held');
  const place = placesAgree(a.evidence.place, b.evidence.place);
  const when = x === y ? timesAgree(a.evidence, b.evidence) : planFits(...inStages(a.evidence, b.evidence));
  // In one article, that both say no day is no sign that it was one day.
  found.push(...when.filter((one) => !inOne || !UNDATED.test(one)));
  if (place)
    found.push(place === 'places differ' && when.includes('the same day') ? 'places of one day differ' : place);
  if ((a.form === 'call') !== (b.form === 'call')) found.push('a call and no call');
  if (a.order !== null && b.order !== null) {
    found.push(a.order === b.order ? 'the same of a series' : 'another of a series');
  }
  if (inOne && a.evidence.sentence.start === b.evidence.sentence.start) found.push('two in one sentence');
  else if (inOne) {
    const differ = place === 'places differ' || when.some((one) => MEETING_WEIGHTS[one] < 0 && !UNDATED.test(one));
    found.push(differ || x !== y ? 'two days or places in one article' : 'in one article');
  }
  return found;
}

const UNDATED = /^undated/;

type Stage = 'ahead' | 'held' | 'off' | 'recurring';

const STAGES: Readonly<Record<MeetingStatus, Stage>> = {
  held: 'held',
  planned: 'ahead',
  requested: 'ahead',
  'called-off': 'off',
  denied: 'off',
  recurring: 'recurring',
};

/** What is planned is held or called off. */
const mayFollow = (before: Stage, after: Stage): boolean => before === 'ahead' && (after === 'held' || after === 'off');

const inStages = (a: MeetingEvidence, b: MeetingEvidence): [plan: MeetingEvidence, outcome: MeetingEvidence] =>
  STAGES[a.status] === 'ahead' ? [a, b] : [b, a];

function participantsAgree(a: readonly MeetingParticipant[], b: readonly MeetingParticipant[]): MeetingEvidenceKind {
  const [inA, inB] = [actorsOf(a), actorsOf(b)];
  const shared = new Set([...inA].filter((actor) => inB.has(actor)));
  if (shared.size > 1) return 'two participants the same';
  const rest = (side: readonly MeetingParticipant[]) =>
    side.filter(({ actor }) => actor === null || !shared.has(actor));
  const [restOfA, restOfB] = [rest(a), rest(b)];
  const bothName = restOfA.some(isPerson) && restOfB.some(isPerson);
  if (shared.size === 1) {
    if (bothName) return 'each names others';
    const [ofA, ofB] = [countriesOf(restOfA), countriesOf(restOfB)];
    if (ofA.size === 0 || ofB.size === 0) return 'one the same, nobody else named';
    return [...ofA].some((country) => ofB.has(country))
      ? 'one the same, the other of the same country'
      : 'participants differ';
  }
  const [countriesA, countriesB] = [countriesOf(a), countriesOf(b)];
  if ((inA.size === 0 && countriesA.size === 0) || (inB.size === 0 && countriesB.size === 0)) return 'nobody named';
  const same =
    countriesA.size > 1 && countriesA.size === countriesB.size && [...countriesA].every((one) => countriesB.has(one));
  return same && !bothName ? 'countries the same' : 'participants differ';
}

/** The times of two reports at one stage: both held, or both planned. */
function timesAgree(a: MeetingEvidence, b: MeetingEvidence): MeetingEvidenceKind[] {
  if (a.date === null || b.date === null) {
    const days = Math.min(daysBetween(knownDay(a), knownDay(b)), daysBetween(publishedOf(a), publishedOf(b)));
    if (days <= NEWS_LASTS_DAYS) return ['undated, published within days'];
    return [days <= WEEKS_DAYS ? 'undated, published weeks apart' : 'undated, published long apart'];
  }
  if (isDay(a.date) && isDay(b.date)) {
    if (a.date === b.date) return ['the same day'];
    if (STAGES[a.status] === 'ahead' && a.card.id !== b.card.id) return ['planned for another day'];
    const close = daysBetween(publishedOf(a), publishedOf(b)) <= NEWS_LASTS_DAYS;
    return [close && daysBetween(a.date, b.date) <= 1 ? 'a day apart' : 'days differ'];
  }
  return [datesAgree(a.date, b.date)];
}

/** A plan must come before what came of it, and leave room for its day. */
function planFits(plan: MeetingEvidence, outcome: MeetingEvidence): MeetingEvidenceKind[] {
  const [announced, out] = [publishedOf(plan), outcome.date ? (lastDay(outcome.date) ?? null) : publishedOf(outcome)];
  if (announced === null || out === null || announced > out) return ['published after what it plans'];
  if (plan.date === null) {
    const days = daysBetween(announced, outcome.date ? firstDay(outcome.date) : out);
    return [days <= PLANNED_AHEAD_DAYS ? 'planned and then held' : 'announced long before'];
  }
  if (outcome.date === null) {
    const days = daysBetween(lastDay(plan.date), publishedOf(outcome));
    return [days <= NEWS_LASTS_DAYS ? 'planned and then held' : 'undated, published weeks apart'];
  }
  if (isDay(plan.date) && isDay(outcome.date)) {
    return [plan.date === outcome.date ? 'the same day' : 'planned for another day'];
  }
  return [datesAgree(plan.date, outcome.date)];
}

/** Two dates that are not both days. */
function datesAgree(a: Edtf, b: Edtf): MeetingEvidenceKind {
  if (!mayCoincide(a, b)) return 'dates exclude each other';
  if (!isShort(a) || !isShort(b)) return 'a long time that includes the other';
  return a === b ? 'the same vague date' : 'dates overlap';
}

/** A month or less. */
function isShort(date: Edtf): boolean {
  const days = daysBetween(firstDay(date), lastDay(date));
  return days <= 31;
}

const publishedOf = ({ card }: MeetingEvidence): string | null =>
  card.published && isDay(card.published.date) ? card.published.date : null;
const knownDay = (one: MeetingEvidence): string | null => (one.date ? firstDay(one.date) : publishedOf(one));

/** Infinite where one is not known. */
const daysBetween = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(a) - Date.parse(b)) / DAY;

function placesAgree(
  a: string | null,
  b: string | null,
): 'the same place' | 'one place in the other' | 'places differ' | null {
  if (a === null || b === null) return null;
  if (foldName(a) === foldName(b)) return 'the same place';
  const [inA, inB] = [countryNamed(a), countryNamed(b)];
  if (inA && inB) return inA.country === inB.country ? 'one place in the other' : 'places differ';
  // Of a town that is no capital nothing says in which country it lies.
  return inA?.as === 'name' || inB?.as === 'name' ? null : 'places differ';
}

/** Which of a series the words before a report's trigger say it is: "their second summit", "a third round of talks" → 2, 3. */
export function orderOf({ start, trigger }: MeetingReport, body: string): string | null {
  const words = body.slice(start, trigger.end);
  const found = [...words.matchAll(ORDER)].at(-1)?.[1]?.toLowerCase();
  return found === undefined ? null : String(ORDINALS.indexOf(found));
}

const ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const ORDER = new RegExp(String.raw`\b(${ORDINALS.slice(1).join('|')})\b(?=(?:[\s-]+[\p{L}-]+){0,3}\s*$)`, 'giu');
