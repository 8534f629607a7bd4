import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { projectFolder } from '../project/folder.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = (error: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error })
    .refine((typed) => Number(typed) > 0 && Number(typed) < 65_536, { error: 'must be between 1 and 65535' });

// What each setting must be. The message says what to do; it never repeats the value, which may be a secret.
const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/, {
      error:
        'is not a bot token (letters, digits, dots, dashes, no spaces): copy it again from the "Bot" page of your ' +
        'application on discord.com/developers, or leave it out to run without Discord',
    })
    .optional(),
  ADMIN_IDS: z
    .string()
    .default('')
    .transform((ids) => ids.split(/[\s,;]+/).filter((id) => id !== ''))
    .refine((ids) => ids.every((id) => /^\d{15,22}$/.test(id)), {
      error:
        'must be Discord user ids (digits only), with commas between: right-click a person in Discord and choose "Copy User ID"',
    }),
  ARTICLES_DIR: z
    .string()
    .default('data/articles')
    .transform((path) => resolve(projectFolder, path))
    .refine((path) => isFolder(path) === true, {
      error: 'there is no such folder: make it, or name the folder that holds your articles',
    }),
  DATA_DIR: z
    .string()
    .default('var')
    .transform((path) => resolve(projectFolder, path))
    .refine((path) => isFolder(path) !== false, {
      error: 'is a file: name a folder (it is made if it does not exist)',
    }),
  WATCH_ARTICLES: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default('false')
    .transform((value) => value === 'true'),
  DISCORD_API_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an http or https address such as https://discord.com/api; leave it out to use Discord itself',
    })
    .default('https://discord.com/api')
    .transform((url) => url.replace(/\/+$/, '')),
  SHARDS: z
    .string()
    .regex(/^(?:auto|\d{1,4})$/, { error: 'must be auto or a number; leave it out for fewer than 2,000 servers' })
    .optional(),
  METRICS_PORT: port('must be a port, such as 9464; leave it out to listen on none').optional(),
  PLAYGROUND_PORT: port('must be a port, such as 7333').default('7333'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

/** Null where there is nothing, or nothing that may be looked at. */
function isFolder(path: string): boolean | null {
  try {
    return statSync(path).isDirectory();
  } catch {
    return null;
  }
}

/** What the operator has set, checked. Paths are absolute. */
export interface Settings {
  /** Null: run without Discord. */
  readonly discordToken: string | null;
  /** Who may use /admin besides the application's owner or team. */
  readonly adminIds: readonly string[];
  readonly articlesFolder: string;
  /** Where the bot keeps its own; besides it writes only the articles it is given, into their folder. */
  readonly dataFolder: string;
  /** Whether changes in the articles folder are read in by themselves. */
  readonly watchArticles: boolean;
  readonly discordApiUrl: string;
  /** In how many processes the servers are served, "auto" as Discord recommends; null: in this one. */
  readonly shards: number | 'auto' | null;
  /** Where /metrics and /healthz are served, on this machine alone; null: nowhere. */
  readonly metricsPort: number | null;
  /** Where the playground's page is, on this machine alone; where that port is taken, on the next one that is free. */
  readonly playgroundPort: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** All that is wrong with the settings, each by its name, none with its value. */
export class SettingsWrong extends Error {
  override readonly name = 'SettingsWrong';
}

/**
 * Reads the settings from the environment and from `.env` in the project's folder (the environment wins; an empty value
 * counts as none). Throws `SettingsWrong`, which lists everything that is wrong at once.
 */
export function readSettings(environment: NodeJS.ProcessEnv = withDotenv()): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const checked = schema.safeParse(given);
  if (!checked.success) {
    const lines = checked.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsWrong(
      `Some settings are wrong (in the environment or in ${join(projectFolder, '.env')}):\n${lines.join('\n')}`,
    );
  }
  const settings = checked.data;
  return {
    discordToken: settings.DISCORD_TOKEN ?? null,
    adminIds: settings.ADMIN_IDS,
    articlesFolder: settings.ARTICLES_DIR,
    dataFolder: settings.DATA_DIR,
    watchArticles: settings.WATCH_ARTICLES,
    discordApiUrl: settings.DISCORD_API_URL,
    shards: settings.SHARDS === 'auto' ? 'auto' : Number(settings.SHARDS ?? 0) || null,
    metricsPort: settings.METRICS_PORT === undefined ? null : Number(settings.METRICS_PORT),
    playgroundPort: Number(settings.PLAYGROUND_PORT),
    logLevel: settings.LOG_LEVEL,
  };
}

function withDotenv(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  loadDotenv({ path: join(projectFolder, '.env'), quiet: true, processEnv: environment as Record<string, string> });
  return environment;
}
