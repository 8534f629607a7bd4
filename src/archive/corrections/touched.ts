import { findActors } from '../entities/find-actors.ts';
import { actorNumber } from '../entities/stored.ts';
import { all, readMeta, type Store, type Value, writeMeta } from '../store/store.ts';
import { type Correction, correctionKey, readCorrections } from './file.ts';

const META = 'corrections';

/** Notes with which corrections an archive was made, whoever made them: people's ids are kept in the file alone. */
export const writeMade = (store: Store, corrections: readonly Correction[]): void =>
  writeMeta(store, META, JSON.stringify(corrections.map((one) => ({ ...one, by: null }))));

/** The corrections made or taken back since the archive was built. */
export function correctionsSince(store: Store, dataDir: string): readonly Correction[] {
  const before = JSON.parse(readMeta(store, META) ?? '[]') as readonly Correction[]; // written above
  const now = readCorrections(dataDir);
  const [keysBefore, keysNow] = [before, now].map((corrections) => new Set(corrections.map(correctionKey)));
  return [
    ...before.filter((one) => !keysNow?.has(correctionKey(one))),
    ...now.filter((one) => !keysBefore?.has(correctionKey(one))),
  ];
}

/** The files whose articles these corrections may change: they are read again as if they had been written anew. */
export function filesTouched(store: Store, corrections: readonly Correction[]): ReadonlySet<string> {
  const paths = (condition: string, value: Value): string[] =>
    all<{ path: string }>(
      store,
      `SELECT DISTINCT files.path AS path FROM articles JOIN files ON files.number = articles.file WHERE ${condition}`,
      value,
    ).map(({ path }) => path);
  const touched = corrections.flatMap((correction) => {
    if (correction.what === 'outlet') {
      const named = 'articles.outlet IN (SELECT number FROM outlets WHERE name = ? COLLATE NOCASE)';
      return paths(named, correction.outlet);
    }
    if (correction.what !== 'one person') return paths('articles.id = ?', correction.article);
    const seen = 'articles.number IN (SELECT article FROM mention_groups WHERE actor = ?)';
    const meant = findActors(store, correction.name).filter(({ how }) => how === 'same');
    return meant.flatMap(({ actor }) => paths(seen, actorNumber(store, actor.id)));
  });
  return new Set(touched);
}
