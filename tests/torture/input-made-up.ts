import { InteractionType } from 'discord-api-types/v10';
import type { Interacted } from '../../src/stand-in/asked.ts';
import type { StandIn } from '../../src/stand-in/stand-in.ts';
import type { Person } from '../../src/stand-in/world.ts';
import { HOSTILE } from './hostile-words.ts';

/** Something sent to the bot. */
export interface Input {
  /** What kind of thing, for counting. */
  readonly is: string;
  readonly asked: Interacted;
  /** What was in it, to be told where it did harm. */
  readonly input: string;
}

/** An interaction of a shape that Discord sends, or nearly, made up of what its clients would not send. */
export function madeUpInput(
  standIn: StandIn,
  people: readonly Person[],
  idsSeen: readonly string[],
  random: () => number,
): Input {
  const { world } = standIn;
  const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One; // never of none
  const person = pick(people);
  const place = pick(['dm', world.channel] as const);
  const words = () => (random() < 0.3 ? pick(HOSTILE) + pick(HOSTILE) : pick(HOSTILE)).slice(0, 6000);
  const command = pick([...world.commands.values()]);
  const value = (type: number) => (type === 3 || random() < 0.2 ? words() : pick([0, -1, 2 ** 53, true, 1e300]));
  // Options as declared, some missing, some of names that are not: what is registered may be newer or older than the bot.
  const options = () =>
    (command.options ?? [])
      .filter(({ type }) => type > 2 && random() < 0.7)
      .map(({ name, type }) => ({ name: random() < 0.05 ? pick(['__proto__', 'x']) : name, type, value: value(type) }));
  const subcommand = command.options?.find(({ type }) => type === 1);
  const whole = { id: command.id, name: random() < 0.05 ? pick(HOSTILE).slice(0, 32) || 'x' : command.name, type: 1 };
  const forge = (type: InteractionType, data: object): Input => ({
    is: `made up, ${InteractionType[type]}`,
    asked: standIn.forge(person, place, type, data),
    input: JSON.stringify(data).slice(0, 300),
  });

  const kind = random();
  const typed = options().map((one) => ({ ...one, value: String(one.value).slice(0, 100) }));
  if (kind < 0.5 || (kind < 0.7 && typed.length === 0)) {
    const filled = subcommand === undefined ? options() : [{ name: subcommand.name, type: 1, options: [] }];
    return forge(InteractionType.ApplicationCommand, { ...whole, options: filled });
  }
  if (kind < 0.7) {
    const at = Math.floor(random() * typed.length);
    const focused = typed.map((one, index) => (index === at ? { ...one, focused: true } : one));
    return forge(InteractionType.ApplicationCommandAutocomplete, { ...whole, options: focused });
  }
  if (kind < 0.9) {
    const forged = [
      ...idsSeen,
      `ask:${JSON.stringify({ command: pick(['met', 'admin', '__proto__', 'quote']), who: words().slice(0, 60) })}`,
      `page:${pick(['0', '-1', '9999', '1e9', 'x'])}:${JSON.stringify({ command: 'quote', speaker: 7, who: words().slice(0, 40) })}`,
      `ask:~${words().slice(0, 22)}`,
      `pick:${words()}`,
      words(),
    ];
    const menu = random() < 0.3;
    const id = pick(forged).slice(0, 100) || 'x';
    return forge(InteractionType.MessageComponent, {
      component_type: menu ? 3 : 2,
      custom_id: menu && random() < 0.5 ? 'pick' : id,
      ...(menu ? { values: random() < 0.2 ? [] : [pick(forged).slice(0, 100)] } : {}),
    });
  }
  if (kind < 0.95) {
    const field = { type: 4, custom_id: 'words', value: words().slice(0, 4000) };
    const components = [{ type: 1, components: [field] }];
    return forge(InteractionType.ModalSubmit, { custom_id: words().slice(0, 100) || 'x', components });
  }
  const { message } = standIn.say(person, world.channel, words().slice(0, 2000) || 'x');
  const resolved = { messages: { [message.id]: message } };
  return forge(InteractionType.ApplicationCommand, { ...whole, type: 3, target_id: message.id, resolved });
}
