import type { ArticleId } from '../../corpus/article.ts';
import type { MeetingStatus } from '../../reading/reading.ts';
import { type Edtf, firstDay, isDay, lastDay } from '../../text/edtf.ts';
import { foldName } from '../../text/spelling.ts';
import type { Meeting, MeetingEvidence, MeetingId, MeetingParticipant } from '../archive.ts';
import { roleWords } from '../entities/roles.ts';
import { sameTime } from './same-time.ts';

/** One article's report of a meeting, its participants known across articles. */
export interface ResolvedReport {
  readonly evidence: MeetingEvidence;
  readonly form: Meeting['form'];
  readonly participants: readonly MeetingParticipant[];
}

/**
 * Makes one meeting of all reports of it. Two reports are of one meeting where nothing they say contradicts (status,
 * date, place, who took part) and enough agrees: two participants, or one and the country of the other side, or, where
 * neither names a person, all the countries; within one article, a report that names nobody is of the meeting reported before. Every report must fit every other, so that a vague one can't draw two
 * meetings together. Ids are made of the first report.
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
    // The latest first: "received delegations" is about the meeting reported just before.
    const known = [...candidates].reverse().find((meeting) => fits(report, meeting));
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

/** Is it of this meeting, by every report of it? */
function fits(report: ResolvedReport, { unlike }: Pick<Joined<ResolvedReport>, 'unlike'>): boolean {
  for (const alike of unlike.values()) if (!alike.every((other) => sameMeeting(report, other))) return false;
  return true;
}

function join<T extends ResolvedReport>(report: T, { reports, unlike }: Joined<T>): void {
  reports.push(report);
  const { evidence, participants } = report;
  const { card, status, date, place } = evidence;
  const sides = participants.map(({ kind, actor, country }) => [kind, actor, country]);
  const key = JSON.stringify([status, date, place, card.published?.date, sides]);
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
  const countries = countriesOf(report);
  if (countries.size > 1) who.push([...countries].sort().join('+'));
  const date = evidence.date ?? evidence.card.published?.date ?? null;
  // Reported without any date, it can be the same as another only within its article.
  const when = date === null ? [] : monthsOf(date);
  return [clueOfArticle(evidence.card.id), ...who.flatMap((one) => when.map((month) => `${one} ${month}`))];
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

const FAMILIES: Readonly<Record<MeetingStatus, string>> = {
  held: 'held',
  planned: 'planned',
  requested: 'planned',
  'called-off': 'called off',
  denied: 'called off',
  recurring: 'recurring',
};

/** Are both of one meeting? */
function sameMeeting(a: ResolvedReport, b: ResolvedReport): boolean {
  const [x, y] = [a.evidence, b.evidence];
  if (FAMILIES[x.status] !== FAMILIES[y.status]) return false;
  const agreement = sidesAgree(a, b);
  if (agreement === null) return false;
  const sameArticle = x.card.id === y.card.id;
  const samePlace = placesAgree(x.place, y.place);
  return sameTime(x, y, { sameArticle, samePlace, surely: agreement === 'surely' });
}

function placesAgree(a: string | null, b: string | null): boolean | null {
  if (a === null || b === null) return null;
  return foldName(a) === foldName(b);
}

/**
 * `surely` where two who took part are the same; `perhaps` where one is, and the other side is of the same country with
 * nobody named by one of the two, or where only countries are named and they are the same; null where they differ.
 */
function sidesAgree(a: ResolvedReport, b: ResolvedReport): 'surely' | 'perhaps' | null {
  const [inA, inB] = [actorsOf(a), actorsOf(b)];
  const shared = [...inA].filter((actor) => inB.has(actor));
  if (shared.length > 1) return 'surely';
  if (a.evidence.card.id === b.evidence.card.id && (isAnonymous(a) || isAnonymous(b))) return 'perhaps';
  const [restOfA, restOfB] = [othersOf(a, shared), othersOf(b, shared)];
  const namedInBoth = restOfA.some(isPerson) && restOfB.some(isPerson);
  if (shared.length === 1) {
    if (namedInBoth) return null;
    if (restOfA.length === 0 || restOfB.length === 0) return 'perhaps';
    return countriesAgree(restOfA, restOfB) ? 'perhaps' : null;
  }
  const [countriesA, countriesB] = [countriesOf(a), countriesOf(b)];
  const same =
    countriesA.size > 1 && countriesA.size === countriesB.size && [...countriesA].every((one) => countriesB.has(one));
  return same && !(inA.size > 0 && inB.size > 0 && namedInBoth) ? 'perhaps' : null;
}

/** Names nobody who took part: "received delegations". */
const isAnonymous = (report: ResolvedReport): boolean => actorsOf(report).size === 0 && countriesOf(report).size === 0;

const isPerson = ({ kind }: MeetingParticipant): boolean => kind === 'person';
const actorsOf = ({ participants }: ResolvedReport): Set<string> =>
  new Set(participants.flatMap(({ actor }) => (actor === null ? [] : [actor])));
const countriesOf = ({ participants }: ResolvedReport): Set<string> =>
  new Set(participants.flatMap(({ country }) => (country === null ? [] : [country])));
const othersOf = ({ participants }: ResolvedReport, shared: readonly string[]): MeetingParticipant[] =>
  participants.filter(({ actor }) => actor === null || !shared.includes(actor));

/** Unknown countries agree with any. */
function countriesAgree(a: readonly MeetingParticipant[], b: readonly MeetingParticipant[]): boolean {
  const known = (side: readonly MeetingParticipant[]) =>
    side.flatMap(({ country }) => (country === null ? [] : [country]));
  const [ofA, ofB] = [known(a), known(b)];
  return ofA.length === 0 || ofB.length === 0 || ofA.some((country) => ofB.includes(country));
}

function meetingOf(reports: readonly ResolvedReport[]): Meeting {
  const best = [...reports].sort((a, b) => worth(b) - worth(a));
  const [first] = reports;
  const [fullest] = best;
  if (!first || !fullest) throw new Error('a meeting without a telling');
  const { card, sentence } = first.evidence;
  return {
    id: `${card.id}@${sentence.start}` as MeetingId, // where ids are made
    status: fullest.evidence.status,
    form: fullest.form,
    date: mostPrecise(best.map(({ evidence }) => evidence.date)),
    place: best.find(({ evidence }) => evidence.place !== null)?.evidence.place ?? null,
    participants: together(best.flatMap(({ participants }) => participants)),
    evidence: best.map(({ evidence }) => evidence),
  };
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
