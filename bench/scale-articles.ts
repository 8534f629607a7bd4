import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** An article of the load corpus. */
export interface LoadArticle {
  readonly id: string;
  readonly headline: string;
  readonly body: string;
  readonly [field: string]: unknown;
}

/** The first `count` articles of a .jsonl file. */
export async function loadArticles(file: string, count: number): Promise<LoadArticle[]> {
  const articles: LoadArticle[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim() !== '' && articles.push(JSON.parse(line)) >= count) break;
  }
  if (articles.length < count) {
    throw new Error(`${file} holds ${articles.length} articles; make more with npm run bench:corpus`);
  }
  return articles;
}

const IN_A_FOLDER = 1000;

/** Where the articles' files stand in `folder`, as a person would keep them: a file each, a thousand to a folder. */
export const fileOf = (folder: string, at: number): string =>
  join(folder, String(Math.floor(at / IN_A_FOLDER)).padStart(4, '0'), `${String(at).padStart(6, '0')}.json`);

/** Writes each article as a file of its own, unless they stand there already. */
export function writeArticles(folder: string, articles: readonly LoadArticle[]): void {
  const done = join(folder, `.${articles.length}`);
  if (existsSync(done)) return;
  articles.forEach(({ id: _id, ...article }, at) => {
    if (at % IN_A_FOLDER === 0) mkdirSync(join(fileOf(folder, at), '..'), { recursive: true });
    writeFileSync(fileOf(folder, at), JSON.stringify(article));
  });
  writeFileSync(done, '');
}
