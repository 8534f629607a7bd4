import { foldWord, nameWords, sameSpelling, spellingKey } from '../text/spelling.ts';
import type { Actor, ActorMatch } from './archive.ts';
import { bodyWords, comparableWords, sameWords } from './names.ts';
import { type WordList, wordList, wordsNear } from './near-words.ts';
import { holdsRole, roleWords, wantedRole } from './roles.ts';
import { all, type Store } from './store.ts';
import { errorsForgiven, nearlyBegins, withinTypingError } from './typing-errors.ts';

/** How a typed word fits a word of a name: the same in some spelling, but for a dropped -i ("Hussein", al-Husseini), mistyped. */
type Fit = 'spelled' | 'shorter' | 'mistyped';

/** More people than this of one name are not offered. */
const MOST_MATCHES = 50;

/**
 * Whom a typed name may mean. First by name: every typed word must be a word of the name, or of a role that somebody of
 * that name held ("Ambassador Husseini"). Then by a role alone ("the Iraqi foreign minister"). Only where nobody fits,
 * with a typing error in a word.
 *
 * `same` is a whole name, `part` a part of one: a lone surname is always a part, and so is a role, so that of two who
 * bear it neither is taken silently.
 */
export function findActors(store: Store, typed: string): ActorMatch[] {
  const byName = [...named(store, typed, spelledLike), ...bodiesNamed(store, typed)];
  if (byName.length > 0) return bestFirst(byName);
  const byRole = inRole(store, typed);
  if (byRole.length > 0) return bestFirst(byRole);
  return bestFirst(named(store, typed, mistypedLike));
}

interface Found extends ActorMatch {
  readonly fit: number;
}

function bestFirst(found: readonly Found[]): ActorMatch[] {
  const rank = { same: 0, part: 1, near: 2 };
  const sorted = [...found].sort(
    (a, b) => rank[a.how] - rank[b.how] || b.fit - a.fit || b.actor.mentions - a.actor.mentions,
  );
  return sorted.slice(0, MOST_MATCHES).map(({ actor, how }) => ({ actor, how }));
}

/** People of whose name, or name and role, each typed word is one. */
function named(store: Store, typed: string, fitting: (store: Store, word: string) => Map<number, Fit>): Found[] {
  const words = typedWords(typed);
  const fits = words.map((word) => fitting(store, word));
  const candidates = new Set(fits.flatMap((actors) => [...actors.keys()]));
  const found: Found[] = [];
  for (const number of widest(candidates, fits)) {
    const ofName = fits.map((actors) => actors.get(number) ?? null);
    const others = words.filter((_, at) => ofName[at] === null);
    const actor = actorNumbered(store, number);
    if (actor?.kind !== 'person' || (others.length > 0 && !heldRoleWith(actor, others))) continue;
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

/** Those whom the most words fit: a surname alone brings hundreds, a full name few. */
function* widest(candidates: Iterable<number>, fits: readonly ReadonlyMap<number, Fit>[]): Generator<number> {
  const counted = [...candidates].map((number) => ({ number, count: fits.filter((fit) => fit.has(number)).length }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  for (const { number, count } of counted) if (count === most) yield number;
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
  return [actor.name, ...actor.spellings].some((spelling) => {
    const name = comparableWords(spelling);
    if (typed.length < 2 && comparableWords(actor.name).length > 1) return false;
    const ends = [name[0] ?? '', name.at(-1) ?? ''];
    return (
      sameWords(typed, name) || (typed.length > 1 && ends.every((end) => typed.some((word) => sameSpelling(word, end))))
    );
  });
}

function heldRoleWith(actor: Actor, words: readonly string[]): boolean {
  const wanted = roleWords(words.join(' '));
  return actor.roles.some((role) => {
    const told = new Set(roleWords(`${role.country ?? ''} ${role.role}`));
    return wanted.every((word) => told.has(word));
  });
}

function spelledLike(store: Store, word: string): Map<number, Fit> {
  const fits = new Map<number, Fit>();
  for (const { actor, word: known } of wordsUnderKey(store, `${foldWord(word)}i`)) {
    if (sameSpelling(`${foldWord(word)}i`, known)) fits.set(actor, 'shorter');
  }
  for (const { actor, word: known } of wordsUnderKey(store, word))
    if (sameSpelling(word, known)) fits.set(actor, 'spelled');
  return fits;
}

interface WordRow {
  readonly actor: number;
  readonly word: string;
}

const wordsUnderKey = (store: Store, word: string): WordRow[] =>
  all(store, 'SELECT actor, word FROM actor_words WHERE key = ?', spellingKey(word));

function mistypedLike(store: Store, word: string): Map<number, Fit> {
  const fits = spelledLike(store, word);
  if (fits.size > 0) return fits;
  for (const known of mistypedWords(store, foldWord(word))) {
    for (const { actor } of all<WordRow>(store, 'SELECT actor, word FROM actor_words WHERE word = ?', known)) {
      fits.set(actor, 'mistyped');
    }
  }
  return fits;
}

const vocabularies = new WeakMap<Store, WordList>();

/** Every word of a name, read once for each store: an archive of 100,000 articles has some tens of thousands. */
function vocabulary(store: Store): WordList {
  const read = vocabularies.get(store);
  if (read) return read;
  const rows = all<{ word: string }>(store, 'SELECT DISTINCT word FROM actor_words');
  const list = wordList(rows.map(({ word }) => word).sort());
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
function bodiesNamed(store: Store, typed: string): Found[] {
  const words = bodyWords(typed);
  if (words.length === 0) return [];
  const holes = words.map(() => '?').join(', ');
  const rows = all<{ actor: number }>(
    store,
    `SELECT actor FROM body_words WHERE word IN (${holes}) GROUP BY actor HAVING count(*) = ${words.length}`,
    ...words,
  );
  const onlyCountries = wantedRole(typed).words.length === 0;
  const found: Found[] = [];
  for (const { actor: number } of rows) {
    const actor = actorNumbered(store, number);
    if (!actor) continue;
    const whole = actor.spellings.some((spelling) => bodyWords(spelling).length === words.length);
    if (whole || !onlyCountries)
      found.push({ actor, how: whole ? 'same' : 'part', fit: words.length / bodyWords(actor.name).length });
  }
  return found;
}

/** Those who held the role, by whatever article's word. */
function inRole(store: Store, typed: string): Found[] {
  const wanted = wantedRole(typed);
  if (wanted.words.length === 0) return [];
  const holes = wanted.words.map(() => '?').join(', ');
  const rows = all<{ actor: number }>(
    store,
    `SELECT actor FROM role_words WHERE word IN (${holes}) GROUP BY actor HAVING count(*) = ${wanted.words.length}`,
    ...wanted.words,
  );
  const actors = rows.map(({ actor }) => actorNumbered(store, actor)).filter((actor) => actor !== null);
  return actors
    .filter((actor) => actor.roles.some((role) => holdsRole(role, wanted)))
    .map((actor) => ({ actor, how: 'part', fit: 1 }));
}

/** An actor as stored. */
export function actorNumbered(store: Store, number: number): Actor | null {
  const [row] = all<{ actor: string }>(store, 'SELECT actor FROM actors WHERE number = ?', number);
  // Written by writeActors, read by nobody else.
  return row ? (JSON.parse(row.actor) as Actor) : null;
}
