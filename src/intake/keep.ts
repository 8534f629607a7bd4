import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import anyAscii from 'any-ascii';
import type { Article } from '../corpus/article.ts';
import { domainOf } from '../corpus/outlets.ts';
import type { GivenFile } from './sources.ts';

/** What is to stand in the articles folder. */
export interface Keepsake {
  /** Its path there without an extension, parted by "/". */
  readonly stem: string;
  readonly content: string;
  readonly original: GivenFile | null;
}

/** Where an article goes: "2015/coastherald-ferry-sails-again". Letters, digits and dashes alone, whatever it is called. */
export function stemFor(article: Pick<Article, 'published' | 'outlet' | 'headline' | 'url'>): string {
  const year = /^\d{4}/.exec(article.published?.date ?? '')?.[0] ?? 'undated';
  const site = (article.url && domainOf(article.url)?.split('.').slice(0, -1).join('-')) || article.outlet.name;
  return `${year}/${pathWord(`${pathWord(site, 24)}-${pathWord(article.headline ?? 'untitled', 60)}`, 90)}`;
}

/** Any words as part of a path. */
export function pathWord(words: string, longest: number): string {
  const plain = anyAscii(words.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return plain || 'x';
}

/**
 * Writes an article into the articles folder, and what it was made of beside it ("name_files/", which is not read as
 * articles). It appears whole or not at all, and never in place of another: where the name is taken, a number follows it.
 * Returns its path in the folder.
 */
export async function keepArticle(articlesDir: string, { stem, content, original }: Keepsake): Promise<string> {
  const folder = join(articlesDir, dirname(stem));
  await mkdir(folder, { recursive: true });
  const beside = join(folder, `.${randomBytes(8).toString('hex')}.new`);
  await writeFile(beside, content, { flush: true, flag: 'wx' });
  try {
    for (let number = 1; ; number++) {
      const name = basename(stem) + (number === 1 ? '' : `-${number}`);
      if (isTaken(folder, name)) continue;
      try {
        await link(beside, join(folder, `${name}.md`));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue;
        throw error;
      }
      if (original) await keepOriginal(join(folder, `${name}_files`), original);
      return join(dirname(stem), `${name}.md`).split('\\').join('/');
    }
  } finally {
    await rm(beside, { force: true });
  }
}

/** A name is taken where any file has it: two files of one name would be one article to the archive. */
const isTaken = (folder: string, name: string): boolean =>
  ['.md', '.txt', '.html', '.htm', '.json', '.jsonl', '_files'].some((end) => existsSync(join(folder, name + end)));

async function keepOriginal(folder: string, { name, bytes }: GivenFile): Promise<void> {
  await mkdir(folder, { recursive: true });
  const extension = /^\.[a-z0-9]{1,8}$/.exec(extname(name).toLowerCase())?.[0] ?? '.bin';
  await writeFile(join(folder, `original${extension}`), bytes, { flag: 'wx', flush: true });
}
