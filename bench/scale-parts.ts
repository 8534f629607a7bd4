import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Times } from './scale-measure.ts';

/** What one process measures of one size. */
export interface Figures {
  readonly [name: string]: number | Times;
}

/** What is measured, and the program that does; each part is run in a process of its own, so that none pays for another's memory. */
export const PROGRAMS = {
  fts5: 'scale-peers.js',
  minisearch: 'scale-peers.js',
  build: 'scale-size.js',
  serve: 'scale-size.js',
  apart: 'scale-size.js',
  change: 'scale-size.js',
  reindex: 'scale-size.js',
} as const;

export type Part = keyof typeof PROGRAMS;

/** Where the articles and the archive of one size stand. */
export const folderOf = (size: number): string => resolve('var/scale', String(size));

/** Measures the part that the command line names, and prints its figures as JSON. */
export async function runPart(
  parts: Partial<Record<Part, (size: number, corpus: string) => Promise<Figures>>>,
): Promise<void> {
  const [part, size, corpus] = process.argv.slice(2);
  const measure = parts[part as Part]; // null where it is none of them
  if (!measure || !corpus || !existsSync(corpus)) throw new Error('This is started by bench/scale.ts.');
  process.stdout.write(`${JSON.stringify(await measure(Number(size), corpus))}\n`);
}
