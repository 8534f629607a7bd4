import { parseArgs } from 'node:util';

/** A command line that makes no sense: printed with the usage, exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Parses a verb's arguments; throws `WrongUsage` for one that isn't known. */
export function parse(args: string[], options: Record<string, { type: 'boolean' | 'string'; short?: string }>) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** A whole number from 1, `otherwise` where none was given. */
export function whole(typed: unknown, name: string, otherwise: number): number {
  if (typed === undefined) return otherwise;
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1) throw new WrongUsage(`--${name} must be a whole number from 1`);
  return number;
}
