import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { readFolder } from '../../../src/corpus/folder.ts';
import { readOutlets } from '../../../src/corpus/outlets.ts';
import { wordingDifferences } from '../../../src/corpus/wording.ts';
import { slice, span } from '../../../src/text/span.ts';
import { copiesAmong } from '../../support/copies-grouped.ts';
import { cutShort, edited, embedded, reportedAnew, rewrapped } from '../../support/made-copies.ts';
import { seeded } from '../../support/seeded.ts';

const outlets = readOutlets('data/outlets');
const articles: Article[] = [];
beforeAll(async () => {
  for await (const outcome of readFolder('data/articles', outlets)) articles.push(...outcome.articles);
});

describe('articles that print the same text', async () => {
  it('are grouped, whatever was done to them; other reports of the same events are not', async () => {
    const random = seeded(3);
    const made = articles.flatMap(({ id: of, body }, at) => {
      const other = articles[(at + 1) % articles.length]?.body ?? '';
      const copies = { rewrapped: rewrapped(body), edited: edited(body, random), cut: cutShort(body, random) };
      const all = [...Object.entries(copies), ['anew', reportedAnew(body, other, random)]] as const;
      return all.map(([how, text = '']) => ({ id: `${how} ${of}`, body: text, how, of: of as string }));
    });
    const copies = await copiesAmong([...articles, ...made]);
    const sourceOf = (one: string) => copies.get(one)?.original ?? one;
    const right = made.filter(({ how, id: copy, of }) => (sourceOf(copy) === sourceOf(of)) === (how !== 'anew'));
    expect(made.length - right.length, 'wrongly grouped or left alone').toBe(0);
    expect(new Set(articles.map(({ id: one }) => sourceOf(one))).size).toBe(articles.length);
  });

  it('are told apart by how they are copies', async () => {
    const [first, second] = articles;
    if (!first || !second) throw new Error('no articles');
    const kindOf = async (body: string) =>
      [...(await copiesAmong([first, { id: 'copy', body }])).values()].map(({ kind }) => kind);
    expect(await kindOf(rewrapped(first.body))).toEqual(['exact']);
    expect(await kindOf(edited(first.body, seeded(2)))).toEqual(['near']);
    expect(await kindOf(first.body.slice(0, first.body.length * 0.45))).toEqual(['syndicated']);
    const copies = await copiesAmong([first, { id: 'more', body: embedded(first.body, second.body) }]);
    expect([...copies]).toEqual([[first.id, { original: 'more', kind: 'syndicated' }]]);
  });

  it('are not found among texts too short to tell, or in nothing', async () => {
    expect((await copiesAmong([])).size).toBe(0);
    const body = 'Shares rose two percent on Monday.';
    expect((await copiesAmong(['a', 'b'].map((id) => ({ id, body })))).size).toBe(0);
  });
});

describe('the wording of two copies', () => {
  const quoting = (body: string) => ({
    body,
    quoted: [...body.matchAll(/“[^”]*”/g)].map((one) => span(one.index, one.index + one[0].length)),
  });
  const told = (a: string, b: string) =>
    wordingDifferences(quoting(a), quoting(b)).map(({ before, after, inQuotation }) => [
      slice(a, before),
      slice(b, after),
      inQuotation,
    ]);

  test('is compared word by word, and a change inside a quotation is told as such', () => {
    expect(
      told(
        'She said: “There is no trust between the three of them.” Talks ended at noon.',
        'She said: “There is no trust among the three of them.” Talks ended on Friday at noon.',
      ),
    ).toEqual([
      ['between', 'among', true],
      ['', 'on Friday', false],
    ]);
  });

  test('is the same whatever the marks, capitals and line breaks', () => {
    expect(told('“It’s over,” he said.\nThe end.', '"It\'s  over" — he said. THE END')).toEqual([]);
  });

  test('says nothing of whole paragraphs that only one of them has', () => {
    const more = 'The second paragraph was left out by the editor for want of space and of time, as happens every day.';
    expect(told(`First words here. ${more} Last words here.`, 'First words here. Last words here.')).toEqual([]);
  });

  test('of a text with a word left out of a quotation is told', () => {
    expect(told('“We will not go,” she said.', '“We will go,” she said.')).toEqual([['not', '', true]]);
  });
});
