import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { articleFile } from '../support/builders.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { type RunningProgram, startProgram } from '../support/program.ts';

const articles = join(emptyFolder(), 'articles');
mkdirSync(articles);
writeFileSync(join(articles, 'one.md'), articleFile('2019-05-02', 'Anna Berg met Omar Dari in Oslo on Thursday.'));

let standIn: StandIn;
let bot: RunningProgram;
beforeAll(async () => {
  standIn = await startStandIn();
  bot = await startProgram(standIn, emptyFolder(), { env: { ARTICLES_DIR: articles } });
});
afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

/** Lets the bot have so many files and connections open, and no more. */
const limitHandles = (most: number) =>
  spawnSync('prlimit', ['--pid', String(bot.pid), `--nofile=${most}:`], { encoding: 'utf8' });

const canLimit = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0;

test.skipIf(!canLimit)(
  'out of file handles a reindex fails and says so, questions are answered all the while, and later it goes through',
  async () => {
    const { owner } = standIn.world;
    const met = async () => wordsOf(await standIn.slash(owner, 'dm', 'met', { person: 'Anna Berg' }).answered());
    expect(await met()).toContain('Omar Dari');
    writeFileSync(join(articles, 'two.md'), articleFile('2019-05-03', 'Anna Berg met Cora Lind in Rome on Friday.'));

    // Some are left for connections to Discord.
    expect(limitHandles(readdirSync(`/proc/${bot.pid}/fd`).length + 3).stderr).toBe('');
    const failing = standIn.slash(owner, 'dm', 'admin reindex');
    const said = await failing.until((message) => wordsOf(message).includes('failed'));
    expect(wordsOf(said)).toMatch(/The archive stands as it was before.*too many open files/s);
    expect(await met()).toContain('Omar Dari');
    expect(bot.hasEnded()).toBe(false);

    limitHandles(4096);
    const going = standIn.slash(owner, 'dm', 'admin reindex');
    await going.until((message) => wordsOf(message).includes('Reindexed'));
    expect(await met()).toContain('Cora Lind');
  },
);
