import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as ChatInput,
  InteractionContextType as Context,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody as InMenu,
  ApplicationIntegrationType as Install,
  Locale,
  ApplicationCommandOptionType as OptionType,
  type REST,
  Routes,
} from 'discord.js';
import type { Command, Option } from '../../answers/command.ts';
import { ADD_TO_ARCHIVE, ADDING } from '../admin/adding-declared.ts';
import { BRIEFING, CORRECTING, PRIVACY, WATCH } from '../alerts/declared.ts';
import { CHECK_QUOTES, FIND_SOURCES } from '../commands/message-commands.ts';
import { clipped } from '../render/escape.ts';
import { declared } from '../words/declared/declared.ts';

type Declaration = ChatInput | InMenu;

/** Discord's locales for our languages; it has none for Arabic, and refuses what it does not know. */
const LOCALES = [
  [Locale.German, declared.de],
  [Locale.SpanishES, declared.es],
  [Locale.SpanishLATAM, declared.es],
  [Locale.French, declared.fr],
  [Locale.Russian, declared.ru],
] as const;

/** For servers and for people's own accounts; in servers, in direct messages with the bot and in other conversations. */
const everywhere = () => ({
  integration_types: [Install.GuildInstall, Install.UserInstall],
  contexts: [Context.Guild, Context.BotDM, Context.PrivateChannel],
});

/** An option that every command has beside its own. */
export const PRIVATE_OPTION = 'private';
const PRIVATE: APIApplicationCommandOption = {
  type: OptionType.Boolean,
  name: PRIVATE_OPTION,
  description: 'Only you see the answer',
  ...inLanguages('options', PRIVATE_OPTION),
};

const ADMIN_WORK: readonly (readonly [name: string, description: string])[] = [
  ['reindex', 'Read the articles again and swap in the new archive'],
  ['status', 'What is indexed, since when, and what could not be read'],
  ['settings', 'Who may ask where, and how answers are given'],
  ['reports', 'What members have reported as wrong'],
];

const ADMIN: ChatInput = {
  ...everywhere(),
  type: ApplicationCommandType.ChatInput,
  name: 'admin',
  description: 'For whoever runs this bot',
  ...inLanguages('commands', 'admin'),
  // Hidden from everybody but a server's administrators; the bot itself then asks who it is.
  default_member_permissions: '0',
  options: [
    ...CORRECTING,
    ...ADMIN_WORK.map(
      ([name, description]) =>
        ({
          type: OptionType.Subcommand,
          name,
          description,
          ...inLanguages('commands', `admin ${name}`),
        }) as const,
    ),
    ...ADDING,
  ],
};

/** Everything the bot offers, as Discord wants it declared. */
export const declarations = (commands: readonly Command[]): readonly Declaration[] => [
  // /briefing has more to it than a question.
  ...commands
    .filter(({ name }) => name !== BRIEFING.name)
    .map(
      (command): ChatInput => ({
        ...everywhere(),
        type: ApplicationCommandType.ChatInput,
        name: command.name,
        description: clipped(command.description, 100),
        ...inLanguages('commands', command.name),
        options: [...command.options.map(optionDeclared), PRIVATE],
      }),
    ),
  ADMIN,
  WATCH,
  { ...BRIEFING, ...inLanguages('commands', BRIEFING.name) },
  PRIVACY,
  { ...everywhere(), type: ApplicationCommandType.Message, name: ADD_TO_ARCHIVE, default_member_permissions: '0' },
  ...[CHECK_QUOTES, FIND_SOURCES].map(
    (name): InMenu => ({
      ...everywhere(),
      type: ApplicationCommandType.Message,
      name,
      ...(({ name_localizations }) => ({ name_localizations }))(inLanguages('commands', name)),
    }),
  ),
];

function optionDeclared(option: Option): APIApplicationCommandOption {
  const { name, required } = option;
  const described = { description: clipped(option.description, 100), ...inLanguages('options', name) };
  const common = { type: OptionType.String, name, required, ...described } as const;
  if (option.choices) return { ...common, choices: option.choices.map((choice) => ({ name: choice, value: choice })) };
  return option.completes ? { ...common, autocomplete: true } : common;
}

/** Name and description in other languages, of what is called so in English. */
function inLanguages(kind: 'commands' | 'options', name: string) {
  const localized = LOCALES.flatMap(([locale, words]) => {
    const entry = words[kind][name];
    return entry ? [{ locale, ...entry }] : [];
  });
  return {
    name_localizations: Object.fromEntries(localized.map((one) => [one.locale, one.name])),
    description_localizations: Object.fromEntries(localized.map((one) => [one.locale, one.description])),
  };
}

/**
 * Makes what is registered with Discord the same as `wanted`, in one step, and only if it differs: how often commands may be
 * written is limited. Returns the names of what was new, other or gone; throws Discord's error where it refuses.
 */
export async function register(
  rest: REST,
  applicationId: string,
  wanted: readonly Declaration[],
): Promise<readonly string[]> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as readonly Declaration[]; // Discord's word for it.
  const before = new Map(registered.map((one) => [one.name, meaning(one)]));
  const after = new Map(wanted.map((one) => [one.name, meaning(one)]));
  const names = new Set([...before.keys(), ...after.keys()]);
  const differing = [...names].filter((name) => !isDeepStrictEqual(before.get(name), after.get(name)));
  if (differing.length > 0) await rest.put(route, { body: wanted });
  return differing;
}

/** What a declaration says, without ids, versions and what Discord fills in or leaves out by default. */
function meaning(declaration: Declaration): object {
  return {
    type: declaration.type ?? ApplicationCommandType.ChatInput,
    description: 'description' in declaration ? declaration.description : '',
    localised: localised(declaration),
    permissions: declaration.default_member_permissions ?? null,
    installs: [...(declaration.integration_types ?? [])].sort(),
    contexts: [...(declaration.contexts ?? [])].sort(),
    options: ('options' in declaration ? (declaration.options ?? []) : []).map(optionMeaning),
  };
}

function optionMeaning(option: APIApplicationCommandOption): object {
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    localised: localised(option),
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: 'choices' in option ? (option.choices ?? []).map(({ name, value }) => ({ name, value })) : [],
    options: 'options' in option ? (option.options ?? []).map(optionMeaning) : [],
  };
}

const localised = (one: {
  name_localizations?: object | null | undefined;
  description_localizations?: object | null | undefined;
}): object => ({
  names: { ...one.name_localizations },
  descriptions: { ...one.description_localizations },
});
