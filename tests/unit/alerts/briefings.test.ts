import { describe, expect, test } from 'vitest';
import { type Briefings, openBriefings } from '../../../src/alerts/briefings.ts';
import { lastDue, type Schedule, timeOfDay } from '../../../src/alerts/schedule.ts';
import type { ArticleId } from '../../../src/corpus/article.ts';
import { emptyFolder } from '../../support/folders.ts';

const schedule = (also: Partial<Schedule> = {}): Schedule => ({ at: 8 * 60, zone: 'UTC', days: 'daily', ...also });
const at = (time: string) => new Date(time);
const id = (name: string) => name as ArticleId;

describe('when a briefing is due', () => {
  test.each([
    ['2026-11-30T08:00:00Z', {}, '2026-11-30'],
    ['2026-11-30T07:59:00Z', {}, '2026-11-29'],
    // In Berlin it is an hour later.
    ['2026-11-30T07:30:00Z', { zone: 'Europe/Berlin' }, '2026-11-30'],
    // The day counts there: it is still Sunday in New York.
    ['2026-11-30T03:00:00Z', { zone: 'America/New_York' }, '2026-11-29'],
    ['2026-11-29T12:00:00Z', { days: 'weekdays' }, '2026-11-27'],
    ['2026-11-29T12:00:00Z', { days: 'weekly' }, '2026-11-23'],
  ] as const)('%s %j', (now, also, day) => {
    expect(lastDue(schedule(also), at(now))).toBe(day);
  });

  test('a time of day is read as people write it', () => {
    expect(['8', '8:30', '07.15', '24', 'noon'].map(timeOfDay)).toEqual([480, 510, 435, null, null]);
  });
});

describe('what is to be sent', () => {
  const to = { is: 'channel', channel: '7', server: '5' } as const;
  const open = (folder: string, use: (store: Briefings) => void) => {
    const store = openBriefings(folder);
    use(store);
    store.close();
  };

  test('is what came in since the last one, once a day, whatever restarts come between', () => {
    const folder = emptyFolder();
    open(folder, (store) => {
      store.arrived([id('old')], [], at('2026-11-29T06:00:00Z'));
      store.add({ owner: '1', to, schedule: schedule(), about: [], always: false }, at('2026-11-29T09:00:00Z'));
      store.arrived([id('a'), id('b')], [id('old')], at('2026-11-29T20:00:00Z'));
      store.noteDue(at('2026-11-30T07:00:00Z'));
      expect(store.due(at('2026-11-30T07:00:00Z'))).toEqual([]);
      store.noteDue(at('2026-11-30T08:01:00Z'));
    });
    let nonce = '';
    open(folder, (store) => {
      // Noted and not sent when the bot ended: it is sent now, and is the same message.
      store.noteDue(at('2026-11-30T08:02:00Z'));
      const [due, ...others] = store.due(at('2026-11-30T08:02:00Z'));
      expect(others).toEqual([]);
      expect(due).toMatchObject({ articles: ['a', 'b'], edited: ['old'], day: '2026-11-30' });
      nonce = due?.nonce ?? '';
    });
    open(folder, (store) => {
      const [due] = store.due(at('2026-11-30T08:03:00Z'));
      if (!due) throw new Error('nothing is due');
      expect(due.nonce).toBe(nonce);
      store.settle(due, at('2026-11-30T08:03:00Z'));
      store.arrived([id('c')], [], at('2026-11-30T08:30:00Z'));
      store.noteDue(at('2026-11-30T09:00:00Z'));
      expect(store.due(at('2026-11-30T09:00:00Z'))).toEqual([]);
      // Three days switched off: one briefing of them all.
      store.noteDue(at('2026-12-03T12:00:00Z'));
      expect(store.due(at('2026-12-03T12:00:00Z')).map(({ articles }) => articles)).toEqual([['c']]);
    });
  });

  test('ends with its place, its server or the erasure of its owner', () => {
    open(emptyFolder(), (store) => {
      const add = (owner: string) =>
        store.add({ owner, to, schedule: schedule(), about: [], always: false }, at('2026-11-29T09:00:00Z'));
      for (const owner of ['1', '2', '3']) add(owner);
      expect(store.forgetPerson('1')).toBe(1);
      expect(store.remove('3', store.ofOwner('2')[0]?.number ?? 0)).toBe(false);
      expect(store.end(to)).toBe(2);
      add('1');
      expect(store.forgetServer('5')).toBe(1);
      store.noteDue(at('2026-12-29T09:00:00Z'));
      expect(store.due(at('2026-12-29T09:00:00Z'))).toEqual([]);
    });
  });
});
