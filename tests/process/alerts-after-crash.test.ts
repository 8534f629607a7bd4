import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startStandIn } from '../../src/stand-in/stand-in.ts';
import { emptyFolder } from '../support/folders.ts';
import { wordsOf } from '../support/messages.ts';
import { startProgram } from '../support/program.ts';

test('an alert that could not be sent is sent after a crash, and what Discord had taken is not told twice', async () => {
  const articles = emptyFolder();
  const data = emptyFolder();
  const put = (name: string, published: string, text: string) =>
    writeFileSync(
      join(articles, `${name}.md`),
      `---\nheadline: Headline of ${name}\npublished: ${published}\n---\n${text}\n`,
    );
  put('before', '2015-11-02', 'Ada Berg met Eva Quill in Oslo on 1 November 2015.');
  const standIn = await startStandIn();
  const start = () => startProgram(standIn, data, { env: { ARTICLES_DIR: articles, LOG_LEVEL: 'trace' } });
  let bot = await start();
  const { member, owner } = standIn.world;
  const told = () =>
    [...standIn.world.messages.values()]
      .filter((one) => one.interaction_metadata === undefined && one.author.id === standIn.world.bot.id)
      .map(wordsOf);

  await standIn.slash(member, 'dm', 'watch add phrase', { words: 'salt lake' }).answered();
  put('salt', '2016-02-01', 'The salt lake is dry.');
  standIn.faults.next(1000, 'POST', /\/channels\/\d+\/messages$/u, { is: 'status', status: 500 });
  const reindexed = standIn.slash(owner, 'dm', 'admin reindex');
  await reindexed.until((message) => wordsOf(message).includes('Reindexed'));
  await bot.logged('"event":"alerts put off"');
  expect(told()).toHaveLength(0);
  bot.signal('SIGKILL');
  await bot.ended;

  while (standIn.faults.take('POST', '/channels/1/messages') !== null);
  standIn.faults.next(1, 'POST', /\/channels\/\d+\/messages$/u, { is: 'lost' });
  bot = await start();
  await expect.poll(() => told().length).toBe(1);
  await bot.logged('"event":"alerts sent"');
  const polls = () => bot.output().split('"event":"alerts polled"').length;
  const before = polls();
  await expect.poll(polls).toBeGreaterThan(before + 1);
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('salt lake');
  await bot.stop();
  await standIn.close();
});
