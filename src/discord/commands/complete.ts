import type { AutocompleteInteraction } from 'discord.js';
import { commands } from '../../../commands/index.ts';
import { completedIn } from '../alerts/declared.ts';
import { clipped, cutOff, withoutInvisible } from '../render/escape.ts';
import { isTooLate } from '../render/trouble.ts';
import type { BotContext } from '../stores/context.ts';

/** Discord waits 3 s for choices; ours must be there before. */
const COMPLETES_WITHIN = 2000;
const MOST_CHOICES = 25;

/** What an option may be completed to. In any trouble there are no choices: whatever was typed is understood all the same. */
export async function answerAutocomplete(
  interaction: AutocompleteInteraction,
  { keeper, log }: BotContext,
  isAllowed: boolean,
): Promise<void> {
  const context = { what: `completing /${interaction.commandName}`, interaction: interaction.id };
  let found: readonly string[] = [];
  try {
    const { name, value } = interaction.options.getFocused(true);
    const command = commands.find((one) => one.name === interaction.commandName);
    const completes = command
      ? command.options.find((option) => option.name === name)?.completes
      : completedIn(interaction.commandName, name);
    if (completes && isAllowed)
      found = await within(COMPLETES_WITHIN, keeper.archive.complete(completes, value, MOST_CHOICES));
  } catch (error) {
    log.error({ event: 'failed', ...context, err: error });
  }
  const choices = new Map(found.map((one) => withoutInvisible(one).trim()).flatMap(choiceOf));
  try {
    await interaction.respond([...choices].slice(0, MOST_CHOICES).map(([value, name]) => ({ name, value })));
  } catch (error) {
    log[isTooLate(error) ? 'warn' : 'error']({ event: 'not completed', ...context, err: error });
  }
}

const LONGEST_CHOICE = 100;

/** A choice's value and its name; a long headline is asked for by as many of its words as Discord takes. */
function choiceOf(whole: string): [value: string, name: string][] {
  if (whole.length <= LONGEST_CHOICE) return whole === '' ? [] : [[whole, whole]];
  const words = whole.slice(0, LONGEST_CHOICE + 1).replace(/\s+\S*$/, '');
  return [[cutOff(words, LONGEST_CHOICE), clipped(whole, LONGEST_CHOICE)]];
}

/** The promise's outcome, or an error if it takes longer. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
