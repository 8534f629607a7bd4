import type { ArticleId } from '../corpus/article.ts';
import type { Edtf } from '../text/edtf.ts';
import { nameWords, spellingKey } from '../text/spelling.ts';
import type { Actor, ActorId } from './archive.ts';
import { bodyWords, comparableWords } from './names.ts';
import { blockOf, idsWanted, joinActors, type KnownActor } from './people.ts';
import { quotationsOf } from './quotations.ts';
import { type ActorRow, actorAsJson, actorFromRow, sightingAsJson, sightingFromJson } from './records.ts';
import { roleWords } from './roles.ts';
import { shortHash } from './short-hash.ts';
import type { Sighting } from './sightings.ts';
import { all, one, run, type Store } from './store.ts';
import type { Draft } from './writing.ts';

/** Those whom a build has joined anew: all, or of a small reindex those whom it may have changed. */
export interface ActorsJoined {
  readonly known: readonly KnownActor[];
  readonly numberOf: ReadonlyMap<ActorId, number>;
  /** As they stood before, by their numbers; some are no more. */
  readonly before: ReadonlyMap<number, Actor>;
  /** Articles of before in which somebody has become another actor. */
  readonly moved: ReadonlySet<number>;
}

/** A stored sighting has the actor that it was taken for. */
interface Seen {
  readonly sighting: Sighting;
  readonly place: number;
  readonly actor: number | null;
}

/** Joins whom the new articles see with those of before who are in the same blocks, and stores the sightings. */
export function writeSightings(store: Store, draft: Draft): ActorsJoined {
  const seen = new Map<Sighting, Seen>();
  const before = new Map<number, Actor>();
  const waiting = new Set([...draft.blocksLeft, ...draft.sightings.map(({ sighting }) => hashOf(sighting))]);
  const fresh = draft.sightings.map(({ sighting, place }): Seen => ({ sighting, place, actor: null }));
  let known: KnownActor[] = [];
  // Until nobody outside has an id that one of them may want.
  for (const done = new Set<number>(); waiting.size > 0; ) {
    for (const block of waiting) {
      done.add(block);
      for (const one of storedIn(store, block, before)) seen.set(one.sighting, one);
    }
    waiting.clear();
    known = joinActors([...seen.keys(), ...fresh.map(({ sighting }) => sighting)].sort(inOrder));
    const names = [...known, ...before.values()].map(({ name }) => name);
    for (const block of rivals(store, names)) if (!done.has(block)) waiting.add(block);
  }
  for (const one of fresh) seen.set(one.sighting, one);
  return { known, before, ...keepSightings(store, known, before, seen) };
}

const hashOf = (sighting: Sighting): number => shortHash(blockOf(sighting));
const inOrder = (a: Sighting, b: Sighting): number => a.article - b.article;

/** The sightings of a block, and into `before` its actors. */
function* storedIn(store: Store, block: number, before: Map<number, Actor>): Generator<Seen> {
  for (const { number, ...row } of all<ActorRow & { number: number }>(
    store,
    'SELECT number, id, kind, actor FROM actors WHERE block = ?',
    block,
  )) {
    before.set(number, actorFromRow(row));
    const rows = all<{
      article: number;
      place: number;
      entity: number | null;
      sighting: string;
      id: ArticleId;
      published: Edtf | null;
    }>(
      store,
      `SELECT article, place, entity, sighting, articles.id AS id, published ->> '$.date' AS published
        FROM sightings JOIN articles ON articles.number = article WHERE actor = ? ORDER BY article, place`,
      number,
    );
    for (const { place, sighting, ...where } of rows) {
      yield { sighting: sightingFromJson(sighting, where), place, actor: number };
    }
  }
}

/** The blocks of those who have an id that somebody called so may want. */
function* rivals(store: Store, names: readonly string[]): Generator<number> {
  for (const name of new Set(names)) {
    for (const id of idsWanted(name)) {
      const rival = one<{ block: number }>(store, 'SELECT block FROM actors WHERE id = ?', id);
      if (!rival) break;
      yield rival.block;
    }
  }
}

/** Stores the new sightings, and of those of before whom they are now. */
function keepSightings(
  store: Store,
  known: readonly KnownActor[],
  before: ReadonlyMap<number, Actor>,
  seen: ReadonlyMap<Sighting, Seen>,
): Pick<ActorsJoined, 'numberOf' | 'moved'> {
  const numbersBefore = new Map([...before].map(([number, { id }]) => [id, number]));
  let last = one<{ last: number | null }>(store, 'SELECT max(number) AS last FROM actors')?.last ?? 0;
  const numberOf = new Map(known.map(({ id }) => [id, numbersBefore.get(id) ?? ++last]));
  const moved = new Set<number>();
  for (const { id, sightings } of known) {
    const number = numberOf.get(id) ?? 0;
    for (const sighting of sightings) {
      const { article, entity } = sighting;
      const { place = 0, actor = null } = seen.get(sighting) ?? {};
      if (actor === number) continue;
      if (actor === null) {
        const json = sightingAsJson(sighting);
        run(store, 'INSERT INTO sightings VALUES (?, ?, ?, ?, ?)', article, place, number, entity, json);
      } else {
        moved.add(article);
        run(store, 'UPDATE sightings SET actor = ? WHERE article = ? AND place = ?', number, article, place);
        const said = 'UPDATE quotations SET speaker = ? WHERE number BETWEEN ? AND ? AND speaker = ?';
        run(store, said, number, ...quotationsOf(store, article), actor);
      }
    }
  }
  return { numberOf, moved };
}

/** Stores whom the build joined as they are now, and takes out who is no more; `counted` others have other counts. */
export function writeActors(store: Store, { known, numberOf, before }: ActorsJoined, counted: Iterable<number>): void {
  const gone = new Set(before.keys());
  for (const { id, kind, name, spellings, roles, mentions, sightings, alsoIds, block } of known) {
    const number = numberOf.get(id) ?? 0;
    gone.delete(number);
    const articles = new Set(sightings.map(({ article }) => article)).size;
    const told: Actor = { id, kind, name, spellings, roles, articles, mentions, ...factsOf(store, number) };
    const stood = before.get(number);
    if (stood && actorAsJson(stood) === actorAsJson(told)) continue;
    if (stood) removeActor(store, number, stood);
    writeActor(store, number, told, alsoIds, shortHash(block));
  }
  for (const number of gone) {
    const stood = before.get(number);
    if (stood) removeActor(store, number, stood);
  }
  for (const number of counted) {
    if (before.has(number)) continue;
    const row = one<ActorRow>(store, 'SELECT id, kind, actor FROM actors WHERE number = ?', number);
    if (!row) continue;
    const json = actorAsJson({ ...actorFromRow(row), ...factsOf(store, number) });
    run(store, 'UPDATE actors SET actor = ? WHERE number = ?', json, number);
  }
}

/** How many meetings and quotations somebody has. */
function factsOf(store: Store, number: number): { meetings: number; quotations: number } {
  const count = (sql: string) => one<{ count: number }>(store, sql, number)?.count ?? 0;
  return {
    meetings: count('SELECT count(*) AS count FROM meeting_actors WHERE actor = ?'),
    quotations: count('SELECT count(*) AS count FROM quotations WHERE speaker = ?'),
  };
}

function writeActor(store: Store, number: number, actor: Actor, alsoIds: readonly string[], block: number): void {
  const { id, kind, mentions } = actor;
  run(store, 'INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?)', number, id, kind, mentions, block, actorAsJson(actor));
  for (const other of alsoIds) {
    if (other !== id) run(store, 'INSERT OR IGNORE INTO actor_ids VALUES (?, ?)', other, number);
  }
  const { names, bodies, roles, called } = wordsOf(actor);
  const less = -mentions;
  for (const other of called) run(store, 'INSERT INTO also_called VALUES (?, ?)', other, number);
  for (const word of names) {
    run(store, 'INSERT INTO actor_words VALUES (?, ?, ?, ?)', spellingKey(word), less, number, word);
  }
  for (const word of bodies) run(store, 'INSERT INTO body_words VALUES (?, ?, ?)', word, less, number);
  for (const word of roles) run(store, 'INSERT INTO role_words VALUES (?, ?, ?)', word, less, number);
}

/** Names that once led to somebody who is no more are left to lead nowhere. */
function removeActor(store: Store, number: number, actor: Actor): void {
  run(store, 'DELETE FROM actors WHERE number = ?', number);
  const { names, bodies, roles, called } = wordsOf(actor);
  const less = -actor.mentions;
  for (const other of called) run(store, 'DELETE FROM also_called WHERE block = ? AND actor = ?', other, number);
  for (const word of names) {
    const key = spellingKey(word);
    run(
      store,
      'DELETE FROM actor_words WHERE key = ? AND less = ? AND actor = ? AND word = ?',
      key,
      less,
      number,
      word,
    );
  }
  for (const word of bodies) {
    run(store, 'DELETE FROM body_words WHERE word = ? AND less = ? AND actor = ?', word, less, number);
  }
  for (const word of roles) {
    run(store, 'DELETE FROM role_words WHERE word = ? AND less = ? AND actor = ?', word, less, number);
  }
}

/** The words by which an actor is found, and the blocks of spellings that are whole names of another block than their own. */
function wordsOf({ kind, name, spellings, roles }: Actor) {
  const whole = spellings.filter((spelling) => kind === 'body' || comparableWords(spelling).length > 1);
  const called = new Set(whole.map((spelling) => shortHash(blockOf({ kind, name: spelling }))));
  called.delete(shortHash(blockOf({ kind, name })));
  if (kind === 'body') return { names: [], bodies: new Set(spellings.flatMap(bodyWords)), roles: [], called };
  const all = [name, ...spellings];
  const names = new Set(all.flatMap((spelling) => [...nameWords(spelling), ...comparableWords(spelling)]));
  return { names, bodies: [], roles: new Set(roles.flatMap(({ role }) => roleWords(role))), called };
}
