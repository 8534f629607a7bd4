import { firstDay } from '../../text/edtf.ts';
import { sameSpelling } from '../../text/spelling.ts';
import { AHEAD, offices, weigh } from './identity.ts';
import type { MentionGroup } from './mention-groups.ts';
import { isBare, personName } from './person-name.ts';
import { type NamedPerson, saidToBe, type Written } from './written-names.ts';

/** A name that by itself may be several people's, and those whom it may mean. */
export interface OpenName {
  readonly written: Written;
  readonly fitting: readonly NamedPerson[];
}

/** Articles are counted by quarters of a year; one that came out so many years before or after counts 1 / (1 + years). */
const QUARTERS = 4;
/** An article that names somebody in full and never barely says less of whom the bare name means. */
const NEVER_BARE = 1 / 3;
/** For each person of the name in the archive, so many mentions are allowed for somebody it never names in full. */
const UNKNOWN = 0.1;

/**
 * Puts each mention group of an open name to the person who is meant: whomever articles of about that time call so by far more often
 * than anybody else. Gives those who remain, one person a name.
 */
export function bareNames(open: readonly OpenName[]): NamedPerson[] {
  const usage = new Map<NamedPerson, Usage>();
  const decided: { person: NamedPerson; written: Written; mentionGroup: MentionGroup; score: number }[] = [];
  const rest: NamedPerson[] = [];
  for (const { written, fitting } of open) {
    const candidates = fitting.filter((person) => mayBear(person, written));
    const left: MentionGroup[] = [];
    for (const mentionGroup of written.mentionGroups) {
      const counted = candidates.map((person) => {
        const used = usage.get(person) ?? usageOf(person);
        usage.set(person, used);
        return { person, count: used.around(mentionGroup) };
      });
      const all = counted.reduce((sum, { count }) => sum + count + UNKNOWN, 0);
      const said = saidToBe([mentionGroup]);
      const scored = counted.map(({ person, count }) => {
        const { score } = weigh(said.offices.size === 0 ? [] : offices(said, usage.get(person)?.saidToBe ?? said));
        return { person, score: Math.log(count / (all - count)) + score };
      });
      const best = scored.sort((a, b) => b.score - a.score)[0];
      if (best && best.score >= AHEAD) decided.push({ ...best, written, mentionGroup });
      else left.push(mentionGroup);
    }
    if (left.length > 0) rest.push({ names: [written], mentionGroups: left, reasons: [] });
  }
  // Only now, so that whom one name means does not hang on which came first.
  for (const { person, written, mentionGroup, score } of decided) {
    person.mentionGroups.push(mentionGroup);
    const evidence = ['called so by far most often around then'] as const;
    if (!person.reasons.some((reason) => reason.written === written.written)) {
      person.reasons.push({ written: written.written, score, evidence });
    }
  }
  return rest;
}

function mayBear({ names }: NamedPerson, { name }: Written): boolean {
  return names.some(
    (own) => (name.isPatronymic || !own.name.isPatronymic) && sameSpelling(own.name.family, name.family),
  );
}

interface Usage {
  /** How often articles around that time call the person by the bare family name. */
  readonly around: (mentionGroup: MentionGroup) => number;
  readonly saidToBe: ReturnType<typeof saidToBe>;
}

function usageOf(person: NamedPerson): Usage {
  const byQuarter = new Map<number, number>();
  let total = 0;
  for (const mentionGroup of person.mentionGroups) {
    const weight =
      mentionGroup.mentions *
      (mentionGroup.spellings.some((spelling) => isBare(personName(spelling))) ? 1 : NEVER_BARE);
    const quarter = quarterOf(mentionGroup);
    total += weight;
    if (quarter !== null) byQuarter.set(quarter, (byQuarter.get(quarter) ?? 0) + weight);
  }
  const known = new Map<number, number>();
  const inQuarter = (quarter: number): number => {
    let sum = 0;
    for (const [other, weight] of byQuarter) sum += weight / (1 + Math.abs(other - quarter) / QUARTERS);
    known.set(quarter, sum);
    return sum;
  };
  return {
    around: (mentionGroup) => {
      const quarter = quarterOf(mentionGroup);
      return quarter === null ? total : (known.get(quarter) ?? inQuarter(quarter));
    },
    saidToBe: saidToBe(person.mentionGroups),
  };
}

function quarterOf({ published }: MentionGroup): number | null {
  const day = published && firstDay(published);
  return day ? Number(day.slice(0, 4)) * QUARTERS + Math.floor((Number(day.slice(5, 7)) - 1) / 3) : null;
}
