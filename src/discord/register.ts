import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  InteractionContextType as Context,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as Declaration,
  ApplicationIntegrationType as Install,
  ApplicationCommandOptionType as OptionType,
  type REST,
  Routes,
} from 'discord.js';
import type { Command, Option } from '../answers/command.ts';
import { clipped } from './escape.ts';

/** For servers and for people's own accounts; in servers, in direct messages with the bot and in other conversations. */
const EVERYWHERE = {
  type: ApplicationCommandType.ChatInput,
  integration_types: [Install.GuildInstall, Install.UserInstall],
  contexts: [Context.Guild, Context.BotDM, Context.PrivateChannel],
} as const;

const ADMIN: Declaration = {
  ...EVERYWHERE,
  integration_types: [...EVERYWHERE.integration_types],
  contexts: [...EVERYWHERE.contexts],
  name: 'admin',
  description: 'For whoever runs this bot',
  // Hidden from everybody but a server's administrators; the bot itself then asks who it is.
  default_member_permissions: '0',
  options: [
    {
      type: OptionType.Subcommand,
      name: 'reindex',
      description: 'Read the articles again and swap in the new archive',
    },
    {
      type: OptionType.Subcommand,
      name: 'status',
      description: 'What is indexed, since when, and what could not be read',
    },
  ],
};

/** Everything the bot offers, as Discord wants it declared. */
export const declarations = (commands: readonly Command[]): readonly Declaration[] => [
  ...commands.map(
    (command): Declaration => ({
      ...EVERYWHERE,
      integration_types: [...EVERYWHERE.integration_types],
      contexts: [...EVERYWHERE.contexts],
      name: command.name,
      description: clipped(command.description, 100),
      options: command.options.map(optionDeclared),
    }),
  ),
  ADMIN,
];

function optionDeclared(option: Option): APIApplicationCommandOption {
  const { name, required } = option;
  const common = { type: OptionType.String, name, description: clipped(option.description, 100), required } as const;
  if (option.choices) return { ...common, choices: option.choices.map((choice) => ({ name: choice, value: choice })) };
  return option.completes ? { ...common, autocomplete: true } : common;
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
  const registered = (await rest.get(route)) as readonly Declaration[]; // Discord's word for it.
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
    description: declaration.description,
    permissions: declaration.default_member_permissions ?? null,
    installs: [...(declaration.integration_types ?? [])].sort(),
    contexts: [...(declaration.contexts ?? [])].sort(),
    options: (declaration.options ?? []).map(optionMeaning),
  };
}

function optionMeaning(option: APIApplicationCommandOption): object {
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: 'choices' in option ? (option.choices ?? []).map(({ name, value }) => ({ name, value })) : [],
    options: 'options' in option ? (option.options ?? []).map(optionMeaning) : [],
  };
}
