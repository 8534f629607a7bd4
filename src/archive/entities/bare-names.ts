import { firstPast } from '../../text/binary-search.ts';
import { firstDay } from '../../text/edtf.ts';
import { sameSpelling } from '../../text/spelling.ts';
import { AHEAD, offices, weigh } from './identity.ts';
import type { Sighting } from './mention-groups.ts';
import { personName } from './person-name.ts';
import { type Person, saidToBe, type Written } from './written-names.ts';

/** A name that by itself may be several people's, and those whom it may mean. */
export interface OpenName {
  readonly written: Written;
  readonly fitting: readonly Person[];
}

/** Articles so many days before and after tell whom a bare name means. */
const AROUND_DAYS = 183;
const DAY = 86_400_000;
/** Somebody of the name whom the archive does not name in full counts as mentioned so often. */
const UNKNOWN = 2;

/**
 * Puts each sighting of an open name to the person who is meant: whoever articles of that time that name them in full go on to
 * call so, by far more often than anybody else. Gives those who remain, one person a name.
 */
export function bareNames(open: readonly OpenName[]): Person[] {
  const usage = new Map<Person, Usage>();
  const decided: { person: Person; written: Written; sighting: Sighting; score: number }[] = [];
  const rest: Person[] = [];
  for (const { written, fitting } of open) {
    const candidates = fitting.filter((person) => mayBeCalled(person, written));
    const left: Sighting[] = [];
    for (const sighting of written.sightings) {
      const counted = candidates.map((person) => {
        const used = usage.get(person) ?? usageOf(person);
        usage.set(person, used);
        return { person, count: used.around(sighting) };
      });
      const all = counted.reduce((sum, { count }) => sum + count, 0) + UNKNOWN;
      const told = saidToBe([sighting]);
      const scored = counted.map(({ person, count }) => {
        const { score } = weigh(told.offices.size === 0 ? [] : offices(told, usage.get(person)?.saidToBe ?? told));
        return { person, score: Math.log(count / (all - count)) + score };
      });
      const best = scored.sort((a, b) => b.score - a.score)[0];
      if (best && best.score >= AHEAD) decided.push({ ...best, written, sighting });
      else left.push(sighting);
    }
    if (left.length > 0) rest.push({ names: [written], sightings: left, reasons: [] });
  }
  // Only now, so that whom one name means does not hang on which came first.
  for (const { person, written, sighting, score } of decided) {
    person.sightings.push(sighting);
    const evidence = ['called so by far most often around then'] as const;
    if (!person.reasons.some((reason) => reason.written === written.written)) {
      person.reasons.push({ written: written.written, score, evidence });
    }
  }
  return rest;
}

function mayBeCalled({ names }: Person, { name }: Written): boolean {
  return names.some((own) => !own.name.isPatronymic && sameSpelling(own.name.family, name.family));
}

interface Usage {
  /** How often articles around that time call the person by the bare family name. */
  readonly around: (sighting: Sighting) => number;
  readonly saidToBe: ReturnType<typeof saidToBe>;
}

function usageOf(person: Person): Usage {
  const called = person.sightings.filter(({ spellings }) => spellings.some(isBare));
  const dated = called
    .flatMap((sighting) =>
      dayOf(sighting) === null ? [] : [{ day: dayOf(sighting) ?? 0, mentions: sighting.mentions }],
    )
    .sort((a, b) => a.day - b.day);
  const sums = [0];
  for (const { mentions } of dated) sums.push((sums.at(-1) ?? 0) + mentions);
  const before = (day: number) => sums[firstPast(dated, (one) => one.day >= day)] ?? 0;
  const total = called.reduce((sum, { mentions }) => sum + mentions, 0);
  return {
    around: (sighting) => {
      const day = dayOf(sighting);
      return day === null ? total : before(day + AROUND_DAYS + 1) - before(day - AROUND_DAYS);
    },
    saidToBe: saidToBe(person.sightings),
  };
}

/** Is it a family name alone? "Obama", "bin Laden", "Col. Gaddafi". */
const isBare = (spelling: string): boolean => personName(spelling).given.length === 0;

/** Days since 1970. */
function dayOf({ published }: Sighting): number | null {
  const day = published && firstDay(published);
  return day ? Date.parse(day) / DAY : null;
}
