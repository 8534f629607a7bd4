import { deflateSync } from 'node:zlib';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  Events,
  FileBuilder,
  type Interaction,
  LabelBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  ModalBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

/** A small bot that uses a little of everything, for driving the page; it knows nothing of news. */
export async function startSampleBot(client: Client<true>): Promise<void> {
  const text = ApplicationCommandOptionType.String;
  const installs = { integrationTypes: [0, 1], contexts: [0, 1, 2] };
  await client.application.commands.set([
    {
      name: 'plant',
      description: 'What is known of a plant',
      ...installs,
      options: [
        { name: 'name', description: 'Which plant', type: text, autocomplete: true, required: true },
        {
          name: 'season',
          description: 'When it flowers',
          type: text,
          choices: ['spring', 'summer'].map((one) => ({ name: one, value: one })),
        },
      ],
    },
    { name: 'picture', description: 'A picture and a file', ...installs },
    { name: 'report', description: 'Something is wrong', ...installs },
    { name: 'silent', description: 'Never answers', ...installs },
    {
      name: 'garden',
      description: 'For the gardeners',
      defaultMemberPermissions: '0',
      options: [{ name: 'water', description: 'Water everything', type: ApplicationCommandOptionType.Subcommand }],
    },
    { name: 'Count words', type: ApplicationCommandType.Message, ...installs },
  ]);
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot || message.content === '' || !message.channel.isSendable()) return;
    await message.channel.sendTyping();
    await message.reply('**Good day!** Ask me about a plant: <b>not markup</b>, [nor a trick](https://example.org/).');
  });
}

const plants = ['Bluebell', 'Foxglove', 'Marsh marigold', 'Meadowsweet'];

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = plants.filter((one) => one.toLowerCase().includes(typed));
    return interaction.respond(fitting.map((name) => ({ name, value: name })));
  }
  if (interaction.isChatInputCommand()) {
    switch (interaction.commandName) {
      case 'plant':
        await interaction.deferReply();
        return interaction.editReply(page(interaction.options.getString('name', true), 1));
      case 'picture':
        return interaction.reply({
          flags: MessageFlags.IsComponentsV2,
          components: [
            new MediaGalleryBuilder().addItems((item) =>
              item.setURL('attachment://field.png').setDescription('A green field'),
            ),
            new FileBuilder().setURL('attachment://plants.csv'),
          ],
          files: [
            new AttachmentBuilder(greenField(320, 160), { name: 'field.png' }),
            new AttachmentBuilder(Buffer.from(plants.join('\n')), { name: 'plants.csv' }),
          ],
        });
      case 'report': {
        const input = new TextInputBuilder().setCustomId('what').setStyle(TextInputStyle.Paragraph);
        const label = new LabelBuilder().setLabel('What is wrong?').setTextInputComponent(input);
        return interaction.showModal(
          new ModalBuilder().setCustomId('report').setTitle('Report').addLabelComponents(label),
        );
      }
      case 'garden':
        return interaction.reply({ content: 'Watered.', flags: MessageFlags.Ephemeral });
      default:
        return;
    }
  }
  if (interaction.isButton()) return interaction.update(page('Foxglove', Number(interaction.customId.split(':')[1])));
  if (interaction.isStringSelectMenu()) return interaction.update(page(interaction.values[0] ?? '', 1));
  if (interaction.isMessageContextMenuCommand()) {
    const words = interaction.targetMessage.content.split(/\s+/u).length;
    return interaction.reply({ content: `${words} words`, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isModalSubmit())
    return interaction.reply(`Thank you for: ${interaction.fields.getTextInputValue('what')}`);
}

function page(plant: string, number: number) {
  const container = new ContainerBuilder()
    .setAccentColor(0x3c7030)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(`## ${plant}\n-# Page ${number} of 9`))
    .addSeparatorComponents(new SeparatorBuilder())
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent(
        '> Grows where it is **damp**.\n-# [Field notes, 13 November 2015](https://example.org/)',
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder()
          .setCustomId(`page:${number - 1}:back`)
          .setLabel('Back')
          .setStyle(ButtonStyle.Secondary)
          .setDisabled(number === 1),
        new ButtonBuilder()
          .setCustomId(`page:${number + 1}:next`)
          .setLabel('Next')
          .setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setURL('https://example.org/').setLabel('Open').setStyle(ButtonStyle.Link),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('other')
          .setPlaceholder('Another plant')
          .addOptions(plants.map((one) => ({ label: one, value: one }))),
      ),
    );
  return { flags: MessageFlags.IsComponentsV2 as const, components: [container] };
}

/** A PNG of one colour, made by hand: signature, header, data, end. */
function greenField(width: number, height: number): Buffer {
  const row = Buffer.concat([
    Buffer.from([0]),
    ...Array.from({ length: width }, () => Buffer.from([0x3c, 0x9a, 0x50])),
  ]);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const header = Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])]);
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
