import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openLog } from '../../src/app/log.ts';
import { openMetrics } from '../../src/app/metrics.ts';
import { type Choices, runBot } from '../../src/app/run-bot.ts';
import { readSettings } from '../../src/app/settings.ts';
import type { StandIn } from '../../src/stand-in/stand-in.ts';
import { copyArchiveOfFive } from './archive-of-five.ts';
import { openArchiveHere } from './open-archive.ts';
import { awaitWords, type Written } from './written.ts';

/**
 * The bot as it is shipped, but in this process and thread: all that is missing is what main.ts does, which is to hear signals,
 * and the thread that the archive has there. `open: openArchiveInWorker` gives it that.
 */
export interface RunningBot extends Written {
  /** Lets it finish what it answers, go offline and close its stores. Once is enough; a second time does nothing. */
  stop(): Promise<void>;
}

/**
 * Begins to start the bot in this process on a stand-in for Discord; `env` are further settings. On the project's own articles,
 * and with nothing in its data folder, it begins with their archive as built once for all tests.
 */
export async function beginBot(
  standIn: Pick<StandIn, 'url' | 'token'>,
  dataFolder: string,
  { env = {}, ...choices }: Choices & { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<RunningBot> {
  if (!env.ARTICLES_DIR) await copyArchiveOfFive(dataFolder);
  const { discordToken, ...settings } = readSettings({
    DISCORD_TOKEN: standIn.token,
    DISCORD_API_URL: standIn.url,
    DATA_DIR: dataFolder,
    ...env,
  });
  let output = '';
  const listeners = new Set<() => void>();
  const write = (line: string) => {
    output += line;
    for (const look of listeners) look();
  };
  const metrics = openMetrics();
  const whole = { ...settings, discordToken: discordToken ?? standIn.token };
  let end: (why: string) => void = () => {};
  let hasEnded = false;
  const ended = new Promise<string>((resolve) => {
    end = (why) => {
      hasEnded = true;
      resolve(why);
    };
  });
  const bot = runBot(whole, openLog(whole, metrics.record, write), metrics, ({ message }) => end(message), {
    open: openArchiveHere,
    ...choices,
  });
  let stopping: Promise<void> | null = null;
  const leave = async () => {
    await bot.leave();
    end('stopped');
    // Looked through for secrets when all tests are done.
    const { STAND_IN_RECORD: record } = process.env;
    if (record) appendFileSync(join(dirname(record), 'output-of-bots.txt'), output);
  };
  const running: RunningBot = {
    output: () => output,
    logged: (words, ms) => awaitWords(words, () => output, listeners, ended, ms),
    hasEnded: () => hasEnded,
    stop() {
      stopping ??= leave();
      return stopping;
    },
  };
  bot.ready.catch((error: unknown) => end(String(error)));
  return running;
}

/** The same, once it is online and has registered its commands. */
export async function startBot(...given: Parameters<typeof beginBot>): Promise<RunningBot> {
  const bot = await beginBot(...given);
  await bot.logged('"event":"registered"');
  return bot;
}
