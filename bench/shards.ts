import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from '../src/project/folder.ts';
import { startStandIn } from '../src/stand-in/stand-in.ts';

/**
 * npm run bench:shards -- ARTICLES_DIR DATA_DIR
 * What the bot takes in memory as one process and as several that share the archive (SHARDS): all its processes, each page
 * that several have counted once (Linux's Pss), after a question has been answered. Prints a table; it asserts nothing.
 */

const [articles, data] = process.argv.slice(2);
if (!articles || !data)
  throw new Error('Say whose articles and archive: npm run bench:shards -- ARTICLES_DIR DATA_DIR');

/** A process and those it started. */
const family = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((child) => child !== '')
    .flatMap((child) => family(Number(child)))
    .concat(pid);

const memoryMB = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1000;

/** Waits until so many processes have said that they answer, and the commands are registered. */
function answering(bot: ChildProcess, wanted: number): Promise<void> {
  let output = '';
  return new Promise((done, failed) => {
    bot.once('exit', (code) => failed(new Error(`The bot ended with code ${code}:\n${output}`)));
    bot.stderr?.on('data', (piece: Buffer) => {
      output += piece.toString();
      const told = (event: string) => output.split(`"event":"${event}"`).length - 1;
      if (told('answering') >= wanted && told('registered') > 0) done();
    });
  });
}

console.log('| | processes | MB |\n| --- | --- | --- |');
for (const shards of [null, 1, 4]) {
  const standIn = await startStandIn();
  const bot = spawn(process.execPath, [join(projectFolder, 'dist/src/app/main.js')], {
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.url,
      ARTICLES_DIR: resolve(articles),
      DATA_DIR: resolve(data),
      SHARDS: String(shards ?? ''),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await answering(bot, shards ?? 1);
  await standIn.slash(standIn.world.member, 'dm', 'search', { text: 'president' }).answered();
  await wait(5000);
  const processes = family(bot.pid ?? 0);
  const memory = processes.reduce((sum, pid) => sum + memoryMB(pid), 0);
  console.log(`| SHARDS=${shards ?? ''} | ${processes.length} | ${memory.toFixed(0)} |`);
  bot.kill('SIGTERM');
  await once(bot, 'exit');
  await standIn.close();
}
