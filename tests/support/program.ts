import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../src/project/folder.ts';
import type { StandIn } from '../../src/stand-in/stand-in.ts';
import { copyArchiveOfFive } from './archive-of-five.ts';
import { awaitWords, type Written } from './written.ts';

/** The program as it is shipped, built, as a process of its own. */
export interface RunningProgram extends Written {
  readonly pid: number;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Ends it as an operator would. */
  stop(): Promise<number | null>;
}

/** Starts the bot on a stand-in for Discord; `also` are further settings and arguments, and a command `within` which it is run. */
export function runProgram(
  standIn: Pick<StandIn, 'url' | 'token'>,
  dataFolder: string,
  also: {
    readonly env?: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
    readonly within?: readonly string[];
  } = {},
): RunningProgram {
  const { within = [], args = [] } = also;
  const [command = '', ...rest] = [...within, process.execPath, join(projectFolder, 'dist/src/app/main.js'), ...args];
  const child: ChildProcess = spawn(command, rest, {
    cwd: projectFolder,
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.url,
      DATA_DIR: dataFolder,
      ADMIN_IDS: '',
      ARTICLES_DIR: '',
      LOG_LEVEL: '',
      ...also.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece: Buffer) => {
      output += piece.toString();
      for (const heard of listeners) heard();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const { STAND_IN_RECORD: record } = process.env;
  // Looked through for secrets when all tests are done.
  if (record) void ended.then(() => appendFileSync(join(dirname(record), 'output-of-bots.txt'), output));
  return {
    output: () => output,
    logged: (words, ms) => awaitWords(words, () => output, listeners, ended, ms),
    pid: child.pid ?? 0,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended,
    signal: (name) => void child.kill(name),
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/**
 * The same, once it is online and has registered its commands. On the project's own articles, and with nothing in its data
 * folder, it begins with their archive as built once for all tests.
 */
export async function startProgram(...given: Parameters<typeof runProgram>): Promise<RunningProgram> {
  const [, dataFolder, also] = given;
  if (!also?.env?.ARTICLES_DIR) await copyArchiveOfFive(dataFolder);
  const program = runProgram(...given);
  await program.logged('"event":"registered"');
  return program;
}
