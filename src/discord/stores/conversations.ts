import type { Question } from '../../answers/question.ts';
import { boundedCache } from '../../text/bounded-cache.ts';

/** What somebody last asked in a channel, for as long as they may go on with it: in memory alone. */
export interface Conversations {
  last(person: string, channel: string): Question | null;
  remember(person: string, channel: string, question: Question): void;
  isRemembered(person: string): boolean;
  forgetPerson(person: string): void;
}

const REMEMBERED_MS = 10 * 60 * 1000;
/** LRU capacity, in people. */
const MOST_PEOPLE = 5000;

interface Last {
  readonly channel: string;
  readonly question: Question;
  readonly at: number;
}

/** Of each person the last question in one channel: who goes elsewhere begins anew. */
export function openConversations(now: () => number = () => performance.now()): Conversations {
  const ofPeople = boundedCache<string, Last | null>(MOST_PEOPLE);
  return {
    last(person, channel) {
      const last = ofPeople.get(person);
      return last && last.channel === channel && now() - last.at < REMEMBERED_MS ? last.question : null;
    },
    remember: (person, channel, question) => ofPeople.set(person, { channel, question, at: now() }),
    isRemembered: (person) => {
      const last = ofPeople.get(person);
      return last != null && now() - last.at < REMEMBERED_MS;
    },
    forgetPerson: (person) => ofPeople.set(person, null),
  };
}
