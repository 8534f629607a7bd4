import { days, one, run, type Store } from './store.ts';
import type { Draft } from './writing.ts';
import { type ActorsJoined, writeActors, writeSightings } from './writing-actors.ts';
import { writeMeetings } from './writing-meetings.ts';

/** How many there are of each. */
export interface Counts {
  readonly people: number;
  readonly meetings: number;
  readonly quotations: number;
}

/**
 * Joins what the articles told with what is stored, and stores people, meetings and quotations. Only what the draft's articles
 * may change is looked at: after a small reindex that is little, however large the archive.
 */
export function writeActorsAndFacts(store: Store, draft: Draft): Counts {
  const actors = writeSightings(store, draft);
  writeQuotations(store, draft, actors);
  const counted = writeMeetings(store, draft, actors);
  writeActors(store, actors, counted);
  const count = (sql: string) => one<{ count: number }>(store, sql)?.count ?? 0;
  return {
    people: count("SELECT count(*) AS count FROM actors WHERE kind = 'person'"),
    meetings: count('SELECT count(*) AS count FROM meetings'),
    quotations: count('SELECT count(*) AS count FROM quotations'),
  };
}

/** Stores the new quotations with who said them. */
function writeQuotations(store: Store, draft: Draft, { known, numberOf }: ActorsJoined): void {
  const speakers = new Map<string, number>();
  const keyOf = (article: number, entity: number | null, name: string) =>
    entity === null ? `${article} ${name}` : `${article} #${entity}`;
  for (const { id, sightings } of known) {
    const number = numberOf.get(id) ?? 0;
    for (const { article, entity, name } of sightings) speakers.set(keyOf(article, entity, name), number);
  }
  for (const { number, article, published, speaker, date, terms } of draft.quotations) {
    const who = speaker && (speakers.get(keyOf(article, speaker.entity, speaker.name)) ?? null);
    const said = days(date ?? published);
    run(
      store,
      'INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?, ?)',
      number,
      article,
      who,
      days(published)[0] ?? 0,
      ...said,
      date,
    );
    run(store, 'INSERT INTO quotation_words (rowid, stems) VALUES (?, ?)', number, terms);
  }
}
