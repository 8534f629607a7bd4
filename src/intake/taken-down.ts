import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FileWrong } from '../project/file-wrong.ts';
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
  const read = (): string[] => {
    if (!existsSync(file)) return [];
    try {
      return z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // Taken for empty, it would let feeds bring back what was taken down.
      throw new FileWrong(`${file} is broken: it must be a list of strings in JSON. Restore it from a backup.`);
    }
  };
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
