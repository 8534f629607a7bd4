import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ArticleCard, MeetingParticipant, RoleHeld } from '../../src/archive/archive.ts';
import type { MentionGroup } from '../../src/archive/entities/mention-groups.ts';
import type { ResolvedReport } from '../../src/archive/facts/same-meeting.ts';
import type { ArchivePlaces } from '../../src/archive/keeper.ts';
import type { ArticleId } from '../../src/corpus/article.ts';
import type { EntityIndex } from '../../src/reading/reading.ts';
import { type Edtf, edtf } from '../../src/text/edtf.ts';
import { span } from '../../src/text/span.ts';

const root = resolve(import.meta.dirname, '../..');

/** A folder with these articles (file name → content) and an empty data folder beside it. */
export function placesWith(files: Readonly<Record<string, string | Uint8Array>>): ArchivePlaces {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  mkdirSync(join(folder, 'articles'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'articles', name), content);
  return {
    articlesDir: join(folder, 'articles'),
    dataDir: join(folder, 'var'),
    outletsDir: join(root, 'data/outlets'),
    modelsDir: join(root, 'data'),
  };
}

/** An article as a file: front matter and text. */
export const articleFile = (published: string, text: string): string =>
  `---\npublished: ${published}\nheadline: A headline of ${published}\n---\n${text}\n`;

export function date(value: string): Edtf {
  const read = edtf(value);
  if (read === null) throw new Error(`no date: ${value}`);
  return read;
}

let seen = 0;

/** A person as one article sees them. */
export function sighting(name: string, more: Partial<MentionGroup> = {}): MentionGroup {
  const article = ++seen;
  return {
    article,
    id: `article-${article}` as ArticleId,
    published: null,
    entity: 0 as EntityIndex,
    kind: 'person',
    name,
    spellings: [name],
    roles: [],
    mentions: 1,
    odds: 3,
    ...more,
  };
}

export const role = (words: string, when: string, country: string | null = null): RoleHeld => ({
  role: words,
  country,
  when: date(when),
  until: date(when),
  articles: 1,
  article: `told-${when}` as ArticleId,
});

export const person = (name: string, country: string | null = null): MeetingParticipant => ({
  name,
  kind: 'person',
  actor: name.toLowerCase().replaceAll(' ', '-') as MeetingParticipant['actor'],
  role: null,
  country,
});

export const body = (name: string, country: string | null = null): MeetingParticipant => ({
  ...person(name, country),
  kind: 'body',
  actor: null,
});

interface Told {
  readonly article?: string;
  readonly published?: string;
  readonly at?: number;
  readonly on?: string;
  readonly place?: string;
  readonly status?: ResolvedReport['evidence']['status'];
  readonly form?: ResolvedReport['form'];
  readonly order?: string;
}

/** How an article tells a meeting: "told([person('A'), person('B')], { on: '2019-05-02' })". */
export function told(participants: readonly MeetingParticipant[], more: Told = {}): ResolvedReport {
  const { article = 'one', published = '2019-05-03', at = 0, on, place, status = 'held' } = more;
  const card: ArticleCard = {
    id: article as ArticleId,
    file: `${article}.md`,
    hash: article,
    headline: null,
    outlet: { name: article, kind: 'unreviewed', country: null, basis: null },
    published: { date: date(published), known: 'curated' },
    authors: [],
    url: null,
    archivedUrl: null,
    language: 'en',
    translation: null,
    copyOf: null,
  };
  const evidence = {
    card,
    sentence: span(at, at + 50),
    topic: null,
    also: [],
    status,
    date: on === undefined ? null : date(on),
    dateWords: null,
    place: place ?? null,
  };
  return { evidence, form: more.form ?? 'talks', order: more.order ?? null, participants };
}
