import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const State = z.object({
  etag: z.string().nullable().default(null),
  lastModified: z.string().nullable().default(null),
  /** When it is looked at next, in milliseconds since 1970. */
  nextAt: z.number().default(0),
  /** How often it has failed in a row. */
  failures: z.number().default(0),
  /** Why it failed last, null while it works. */
  problem: z.string().nullable().default(null),
  /** Addresses that have been dealt with, as `addressHash` has them, oldest first. */
  seen: z.array(z.string()).default([]),
  /** Addresses that could not be fetched for now, and how often it was tried. */
  trying: z.record(z.string(), z.number()).default({}),
});

/** What is remembered of one feed between looking at it. */
export type FeedState = z.infer<typeof State>;

export const newState = (): FeedState => State.parse({});

const fileIn = (dataDir: string): string => join(dataDir, 'feeds-seen.json');

/** What is remembered of each feed, by address. A file that is broken is as none: feeds are then looked at afresh. */
export function readStates(dataDir: string): Map<string, FeedState> {
  if (!existsSync(fileIn(dataDir))) return new Map();
  try {
    const read = z.record(z.string(), State).parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
    return new Map(Object.entries(read));
  } catch {
    return new Map();
  }
}

export function writeStates(dataDir: string, states: ReadonlyMap<string, FeedState>): void {
  const beside = `${fileIn(dataDir)}.new`;
  writeFileSync(beside, JSON.stringify(Object.fromEntries(states)), { flush: true });
  renameSync(beside, fileIn(dataDir));
}
