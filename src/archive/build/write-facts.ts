import { one, type Store } from '../store/store.ts';
import type { BuildDraft } from './draft.ts';
import { writeActors, writeMentionGroups } from './write-actors.ts';
import { writeMeetings } from './write-meetings.ts';

/** How many there are of each. */
export interface Counts {
  readonly people: number;
  readonly meetings: number;
  readonly quotations: number;
}

/**
 * Joins what the articles report with what is stored, and stores people, meetings and quotations. Only what the draft's articles
 * may change is looked at: after a small reindex that is little, however large the archive.
 */
export async function writeActorsAndFacts(store: Store, draft: BuildDraft): Promise<Counts> {
  const actors = await writeMentionGroups(store, draft);
  writeQuotations(store);
  const counted = writeMeetings(store, draft, actors);
  writeActors(store, actors, counted);
  const count = (sql: string) => one<{ count: number }>(store, sql)?.count ?? 0;
  return {
    people: count("SELECT count(*) AS count FROM actors WHERE kind = 'person'"),
    meetings: count('SELECT count(*) AS count FROM meetings'),
    quotations: count('SELECT count(*) AS count FROM quotations'),
  };
}

/** Stores the new quotations with who said them: by entity, or by name where no mention has it. */
function writeQuotations(store: Store): void {
  store.exec(`INSERT INTO quotations SELECT number, article,
      (SELECT actor FROM mention_groups WHERE mention_groups.article = said.article AND mention_groups.entity IS said.entity
        AND (said.entity IS NOT NULL OR mention_group ->> '$[1]' = said.name)),
      day, first_day, last_day, date
    FROM said ORDER BY number`);
}
