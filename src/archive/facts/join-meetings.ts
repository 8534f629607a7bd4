import type { ArticleId } from '../../corpus/article.ts';
import type { MeetingStatus } from '../../reading/reading.ts';
import { countryNamed } from '../../text/countries.ts';
import { type Edtf, firstDay, isDay, lastDay } from '../../text/edtf.ts';
import { foldName } from '../../text/spelling.ts';
import type { Meeting, MeetingId, MeetingParticipant } from '../archive.ts';
import { roleWords } from '../entities/roles.ts';
import { MAY_BE_SAME_MEETING, meetingScore, OTHER_MEETING, SAME_MEETING } from './meeting-weights.ts';
import { actorsOf, countriesAgree, countriesOf, isPerson, participantKey } from './participants.ts';
import { compareMeetings, type ResolvedReport } from './same-meeting.ts';

/**
 * Makes one meeting of all reports of it, by what same-meeting.ts finds and meeting-weights.ts weighs. Those that tell the day come first: a report joins the
 * meeting that it fits best, if no report of that one speaks for another, so that a vague report can't draw two meetings
 * together. What fits no meeting well joins one that it may mean, if that is the only one. What was planned and then held is
 * one. Ids are made of the first report.
 */
export function joinMeetings<T extends ResolvedReport>(reports: readonly T[]): JoinedMeeting<T>[] {
  const inOrder = [...reports].sort((a, b) => vagueness(a) - vagueness(b) || earlierFirst(a, b));
  const meetings: Joined<T>[] = [];
  const byClue = new Map<string, Set<Joined<T>>>();
  for (const report of inOrder) {
    const clues = cluesOf(report);
    const candidates = new Set(clues.flatMap((clue) => [...(byClue.get(clue) ?? [])]));
    const known = meetingMeant(report, candidates);
    const meeting: Joined<T> = known ?? { reports: [], unlike: new Map() };
    join(report, meeting);
    if (!known) meetings.push(meeting);
    for (const clue of clues) {
      const sharing = byClue.get(clue);
      if (sharing) sharing.add(meeting);
      else byClue.set(clue, new Set([meeting]));
    }
  }
  const taken = new Set<string>();
  return meetings
    .map(({ reports: all }) => all.toSorted(earlierFirst))
    .toSorted(([a], [b]) => (a && b ? earlierFirst(a, b) : 0))
    .map((all) => ({ meeting: meetingOf(all), reports: all.toSorted((a, b) => worth(b) - worth(a)) }))
    .map(({ meeting, reports: all }) => ({ meeting: { ...meeting, id: freeId(meeting.id, taken) }, reports: all }));
}

/** 0 where the day is stated, 1 where some time, 2 where none. */
const vagueness = ({ evidence: { date } }: ResolvedReport): number => (date === null ? 2 : isDay(date) ? 0 : 1);

/** The one of these that a report is of; null where it is of none of them, or may be of several. */
function meetingMeant<T extends ResolvedReport>(report: T, candidates: Iterable<Joined<T>>): Joined<T> | null {
  let best: Joined<T> | null = null;
  let most = SAME_MEETING;
  const possible: Joined<T>[] = [];
  for (const meeting of candidates) {
    const { score, whoSame } = fitWith(report, meeting);
    if (whoSame && score >= MAY_BE_SAME_MEETING) possible.push(meeting);
    // Of those that fit as well, the latest: "received delegations" is about the meeting reported just before.
    if (score >= most) [best, most] = [meeting, score];
  }
  const [only, ...others] = possible;
  return best ?? (others.length === 0 ? (only ?? null) : null);
}

/** A meeting and its reports, best first, as its evidence is. */
export interface JoinedMeeting<T extends ResolvedReport> {
  readonly meeting: Meeting;
  readonly reports: readonly T[];
}

interface Joined<T extends ResolvedReport> {
  readonly reports: T[];
  /**
   * Reports that differ in what is compared. Of those alike, one of each of two articles is enough to compare with, so that
   * a meeting reported ten thousand times alike takes no ten thousand comparisons for each.
   */
  readonly unlike: Map<string, ResolvedReport[]>;
}

/** How well it fits the report that it fits best, and whether two took part in both; not at all where a report speaks for another meeting. */
function fitWith(report: ResolvedReport, { unlike }: Pick<Joined<ResolvedReport>, 'unlike'>) {
  let [score, whoSame] = [Number.NEGATIVE_INFINITY, false];
  for (const alike of unlike.values()) {
    for (const other of alike) {
      const evidence = compareMeetings(report, other);
      const sum = meetingScore(evidence);
      if (sum < OTHER_MEETING) return { score: Number.NEGATIVE_INFINITY, whoSame: false };
      score = Math.max(score, sum);
      whoSame ||= evidence.includes('two participants the same');
    }
  }
  return { score, whoSame };
}

function join<T extends ResolvedReport>(report: T, { reports, unlike }: Joined<T>): void {
  reports.push(report);
  const { evidence, participants } = report;
  const { card, status, date, place } = evidence;
  const sides = participants.map(({ kind, actor, country }) => [kind, actor, country]);
  const { form, order } = report;
  const key = JSON.stringify([status, date, place, card.published?.date, form === 'call', order, sides]);
  const alike = unlike.get(key);
  if (!alike) unlike.set(key, [report]);
  else if (alike.length < 2 && alike[0]?.evidence.card.id !== card.id) alike.push(report);
}

/** One sentence may report two meetings: the second is called "…@120-2". */
function freeId(wanted: MeetingId, taken: Set<string>): MeetingId {
  let id: string = wanted;
  for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`;
  taken.add(id);
  return id as MeetingId; // where ids are made
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const earlierFirst = (a: ResolvedReport, b: ResolvedReport): number =>
  compare(publishedOf(a), publishedOf(b)) || compare(placeInText(a), placeInText(b));
const publishedOf = ({ evidence: { card } }: ResolvedReport): string => card.published?.date ?? '9999';
const placeInText = ({ evidence: { card, sentence } }: ResolvedReport): string =>
  `${card.id} ${String(sentence.start).padStart(9, '0')}`;

/**
 * What reports of one meeting have in common: somebody who took part, or the countries, each with the month; two who took part
 * with the place; looking for candidates by these keeps joining linear in the archive. The article is a clue too, for reports
 * within it. Only reports that share a clue are ever held against each other.
 */
export function cluesOf(report: ResolvedReport): string[] {
  const { evidence, participants } = report;
  const actors = [...actorsOf(participants)].sort();
  const countries = [...countriesOf(participants)].sort();
  const who = countries.length > 1 ? [...actors, countries.join('+')] : actors;
  const date = evidence.date ?? evidence.card.published?.date ?? null;
  const when = date === null ? [] : monthsOf(date);
  // What is ahead is put off, and what is planned without a date is looked for in the months that follow.
  if (date !== null && evidence.status !== 'held' && evidence.status !== 'recurring') when.push(...monthsAfter(date));
  const there =
    evidence.place === null ? [] : pairsOf(actors).map((pair) => `${pair} ${foldName(evidence.place ?? '')}`);
  return [
    clueOfArticle(evidence.card.id),
    ...who.flatMap((one) => [...new Set(when)].map((month) => `${one} ${month}`)),
    ...there,
  ];
}

/** Of a few: where many met, each pair of them says nothing. */
const pairsOf = (actors: readonly string[]): string[] =>
  actors.length > MOST_IN_PAIRS
    ? []
    : actors.flatMap((one, at) => actors.slice(at + 1).map((other) => `${one}+${other}`));
const MOST_IN_PAIRS = 6;

/** The two months after a date. */
function monthsAfter(date: Edtf): string[] {
  const last = lastDay(date);
  if (!last) return [];
  const [year = 0, month = 0] = last.split('-').map(Number);
  return [month, month + 1].map((next) => new Date(Date.UTC(year, next, 1)).toISOString().slice(0, 7));
}

/** The months a date touches, and the day before and after with it; a vague date is a clue of its own. */
function monthsOf(date: Edtf): string[] {
  const [first, last] = [firstDay(date), lastDay(date)];
  if (!first || !last) return [date];
  const early = new Date(Date.parse(first) - 3 * 86_400_000).toISOString().slice(0, 7);
  const late = new Date(Date.parse(last) + 3 * 86_400_000).toISOString().slice(0, 7);
  const between =
    Date.parse(last) - Date.parse(first) > 62 * 86_400_000 ? [date] : [first.slice(0, 7), last.slice(0, 7)];
  return [...new Set([early, ...between, late])];
}

/** The clue that all reports of an article share. */
export const clueOfArticle = (id: ArticleId): string => `in ${id}`;

function meetingOf(reports: readonly ResolvedReport[]): Meeting {
  const best = [...reports].sort((a, b) => worth(b) - worth(a));
  const [first] = reports;
  if (!first) throw new Error('a meeting without a report');
  const { card, sentence } = first.evidence;
  const status = statusOf(reports);
  // Where and when it was is for those to say that tell how it came out.
  const last = best.filter(({ evidence }) => evidence.status === status);
  const inOrder = [...last, ...best.filter((one) => !last.includes(one))];
  const fullest = last[0] ?? first;
  return {
    id: `${card.id}@${sentence.start}` as MeetingId, // where ids are made
    status,
    form: fullest.form,
    date:
      mostPrecise(last.map(({ evidence }) => evidence.date)) ?? mostPrecise(best.map(({ evidence }) => evidence.date)),
    place: placeOf(inOrder.flatMap(({ evidence }) => evidence.place ?? [])),
    participants: together(withoutStrays(best)),
    evidence: best.map(({ evidence }) => evidence),
  };
}

/** The place that most reports tell, the first of those; where that is a country, the town in it that at least half as many tell. */
function placeOf(places: readonly string[]): string | null {
  const count = (place: string) => places.filter((other) => foldName(other) === foldName(place)).length;
  const [first] = places.toSorted((a, b) => count(b) - count(a));
  const country = first === undefined ? null : countryNamed(first);
  if (first === undefined || country?.as !== 'name') return first ?? null;
  const isWithin = (place: string) => {
    const named = countryNamed(place);
    // Which towns lie where is not known but for capitals.
    return named === null ? 2 * count(place) >= count(first) : named.as !== 'name' && named.country === country.country;
  };
  return places.find(isWithin) ?? first;
}

/** Whom the reports name, without a country that few of them name beside people: it is where they met, or what they spoke of. */
function withoutStrays(reports: readonly ResolvedReport[]): MeetingParticipant[] {
  const naming = new Map<string, number>();
  for (const { participants } of reports)
    for (const key of new Set(participants.map(participantKey))) naming.set(key, (naming.get(key) ?? 0) + 1);
  return reports.flatMap(({ participants }) => {
    const isOfPeople = participants.filter(isPerson).length >= 2;
    return participants.filter(
      (one) => one.kind !== 'country' || !isOfPeople || 2 * (naming.get(participantKey(one)) ?? 0) >= reports.length,
    );
  });
}

/** How it came out: held where one report says so, else what the latest says. */
function statusOf(reports: readonly ResolvedReport[]): MeetingStatus {
  const roleHeld = reports.map(({ evidence }) => evidence.status);
  return roleHeld.find((status) => status === 'held') ?? roleHeld.at(-1) ?? 'held';
}

/** People named count most, then a place and a date. */
const worth = ({ participants, evidence: { place, date } }: ResolvedReport): number =>
  participants.filter(isPerson).length * 4 + (place ? 2 : 0) + (date ? 1 : 0) + participants.length / 100;

function mostPrecise(dates: readonly (Edtf | null)[]): Edtf | null {
  const known = dates.filter((date) => date !== null);
  return commonestDay(known.filter(isDay)) ?? known.toSorted((a, b) => span(a) - span(b))[0] ?? null;
}

/** The first of those that most reports tell. */
function commonestDay(days: readonly Edtf[]): Edtf | null {
  const count = (day: Edtf) => days.filter((other) => other === day).length;
  return days.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

const span = (date: Edtf): number =>
  Date.parse(lastDay(date) ?? '9999-12-31') - Date.parse(firstDay(date) ?? '0001-01-01');

/**
 * Everybody once. A country is left out where one of its people or bodies is named, and an unnamed post where its holder is:
 * "the Iraqi ambassador" where the article beside it names the ambassador.
 */
function together(participants: readonly MeetingParticipant[]): MeetingParticipant[] {
  const once = new Map<string, MeetingParticipant>();
  for (const participant of participants) {
    const key = participantKey(participant);
    const known = once.get(key);
    if (!known) once.set(key, participant);
    else
      once.set(key, { ...known, role: known.role ?? participant.role, country: known.country ?? participant.country });
  }
  const all = [...once.values()];
  return all.filter((one) => {
    if (one.kind === 'country')
      return !all.some(({ kind, country }) => kind !== 'country' && country === (one.country ?? one.name));
    if (one.kind === 'role') return !all.some((other) => isPerson(other) && holds(other, one));
    return true;
  });
}

function holds(person: MeetingParticipant, post: MeetingParticipant): boolean {
  const roleHeld = person.role === null ? [] : roleWords(person.role);
  const words = roleWords(post.role ?? post.name);
  return words.length > 0 && words.every((word) => roleHeld.includes(word)) && countriesAgree([person], [post]);
}
