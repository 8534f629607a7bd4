import { afterAll, beforeAll } from 'vitest';
import type { Filled } from '../../src/stand-in/options.ts';
import { type StandIn, startStandIn } from '../../src/stand-in/stand-in.ts';
import type { GuildChannel, Person } from '../../src/stand-in/world.ts';
import { type RunningBot, startBot } from './bot.ts';
import { emptyFolder } from './folders.ts';
import { wordsOf } from './messages.ts';

/** One bot on one stand-in for Discord, for all tests of a file; there once the first test runs. */
export interface Here {
  readonly standIn: StandIn;
  readonly bot: RunningBot;
  /** Ends the bot as an operator would, and starts it again. */
  restart(): Promise<void>;
  /** What the bot answers to a command, in words as one reads them. */
  asks(person: Person, what: string, options?: Filled, place?: 'dm' | GuildChannel): Promise<string>;
}

type Also = NonNullable<Parameters<typeof startBot>[2]>;

/** Starts them before the tests of the file that calls this, and ends them after; what else is given is as for `startBot`. */
export function oneBot({ dataFolder = emptyFolder(), ...also }: Also & { readonly dataFolder?: string } = {}): Here {
  let standIn: StandIn;
  let bot: RunningBot;
  beforeAll(async () => {
    standIn = await startStandIn();
    bot = await startBot(standIn, dataFolder, also);
  });
  afterAll(async () => {
    await bot.stop();
    await standIn.close();
  });
  return {
    get standIn() {
      return standIn;
    },
    get bot() {
      return bot;
    },
    async restart() {
      await bot.stop();
      bot = await startBot(standIn, dataFolder, also);
    },
    asks: async (person, what, options = {}, place = 'dm') =>
      wordsOf(await standIn.slash(person, place, what, options).answered()).replaceAll('\\', ''),
  };
}
