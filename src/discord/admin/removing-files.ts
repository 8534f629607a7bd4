import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotUnderstood } from '../../answers/command.ts';
import type { Article } from '../../corpus/article.ts';
import type { Folders } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';

/**
 * Takes an article's file out of the articles folder, with what lies beside it ("name_files/"); of a file with many
 * articles, only the one. Moved into the data folder, or destroyed `forever`; where it now lies, null where nowhere.
 */
export async function takeDown(
  { id, file }: Pick<Article, 'id' | 'file'>,
  folders: Folders,
  forever: boolean,
  words: BotWords,
): Promise<string | null> {
  const path = join(folders.articles, file);
  const aside = join(folders.data, 'removed', new Date().toISOString().replace(/[:.]/g, '-'), file);
  try {
    if (!forever) await mkdir(dirname(aside), { recursive: true });
    const entry = id.slice(file.replace(/\.[^.]+$/, '').length + 1);
    if (entry !== '') return await takeEntry(path, entry, forever ? null : aside, words);
    const beside = file.replace(/\.[^.]+$/, '_files');
    if (!forever) await cp(path, aside);
    if (existsSync(join(folders.articles, beside))) {
      if (!forever)
        await cp(join(folders.articles, beside), join(dirname(aside), beside.split('/').at(-1) ?? ''), {
          recursive: true,
        });
      await rm(join(folders.articles, beside), { recursive: true });
    }
    await rm(path);
    return forever ? null : aside;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    throw new NotUnderstood(
      words.say(
        'The article is still there: its file {file} can’t be removed ({code}). The bot must be allowed to write there.',
        { file, code },
      ),
    );
  }
}

/** Takes one article out of a .json or .jsonl file. The others keep their place, by which those without an id are named. */
async function takeEntry(path: string, entry: string, aside: string | null, words: BotWords): Promise<string | null> {
  const content = await readFile(path, 'utf8');
  const isLines = /l$/i.test(path);
  const values = isLines
    ? content.split(/\r\n|\n|\r/)
    : (JSON.parse(content) as unknown[]).map((one) => JSON.stringify(one));
  const at = values.findIndex((json, index) => idIn(json, index) === entry);
  const taken = values[at];
  if (taken === undefined)
    throw new NotUnderstood(words.say('The article’s file has changed meanwhile: reindex, then try again.'));
  const keptAt = aside && `${aside}#${entry.replace(/[^\w.-]/g, '_')}.json`;
  if (keptAt) await writeFile(keptAt, `${taken}\n`, { flush: true });
  const left = isLines ? values.with(at, '').join('\n') : withoutEntry(values, at);
  await writeFile(`${path}.new`, left, { flush: true });
  await rename(`${path}.new`, path);
  return keptAt;
}

/** The id that the article of this entry has: its own, else its position. */
function idIn(json: string, index: number): string | null {
  try {
    const { id } = JSON.parse(json) as { id?: unknown };
    const own = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
    return own || String(index + 1);
  } catch {
    return null; // Blank, or not read as an article either.
  }
}

function withoutEntry(values: readonly string[], at: number): string {
  const entries = values.map((json, index) => ({ id: idIn(json, index), ...(JSON.parse(json) as object) }));
  return `${JSON.stringify(entries.toSpliced(at, 1), null, 2)}\n`;
}
