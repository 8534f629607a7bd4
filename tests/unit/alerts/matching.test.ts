import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fact, factsIn, newsFor } from '../../../src/alerts/matching.ts';
import type { Watched } from '../../../src/alerts/watch.ts';
import type { ActorId } from '../../../src/archive/archive.ts';
import type { ArchivePlaces, Keeper } from '../../../src/archive/keeper.ts';
import type { ArticleId } from '../../../src/corpus/article.ts';
import { slice } from '../../../src/text/span.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

let places: ArchivePlaces;
let keeper: Keeper;

const put = (name: string, published: string, text: string) =>
  writeFileSync(join(places.articlesDir, `${name}.md`), articleFile(published, text));

beforeAll(async () => {
  places = placesWith({});
  put('talks', '2015-11-13', 'Ada Berg met Omar Nadir in Geneva on 12 November 2015. "We will go on," Berg said.');
  put('plan', '2015-11-14', 'Ada Berg and Omar Nadir will meet in Oslo on 20 November 2015.');
  keeper = await openArchiveHere(places);
});

afterAll(() => keeper.close());

const person = (name: string): Watched => ({ is: 'person', who: { is: 'actor', actor: null, name } });
const pair = (a: string, b: string): Watched => ({
  is: 'pair',
  who: [
    { is: 'actor', actor: null, name: a },
    { is: 'actor', actor: null, name: b },
  ],
});

/** What these new articles bring. */
async function news(what: Watched, ...articles: (readonly [name: string, published: string, text: string])[]) {
  for (const article of articles) put(...article);
  await keeper.reindex(() => {});
  const fresh = new Set(articles.map(([name]) => name as ArticleId));
  const found = await newsFor(what, fresh, new Map(), keeper.archive);
  for (const [name] of articles) rmSync(join(places.articlesDir, `${name}.md`));
  return found;
}

const kinds = (facts: readonly Fact[]) => facts.map(({ is }) => is);

test('another article about a meeting that is known is no news; one about another meeting is', async () => {
  const watched = pair('Ada Berg', 'Omar Nadir');
  expect(
    kinds(await news(watched, ['again', '2015-11-15', 'In Geneva on 12 November 2015, Omar Nadir met with Ada Berg.'])),
  ).toEqual([]);
  const later = await news(watched, ['later', '2016-02-02', 'Ada Berg met Omar Nadir in Rome on 1 February 2016.']);
  expect(kinds(later)).toEqual(['meeting']);
});

test('somebody’s meetings with others are news of them, and none of a pair that they are half of', async () => {
  const other = ['other', '2016-03-02', 'Ada Berg met Karl Stein in Rome on 1 March 2016.'] as const;
  expect(kinds(await news(pair('Ada Berg', 'Omar Nadir'), other))).toEqual([]);
  expect(kinds(await news(person('Ada Berg'), other))).toEqual(['meeting']);
});

test('a quotation that an older article has word for word is no news; two copies of a new one are one', async () => {
  const old = ['copy', '2015-12-01', '“We will go on,” said Ada Berg.'] as const;
  expect(await news(person('Ada Berg'), old)).toEqual([]);
  const words = '"The harvest is better than it was for twenty years," Prime Minister Ada Berg told parliament.';
  const copied = await news(person('Ada Berg'), ['one', '2016-04-01', words], ['two', '2016-04-02', words]);
  expect(kinds(copied)).toEqual(['quotation']);
});

test('what is only reported, and what others say, is no quotation of the one who is followed', async () => {
  const text = 'Ada Berg said that the road was open. "Berg is wrong," Karl Stein said.';
  expect(await news(person('Ada Berg'), ['said', '2016-05-01', text])).toEqual([]);
});

test('a meeting that takes place on the day it was planned for is told with the plan; on another day it is not', async () => {
  const watched = person('Ada Berg');
  const held = (day: string) => `Ada Berg met Omar Nadir in Oslo on ${day} November 2015.`;
  const [asPlanned] = await news(watched, ['held', '2015-11-21', held('20')]);
  expect(asPlanned).toMatchObject({ is: 'meeting', planned: { status: 'planned', date: '2015-11-20' } });
  const [otherwise] = await news(watched, ['held2', '2015-11-26', held('25')]);
  expect(otherwise).toMatchObject({ is: 'meeting', planned: null });
});

test('of an article that was edited only what its new sentences tell is news', async () => {
  const first = 'Ada Berg met Lena Falk in Prague on 4 May 2017. "It is late," Berg said.';
  put('edited', '2017-05-05', first);
  await keeper.reindex(() => {});
  const more = 'Berg met Ivo Kral in Brno on 5 May 2017. "We will go home," Berg said. The old mill burned.';
  put('edited', '2017-05-05', `${first.replace('"It is late,"', '“It is  late,”')} ${more}`);
  await keeper.reindex(() => {});
  const { edited } = await keeper.archive.status();
  expect(Object.keys(edited)).toEqual(['edited']);
  const newsOf = (what: Watched) =>
    newsFor(what, new Set(), new Map([['edited' as ArticleId, edited['edited' as ArticleId] ?? []]]), keeper.archive);
  const body = (await keeper.archive.article('edited' as ArticleId))?.article.body ?? '';
  const told = (await newsOf(person('Ada Berg'))).map((fact) =>
    fact.is === 'quotation' ? slice(body, fact.record.quotation.words) : fact.is,
  );
  expect(told).toEqual(['meeting', 'We will go home,']);
  expect(kinds(await newsOf({ is: 'phrase', words: 'old mill' }))).toEqual(['article']);
  expect(await newsOf({ is: 'phrase', words: 'Lena Falk' })).toEqual([]);
  expect(await newsOf(pair('Ada Berg', 'Lena Falk'))).toEqual([]);
  rmSync(join(places.articlesDir, 'edited.md'));
});

test('words are found whole, over line ends and in capitals, in the text or the headline', async () => {
  const phrase = (words: string): Watched => ({ is: 'phrase', words });
  const text = 'It was told on Monday: THE GAS\nPIPELINE is open. Gasoline is cheap. “It’s done.”';
  const article = ['pipe', '2016-06-01', text] as const;
  expect(await news(phrase('gas pipeline'), article)).toMatchObject([{ is: 'article', place: { at: { start: 27 } } }]);
  expect(await news(phrase('pipe'), article)).toEqual([]);
  expect(await news(phrase("it's done"), article)).toHaveLength(1);
  expect(await news(phrase('A headline of 2016'), article)).toMatchObject([{ place: null }]);
  expect(await news(phrase('(.*)'), article)).toEqual([]);
});

test('what is to be sent is found again after another article told of it, and gone with its article', async () => {
  const watched = pair('Ada Berg', 'Eva Quill');
  const text = 'Ada Berg met Eva Quill in Rome on 1 July 2016.';
  put('z-first', '2016-07-02', text);
  await keeper.reindex(() => {});
  const [fact] = await newsFor(watched, new Set(['z-first' as ArticleId]), new Map(), keeper.archive);
  put('a-earlier', '2016-07-01', `Prime Minister ${text}`.replace('Prime Minister Ada', 'Minister Ada'));
  await keeper.reindex(() => {});
  const keys = async () =>
    (await factsIn(new Set(['z-first' as ArticleId]), watched, keeper.archive)).map(({ key }) => key);
  expect(await keys()).toEqual([fact?.key]);
  rmSync(join(places.articlesDir, 'z-first.md'));
  await keeper.reindex(() => {});
  expect(await keys()).toEqual([]);
});

test('somebody whose id went with their article is followed by name from then on', async () => {
  const watched: Watched = { is: 'person', who: { is: 'actor', actor: 'gone' as ActorId, name: 'Zoltan Ungar' } };
  expect(kinds(await news(watched, ['ungar', '2016-08-01', '"I am back," Zoltan Ungar said.']))).toEqual(['quotation']);
});
