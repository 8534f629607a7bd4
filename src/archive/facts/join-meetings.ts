import type { ArticleId } from '../../corpus/article.ts';
import type { MeetingStatus } from '../../reading/reading.ts';
import { type Edtf, firstDay, isDay, lastDay } from '../../text/edtf.ts';
import { foldName } from '../../text/spelling.ts';
import type { Meeting, MeetingId, MeetingParticipant } from '../archive.ts';
import { roleWords } from '../entities/roles.ts';
import { countriesAgree, countriesOf, isPerson } from './participants.ts';
import { meetingScore, OTHER_MEETING, type ResolvedReport, SAME_MEETING } from './same-meeting.ts';

/**
 * Makes one meeting of all reports of it, by what same-meeting.ts weighs: a report joins the meeting that it fits best, if no
 * report of that one speaks for another, so that a vague report can't draw two meetings together. What was planned and then held
 * is one. Ids are made of the first report.
 */
export function joinMeetings<T extends ResolvedReport>(reports: readonly T[]): JoinedMeeting<T>[] {
  const inOrder = [...reports].sort(
    (a, b) => compare(publishedOf(a), publishedOf(b)) || compare(placeInText(a), placeInText(b)),
  );
  const meetings: Joined<T>[] = [];
  const byClue = new Map<string, Set<Joined<T>>>();
  for (const report of inOrder) {
    const clues = cluesOf(report);
    const candidates = new Set(clues.flatMap((clue) => [...(byClue.get(clue) ?? [])]));
    let known: Joined<T> | null = null;
    let most = SAME_MEETING;
    for (const meeting of candidates) {
      const score = scoreWith(report, meeting);
      // Of those that fit as well, the latest: "received delegations" is about the meeting told just before.
      if (score >= most) [known, most] = [meeting, score];
    }
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
    .map(({ reports: all }) => ({ meeting: meetingOf(all), reports: all.toSorted((a, b) => worth(b) - worth(a)) }))
    .map(({ meeting, reports: all }) => ({ meeting: { ...meeting, id: freeId(meeting.id, taken) }, reports: all }));
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

/** How well it fits the report that it fits best; nothing where a report speaks for another meeting. */
function scoreWith(report: ResolvedReport, { unlike }: Pick<Joined<ResolvedReport>, 'unlike'>): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const alike of unlike.values()) {
    for (const other of alike) {
      const score = meetingScore(report, other);
      if (score < OTHER_MEETING) return Number.NEGATIVE_INFINITY;
      best = Math.max(best, score);
    }
  }
  return best;
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
const publishedOf = ({ evidence: { card } }: ResolvedReport): string => card.published?.date ?? '9999';
const placeInText = ({ evidence: { card, sentence } }: ResolvedReport): string =>
  `${card.id} ${String(sentence.start).padStart(9, '0')}`;

/**
 * What reports of one meeting have in common: somebody who took part, or the countries, each with the month; looking for
 * candidates by these keeps joining linear in the archive. The article is a clue too, for reports within it. Only reports that
 * share a clue are ever held against each other.
 */
export function cluesOf(report: ResolvedReport): string[] {
  const { evidence, participants } = report;
  const who = participants.flatMap(({ actor }) => (actor === null ? [] : [actor as string]));
  const countries = countriesOf(participants);
  if (countries.size > 1) who.push([...countries].sort().join('+'));
  const date = evidence.date ?? evidence.card.published?.date ?? null;
  // Reported without any date, it can be the same as another only within its article.
  const when = date === null ? [] : monthsOf(date);
  // What is planned without a date is looked for in the months that follow.
  const { published } = evidence.card;
  if (evidence.date === null && published && isAhead(evidence.status)) when.push(...monthsAfter(published.date));
  return [clueOfArticle(evidence.card.id), ...who.flatMap((one) => when.map((month) => `${one} ${month}`))];
}

const isAhead = (status: MeetingStatus): boolean => status === 'planned' || status === 'requested';

/** The two months after a date. */
function monthsAfter(date: Edtf): string[] {
  const last = lastDay(date);
  if (!last) return [];
  const [year = 0, month = 0] = last.split('-').map(Number);
  return [month, month + 1].map((next) => new Date(Date.UTC(year, next, 1)).toISOString().slice(0, 7));
}

/** The clue that all reports of an article share. */
export const clueOfArticle = (id: ArticleId): string => `in ${id}`;

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
    place: inOrder.find(({ evidence }) => evidence.place !== null)?.evidence.place ?? null,
    participants: together(best.flatMap(({ participants }) => participants)),
    evidence: best.map(({ evidence }) => evidence),
  };
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
  return known.find(isDay) ?? known.toSorted((a, b) => span(a) - span(b))[0] ?? null;
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
    const key = participant.actor ?? `${participant.kind} ${foldName(participant.name)} ${participant.country ?? ''}`;
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
