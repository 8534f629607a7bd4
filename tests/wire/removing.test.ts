import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { oneBot } from '../support/one-bot.ts';

// /admin remove with forever: over the wire: no word of the article is left anywhere.

const articles = emptyFolder();
const data = emptyFolder();

const put = (name: string, text: string) =>
  writeFileSync(
    join(articles, `${name}.md`),
    `---\nheadline: Headline of ${name}\noutlet: The Example\npublished: 2015-11-13\nurl: https://example.org/${name}\n---\n${text}\n`,
  );

beforeAll(async () => {
  for (let n = 0; n < 30; n++)
    put(`story-${n}`, `Ada Berg met Omar Nadir in Geneva. "Round ${n} went well," Berg said.`);
  put(
    'zanzibar',
    'Wilhelmina Quackenbush met Thaddeus Ziggurat in Timbuktu. "The marmalade is frozen," Quackenbush said.',
  );
  mkdirSync(join(articles, 'zanzibar_files'));
  writeFileSync(join(articles, 'zanzibar_files', 'original.html'), '<p>Quackenbush in Timbuktu</p>');
});

const here = oneBot({ dataFolder: data, env: { ARTICLES_DIR: articles } });
const { asks } = here;

/** In which files of the two folders a word stands, in their names too, whatever its capitals. */
function filesWith(word: string): string[] {
  return [articles, data].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => {
      const path = join(one.parentPath, one.name);
      const said = one.isFile() ? readFileSync(path, 'latin1').toLowerCase() : '';
      return said.includes(word) || path.toLowerCase().includes(word) ? [path] : [];
    }),
  );
}

const WORDS = ['zanzibar', 'quackenbush', 'ziggurat', 'timbuktu', 'marmalad'];

test('of an article that is destroyed no word is left in the bot’s folders', async () => {
  const { owner, member } = here.standIn.world;
  expect(await asks(member, 'met', { person: 'Wilhelmina Quackenbush' })).toContain('Timbuktu');
  await asks(owner, 'admin correct speaker', { article: 'zanzibar', words: 'marmalade is frozen', speaker: 'none' });
  for (const word of WORDS) expect(filesWith(word), word).not.toEqual([]);

  const asked = here.standIn.slash(owner, 'dm', 'admin remove', { article: 'zanzibar', forever: true });
  await asked.until((message) => wordsOf(message).includes('Nothing of it is left'));
  expect(await asks(member, 'met', { person: 'Wilhelmina Quackenbush' })).toContain('knows nobody called');
  expect(await asks(member, 'search', { text: 'marmalade' })).toContain('Nothing in the archive');
  expect(await asks(owner, 'admin correct list')).toContain('No corrections');
  expect(existsSync(join(articles, 'zanzibar_files'))).toBe(false);
  expect(await asks(member, 'met', { person: 'Ada Berg' })).toContain('Geneva');
  for (const word of WORDS) expect.soft(filesWith(word), word).toEqual([]);
});
