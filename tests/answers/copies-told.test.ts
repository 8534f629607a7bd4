import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerQuestion } from '../../commands/index.ts';
import { plainText } from '../../src/answers/plain.ts';
import { type Keeper, openArchive } from '../../src/archive/keeper.ts';
import { dayOf } from '../../src/text/edtf.ts';

// One agency's story in two papers, and a report of a third's own.

const STORY = [
  'Foreign Minister Ada Berg met her counterpart Omar Nadir in Geneva on Friday to talk about the border crossings that have been shut since spring.',
  '“There is trust between the two of us, and there will be more of it before the winter,” Berg said after the talks.',
  'The talks went on for more than three hours in a hotel by the lake, while reporters waited outside in the rain.',
].join('\n\n');
const OWN =
  'Berg and Nadir have met at last. Foreign Minister Ada Berg met Omar Nadir in Geneva on Friday, our correspondent saw from the door of the hotel, where guards let nobody in all afternoon and a band played in the bar.';

let keeper: Keeper;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const articlesDir = join(folder, 'articles');
  mkdirSync(articlesDir);
  const put = (name: string, outlet: string, text: string) =>
    writeFileSync(join(articlesDir, name), `---\noutlet: ${outlet}\npublished: 2015-11-14\n---\n${text}\n`);
  put('a.md', 'The Morning Paper', STORY);
  put('b.md', 'The Evening Paper', STORY.replace('between', 'among'));
  put('c.md', 'The Weekly', OWN);
  keeper = await openArchive({
    articlesDir,
    dataDir: join(folder, 'var'),
    outletsFile: 'data/outlets.yaml',
    modelFile: 'data/names.model',
  });
});
afterAll(() => keeper.close());

test('a meeting told by copies of one text says that they are one source, and where a quotation has other words', async () => {
  const answer = await answerQuestion({ command: 'met', person: 'Ada Berg' }, keeper.archive, dayOf(new Date()));
  const words = plainText(answer);
  expect(words).toMatch(
    /The (Morning|Evening) Paper and The (Evening|Morning) Paper print one text: one source, not 2\./,
  );
  expect(words).toMatch(
    /Within a quotation The \w+ Paper has “(among|between)” where The \w+ Paper has “(between|among)”/,
  );
  expect(words).not.toMatch(/The Weekly[^.]* print one text/);
});
