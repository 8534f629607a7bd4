import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project/folder.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { articleFile } from '../support/builders.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { type RunningProgram, runProgram, startProgram } from '../support/program.ts';

// A DATA_DIR on a small disk of its own, which is filled, and then made read-only.

const data = emptyFolder();
const mounting = (...args: readonly string[]): boolean => spawnSync('mount', args).status === 0;
const mounted = mounting('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', data);
if (!mounted) console.info('No file system can be mounted here (that takes root): a full disk is not tested.');

// Also where a test has failed.
afterAll(() => void spawnSync('umount', ['--lazy', data]));

describe.skipIf(!mounted)('where the disk of the data folder', () => {
  let standIn: StandIn;
  let bot: RunningProgram;
  const filling = join(data, 'filling');

  beforeAll(async () => {
    standIn = await startStandIn();
    bot = await startProgram(standIn, data);
  });
  afterAll(async () => {
    await bot.stop();
    await standIn.close();
  });

  const asks = async (command: string, options = {}, person = standIn.world.member) =>
    wordsOf(await standIn.slash(person, 'dm', command, options).answered());
  const reindexed = async () => {
    const asked = standIn.slash(standIn.world.owner, 'dm', 'admin reindex');
    return wordsOf(await asked.until((message) => /Reindexed|failed/u.test(wordsOf(message))));
  };

  test('is full, questions are answered, and what can’t be kept is not said to be', async () => {
    expect(() => {
      for (;;) appendFileSync(filling, Buffer.alloc(64 * 1024));
    }).toThrow('ENOSPC');
    expect(await asks('met', { person: 'Bogdanov' })).toContain('Bogdanov');
    expect(await asks('summary', { about: `${'a long question, '.repeat(20)} Lavrov` })).not.toContain('incident');
    const phrases = Array.from({ length: 20 }, (_, at) => `${'word '.repeat(30)}${at}`);
    const told = [];
    for (const words of phrases) told.push(await asks('watch add phrase', { words }));
    const kept = told.filter((words) => words.includes('I’ll send you alerts')).length;
    expect((await asks('watch list')).split('the words').length - 1).toBe(kept);
    expect(kept).toBeLessThan(phrases.length);
    // The others are told why, and that it is nobody’s fault.
    for (const words of told.filter((one) => !one.includes('I’ll send you alerts')))
      expect(words).toContain('no room left on my disk');
    expect(await reindexed()).not.toContain('Reindexed');
    expect(await asks('quote', { who: 'Lavrov' })).toContain('“');
    rmSync(filling);
    expect(await asks('watch add phrase', { words: 'there is room again' })).toContain('I’ll send you alerts');
    expect(await reindexed()).toContain('Reindexed');
  });

  test('can’t be written, a bot that starts there ends with one line saying what to do', async () => {
    // Nothing may be open for writing while that is taken away.
    await bot.stop();
    expect(mounting('-o', 'remount,ro', data)).toBe(true);
    const starting = runProgram(standIn, data);
    expect(await starting.ended).toBe(1);
    const [last = ''] = starting.output().trim().split('\n').slice(-1);
    expect(last).toContain('DATA_DIR');
    expect(last).toContain(data);
    // Who only asks needs to write nothing.
    const env = { PATH: process.env.PATH, DATA_DIR: data };
    const program = [join(projectFolder, 'dist/src/app/cli.js'), 'ask', 'who did Bogdanov meet?'];
    expect(spawnSync(process.execPath, program, { env, encoding: 'utf8' }).stdout).toContain('Bogdanov');
    expect(mounting('-o', 'remount,rw', data)).toBe(true);
    bot = await startProgram(standIn, data);
    expect(await asks('met', { person: 'Bogdanov' })).toContain('Bogdanov');
  });
});

describe.skipIf(!mounted)('at a first start, a data folder', () => {
  const articles = emptyFolder();
  writeFileSync(join(articles, 'one.md'), articleFile('2019-05-02', 'Anna Berg met Omar Dari in Oslo on Thursday.'));

  /** What the program says, started in each of its ways. */
  async function sayings(folder: string): Promise<readonly string[]> {
    const standIn = await startStandIn();
    const env = { PATH: process.env.PATH, DATA_DIR: folder, ARTICLES_DIR: articles };
    const onDiscord = runProgram(standIn, folder, { env: { ARTICLES_DIR: articles } });
    expect(await onDiscord.ended).toBe(1);
    await standIn.close();
    const here = (...args: readonly string[]) => {
      const [file = '', ...rest] = args;
      const program = [join(projectFolder, 'dist/src/app', file), ...rest];
      const { status, stderr } = spawnSync(process.execPath, program, { env, encoding: 'utf8', input: '/help\n' });
      expect(status).not.toBe(0);
      return stderr;
    };
    return [onDiscord.output(), here('main.js', '--terminal'), here('cli.js', 'index'), here('cli.js', 'ask', '/help')];
  }

  test.each([
    ['that is full', 'there is no room left'],
    ['that is read-only', 'nothing can be written'],
  ])('%s is told of in one line that says what to do', async (how, words) => {
    const folder = emptyFolder();
    expect(mounting('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)).toBe(true);
    try {
      const fill = () => {
        for (;;) appendFileSync(join(folder, 'filling'), Buffer.alloc(4096));
      };
      if (how === 'that is full') expect(fill).toThrow('ENOSPC');
      else expect(mounting('-o', 'remount,ro', folder)).toBe(true);
      for (const said of await sayings(folder)) {
        const [last = ''] = said.trim().split('\n').slice(-1);
        expect(last).toContain('DATA_DIR');
        expect(last).toContain(words);
        expect(last).toContain(folder);
        expect(said).not.toMatch(/^\s+at /m);
      }
    } finally {
      spawnSync('umount', ['--lazy', folder]);
    }
  });
});
