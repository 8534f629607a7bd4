import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { ArchivePlaces, Keeper, ReindexProgress } from '../archive/keeper.ts';
import { type Bot, Refused, startBot } from '../discord/gateway/client.ts';
import { isShard, shardNumber } from '../discord/gateway/shards.ts';
import type { Limits } from '../discord/stores/limits-per-person.ts';
import { type Intake, openIntake } from '../intake/intake.ts';
import { watchArticles } from '../intake/watch-articles.ts';
import { projectFolder } from '../project/folder.ts';
import { openArchiveInWorker } from '../remote/archive-in-worker.ts';
import { openArchiveOfParent } from '../remote/archive-of-processes.ts';
import { openDataFolder } from './data-folder.ts';
import type { Log } from './log.ts';
import { type Metrics, serveMetrics } from './metrics.ts';
import type { Settings } from './settings.ts';

export type WithToken = Settings & { readonly discordToken: string };

/** The bot on Discord with everything it answers from, in this process. */
export interface RunningBot {
  /** Resolves once it answers; rejects with `Refused`, or with why the archive can't be opened. */
  readonly ready: Promise<void>;
  /** What it answers from; null while that is still being opened. */
  readonly archive: Archive | null;
  /** Finishes what is being answered, goes offline and closes the archive. What is still being opened ends with the process. */
  leave(): Promise<void>;
}

/** What somebody who starts the bot may want otherwise than it is by itself. */
export interface Choices {
  /** How much people may ask; by default as `openLimits` says, by the clock of this machine. */
  readonly limits?: Limits;
  /** Hears how far the first reading of the articles is. */
  readonly onProgress?: (progress: ReindexProgress) => void;
  /** How the archive is opened; by default in a thread of its own. */
  readonly open?: typeof openArchiveInWorker;
}

/**
 * Starts answering on Discord: opens the archive in a thread of its own (or asks the parent process for it) while the bot goes
 * online. `lost` is called if Discord ends the connection for good. Throws `SettingsWrong` where the data folder can't be
 * written.
 */
export function runBot(
  settings: WithToken,
  log: Log,
  metrics: Metrics,
  lost: (why: Refused) => void,
  { limits, ...choices }: Choices = {},
): RunningBot {
  openDataFolder(settings.dataFolder);
  let open: Opened | null = null;
  let bot: Bot | null = null;
  const closing: (() => void)[] = [];

  const opening = openAll(settings, log, choices);
  const start = async (): Promise<void> => {
    if (settings.metricsPort !== null) {
      const standing = async () => {
        const articles = open ? (await open.keeper.archive.status()).articles : 0;
        const { questions, alerts } = bot?.waiting() ?? { questions: 0, alerts: 0 };
        const reindexing = open?.keeper.reindexing ?? true;
        return {
          articles,
          online: bot?.isOnline() ?? false,
          speaking: bot?.canSpeak() ?? false,
          reindexing,
          questions,
          alerts,
        };
      };
      // Each process of several has a port of its own.
      const server = await serveMetrics(settings.metricsPort + shardNumber(), metrics, standing);
      closing.push(() => server.close());
    }
    // The bot goes online meanwhile, and says that it is loading. Where there is no archive, that is what to tell, and not
    // what else can't be kept in the same folder.
    const starting = startBot(settings, opening, log, lost, limits).catch(async (error: unknown) => {
      if (!(error instanceof Refused)) await opening;
      throw error;
    });
    [open, bot] = await Promise.all([opening, starting]);
  };
  return {
    ready: start(),
    get archive() {
      return open?.keeper.archive ?? null;
    },
    async leave() {
      open?.unwatch();
      await bot?.leave();
      await open?.intake.close();
      await open?.keeper.close();
      for (const close of closing) close();
    },
  };
}

/** What answering takes besides Discord. */
interface Opened {
  readonly keeper: Keeper;
  readonly intake: Intake;
  readonly unwatch: () => void;
}

async function openAll(
  settings: Settings,
  log: Log,
  { onProgress, open = openArchiveInWorker }: Choices,
): Promise<Opened> {
  const places = placesOf(settings);
  const keeper = isShard() ? await openArchiveOfParent() : await open(places, onProgress, undefined, reportDamage(log));
  const intake = openIntake(places, keeper, log);
  // Of several processes the first looks after the archive that all of them ask.
  if (shardNumber() > 0) return { keeper, intake, unwatch: () => {} };
  for (const notice of keeper.notices) log.warn({ event: 'archive', notice });
  const unwatch = settings.watchArticles
    ? watchArticles(settings.articlesFolder, keeper, intake.refresh, log)
    : () => {};
  void refresh(keeper, log);
  return { keeper, intake, unwatch };
}

/** Logs which file's article was found damaged in the archive. */
export const reportDamage =
  (log: Pick<Logger, 'error'>) =>
  (file: string): void =>
    log.error({ event: 'damaged', file, consequence: 'left out of answers, and read again from the articles folder' });

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

/** The folders and files of an archive with these settings. */
export const placesOf = (settings: Pick<Settings, 'articlesFolder' | 'dataFolder'>): ArchivePlaces => ({
  articlesDir: settings.articlesFolder,
  dataDir: settings.dataFolder,
  outletsDir: join(projectFolder, 'data/outlets'),
  modelsDir: join(projectFolder, 'data'),
});
