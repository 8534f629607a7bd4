import { expect } from 'vitest';
import type { Asked } from '../../src/playground/asked.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { wordsOf } from '../discord/bot.ts';

/** People who ask all the while something is going wrong. */
export interface Traffic {
  readonly asked: readonly Asked[];
  /** Asks on for so long. */
  during(ms: number): Promise<void>;
  /** Stops asking. Every question that reached the bot must then have its answer, and none two. */
  allAnswered(ms?: number): Promise<void>;
}

/** What is asked in turn, with words that its answer must hold. */
const QUESTIONS = [
  ['help', {}, '/met'],
  ['met', { person: 'Bogdanov' }, 'Bogdanov'],
  ['quote', { who: 'Lavrov' }, '“'],
  ['search', { text: 'Baghdad' }, 'Baghdad'],
  ['sources', {}, 'Sputnik'],
  ['summary', { about: 'joint centre in Baghdad' }, 'Understood as: summary'],
] as const;

/** Starts asking, every `everyMs` milliseconds, in the server and in direct messages. */
export function startTraffic(standIn: StandIn, everyMs = 150): Traffic {
  const { member, channel } = standIn.world;
  const asked: { readonly one: Asked; readonly expected: string }[] = [];
  const ask = () => {
    const [name, options, expected] = QUESTIONS[asked.length % QUESTIONS.length] ?? QUESTIONS[0];
    const one = standIn.slash(member, asked.length % 2 === 0 ? channel : 'dm', name, options);
    asked.push({ one, expected });
  };
  ask();
  const timer = setInterval(ask, everyMs);
  return {
    get asked() {
      return asked.map(({ one }) => one);
    },
    during: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    async allAnswered(ms = 30_000) {
      clearInterval(timer);
      const heard = asked.filter(({ one }) => one.interaction.heard);
      expect(heard.length).toBeGreaterThan(0);
      for (const { one, expected } of heard) expect(wordsOf(await one.answered(ms))).toContain(expected);
      expect(answeredTwice(standIn)).toEqual([]);
      expect(standIn.wrongs()).toEqual([]);
    },
  };
}

/** The questions that were given more than one answer: acknowledged again by the bot's own doing, edited or followed up. */
export function answeredTwice(standIn: StandIn): string[] {
  const carriedOut = standIn.requests.filter(({ status }) => status >= 200 && status < 300);
  return [...standIn.interactions.values()].flatMap(({ id, token, what, followUps }) => {
    const count = (method: string, path: string) =>
      carriedOut.filter((one) => one.method === method && decodeURIComponent(one.path).includes(path)).length;
    const acknowledged = count('POST', `/interactions/${id}/`);
    const edited = count('PATCH', `/${token}/messages/@original`);
    const lost = standIn.requests.filter(({ path, status }) => path.includes(token) && status === 0).length;
    return acknowledged > 1 || edited > 1 + lost || followUps.length > 0
      ? [`${what}: ${acknowledged} acknowledgements, ${edited} edits, ${followUps.length} follow-ups`]
      : [];
  });
}
