import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArchivePlaces, Keeper } from '../../../src/archive/keeper.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

const TOWNS = ['Oslo', 'Bergen', 'Rome', 'Cairo', 'Lima', 'Hanoi', 'Accra', 'Quito', 'Riga', 'Doha'];

/** Sixty articles, so that one or two that change are few. */
const FILES = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [
    `${String(at).padStart(2, '0')}.md`,
    articleFile(
      `2019-05-${String(1 + (at % 28)).padStart(2, '0')}`,
      `Foreign Minister Anna Berg met envoy Omar Dari in ${TOWNS[at % 10]} on Tuesday. “Talks number ${at} were frank,” Berg said.`,
    ),
  ]),
);

/** What an archive answers, in so far as it does not depend on the order in which things came. */
async function answers({ archive }: Keeper) {
  const [berg] = await archive.findActors('Anna Berg');
  const { builtAt: _builtAt, edited: _edited, ...status } = await archive.status();
  const speaker = berg?.actor.id;
  return {
    status,
    berg: berg?.actor,
    lee: await archive.findActors('Sara Lee'),
    meetings: (await archive.meetings()).map((meeting) => ({ ...meeting, evidence: meeting.evidence.length })),
    quotations: speaker && (await archive.quotations({ speaker })).map(({ card, quotation }) => [card.id, quotation]),
    rome: (await archive.search('Rome', {}, 100)).hits.map(({ card }) => card.id).sort(),
    tram: (await archive.search('tram', {}, 100)).hits.map(({ card }) => card.id),
  };
}

async function opened<T>(places: ArchivePlaces, work: (keeper: Keeper) => Promise<T>): Promise<T> {
  const keeper = await openArchiveHere(places);
  try {
    return await work(keeper);
  } finally {
    await keeper.close();
  }
}

test('a small reindex that makes one person of two, and two meetings of one, comes out as all built anew', {
  timeout: 120_000,
}, async () => {
  const people = ['Anna Berg', 'Omar Dari', 'Lucia Rossi', 'Hakim Zamili', 'John Smith', 'Mary Jones', 'Ali Hassan'];
  const told = (at: number) => {
    const [one, other] = [people[at % 7], people[(at * 3 + 1) % 7]];
    return `Foreign Minister ${one} met envoy ${other} in ${TOWNS[at % 3]} on Tuesday. “We agreed,” ${one} said.`;
  };
  const day = (at: number) => `2019-0${5 + (at % 2)}-${String(1 + (at % 9)).padStart(2, '0')}`;
  const name = (at: number) => `${String(at).padStart(2, '0')}.md`;
  const ats = Array.from({ length: 80 }, (_, at) => at);
  const places = placesWith(Object.fromEntries(ats.map((at) => [name(at), articleFile(day(at), told(at))])));
  const state = async ({ archive }: Keeper) => ({
    people: await Promise.all(people.map((one) => archive.findActors(one))),
    meetings: (await archive.meetings()).map(({ id, evidence, ...meeting }) => ({
      ...meeting,
      evidence: evidence.map(({ card, sentence }) => `${card.id} ${sentence.start}`).sort(),
    })),
    count: await archive.countMeetings(),
    quotations: (await archive.quotations()).map(({ card, speaker }) => `${card.id} ${speaker}`).sort(),
  });
  const changed = await opened(places, async (keeper) => {
    const put = (at: number, text: string) =>
      writeFileSync(join(places.articlesDir, name(at)), articleFile(day(at), text));
    put(3, told(3).replaceAll('Anna Berg', 'Anna Maria Berg').replaceAll('Hakim Zamili', 'Hakim al-Zamili'));
    put(20, told(20).replace(/in \w+ on/, 'in Vienna on'));
    rmSync(join(places.articlesDir, name(41)));
    put(90, told(5).replaceAll('Rossi', 'Maria Rossi'));
    expect(await keeper.reindex(() => {})).toMatchObject({ readAnew: 3, removed: 1 });
    return state(keeper);
  });
  rmSync(places.dataDir, { recursive: true });
  const anew = await opened(places, state);
  const inOrder = (of: typeof anew) => ({ ...of, meetings: of.meetings.map((one) => JSON.stringify(one)).sort() });
  expect(inOrder(changed)).toEqual(inOrder(anew));
});

test('after a small reindex the archive answers as one built anew of the same files', {
  timeout: 120_000,
}, async () => {
  const places = placesWith(FILES);
  const changed = await opened(places, async (keeper) => {
    rmSync(join(places.articlesDir, '07.md'));
    writeFileSync(
      join(places.articlesDir, '12.md'),
      articleFile('2019-06-01', 'Sara Lee opened a tram in Rome. “It runs,” Lee said.'),
    );
    const report = await keeper.reindex(() => {});
    expect(report).toMatchObject({ articles: 59, readAnew: 1, removed: 1 });
    return answers(keeper);
  });
  rmSync(places.dataDir, { recursive: true });
  expect(changed).toEqual(await opened(places, answers));
});
