import { ApplicationCommandOptionType, Events, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connected, connect } from './client.ts';

let here: Connected;
beforeEach(async () => {
  here = await connect();
  await here.client.application.commands.set([
    {
      name: 'met',
      description: 'Who met whom',
      options: [
        {
          name: 'person',
          description: 'Who',
          type: ApplicationCommandOptionType.String,
          autocomplete: true,
          required: true,
        },
      ],
    },
  ]);
});
afterEach(() => here.close());

test('a slash command reaches the bot with its options, and the answer comes back', async () => {
  const { standIn, client } = here;
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply(`You asked for ${interaction.options.getString('person', true)}`);
  });
  const asked = standIn.slash(standIn.world.member, standIn.world.channel, 'met', { person: 'Ada' });
  expect(await asked.acknowledged()).toMatchObject({ kind: 'message', ephemeral: false });
  expect((await asked.answered()).content).toBe('You asked for Ada');
  expect(standIn.wrongs()).toEqual([]);
});

test('a deferred answer is the one that is edited in', async () => {
  const { standIn, client } = here;
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('Here it is');
  });
  const asked = standIn.slash(standIn.world.member, 'dm', 'met', { person: 'Ada' });
  expect(await asked.acknowledged()).toMatchObject({ kind: 'deferred', ephemeral: true });
  const answer = await asked.answered();
  expect(answer.content).toBe('Here it is');
  expect((answer.flags ?? 0) & MessageFlags.Loading).toBe(0);
  expect(standIn.wrongs()).toEqual([]);
});

test('a direct message reaches the bot, and its reply comes back', async () => {
  const { standIn, client } = here;
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot) return;
    await message.reply(`${message.content}, ${message.author.displayName}`);
  });
  expect((await standIn.directMessage(standIn.world.member, 'Good morning').reply()).content).toBe(
    'Good morning, Mina',
  );
  expect(standIn.wrongs()).toEqual([]);
});
