import type { Problem } from './message-limits.ts';
import { asText, list, record } from './tree.ts';

/** What the commands put together break: how many of each type, names twice, size. */
export function commandCounts(commands: readonly unknown[]): Problem[] {
  const found: Problem[] = commands.flatMap((one, index) => commandSize(one, [index]));
  for (const [type, most] of [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const) {
    const of = commands.filter((one) => (record(one).type ?? 1) === type);
    if (of.length > most)
      found.push({ path: [], message: `${of.length} commands of type ${type}, at most ${most} are allowed.` });
    const names = new Set<unknown>();
    for (const one of of) {
      const name = record(one).name;
      if (names.has(name))
        found.push({ path: [commands.indexOf(one), 'name'], message: 'Application command names must be unique' });
      names.add(name);
    }
  }
  return found;
}

/** Names, descriptions and choice values of a command together may have 8000 characters; of localisations the longest counts. */
export function commandSize(command: unknown, path: readonly (string | number)[]): Problem[] {
  const size = commandLength(command);
  return size > 8000 ? [{ path, message: `The command has ${size} characters, at most 8000 are allowed.` }] : [];
}

function commandLength(command: unknown): number {
  const one = record(command);
  const longest = (field: string) =>
    Math.max(
      asText(one[field]).length,
      ...Object.values(record(one[`${field}_localizations`])).map((words) => asText(words).length),
    );
  const choices = list(one.choices).reduce<number>(
    (sum, choice) => sum + commandLength(choice) + asText(record(choice).value).length,
    0,
  );
  const nested = list(one.options).reduce<number>((sum, option) => sum + commandLength(option), 0);
  return longest('name') + longest('description') + choices + nested;
}
