import { setTimeout as wait } from 'node:timers/promises';
import { DiscordAPIError, type REST, RESTEvents, Routes } from 'discord.js';
import type { Logger } from 'pino';

/** Whether what the bot sends is taken by Discord. The gateway may be open, and the bot mute all the same. */
export interface Speech {
  canSpeak(): boolean;
  stop(): void;
}

/** Pauses between attempts to be let speak again, in milliseconds: about a minute. */
const PAUSES = [0, 1000, 5000, 20_000, 40_000] as const;
/** Where nothing was sent for so long, it is looked whether it could be. */
const LOOKED_EVERY_MS = 60_000;

/**
 * Watches whether Discord takes what is sent with the bot's token. At one "401 Unauthorized" the library forgets the token, and sends
 * nothing with it any more: it is set again, and asked whether it is good. Calls `lost` where Discord keeps refusing it; while Discord
 * can't be reached it goes on trying.
 */
export function watchSpeech(
  rest: REST,
  token: string,
  log: Logger,
  lost: () => void,
  { pauses = PAUSES, lookedEveryMs = LOOKED_EVERY_MS }: { pauses?: readonly number[]; lookedEveryMs?: number } = {},
): Speech {
  let spokeAt = performance.now();
  let isMute = false;
  let isTrying = false;
  let isStopped = false;

  async function regain(): Promise<void> {
    if (isTrying) return;
    isTrying = true;
    try {
      for (const pause of pauses) {
        await wait(pause, null, { ref: false });
        if (isStopped) return;
        // The library may have forgotten it with each refusal.
        rest.setToken(token);
        const answer = await asked();
        if (answer === 'taken') return;
        if (answer === 'unreachable') {
          isMute = true;
          log.error({ event: 'mute', why: 'Discord can’t be reached' });
          return;
        }
        isMute = true;
        log.error({ event: 'mute', why: 'Discord refuses the token (401)' });
      }
      if (!isStopped) lost();
    } finally {
      isTrying = false;
    }
  }

  async function asked(): Promise<'taken' | 'refused' | 'unreachable'> {
    try {
      await rest.get(Routes.user());
      return 'taken';
    } catch (error) {
      return error instanceof DiscordAPIError && error.status === 401 ? 'refused' : 'unreachable';
    }
  }

  rest.on(RESTEvents.Response, ({ data: { auth } }, { ok, status }) => {
    // What is sent with an interaction's own token says nothing of the bot's.
    if (auth === false) return;
    if (status === 401) void regain();
    if (!ok) return;
    spokeAt = performance.now();
    if (isMute) log.info({ event: 'speaks again' });
    isMute = false;
  });
  const looking = setInterval(() => {
    if (isMute || performance.now() - spokeAt > lookedEveryMs) void regain();
  }, lookedEveryMs).unref();

  return {
    canSpeak: () => !isMute,
    stop() {
      isStopped = true;
      clearInterval(looking);
    },
  };
}
