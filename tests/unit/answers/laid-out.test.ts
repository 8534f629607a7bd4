import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { line, plainText } from '../../../src/answers/plain.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { askQuestion, askWords } from '../../../src/remote/ask.ts';
import type { Day } from '../../../src/text/edtf.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

// How answers are laid out, on made articles of three outlets and two years.

const ARTICLES: Readonly<Record<string, readonly [outlet: string, published: string, text: string]>> = {
  talks: [
    'The Morning Paper',
    '2015-11-14',
    'Foreign Minister Ada Berg met her counterpart Omar Nadir in Geneva on Friday to talk about the border crossings that have been shut since spring.\n\n' +
      '“There is trust between the two of us, and there will be more of it before the winter,” Berg said after the talks.\n\n' +
      'Berg called the talks “long and frank” and said that “nobody left the room angry”.\n\n' +
      '“We have opened the first crossing tonight,” Berg told reporters in the rain.',
  ],
  also: [
    'The Evening Paper',
    '2015-11-14',
    'Ada Berg, the foreign minister, and Omar Nadir met in Geneva on Friday. Reporters waited outside for three hours, and the hotel let nobody in.\n\n' +
      'Afterwards Berg spoke of the winter: “There is trust between the two of us, and there will be more of it before the winter,” she said.',
  ],
  later: [
    'The Weekly',
    '2017-04-03',
    'The border crossings at Varn were shut again on Sunday after a quarrel over fees. Lorries stood in a row of nine kilometres, and farmers poured away their milk.',
  ],
};

let keeper: Keeper;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-'));
  const articlesDir = join(folder, 'articles');
  mkdirSync(articlesDir);
  for (const [name, [outlet, published, text]] of Object.entries(ARTICLES))
    writeFileSync(join(articlesDir, `${name}.md`), `---\noutlet: ${outlet}\npublished: ${published}\n---\n${text}\n`);
  keeper = await openArchiveHere({
    articlesDir,
    dataDir: join(folder, 'var'),
    outletsDir: 'data/outlets',
    modelsDir: 'data',
  });
});
afterAll(() => keeper.close());

const quoted = () => askQuestion({ command: 'quote', who: 'Ada Berg' }, keeper.archive);

test('quotations stand together by occasion, and what two outlets have in the same words stands once', async () => {
  const { entries } = await quoted();
  const whole = entries.map(({ body }) => body.map(line).join('\n'));
  expect(whole.join('\n').match(/There is trust/g)).toHaveLength(1);
  expect(whole.join('\n')).toMatch(/The same in The (Morning|Evening) Paper\./);
  expect(entries.length).toBeLessThan(4);
});

test('a whole sentence comes before fragments, and a fragment has its sentence', async () => {
  const { entries } = await quoted();
  expect(entries[0]?.body.map(line).join('\n')).toContain('There is trust');
  const fragments = entries.flatMap(({ body }) => body.flat()).filter((run) => run.is === 'sentence');
  expect(fragments.some(({ words }) => words.text.startsWith('Berg called the talks'))).toBe(true);
});

test('a meeting says its status with a shape, and can be shown with all that was said there', async () => {
  const { entries } = await askQuestion({ command: 'met', person: 'Omar Nadir' }, keeper.archive);
  const [meeting] = entries;
  expect(line(meeting?.title ?? [])).toMatch(/· ● held$/);
  if (!meeting?.inFull) throw new Error('it cannot be shown in full');
  const whole = plainText(await askQuestion(meeting.inFull.question, keeper.archive));
  expect(whole).toContain('Ada Berg, the foreign minister, and Omar Nadir met in Geneva');
  expect(whole).toContain('There is trust between the two of us');
  expect(whole).toContain('We have opened the first crossing tonight');
});

test('a person’s card has posts, whom they met most, what they said lately and who tells of them', async () => {
  const answer = await askQuestion({ command: 'who', name: 'Berg' }, keeper.archive);
  const whole = plainText(answer);
  expect(answer.heading).toBe('Ada Berg');
  expect(whole).toMatch(/foreign minister, 14 November 2015/i);
  expect(whole).toMatch(/Most in The \w+ Paper \(1\), The \w+ Paper \(1\)\./);
  expect(whole).toContain('Met most\nOmar Nadir (1)');
  expect(whole).toContain('We have opened the first crossing tonight');
  for (const { citations } of answer.entries) expect(citations.length).toBeGreaterThan(0);
});

test('“who is …?” in plain words is the same card', async () => {
  const asked = await askWords('who is Ada Berg?', keeper.archive, '2026-11-21' as Day);
  expect(asked.heading).toBe('Ada Berg');
  expect(plainText(asked)).toContain('Met most');
});

test('a summary over years has dated headings, and a day of the week its date', async () => {
  const { entries } = await askQuestion({ command: 'summary', about: 'border crossings' }, keeper.archive);
  const titles = entries.map(({ title }) => line(title));
  expect(titles[0]).toMatch(/^November 2015 /);
  expect(titles.at(-1)).toMatch(/^April 2017 /);
  const words = entries.flatMap(({ body }) => body.map(line)).join('\n');
  expect(words).toContain('(Friday: 13 November 2015)');
});
