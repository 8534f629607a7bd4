import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, SettingsWrong } from '../../../src/app/settings.ts';
import { projectFolder } from '../../../src/project/folder.ts';

test('with nothing set, the bot runs without Discord on the articles of the project', () => {
  expect(readSettings({})).toEqual({
    discordToken: null,
    adminIds: [],
    articlesFolder: join(projectFolder, 'data/articles'),
    dataFolder: join(projectFolder, 'var'),
    watchArticles: false,
    discordApiUrl: 'https://discord.com/api',
    shards: null,
    metricsPort: null,
    playgroundPort: 7333,
    logLevel: 'info',
  });
});

test('an empty value counts as none', () => {
  expect(readSettings({ DISCORD_TOKEN: ' ', LOG_LEVEL: '', ADMIN_IDS: '' })).toEqual(readSettings({}));
});

test('admins are named by id, with commas or spaces between', () => {
  expect(readSettings({ ADMIN_IDS: '123456789012345678, 223456789012345678' }).adminIds).toEqual([
    '123456789012345678',
    '223456789012345678',
  ]);
});

test('all that is wrong is listed at once, by name, without its value, with what to do', () => {
  const wrong = {
    DISCORD_TOKEN: 'not a token',
    ADMIN_IDS: 'olga',
    ARTICLES_DIR: '/nowhere/at/all',
    DATA_DIR: join(projectFolder, 'package.json'),
    WATCH_ARTICLES: 'perhaps',
    DISCORD_API_URL: 'gopher://x',
    SHARDS: 'many',
    PLAYGROUND_PORT: '70000',
    LOG_LEVEL: 'loud',
  };
  let message = '';
  try {
    readSettings(wrong);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsWrong);
    message = (error as Error).message;
  }
  const lines = message.split('\n').slice(1);
  expect(lines.map((line) => line.trim().split(':')[0])).toEqual(Object.keys(wrong));
  for (const value of Object.values(wrong)) expect(message).not.toContain(value);
});

test('.env.example documents every setting, and as it stands it is valid', () => {
  const example = readFileSync(join(projectFolder, '.env.example'), 'utf8');
  const set = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  expect(readSettings(set)).toEqual(readSettings({}));
  for (const name of [
    'DISCORD_TOKEN',
    'ADMIN_IDS',
    'ARTICLES_DIR',
    'DATA_DIR',
    'DISCORD_API_URL',
    'SHARDS',
    'PLAYGROUND_PORT',
    'LOG_LEVEL',
  ])
    expect(Object.keys(set)).toContain(name);
});
