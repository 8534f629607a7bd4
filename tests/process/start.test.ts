import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project/folder.ts';
import { copyArchiveOfFive } from '../support/archive-of-five.ts';
import { hasChromium, openBrowser, shoot } from '../support/browser.ts';
import { emptyFolder } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';

// `npm start` as a newcomer meets it, without a token: the real bot, driven in the page.

interface Started {
  readonly process: ChildProcess;
  readonly url: Promise<string>;
  output(): string;
  readonly ended: Promise<number | null>;
}

/** Starts the program without a token; what it prints is kept, the page's address read from it. */
function start(command: string, args: readonly string[], port = '', dataFolder = emptyFolder()): Started {
  const child = spawn(command, args, {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, DATA_DIR: dataFolder, DISCORD_TOKEN: '', PLAYGROUND_PORT: port },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => {
        output += piece.toString();
        const [address] = /http:\/\/127\.0\.0\.1:\d+\//u.exec(output) ?? [];
        if (address) resolve(address);
      });
    child.once('close', () => reject(new Error(`It ended:\n${output}`)));
  });
  url.catch(() => {}); // Told to whoever waits for it.
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { process: child, url, output: () => output, ended };
}

/** The same, where the project's own articles were read before. */
async function onArchiveOfFive(command: string, args: readonly string[]): Promise<Started> {
  const dataFolder = emptyFolder();
  await copyArchiveOfFive(dataFolder);
  return start(command, args, '', dataFolder);
}

/** util-linux's `script` gives a program a terminal of its own; others of that name take other options. */
const terminal =
  process.platform === 'linux' ? ['/usr/bin/script', '/bin/script'].find((path) => existsSync(path)) : undefined;

const program = join(projectFolder, 'dist/src/app/main.js');

test.skipIf(terminal === undefined)('at a terminal the playground opens, and Ctrl-C ends it cleanly', async () => {
  const port = await freePort();
  const started = start(terminal ?? '', ['-qec', `exec ${process.execPath} ${program}`, '/dev/null'], String(port));
  expect(Number(new URL(await started.url).port)).toBe(port);
  const page = await fetch(await started.url);
  expect(await page.text()).toContain('Readout');
  started.process.stdin?.write('\u0003');
  expect(await started.ended).toBe(0);
  expect(started.output()).toContain('No DISCORD_TOKEN is set, so this is Readout in your browser');
  expect(started.output()).not.toContain('"level"');
});

const run = (file: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [join(projectFolder, 'dist/src/app', file), ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'no such level' },
    encoding: 'utf8',
  });

test.each([
  ['main.js', ['--help'], '--playground'],
  ['main.js', ['-h'], '--terminal'],
  ['cli.js', ['--help'], 'index [--articles DIR]'],
  ['cli.js', ['help'], 'backup FOLDER'],
  ['cli.js', ['index', '--help'], 'index [--articles DIR]'],
  ['cli.js', ['ask', '-h'], 'ask "question or /command"'],
] as const)('%s %j says how it is used, whatever the settings are', (file, args, words) => {
  const { status, stdout, stderr } = run(file, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(words);
});

test.each([
  ['main.js', ['--playgruond'], '--playgruond'],
  ['main.js', ['who met Hill?'], 'who met Hill?'],
  ['cli.js', ['indx'], 'indx'],
  ['cli.js', ['index', '--artikles', 'x'], '--artikles'],
] as const)('%s %j is told what is wrong and how it is used, without a stack', (file, args, words) => {
  const { status, stderr } = run(file, ...args);
  expect(status).toBe(2);
  expect(stderr.split('\n')[0]).toContain(words);
  expect(stderr).toContain(file === 'main.js' ? '--playground' : 'index [--articles DIR]');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a wrong setting ends the program with the list, not with a stack', () => {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'loud', ADMIN_IDS: 'olga' };
  const { status, stderr } = spawnSync(process.execPath, [program], { env, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('LOG_LEVEL: must be one of');
  expect(stderr).toContain('ADMIN_IDS: must be');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('from a pipe, and without a token, it says so and answers line by line', async () => {
  const started = await onArchiveOfFive(process.execPath, [program]);
  started.process.stdin?.end('/help\n');
  expect(await started.ended).toBe(0);
  expect(started.output()).toContain('No DISCORD_TOKEN is set, so this is Readout in the terminal');
  expect(started.output()).toContain('/met');
  expect(started.output()).not.toContain('127.0.0.1');
});

describe.skipIf(!hasChromium)('the bot in the page', { timeout: 400_000 }, () => {
  let browser: Browser;
  let page: Page;
  let started: Started;

  beforeAll(async () => {
    browser = await openBrowser();
    started = await onArchiveOfFive(process.execPath, [program, '--playground']);
    page = await browser.newPage({ viewport: { width: 1360, height: 900 }, colorScheme: 'dark' });
    page.setDefaultTimeout(150_000);
    await page.goto(await started.url);
    await pane('channel').getByRole('heading', { name: '# news' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    started?.process.kill('SIGINT');
    expect(await started?.ended).toBe(0);
  });

  const pane = (kind: 'channel' | 'direct') => page.locator(`.pane[data-kind=${kind}]`);
  const last = (kind: 'channel' | 'direct') => pane(kind).locator('.message').last();

  /** Uses a command as a person does: by its name, then each option by its button and what is typed into it. */
  async function use(kind: 'channel' | 'direct', command: string, options: Record<string, string> = {}): Promise<void> {
    await pane(kind).locator('.composer').getByRole('combobox').first().focus();
    await page.keyboard.type(command);
    await page.keyboard.press('Enter');
    for (const [name, value] of Object.entries(options)) {
      const add = pane(kind).getByRole('button', { name: `+ ${name}`, exact: true });
      if (await add.count()) await add.click();
      await page.keyboard.type(value);
    }
    // What is completed is taken by the first key, the command is sent by the second.
    const completed = pane(kind).locator('.suggestions [role=option]').first();
    await completed.waitFor({ timeout: 2000 }).catch(() => {}); // Not every option is completed.
    if (await completed.isVisible()) await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
  }

  async function say(kind: 'channel' | 'direct', words: string): Promise<void> {
    await pane(kind).locator('.composer').getByRole('combobox').first().focus();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }

  const told = (kind: 'channel' | 'direct', words: string | RegExp) => last(kind).getByText(words).first().waitFor();

  test('commands, direct messages and the operator’s status are asked for and shown, dark and light', async () => {
    await use('channel', '/met', { person: 'Bogdanov' });
    await told('channel', /who met Mikhail Bogdanov/u);
    await shoot(page, 'bot-met');
    await use('channel', '/quote', { who: 'Lavrov' });
    await told('channel', /what Sergei Lavrov said/iu);
    await shoot(page, 'bot-quote');
    await use('channel', '/summary', { about: 'joint centre in Baghdad' });
    await told('channel', /joint centre in baghdad/iu);
    await shoot(page, 'bot-summary');
    await say('direct', 'who met bogdanof in moscow?');
    await told('direct', /took bogdanof to be/u);
    await page.getByRole('button', { name: 'Light theme' }).click();
    await shoot(page, 'bot-direct-light');
    await page.getByLabel('You are').selectOption({ label: 'Olga — runs the bot' });
    await use('direct', '/admin status');
    await told('direct', /articles, published from/u);
    await shoot(page, 'bot-admin-light');
  });

  test('an answer’s buttons, its form, the apps menu of a message and the settings are used', async () => {
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.getByLabel('You are').selectOption({ label: 'Mina — a member' });
    await use('channel', '/quote', { who: 'Lavrov' });
    await told('channel', /what Sergei Lavrov said/iu);
    await last('channel').getByRole('button', { name: 'Network' }).click();
    await last('channel').locator('img').waitFor();
    await shoot(page, 'bot-network');
    await last('channel').getByRole('button', { name: 'Something wrong?' }).click();
    await page.getByLabel(/Wrong speaker/u).fill('The second line is of 2021.');
    await shoot(page, 'bot-report');
    await page.getByRole('button', { name: 'Submit' }).click();
    await told('channel', 'Those who run this bot will look at it.');
    await say('channel', 'Lavrov said: "any Iraqi needs for Russian-made civil products"');
    await pane('channel').getByText('Russian-made civil products').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Check quotes' }).click();
    await told('channel', /Quotations checked: 1/u);
    await shoot(page, 'bot-check-quotes');
    await page.getByLabel('You are').selectOption({ label: 'Olga — runs the bot' });
    await use('direct', '/admin reports');
    await told('direct', 'The second line is of 2021.');
    await use('direct', '/admin settings');
    await told('direct', /The bot as a whole/u);
    await shoot(page, 'bot-settings');
  });
});

test.skipIf(process.platform !== 'linux')(
  'a process that may open too few files ends with one line that names the cause',
  () => {
    for (const program of ['main.js', 'cli.js ask /help']) {
      const line = `ulimit -n 64; "${process.execPath}" ${join(projectFolder, 'dist/src/app')}/${program}`;
      const { status, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8', env: { PATH: process.env.PATH } });
      expect(status).toBe(1);
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('may open too few files')]);
    }
  },
);
