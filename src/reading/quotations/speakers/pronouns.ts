import { type Gender, genderOfNoun } from '../../entities/gender.ts';
import type { Mention, Speaker } from '../../reading.ts';
import { isPossessive, modifiersBefore } from '../attribution/phrases.ts';
import { AUXILIARIES, isOnePerson, isSpeakerNoun, PREPOSITIONS } from '../attribution/words.ts';
import { cueOf } from '../cues.ts';
import type { Item, Outline, Unit } from '../outline.ts';
import type { SpeakersSoFar } from './find-speaker.ts';
import { holderOf } from './titles.ts';
import { PRONOUN_WEIGHTS } from './weights.ts';

/** How many units back whoever a pronoun stands for may have been told of. */
const REACH = 20;
/** How many units back a post ("the mayor") is looked up. */
const POST_REACH = 3;
/** No sentence of print is longer, in items. */
const LONGEST = 200;

/** What is known of a place where somebody is told of; what each is worth is learned (speakers-weights.ts). */
export const PRONOUN_FEATURES = [
  /** The given name, title or post fits the pronoun, or speaks against it; where none of them tells, neither. */
  'gender',
  'genderAgainst',
  /** How many units lie between the name and the pronoun: none, one, two; and for each further doubling. */
  'sameUnit',
  'unitBefore',
  'twoUnitsBefore',
  'distance',
  'sameParagraph',
  'paragraphBefore',
  /** First person named in its unit, and first of all that stands there. */
  'first',
  'opens',
  /** Followed by a verb. */
  'subject',
  /** Behind a preposition; behind a verb; before "'s"; before a noun ("Clinton spokesman"). */
  'complement',
  'object',
  'possessor',
  'modifier',
  /** Followed by what tells who it is: "Ana Rojas, the mayor". */
  'introduced',
  /** Told with a post, or in full; told by the post alone, or without any name. */
  'role',
  'fullName',
  'post',
  'unnamed',
  /** How often told of before, for each doubling. */
  'frequency',
  /** How often quoted before, for each doubling. */
  'quoted',
  /** Spoke last; in this unit, in the one before, in this paragraph; and for each doubling of the units since. */
  'spokeLast',
  'spokeHere',
  'spokeBefore',
  'spokeInParagraph',
  'spokeDistance',
  /** Spoke last but one, if that was somebody else. */
  'spokeSecond',
  /** Told of last of all people before the pronoun. */
  'nearest',
] as const;

export type PronounFeature = (typeof PRONOUN_FEATURES)[number];
type Features = Partial<Record<PronounFeature, number>>;

/** A place where somebody is told of whom a pronoun may stand for, and what is known of it. */
export interface PronounCandidate {
  /** A name in the text; or somebody without one who spoke before. */
  readonly who: Mention | Speaker;
  readonly features: Readonly<Features>;
}

/** The same for all places that tell of one person. */
export const personOf = ({ who }: PronounCandidate): number | string =>
  'name' in who ? (who.entity ?? who.name) : who.entity;

/** Whom "he" or "she" at this item means: somebody told of before; null where nobody fits. */
export function personFor(outline: Outline, at: number, unit: number, soFar: SpeakersSoFar): Mention | Speaker | null {
  const candidates = candidatesFor(outline, at, unit, soFar);
  const chosen = soFar.choose ? soFar.choose(candidates, outline.items[at]?.start ?? 0) : mostLikely(candidates);
  return chosen?.who ?? null;
}

/** The person whom the learned weights favour, all places that tell of each taken together. */
export function mostLikely(
  candidates: readonly PronounCandidate[],
  weights: Readonly<Record<PronounFeature, number>> = PRONOUN_WEIGHTS,
): PronounCandidate | null {
  const chances = new Map<number | string, number>();
  let best: PronounCandidate | null = null;
  let most = 0;
  for (const candidate of candidates) {
    const person = personOf(candidate);
    const chance = (chances.get(person) ?? 0) + Math.exp(scoreOf(candidate.features, weights));
    chances.set(person, chance);
    if (chance > most) {
      best = candidate;
      most = chance;
    }
  }
  return best;
}

function scoreOf(features: Readonly<Features>, weights: Readonly<Record<PronounFeature, number>>): number {
  let score = 0;
  for (const name of PRONOUN_FEATURES) score += weights[name] * (features[name] ?? 0);
  return score;
}

interface Found {
  readonly who: Mention | Speaker;
  readonly features: Features;
  readonly gender: Gender | null;
}

/** The places before the pronoun that tell of somebody, the nearest first. */
function candidatesFor(outline: Outline, at: number, unit: number, soFar: SpeakersSoFar): PronounCandidate[] {
  const wanted: Gender = /^(?:he|him|himself)$/.test(outline.items[at]?.word ?? '') ? 'male' : 'female';
  const paragraph = outline.units[unit]?.paragraph ?? 0;
  const found: Found[] = [];
  for (let u = unit; u >= 0 && unit - u <= REACH; u--) {
    const here = outline.units[u];
    if (!here) break;
    const inUnit = [...toldIn(outline, here, u === unit ? at : here.to, unit - u, soFar), ...unnamedIn(u, soFar)];
    for (const { features } of inUnit) {
      features.distance = Math.log2(1 + unit - u);
      if (u === unit) features.sameUnit = 1;
      if (u === unit - 1) features.unitBefore = 1;
      if (u === unit - 2) features.twoUnitsBefore = 1;
      if (here.paragraph === paragraph) features.sameParagraph = 1;
      if (here.paragraph === paragraph - 1) features.paragraphBefore = 1;
    }
    found.push(...inUnit.reverse());
  }
  for (const { features, gender } of found) {
    if (gender === wanted) features.gender = 1;
    else if (gender !== null) features.genderAgainst = 1;
  }
  const [nearest] = found;
  if (nearest) nearest.features.nearest = 1;
  addHistory(found, unit, paragraph, soFar);
  return found;
}

/** The people whom a unit names, or tells of by a post, before the item `to`. */
function toldIn(outline: Outline, unit: Unit, to: number, unitsBack: number, soFar: SpeakersSoFar): Found[] {
  const { items, document, meant, genders } = outline;
  const found: Found[] = [];
  for (let i = unit.from; i < Math.min(to, unit.to) && i - unit.from < LONGEST; i++) {
    const item = items[i];
    if (!item) break;
    const named = item.kind === 'name' ? meant[item.index] : undefined;
    if (named && (named.type !== 'person' || isFamily(items, i, document.text))) continue;
    const who = named ?? (unitsBack <= POST_REACH ? byPost(outline, unit, i, soFar) : null);
    if (!who) continue;
    const start = modifiersBefore(items, i, unit.from);
    const before = start > unit.from ? items[start - 1] : undefined;
    const after = items[behindBracket(items, i + 1)];
    const features: Features = {};
    if (found.length === 0) features.first = 1;
    if (before === undefined || opensClause(items, start, unit.from)) features.opens = 1;
    if (after?.kind === 'word' && isVerb(after.word)) features.subject = 1;
    if (before && PREPOSITIONS.has(before.word)) features.complement = 1;
    if (before?.kind === 'word' && !PREPOSITIONS.has(before.word) && isVerb(before.word)) features.object = 1;
    if (isPossessive(after)) features.possessor = 1;
    if (after?.kind === 'name' || (after?.kind === 'word' && isSpeakerNoun(after.word))) features.modifier = 1;
    if (after?.word === ',' && /^(?:an?|the|who|\d+)$/.test(items[i + 2]?.word ?? '')) features.introduced = 1;
    if (!named) features.post = 1;
    else if (who.role !== null) features.role = 1;
    if (named && document.text.slice(who.start, who.end).includes(' ')) features.fullName = 1;
    found.push({ who, features, gender: genders.get(who.entity) ?? null });
  }
  return found;
}

/** "Rojas (D-Tex.)| said": behind the bracket that opens here, if one does. */
function behindBracket(items: readonly Item[], at: number): number {
  if (items[at]?.word !== '(') return at;
  for (let i = at + 1; i < at + 10; i++) if (items[i]?.word === ')') return i + 1;
  return at;
}

/** "But Rojas", "In his letter, Rojas": where the main clause begins. */
function opensClause(items: readonly Item[], at: number, from: number): boolean {
  const before = items[at - 1]?.word ?? '';
  if (at - 1 === from && /^(?:and|but|then|so|still|later|yet)$/.test(before)) return true;
  return before === ',' && at - from < 20 && OPENING.test(items[from]?.word ?? '');
}

const OPENING =
  /^(?:in|on|at|after|before|during|when|while|as|for|with|from|by|asked|speaking|earlier|later|but|and)$/;

/** "the Rojases", "the Clintons": a family, whom no "he" means. */
const isFamily = (items: readonly Item[], at: number, text: string): boolean =>
  items[at - 1]?.word === 'the' && text.charAt((items[at]?.end ?? 0) - 1) === 's' && !isPossessive(items[at + 1]);

/** Who holds the post that this noun ends, where it is told as known: "the former mayor". */
function byPost(outline: Outline, unit: Unit, at: number, soFar: SpeakersSoFar): Mention | null {
  const { items } = outline;
  const noun = items[at];
  if (noun?.kind !== 'word' || !isOnePerson(noun.word)) return null;
  for (let from = at - 1; from >= unit.from && at - from < 5; from--) {
    const word = items[from]?.word;
    if (word === 'the') return holderOf(outline, { from, to: at + 1, name: -1, head: noun.word, headAt: at }, soFar);
    if (items[from]?.kind === 'mark' || items[from]?.kind === 'marked') return null;
  }
  return null;
}

/** Whoever spoke in the unit without being named: "a cashier", "one of the teachers". */
function unnamedIn(unit: number, { spoken }: SpeakersSoFar): Found[] {
  const found: Found[] = [];
  for (const { speaker, unit: where } of spoken) {
    if (where !== unit || speaker.entity !== null) continue;
    const noun = headOf(speaker.name);
    if (speaker.kind !== 'person' && !isOnePerson(noun)) continue;
    found.push({ who: speaker, features: { unnamed: 1 }, gender: genderOfNoun(noun) });
  }
  return found;
}

/** "middle-aged cashier| from Lima": the noun that a description hangs on. */
const headOf = (description: string): string =>
  (description.split(/,| (?:of|for|with|who|from|in|at|to|by|close|familiar|briefed) /)[0] ?? '')
    .toLowerCase()
    .split(' ')
    .at(-1) ?? '';

/** What is known of each person as a whole: how often told of, how often and how lately quoted. */
function addHistory(found: readonly Found[], unit: number, paragraph: number, { spoken }: SpeakersSoFar): void {
  const last = spoken.at(-1);
  const lastPerson = last && personOf({ who: last.speaker, features: {} });
  const second = spoken.findLast(({ speaker }) => personOf({ who: speaker, features: {} }) !== lastPerson);
  const secondPerson = second && personOf({ who: second.speaker, features: {} });
  const told = new Map<number | string, number>();
  for (const place of found) told.set(personOf(place), (told.get(personOf(place)) ?? 0) + 1);
  const quoted = new Map<number | string, number>();
  for (const { speaker } of spoken) {
    const person = personOf({ who: speaker, features: {} });
    quoted.set(person, (quoted.get(person) ?? 0) + 1);
  }
  for (const place of found) {
    const { features } = place;
    const person = personOf(place);
    features.frequency = Math.log2(told.get(person) ?? 1);
    features.quoted = Math.log2(1 + (quoted.get(person) ?? 0));
    if (person === secondPerson) features.spokeSecond = 1;
    if (!last || person !== lastPerson) continue;
    features.spokeLast = 1;
    features.spokeDistance = Math.log2(1 + unit - last.unit);
    if (last.unit === unit) features.spokeHere = 1;
    if (last.unit === unit - 1) features.spokeBefore = 1;
    if (last.paragraph === paragraph) features.spokeInParagraph = 1;
  }
}

const isVerb = (word: string): boolean =>
  AUXILIARIES.has(word) || word.endsWith('ed') || cueOf(word)?.form === 'finite';
