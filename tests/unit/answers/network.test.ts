import { expect, test } from 'vitest';
import { altText, LONGEST_ALT } from '../../../src/answers/picture.ts';
import { networkOf } from '../../../src/answers/pictures/network.ts';
import { inEnglish } from '../../../src/answers/words/words.ts';
import type { ActorId, Meeting, MeetingId, MeetingParticipant } from '../../../src/archive/archive.ts';
import { edtf } from '../../../src/text/edtf.ts';

const person = (name: string, country: string | null): MeetingParticipant => ({
  name,
  kind: 'person',
  actor: name.toLowerCase() as ActorId,
  role: null,
  country,
});
const anna = person('Anna', 'Norway');
const bo = person('Bo', 'Sweden');
const carl = person('Carl', 'Sweden');
const dora = person('Dora', null);

let number = 0;
const meeting = (participants: readonly MeetingParticipant[], also: Partial<Meeting> = {}): Meeting => ({
  id: `${number++}` as MeetingId,
  status: 'held',
  form: 'talks',
  date: edtf('2015-11-13'),
  place: null,
  participants,
  evidence: [],
  ...also,
});
const nobody = { actors: new Set<ActorId>(), countries: new Set<string>() };

/** "Anna–Bo 2/0 [1,2]": who, meetings held and planned, entries. */
function drawn(...meetings: Meeting[]): string[] {
  const { nodes = [], edges = [] } = networkOf(meetings, nobody, 'Who met whom', inEnglish)?.picture ?? {};
  return edges
    .map(({ from, to, held, planned, entries }) => {
      const names = [nodes[from]?.name, nodes[to]?.name].sort();
      return `${names.join('–')} ${held}/${planned} [${entries}]`;
    })
    .sort();
}

test('each meeting ties those who met, with the numbers of its entries', () => {
  expect(drawn(meeting([anna, bo]), meeting([bo, anna]), meeting([bo, dora]))).toEqual([
    'Anna–Bo 2/0 [1,2]',
    'Bo–Dora 1/0 [3]',
  ]);
});

test('people of one side did not meet each other, unless there was no other side', () => {
  expect(drawn(meeting([anna, bo, carl]))).toEqual(['Anna–Bo 1/0 [1]', 'Anna–Carl 1/0 [1]']);
  expect(drawn(meeting([bo, carl]))).toEqual(['Bo–Carl 1/0 [1]']);
});

test('a meeting only planned or asked for is told apart; one called off or denied is not drawn', () => {
  const meetings = (['planned', 'requested', 'called-off', 'denied', 'recurring'] as const).map((status) =>
    meeting([anna, bo], { status }),
  );
  expect(drawn(...meetings)).toEqual(['Anna–Bo 1/2 [1,2,5]']);
  expect(drawn(meeting([anna, bo], { status: 'called-off' }))).toEqual([]);
  expect(networkOf([meeting([anna])], nobody, 'Who met whom', inEnglish)).toBeNull();
});

test('the description says the same: who, how often, when, and what was only planned', () => {
  const { alt } = networkOf(
    [meeting([anna, bo]), meeting([anna, bo], { date: edtf('2016') }), meeting([anna, dora], { status: 'planned' })],
    nobody,
    'Who met Anna',
    inEnglish,
  )?.picture ?? { alt: '' };
  expect(alt).toBe(
    'Who met Anna: a network of 3 names. Anna met Bo (2 times, last 2016). Anna and Dora: only planned.',
  );
});

test('among hundreds those who met most often are drawn, whoever was asked for among them', () => {
  const crowd = Array.from({ length: 200 }, (_, i) => person(`P${i}`, null));
  const meetings = crowd.flatMap((one, i) => Array.from({ length: 1 + (i % 5) }, () => meeting([anna, one])));
  const asked = { ...nobody, actors: new Set(['p5' as ActorId]) };
  const network = networkOf(meetings, asked, 'Who met whom', inEnglish);
  expect(network?.picture.nodes).toHaveLength(25);
  expect(network?.leftOut).toBe(176);
  const names = network?.picture.nodes.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Anna', 'P5', 'P4']));
  expect(names).not.toContain('P6');
  expect(network?.picture.alt.length).toBeLessThanOrEqual(LONGEST_ALT);
});

test('a long description is cut between its sentences, and says how many are left', () => {
  const alt = altText(
    'A network.',
    Array.from({ length: 100 }, (_, i) => `Person ${i} met somebody else.`),
    inEnglish,
  );
  expect(alt.length).toBeLessThanOrEqual(LONGEST_ALT);
  expect(alt).toMatch(/ met somebody else\. … and \d+ more, in the message\.$/);
});
