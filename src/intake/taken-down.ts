import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bareUrl } from './canonical-url.ts';

/** The addresses of articles that an admin took down: no feed brings them back. Kept as hashes, for they tell what was in them. */
export interface TakenDown {
  has(url: string): boolean;
  add(url: string): void;
  /** Somebody adds it again by hand. */
  remove(url: string): void;
}

export function openTakenDown(dataDir: string): TakenDown {
  const file = join(dataDir, 'taken-down.json');
  const read = (): string[] =>
    existsSync(file) ? z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const write = (hashes: readonly string[]): void => {
    writeFileSync(`${file}.new`, JSON.stringify(hashes), { flush: true });
    renameSync(`${file}.new`, file);
  };
  const without = (url: string): string[] => read().filter((hash) => hash !== addressHash(url));
  return {
    has: (url) => read().includes(addressHash(url)),
    add: (url) => write([...without(url), addressHash(url)]),
    remove(url) {
      if (read().includes(addressHash(url))) write(without(url));
    },
  };
}

/** Names an address without giving it away. */
export const addressHash = (url: string): string =>
  createHash('sha256').update(bareUrl(url)).digest('hex').slice(0, 24);
