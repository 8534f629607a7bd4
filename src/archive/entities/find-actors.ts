import { foldWord, nameWords, sameSpelling, spellingKey } from '../../text/spelling.ts';
import type { Actor, ActorMatch } from '../archive.ts';
import { type WordList, wordList, wordsNear } from '../spelling/near-words.ts';
import { errorsForgiven, nearlyBegins, withinTypingError } from '../spelling/typing-errors.ts';
import { all, one, type Store } from '../store/store.ts';
import { type ActorFound, byFar } from './by-far.ts';
import { wholeNameKey } from './join-actors.ts';
import { bodyWords, comparableWords, sameWordByWord } from './names.ts';
import { holdsRole, roleWords, wantedRole } from './roles.ts';
import { actorsNumbered } from './stored.ts';

/** How a typed word fits a word of a name: the same in some spelling, but for a dropped -i ("Hussein", al-Husseini), mistyped. */
type Fit = 'spelled' | 'shorter' | 'mistyped';

/** More words than this are no name: bodies have the longest ("the Special Envoy of the Secretary-General for …"). */
const MOST_WORDS = 30;
/** A word, whatever stands around it; a sign of its own is spelled out as one. */
const WORD = /[\p{L}\p{M}\p{N}]+|\p{So}/gu;
/** More people than this of one name are not offered. */
const MOST_MATCHES = 50;

/**
 * Whom a typed name may mean. First by name: every typed word must be a word of the name, or of a role that somebody of
 * that name held ("Ambassador Husseini"). Then by a role alone ("the Iraqi foreign minister"). Only where nobody fits,
 * with a typing error in a word.
 *
 * `same` is a whole name, `part` a part of one: so is a lone surname, unless one bears it by far, and so is a role, so that of
 * two who bear it neither is taken silently.
 */
export function findActors(store: Store, typed: string): ActorMatch[] {
  if ((typed.match(WORD) ?? []).length > MOST_WORDS) return [];
  const fitting = [...findPeople(store, typed), ...findBodies(store, typed)];
  if (fitting.length > 0) return bestFirst(byFar(fitting));
  const byName = [...named(store, typed, spelledLike), ...bodiesNamed(store, typed)];
  if (byName.length > 0) return bestFirst(byFar(byName, typedWords(typed)));
  const byRole = inRole(store, typed);
  if (byRole.length > 0) return bestFirst(byRole);
  return bestFirst(named(store, typed, mistypedLike));
}

function bestFirst(found: readonly ActorFound[]): ActorMatch[] {
  const rank = { same: 0, part: 1, near: 2 };
  const sorted = [...found].sort(
    (a, b) => rank[a.how] - rank[b.how] || b.fit - a.fit || b.actor.mentions - a.actor.mentions,
  );
  return sorted.slice(0, MOST_MATCHES).map(({ actor, how }) => ({ actor, how }));
}

/** People whose first and last name these are: a whole name is looked up at once, however many share a part of it. */
function findPeople(store: Store, typed: string): ActorFound[] {
  const words = typedWords(typed);
  if (words.length < 2) return [];
  return actorsByWholeName(store, wholeNameKey({ kind: 'person', name: words.join(' ') }))
    .filter(({ kind, name }) => kind === 'person' && words.length <= comparableWords(name).length + 1)
    .filter((actor) => isWhole(words, actor, 1) && words.every((word) => bears(actor, word)))
    .map((actor) => ({ actor, how: 'same', fit: 1 }));
}

/** The bodies with just this name, spelled out. */
function findBodies(store: Store, typed: string): ActorFound[] {
  const words = bodyWords(typed);
  // A word or two may as well be a person's name, or part of a longer one's.
  if (words.length < 2) return [];
  return actorsByWholeName(store, wholeNameKey({ kind: 'body', name: typed }))
    .filter(({ kind }) => kind === 'body')
    .map((actor) => ({ actor, how: 'same', fit: 1 }));
}

/** Those with a whole name of this key; two names may share one. */
function actorsByWholeName(store: Store, key: number): Actor[] {
  const rows = all<{ actor: number }>(store, 'SELECT actor FROM whole_names WHERE key = ? ORDER BY actor', key);
  const numbers = rows.map(({ actor }) => actor);
  return [...actorsNumbered(store, numbers).values()];
}

const bears = ({ name, spellings }: Actor, word: string): boolean =>
  [name, ...spellings].some((one) =>
    [...nameWords(one), ...comparableWords(one)].some((part) => sameSpelling(word, part)),
  );

/** People of whose name, or name and role, each typed word is one. */
function named(store: Store, typed: string, fitting: Fitting): ActorFound[] {
  const words = typedWords(typed);
  const fits = fitsOf(store, words, fitting);
  const candidates = new Set(fits.flatMap((actors) => [...actors.keys()]));
  const found: ActorFound[] = [];
  for (const [number, actor] of actorsNumbered(store, widest(candidates, fits))) {
    const ofName = fits.map((actors) => actors.get(number) ?? null);
    const others = words.filter((_, at) => ofName[at] === null);
    if (actor.kind !== 'person' || (others.length > 0 && !heldRoleWith(actor, others))) continue;
    const fitted = ofName.filter((fit) => fit !== null);
    if (fitted.length > comparableWords(actor.name).length + 1) continue;
    const fit = fitted.filter((one) => one === 'spelled').length / fitted.length;
    found.push({
      actor,
      fit,
      how: fitted.includes('mistyped') ? 'near' : isWhole(words, actor, fit) ? 'same' : 'part',
    });
  }
  // The lone word that is one person's whole name in the archive and another's surname is a part of both.
  return found.length > 1 && words.length === 1
    ? found.map((match) => (match.how === 'same' ? { ...match, how: 'part' } : match))
    : found;
}

/** Words known for a typed one, the key that each is found under, and how it fits. */
interface Known {
  readonly key: string;
  readonly word: string | null;
  readonly fit: Fit;
}

type Fitting = (store: Store, word: string) => readonly Known[];

/**
 * Whom each word fits. A word that many bear brings those mentioned most; but for whoever another word of the question brings,
 * it is looked up whether this one fits them too.
 */
function fitsOf(store: Store, words: readonly string[], fitting: Fitting): Map<number, Fit>[] {
  const known = words.map((word) => fitting(store, word));
  const bearers = known.map((fits, at) => fits.flatMap((fit) => bearersOf(store, words[at] ?? '', fit)));
  const everybody = new Map(bearers.flat().map((one) => [one.actor, one]));
  return words.map((word, at) => {
    const those = bearers[at] ?? [];
    // Later ones are better.
    const fits = new Map(those.map(({ actor, fit }) => [actor, fit]));
    if (those.length < MOST_BEARERS) return fits;
    const among = (known[at] ?? []).map((one) => ({ fit: one.fit, those: bearersAmong(store, word, one, everybody) }));
    for (const actor of everybody.keys()) {
      for (const one of among) if (one.those.has(actor)) fits.set(actor, one.fit);
    }
    return fits;
  });
}

interface Bearer {
  readonly actor: number;
  readonly negativeMentions: number;
  readonly fit: Fit;
}

/** Of more people than this with one word of a name, those are looked at who are mentioned most. */
const MOST_BEARERS = 60;

/** Those who bear a word, the most mentioned first. */
function bearersOf(store: Store, typed: string, known: Known): Bearer[] {
  const { key, word, fit } = known;
  const rows = all<{ actor: number; negativeMentions: number; word: string }>(
    store,
    `SELECT actor, negative_mentions AS negativeMentions, word FROM actor_words WHERE key = ? ${word === null ? '' : 'AND word = ?'}
      ORDER BY negative_mentions LIMIT ${2 * MOST_BEARERS}`,
    key,
    ...(word === null ? [] : [word]),
  );
  const isMeant = meaning(typed, known);
  return rows
    .filter((row) => isMeant(row.word))
    .slice(0, MOST_BEARERS)
    .map(({ actor, negativeMentions }) => ({ actor, negativeMentions, fit }));
}

/** Who of these bears a word. */
function bearersAmong(store: Store, typed: string, known: Known, those: ReadonlyMap<number, Bearer>): Set<number> {
  const isMeant = meaning(typed, known);
  const rows = all<{ actor: number; word: string }>(
    store,
    `SELECT actor, word FROM json_each(?) AS one CROSS JOIN actor_words
      WHERE actor_words.key = ? AND negative_mentions = one.value ->> 0 AND actor = one.value ->> 1`,
    JSON.stringify(Array.from(those.values(), ({ negativeMentions, actor }) => [negativeMentions, actor])),
    known.key,
  );
  return new Set(rows.filter((row) => isMeant(row.word)).map(({ actor }) => actor));
}

/** Is a stored word the known one? One key may stand for several. */
function meaning(typed: string, { word, fit }: Known): (stored: string) => boolean {
  if (word !== null) return (stored) => stored === word;
  const like = fit === 'shorter' ? `${foldWord(typed)}i` : typed;
  const judged = new Map<string, boolean>();
  return (stored) => {
    const known = judged.get(stored) ?? sameSpelling(like, stored);
    judged.set(stored, known);
    return known;
  };
}

/** Those whom the most words fit: a surname alone brings dozens, a full name few. */
function widest(candidates: Iterable<number>, fits: readonly ReadonlyMap<number, Fit>[]): number[] {
  const counted = [...candidates].map((number) => ({ number, count: fits.filter((fit) => fit.has(number)).length }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return counted.filter(({ count }) => count === most).map(({ number }) => number);
}

const NO_NAME = /^(?:the|mr|mrs|ms|dr|sir|of|to|and)$/;

const typedWords = (typed: string): string[] =>
  typed
    .split(/[\s\-‐‑–—,]+/u)
    .filter((word) => nameWords(`x ${word}`).length > 1 && !NO_NAME.test(foldWord(word)) && !isArticle(word));

const isArticle = (word: string): boolean => /^(?:al|el)$/i.test(word);

/** First and last name, or the only one: "Abdul-Rahman al-Husseini" for "Abdul-Rahman Hamid al-Husseini". */
function isWhole(words: readonly string[], actor: Actor, fit: number): boolean {
  if (fit < 1) return false;
  const typed = comparableWords(words.join(' '));
  if (typed.length < 2 && comparableWords(actor.name).length > 1) return false;
  return [actor.name, ...actor.spellings].some((spelling) => {
    const name = comparableWords(spelling);
    const ends = [name[0] ?? '', name.at(-1) ?? ''];
    return (
      sameWordByWord(typed, name) ||
      (typed.length > 1 && ends.every((end) => typed.some((word) => sameSpelling(word, end))))
    );
  });
}

function heldRoleWith(actor: Actor, words: readonly string[]): boolean {
  const wanted = roleWords(words.join(' '));
  return actor.roles.some((role) => {
    const described = new Set(roleWords(`${role.country ?? ''} ${role.role}`));
    return wanted.every((word) => described.has(word));
  });
}

const spelledLike: Fitting = (_store, word) => [
  { key: spellingKey(`${foldWord(word)}i`), word: null, fit: 'shorter' },
  { key: spellingKey(word), word: null, fit: 'spelled' },
];

const mistypedLike: Fitting = (store, word) => {
  const spelled = spelledLike(store, word);
  if (spelled.some((fit) => bearersOf(store, word, fit).length > 0)) return spelled;
  return mistypedWords(store, foldWord(word)).map((known) => ({
    key: spellingKey(known),
    word: known,
    fit: 'mistyped',
  }));
};

const vocabularies = new WeakMap<Store, WordList>();

/** Every word of a name, read once for each store: an archive of 100,000 articles has some tens of thousands. */
function vocabulary(store: Store): WordList {
  const read = vocabularies.get(store);
  if (read) return read;
  // In one piece, for a row costs more than its word.
  const select = "SELECT group_concat(word, ' ') AS words FROM (SELECT DISTINCT word FROM actor_words)";
  const words = one<{ words: string | null }>(store, select)?.words ?? '';
  const list = wordList(words.split(' ').filter(Boolean).sort());
  vocabularies.set(store, list);
  return list;
}

/** The words of names that may be meant by one with a typing error, or, where it is `unfinished`, may begin so. */
export function mistypedWords(store: Store, typed: string, unfinished = false): string[] {
  const list = vocabulary(store);
  const fits = unfinished ? nearlyBegins : withinTypingError;
  const near = wordsNear(list, typed, errorsForgiven(typed), unfinished);
  return near.map(({ at }) => list.words[at] ?? '').filter((word) => fits(typed, word));
}

/** Bodies whose name has all typed words; countries count, but alone they name only the body that bears no other name. */
function bodiesNamed(store: Store, typed: string): ActorFound[] {
  const words = bodyWords(typed);
  if (words.length === 0) return [];
  const onlyCountries = wantedRole(typed).words.length === 0;
  const found: ActorFound[] = [];
  for (const actor of actorsNumbered(store, havingAll(store, 'body_words', words)).values()) {
    const whole = actor.spellings.some((spelling) => bodyWords(spelling).length === words.length);
    if (whole || !onlyCountries)
      found.push({ actor, how: whole ? 'same' : 'part', fit: words.length / bodyWords(actor.name).length });
  }
  return found;
}

/** Those who held the role, by whatever article's word. */
function inRole(store: Store, typed: string): ActorFound[] {
  const wanted = wantedRole(typed);
  if (wanted.words.length === 0) return [];
  return [...actorsNumbered(store, havingAll(store, 'role_words', wanted.words)).values()]
    .filter((actor) => actor.roles.some((role) => holdsRole(role, wanted)))
    .map((actor) => ({ actor, how: 'part', fit: 1 }));
}

/** Of more actors than this with all the words, those are looked at who are mentioned most. */
const MOST_HAVING = 200;
/** A word that fewer actors have is rare enough to begin with. */
const RARE = 1000;

/** The numbers of those who have all these words, the most mentioned first. */
function havingAll(store: Store, table: 'body_words' | 'role_words', words: readonly string[]): number[] {
  const count = `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE word = ? LIMIT ${RARE})`;
  const counted = words.map((word) => ({ word, count: one<{ count: number }>(store, count, word)?.count ?? 0 }));
  const [rarest, ...others] = counted.sort((a, b) => a.count - b.count).map(({ word }) => word);
  if (rarest === undefined) return [];
  const each = others.map(
    () =>
      `AND EXISTS (SELECT 1 FROM ${table} AS other WHERE other.word = ? AND other.negative_mentions = first.negative_mentions AND other.actor = first.actor)`,
  );
  const sql = `SELECT actor FROM ${table} AS first WHERE word = ? ${each.join(' ')} ORDER BY negative_mentions LIMIT ${MOST_HAVING}`;
  return all<{ actor: number }>(store, sql, rarest, ...others).map(({ actor }) => actor);
}
