import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** How long something took, in milliseconds: half of the times at most, and 99 in 100. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
}

/** Does the work for each item, one after another, and times each. */
export async function timed<T>(items: readonly T[], work: (item: T) => unknown): Promise<Times> {
  const times: number[] = [];
  for (const item of items) {
    const start = performance.now();
    await work(item);
    times.push(performance.now() - start);
    // Lets whatever waits go on, as a bot does between two questions.
    await wait(0);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), mean: times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length) };
}

/** How late timers of this thread come while the work goes on, 99 in 100, in milliseconds. */
export async function eventLoopDelay(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await work();
  delay.disable();
  return delay.percentile(99) / 1e6;
}

/** Bytes of all files below a folder. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size))
    .reduce((sum, size) => sum + size, 0);
}

export const residentMB = (): number => process.memoryUsage().rss / 1e6;

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
