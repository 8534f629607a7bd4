import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ComponentType } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { projectFolder } from '../../src/project/folder.ts';
import type { StandIn } from '../../src/stand-in/stand-in.ts';
import { dateInWords, dayOf } from '../../src/text/edtf.ts';

/** The real bot, built, as a process of its own. */
export interface RunningBot {
  /** Everything it has written so far. */
  output(): string;
  /** Resolves once a log line holds `words`; rejects if the bot ends before, or after `ms`. */
  logged(words: string, ms?: number): Promise<void>;
  hasEnded(): boolean;
  readonly pid: number;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Ends it as an operator would. */
  stop(): Promise<number | null>;
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'readout-'));

/** Starts the bot on a stand-in for Discord; `also` are further settings and arguments, and a command `within` which it is run. */
export function runBot(
  standIn: Pick<StandIn, 'url' | 'token'>,
  dataFolder: string,
  also: {
    readonly env?: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
    readonly within?: readonly string[];
  } = {},
): RunningBot {
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
    logged: (words, ms = 120_000) =>
      new Promise((resolve, reject) => {
        const end = (finish: () => void) => {
          listeners.delete(look);
          clearTimeout(timer);
          finish();
        };
        const look = () => {
          if (output.includes(words)) end(resolve);
        };
        const timer = setTimeout(() => end(() => reject(new Error(`No "${words}" in ${ms} ms:\n${output}`))), ms);
        void ended.then((code) => end(() => reject(new Error(`The bot ended with ${code}:\n${output}`))));
        listeners.add(look);
        look();
      }),
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

/** The same, once it is online and has registered its commands. */
export async function startBot(...given: Parameters<typeof runBot>): Promise<RunningBot> {
  const bot = runBot(...given);
  await bot.logged('"event":"registered"');
  return bot;
}

type Component = NonNullable<APIMessage['components']>[number];

/** All components of a message, nested ones too. */
export function componentsOf(message: APIMessage): Component[] {
  const inside = (component: Component): Component[] => [
    component,
    ...('components' in component ? (component.components as Component[]).flatMap(inside) : []),
  ];
  return (message.components ?? []).flatMap(inside);
}

/** What a message says: its texts, one after the other; timestamps as an English reader sees them. */
export const wordsOf = (message: APIMessage): string =>
  componentsOf(message)
    .flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []))
    .join('\n')
    .replace(/<t:(\d+):D>/g, (_, seconds: string) => dateInWords(dayOf(new Date(Number(seconds) * 1000))));

/** The custom ids of a message's buttons that can be pressed. */
export const buttonsOf = (message: APIMessage): string[] =>
  componentsOf(message).flatMap((one) => {
    const { type, custom_id: id, disabled } = one as { type: number; custom_id?: string; disabled?: boolean };
    return type === ComponentType.Button && id !== undefined && disabled !== true ? [id] : [];
  });
