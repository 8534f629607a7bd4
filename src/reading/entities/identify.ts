import { slice } from '../../text/span.ts';
import { foldName, nameWords } from '../../text/spelling.ts';
import type { NameSpan } from '../names/name-span.ts';
import type { Entity, EntityIndex, EntityType } from '../reading.ts';
import { acronymPairs } from './acronyms.ts';
import type { Courtesy, EntityCandidate, Honour, Spelling } from './candidates.ts';
import { joinSpellings, type PeopleInText } from './join-people.ts';

/** Who each name means: `entityOf[i]` is the entity of `names[i]`. */
export interface Identified {
  readonly entities: readonly Entity[];
  readonly entityOf: readonly EntityIndex[];
}

const MR = /\b(?:Mr|Sir|Lord|King|Prince|MR)\.?\s+$/;
const MRS = /\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|MRS|MS)\.?\s+$/;

function courtesyBefore(text: string, name: NameSpan): Courtesy | null {
  const before = text.slice(Math.max(0, name.start - 10), name.start);
  return MR.test(before) ? 'Mr' : MRS.test(before) ? 'Mrs' : null;
}

const PRONOUN = /\b(?:he|his|him|she|her)\b/;

/** "Lee … he": the pronoun that follows before anybody else is named. */
function pronounAfter(text: string, name: NameSpan, next: NameSpan | undefined): Courtesy | null {
  const pronoun = PRONOUN.exec(text.slice(name.end, Math.min(next?.start ?? text.length, name.end + 150)))?.[0];
  return pronoun === undefined ? null : pronoun.startsWith('s') || pronoun === 'her' ? 'Mrs' : 'Mr';
}

const MONARCH = /\b(?:King|Queen|Emperor|Empress|Sultan|Emir|Pope)\s+$/;
const OFFICE =
  /\b(?:Minister|President|Premier|Chancellor|Secretary|Senator|Sen\.|Governor|Gov\.|Ambassador|Mayor)\s+$/;

function honourBefore(text: string, name: NameSpan): Honour | null {
  const before = text.slice(Math.max(0, name.start - 14), name.start);
  return MONARCH.test(before) ? 'monarch' : OFFICE.test(before) ? 'office' : null;
}

const FAMILY = /^\s(?:brothers?|sisters?|siblings|twins|family|families|clan|dynasty|couple|household)\b/u;

/** "The Rojas brothers": a surname that is no one person's. */
const isFamily = (text: string, name: NameSpan): boolean => FAMILY.test(text.slice(name.end, name.end + 14));

/** "Ana Rojas and Luis Rojas": what parts two who are named in one breath. */
const IN_ONE_BREATH = /^\s*(?:,|and|&|,\s*and|or|nor)\s*(?:\p{Lu}[\p{L}.]*\s+){0,2}$/u;

/**
 * Puts the names of one article together that mean the same person, organisation or place. A full name founds a person; a
 * shorter form joins the person it fits, and of several that it fits the one named last before it. Where the text leaves
 * it open who is meant, the short form stays apart.
 */
export function identify(text: string, names: readonly NameSpan[]): Identified {
  const found: (EntityCandidate | undefined)[] = new Array(names.length);
  const candidates: EntityCandidate[] = [];
  const people: PeopleInText = {
    courtesyAt: (i) => (names[i] ? courtesyBefore(text, names[i]) : null),
    pronounAt: (i) => (names[i] ? pronounAfter(text, names[i], names[i + 1]) : null),
    honourAt: (i) => (names[i] ? honourBefore(text, names[i]) : null),
    familyAt: (i) => names[i] !== undefined && isFamily(text, names[i]),
    besideAt: (i) => {
      const [one, next] = [names[i], names[i + 1]];
      return one !== undefined && next !== undefined && IN_ONE_BREATH.test(text.slice(one.end, next.start));
    },
  };
  for (const type of ['person', 'organisation', 'place'] as const) {
    const spellings = spellingsOf(text, names, type);
    if (type === 'person') joinSpellings(spellings, people, candidates, found);
    else joinOthers(spellings, candidates, found);
  }
  joinAcronyms(text, names, candidates, found);
  return number(candidates, found);
}

/** The ways in which names of one type are written, each once, in the order of the text. */
function spellingsOf(text: string, names: readonly NameSpan[], type: EntityType): Spelling[] {
  const byWriting = new Map<string, Spelling>();
  names.forEach((name, i) => {
    if (name.type !== type) return;
    const written = slice(text, name).replace(/\s+/gu, ' ');
    const known = byWriting.get(written);
    if (known) known.at.push(i);
    else {
      const generation = type === 'person' ? generationOf(written) : null;
      byWriting.set(written, { type, written, words: wordsOf(written, type), generation, at: [i] });
    }
  });
  return [...byWriting.values()];
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;

const generationOf = (written: string): string | null =>
  nameWords(written).find((word) => GENERATION.test(word)) ?? null;

function wordsOf(written: string, type: EntityType): string[] {
  if (type === 'person') return nameWords(written).filter((word) => !GENERATION.test(word));
  return [foldName(written.replace(/^the\s+/i, ''))];
}

function joinOthers(
  spellings: readonly Spelling[],
  candidates: EntityCandidate[],
  found: (EntityCandidate | undefined)[],
): void {
  const byName = new Map<string, EntityCandidate>();
  for (const spelling of spellings) {
    const [name = ''] = spelling.words;
    const known = byName.get(name);
    const one = known ?? { type: spelling.type, spellings: [], courtesy: null, honour: null };
    if (!known) {
      byName.set(name, one);
      candidates.push(one);
    }
    one.spellings.push(spelling);
    for (const i of spelling.at) found[i] = one;
  }
}

/** "World Health Organization (WHO)": where the two stand side by side, every WHO of the article is the Organization. */
function joinAcronyms(
  text: string,
  names: readonly NameSpan[],
  candidates: EntityCandidate[],
  found: (EntityCandidate | undefined)[],
): void {
  for (const [fullAt, acronymAt] of acronymPairs(text, names)) {
    const full = found[fullAt];
    const acronym = found[acronymAt];
    if (!full || !acronym || full === acronym) continue;
    full.spellings.push(...acronym.spellings);
    candidates.splice(candidates.indexOf(acronym), 1);
    for (let i = 0; i < found.length; i++) if (found[i] === acronym) found[i] = full;
  }
}

/** Numbers the entities in the order of their first mention. */
function number(candidates: readonly EntityCandidate[], found: readonly (EntityCandidate | undefined)[]): Identified {
  const indices = new Map<EntityCandidate, EntityIndex>();
  const entities: Entity[] = [];
  const entityOf = found.map((candidate) => {
    // Every name went into one of the candidates above.
    const one = candidate ?? (candidates[0] as EntityCandidate);
    const known = indices.get(one);
    if (known !== undefined) return known;
    const index = entities.length as EntityIndex;
    indices.set(one, index);
    entities.push({ type: one.type, name: fullest(one.spellings) });
    return index;
  });
  return { entities, entityOf };
}

/** The form with the most words, mixed case before capitals, the more frequent before the rarer. */
function fullest(spellings: readonly Spelling[]): string {
  const rank = ({ written, words, at }: Spelling) => {
    const length = written.split(' ').length + words.length / 100;
    const shouted = written.length > 5 && written === written.toUpperCase() ? 0.5 : 0;
    return length - shouted + Math.min(at.length, 99) / 100_000;
  };
  return spellings.reduce((best, one) => (rank(one) > rank(best) ? one : best)).written;
}
