import type { MeetingReport, MeetingStatus } from '../../reading/reading.ts';
import { countryNamed } from '../../text/countries.ts';
import { type Edtf, firstDay, isDay, lastDay, mayCoincide } from '../../text/edtf.ts';
import { foldName } from '../../text/spelling.ts';
import type { Meeting, MeetingEvidence, MeetingParticipant } from '../archive.ts';
import { roleWords } from '../entities/roles.ts';
import { MEETING_WEIGHTS, type MeetingEvidenceKind } from './meeting-weights.ts';
import { actorsOf, countriesOf, isPerson } from './participants.ts';

/** One article's report of a meeting, its participants known across articles. */
export interface ResolvedReport {
  readonly evidence: MeetingEvidence;
  readonly form: Meeting['form'];
  /** Which of a series the sentence says it is: "1" for "their first summit"; null where it does not. */
  readonly order: string | null;
  readonly participants: readonly MeetingParticipant[];
}

/** Reports of one meeting come out within so many days of each other, while it is news. */
const NEWS_LASTS_DAYS = 5;
const WEEKS_DAYS = 30;
/** What is planned without a date takes place within so many days. */
const PLANNED_AHEAD_DAYS = 90;
/** Of a meeting of years ago an article says when it was. */
const YEAR_DAYS = 365;
/** What is planned for one day and held on another, or planned anew, is put off by so many days. */
const PUT_OFF_DAYS = 30;
const DAY = 86_400_000;

/** All evidence that two reports are of one meeting, or of two. */
export function compareMeetings(a: ResolvedReport, b: ResolvedReport): MeetingEvidenceKind[] {
  const inOne = a.evidence.card.id === b.evidence.card.id;
  const who = participantsAgree(a.participants, b.participants);
  const found: MeetingEvidenceKind[] = [who];
  const [x, y] = [STAGES[a.evidence.status], STAGES[b.evidence.status]];
  if (x !== y && !(mayFollow(x, y) || mayFollow(y, x))) found.push('held and not held');
  if (x !== y && (x === 'off' || y === 'off') && (x === 'held' || y === 'held')) {
    found.push('called off before it was held');
  }
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
    const follows = x === y || place === 'the same place' || when.includes('the same day');
    found.push(differ || !follows ? 'two days or places in one article' : 'in one article');
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

/** What is planned is held or called off; and some of what was called off is held after all. */
const mayFollow = (before: Stage, after: Stage): boolean =>
  (before === 'ahead' && (after === 'held' || after === 'off')) || (before === 'off' && after === 'held');

const inStages = (a: MeetingEvidence, b: MeetingEvidence): [plan: MeetingEvidence, outcome: MeetingEvidence] =>
  mayFollow(STAGES[a.status], STAGES[b.status]) ? [a, b] : [b, a];

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
    if (![...ofA].some((country) => ofB.has(country))) return 'participants differ';
    return describedOtherwise(restOfA, restOfB)
      ? 'one the same, the other described otherwise'
      : 'one the same, the other of the same country';
  }
  const [countriesA, countriesB] = [countriesOf(a), countriesOf(b)];
  if ((inA.size === 0 && countriesA.size === 0) || (inB.size === 0 && countriesB.size === 0)) return 'nobody named';
  const same =
    countriesA.size > 1 && countriesA.size === countriesB.size && [...countriesA].every((one) => countriesB.has(one));
  if (same && !bothName) return 'countries the same';
  return mayBeOf(a, b) || mayBeOf(b, a) ? 'countries that may be the same' : 'participants differ';
}

/** Are the one side countries alone, and the other people of whom it is not stated that they are of others? */
function mayBeOf(countries: readonly MeetingParticipant[], people: readonly MeetingParticipant[]): boolean {
  const known = countriesOf(countries);
  return (
    countries.every(({ kind }) => kind === 'country') &&
    people.every(({ country }) => country === null || known.has(country)) &&
    people.some(({ country }) => country === null)
  );
}

/** Are both sides described by what they are alone, and by other words: "commanders", "soldiers"? */
function describedOtherwise(a: readonly MeetingParticipant[], b: readonly MeetingParticipant[]): boolean {
  if (![...a, ...b].every(({ kind }) => kind === 'role')) return false;
  const words = new Set(a.flatMap(({ name }) => roleWords(name)));
  return !b.some(({ name }) => roleWords(name).some((word) => words.has(word)));
}

/** The times of two reports at one stage: both held, or both planned. */
function timesAgree(a: MeetingEvidence, b: MeetingEvidence): MeetingEvidenceKind[] {
  if (a.date === null || b.date === null) {
    if (STAGES[a.status] === 'held' && (isPublishedBefore(a, b) || isPublishedBefore(b, a)))
      return ['reported before it was held'];
    const days = Math.min(daysBetween(knownDay(a), knownDay(b)), daysBetween(publishedOf(a), publishedOf(b)));
    if (days <= NEWS_LASTS_DAYS) return ['undated, published within days'];
    if (days <= WEEKS_DAYS) return ['undated, published weeks apart'];
    if (days === Number.POSITIVE_INFINITY) return ['undated, as is the article'];
    return [days <= YEAR_DAYS ? 'undated, published long apart' : 'undated, published years apart'];
  }
  if (isDay(a.date) && isDay(b.date)) {
    if (a.date === b.date) return ['the same day'];
    const days = daysBetween(a.date, b.date);
    if (STAGES[a.status] === 'ahead' && a.card.id !== b.card.id && days <= PUT_OFF_DAYS)
      return ['planned for another day'];
    const close = daysBetween(publishedOf(a), publishedOf(b)) <= NEWS_LASTS_DAYS;
    return [close && days <= 1 ? 'a day apart' : 'days differ'];
  }
  return [datesAgree(a.date, b.date)];
}

/** Did the article with the one come out before the day that the other gives? A day's difference is the time zones'. */
function isPublishedBefore(undated: MeetingEvidence, { date }: MeetingEvidence): boolean {
  const [out, day] = [publishedOf(undated), date && firstDay(date)];
  return undated.date === null && out !== null && day !== null && Date.parse(out) + DAY < Date.parse(day);
}

/** A plan must come before what came of it, and leave room for its day. */
function planFits(plan: MeetingEvidence, outcome: MeetingEvidence): MeetingEvidenceKind[] {
  const [announced, out] = [publishedOf(plan), outcome.date ? (lastDay(outcome.date) ?? null) : publishedOf(outcome)];
  if (announced !== null && out !== null && announced > out) return ['published after what it plans'];
  if ((plan.date === null || outcome.date === null) && (announced === null || out === null)) {
    return ['undated, as is the article'];
  }
  if (plan.date === null) {
    const days = daysBetween(announced, outcome.date ? firstDay(outcome.date) : out);
    const most = STAGES[plan.status] === 'off' ? PUT_OFF_DAYS : PLANNED_AHEAD_DAYS;
    return [days <= most ? 'planned and then held' : 'announced long before'];
  }
  if (outcome.date === null) {
    if (STAGES[outcome.status] === 'held' && isPublishedBefore(outcome, plan)) return ['reported before it was held'];
    const days = daysBetween(lastDay(plan.date), publishedOf(outcome));
    return [days <= NEWS_LASTS_DAYS ? 'planned and then held' : 'undated, published weeks apart'];
  }
  if (plan.date === outcome.date && isDay(plan.date)) return ['the same day'];
  const agree = isDay(plan.date) && isDay(outcome.date) ? 'days differ' : datesAgree(plan.date, outcome.date);
  if (agree !== 'days differ' && agree !== 'dates exclude each other') return [agree];
  const late = daysBetween(lastDay(plan.date), firstDay(outcome.date));
  return [late <= PUT_OFF_DAYS ? 'planned for another day' : agree];
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
