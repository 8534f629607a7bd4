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
