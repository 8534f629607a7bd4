import {
  type APIContainerComponent,
  ChannelType,
  type ChatInputCommandInteraction,
  ComponentType,
  type MessageComponentInteraction,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { inline } from '../render/escape.ts';
import { type Message, panel, SEPARATOR, text } from '../render/render.ts';
import { button, type Row, row } from '../render/rows.ts';
import type { BotContext } from '../stores/context.ts';
import { type BotWords, isLanguage } from '../words/words.ts';

type Used = ChatInputCommandInteraction | MessageComponentInteraction;

const MOST = 25;
const LANGUAGES = [
  ['own', 'Each person’s own language'],
  ['en', 'English'],
  ['ar', 'العربية'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['ru', 'Русский'],
] as const;

/** What can be set: for the server where it is asked, and for the bot as a whole. Buttons and menus change it at once. */
export function settingsPanel(interaction: Used, bot: BotContext, words: BotWords): Message {
  return panel([
    text([
      `## ${words.say('Settings')}`,
      `-# ${words.say('Those who run the bot may ask everywhere, whatever is set here.')}`,
    ]),
    ...(interaction.guildId === null ? [] : serverPart(interaction.guildId, interaction.guild?.name ?? '', bot, words)),
    ...botPart(interaction, bot, words),
  ]);
}

function serverPart(
  id: string,
  name: string,
  { settings }: BotContext,
  words: BotWords,
): APIContainerComponent['components'] {
  const { privately, roles, channels, language } = settings.ofServer(id);
  return [
    SEPARATOR,
    text([`### ${inline(name, 100) || words.say('This server')}`]),
    text([words.say('Roles that may ask, and channels to ask in; none chosen: all.')]),
    row([
      {
        type: ComponentType.RoleSelect,
        custom_id: 'admin:set:roles',
        placeholder: words.say('Every role may ask'),
        min_values: 0,
        max_values: MOST,
        default_values: roles.slice(0, MOST).map((role) => ({ id: role, type: SelectMenuDefaultValueType.Role })),
      },
    ]),
    row([
      {
        type: ComponentType.ChannelSelect,
        custom_id: 'admin:set:channels',
        placeholder: words.say('In every channel'),
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
        min_values: 0,
        max_values: MOST,
        default_values: channels
          .slice(0, MOST)
          .map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel })),
      },
    ]),
    row([
      {
        type: ComponentType.StringSelect,
        custom_id: 'admin:set:language',
        placeholder: words.say('Language'),
        options: LANGUAGES.map(([value, name]) => ({
          value,
          label: value === 'own' ? words.say(name) : name,
          default: value === (language ?? 'own'),
        })),
      },
    ]),
    row([
      button(
        'admin:set:privately',
        `${words.say('Answers are private unless asked otherwise')}: ${yesOrNo(privately, words)}`,
      ),
    ]),
  ];
}

function botPart({ client }: Used, { settings }: BotContext, words: BotWords): APIContainerComponent['components'] {
  const { servers, directMessages, userInstalls } = settings.ofBot();
  const guilds = [...client.guilds.cache.values()].slice(0, MOST);
  const options = guilds.map(({ id, name }) => ({
    value: id,
    label: name.slice(0, 100) || id,
    default: servers.includes(id),
  }));
  const serverRow: Row[] =
    options.length === 0
      ? []
      : [
          row([
            {
              type: ComponentType.StringSelect,
              custom_id: 'admin:set:servers',
              placeholder: words.say('In every server'),
              min_values: 0,
              max_values: options.length,
              options,
            },
          ]),
        ];
  return [
    SEPARATOR,
    text([`### ${words.say('The bot as a whole')}`, words.say('Servers in which it answers; none chosen: all.')]),
    ...serverRow,
    row([
      button('admin:set:directMessages', `${words.say('Direct messages')}: ${yesOrNo(directMessages, words)}`),
      button('admin:set:userInstalls', `${words.say('On people’s own accounts')}: ${yesOrNo(userInstalls, words)}`),
    ]),
  ];
}

const yesOrNo = (is: boolean, words: BotWords): string => (is ? words.say('yes') : words.say('no'));

/** Changes what a button or menu of the panel stands for. */
export function changeSetting(
  what: string,
  interaction: MessageComponentInteraction,
  { settings, log }: BotContext,
): void {
  const { guildId: server } = interaction;
  const chosen = interaction.isAnySelectMenu() ? interaction.values : [];
  const bot = settings.ofBot();
  if (what === 'directMessages') settings.changeBot({ directMessages: !bot.directMessages });
  else if (what === 'userInstalls') settings.changeBot({ userInstalls: !bot.userInstalls });
  else if (what === 'servers') settings.changeBot({ servers: chosen });
  else if (server === null) return;
  else if (what === 'roles') settings.changeServer(server, { roles: chosen });
  else if (what === 'channels') settings.changeServer(server, { channels: chosen });
  else if (what === 'privately') settings.changeServer(server, { privately: !settings.ofServer(server).privately });
  else if (what === 'language') {
    const [language = ''] = chosen;
    settings.changeServer(server, { language: isLanguage(language) ? language : null });
  }
  log.info({ event: 'set', what, server });
}
