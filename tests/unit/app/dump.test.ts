import { expect, test } from 'vitest';
import { dumpRows } from '../../../src/app/dump.ts';
import { articleFile, placesWith } from '../../support/builders.ts';
import { openArchiveHere } from '../../support/open-archive.ts';

test('the dump has each stage of a meeting’s history, with every sentence that reports it, cut from its article', async () => {
  const texts = {
    plan: 'President Anna Berg will meet President Omar Dari in Singapore on June 12.',
    held: 'President Anna Berg met President Omar Dari in Singapore on Tuesday. The meeting lasted an hour.',
  };
  const places = placesWith({
    'plan.md': articleFile('2018-05-13', texts.plan),
    'held.md': articleFile('2018-06-13', texts.held),
  });
  const keeper = await openArchiveHere(places);
  const rows = [];
  for await (const row of dumpRows(keeper.archive)) rows.push(row);
  await keeper.close();
  const meetings = rows.flatMap((row) => ('kind' in row && row.kind === 'meeting' ? [row] : []));
  expect(meetings).toHaveLength(2);
  expect(meetings).toMatchObject([
    { status: 'planned', date: '2018-06-12', place: 'Singapore', evidence: [{ text: texts.plan }] },
    {
      status: 'held',
      date: '2018-06-12',
      place: 'Singapore',
      evidence: [
        { text: 'President Anna Berg met President Omar Dari in Singapore on Tuesday.' },
        { text: 'The meeting lasted an hour.' },
      ],
    },
  ]);
});
