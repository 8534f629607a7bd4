import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandType,
  ChannelType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as ChatInput,
  InteractionContextType as Context,
  ApplicationIntegrationType as Install,
  ApplicationCommandOptionType as OptionType,
} from 'discord.js';
import type { Completable } from '../../archive/archive.ts';
import { OUTLET_KINDS } from '../../corpus/article.ts';

const text = (name: string, description: string, required = true): APIApplicationCommandBasicOption => ({
  type: OptionType.String,
  name,
  description,
  required,
  max_length: 200,
});
const completed = (name: string, description: string): APIApplicationCommandBasicOption => ({
  type: OptionType.String,
  name,
  description,
  required: true,
  autocomplete: true,
});
const number = (description: string): APIApplicationCommandBasicOption => ({
  type: OptionType.Integer,
  name: 'number',
  description,
  required: true,
  min_value: 1,
});
const IN: APIApplicationCommandBasicOption = {
  type: OptionType.Channel,
  name: 'in',
  description: 'A channel for the alerts; without it, I write you a direct message',
  channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
};
const sub = (
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption => ({ type: OptionType.Subcommand, name, description, options });

/** /watch: alerts about what comes in. */
export const WATCH: ChatInput = {
  integration_types: [Install.GuildInstall, Install.UserInstall],
  contexts: [Context.Guild, Context.BotDM, Context.PrivateChannel],
  type: ApplicationCommandType.ChatInput,
  name: 'watch',
  description: 'Get an alert when a new article brings something of what you follow',
  options: [
    {
      type: OptionType.SubcommandGroup,
      name: 'add',
      description: 'Follow a person, two who meet, words or an outlet',
      options: [
        sub('person', 'New meetings and quotations of a person, body or country', [
          completed('person', 'Whom to follow'),
          IN,
        ]),
        sub('pair', 'New meetings of two with each other', [
          completed('person', 'One of them'),
          completed('with', 'The other'),
          IN,
        ]),
        sub('phrase', 'New articles with these words', [text('words', 'The words, in this order'), IN]),
        sub('outlet', 'New articles of an outlet', [completed('outlet', 'Which outlet'), IN]),
      ],
    },
    sub('list', 'What you follow, and where your alerts go'),
    sub('remove', 'Follow something no longer', [number('Its number in /watch list')]),
    sub('quiet', 'Hours in which I send you nothing', [
      text('hours', 'From and to, such as 22-7 or 22:30-6:45; "off" for none'),
      text('zone', 'Your time zone, such as Europe/Berlin; UTC without it', false),
    ]),
  ],
};

const ABOUT = text('about', 'People, places, outlets or topics, with commas between', false);

/** /briefing: what came in, at a time of day. */
export const BRIEFING: ChatInput = {
  integration_types: [Install.GuildInstall, Install.UserInstall],
  contexts: [Context.Guild, Context.BotDM, Context.PrivateChannel],
  type: ApplicationCommandType.ChatInput,
  name: 'briefing',
  description: 'What came in: events by weight, new meetings, what is planned, what was said',
  options: [
    sub('on', 'Have it sent at a time of day', [
      text('at', 'When, such as 8:00'),
      text('zone', 'Your time zone, such as Europe/Berlin; UTC without it', false),
      {
        type: OptionType.String,
        name: 'days',
        description: 'Every day, on weekdays or on Mondays',
        choices: ['daily', 'weekdays', 'weekly'].map((name) => ({ name, value: name })),
      },
      ABOUT,
      IN,
      { type: OptionType.Boolean, name: 'always', description: 'With nothing new, a line that says so' },
    ]),
    sub('now', 'Show it now', [
      text('since', 'From this date on: 2015, 2015-11, 13 November 2015; else since yesterday', false),
      ABOUT,
    ]),
    sub('list', 'Your briefings, and where they go'),
    sub('off', 'End one of your briefings', [number('Its number in /briefing list')]),
  ],
};

/** /privacy: what is stored about people. */
export const PRIVACY: ChatInput = {
  integration_types: [Install.GuildInstall, Install.UserInstall],
  contexts: [Context.Guild, Context.BotDM, Context.PrivateChannel],
  type: ApplicationCommandType.ChatInput,
  name: 'privacy',
  description: 'What I keep about you, and how to have it erased',
  options: [sub('show', 'What is kept about you'), sub('delete', 'Erase all that is kept about you')],
};

const ARTICLE = completed('article', 'Which article: its headline, id or address');
const WORDS = { ...text('words', 'Words of the article, exactly, that are part of it'), max_length: 1000 };

/** /admin correct and /admin remove, among the options of /admin. */
export const CORRECTING: NonNullable<ChatInput['options']> = [
  {
    type: OptionType.SubcommandGroup,
    name: 'correct',
    description: 'Put right what was read wrongly; answers change at once',
    options: [
      sub('speaker', 'Somebody else said it', [
        ARTICLE,
        WORDS,
        completed('speaker', 'Who did; "nobody" if not stated'),
      ]),
      sub('date', 'A meeting was on another day; or, without words, an article was', [
        ARTICLE,
        text('date', '2015-11-13, 2015-11, 2015; "none" if not stated'),
        { ...WORDS, required: false },
      ]),
      sub('place', 'A meeting was elsewhere', [ARTICLE, WORDS, text('place', 'Where; "none" if not stated')]),
      sub('not-a-meeting', 'What was read as a meeting is none', [ARTICLE, WORDS]),
      sub('one-person', 'Two names are one person', [
        completed('name', 'The name that is theirs too'),
        completed('is', 'The name they are to go by'),
      ]),
      sub('two-people', 'In one article, a name is somebody else’s', [
        ARTICLE,
        completed('name', 'The name, as the article has it'),
        text('is', 'What distinguishes them: "the footballer"'),
      ]),
      sub('outlet', 'An outlet is of another kind', [
        completed('outlet', 'Which outlet'),
        {
          type: OptionType.String,
          name: 'kind',
          description: 'What it is',
          required: true,
          choices: OUTLET_KINDS.map((kind) => ({ name: kind, value: kind })),
        },
      ]),
      sub('why', 'Why other names were taken for theirs', [completed('name', 'Whose names')]),
      sub('list', 'All corrections, and which no longer find their text'),
      sub('undo', 'Take a correction back', [number('Its number in /admin correct list')]),
    ],
  },
  sub('remove', 'Take an article out of the archive at once', [
    ARTICLE,
    {
      type: OptionType.Boolean,
      name: 'forever',
      description: 'Destroy its file; without this it is moved to the folder "removed"',
    },
  ]),
];

/** What options of these commands are completed from. */
export const completedIn = (command: string, option: string): Completable | undefined =>
  ['watch', 'admin'].includes(command) ? COMPLETED[option] : undefined;

const COMPLETED: Readonly<Record<string, Completable>> = {
  article: 'article',
  person: 'person',
  with: 'person',
  speaker: 'person',
  name: 'person',
  is: 'person',
  outlet: 'outlet',
};
