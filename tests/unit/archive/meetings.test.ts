import { expect, test } from 'vitest';
import { joinMeetings } from '../../../src/archive/facts/join-meetings.ts';
import type { ResolvedReport } from '../../../src/archive/facts/same-meeting.ts';
import { body, person, told } from '../../support/builders.ts';

const joined = (tellings: readonly ResolvedReport[]) => joinMeetings(tellings).map(({ meeting }) => meeting);

const anna = person('Anna Berg', 'Norway');
const omar = person('Omar Dari', 'Morocco');
const lucia = person('Lucia Rossi', 'Italy');

test('one meeting told by two articles is one meeting with two pieces of evidence', () => {
  const [meeting, ...others] = joined([
    told([anna, omar], { article: 'second', published: '2019-05-04', on: '2019-05-02', place: 'Oslo' }),
    told([omar, anna], { article: 'first', published: '2019-05-02', on: '2019-05-02' }),
  ]);
  expect(others).toEqual([]);
  expect(meeting?.evidence).toHaveLength(2);
  expect(meeting?.place).toBe('Oslo');
  expect(meeting?.id).toBe('first@0');
});

test('a delegation and its head, told in two sentences, are one meeting', () => {
  const [meeting, ...others] = joined([
    told([anna, body('delegation from Morocco’s parliament', 'Morocco')], { at: 0, on: '2019-05-02' }),
    told([omar, anna], { at: 300, place: 'Oslo' }),
  ]);
  expect(others).toEqual([]);
  expect(meeting).toMatchObject({ date: '2019-05-02', place: 'Oslo' });
  expect(meeting?.participants.map(({ name }) => name)).toContain('delegation from Morocco’s parliament');
  expect(meeting?.participants).toHaveLength(3);
});

test('the same person meeting different people on one day has had two meetings', () => {
  const tellings = [
    told([anna, omar], { on: '2019-05-02' }),
    told([anna, lucia], { article: 'two', on: '2019-05-02' }),
  ];
  expect(joined(tellings)).toHaveLength(2);
});

test('a meeting planned is not the meeting held, and another day is another meeting', () => {
  const held = told([anna, omar], { on: '2019-05-02' });
  expect(joined([held, told([anna, omar], { article: 'two', on: '2019-05-02', status: 'planned' })])).toHaveLength(2);
  expect(joined([held, told([anna, omar], { article: 'two', on: '2019-05-20' })])).toHaveLength(2);
});

test('where articles disagree on the place of one day, each keeps what it says', () => {
  const [meeting, ...others] = joined([
    told([anna, omar], { on: '2019-05-02', place: 'Oslo' }),
    told([anna, omar], { article: 'two', on: '2019-05-02', place: 'Bergen' }),
  ]);
  expect(others).toEqual([]);
  expect(meeting?.evidence.map(({ place }) => place).sort()).toEqual(['Bergen', 'Oslo']);
});

test('a month and a day of it may be one meeting; the day is told', () => {
  const tellings = [told([anna, omar], { on: '2019-05' }), told([anna, omar], { article: 'two', on: '2019-05-02' })];
  expect(joined(tellings).map(({ date }) => date)).toEqual(['2019-05-02']);
});

test('a vague telling does not draw two meetings together', () => {
  const tellings = [
    told([anna, omar], { on: '2019-05-02' }),
    told([anna, omar], { article: 'two', on: '2019-05-20' }),
    told([anna, omar], { article: 'three', on: '2019-05' }),
  ];
  expect(joined(tellings)).toHaveLength(2);
});

test('an undated meeting is not taken for one of another year', () => {
  const tellings = [
    told([anna, omar], { on: '2019-05-02' }),
    told([anna, omar], { article: 'later', published: '2021-01-01' }),
  ];
  expect(joined(tellings)).toHaveLength(2);
});

test('a meeting planned and then held is one, with the day and place that later articles tell', () => {
  const [meeting, ...others] = joined([
    told([anna, omar], { article: 'plan', published: '2019-04-20', on: '2019-05', status: 'planned' }),
    told([anna, omar], { article: 'held', published: '2019-05-03', on: '2019-05-02', place: 'Oslo' }),
    told([anna, omar], { article: 'later', published: '2019-09-01', on: '2019-05', place: 'Oslo' }),
  ]);
  expect(others).toEqual([]);
  expect(meeting).toMatchObject({ status: 'held', date: '2019-05-02', place: 'Oslo' });
  expect(meeting?.evidence.map(({ status }) => status).sort()).toEqual(['held', 'held', 'planned']);
});

test('a plan that was called off is one entry, called off', () => {
  const [meeting, ...others] = joined([
    told([anna, omar], { article: 'plan', published: '2019-04-20', on: '2019-05-02', status: 'planned' }),
    told([anna, omar], { article: 'off', published: '2019-04-28', on: '2019-05-02', status: 'called-off' }),
  ]);
  expect(others).toEqual([]);
  expect(meeting?.status).toBe('called-off');
});

test('one person in common makes no meeting the same', () => {
  const alone = told([anna], { article: 'two', on: '2019-05-02' });
  expect(joined([told([anna, omar], { on: '2019-05-02' }), alone])).toHaveLength(2);
});

test('a first and a second of a series are two, and so are two reports in one sentence', () => {
  const first = told([anna, omar], { on: '2019-05', order: '1' });
  expect(joined([first, told([anna, omar], { article: 'two', on: '2019-05', order: '2' })])).toHaveLength(2);
  expect(joined([told([anna, omar], { on: '2019-05-02' }), told([anna, omar], { on: '2019-05-02' })])).toHaveLength(2);
});

test('a call is not the visit of those days', () => {
  const call = told([anna, omar], { on: '2019-05', form: 'call' });
  expect(joined([call, told([anna, omar], { article: 'two', on: '2019-05' })])).toHaveLength(2);
});

test('a capital and its country are no contradiction', () => {
  const there = told([anna, omar], { on: '2019-05-02', place: 'Norway' });
  expect(joined([there, told([anna, omar], { article: 'two', on: '2019-05-02', place: 'Oslo' })])).toHaveLength(1);
});

test('what names the two and the place alone is of the one meeting that it may mean; of two, of neither', () => {
  const may = told([anna, omar], { published: '2019-05-03', on: '2019-05-02', place: 'Oslo' });
  const june = told([anna, omar], { article: 'june', published: '2019-06-03', on: '2019-06-02', place: 'Oslo' });
  const recalled = told([anna, omar], { article: 'recalled', published: '2019-09-01', place: 'Oslo' });
  expect(joined([may, recalled])).toHaveLength(1);
  expect(joined([may, june, recalled])).toHaveLength(3);
});

test('what was told as held before a day is not the meeting of that day', () => {
  const later = told([anna, omar], { article: 'later', published: '2019-05-20', on: '2019-05-19', place: 'Oslo' });
  expect(joined([told([anna, omar], { published: '2019-05-02', place: 'Oslo' }), later])).toHaveLength(2);
});

test('what was called off and then held after all is one entry with its history', () => {
  const [meeting, ...others] = joined([
    told([anna, omar], { article: 'plan', published: '2019-04-20', on: '2019-05-02', status: 'planned' }),
    told([anna, omar], { article: 'off', published: '2019-04-25', on: '2019-05-02', status: 'called-off' }),
    told([anna, omar], { article: 'held', published: '2019-05-03', on: '2019-05-02', place: 'Oslo' }),
  ]);
  expect(others).toEqual([]);
  expect(meeting).toMatchObject({ status: 'held', date: '2019-05-02', place: 'Oslo' });
});

test('a plan of months ago is not the meeting that the same two had since', () => {
  const plan = told([anna, omar], { published: '2019-04-20', on: '2019-05-02', place: 'Oslo', status: 'planned' });
  const held = told([anna, omar], { article: 'held', published: '2019-08-03', on: '2019-08-02', place: 'Oslo' });
  expect(joined([plan, held])).toHaveLength(2);
});

test('one report that has the place wrong does not outdo those that have it right', () => {
  const singapore = (article: string) => told([anna, omar], { article, on: '2019-05-02', place: 'Singapore' });
  const [meeting] = joined([
    singapore('one'),
    singapore('two'),
    singapore('three'),
    told([anna, omar], { article: 'four', on: '2019-05', place: 'Quebec' }),
  ]);
  expect(meeting?.place).toBe('Singapore');
});

test('a town in the country that others tell is the place', () => {
  const [meeting] = joined([
    told([anna, omar], { article: 'one', on: '2019-05-02', place: 'Norway' }),
    told([anna, omar], { article: 'two', on: '2019-05-02', place: 'Lillehammer' }),
  ]);
  expect(meeting?.place).toBe('Lillehammer');
});

test('a country that one report of several has at the table of two leaders was not there', () => {
  const finland = { name: 'Finland', kind: 'country' as const, actor: null, role: null, country: 'Finland' };
  const report = (article: string) => told([anna, omar], { article, on: '2019-05-02', place: 'Helsinki' });
  const [meeting] = joined([
    report('one'),
    report('two'),
    told([anna, omar, finland], { article: 'three', on: '2019-05-02', place: 'Helsinki' }),
  ]);
  expect(meeting?.participants.map(({ name }) => name)).toEqual(['Anna Berg', 'Omar Dari']);
});
