import { createHash } from 'node:crypto';
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { beforeAll, expect, test } from 'vitest';
import { answerQuestion } from '../../../commands/index.ts';
import { plainText } from '../../../src/answers/plain.ts';
import type { Question } from '../../../src/answers/question.ts';
import { type ArchivePlaces, openArchive } from '../../../src/archive/keeper.ts';
import { currentFiles } from '../../../src/archive/store/directories.ts';
import { openCurrent } from '../../../src/archive/store/opened.ts';
import { packText, unpackText } from '../../../src/archive/store/packed.ts';
import { UnusableStore } from '../../../src/archive/store/store.ts';
import type { ArticleId } from '../../../src/corpus/article.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { emptyFolder } from '../../support/folders.ts';
import { buildHere, openArchiveHere } from '../../support/open-archive.ts';
import { seeded } from '../../support/seeded.ts';

// Altered stored text is nobody's words: it is never shown, and the archive is mended from the articles folder.

const ARTICLES = {
  'oslo.md': articleFile(
    '2019-05-02',
    '“We will never sell the harbour,” Anna Berg told reporters in Oslo on Thursday.',
  ),
  'bergen.md': articleFile('2019-06-03', '“We are glad to be here,” Anna Berg told reporters in Bergen on Monday.'),
  'rome.md': articleFile('2019-06-05', 'Anna Berg met Moroccan envoy Omar Dari in Rome on Wednesday.'),
};

let whole: ArchivePlaces;
beforeAll(async () => {
  whole = placesWith(ARTICLES);
  await (await openArchiveHere(whole)).close();
});

/** An archive of these articles, built once, in a folder of its own. */
function copied(): ArchivePlaces {
  const dataDir = emptyFolder();
  cpSync(whole.dataDir, dataDir, { recursive: true });
  return { ...whole, dataDir };
}

test('forty damages of one byte each, anywhere in the files of an archive, are all noticed when it is opened', () => {
  const { dataDir } = copied();
  const random = seeded(5);
  const files = currentFiles(dataDir);
  for (let n = 0; n < 40; n++) {
    const file = files?.[(['store', 'segment', 'since'] as const)[n % 3] ?? 'store'] ?? '';
    const whole = readFileSync(file);
    const altered = Buffer.from(whole);
    const at = Math.floor(random() * altered.length);
    altered[at] = (altered[at] ?? 0) ^ (1 + Math.floor(random() * 255));
    writeFileSync(file, altered);
    expect(() => openCurrent(dataDir), `byte ${at} of ${file}`).toThrow(UnusableStore);
    writeFileSync(file, whole);
  }
  openCurrent(dataDir)?.store.close();
});

/** Alters the stored text of an article behind the back of an archive that was seen to be whole: as a failing disk may, later on. */
function alter({ dataDir }: ArchivePlaces, id: string, column: 'body' | 'headline' | 'reading' | 'published'): void {
  const file = currentFiles(dataDir)?.store ?? '';
  const store = new Database(file);
  const row = store
    .prepare('SELECT body, headline, published, bytes FROM articles, dictionary WHERE id = ?')
    .get(id) as {
    body: ArrayBuffer;
    bytes: ArrayBuffer;
  };
  const dictionary = new Uint8Array(row.bytes);
  const value = {
    body: Buffer.from(packText(unpackText(row.body, dictionary).replace('never', 'maybe'), dictionary)),
    headline: 'Another headline',
    reading: Buffer.from('nonsense'),
    published: '2018-01-01',
  }[column];
  store.prepare(`UPDATE articles SET ${column} = ? WHERE id = ?`).run(value, id);
  store.close();
  const pointer = join(dataDir, 'current.json');
  const read = JSON.parse(readFileSync(pointer, 'utf8'));
  read.store = statSync(file).size;
  read.hashes.store = createHash('sha256').update(readFileSync(file)).digest('hex');
  writeFileSync(pointer, JSON.stringify(read));
}

const QUESTIONS: readonly Question[] = [
  { command: 'quote', who: 'Anna Berg' },
  { command: 'search', text: 'harbour' },
  { command: 'summary', about: 'Anna Berg' },
  { command: 'timeline', about: 'Anna Berg' },
  { command: 'verify', words: 'We will never sell the harbour' },
  { command: 'article', article: 'oslo' },
  { command: 'ask', words: 'what did Anna Berg say about the harbour?' },
];

test.each(['body', 'headline', 'reading', 'published'] as const)(
  'an article whose %s was altered is left out of every answer, named, and read again by itself',
  async (column) => {
    const places = copied();
    alter(places, 'oslo', column);
    const damaged: string[] = [];
    const keeper = await openArchive(places, undefined, buildHere, (file) => damaged.push(file));
    expect(keeper.notices).toEqual([]);
    const asked = QUESTIONS.map((question) => answerQuestion(question, keeper.archive));
    for (const words of (await Promise.all(asked)).map(plainText)) {
      expect(words).not.toContain('maybe');
      expect(words).not.toContain('Another headline');
      expect(words).not.toContain('sell the harbour,”');
    }
    await expect.poll(async () => (await keeper.archive.article('oslo' as ArticleId))?.article.body).toContain('never');
    expect(damaged).toEqual(['oslo.md']);
    expect((await keeper.archive.status()).damaged).toEqual(['oslo.md']);
    const again = plainText(await answerQuestion({ command: 'quote', who: 'Anna Berg' }, keeper.archive));
    expect(again).toContain('We will never sell the harbour');
    expect(await keeper.isStale()).toBe(false);
    await keeper.close();
  },
);
