import type { MentionGroup } from './mention-groups.ts';
import { bodyInitials, bodyWords, ownBodyWords } from './names.ts';

/** Mention groups of one body, and why names that differ were taken for its. */
export interface Body {
  readonly mentionGroups: MentionGroup[];
  readonly reasons: BodyReason[];
}

export interface BodyReason {
  readonly written: string;
  readonly score: number;
  readonly evidence: readonly BodyEvidence[];
}

export type BodyEvidence = 'an article gives name and initials' | 'initials of no other body' | 'of no other country';

/** Of bodies with the same initials the one meant is mentioned so many times as often as the next. */
const TIMES_AS_OFTEN = 4;
/** So many articles must tell of which country a body is before it is taken for that country's where others don't. */
const ARTICLES = 3;

/**
 * Joins the mention groups of bodies whose names have the same words; those written by their initials to the body whose initials they
 * are, and those named without a country to the body of the one country that has such: "U.N.", "the State Department".
 */
export function joinBodies(mentionGroups: readonly MentionGroup[]): Body[] {
  const bodies = new Map<string, Body>();
  for (const mentionGroup of mentionGroups) {
    const key = bodyWords(mentionGroup.name).join(' ');
    const body = bodies.get(key);
    if (body) body.mentionGroups.push(mentionGroup);
    else bodies.set(key, { mentionGroups: [mentionGroup], reasons: [] });
  }
  for (const [key, body] of bodies) {
    const others = [...bodies.values()].filter((other) => other !== body);
    const meant = byInitials(body, others) ?? byCountry(body, others);
    if (!meant) continue;
    meant.into.mentionGroups.push(...body.mentionGroups);
    meant.into.reasons.push({ written: nameOf(body), score: 1, evidence: [meant.evidence] }, ...body.reasons);
    bodies.delete(key);
  }
  return [...bodies.values()];
}

interface Meant {
  readonly into: Body;
  readonly evidence: BodyEvidence;
}

/** The body that this one has the initials of. */
function byInitials(body: Body, others: readonly Body[]): Meant | null {
  const initials = lettersOf(nameOf(body));
  if (initials === null) return null;
  const fitting = others.filter(
    (other) => bodyInitials(nameOf(other)) === initials && lettersOf(nameOf(other)) === null,
  );
  const spelledOut = fitting.find(({ mentionGroups }) =>
    [...mentionGroups, ...body.mentionGroups].some(
      ({ spellings }) =>
        spellings.some((spelling) => lettersOf(spelling) === initials) &&
        spellings.some((spelling) => lettersOf(spelling) === null && bodyInitials(spelling) === initials),
    ),
  );
  if (spelledOut) return { into: spelledOut, evidence: 'an article gives name and initials' };
  const [best, next] = fitting.toSorted((a, b) => mentionsOf(b) - mentionsOf(a));
  return best && mentionsOf(best) >= TIMES_AS_OFTEN * (next ? mentionsOf(next) : 0)
    ? { into: best, evidence: 'initials of no other body' }
    : null;
}

/** The body of the one country that articles say has one of this name. */
function byCountry(body: Body, others: readonly Body[]): Meant | null {
  const words = bodyWords(nameOf(body));
  if (words.length !== ownBodyWords(nameOf(body)).length) return null;
  const named = words.join(' ');
  const [only, ...more] = others.filter(
    (other) => ownBodyWords(nameOf(other)).join(' ') === named && bodyWords(nameOf(other)).length === words.length + 1,
  );
  const articles = new Set(only?.mentionGroups.map(({ article }) => article)).size;
  return only && more.length === 0 && articles >= ARTICLES ? { into: only, evidence: 'of no other country' } : null;
}

const nameOf = ({ mentionGroups }: Body): string => mentionGroups[0]?.name ?? '';
const mentionsOf = ({ mentionGroups }: Body): number => mentionGroups.reduce((sum, { mentions }) => sum + mentions, 0);

/** "U.N." → "UN"; null where it is not written by initials. */
const lettersOf = (name: string): string | null =>
  /^(?:the\s)?(?:\p{Lu}\.?){2,6}$/u.test(name) ? name.replace(/^the\s|\./gu, '') : null;
