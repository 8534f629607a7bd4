import { fileURLToPath } from 'node:url';
import { REST, Routes } from 'discord.js';
import { commands } from '../../commands/index.ts';
import { type Keeper, NotBuilt, openArchive, type ReindexProgress } from '../archive/keeper.ts';
import { NewerStore } from '../archive/store/data-store.ts';
import { Refused, refusal } from '../discord/gateway/client.ts';
import { declarations, register } from '../discord/gateway/register.ts';
import { PROGRAM } from '../discord/gateway/requests.ts';
import { isShard, runShards } from '../discord/gateway/shards.ts';
import { holdingsOf } from '../playground/holdings.ts';
import { startPlayground } from '../playground/playground.ts';
import { openArchiveInWorker } from '../remote/archive-in-worker.ts';
import { startStandIn } from '../stand-in/stand-in.ts';
import { parse, WrongUsage } from './cli-arguments.ts';
import { makeDataFolder, openDataFolder } from './data-folder.ts';
import { type Log, openLog } from './log.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { indexingInWords, progressLine } from './progress.ts';
import { type Choices, placesOf, type RunningBot, reportDamage, runBot, type WithToken } from './run-bot.ts';
import { readSettings, type Settings, SettingsWrong } from './settings.ts';
import { runTerminal } from './terminal.ts';

const hasToken = (settings: Settings): settings is WithToken => settings.discordToken !== null;

const USAGE = `npm start -- [option]
  (none)         answers on Discord with the token in .env; without one it opens the playground, and answers line by
                 line what comes through a pipe
  --playground   opens a page in the browser that works like a channel on Discord
  --terminal     answers here, line by line
  --register     tells Discord what can be asked, and ends
  --help         says this
Settings stand in .env or the environment; .env.example explains each. npm run readout -- --help: the command line.`;

async function main(): Promise<void> {
  const boolean = { type: 'boolean' } as const;
  const { values, positionals } = parse(process.argv.slice(2), {
    terminal: boolean,
    playground: boolean,
    register: boolean,
    help: { ...boolean, short: 'h' },
  });
  if (values.help) return console.log(USAGE);
  if (positionals.length > 0) throw new WrongUsage(`nothing is known of "${positionals[0]}" here`);
  const settings = readSettings();
  // discord.js would take the setting for its own: the number of a shard.
  if (!isShard()) delete process.env.SHARDS;
  if (values.register) return registerOnly(settings);
  if (values.terminal) return terminal(settings, true);
  if (values.playground) return playground(settings, true);
  if (hasToken(settings)) {
    const metrics = openMetrics();
    const log = openLog(settings, metrics.record);
    if (settings.shards === null || isShard()) {
      await discord(settings, log, metrics);
      return;
    }
    return inParts(settings, settings.shards, log);
  }
  // Somebody who sits at a terminal gets the page; what comes through a pipe is answered line by line.
  return process.stdin.isTTY ? playground(settings, false) : terminal(settings, false);
}

const NO_TOKEN = 'No DISCORD_TOKEN is set';

/** The bot as it is, on a stand-in for Discord in this process, with a page in the browser to try it. */
async function playground(settings: Settings, asked: boolean): Promise<void> {
  if (!asked) console.log(`${NO_TOKEN}, so this is Readout in your browser. README.md says how to get a token.`);
  const standIn = await startStandIn();
  const there = { ...settings, discordToken: standIn.token, discordApiUrl: standIn.url };
  // The address is what a newcomer should see, not a line of JSON for each thing that goes well.
  const log = openLog({ ...there, logLevel: settings.logLevel === 'info' ? 'warn' : settings.logLevel });
  console.log('Reading the articles …');
  const show = progressLine(process.stdout);
  const bot = await discord(there, log, openMetrics(), { onProgress: (at) => show(indexingInWords(at)) });
  show(null);
  const page = await startPlayground(standIn, settings.playgroundPort, async () =>
    bot.archive === null ? null : holdingsOf(bot.archive),
  );
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
    console.error(`${NO_TOKEN}, so this is Readout in the terminal. README.md says how to get a token.`);
  }
  makeDataFolder(settings.dataFolder);
  const line = progressLine(process.stderr);
  const show = (at: ReindexProgress) => line(indexingInWords(at));
  const keeper = await openArchive(placesOf(settings), show);
  for (const notice of keeper.notices) console.error(notice);
  if (await keeper.isStale()) await keeper.reindex(show);
  line(null);
  await runTerminal(keeper.archive, process.stdin, process.stdout, process.stdin.isTTY === true);
  await keeper.close();
}

/** Answers on Discord in several processes, each for a part of the servers; this one has the archive. */
async function inParts(settings: WithToken, shards: number | 'auto', log: Log): Promise<void> {
  openDataFolder(settings.dataFolder);
  const opening = openArchiveInWorker(placesOf(settings), undefined, undefined, reportDamage(log));
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
async function discord(settings: WithToken, log: Log, metrics: Metrics, choices: Choices = {}): Promise<RunningBot> {
  // discord.js's errors hold tokens and messages: no crash may print them.
  process.on('uncaughtException', (error: unknown) => {
    log.fatal({ event: 'uncaughtException', err: error });
    process.exit(1);
  });
  // An event of Discord's that the library can't read comes out here; it must not take everybody's answers along.
  process.on('unhandledRejection', (error: unknown) => log.error({ event: 'unhandledRejection', err: error }));
  let leaving = false;
  const leave = async (code: number) => {
    if (leaving) return;
    leaving = true;
    await bot.leave();
    process.exit(code);
  };
  const fail = (why: Refused) => {
    log.fatal({ event: 'ended' }, why.message);
    void leave(1);
  };
  const bot = runBot(settings, log, metrics, fail, choices);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ event: 'leaving', signal });
      void leave(0);
    });
  }
  // A part without the process that has the archive can answer nothing, and would stand in the way of the next one.
  if (isShard()) process.once('disconnect', () => void leave(1));
  try {
    await bot.ready;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    fail(error);
  }
  return bot;
}

try {
  await main();
} catch (error) {
  if (error instanceof WrongUsage) {
    console.error(`readout: ${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
  if (![SettingsWrong, Refused, NewerStore, NotBuilt].some((known) => error instanceof known)) throw error;
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
