import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBriefings } from '../../../src/alerts/briefings.ts';
import { openWatches } from '../../../src/alerts/watches.ts';
import { addCorrection } from '../../../src/archive/corrections/file.ts';
import type { ArticleId } from '../../../src/corpus/article.ts';
import { openConversations } from '../../../src/discord/stores/conversations.ts';
import { keptAbout } from '../../../src/discord/stores/kept-about.ts';
import { openReports } from '../../../src/discord/stores/reports.ts';
import { readFeeds, writeFeed } from '../../../src/intake/feed-list.ts';
import { FileWrong } from '../../../src/project/file-wrong.ts';
import { emptyFolder } from '../../support/folders.ts';

const [ADA, OLGA] = ['202600000000000417', '202600000000000523'];
const NOW = new Date('2026-03-02T10:00:00Z');

/** All places, each with something of both. */
function filled() {
  const data = emptyFolder();
  const stores = {
    watches: openWatches(data),
    briefings: openBriefings(data),
    reports: openReports(data),
    conversations: openConversations(),
    folders: { articles: emptyFolder(), data },
  };
  for (const person of [ADA, OLGA]) {
    stores.watches.add(person, { is: 'phrase', words: 'salt lake' }, { is: 'direct', person }, NOW);
    stores.watches.setQuiet(person, { from: 60, to: 120, zone: 'UTC' });
    stores.briefings.add(
      {
        owner: person,
        to: { is: 'direct', person },
        schedule: { at: 480, zone: 'UTC', days: 'daily' },
        about: [],
        always: false,
      },
      NOW,
    );
    stores.reports.add({ at: 0, person, link: '', key: '', page: 0, words: 'wrong' });
    stores.conversations.remember(person, 'a channel', { command: 'sources' });
    writeFeed(data, { url: `https://news.example/${person.slice(-3)}`, minutes: 60, added_by: person });
    addCorrection(
      data,
      person,
      { what: 'not a meeting', article: 'a' as ArticleId, words: `met ${person.slice(-3)}` },
      NOW,
    );
  }
  return { data, stores, kept: keptAbout(stores) };
}

/** The files in which something stands. */
function filesWith(words: string, folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files
    .filter((one) => readFileSync(join(one.parentPath, one.name), 'latin1').includes(words))
    .map(({ name }) => name);
}

test('every place where ids are kept is shown, and after erasing stands in no file, nor in another’s stead', () => {
  const { data, stores, kept } = filled();
  // Whoever enters a place into the register fills it here.
  expect(kept.of(ADA).filter(({ n }) => n === 0)).toEqual([]);
  expect(filesWith(ADA, data)).not.toEqual([]);
  const [mine, theirs] = [kept.of(ADA), kept.of(OLGA)];
  expect(kept.erase(ADA)).toEqual(mine);
  expect(kept.of(ADA).filter(({ n }) => n > 0)).toEqual([]);
  expect(filesWith(ADA, data)).toEqual([]);
  expect(kept.of(OLGA)).toEqual(theirs);
  expect(readFeeds(data).map(({ url }) => url)).toEqual(['https://news.example/417', 'https://news.example/523']);
  stores.watches.close();
  stores.briefings.close();
  stores.reports.close();
});

test.each(['corrections.yaml', 'feeds.yaml'])('where %s is broken, nothing is erased by half', (file) => {
  const { data, stores, kept } = filled();
  const before = kept.of(ADA);
  const whole = readFileSync(join(data, file), 'utf8');
  writeFileSync(join(data, file), `${whole}\n- [`);
  expect(() => kept.erase(ADA)).toThrow(FileWrong);
  expect(() => kept.erase(ADA)).toThrow(file);
  writeFileSync(join(data, file), whole);
  expect(kept.of(ADA)).toEqual(before);
  stores.watches.close();
  stores.briefings.close();
  stores.reports.close();
});
