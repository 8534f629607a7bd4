import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectFolder } from '../../src/project/folder.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { type RunningProgram, startProgram } from '../support/program.ts';
import { startTraffic } from '../support/traffic.ts';

// The operator's nights: a backup while people ask, put back into empty folders.

let standIn: StandIn;
let bot: RunningProgram;
const dataFolder = emptyFolder();
const kept = join(emptyFolder(), 'backup');

beforeAll(async () => {
  standIn = await startStandIn();
  bot = await startProgram(standIn, dataFolder);
});

afterAll(async () => {
  await bot.stop();
  await standIn.close();
});

function readout(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectFolder, 'dist/src/app/cli.js'), ...args],
    {
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    },
  );
  return { code: status, said: stdout + stderr };
}

const emptyPlaces = () => {
  const places = { ARTICLES_DIR: join(emptyFolder(), 'articles'), DATA_DIR: emptyFolder() };
  mkdirSync(places.ARTICLES_DIR);
  return places;
};

/** The answers to the twenty questions, from the terminal. */
async function answersFrom(env: Readonly<Record<string, string>>): Promise<string[]> {
  const asked = readFileSync(join(projectFolder, 'tests/support/seeds/questions.jsonl'), 'utf8').trim().split('\n');
  const questions = asked.map((line) => String(JSON.parse(line).ask));
  expect(questions.length).toBeGreaterThanOrEqual(20);
  const child = spawnSync(process.execPath, [join(projectFolder, 'dist/src/app/main.js'), '--terminal'], {
    env: { PATH: process.env.PATH, ...env },
    input: questions.join('\n'),
    encoding: 'utf8',
  });
  expect(child.status).toBe(0);
  return child.stdout.split('\n');
}

test('a backup made while the bot answers, put back into empty folders, answers the same without reading anew', async () => {
  const traffic = startTraffic(standIn, { everyMs: 100 });
  await traffic.during(1000);
  expect(readout(['backup', kept], { DATA_DIR: dataFolder })).toEqual({ code: 0, said: '' });
  expect((await traffic.settled()).wrongs).toEqual([]);

  const places = emptyPlaces();
  expect(readout(['restore', kept], places)).toEqual({ code: 0, said: '' });
  expect(readdirSync(places.ARTICLES_DIR)).toEqual(readdirSync(join(projectFolder, 'data/articles')));
  const [before, after] = await Promise.all([answersFrom({ DATA_DIR: dataFolder }), answersFrom(places)]);
  expect(after).toEqual(before);
  const there = await startStandIn();
  const again = await startProgram(there, places.DATA_DIR, { env: places });
  expect(again.output()).not.toContain('"event":"reindexed"');
  expect(wordsOf(await there.slash(there.world.member, 'dm', 'met', { person: 'Bogdanov' }).answered())).toContain(
    'Zamili',
  );
  await again.stop();
  await there.close();
});

test('nothing is written over: neither a backup over something, nor something restored over what is there', () => {
  expect(readout(['backup', kept], { DATA_DIR: dataFolder })).toMatchObject({
    code: 2,
    said: expect.stringContaining('not empty'),
  });
  const refused = readout(['restore', kept], { DATA_DIR: dataFolder });
  expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('not empty') });
});

test('a backup that never finished, or of a newer version, is refused with one line that says so', () => {
  writeFileSync(join(kept, 'backup.json'), JSON.stringify({ format: 999, made: '2030-01-01' }));
  expect(readout(['restore', kept], emptyPlaces()).said.trim()).toBe(
    'readout: This backup was made by a newer version of Readout: update Readout, then restore it.',
  );
  rmSync(join(kept, 'backup.json'));
  expect(readout(['restore', kept], emptyPlaces()).said).toContain('never finished');
});
