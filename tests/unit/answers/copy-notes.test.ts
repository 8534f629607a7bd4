import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText } from '../../../src/answers/plain.ts';
import type { Question } from '../../../src/answers/question.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askQuestion } from '../../../src/remote/ask.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

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
  put(
    'd.md',
    'The Sunday',
    'Premier Tilda Holm opened the new bridge on Monday. “Nothing is dearer to this town than its river,” she told the crowd. “We have waited long for this day,” Holm said.',
  );
  put('c.md', 'The Weekly', OWN);
  keeper = await openArchiveHere({
    articlesDir,
    dataDir: join(folder, 'var'),
    outletsDir: 'data/outlets',
    modelsDir: 'data',
  });
});
afterAll(() => keeper.close());

const told = async (question: Question) => plainText(await askQuestion(question, keeper.archive)).replace(/\s+/g, ' ');

const ONE_TEXT = /The (Morning|Evening) Paper and The (Evening|Morning) Paper print one text: one source, not 2\./;
const OTHERWISE = /Within a quotation The \w+ Paper has “(among|between)” where The \w+ Paper has “(between|among)”/;

test('a meeting told by copies of one text says that they are one source, and where a quotation has other words', async () => {
  const words = await told({ command: 'met', person: 'Ada Berg' });
  expect(words).toMatch(/Reported by 3 articles, 2 sources\./);
  expect(words).toMatch(ONE_TEXT);
  expect(words).toMatch(OTHERWISE);
  expect(words).not.toMatch(/The Weekly[^.]* print one text/);
});

test('a quotation whose speaker is called "she" says that its speaker was inferred from that, one with a name does not', async () => {
  const words = await told({ command: 'quote', who: 'Tilda Holm' });
  expect(words).toContain('Nothing is dearer');
  expect(words).toContain('waited long');
  expect(words.match(/speaker inferred from “she”/gu)).toHaveLength(1);
  expect(words).not.toContain('inferred from “Holm”');
});

test('a sentence that copies have in the same words is told once, with a receipt from each', async () => {
  const { entries } = await askQuestion({ command: 'met', person: 'Ada Berg' }, keeper.archive);
  const sentences = entries.flatMap(({ body }) => body.flat()).flatMap((run) => (run.is === 'sentence' ? [run] : []));
  expect(sentences.filter(({ words }) => /border crossings/.test(words.text))).toHaveLength(1);
  expect(new Set(entries[0]?.citations.map(({ source }) => source)).size).toBe(3);
});

test('a quotation in copies of one text is one quotation, with what is otherwise in it', async () => {
  const words = await told({ command: 'quote', who: 'Ada Berg' });
  expect(words).toMatch(/^1 quotation/m);
  expect(words.match(/one source/g)).toHaveLength(1);
  expect(words).toMatch(OTHERWISE);
});

test('a search finds copies of one text as one source', async () => {
  const words = await told({ command: 'search', text: 'Berg Nadir Geneva' });
  expect(words).toMatch(/3 articles, 2 sources/);
  expect(words).toMatch(ONE_TEXT);
});

test('a comparison says which of the outlets print one text', async () => {
  expect(await told({ command: 'compare', about: 'Berg met Nadir in Geneva' })).toMatch(ONE_TEXT);
});
