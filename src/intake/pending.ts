import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleDraft } from './draft.ts';

/** Drafts that were shown and wait for a word, kept in files so that their buttons work after a restart. */
export interface PendingDrafts {
  /** Puts drafts away, and returns the name they are found by; under the same name where they had one. */
  put(drafts: readonly ArticleDraft[], name?: string): string;
  /** Null where they are gone: kept, discarded, or too old. */
  get(name: string): readonly ArticleDraft[] | null;
  drop(name: string): void;
  /** Drops whatever holds such a draft. */
  dropWhere(isMeant: (draft: ArticleDraft) => boolean): void;
}

const FORGOTTEN_AFTER = 7 * 86_400_000;
const NAME = /^[0-9a-f]{16}$/;

/** Opens the folder of pending drafts in DATA_DIR, and clears away what nobody decided on for a week. */
export function openPending(dataDir: string): PendingDrafts {
  const folder = join(dataDir, 'pending');
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) {
    if (Date.now() - statSync(join(folder, file)).mtimeMs > FORGOTTEN_AFTER)
      rmSync(join(folder, file), { force: true });
  }
  const fileOf = (name: string) => join(folder, `${name}.json`);
  const pending: PendingDrafts = {
    put(drafts, name = randomBytes(8).toString('hex')) {
      const beside = join(folder, `.${randomBytes(4).toString('hex')}.new`);
      writeFileSync(beside, JSON.stringify(drafts.map(packed)));
      renameSync(beside, fileOf(name));
      return name;
    },
    get(name) {
      if (!NAME.test(name)) return null;
      try {
        // Written by `put`, and by nobody else.
        return (JSON.parse(readFileSync(fileOf(name), 'utf8')) as Packed[]).map(unpacked);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    drop(name) {
      if (NAME.test(name)) rmSync(fileOf(name), { force: true });
    },
    dropWhere(isMeant) {
      for (const file of readdirSync(folder)) {
        const name = file.replace(/\.json$/, '');
        if (pending.get(name)?.some(isMeant)) pending.drop(name);
      }
    },
  };
  return pending;
}

type Packed = Omit<ArticleDraft, 'original'> & {
  readonly original: { readonly name: string; readonly base64: string } | null;
};

const packed = ({ original, ...draft }: ArticleDraft): Packed => ({
  ...draft,
  original: original && { name: original.name, base64: Buffer.from(original.bytes).toString('base64') },
});

const unpacked = ({ original, ...draft }: Packed): ArticleDraft => ({
  ...draft,
  original: original && { name: original.name, bytes: Buffer.from(original.base64, 'base64') },
});
