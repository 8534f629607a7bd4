import { boundedCache } from '../../text/bounded-cache.ts';

/** So many at once, and then so many a second. */
interface Allowance {
  readonly atOnce: number;
  readonly aSecond: number;
}

const PERSON: Allowance = { atOnce: 60, aSecond: 2 };
const SERVER: Allowance = { atOnce: 100, aSecond: 20 };
/** Completions come with every letter somebody types. */
const COMPLETIONS: Allowance = { atOnce: 40, aSecond: 10 };
/** A message for each message of a flood would be a flood too. */
const NOTICES: Allowance = { atOnce: 1, aSecond: 1 / 30 };

/** How much one person and one server may ask, so that nobody's flood slows everybody else's answers. */
export interface Limits {
  /** Takes a question off what they may ask; how many seconds they have to wait where they may not, else 0. */
  secondsToWait(person: string, server: string | null): number;
  /** The same for the choices shown while somebody types. */
  mayComplete(person: string): boolean;
  /** Whether somebody who gets no answer to a message in a channel is to be given the reason: not again if that was lately. */
  mayNotify(person: string, channel: string): boolean;
}

export function openLimits(now: () => number = () => performance.now()): Limits {
  const people = buckets(PERSON, now);
  const servers = buckets(SERVER, now);
  const completing = buckets(COMPLETIONS, now);
  const notices = buckets(NOTICES, now);
  return {
    secondsToWait: (person, server) => people(person) || (server === null ? 0 : servers(server)),
    mayComplete: (person) => completing(person) === 0,
    mayNotify: (person, channel) => notices(`${person} ${channel}`) === 0,
  };
}

const MOST_BUCKETS = 10_000;

/** A token bucket for each id; gives the seconds until the next token, 0 where one was there and is taken. */
function buckets({ atOnce, aSecond }: Allowance, now: () => number): (id: string) => number {
  const filled = boundedCache<string, { readonly tokens: number; readonly at: number }>(MOST_BUCKETS);
  return (id) => {
    const at = now();
    const before = filled.get(id);
    const tokens =
      before === undefined ? atOnce : Math.min(atOnce, before.tokens + ((at - before.at) / 1000) * aSecond);
    filled.set(id, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / aSecond);
  };
}
