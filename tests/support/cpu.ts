/**
 * How many milliseconds this process computed while `work` ran, whatever else the machine was busy with: a clock on the wall
 * would count that too.
 */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What takes less than this, in milliseconds, may take several times as long by chance. */
const NOTHING = 40;

/**
 * How many times as much this process computes for a text of `length` as for a quarter of it: about 4 where time grows with
 * the length, about 16 where it grows with its square. Less than 9 is linear, also on a busy machine.
 */
export function growth<Made>(length: number, make: (length: number) => Made, work: (made: Made) => unknown): number {
  const [quarter, whole] = [make(length / 4), make(length)];
  const took = (made: Made): number => {
    const before = process.cpuUsage();
    work(made);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  took(make(length / 8)); // The first time it is compiled, too.
  return took(whole) / Math.max(NOTHING, took(quarter));
}

/** What `growth` gives at most where time grows with the length. */
export const LINEAR = 9;
