import type { Edtf } from '../text/edtf.ts';
import type { Archive, ArchiveStatus } from './archive.ts';
import type { Edits } from './copies/edits.ts';
import { completeTyped } from './entities/complete.ts';
import { findActors } from './entities/find-actors.ts';
import { actorIds, actorWithId } from './entities/stored.ts';
import { countMeetings, meetingsWhere, mentionsStored } from './facts/meetings-stored.ts';
import { countQuotations, quotationsWhere } from './facts/quotations.ts';
import { similarPassages } from './search/similar-passages.ts';
import { searchText } from './search/text-search.ts';
import { rankByUnits, termCounts, wordsKnown } from './search/unit-search.ts';
import { articleCards, articleIds, articleStored, articlesNamed, outletsHeld } from './store/articles.ts';
import type { Opened } from './store/opened.ts';
import { all, readMeta, type Store } from './store/store.ts';

/** The archive as kept in a store and a search index; `current` gives those that stand at the moment of asking. */
export const storedArchive = (current: () => Opened, damaged: readonly string[]): Archive => ({
  status: async () => ({ ...statusOf(current().store), damaged: [...damaged] }),
  builtAt: async () => builtAt(current().store),
  articles: async (filter, limit) => articleCards(current().store, filter ?? {}, limit),
  articlesNamed: async (name) => articlesNamed(current().store, name),
  outlets: async (newest) => outletsHeld(current().store, newest),
  article: async (id) => articleStored(current().store, id),
  articleIds: async () => articleIds(current().store),
  search: async (words, filter, limit) => searchText(current(), words, filter ?? {}, limit),
  rankByUnits: async (units, limit) => rankByUnits(current(), units, limit),
  wordsKnown: async (words) => wordsKnown(current(), words),
  termCounts: async (terms) => termCounts(current(), terms),
  actorIds: async () => actorIds(current().store),
  findActors: async (name) => findActors(current().store, name),
  actor: async (id) => actorWithId(current().store, id),
  mentions: async (id, limit, which) => mentionsStored(current().store, id, limit, which),
  meetings: async (filter, limit) => meetingsWhere(current().store, filter ?? {}, limit),
  quotations: async (filter, limit) => quotationsWhere(current().store, filter ?? {}, limit),
  countMeetings: async (filter) => countMeetings(current().store, filter ?? {}),
  countQuotations: async (filter) => countQuotations(current().store, filter ?? {}),
  complete: async (what, typed, limit) => completeTyped(current().store, what, typed, limit),
  similarPassages: async (words, limit) => similarPassages(current(), words, limit),
});

const builtAt = (store: Store): string => readMeta(store, 'finished') ?? '';

function statusOf(store: Store): Omit<ArchiveStatus, 'damaged'> {
  // Written by the build, read by nobody else.
  const status = JSON.parse(readMeta(store, 'status') ?? '{}') as Omit<
    ArchiveStatus,
    'builtAt' | 'unread' | 'edited' | 'damaged'
  > & {
    from: Edtf;
  };
  const unread = all<ArchiveStatus['unread'][number]>(store, 'SELECT file, reason FROM unread');
  return {
    ...status,
    builtAt: builtAt(store),
    edited: JSON.parse(readMeta(store, 'edited') ?? '{}') as Edits, // as the build wrote it
    unread: unread.map(({ file, reason }) => ({ file, reason })),
  };
}
