import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  Events,
  type Interaction,
  LabelBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connected, connect } from '../../support/client.ts';

let here: Connected;
beforeEach(async () => {
  here = await connect();
  const text = ApplicationCommandOptionType.String;
  await here.client.application.commands.set([
    {
      name: 'met',
      description: 'Who met whom',
      integrationTypes: [0, 1],
      contexts: [0, 1, 2],
      options: [
        { name: 'person', description: 'Who', type: text, autocomplete: true, required: true },
        { name: 'length', description: 'How long', type: text, choices: [{ name: 'short', value: 'short' }] },
      ],
    },
    {
      name: 'admin',
      description: 'For those who run the bot',
      defaultMemberPermissions: '0',
      options: [
        { name: 'reindex', description: 'Rebuild', type: ApplicationCommandOptionType.Subcommand },
        {
          name: 'status',
          description: 'What is indexed',
          type: ApplicationCommandOptionType.Subcommand,
          options: [{ name: 'detail', description: 'All of it', type: ApplicationCommandOptionType.Boolean }],
        },
      ],
    },
    { name: 'Check quotes', type: ApplicationCommandType.Message },
  ]);
});
afterEach(async () => {
  expect(here.standIn.unacknowledged()).toEqual([]);
  await here.close();
});

/** What the client does with every interaction; a rejection fails the test as an unhandled one. */
function onInteraction(handle: (interaction: Interaction) => Promise<unknown>): void {
  here.client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
}

test('a slash command reaches the bot with its options, and the answer comes back', async () => {
  const { standIn } = here;
  onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(`You asked for ${interaction.options.getString('person', true)}`);
  });
  const asked = standIn.slash(standIn.world.member, standIn.world.channel, 'met', { person: 'Ada' });
  const acknowledged = await asked.acknowledged();
  expect(acknowledged).toMatchObject({ kind: 'message', ephemeral: false });
  expect(acknowledged.after).toBeLessThan(1000);
  expect((await asked.answered()).content).toBe('You asked for Ada');
  expect(standIn.wrongs()).toEqual([]);
});

test('a deferred answer is the one that is edited in, and a private one is marked so', async () => {
  const { standIn } = here;
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('Here it is');
  });
  const asked = standIn.slash(standIn.world.member, 'dm', 'met', { person: 'Ada' });
  expect(await asked.acknowledged()).toMatchObject({ kind: 'deferred', ephemeral: true });
  const answer = await asked.answered();
  expect(answer.content).toBe('Here it is');
  expect((answer.flags ?? 0) & MessageFlags.Loading).toBe(0);
  expect((answer.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
  expect(standIn.wrongs()).toEqual([]);
});

test('an answer may be deferred, come as the first follow-up, and be followed by more', async () => {
  const { standIn } = here;
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp('first');
    await interaction.followUp('second');
    await interaction.editReply('first, edited');
    await interaction.deleteReply((await interaction.followUp('third')).id);
  });
  const asked = standIn.slash(standIn.world.member, standIn.world.channel, 'met', { person: 'Ada' });
  expect((await asked.until((message) => message.content === 'first, edited')).content).toBe('first, edited');
  await expect.poll(() => standIn.requests.at(-1)?.method).toBe('DELETE');
  expect(asked.followUps().map((one) => one.content)).toEqual(['second']);
  expect(standIn.wrongs()).toEqual([]);
});

test('what is typed reaches autocomplete, and the choices come back', async () => {
  const { standIn } = here;
  onInteraction(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${typed.name}: ${typed.value}`, value: typed.value }]);
  });
  const asked = standIn.autocomplete(standIn.world.member, 'dm', 'met', { person: 'bog' }, 'person');
  expect(await asked.choices()).toEqual([{ name: 'person: bog', value: 'bog' }]);
  expect((await asked.acknowledged()).kind).toBe('choices');
});

test('a subcommand and its options arrive as such', async () => {
  const { standIn } = here;
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply(`${interaction.options.getSubcommand()} ${interaction.options.getBoolean('detail')}`);
  });
  const asked = standIn.slash(standIn.world.owner, standIn.world.channel, 'admin status', { detail: true });
  expect((await asked.answered()).content).toBe('status true');
});

test('people are offered only what is meant for them, and can send only what Discord lets them', () => {
  const { standIn } = here;
  const { member, serverOwner, stranger, channel, foreignChannel } = standIn.world;
  const names = (offered: { name: string }[]) => offered.map((one) => one.name);
  expect(names(standIn.offered(serverOwner, channel))).toEqual(['met', 'admin', 'Check quotes']);
  expect(names(standIn.offered(member, channel))).toEqual(['met', 'Check quotes']);
  expect(names(standIn.offered(stranger, foreignChannel))).toEqual(['met']);
  expect(() => standIn.slash(member, channel, 'met')).toThrow('needs "person"');
  expect(() => standIn.slash(member, channel, 'nothing')).toThrow('No command "nothing"');
  expect(() => standIn.slash(member, channel, 'met', { person: 'Ada', length: 'huge' })).toThrow('no choice "huge"');
  expect(() => standIn.slash(member, channel, 'admin')).toThrow('needs a subcommand');
  expect(() => standIn.slash(stranger, channel, 'met', { person: 'Ada' })).toThrow('is not in the guild');
});

test('a guild where only the person has the application says so', async () => {
  const { standIn } = here;
  const { stranger, foreignChannel, foreignGuild } = standIn.world;
  const seen: unknown[] = [];
  onInteraction(async (interaction) => {
    seen.push(interaction.authorizingIntegrationOwners.userId, interaction.authorizingIntegrationOwners.guildId);
    seen.push(interaction.context, interaction.guildId, interaction.inCachedGuild());
    if (interaction.isChatInputCommand()) await interaction.reply('yes');
  });
  await standIn.slash(stranger, foreignChannel, 'met', { person: 'Ada' }).answered();
  expect(seen).toEqual([stranger.id, null, 0, foreignGuild.id, false]);
});

test('buttons and menus of an answer change it, whoever presses them', async () => {
  const { standIn } = here;
  onInteraction(async (interaction) => {
    const page = (number: number) => [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder()
          .setCustomId(`page:${number + 1}`)
          .setLabel('Next')
          .setStyle(ButtonStyle.Secondary),
      ),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder().setCustomId('choose').addOptions({ label: 'Hakim', value: 'hakim' }),
      ),
    ];
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'page 1', components: page(1) });
    if (interaction.isButton()) await interaction.update({ content: interaction.customId, components: page(2) });
    if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: interaction.values.join(), components: [] });
    }
  });
  const { member, owner, channel } = standIn.world;
  const first = await standIn.slash(member, channel, 'met', { person: 'Ada' }).answered();
  const pressed = standIn.press(owner, first, 'page:2');
  expect((await pressed.acknowledged()).kind).toBe('update');
  expect((await pressed.answered()).content).toBe('page:2');
  expect(() => standIn.press(owner, first, 'page:2')).toThrow('nothing with the custom id');
  expect(() => standIn.select(member, first, 'choose', ['somebody else'])).toThrow('does not offer');
  const chosen = standIn.select(member, first, 'choose', ['hakim']);
  expect((await chosen.acknowledged()).kind).toBe('deferred update');
  expect(await chosen.answered()).toMatchObject({ id: first.id, content: 'hakim', components: [] });
  expect(standIn.wrongs()).toEqual([]);
});

test('a modal is shown, filled in and sent', async () => {
  const { standIn } = here;
  onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph);
      const label = new LabelBuilder().setLabel('What is wrong?').setTextInputComponent(input);
      await interaction.showModal(
        new ModalBuilder().setCustomId('report').setTitle('Report').addLabelComponents(label),
      );
    }
    if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('why'));
  });
  const asked = standIn.slash(standIn.world.member, standIn.world.channel, 'met', { person: 'Ada' });
  expect((await asked.modal()).title).toBe('Report');
  expect((await standIn.submitModal(asked, { why: 'Not her' }).answered()).content).toBe('Not her');
  expect(standIn.wrongs()).toEqual([]);
});

test('the apps menu of a message hands the bot that message', async () => {
  const { standIn } = here;
  onInteraction(async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`I read: ${interaction.targetMessage.content}`);
  });
  const { message } = standIn.say(standIn.world.owner, standIn.world.channel, '“Moral freaks”, he said');
  const asked = standIn.messageCommand(standIn.world.member, message, 'Check quotes');
  expect((await asked.answered()).content).toBe('I read: “Moral freaks”, he said');
});

test('a picture sent with an answer stands where the answer shows it', async () => {
  const { standIn } = here;
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000030000000208060000009d74661a', 'hex');
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const picture = new MediaGalleryBuilder().addItems((item) =>
      item.setURL('attachment://who-met-whom.png').setDescription('A graph'),
    );
    const container = new ContainerBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('## Who met whom'))
      .addMediaGalleryComponents(picture);
    await interaction.deferReply();
    await interaction.editReply({
      flags: MessageFlags.IsComponentsV2,
      components: [container],
      files: [new AttachmentBuilder(png, { name: 'who-met-whom.png', description: 'A graph' })],
    });
  });
  const answer = await standIn.slash(standIn.world.member, standIn.world.channel, 'met', { person: 'Ada' }).answered();
  const file = answer.attachments[0];
  expect(file).toMatchObject({
    filename: 'who-met-whom.png',
    content_type: 'image/png',
    width: 3,
    height: 2,
    size: png.length,
  });
  expect(JSON.stringify(answer.components)).toContain(file?.url);
  const served = await fetch(file?.url ?? '');
  expect(served.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await served.arrayBuffer())).toEqual(png);
  expect(standIn.requests.at(-1)).toMatchObject({
    method: 'PATCH',
    files: [{ name: 'who-met-whom.png', bytes: png.length }],
  });
  expect(standIn.wrongs()).toEqual([]);
});
