import { ComponentType } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { beforeEach, expect, test } from 'vitest';
import { buttonsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

// Where Discord does not take Components V2, and where it takes no embed either.

const here = oneBot();
beforeEach(() => here.standIn.faults.calm());

const EDIT = /(?:@|%40)original$/u;
const refuse = (times: number, code = 50035) =>
  here.standIn.faults.next(times, 'PATCH', EDIT, { is: 'status', status: 400, code, message: 'Invalid Form Body' });

const ask = (name: string, options: Record<string, string>) =>
  here.standIn.slash(here.standIn.world.member, here.standIn.world.channel, name, options).answered();

const topLevel = ({ components }: APIMessage) => (components ?? []).map(({ type }) => type);

test('where Components V2 is refused the same comes as an embed: heading, entries, receipts, picture and buttons', async () => {
  refuse(1);
  const met = await ask('met', { person: 'Lavrov' });
  const [embed] = met.embeds;
  expect(embed?.description).toMatch(/^## .*Sergei Lavrov/);
  expect(embed?.description).toContain('\n> ');
  expect(embed?.description).toMatch(/-# .*\]\(https:\/\//);
  expect(new Set(topLevel(met))).toEqual(new Set([ComponentType.ActionRow]));
  expect(buttonsOf(met).length).toBeGreaterThan(1);

  refuse(1);
  const network = await ask('network', { person: 'Lavrov' });
  expect(network.embeds[0]?.image?.url).toContain('picture.png');
  expect(here.standIn.wrongs()).toEqual([]);
});

test('where no embed is taken either it comes as text, whole lines of it, with the same buttons', async () => {
  refuse(2);
  const quoted = await ask('quote', { who: 'Lavrov' });
  expect(quoted.embeds).toEqual([]);
  expect(quoted.content).toMatch(/^## /);
  expect(quoted.content.length).toBeLessThanOrEqual(2000);
  expect(buttonsOf(quoted).length).toBeGreaterThan(1);
  expect(here.standIn.wrongs()).toEqual([]);
});

test('its pages are turned in that form too', async () => {
  refuse(1);
  const first = await ask('timeline', { about: 'Iraq' });
  const on = buttonsOf(first).find((id) => id.startsWith('page:1:'));
  if (on === undefined) throw new Error(`no further page: ${JSON.stringify(first)}`);
  refuse(1);
  const second = await here.standIn.press(here.standIn.world.member, first, on).answered();
  expect(second.embeds[0]?.description).toContain('Page 2 of');
});

test('what is wrong otherwise is not tried in other forms', async () => {
  here.standIn.faults.next(1, 'PATCH', EDIT, { is: 'status', status: 403, code: 50013 });
  const before = here.standIn.requests.length;
  await here.standIn.slash(here.standIn.world.member, here.standIn.world.channel, 'sources').answered();
  const edits = here.standIn.requests.slice(before).filter(({ method, path }) => method === 'PATCH' && EDIT.test(path));
  // Refused, then told that something went wrong: never the answer again as an embed.
  expect(edits.every(({ body }) => !JSON.stringify(body ?? {}).includes('"embeds":[{'))).toBe(true);
});
