import {
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord.js';

/** The names of `/admin add`'s options for attachments. */
export const FILE_OPTIONS = ['file', 'file2', 'file3', 'file4', 'file5'] as const;

/** The apps menu's entry for messages. */
export const ADD_TO_ARCHIVE = 'Add to archive';

/** /admin add and /admin feeds, as Discord wants them declared. */
export const ADDING: readonly (APIApplicationCommandSubcommandOption | APIApplicationCommandSubcommandGroupOption)[] = [
  {
    type: OptionType.Subcommand,
    name: 'add',
    description: 'Read an article from an address or a file, look at it, and keep it',
    options: [
      { type: OptionType.String, name: 'url', description: 'The article’s address', max_length: 2000 },
      ...FILE_OPTIONS.map((name) => ({
        type: OptionType.Attachment as const,
        name,
        description: 'A file: txt, md, html, json, jsonl, pdf, eml or mhtml',
      })),
    ],
  },
  {
    type: OptionType.SubcommandGroup,
    name: 'feeds',
    description: 'Feeds whose articles come in by themselves',
    options: [
      {
        type: OptionType.Subcommand,
        name: 'add',
        description: 'Follow a feed (RSS, Atom or JSON feed)',
        options: [
          { type: OptionType.String, name: 'url', description: 'The feed’s address', required: true, max_length: 2000 },
          {
            type: OptionType.Integer,
            name: 'minutes',
            description: 'How often it is looked at (60 unless you say)',
            min_value: 15,
            max_value: 10_080,
          },
        ],
      },
      { type: OptionType.Subcommand, name: 'list', description: 'The feeds that are followed, and how they do' },
      {
        type: OptionType.Subcommand,
        name: 'remove',
        description: 'Follow a feed no more; its articles stay',
        options: [
          { type: OptionType.String, name: 'url', description: 'The feed’s address', required: true, max_length: 2000 },
        ],
      },
      { type: OptionType.Subcommand, name: 'check', description: 'Look at all feeds now' },
    ],
  },
];
