import type { Interacted, Said } from '../../src/stand-in/asked.ts';
import type { DriveChannel } from '../../src/stand-in/drive.ts';
import type { StandIn } from '../../src/stand-in/stand-in.ts';
import type { Person } from '../../src/stand-in/world.ts';
import { crowd } from './crowd.ts';
import { buttonsOf, wordsOf } from './messages.ts';
import { seeded } from './seeded.ts';

/** People who ask all the while something is going wrong. */
export interface Traffic {
  /** Everything asked by command, completion or button so far. */
  readonly asked: readonly Interacted[];
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
  ['summary', { about: 'joint centre in Baghdad' }, 'Joint centre in Baghdad'],
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
  const asked: { readonly one: Interacted; readonly expected: string | null }[] = [];
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
  // A timer that comes late asks what is due by now: the rate holds, be it in bursts.
  const begun = performance.now();
  let due = 0;
  const timer = setInterval(() => {
    for (; due < (performance.now() - begun) / everyMs; due++) ask();
  }, everyMs);
  return {
    get asked() {
      return asked.map(({ one }) => one);
    },
    during: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    async settled(ms = 60_000) {
      clearInterval(timer);
      const wrongs: string[] = [];
      let lostByDiscord = 0;
      const sent = requestsByPart(standIn);
      // Counting holds up this process, which is Discord's too: it begins when all that was asked is over.
      for (const { one } of asked) {
        // Later than this Discord takes no acknowledgement, and slow requests are over.
        while (one.interaction.delivered && one.interaction.acknowledgement === null && ageOf(one) < 8000) {
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
      const settle = async ({ one, expected }: (typeof asked)[number]) => {
        if (couldNotBeAnswered(one, sent())) lostByDiscord++;
        else wrongs.push(...(await wrongsOf(one, expected, ms)));
      };
      await Promise.all(asked.map(settle));
      const settleSaid = async (one: (typeof said)[number]) => {
        if (!one.delivered) {
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
      const all = sent();
      wrongs.push(...asked.flatMap(({ one }) => answeredTwice(one, all)));
      return { asked: asked.length + said.length, wrongs: [...wrongs, ...standIn.wrongs()], lostByDiscord };
    },
  };
}

export interface TrafficOptions {
  readonly everyMs?: number;
  readonly seed?: number;
  /** Who asks, in turn. */
  readonly people?: readonly Person[];
  readonly places?: readonly DriveChannel[];
}

const ageOf = ({ interaction }: Interacted): number => Date.now() - interaction.sentAt;

async function wrongsOf(one: Interacted, expected: string | null, ms: number): Promise<string[]> {
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

/** Requests by the parts of their paths: what was sent of an interaction is found by its id, and by its token. */
type RequestsByPart = ReadonlyMap<string, readonly StandIn['requests'][number][]>;

/** Kept up to date, and sorted once: tens of thousands of questions look into it. */
function requestsByPart(standIn: StandIn): () => RequestsByPart {
  const sorted = new Map<string, StandIn['requests'][number][]>();
  let done = 0;
  return () => {
    for (; done < standIn.requests.length; done++) {
      const request = standIn.requests[done];
      for (const part of new Set(request?.path.split('/'))) {
        const same = sorted.get(part);
        if (request && same) same.push(request);
        else if (request) sorted.set(part, [request]);
      }
    }
    return sorted;
  };
}

/** Not heard by any session; or the bot tried to acknowledge it, and Discord did not let it. */
function couldNotBeAnswered({ interaction }: Interacted, sent: RequestsByPart): boolean {
  if (!interaction.delivered) return true;
  return sent.has(interaction.id) && interaction.acknowledgement === null;
}

/** Is there more than one answer to a question: acknowledged twice, edited into something else, or followed up? */
function answeredTwice({ interaction: { id, token, what, followUps } }: Interacted, sent: RequestsByPart): string[] {
  const carriedOut = (part: string) => (sent.get(part) ?? []).filter(({ status }) => status >= 200 && status < 300);
  const acknowledged = carriedOut(id).filter(({ path }) => path.startsWith(`/interactions/${id}/`)).length;
  // The same edit is sent again where its confirmation got lost: that shows nothing twice.
  const edits = carriedOut(token).filter(({ method }) => method === 'PATCH');
  const different = new Set(edits.map(({ body }) => JSON.stringify(body))).size;
  return acknowledged > 1 || different > 1 || followUps.length > 0
    ? [`${what}: ${acknowledged} acknowledgements, ${different} edits, ${followUps.length} follow-ups`]
    : [];
}

/** The latest answer with a button that leads to its second page. */
function lastPaged(standIn: StandIn, asked: readonly { readonly one: Interacted }[]) {
  for (const { one } of asked.slice(-40).reverse()) {
    const message = standIn.world.messages.get(one.interaction.original ?? '');
    if (message === undefined || one.interaction.awaiting) continue;
    const id = buttonsOf(message).find((button) => button.startsWith('page:1:'));
    if (id !== undefined && one.interaction.source === null) return { message, id, asker: one.interaction.person };
  }
  return { message: null, id: '', asker: standIn.world.member };
}
