import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeChanges } from './changes.ts';
import { type Drive, makeDrive } from './drive.ts';
import { type Faults, makeFaults } from './faults.ts';
import { type Gateway, openGateway } from './gateway.ts';
import type { Interaction, InteractionScene } from './interaction.ts';
import { appendRequest, type SentRequest } from './record.ts';
import { makeRest } from './rest.ts';
import { routes } from './routes.ts';
import { guildCreate, messageFor } from './wire.ts';
import { makeWorld, type World } from './world.ts';

export interface StandInOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** A random one unless given. */
  readonly token?: string;
  /** How often the bot is asked to send a heartbeat, in milliseconds; Discord says 41250. */
  readonly heartbeatInterval?: number;
  /** Everything the bot sends is added to this file, one JSON object a line; by default to the one STAND_IN_RECORD names, if any. */
  readonly recordTo?: string;
}

/** A local stand-in for Discord: an unmodified discord.js client connects to `url`, and tests do what people do. */
export interface StandIn extends Drive {
  /** For `DISCORD_API_URL`: `http://127.0.0.1:PORT/api`. */
  readonly url: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  /** Everything people have done, by token. */
  readonly interactions: ReadonlyMap<string, Interaction>;
  /** Everything the bot sent over HTTP. */
  readonly requests: readonly SentRequest[];
  /** What Discord would have refused or does not know: broken limits, unknown routes. Empty for a good bot. */
  wrongs(): string[];
  /** What people did that the bot has not acknowledged so far: "/met", "the component page:2". */
  unacknowledged(): string[];
  /** Forgets the answered interactions, the messages and the requests so far, for runs of many thousands. */
  forgetOld(): void;
  /** When the bot last showed itself typing in a channel, in milliseconds since the epoch; 0 for never. */
  typedAt(channel: string): number;
  /** Calls `listener` after anything has changed, until the returned function is called. */
  watch(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Starts the stand-in on loopback. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const world = makeWorld(options.token ?? `stand-in.${randomBytes(24).toString('base64url')}`);
  const faults = makeFaults();
  const changes = makeChanges();
  const typedAt = new Map<string, number>();
  const interactions = new Map<string, Interaction>();
  let port = 0;
  const origin = () => `http://127.0.0.1:${port}`;
  const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`;

  const scene: InteractionScene = {
    world,
    interactions,
    origin,
    announce(event, channel, message) {
      changes.changed();
      return gateway.dispatch(event, (intents) => {
        const whole = messageFor(world, channel, message, intents);
        if (event !== 'MESSAGE_DELETE' || whole === null) return whole;
        return {
          id: message.id,
          channel_id: channel.id,
          ...(channel.is === 'text' ? { guild_id: channel.guild.id } : {}),
        };
      });
    },
  };
  const typed = (channel: { id: string }) => typedAt.set(channel.id, Date.now());
  const { recordTo = process.env.STAND_IN_RECORD } = options;
  const answered = (request: SentRequest) => {
    if (recordTo !== undefined) appendRequest(recordTo, request);
    changes.changed();
  };
  const rest = makeRest(routes(scene, gatewayUrl, typed), () => world.token, faults, answered, serveFile(world));
  const gateway = openGateway(rest.server, world, faults, gatewayUrl, options.heartbeatInterval ?? 41_250);
  await new Promise<void>((resolve, reject) => {
    rest.server.once('error', reject);
    rest.server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = rest.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;

  const wrongsForgotten: string[] = [];
  const wrongs = () =>
    rest.requests.flatMap(({ method, path, route, violations }) => {
      const found = route === null ? ['no such route', ...violations] : violations;
      return found.map((wrong) => `${method} ${path}: ${wrong}`);
    });

  return {
    ...makeDrive(scene, gateway, changes, typedAt, (guild) => guildCreate(world, guild)),
    url: `${origin()}/api`,
    token: world.token,
    world,
    gateway,
    faults,
    interactions,
    requests: rest.requests,
    wrongs: () => [...wrongsForgotten, ...wrongs()],
    unacknowledged: () => [...interactions.values()].flatMap((one) => (one.acknowledgement === null ? [one.what] : [])),
    forgetOld() {
      wrongsForgotten.push(...wrongs());
      rest.requests.length = 0;
      world.messages.clear();
      for (const [token, one] of interactions)
        if (one.acknowledgement !== null && !one.awaiting) interactions.delete(token);
    },
    typedAt: (channel) => typedAt.get(channel) ?? 0,
    watch: changes.watch,
    async close() {
      await gateway.close();
      rest.server.closeAllConnections();
      await new Promise((resolve) => rest.server.close(resolve));
    },
  };
}

/** The files of messages, where their attachments' URLs point. */
function serveFile(world: World): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = /^\/attachments\/(.+)$/u.exec(pathname)?.[1];
    const file = path === undefined ? undefined : world.files.get(decodeURIComponent(path));
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length }).end(file.bytes);
  };
}
