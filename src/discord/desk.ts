import type { Keeper } from '../archive/keeper.ts';
import type { Log } from '../log.ts';
import type { Admins } from './admins.ts';
import type { Memory } from './memory.ts';

/** What answering on Discord takes: opened once at start, handed to whoever answers. */
export interface Desk {
  readonly keeper: Keeper;
  readonly log: Log;
  readonly memory: Memory;
  readonly admins: Admins;
}
