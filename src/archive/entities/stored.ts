import type { Actor, ActorId } from '../archive.ts';
import { all, one, type Store } from '../store/store.ts';
import { type ActorRow, actorFromRow } from './records.ts';

/** The number of whoever has the id; else of whom it meant before, the one mentioned most where that may be several. */
export function actorNumber(store: Store, id: ActorId): number | null {
  const known = one<{ number: number }>(store, 'SELECT number FROM actors WHERE id = ?', id);
  const before = `SELECT number FROM actor_ids JOIN actors ON actors.number = actor_ids.actor
    WHERE actor_ids.id = ? ORDER BY mentions DESC, number LIMIT 1`;
  return (known ?? one<{ number: number }>(store, before, id))?.number ?? null;
}

/** The ids of all actors, those mentioned most first. */
export const actorIds = (store: Store): ActorId[] =>
  all<{ id: ActorId }>(store, 'SELECT id FROM actors ORDER BY mentions DESC, number').map(({ id }) => id);

export function actorWithId(store: Store, id: ActorId): Actor | null {
  const number = actorNumber(store, id);
  return number === null ? null : actorNumbered(store, number);
}

/** An actor as stored. */
export function actorNumbered(store: Store, number: number): Actor | null {
  const row = one<ActorRow>(store, 'SELECT id, kind, actor FROM actors WHERE number = ?', number);
  return row && actorFromRow(row);
}

/** Actors as stored, by their numbers, in this order; who is none is left out. */
export function actorsNumbered(store: Store, numbers: readonly number[]): Map<number, Actor> {
  const rows = all<ActorRow & { number: number }>(
    store,
    `SELECT number, actors.id AS id, kind, actor
      FROM json_each(?) AS asked JOIN actors ON number = asked.value ORDER BY asked.key`,
    JSON.stringify(numbers),
  );
  return new Map(rows.map((row) => [row.number, actorFromRow(row)]));
}
