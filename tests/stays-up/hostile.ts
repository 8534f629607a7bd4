import { InteractionType } from 'discord-api-types/v10';
import { seeded } from '../../bench/seeded.ts';
import type { Asked } from '../../src/playground/asked.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import type { Person } from '../../src/playground/world.ts';
import { type RunningBot, wordsOf } from '../discord/bot.ts';
import { crowd } from './crowd.ts';

/** Words meant to do harm: pings, forged links and invites, text that breaks out of its block, turns about, or is merely huge. */
export const HOSTILE: readonly string[] = [
  '@everyone',
  '@here <@1> <@&2> <#3> </met:4> <t:1>',
  '[free](https://evil.example)',
  'https://evil.example/x',
  'discord.gg/evil',
  '> > > # "\n> quoted\n# heading\n```\ncode',
  '\u202egnp.exe\u202c',
  'A\u200bd\u200ba\u2060 \ufeffB\u00aderg',
  'z\u0310\u0311\u0312\u0313'.repeat(60),
  '👩‍👩‍👧‍👦'.repeat(90),
  '\ud800 half a pair \udc00',
  '\0\u0001\u001b[31m',
  '__proto__',
  'constructor',
  '{{7*7}} %s %n <script>alert(1)</script>',
  "'; DROP TABLE articles; --",
  '" OR "" = "',
  'NEAR( a* ) AND ^title:"',
  '../../../../etc/passwd',
  '/dev/zero',
  'file:///etc/passwd',
  '(a+)+$'.repeat(40),
  '“'.repeat(2000),
  '"'.repeat(3000),
  'who met '.repeat(700),
  ' '.repeat(6000),
  '',
  'since yesterday until tomorrow before after 99999-99-99',
  '9'.repeat(400),
  '-1e999',
  'ı İ ß ﬃ Ⅷ ´ ‘ ˜',
  'م\u200fح\u200eم\u061cد \u2067x\u2069',
];

/** What could harm whoever reads it, left standing in an answer. */
const LIVE =
  /@everyone|@here|<@&?\d|<#\d|<\/\w+:\d|\]\(https?:\/\/evil|https?:\/\/evil|discord\.gg|[\u202a-\u202e\u200b]/;

/** The words as Discord's markdown reads them: what a backslash disarms is gone. */
const live = (markdown: string): string => markdown.replaceAll(/\\[^0-9A-Za-z\s]/g, '');

const AT_ONCE = 20;

/**
 * Sends `number` made-up interactions and messages of the shapes Discord sends, filled with what nobody should send. Each must be
 * acknowledged, none may be a fault of the bot's, and no answer may carry harm on. Tells what went wrong, one line each.
 */
export async function fuzz(standIn: StandIn, bot: RunningBot, number: number, seed: number): Promise<string[]> {
  const random = seeded(seed);
  const wrongs: string[] = [];
  const people = [...crowd(standIn, 200), standIn.world.serverOwner];
  for (let done = 0; done < number; done += AT_ONCE) {
    const before = bot.output().length;
    const batch = Array.from({ length: Math.min(AT_ONCE, number - done) }, () => hostileInput(standIn, people, random));
    wrongs.push(...(await Promise.all(batch.map(({ asked, input }) => harmOf(asked, input)))).flat());
    for (const line of bot.output().slice(before).split('\n')) {
      if (/"event":"(?:failed|unhandledRejection|uncaughtException|could not tell)"/.test(line)) wrongs.push(line);
    }
    standIn.forgetOld();
    if (bot.hasEnded()) return [...wrongs, `the bot ended:\n${bot.output().slice(-2000)}`];
  }
  return [...wrongs, ...standIn.wrongs()];
}

async function harmOf(asked: Asked, input: string): Promise<string[]> {
  try {
    const { kind } = await asked.acknowledged();
    if (kind === 'choices' || kind === 'modal') return [];
    // A button nobody knows is answered beside its message, which stays as it is.
    const message = await asked.answered(6000).catch((error: Error) => asked.followUps()[0] ?? error);
    if (message instanceof Error) throw message;
    const words = wordsOf(message);
    return LIVE.test(live(words)) ? [`${input}: carried on in ${JSON.stringify(words)}`] : [];
  } catch (error) {
    return [`${input}: ${error instanceof Error ? error.message : error}`];
  }
}

type Random = () => number;

function hostileInput(
  standIn: StandIn,
  people: readonly Person[],
  random: Random,
): { readonly asked: Asked; readonly input: string } {
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
  const forge = (type: InteractionType, data: object): { asked: Asked; input: string } => ({
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
