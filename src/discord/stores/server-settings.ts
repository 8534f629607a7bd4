import { z } from 'zod';
import { openDataStore } from '../../archive/store/data-store.ts';

const ids = z.array(z.string()).default([]);
const serverShape = z.object({
  /** Answers to commands are seen by their asker alone, unless they say otherwise. */
  privately: z.boolean().default(false),
  /** A language of the catalogue; null: each person's own. */
  language: z.string().nullable().default(null),
  /** Who may ask, and where; empty: everybody, everywhere. */
  roles: ids,
  channels: ids,
});
const botShape = z.object({
  /** Where the bot answers; empty: in every server it was invited to. */
  servers: ids,
  directMessages: z.boolean().default(true),
  /** Whether people with the bot on their own account may ask it elsewhere. */
  userInstalls: z.boolean().default(true),
});

export type ServerSettings = Readonly<z.infer<typeof serverShape>>;
export type BotSettings = Readonly<z.infer<typeof botShape>>;

/** What the operator has set in Discord: for one server, and for the bot as a whole. */
export interface ServerSettingsStore {
  ofServer(id: string | null): ServerSettings;
  ofBot(): BotSettings;
  changeServer(id: string, change: Partial<ServerSettings>): void;
  changeBot(change: Partial<BotSettings>): void;
  /** Forgets what was set for a server. */
  forgetServer(id: string): void;
  close(): void;
}

/** Of the tables below. */
const VERSION = 1;

/** Opens (or makes) the store in the data folder. What was never set is as open as Discord itself. */
export function openServerSettings(dataFolder: string): ServerSettingsStore {
  const database = openDataStore(dataFolder, 'settings', VERSION);
  database.exec('CREATE TABLE IF NOT EXISTS settings (of TEXT PRIMARY KEY, value TEXT NOT NULL)');
  const get = database.prepare('SELECT value FROM settings WHERE of = ?');
  const put = database.prepare('INSERT OR REPLACE INTO settings (of, value) VALUES (?, ?)');
  const read = (of: string): unknown => {
    const row = get.get(of) as { value: string } | undefined; // The column's type is in the CREATE above.
    return row === undefined ? {} : JSON.parse(row.value);
  };
  const ofServer = (id: string | null) => serverShape.parse(id === null ? {} : read(id));
  const ofBot = () => botShape.parse(read(BOT));
  return {
    ofServer,
    ofBot,
    changeServer: (id, change) => void put.run(id, JSON.stringify({ ...ofServer(id), ...change })),
    changeBot: (change) => void put.run(BOT, JSON.stringify({ ...ofBot(), ...change })),
    forgetServer: (id) => void database.prepare('DELETE FROM settings WHERE of = ?').run(id),
    close: () => void database.close(),
  };
}

/** No server's id: those are numbers. */
const BOT = 'bot';
