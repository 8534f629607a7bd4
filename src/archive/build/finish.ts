import type { Unread } from '../../corpus/article.ts';
import { type Edtf, firstDay, lastDay } from '../../text/edtf.ts';
import { editsBetween } from '../copies/edits.ts';
import type { Correction } from '../corrections/file.ts';
import { writeMade } from '../corrections/touched.ts';
import { all, one, type Store, writeMeta } from '../store/store.ts';
import type { MadeWith } from './made-with.ts';
import type { Counts } from './write-facts.ts';

/** What a reindex did. */
export interface ReindexReport {
  readonly articles: number;
  /** Articles that were read, and those whose reading was taken over from the archive before. */
  readonly readAnew: number;
  readonly reused: number;
  /** Articles that the archive before had and the folder has no more. */
  readonly removed: number;
  readonly unread: readonly Unread[];
  readonly people: number;
  readonly meetings: number;
  readonly quotations: number;
  readonly seconds: number;
}

/** What a build began with. */
export interface Beginning {
  readonly made: MadeWith;
  /** As they stood when it began: one made since is not in it, or not everywhere. */
  readonly corrections: readonly Correction[];
  /** The archive that stands meanwhile. */
  readonly before: { readonly store: Store } | null;
  readonly seconds: () => number;
}

/** Notes in the store what it is made of, closes the books, and reports; articles numbered above `after` are new in it. */
export function finished(
  { made, corrections, before, seconds }: Beginning,
  store: Store,
  after: number,
  { readAnew, removed, ...counts }: Counts & { readonly readAnew: number; readonly removed: number },
): ReindexReport {
  const articles = one<{ count: number }>(store, 'SELECT count(*) AS count FROM articles')?.count ?? 0;
  const unread = all<Unread>(store, 'SELECT file, reason FROM unread').map(({ file, reason }) => ({ file, reason }));
  writeMeta(store, 'made with', made.all);
  writeMade(store, corrections);
  writeMeta(store, 'edited', JSON.stringify(before ? editsBetween(before.store, store, after) : {}));
  writeMeta(store, 'status', JSON.stringify({ ...counts, articles, ...period(store) }));
  writeMeta(store, 'finished', new Date().toISOString());
  store.exec('COMMIT');
  return { articles, readAnew, reused: articles - readAnew, removed, unread, ...counts, seconds: seconds() };
}

/** How many articles an archive had that this one has no more. */
export function removedSince(before: Store, store: Store): number {
  const now = new Set(all<{ id: string }>(store, 'SELECT id FROM articles').map(({ id }) => id));
  return all<{ id: string }>(before, 'SELECT id FROM articles').filter(({ id }) => !now.has(id)).length;
}

/** First and last publication date. */
function period(store: Store): { from: string | null; to: string | null } {
  const dated = all<{ published: Edtf }>(
    store,
    `SELECT published FROM articles WHERE published IS NOT NULL AND number IN (
      (SELECT number FROM articles WHERE first_day IS NOT NULL ORDER BY first_day LIMIT 1),
      (SELECT number FROM articles WHERE last_day IS NOT NULL ORDER BY last_day DESC LIMIT 1))`,
  );
  const dates = dated.map(({ published }) => published);
  const [from] = dates.toSorted((a, b) => ((firstDay(a) ?? '') < (firstDay(b) ?? '') ? -1 : 1));
  const [to] = dates.toSorted((a, b) => ((lastDay(a) ?? '') > (lastDay(b) ?? '') ? -1 : 1));
  return { from: from ?? null, to: to ?? null };
}
