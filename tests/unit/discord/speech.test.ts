import { REST, Routes } from 'discord.js';
import pino from 'pino';
import { expect, test } from 'vitest';
import { watchSpeech } from '../../../src/discord/gateway/speech.ts';
import { startStandIn } from '../../../src/stand-in/stand-in.ts';

const silent = pino({ level: 'silent' });

/** Something sent with the bot's token on a stand-in that refuses it (401) so many times. */
async function refused(times: number) {
  const standIn = await startStandIn();
  const rest = new REST({ api: standIn.url, retries: 0 }).setToken(standIn.token);
  let isLost = false;
  const lost = new Promise<void>((resolve) => {
    const speech = watchSpeech(
      rest,
      standIn.token,
      silent,
      () => {
        isLost = true;
        resolve();
      },
      { pauses: [0, 5, 5] },
    );
    void speech;
  });
  standIn.faults.next(times, 'GET', /./u, { is: 'status', status: 401 });
  await rest.get(Routes.user()).catch(() => {});
  const send = () => rest.get(Routes.user());
  return { standIn, send, lost, isLost: () => isLost };
}

test('the token that the library forgot at a refusal is set again', async () => {
  const { standIn, send, isLost } = await refused(2);
  await expect.poll(() => send().then(() => 'sent', String)).toBe('sent');
  expect(isLost()).toBe(false);
  await standIn.close();
});

test('where it is refused for good, the bot does not go on mute: it ends', async () => {
  const { standIn, lost } = await refused(100);
  await lost;
  await standIn.close();
});
