import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/archive/archive.ts';
import type { Keeper } from '../../../src/archive/keeper.ts';
import { slice } from '../../../src/text/span.ts';
import { openArchiveOfFive } from '../../support/archive-of-five.ts';

let keeper: Keeper;
beforeAll(async () => {
  keeper = await openArchiveOfFive();
});
afterAll(() => keeper.close());

const named = async (typed: string) => (await keeper.archive.findActors(typed)).map(({ actor }) => actor.name);

async function only(typed: string): Promise<Actor> {
  const [match, ...others] = await keeper.archive.findActors(typed);
  if (!match || others.length > 0) throw new Error(`${typed} finds ${await named(typed)}`);
  return match.actor;
}

describe('whom a name means', () => {
  test.each([
    ['Zamili', 'Hakim Zamili'],
    ['Hakim al-Zamili', 'Hakim Zamili'],
    ['Лавров', 'Sergei Lavrov'],
    ['lavrov', 'Sergei Lavrov'],
    ['bogdanof', 'Mikhail Bogdanov'],
    ['Husseini', 'Abdul-Rahman Hamid al-Husseini'],
    ['Abdulrahman al-Husseini', 'Abdul-Rahman Hamid al-Husseini'],
    ['Ambassador Husseini', 'Abdul-Rahman Hamid al-Husseini'],
    ['the Iraqi ambassador', 'Abdul-Rahman Hamid al-Husseini'],
    ['iraqi ambassador to moscow', 'Abdul-Rahman Hamid al-Husseini'],
    ['Hashemi', 'Hisham Al-Hashemi'],
    ['Jafari', 'Ibrahim al-Jaafari'],
    ['Russian Foreign Ministry', 'Russian Foreign Ministry'],
    ['foreign ministry of Russia', 'Russian Foreign Ministry'],
    ['the Iraqi defence ministry', 'Iraqi defense ministry'],
  ])('%s is %s, and nobody else', async (typed, name) => {
    expect((await only(typed)).name).toBe(name);
  });

  test('"Hussein" may be two people, and is silently neither', async () => {
    const matches = await keeper.archive.findActors('Hussein');
    expect(matches.map(({ actor }) => actor.name)).toEqual(['Fuad Hussein', 'Abdul-Rahman Hamid al-Husseini']);
    expect(matches.map(({ how }) => how)).toEqual(['part', 'part']);
  });

  test.each(['Vladimir Bogdanov', 'Zelensky', 'Saddam Hussein', ''])('"%s" is nobody here', async (typed) => {
    expect(await named(typed)).toEqual([]);
  });

  test('a foreign minister is no deputy foreign minister', async () => {
    expect(await named('Iraqi foreign minister')).not.toContain('Mikhail Bogdanov');
    expect(await named('Russian deputy foreign minister')).toEqual(['Mikhail Bogdanov']);
    expect(await named('Russian foreign minister')).not.toContain('Mikhail Bogdanov');
  });
});

test('two articles’ Assads are one man; roles are of their time', async () => {
  expect((await only('Bashar al-Assad')).articles).toBeGreaterThan(1);
  const { roles } = await only('Bogdanov');
  expect(roles.map(({ when, country }) => `${when} ${country}`)).toEqual(['2015-11-13 Russia', '2021-02-05 Russia']);
  expect(roles[0]?.role).toMatch(/Deputy Foreign Minister$/);
  expect(roles[1]?.role).toMatch(/presidential representative/);
});

test('meetings are found by who took part, by country, place and weekday', async () => {
  const { id } = await only('Bogdanov');
  const meetings = await keeper.archive.meetings({ actors: [id] });
  expect(meetings.map(({ date, place }) => [date, place])).toEqual([
    ['2015-11-13', 'Moscow'],
    ['2021-02-05', null],
  ]);
  const zamili = await only('Zamili');
  expect(await keeper.archive.meetings({ actors: [id, zamili.id] })).toHaveLength(1);
  expect(await keeper.archive.meetings({ actors: [id], weekday: 5 })).toHaveLength(2);
  expect(await keeper.archive.meetings({ actors: [id], weekday: 1 })).toEqual([]);
  expect(await keeper.archive.meetings({ actors: [id], countries: ['Iraq'] })).toHaveLength(2);
  expect(await keeper.archive.meetings({ actors: [id], countries: ['France'] })).toEqual([]);
  const inMoscow = await keeper.archive.meetings({ place: 'moscow' });
  expect(inMoscow.map(({ date }) => date)).toEqual(['2015-11-13', '2020-11']);
});

test('quotations are found by speaker, words and country; each is a slice of its article', async () => {
  const ministry = await only('Russian Foreign Ministry');
  const about = await keeper.archive.quotations({ speaker: ministry.id, about: 'Iraq' });
  const direct = about.filter(({ quotation }) => quotation.kind === 'direct');
  const texts = await Promise.all(
    direct.map(async ({ card, quotation }) => {
      const stored = await keeper.archive.article(card.id);
      return slice(stored?.article.body ?? '', quotation.words);
    }),
  );
  expect(texts[0]).toMatch(/^The Iraqi side underlined its intention/);
  expect(texts[1]).toMatch(/^During the meeting, a discussion was held/);
  const freaks = await keeper.archive.quotations({ about: 'moral freaks' });
  // Two quotations of his share the sentence that says whose they are.
  expect([...new Set(freaks.map(({ speaker }) => speaker))]).toEqual(['dmitry-rogozin']);
  expect(
    await keeper.archive.quotations({ about: 'moral freaks', until: (await keeper.archive.status()).from! }),
  ).toEqual([]);
});

test('what was said "back then" is dated then, and so is what "he added"', async () => {
  const { id } = await only('Lavrov');
  const said = await keeper.archive.quotations({ speaker: id });
  expect(said.filter(({ quotation }) => quotation.kind !== 'indirect').map(({ date }) => date)).toEqual([
    '2020-11',
    '2020-11',
  ]);
});

describe('a pasted quotation', () => {
  test('word for word, with other marks, spaces and case, is found as exact', async () => {
    const words = '"We would very much like to see this  town … as FAST as possible free from these moral freaks"';
    const [best] = await keeper.archive.similarPassages(words, 3);
    expect(best).toMatchObject({ similarity: 1, speaker: 'dmitry-rogozin' });
    expect(best?.quotation?.kind).toBe('direct');
  });

  test('with one word changed is not exact, and the closest stretch is the quotation', async () => {
    const [best] = await keeper.archive.similarPassages(
      'we would very much hate to see this town as fast as possible',
      3,
    );
    expect(best?.similarity).toBeGreaterThan(0.8);
    expect(best?.similarity).toBeLessThan(1);
    expect(best?.speaker).toBe('dmitry-rogozin');
  });

  test('with words left out is not exact', async () => {
    const [best] = await keeper.archive.similarPassages('to take revenge on those', 3);
    expect(best?.similarity).toBe(1);
    const [cut] = await keeper.archive.similarPassages('to take revenge those that ousted them', 3);
    expect(cut?.similarity).toBeLessThan(1);
  });

  test('of words nobody wrote finds nothing close', async () => {
    const passages = await keeper.archive.similarPassages('bananas dance gladly under purple umbrellas', 3);
    expect(passages).toEqual([]);
  });
});

test('completing forgives errors and names nobody twice', async () => {
  const complete = (typed: string) => keeper.archive.complete('person', typed, 10);
  for (const typed of ['bog', 'Bogdanov', 'bogdanof', 'bogdamo', 'Mikhail Bo'])
    expect(await complete(typed)).toEqual(['Mikhail Bogdanov']);
  expect(await complete('assa')).toHaveLength(1);
  expect((await complete('foreign min'))[0]).toBe('Russian Foreign Ministry');
  expect(await keeper.archive.complete('place', 'mosc', 5)).toEqual(['Moscow']);
  expect(await keeper.archive.complete('outlet', 'spu', 5)).toEqual(['Sputnik']);
  expect(await keeper.archive.complete('article', 'rogozin', 5)).toHaveLength(1);
});
