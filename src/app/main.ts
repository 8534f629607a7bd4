import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { REST, Routes } from 'discord.js';
import { commands } from '../../commands/index.ts';
import { type ArchivePlaces, type Keeper, openArchive } from '../archive/keeper.ts';
import { NewerStore } from '../archive/store/newer-store.ts';
import { type Bot, Refused, refusal, startBot } from '../discord/gateway/client.ts';
import { declarations, register } from '../discord/gateway/register.ts';
import { PROGRAM } from '../discord/gateway/requests.ts';
import { isShard, runShards, shardNumber } from '../discord/gateway/shards.ts';
import { type Intake, openIntake } from '../intake/intake.ts';
import { watchArticles } from '../intake/watch-articles.ts';
import { startPlayground } from '../playground/playground.ts';
import { projectFolder } from '../project/folder.ts';
import { openArchiveInWorker } from '../remote/archive-in-worker.ts';
import { openArchiveOfParent } from '../remote/archive-of-processes.ts';
import { startStandIn } from '../stand-in/stand-in.ts';
import { makeDataFolder, openDataFolder } from './data-folder.ts';
import { type Log, openLog } from './log.ts';
import { type Metrics, openMetrics, serveMetrics } from './metrics.ts';
import { readSettings, type Settings, SettingsWrong } from './settings.ts';
import { runTerminal } from './terminal.ts';

type WithToken = Settings & { readonly discordToken: string };

const hasToken = (settings: Settings): settings is WithToken => settings.discordToken !== null;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { terminal: { type: 'boolean' }, playground: { type: 'boolean' }, register: { type: 'boolean' } },
  });
  const settings = readSettings();
  // discord.js would take the setting for its own: the number of a shard.
  if (!isShard()) delete process.env.SHARDS;
  if (values.register) return registerOnly(settings);
  if (values.terminal) return terminal(settings, true);
  if (values.playground) return playground(settings);
  if (hasToken(settings)) {
    const metrics = openMetrics();
    const log = openLog(settings, metrics.record);
    if (settings.shards === null || isShard()) return discord(settings, log, metrics);
    return inParts(settings, settings.shards, log);
  }
  // Somebody who sits at a terminal gets the page; what comes through a pipe is answered line by line.
  return process.stdin.isTTY ? playground(settings) : terminal(settings, false);
}

/** The bot as it is, on a stand-in for Discord in this process, with a page in the browser to try it. */
async function playground(settings: Settings): Promise<void> {
  const standIn = await startStandIn();
  const there = { ...settings, discordToken: standIn.token, discordApiUrl: standIn.url };
  // The address is what a newcomer should see, not a line of JSON for each thing that goes well.
  const log = openLog({ ...there, logLevel: settings.logLevel === 'info' ? 'warn' : settings.logLevel });
  console.log('Reading the articles …');
  await discord(there, log, openMetrics());
  const page = await startPlayground(standIn);
  console.log(
    `Readout's playground: ${page.url}\nOpen it in a browser: it works like a channel on Discord. Ctrl-C ends it; ` +
      'npm start -- --terminal answers here instead.',
  );
}

/** `npm run register`: registers the commands with Discord, and ends. */
async function registerOnly(settings: Settings): Promise<void> {
  if (!hasToken(settings)) throw new Refused('Registering needs a bot token: put it into .env as DISCORD_TOKEN.');
  const rest = new REST({ api: settings.discordApiUrl, userAgentAppendix: PROGRAM }).setToken(settings.discordToken);
  try {
    const application = (await rest.get(Routes.currentApplication())) as { id: string }; // Discord's word for it.
    const changed = await register(rest, application.id, declarations(commands));
    console.log(changed.length === 0 ? 'Nothing to change.' : `Registered anew: ${changed.join(', ')}.`);
  } catch (error) {
    throw refusal(error, settings.discordApiUrl);
  }
}

async function terminal(settings: Settings, asked: boolean): Promise<void> {
  if (!asked) {
    console.error('No DISCORD_TOKEN is set, so this is Readout in the terminal. README.md says how to get a token.');
  }
  makeDataFolder(settings.dataFolder);
  const keeper = await openArchive(placesOf(settings));
  for (const notice of keeper.notices) console.error(notice);
  if (await keeper.isStale()) await keeper.reindex(() => {});
  await runTerminal(keeper.archive, process.stdin, process.stdout, process.stdin.isTTY === true);
  await keeper.close();
}

/** Answers on Discord in several processes, each for a part of the servers; this one has the archive. */
async function inParts(settings: WithToken, shards: number | 'auto', log: Log): Promise<void> {
  openDataFolder(settings.dataFolder);
  const opening = openArchiveInWorker(placesOf(settings));
  let keeper: Keeper | null = null;
  opening.then(
    (opened) => {
      keeper = opened;
    },
    () => {}, // reported by each part, which was waiting for it
  );
  try {
    await runShards(fileURLToPath(import.meta.url), settings, shards, opening, log);
  } finally {
    await (keeper as Keeper | null)?.close(); // assigned meanwhile
  }
  // A first build may still be under way; what it has is thrown away.
  process.exit(0);
}

/** Answers on Discord until it is asked to stop, or Discord ends the connection for good. */
async function discord(settings: WithToken, log: Log, metrics: Metrics): Promise<void> {
  // discord.js's errors hold tokens and messages: no crash may print them.
  process.on('uncaughtException', (error: unknown) => {
    log.fatal({ event: 'uncaughtException', err: error });
    process.exit(1);
  });
  // An event of Discord's that the library can't read comes out here; it must not take everybody's answers along.
  process.on('unhandledRejection', (error: unknown) => log.error({ event: 'unhandledRejection', err: error }));
  openDataFolder(settings.dataFolder);
  let open: Opened | null = null;
  let bot: Bot | null = null;
  let leaving = false;
  const leave = async (code: number) => {
    if (leaving) return;
    leaving = true;
    open?.unwatch();
    await bot?.leave();
    await open?.intake.close();
    await open?.keeper.close();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ event: 'leaving', signal });
      void leave(0);
    });
  }
  // A part without the process that has the archive can answer nothing, and would stand in the way of the next one.
  if (isShard()) process.once('disconnect', () => void leave(1));
  const fail = (why: Refused) => {
    log.fatal({ event: 'ended' }, why.message);
    void leave(1);
  };

  const opening = openAll(settings, log);
  if (settings.metricsPort !== null) {
    const standing = async () => {
      const articles = open ? (await open.keeper.archive.status()).articles : 0;
      const { questions, alerts } = bot?.waiting() ?? { questions: 0, alerts: 0 };
      const reindexing = open?.keeper.reindexing ?? true;
      return { articles, online: bot?.isOnline() ?? false, reindexing, questions, alerts };
    };
    // Each process of several has a port of its own.
    await serveMetrics(settings.metricsPort + shardNumber(), metrics, standing);
  }
  // The bot goes online meanwhile, and says that it is loading.
  const starting = startBot(settings, opening, log, fail);
  try {
    [open, bot] = await Promise.all([opening, starting]);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    fail(error);
  }
}

/** What answering takes besides Discord. */
interface Opened {
  readonly keeper: Keeper;
  readonly intake: Intake;
  readonly unwatch: () => void;
}

async function openAll(settings: Settings, log: Log): Promise<Opened> {
  const keeper = isShard() ? await openArchiveOfParent() : await openArchiveInWorker(placesOf(settings));
  const intake = openIntake(placesOf(settings), keeper, log);
  // Of several processes the first looks after the archive that all of them ask.
  if (shardNumber() > 0) return { keeper, intake, unwatch: () => {} };
  for (const notice of keeper.notices) log.warn({ event: 'archive', notice });
  const unwatch = settings.watchArticles
    ? watchArticles(settings.articlesFolder, keeper, intake.refresh, log)
    : () => {};
  void refresh(keeper, log);
  return { keeper, intake, unwatch };
}

/** Brings the archive up to date with the articles, while the bot already answers from what it has. */
async function refresh(keeper: Keeper, log: Log): Promise<void> {
  try {
    if (!(await keeper.isStale())) return;
    const { unread, ...counts } = await keeper.reindex(() => {});
    log.info({ event: 'reindexed', ...counts, unread: unread.length });
  } catch (error) {
    log.error({ event: 'reindex failed', consequence: 'the archive is as it was', err: error });
  }
}

const placesOf = (settings: Settings): ArchivePlaces => ({
  articlesDir: settings.articlesFolder,
  dataDir: settings.dataFolder,
  outletsDir: join(projectFolder, 'data/outlets'),
  modelsDir: join(projectFolder, 'data'),
});

try {
  await main();
} catch (error) {
  if (!(error instanceof SettingsWrong || error instanceof Refused || error instanceof NewerStore)) throw error;
  console.error(error.message);
  process.exit(1);
}
