import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  Events,
  MessageFlags,
  TextDisplayBuilder,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connected, connect } from '../../support/client.ts';

let here: Connected;
beforeEach(async () => {
  here = await connect();
  const text = ApplicationCommandOptionType.String;
  await here.client.application.commands.set([
    {
      name: 'ask',
      description: 'Ask',
      integrationTypes: [0, 1],
      options: [{ name: 'for', description: 'What', type: text, autocomplete: true }],
    },
  ]);
});
afterEach(() => here.close());

/** The interaction as the bot's library has it, of a member who asks. */
function asking(): Promise<ChatInputCommandInteraction> {
  const { standIn, client } = here;
  const arrived = new Promise<ChatInputCommandInteraction>((resolve) => {
    client.once(Events.InteractionCreate, (one) => one.isChatInputCommand() && resolve(one));
  });
  standIn.slash(standIn.world.member, standIn.world.channel, 'ask');
  return arrived;
}

/** Makes everything asked so far older. */
function pass(interaction: ChatInputCommandInteraction, ms: number): void {
  for (const one of here.standIn.interactions.values()) if (one.id === interaction.id) one.sentAt -= ms;
}

test('an answer after more than three seconds is to an unknown interaction', async () => {
  const interaction = await asking();
  pass(interaction, 3001);
  await expect(interaction.reply('late')).rejects.toMatchObject({ code: 10062, status: 404 });
});

test('an answer to what was never asked is to an unknown interaction', async () => {
  const interaction = await asking();
  const path = `/interactions/${interaction.id}/another-token/callback` as const;
  const answer = here.client.rest.post(path, { body: { type: 5 }, auth: false });
  await expect(answer).rejects.toMatchObject({ code: 10062, status: 404 });
});

test('an interaction is acknowledged once', async () => {
  const interaction = await asking();
  await interaction.deferReply();
  interaction.deferred = false; // makes the library try again
  await expect(interaction.deferReply()).rejects.toMatchObject({ code: 40060, status: 400 });
});

test('an edit before the acknowledgement finds nothing', async () => {
  const interaction = await asking();
  await expect(interaction.webhook.editMessage('@original', 'early')).rejects.toMatchObject({
    code: 10015,
    status: 404,
  });
});

test('after fifteen minutes the token is worth nothing', async () => {
  const interaction = await asking();
  await interaction.deferReply();
  pass(interaction, 15 * 60_000);
  await expect(interaction.editReply('late')).rejects.toMatchObject({ code: 50027, status: 401 });
});

test('a command cannot update a message, and a deferral takes no other flag than the private one', async () => {
  const interaction = await asking();
  const callback = (body: unknown) =>
    here.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body, auth: false });
  await expect(callback({ type: 7, data: { content: 'x' } })).rejects.toMatchObject({ code: 50035 });
  await expect(callback({ type: 5, data: { flags: MessageFlags.IsComponentsV2 } })).rejects.toMatchObject({
    code: 50035,
  });
  expect(here.standIn.wrongs()).toHaveLength(2);
});

test('where only the person has the application, five follow-ups are all', async () => {
  const { standIn, client } = here;
  const arrived = new Promise<ChatInputCommandInteraction>((resolve) => {
    client.once(Events.InteractionCreate, (one) => one.isChatInputCommand() && resolve(one));
  });
  standIn.slash(standIn.world.stranger, standIn.world.foreignChannel, 'ask');
  const interaction = await arrived;
  await interaction.reply('answer');
  for (let number = 1; number <= 5; number += 1) await interaction.followUp(String(number));
  await expect(interaction.followUp('6')).rejects.toMatchObject({ code: 40094 });
});

test('what breaks a limit is refused with the way to it, and noted', async () => {
  const interaction = await asking();
  await expect(interaction.reply({ content: 'x'.repeat(2001) })).rejects.toMatchObject({
    code: 50035,
    rawError: { errors: { content: { _errors: [{ code: 'BASE_TYPE_BAD_VALUE' }] } } },
  });
  expect(here.standIn.wrongs()[0]).toContain('content');
  await interaction.reply('short');
});

test('a message of components stays one', async () => {
  const interaction = await asking();
  await interaction.reply({
    flags: MessageFlags.IsComponentsV2,
    components: [new TextDisplayBuilder().setContent('a')],
  });
  await expect(interaction.editReply({ content: 'b' })).rejects.toMatchObject({ code: 50035 });
  await interaction.editReply({ components: [new TextDisplayBuilder().setContent('b')] });
});
