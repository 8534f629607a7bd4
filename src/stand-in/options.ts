import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as Kind,
} from 'discord-api-types/v10';

/** What a person filled in: option names and values, as typed. */
export type Filled = Readonly<Record<string, string | number | boolean>>;

interface Sent {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly Sent[];
}

/** The registered command a name stands for: `admin reindex` is a subcommand of `admin`. */
export function findCommand(
  commands: readonly APIApplicationCommand[],
  name: string,
  type: ApplicationCommandType = ApplicationCommandType.ChatInput,
): { command: APIApplicationCommand; path: readonly APIApplicationCommandOption[] } {
  const words = type === ApplicationCommandType.ChatInput ? name.split(' ') : [name];
  const command = commands.find((one) => one.type === type && one.name === words[0]);
  if (command === undefined) {
    const known = commands.map((one) => one.name).join(', ') || 'none';
    throw new Error(`No command "${words[0]}" is registered here; there are: ${known}`);
  }
  const path: APIApplicationCommandOption[] = [];
  let options = command.options ?? [];
  for (const word of words.slice(1)) {
    const next = options.find((one) => one.name === word);
    if (next === undefined) throw new Error(`/${command.name} has no subcommand "${word}"`);
    path.push(next);
    options = 'options' in next ? (next.options ?? []) : [];
  }
  if (options.some((one) => one.type === Kind.Subcommand)) throw new Error(`/${name} needs a subcommand`);
  return { command, path };
}

/** Options as Discord sends them, after the checks its own client makes; `focused` is the one being typed. */
export function sentOptions(
  command: APIApplicationCommand,
  path: readonly APIApplicationCommandOption[],
  filled: Filled,
  focused: string | null = null,
): Sent[] {
  const last = path.at(-1);
  const declared = last === undefined ? (command.options ?? []) : 'options' in last ? (last.options ?? []) : [];
  for (const name of Object.keys(filled)) {
    if (!declared.some((one) => one.name === name)) throw new Error(`/${command.name} has no option "${name}"`);
  }
  const values = declared.flatMap((one): Sent[] => {
    const value = filled[one.name];
    if (value === undefined) {
      if (focused === null && 'required' in one && one.required)
        throw new Error(`/${command.name} needs "${one.name}"`);
      return one.name === focused ? [{ name: one.name, type: one.type, value: '', focused: true }] : [];
    }
    if (focused === null) checkValue(one, value);
    return [{ name: one.name, type: one.type, value, ...(one.name === focused ? { focused: true as const } : {}) }];
  });
  return [...path].reverse().reduce<Sent[]>((options, one) => [{ name: one.name, type: one.type, options }], values);
}

/** What Discord's client lets nobody send. */
function checkValue(option: APIApplicationCommandOption, value: string | number | boolean): void {
  const wanted =
    option.type === Kind.Integer || option.type === Kind.Number
      ? 'number'
      : option.type === Kind.Boolean
        ? 'boolean'
        : 'string';
  if (typeof value !== wanted)
    throw new Error(`Option "${option.name}" takes a ${wanted}, not ${JSON.stringify(value)}`);
  if ('choices' in option && option.choices !== undefined && !option.choices.some((one) => one.value === value)) {
    throw new Error(`Option "${option.name}" has no choice ${JSON.stringify(value)}`);
  }
  if (option.type !== Kind.String || typeof value !== 'string') return;
  const { min_length = 0, max_length = 6000 } = option;
  if (value.length < Math.max(min_length, option.required ? 1 : 0) || value.length > max_length) {
    throw new Error(`Option "${option.name}" takes ${min_length} to ${max_length} characters, not ${value.length}`);
  }
}
