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

/** The questions with more than one answer: acknowledged twice, edited into something else, or followed up. */
export function answeredTwice(standIn: StandIn): string[] {
  const carriedOut = standIn.requests.filter(({ status }) => status >= 200 && status < 300);
  return [...standIn.interactions.values()].flatMap(({ id, token, what, followUps }) => {
    const acknowledged = carriedOut.filter(({ path }) => path.startsWith(`/interactions/${id}/`)).length;
    // The same edit is sent again where its confirmation got lost: that shows nothing twice.
    const edits = carriedOut.filter(({ method, path }) => method === 'PATCH' && path.includes(`/${token}/`));
    const different = new Set(edits.map(({ body }) => JSON.stringify(body))).size;
    return acknowledged > 1 || different > 1 || followUps.length > 0
      ? [`${what}: ${acknowledged} acknowledgements, ${different} edits, ${followUps.length} follow-ups`]
      : [];
  });
}
