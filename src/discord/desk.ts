import type { Keeper } from '../archive/keeper.ts';
import type { Intake } from '../intake/intake.ts';
import type { Log } from '../log.ts';
import type { Watches } from '../watching/watches.ts';
import type { Admins } from './admins.ts';
import type { Limits } from './limits-per-person.ts';
import type { Memory } from './memory.ts';
import type { Reports } from './reports.ts';
import type { ServerSettingsStore } from './server-settings.ts';
import type { Turns } from './turns.ts';

/** What answering on Discord takes: opened once at start, handed to whoever answers. */
export interface Desk {
  readonly keeper: Keeper;
  readonly intake: Intake;
  readonly log: Log;
  readonly limits: Limits;
  readonly memory: Memory;
  readonly admins: Admins;
  readonly settings: ServerSettingsStore;
  readonly reports: Reports;
  readonly watches: Watches;
  readonly folders: Folders;
  readonly turns: Turns;
}

/** Where articles lie, and where everything else is kept. */
export interface Folders {
  readonly articles: string;
  readonly data: string;
}
