import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openWatches } from '../../src/alerts/watches.ts';
import { openReports } from '../../src/discord/stores/reports.ts';
import { openServerSettings } from '../../src/discord/stores/server-settings.ts';
import { startStandIn } from '../../src/stand-in/stand-in.ts';
import { addPerson, join as joinGuild } from '../../src/stand-in/world.ts';
import { beginBot, startBot } from '../support/bot.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { runProgram } from '../support/program.ts';

// The data folders of earlier versions, each written by that version itself (by the version of the archive's tables). When
// those are changed again, the folder of the version before is added here.

const kept = join(import.meta.dirname, 'stores');
const versions = readdirSync(kept).sort();

function placesOf(version: string): { articles: string; data: string } {
  const folder = join(emptyFolder(), version);
  cpSync(join(kept, version), folder, { recursive: true });
  return { articles: join(folder, 'articles'), data: join(folder, 'data') };
}

test.each(versions)(
  'a data folder of %s is taken over: the archive answers, and nothing that people set is lost',
  async (version) => {
    const { articles, data } = placesOf(version);
    const had = readdirSync(data);
    const standIn = await startStandIn();
    const bot = await startBot(standIn, data, { env: { ARTICLES_DIR: articles } });
    const anna = addPerson(standIn.world, 'Anna');
    joinGuild(standIn.world.guild, anna);
    // The correction of the meeting's place holds still.
    await expect
      .poll(async () => wordsOf(await standIn.slash(anna, 'dm', 'met', { person: 'Anna Berg' }).answered()), {
        timeout: 20_000,
      })
      .toContain('Bergen');
    await bot.stop();
    await standIn.close();
    const watches = openWatches(data);
    expect(watches.running().map(({ what }) => what)).toEqual([{ is: 'phrase', words: 'salt lake' }]);
    watches.close();
    if (had.includes('settings.sqlite')) {
      const settings = openServerSettings(data);
      expect(settings.ofBot().userInstalls).toBe(false);
      settings.close();
    }
    if (had.includes('reports.sqlite')) {
      const reports = openReports(data);
      expect(reports.open().map(({ words }) => words)).toEqual(['The speaker is another.']);
      reports.close();
    }
  },
  90_000,
);

/** Has a store of the latest data folder say that it was written by a later version still. */
function withNewer(store: string): { readonly articles: string; readonly data: string; readonly file: string } {
  const { articles, data } = placesOf(versions.at(-1) ?? '');
  const file = join(data, `${store}.sqlite`);
  const database = new Database(file);
  database.exec('PRAGMA user_version = 999');
  database.close();
  return { articles, data, file };
}

test.each(['buttons', 'settings', 'reports', 'watches'])('%s of a newer version are left alone', async (store) => {
  const { articles, data, file } = withNewer(store);
  const standIn = await startStandIn();
  const bot = await beginBot(standIn, data, { env: { ARTICLES_DIR: articles } });
  await expect(bot.logged('"event":"registered"')).rejects.toThrow(`${file} was written by a newer version of Readout`);
  await bot.stop();
  await standIn.close();
});

test('where a store is of a newer version, the program ends with a line that says so', async () => {
  const { articles, data, file } = withNewer('watches');
  const standIn = await startStandIn();
  const bot = runProgram(standIn, data, { env: { ARTICLES_DIR: articles } });
  // One that registers its commands has opened all of its stores.
  const opened = bot.logged('"event":"registered"').then(() => bot.stop());
  expect(await Promise.race([bot.ended, opened])).toBe(1);
  const last = bot.output().trim().split('\n').at(-1) ?? '';
  expect(last).toContain(`${file} was written by a newer version of Readout`);
  await standIn.close();
});
