// Whom nominals ("the president", "his colleague") mean in 34 articles of desk and politics: nominals-checked.tsv, read in their
// places; "-" where it is nobody whom the article names. `at` is where the noun itself starts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project/folder.ts';
import { referentOf } from '../../src/reading/coreference/coreference.ts';
import { resolveMentions } from '../../src/reading/coreference/resolve.ts';
import type { ReadingModels } from '../../src/reading/models.ts';
import { nameReading } from '../../src/reading/read.ts';
import { sameSpeaker } from '../quotation-scores.ts';

interface Article {
  readonly id: string;
  readonly text: string;
  readonly headline: string | null;
}

/** Prints how many are resolved, rightly and wrongly; `folder` has the two archives. */
export function printCheckedNominals(folder: string, models: ReadingModels, showWrong: boolean): void {
  const [, ...lines] = readFileSync(join(projectFolder, 'evaluation/coreference/nominals-checked.tsv'), 'utf8')
    .trim()
    .split('\n');
  let [right, wrong, named] = [0, 0, 0];
  for (const set of ['desk', 'politics']) {
    const articles = readFileSync(join(folder, 'data', set, 'articles.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const byId = new Map(
      articles.map((line) => {
        // The form of these files is explained beside them.
        const article = JSON.parse(line) as Article;
        return [article.id, article];
      }),
    );
    for (const line of lines) {
      const [where, id = '', at, means = '-'] = line.split('\t');
      const article = where === set ? byId.get(id) : undefined;
      if (!article) continue;
      const document = nameReading({ text: article.text, published: null, headline: article.headline }, models);
      const coreference = resolveMentions(document);
      const anaphor = coreference.anaphors.find(({ head }) => head.start === Number(at));
      const found = anaphor ? referentOf(coreference, anaphor) : null;
      const name = found?.entities.map((entity) => document.entities[entity]?.name).join(' + ');
      if (means !== '-') named++;
      if (name === undefined) continue;
      if (means !== '-' && sameSpeaker(means, name)) right++;
      else {
        wrong++;
        if (showWrong) console.log(`\n${id} ${at}: → ${name}; right: ${means}`);
      }
    }
  }
  console.log(
    `\nchecked nominals: ${named} named, ${lines.length - named} not; resolved rightly ${right}, wrongly ${wrong}`,
  );
}
