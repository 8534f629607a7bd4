import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { type StandIn, type StandInOptions, startStandIn } from '../../src/stand-in/stand-in.ts';

/** An unmodified discord.js client, as a bot would make it, pointed at a stand-in. */
export function makeClient(standIn: StandIn): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: standIn.url, retries: 1, timeout: 5000 },
    allowedMentions: { parse: [] },
  });
}

export interface Connected {
  readonly standIn: StandIn;
  readonly client: Client<true>;
  close(): Promise<void>;
}

/** A stand-in with a client that is ready. */
export async function connect(options: StandInOptions = {}): Promise<Connected> {
  const standIn = await startStandIn(options);
  const client = makeClient(standIn);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(standIn.token);
  return {
    standIn,
    client: await ready,
    async close() {
      await client.destroy();
      await standIn.close();
    },
  };
}
