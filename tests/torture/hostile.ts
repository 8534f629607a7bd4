import { setTimeout as wait } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import type { Interacted } from '../../src/stand-in/asked.ts';
import type { StandIn } from '../../src/stand-in/stand-in.ts';
import { crowd } from '../support/crowd.ts';
import { buttonsOf, wordsOf } from '../support/messages.ts';
import { readOpenApi } from '../support/openapi.ts';
import type { RunningProgram } from '../support/program.ts';
import { seeded } from '../support/seeded.ts';
import { inputFromSchemas } from './input-from-schemas.ts';
import { type Input, madeUpInput } from './input-made-up.ts';

/** What could harm whoever reads it, left standing in an answer. */
const LIVE =
  /@everyone|@here|<@&?\d|<#\d|<\/\w+:\d|\]\(https?:\/\/evil|https?:\/\/evil|discord\.gg|[\u202a-\u202e\u200b]/;

/** The words as Discord's markdown reads them: what a backslash disarms is gone. */
const live = (markdown: string): string => markdown.replaceAll(/\\[^0-9A-Za-z\s]/g, '');

const AT_ONCE = 20;
const PEOPLE = 400;
/** So many buttons of earlier answers are pressed again, by anybody. */
const MOST_IDS = 500;

/** Of the others, so many made the library throw. */
export const UNREADABLE = 'of them unreadable to the library, told so';

export interface Fuzzed {
  /** What went wrong, one line each. */
  readonly wrongs: readonly string[];
  /** How much of each kind was sent. */
  readonly sent: ReadonlyMap<string, number>;
}

/**
 * Sends `number` interactions filled with what nobody should send: half made up, half (where there is a copy of Discord's
 * description) generated from its schemas; the same ones for the same seed. Each must be acknowledged, none may be a fault of
 * the bot's, and no answer may carry harm on.
 */
export async function fuzz(standIn: StandIn, bot: RunningProgram, number: number, seed: number): Promise<Fuzzed> {
  const random = seeded(seed);
  const people = [...crowd(standIn, PEOPLE), standIn.world.serverOwner];
  const openApi = readOpenApi();
  const generated = openApi === null ? null : inputFromSchemas(standIn, people, openApi, random);
  const idsSeen: string[] = [];
  const next = (): Input =>
    generated !== null && random() < 0.5 ? generated() : madeUpInput(standIn, people, idsSeen, random);

  const wrongs: string[] = [];
  const sent = new Map<string, number>();
  for (let done = 0; done < number; done += AT_ONCE) {
    const before = bot.output().length;
    const batch = Array.from({ length: Math.min(AT_ONCE, number - done) }, next);
    for (const { is } of batch) sent.set(is, (sent.get(is) ?? 0) + 1);
    wrongs.push(...(await Promise.all(batch.map(({ asked, input }) => harmOf(asked, input)))).flat());
    const lines = bot.output().slice(before).split('\n');
    wrongs.push(...lines.filter((line) => /"event":"(?:failed|uncaughtException|could not notify)"/.test(line)));
    // What the library can't read it throws away with an error; that is no wrong where whoever asked was told so.
    const unreadable = lines.filter((line) => line.includes('"event":"unreadable"')).length;
    const rejected = lines.filter((line) => line.includes('"event":"unhandledRejection"'));
    if (rejected.length > unreadable) wrongs.push(...rejected);
    if (unreadable > 0) sent.set(UNREADABLE, (sent.get(UNREADABLE) ?? 0) + unreadable);
    for (const message of standIn.world.messages.values()) idsSeen.push(...buttonsOf(message));
    idsSeen.splice(0, idsSeen.length - MOST_IDS);
    standIn.forgetOld();
    if (bot.hasEnded()) return { wrongs: [...wrongs, `the bot ended:\n${bot.output().slice(-2000)}`], sent };
  }
  return { wrongs: [...wrongs, ...standIn.wrongs()], sent };
}

async function harmOf(asked: Interacted, input: string): Promise<string[]> {
  try {
    const { kind } = await asked.acknowledged();
    if (kind === 'choices' || kind === 'modal') return [];
    const message = await answerTo(asked);
    const words = wordsOf(message);
    return LIVE.test(live(words)) ? [`${input}: carried on in ${JSON.stringify(words)}`] : [];
  } catch (error) {
    return [`${input}: ${error instanceof Error ? error.message : error}`];
  }
}

/** Drawing takes its time on a busy machine. */
const LONGEST_MS = 20_000;

/** The answer, or, where a button is not known, what is said beside its message, which stays as it is. */
async function answerTo(asked: Interacted): Promise<APIMessage> {
  let over = false;
  const beside = async () => {
    for (;;) {
      const [message] = asked.followUps();
      if (message !== undefined || over) return message ?? Promise.reject(new Error('nothing was said beside it'));
      await wait(20);
    }
  };
  const answered = asked.answered(LONGEST_MS).finally(() => {
    over = true;
  });
  return Promise.any([answered, beside()]).catch((error: AggregateError) => Promise.reject(error.errors[0]));
}
