import type { Logger } from 'pino';
import type { Briefings } from '../../alerts/briefings.ts';
import type { Watches } from '../../alerts/watches.ts';
import type { Keeper } from '../../archive/keeper.ts';
import type { Intake } from '../../intake/intake.ts';
import type { Admins } from './admins.ts';
import type { ButtonStore } from './button-store.ts';
import type { Conversations } from './conversations.ts';
import type { KeptAbout } from './kept-about.ts';
import type { Limits } from './limits-per-person.ts';
import type { MessageQueue } from './message-queue.ts';
import type { Reports } from './reports.ts';
import type { ServerSettingsStore } from './server-settings.ts';

/** What answering on Discord takes: opened once at start, handed to whoever answers. */
export interface BotContext {
  readonly keeper: Keeper;
  readonly intake: Intake;
  readonly log: Logger;
  readonly limits: Limits;
  readonly conversations: Conversations;
  readonly buttons: ButtonStore;
  readonly admins: Admins;
  readonly settings: ServerSettingsStore;
  readonly reports: Reports;
  readonly watches: Watches;
  readonly briefings: Briefings;
  readonly keptAbout: KeptAbout;
  readonly folders: Folders;
  readonly messageQueue: MessageQueue;
}

/** Where articles lie, and where everything else is kept. */
export interface Folders {
  readonly articles: string;
  readonly data: string;
}
