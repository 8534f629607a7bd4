import { expect, test } from 'vitest';
import { madeWith } from '../../../src/archive/build/made-with.ts';
import { readInWorkers } from '../../../src/archive/build/read-in-worker.ts';
import { listFolder } from '../../../src/corpus/listing.ts';
import { readOutlets } from '../../../src/corpus/outlets.ts';
import { articleFile, placesWith } from '../../support/builders.ts';

const TOWNS = ['Oslo', 'Bergen', 'Rome', 'Cairo', 'Lima', 'Hanoi', 'Accra', 'Quito', 'Riga', 'Doha'];
const text = (at: number) => `Foreign Minister Anna Berg met envoy Omar Dari in ${TOWNS[at % 10]} on Tuesday. `;

/** One file large enough to be read in several parts, between two small ones; what is German is quickly read. */
const places = placesWith({
  'a.md': articleFile('2019-05-02', text(1)),
  'many.jsonl': Array.from({ length: 30 }, (_, at) =>
    JSON.stringify(
      at % 2 === 0
        ? { id: `n${at}`, text: text(at) }
        : { id: `n${at}`, language: 'de', text: `Stein ${at} lag am Weg nach ${TOWNS[at % 7]}.\n\n`.repeat(900) },
    ),
  )
    .concat('{"id": "broken"')
    .join('\n'),
  'z.md': articleFile('2019-05-03', text(2)),
});

async function readWith(threads: number) {
  const files = await listFolder(places.articlesDir);
  const outlets = readOutlets(places.outletsDir);
  const data = { places, outlets, code: madeWith(places).reading, before: null, dictionary: new Uint8Array() };
  let heard = 0;
  const batches = [];
  for await (const batch of readInWorkers(files, data, (articles) => (heard += articles), threads)) batches.push(batch);
  return { batches, heard };
}

test('a file of many articles is dealt out to all threads, and comes out the same as read by one', {
  timeout: 120_000,
}, async () => {
  const alone = await readWith(1);
  expect(alone.heard).toBe(32);
  expect(alone.batches.length).toBeGreaterThan(2);
  const parts = alone.batches.flatMap((batch) => batch.parts);
  expect(parts.flatMap(({ articles }) => articles.map(({ card }) => card.id))).toEqual([
    'a',
    ...Array.from({ length: 30 }, (_, at) => `many#n${at}`),
    'z',
  ]);
  expect(parts.flatMap(({ unread }) => unread)).toHaveLength(1);
  expect(await readWith(3)).toEqual(structuredClone(alone));
});
