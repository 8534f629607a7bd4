import { boundedCache } from '../text/bounded-cache.ts';

/** One question at a time, and whose is next. */
export interface FairTurns {
  /**
   * Does the work when it is this person's turn, and gives what comes of it; `work` says what it cost. Next is always somebody for whom the
   * least was done so far: who asks one question waits for none of another's fifty, and who asks dear ones waits longer.
   */
  take<T>(person: string, work: () => Promise<Done<T>>): Promise<T>;
}

/** What came of a turn, and its cost, in units of work. */
export interface Done<T> {
  readonly result: T;
  readonly spent: number;
}

/** LRU capacity, in people. */
const MOST_PEOPLE = 10_000;
/** What every turn costs besides: looking up, sending. */
const TURN = 1000;

/** Start-time fair queueing (Goyal, Vin and Cheng, 1996): a question starts, by its asker's count of work, where their last one ended. */
export function fairTurns(): FairTurns {
  const waiting: { readonly person: string; readonly start: () => Promise<number> }[] = [];
  const ends = boundedCache<string, number>(MOST_PEOPLE);
  /** By the same count: where the question that is being answered started. Who was away gains nothing by it. */
  let now = 0;
  let isBusy = false;

  const startOf = (person: string): number => Math.max(now, ends.get(person) ?? 0);

  async function next(): Promise<void> {
    isBusy = true;
    // What has arrived meanwhile takes part in choosing.
    await new Promise(setImmediate);
    let [first] = waiting;
    for (const one of waiting) if (first && startOf(one.person) < startOf(first.person)) first = one;
    if (first === undefined) {
      isBusy = false;
      return;
    }
    waiting.splice(waiting.indexOf(first), 1);
    now = startOf(first.person);
    ends.set(first.person, now + TURN + (await first.start()));
    void next();
  }

  return {
    take: (person, work) =>
      new Promise((resolve, reject) => {
        const start = async (): Promise<number> => {
          try {
            const { result, spent } = await work();
            resolve(result);
            return spent;
          } catch (error) {
            reject(error);
            return 0;
          }
        };
        waiting.push({ person, start });
        if (!isBusy) void next();
      }),
  };
}
