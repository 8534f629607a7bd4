// Whom "he" and "she" mean in polnear's direct quotations: evaluation/pronouns-checked.tsv, for every quotation of polnear.dev and of
// four ninths of polnear.train. polnear itself only has a machine's guess (`speaker_silver`), which is wrong for half of them:
// "Mr. President", "Parisian", "the real estate magnate". Each line was read in its place wherever our reading and that guess
// disagreed; where the two agree, they were believed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../src/project/folder.ts';

/** For each article, the person whom the pronoun at each position means. */
export function checkedPronouns(part: 'train' | 'dev'): Map<string, Map<number, string>> {
  const checked = new Map<string, Map<number, string>>();
  const [, ...lines] = readFileSync(join(projectFolder, 'evaluation/pronouns-checked.tsv'), 'utf8').trim().split('\n');
  for (const line of lines) {
    const [where, article = '', at, person = ''] = line.split('\t');
    if (where !== part) continue;
    const inArticle = checked.get(article) ?? new Map<number, string>();
    checked.set(article, inArticle.set(Number(at), person));
  }
  return checked;
}
