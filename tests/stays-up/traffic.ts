import { seeded } from '../../bench/seeded.ts';
import type { Asked, Said } from '../../src/playground/asked.ts';
import type { Place } from '../../src/playground/drive.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import type { Person } from '../../src/playground/world.ts';
import { buttonsOf, wordsOf } from '../discord/bot.ts';
import { crowd } from './crowd.ts';

/** People who ask all the while something is going wrong. */
export interface Traffic {
  /** Everything asked by command, completion or button so far. */
  readonly asked: readonly Asked[];
  /** Asks on for so long. */
  during(ms: number): Promise<void>;
  /** Stops asking, waits for what is still to come, and tells what came of it. */
  settled(ms?: number): Promise<Outcome>;
}

export interface Outcome {
  readonly asked: number;
  /** What the bot did wrong, one line each: questions it heard and left unanswered, answered twice or beside the point. */
  readonly wrongs: readonly string[];
  /** Questions no bot could have answered: no session heard them, or Discord itself did not take the acknowledgement in time. */
  readonly lostByDiscord: number;
}

/** What is asked by command, and words that its answer must hold. */
type Line = readonly [name: string, options: Readonly<Record<string, string>>, expected: string];

const COMMANDS = [
  ['help', {}, '/met'],
  ['met', { person: 'Bogdanov' }, 'Bogdanov'],
  ['quote', { who: 'Lavrov' }, '“'],
  ['search', { text: 'Baghdad' }, 'Baghdad'],
  ['sources', {}, 'Sputnik'],
  ['summary', { about: 'joint centre in Baghdad' }, 'Understood as: summary'],
  ['verify', { words: 'moral freaks' }, 'moral freaks'],
  ['quote', {}, '“'],
] as const satisfies readonly Line[];

const COMPLETIONS = [
  ['met', 'person', 'bogd'],
  ['quote', 'outlet', 'sput'],
  ['article', 'article', 'russia'],
] as const;

/** Starts asking, every `everyMs` milliseconds: commands, completions, direct messages, pages; the same for the same seed. */
export function startTraffic(
  standIn: StandIn,
  { everyMs = 150, seed = 1, people = crowd(standIn, 40), places = ['dm', standIn.world.channel] }: TrafficOptions = {},
): Traffic {
  const random = seeded(seed);
  const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One; // never asked of none
  const asked: { readonly one: Asked; readonly expected: string | null }[] = [];
  const said: Said[] = [];

  const command = (person: Person, [name, options, expected]: Line) => {
    asked.push({ one: standIn.slash(person, pick(places), name, options), expected });
  };
  const turnPage = (): boolean => {
    const { message, id, asker } = lastPaged(standIn, asked);
    if (message === null) return false;
    asked.push({ one: standIn.press(asker, message, id), expected: 'Page 2 of' });
    return true;
  };
  const ask = () => {
    const person = pick(people);
    const kind = random();
    if (kind < 0.1) said.push(standIn.directMessage(person, 'who did Bogdanov meet?'));
    else if (kind < 0.25) {
      const [name, option, value] = pick(COMPLETIONS);
      const one = standIn.autocomplete(person, 'dm', name, { [option]: value }, option);
      asked.push({ one, expected: null });
    } else if (kind >= 0.35 || !turnPage()) command(person, pick<Line>(COMMANDS));
  };
  command(pick(people), COMMANDS[0]);
  const timer = setInterval(ask, everyMs);
  return {
    get asked() {
      return asked.map(({ one }) => one);
    },
    during: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    async settled(ms = 60_000) {
      clearInterval(timer);
      const wrongs: string[] = [];
      let lostByDiscord = 0;
      const settle = async ({ one, expected }: (typeof asked)[number]) => {
        // Later than this Discord takes no acknowledgement, and slow requests are over.
        while (one.interaction.heard && one.interaction.acknowledgement === null && ageOf(one) < 8000) {
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        if (couldNotBeAnswered(standIn, one)) lostByDiscord++;
        else wrongs.push(...(await wrongsOf(one, expected, ms)));
      };
      await Promise.all(asked.map(settle));
      const settleSaid = async (one: (typeof said)[number]) => {
        if (!one.heard) {
          lostByDiscord++;
          return;
        }
        const reply = await one.reply(ms).catch((error: Error) => error.message);
        if (typeof reply === 'string') wrongs.push(reply);
      };
      await Promise.all(said.map(settleSaid));
      for (const one of said) {
        const { length } = one.replies();
        if (length > 1) wrongs.push(`a direct message was answered ${length} times`);
      }
      wrongs.push(
        ...answeredTwice(
          standIn,
          asked.map(({ one }) => one),
        ),
      );
      return { asked: asked.length + said.length, wrongs: [...wrongs, ...standIn.wrongs()], lostByDiscord };
    },
  };
}

export interface TrafficOptions {
  readonly everyMs?: number;
  readonly seed?: number;
  /** Who asks, in turn. */
  readonly people?: readonly Person[];
  readonly places?: readonly Place[];
}

const ageOf = ({ interaction }: Asked): number => Date.now() - interaction.sentAt;

async function wrongsOf(one: Asked, expected: string | null, ms: number): Promise<string[]> {
  const { what, acknowledgement } = one.interaction;
  if (acknowledgement === null) return [`${what}: heard, and never acknowledged`];
  if (expected === null) return [];
  try {
    const words = wordsOf(await one.answered(ms));
    return words.includes(expected) ? [] : [`${what}: no "${expected}" in ${JSON.stringify(words)}`];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Not heard by any session; or the bot tried to acknowledge it, and Discord did not let it. */
function couldNotBeAnswered(standIn: StandIn, { interaction }: Asked): boolean {
  if (!interaction.heard) return true;
  const tried = standIn.requests.some(({ path }) => path.startsWith(`/interactions/${interaction.id}/`));
  return tried && interaction.acknowledgement === null;
}

/** The questions with more than one answer: acknowledged twice, edited into something else, or followed up. */
function answeredTwice(standIn: StandIn, asked: readonly Asked[]): string[] {
  const carriedOut = standIn.requests.filter(({ status }) => status >= 200 && status < 300);
  return asked.flatMap(({ interaction: { id, token, what, followUps } }) => {
    const acknowledged = carriedOut.filter(({ path }) => path.startsWith(`/interactions/${id}/`)).length;
    // The same edit is sent again where its confirmation got lost: that shows nothing twice.
    const edits = carriedOut.filter(({ method, path }) => method === 'PATCH' && path.includes(`/${token}/`));
    const different = new Set(edits.map(({ body }) => JSON.stringify(body))).size;
    return acknowledged > 1 || different > 1 || followUps.length > 0
      ? [`${what}: ${acknowledged} acknowledgements, ${different} edits, ${followUps.length} follow-ups`]
      : [];
  });
}

/** The latest answer with a button that leads to its second page. */
function lastPaged(standIn: StandIn, asked: readonly { readonly one: Asked }[]) {
  for (const { one } of asked.slice(-40).reverse()) {
    const message = standIn.world.messages.get(one.interaction.original ?? '');
    if (message === undefined || one.interaction.awaiting) continue;
    const id = buttonsOf(message).find((button) => button.startsWith('page:1:'));
    if (id !== undefined && one.interaction.source === null) return { message, id, asker: one.interaction.person };
  }
  return { message: null, id: '', asker: standIn.world.member };
}
