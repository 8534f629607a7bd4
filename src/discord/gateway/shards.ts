import { type APIGatewayBotInfo, REST, Routes, ShardingManager } from 'discord.js';
import type { Logger } from 'pino';
import type { Settings } from '../../app/settings.ts';
import type { Keeper } from '../../archive/keeper.ts';
import { shareArchive } from '../../remote/archive-of-processes.ts';
import { Refused, refusal } from './client.ts';
import { PROGRAM } from './requests.ts';

const STARTS_WITHIN = 10 * 60_000;

/** True in a process that serves a part of the servers, started by `runShards`. */
export const isShard = (): boolean => process.env.SHARDING_MANAGER !== undefined;

/** Which of several processes this is, from 0 on; 0 where there is but one. */
export const shardNumber = (): number => (isShard() ? Number(process.env.SHARDS) : 0);

/**
 * Runs the program once for each part of the servers, as many as Discord recommends or as are asked for; Discord wants that
 * of bots in more than 2,500 servers. All ask the one archive that `opening` gives. A part that breaks is started anew.
 * Resolves once asked to stop and all have ended; throws `Refused` where Discord can't be reached or a part can't start.
 */
export async function runShards(
  program: string,
  settings: Settings & { readonly discordToken: string },
  shards: number | 'auto',
  opening: Promise<Keeper>,
  log: Logger,
): Promise<void> {
  const answer = shareArchive(opening);
  const manager = new ShardingManager(program, {
    token: settings.discordToken,
    totalShards: shards === 'auto' ? await recommended(settings) : shards,
    // Only what has started once is started anew.
    respawn: false,
  });
  const ended: Promise<void>[] = [];
  let broken: (error: Error) => void = () => {};
  const breaks = new Promise<never>((_, reject) => {
    broken = reject;
  });
  manager.on('shardCreate', (shard) => {
    shard.on('error', broken);
    // A part that is gone waits for no answer.
    shard.on('message', (message) => answer(message, (reply) => void shard.send(reply).catch(() => {})));
    shard.on('spawn', () => log.info({ event: 'shard started', shard: shard.id }));
    shard.on('death', () => log.warn({ event: 'shard ended', shard: shard.id }));
  });
  const stop = () => {
    manager.respawn = false;
    for (const { process: child } of manager.shards.values()) {
      if (child === null || !('exitCode' in child) || child.exitCode !== null) continue;
      ended.push(new Promise((resolve) => child.once('exit', () => resolve())));
      child.kill('SIGTERM');
    }
    return Promise.all(ended);
  };
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  try {
    // The first start builds the archive before it goes online.
    const started = manager.spawn({ timeout: STARTS_WITHIN }).then(() => {
      manager.respawn = true;
      return stopped;
    });
    await Promise.race([started, stopped, breaks]);
  } catch (error) {
    log.error({ event: 'shard not started', err: error });
    throw new Refused('A part of the bot could not start; its own lines above say why.');
  } finally {
    await stop();
  }
}

/** How many parts Discord recommends. discord.js's own question for that knows no other server than Discord's. */
async function recommended({ discordToken, discordApiUrl }: Settings & { discordToken: string }): Promise<number> {
  const rest = new REST({ api: discordApiUrl, userAgentAppendix: PROGRAM }).setToken(discordToken);
  try {
    return ((await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards; // Discord's word for it.
  } catch (error) {
    throw refusal(error, discordApiUrl);
  }
}
