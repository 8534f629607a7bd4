import { setImmediate } from 'node:timers/promises';
import { nameWords, spellingKey } from '../../text/spelling.ts';
import type { Actor, ActorId } from '../archive.ts';
import { idsWanted, type JoinedActor, joinActors, wholeNameKey, withIds } from '../entities/join-actors.ts';
import { bodyWords, comparableWords } from '../entities/names.ts';
import { type ActorRow, actorAsJson, actorFromRow, mentionGroupFromJson, type SeenIn } from '../entities/records.ts';
import { roleWords } from '../entities/roles.ts';
import { quotationsOf } from '../facts/quotations.ts';
import { all, each, one, run, type Store } from '../store/store.ts';
import type { BuildDraft } from './draft.ts';

/** Those whom a build has joined anew: all, or of a small reindex those whom it may have changed. */
export interface ActorsJoined {
  readonly numberOf: ReadonlyMap<ActorId, number>;
  /** As they stood before, by their numbers; some are no more. */
  readonly before: ReadonlyMap<number, Actor>;
  /** Articles of before in which somebody has become another actor. */
  readonly moved: ReadonlySet<number>;
}

/** An actor as `joined` holds it: without what is known only once all are. */
interface ActorToStore extends Omit<JoinedActor, 'mentionGroups'> {
  readonly block: number;
  readonly articles: number;
}

/** Joins the people of the new articles with the stored ones in the same blocks, and stores the mention groups. */
export async function writeMentionGroups(store: Store, draft: BuildDraft): Promise<ActorsJoined> {
  const before = new Map<number, Actor>();
  const joined: Joined[] = [];
  const fresh = all<{ block: number }>(store, 'SELECT DISTINCT block FROM seen').map(({ block }) => block);
  // Grows while it is walked, until nobody outside has an id that one of them may want.
  const blocks = new Set([...draft.blocksLeft, ...fresh]);
  for (const block of blocks) {
    // Frees what the queries left (store.ts).
    if (joined.length % TURN === 0) await setImmediate();
    const stood = takeStored(store, block, before);
    const now = joinSeen(store, block, joined.length);
    joined.push(...now);
    for (const rival of rivals(store, [...stood, ...now.map(({ name }) => name)])) blocks.add(rival);
  }
  const numbersBefore = new Map([...before].map(([number, { id }]) => [id, number]));
  let last = one<{ last: number | null }>(store, 'SELECT max(number) AS last FROM actors')?.last ?? 0;
  const numberOf = new Map<ActorId, number>();
  for (const { number, id } of withIds(joined)) {
    const actor = numbersBefore.get(id) ?? ++last;
    numberOf.set(id, actor);
    run(store, 'UPDATE joined SET id = ?, actor = ? WHERE number = ?', id, actor, number);
  }
  return { numberOf, before, moved: storeMentionGroups(store) };
}

/** Whenever so many have been joined, the event loop turns. */
const TURN = 1000;

/** Somebody of `joined`, as far as ids are given by it. */
interface Joined extends Pick<JoinedActor, 'name' | 'kind' | 'mentions'> {
  readonly number: number;
}

/** Takes the actors of a block into `before`, and what of them was seen into `seen`; their names. */
function takeStored(store: Store, block: number, before: Map<number, Actor>): string[] {
  const nobody = 'SELECT block, article, place, entity, mention_group FROM left_out WHERE block = ?';
  run(store, `INSERT INTO seen (block, article, place, entity, mention_group) ${nobody}`, block);
  run(store, 'DELETE FROM left_out WHERE block = ?', block);
  const select = 'SELECT number, id, kind, actor FROM actors WHERE block = ?';
  const stood = all<ActorRow & { number: number }>(store, select, block);
  return stood.map(({ number, ...row }) => {
    const actor = actorFromRow(row);
    before.set(number, actor);
    const copy = `INSERT INTO seen (block, article, place, entity, mention_group, actor)
      SELECT ?, article, place, entity, mention_group, actor FROM mention_groups WHERE actor = ?`;
    run(store, copy, block, number);
    return actor.name;
  });
}

/** Joins what is seen of a block, and notes in `joined`, numbered from `from` on, who that is. */
function joinSeen(store: Store, block: number, from: number): Joined[] {
  const rows = all<SeenIn & { number: number; mentionGroup: string }>(
    store,
    `SELECT seen.number AS number, article, entity, mention_group AS mentionGroup, articles.id AS id, published
      FROM seen JOIN articles ON articles.number = article WHERE block = ? ORDER BY article, place`,
    block,
  );
  const numbers = new Map(
    rows.map(({ number, mentionGroup, ...where }) => [mentionGroupFromJson(mentionGroup, where), number]),
  );
  return joinActors([...numbers.keys()]).map(({ mentionGroups, ...actor }, at) => {
    const number = from + at;
    const articles = new Set(mentionGroups.map(({ article }) => article)).size;
    const stored: ActorToStore = { ...actor, block, articles };
    run(store, 'INSERT INTO joined (number, json) VALUES (?, ?)', number, JSON.stringify(stored));
    for (const mentionGroup of mentionGroups) {
      run(store, 'UPDATE seen SET joined = ? WHERE number = ?', number, numbers.get(mentionGroup) ?? null);
    }
    return { number, name: actor.name, kind: actor.kind, mentions: actor.mentions };
  });
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

/** Stores the new mention groups, and whom the earlier ones refer to now; returns the articles in which that changed. */
function storeMentionGroups(store: Store): Set<number> {
  store.exec(`INSERT INTO mention_groups SELECT article, place, joined.actor, entity, mention_group
    FROM seen JOIN joined ON joined.number = seen.joined WHERE seen.actor IS NULL ORDER BY seen.number`);
  store.exec(`INSERT INTO left_out SELECT article, place, block, entity, mention_group FROM seen WHERE joined IS NULL`);
  const moved = all<{ article: number; place: number; was: number; is: number | null }>(
    store,
    `SELECT article, place, seen.actor AS was, joined.actor AS 'is'
      FROM seen LEFT JOIN joined ON joined.number = seen.joined
      WHERE seen.actor IS NOT NULL AND seen.actor IS NOT joined.actor`,
  );
  for (const { article, place, was, is } of moved) {
    if (is === null) run(store, 'DELETE FROM mention_groups WHERE article = ? AND place = ?', article, place);
    else run(store, 'UPDATE mention_groups SET actor = ? WHERE article = ? AND place = ?', is, article, place);
    const said = 'UPDATE quotations SET speaker = ? WHERE number BETWEEN ? AND ? AND speaker = ?';
    run(store, said, is, ...quotationsOf(store, article), was);
  }
  return new Set(moved.map(({ article }) => article));
}

/** Stores whom the build joined as they are now, and takes out who is no more; `counted` others have other counts. */
export function writeActors(store: Store, { before }: ActorsJoined, counted: Iterable<number>): void {
  const gone = new Set(before.keys());
  const joined = 'SELECT id, actor AS number, json FROM joined ORDER BY actor';
  for (const { id, number, json } of each<{ id: ActorId; number: number; json: string }>(store, joined)) {
    gone.delete(number);
    const { alsoIds, block, ...rest } = JSON.parse(json) as ActorToStore; // written by joinSeen
    const stored: Actor = { id, ...rest, ...factsOf(store, number) };
    const stood = before.get(number);
    if (stood && actorAsJson(stood) === actorAsJson(stored)) continue;
    if (stood) removeActor(store, number, stood);
    writeActor(store, number, stored, alsoIds, block);
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
  const { names, bodies, roles, wholeNames } = wordsOf(actor);
  const negativeMentions = -mentions;
  for (const other of wholeNames) run(store, 'INSERT INTO whole_names VALUES (?, ?)', other, number);
  for (const word of names) {
    run(store, 'INSERT INTO actor_words VALUES (?, ?, ?, ?)', spellingKey(word), negativeMentions, number, word);
  }
  for (const word of bodies) run(store, 'INSERT INTO body_words VALUES (?, ?, ?)', word, negativeMentions, number);
  for (const word of roles) run(store, 'INSERT INTO role_words VALUES (?, ?, ?)', word, negativeMentions, number);
}

/** Names that once led to somebody who is no more are left to lead nowhere. */
function removeActor(store: Store, number: number, actor: Actor): void {
  run(store, 'DELETE FROM actors WHERE number = ?', number);
  const { names, bodies, roles, wholeNames } = wordsOf(actor);
  const negativeMentions = -actor.mentions;
  for (const other of wholeNames) run(store, 'DELETE FROM whole_names WHERE key = ? AND actor = ?', other, number);
  for (const word of names) {
    const key = spellingKey(word);
    run(
      store,
      'DELETE FROM actor_words WHERE key = ? AND negative_mentions = ? AND actor = ? AND word = ?',
      key,
      negativeMentions,
      number,
      word,
    );
  }
  for (const word of bodies) {
    run(
      store,
      'DELETE FROM body_words WHERE word = ? AND negative_mentions = ? AND actor = ?',
      word,
      negativeMentions,
      number,
    );
  }
  for (const word of roles) {
    run(
      store,
      'DELETE FROM role_words WHERE word = ? AND negative_mentions = ? AND actor = ?',
      word,
      negativeMentions,
      number,
    );
  }
}

/** The words by which an actor is found, and the keys of whole names. */
function wordsOf({ kind, name, spellings, roles }: Actor) {
  const whole = spellings.filter((spelling) => kind === 'body' || comparableWords(spelling).length > 1);
  const wholeNames = new Set([name, ...whole].map((spelling) => wholeNameKey({ kind, name: spelling })));
  if (kind === 'body') return { names: [], bodies: new Set(spellings.flatMap(bodyWords)), roles: [], wholeNames };
  const all = [name, ...spellings];
  const names = new Set(all.flatMap((spelling) => [...nameWords(spelling), ...comparableWords(spelling)]));
  return { names, bodies: [], roles: new Set(roles.flatMap(({ role }) => roleWords(role))), wholeNames };
}
