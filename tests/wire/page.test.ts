import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import { hasChromium, openBrowser, shoot } from '../support/browser.ts';
import { type Connected, connect } from '../support/client.ts';
import { startSampleBot } from '../support/sample-bot.ts';

describe.skipIf(!hasChromium)('the page', () => {
  let browser: Browser;
  let here: Connected;
  let playground: Playground;
  let page: Page;
  /** Every address the page asked for, and everything it complained of. */
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    here = await connect();
    await startSampleBot(here.client);
    playground = await startPlayground(here.standIn, 0, async () => ({
      articles: 1707,
      outlets: 15,
      people: 902,
      from: '13 November 2015',
      to: '2 May 2021',
    }));
    page = await browser.newPage({ viewport: { width: 1360, height: 820 }, colorScheme: 'dark' });
    // A busy machine draws slowly.
    page.setDefaultTimeout(150_000);
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(playground.url);
    await channel().getByRole('heading', { name: '# news' }).waitFor();
  });
  afterEach(async () => {
    await page.close();
    await playground.close();
    await here.close();
    expect(complaints.splice(0)).toEqual([]);
    expect(asked.splice(0).filter((url) => !url.startsWith(playground.url))).toEqual([]);
  });

  const channel = () => page.locator('.pane[data-kind=channel]');
  const direct = () => page.locator('.pane[data-kind=direct]');
  const last = (pane: Locator) => pane.locator('.message').last();

  test('a command is found, completed and answered with the keyboard alone', async () => {
    await channel().getByRole('combobox', { name: 'Message #news' }).focus();
    await page.keyboard.type('/pl');
    await channel().getByRole('option', { name: '/plant' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('fox');
    await channel().getByRole('option', { name: 'Foxglove' }).waitFor();
    await shoot(page, 'autocomplete');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await last(channel()).getByRole('heading', { name: 'Foxglove' }).waitFor();
    expect(await last(channel()).textContent()).toContain('Mina used /plant');
    expect(
      await last(channel())
        .getByRole('link', { name: /Field notes/u })
        .getAttribute('href'),
    ).toBe('https://example.org/');
    await shoot(page, 'answer');
  });

  test('all commands are listed, an option can be added, and Escape puts a command away', async () => {
    const line = channel().getByRole('combobox', { name: 'Message #news' });
    await line.focus();
    await page.keyboard.type('/');
    expect(await channel().getByRole('option').allTextContents()).toEqual([
      '/plant What is known of a plant',
      '/picture A picture and a file',
      '/report Something is wrong',
      '/silent Never answers',
    ]);
    await shoot(page, 'commands');
    await page.keyboard.press('Enter');
    await channel().getByRole('button', { name: '+ season' }).click();
    await channel().getByRole('option', { name: 'summer' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await channel().getByRole('combobox', { name: 'season' }).inputValue()).toBe('summer');
    await page.keyboard.press('Escape');
    await line.waitFor();
  });

  test('buttons turn pages, keep the focus, and a menu changes the answer', async () => {
    const asked = here.standIn.slash(here.standIn.world.member, here.standIn.world.channel, 'plant', {
      name: 'Foxglove',
    });
    await asked.answered();
    await last(channel()).getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await channel().getByText('Page 2 of 9').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Next');
    await page.keyboard.press('Enter');
    await channel().getByText('Page 3 of 9').waitFor();
    await last(channel()).getByRole('combobox', { name: 'Another plant' }).selectOption('Meadowsweet');
    await last(channel()).getByRole('heading', { name: 'Meadowsweet' }).waitFor();
  });

  test('direct messages are answered, as text and never as markup', async () => {
    await direct()
      .getByRole('combobox', { name: 'Message @Readout' })
      .fill('Hello, <img src=x onerror=alert(1)> *there*');
    await page.keyboard.press('Enter');
    await direct().getByText('Good day!').waitFor();
    expect(await last(direct()).textContent()).toContain('<b>not markup</b>');
    expect(await direct().locator('.message img').count()).toBe(0);
    expect(await direct().locator('.message em').first().textContent()).toBe('there');
    await shoot(page, 'direct');
  });

  test('a mention in the channel reaches the bot', async () => {
    await channel().getByRole('combobox', { name: 'Message #news' }).fill('@Readout hello');
    await page.keyboard.press('Enter');
    await channel().getByText('Good day!').waitFor();
    expect(await channel().locator('.message').first().textContent()).toContain('@Readout hello');
  });

  test('the apps menu of a message opens by key and by right click', async () => {
    here.standIn.say(here.standIn.world.owner, here.standIn.world.channel, 'one two three');
    await channel().getByText('one two three').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Count words' }).waitFor();
    await shoot(page, 'apps-menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Count words' }).waitFor();
    await page.keyboard.press('Enter');
    await channel().getByText('3 words').waitFor();
    expect(await last(channel()).textContent()).toContain('Only you can see this');
  });

  test('a form is filled in and sent', async () => {
    await channel().getByRole('combobox', { name: 'Message #news' }).focus();
    await page.keyboard.type('/report');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Report' }).waitFor();
    await page.getByLabel('What is wrong?').fill('The date');
    await shoot(page, 'form');
    await page.getByRole('button', { name: 'Submit' }).click();
    await channel().getByText('Thank you for: The date').waitFor();
  });

  test.each([
    [
      '**strong** and *leaning* and _so_ and ~~gone~~',
      '<p><strong>strong</strong> and <em>leaning</em> and <em>so</em> and <s>gone</s></p>',
    ],
    ['**strong *both* strong**', '<p><strong>strong <em>both</em> strong</strong></p>'],
    ['snake_case_name and 2 * 3 * 4', '<p>snake_case_name and 2 * 3 * 4</p>'],
    ['\\*not\\* \\[a\\](b)', '<p>*not* [a](b)</p>'],
    ['## Heading\n-# small', '<h4>Heading</h4><small class="subtext">small</small>'],
    ['> one\n> **two**\nthree', '<blockquote><p>one</p><p><strong>two</strong></p></blockquote><p>three</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    [
      '`a *b*` <t:1447372800:D>',
      '<p><code>a *b*</code> <time datetime="2015-11-13T00:00:00.000Z" class="timestamp">13 November 2015</time></p>',
    ],
    [
      '[words](<https://example.org/a_(b)>)',
      '<p><a href="https://example.org/a_(b)" target="_blank" rel="noopener noreferrer">words</a></p>',
    ],
    ['[click](javascript:alert(1))', '<p>[click](javascript:alert(1))</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ])('%s is shown as Discord shows it', async (written, shown) => {
    here.standIn.say(here.standIn.world.owner, here.standIn.world.channel, written);
    await channel().locator('article').waitFor();
    expect(await channel().locator('article .body').innerHTML()).toBe(shown);
  });

  test('arrow keys go from message to message', async () => {
    const { owner, channel: news } = here.standIn.world;
    for (const words of ['first', 'second', 'third']) here.standIn.say(owner, news, words);
    await channel().getByText('third').waitFor();
    await channel().getByRole('log').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate("document.activeElement.querySelector('.body').textContent")).toBe('second');
  });

  test('pictures are seen and files can be saved', async () => {
    here.standIn.slash(here.standIn.world.member, here.standIn.world.channel, 'picture');
    const image = channel().getByRole('img', { name: 'A green field' });
    await image.waitFor();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      channel().getByRole('link', { name: 'plants.csv' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('plants.csv');
    await shoot(page, 'picture');
  });

  test('each person sees what is theirs: commands, private answers, their own server', async () => {
    const person = page.getByLabel('You are');
    const offered = async (name: string) => {
      await channel().getByRole('combobox', { name }).fill('/gar');
      return channel().getByRole('option').allTextContents();
    };
    expect(await offered('Message #news')).toEqual([]);
    await person.selectOption({ label: 'Samir — owns the server' });
    await expect.poll(() => offered('Message #news')).toEqual(['/garden water Water everything']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await channel().getByText('Watered.').waitFor();
    await person.selectOption({ label: 'Mina — a member' });
    await expect.poll(() => channel().getByText('Watered.').count()).toBe(0);
    await person.selectOption({ label: 'Tom — a stranger, in another server' });
    await channel().getByRole('heading', { name: '# general' }).waitFor();
    expect(await channel().getByText('Elsewhere').count()).toBe(1);
  });

  test('a bot that does not answer is told of as Discord does', async () => {
    here.standIn.slash(here.standIn.world.member, 'dm', 'plant', { name: 'Bluebell' });
    await channel().getByRole('combobox', { name: 'Message #news' }).focus();
    await page.keyboard.type('/silent');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('The application did not respond').waitFor();
  });

  test('it can be light or dark, and narrow', async () => {
    const asked = here.standIn.slash(here.standIn.world.member, here.standIn.world.channel, 'plant', {
      name: 'Foxglove',
    });
    await asked.answered();
    await page.getByRole('button', { name: 'Light theme' }).click();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light');
    await last(channel()).getByRole('heading', { name: 'Foxglove' }).waitFor();
    await shoot(page, 'light');
    await page.setViewportSize({ width: 400, height: 780 });
    expect(await direct().isVisible()).toBe(false);
    await page.getByRole('button', { name: '@ Readout' }).click();
    expect(await direct().isVisible()).toBe(true);
    await page.getByRole('button', { name: '# news' }).click();
    await shoot(page, 'narrow');
    const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wider).toBe(0);
  });

  test.each(['dark', 'light'])('every text has enough contrast when it is %s', async (theme) => {
    const asked = here.standIn.slash(here.standIn.world.member, here.standIn.world.channel, 'plant', {
      name: 'Foxglove',
    });
    await asked.answered();
    here.standIn.directMessage(here.standIn.world.member, 'Hello <@1> `code`');
    await last(channel()).getByRole('heading', { name: 'Foxglove' }).waitFor();
    await direct().getByText('Good day!').waitFor();
    await channel().getByRole('combobox', { name: 'Message #news' }).focus();
    await page.keyboard.type('/');
    if (theme === 'light') await page.getByRole('button', { name: 'Light theme' }).dispatchEvent('click');
    expect(await page.evaluate(lowContrast)).toEqual([]);
  });

  test.each([
    ['dark', 1280],
    ['light', 1280],
    ['dark', 390],
    ['light', 390],
  ] as const)('axe finds nothing serious, in %s and %i wide', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    const { member, channel: news } = here.standIn.world;
    await here.standIn.slash(member, news, 'plant', { name: 'Foxglove' }).answered();
    await here.standIn.slash(member, news, 'picture').answered();
    await last(channel()).getByRole('img', { name: 'A green field' }).waitFor();
    const line = channel().getByRole('combobox', { name: 'Message #news' });
    expect(await seriousIn(page)).toEqual([]);
    await line.fill('/');
    await channel().getByRole('option', { name: '/plant' }).waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await channel().locator('.suggestions').getByRole('option', { name: 'Foxglove' }).waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await last(channel()).click({ button: 'right', position: { x: 5, y: 5 } });
    await page.getByRole('menuitem', { name: 'Count words' }).waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await line.fill('/report');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Report' }).waitFor();
    expect(await seriousIn(page)).toEqual([]);
  });

  test.each([1280, 390])('what the archive holds is told, %i wide', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const held = page.locator('#holdings');
    await held.waitFor();
    expect(await held.locator('div').allInnerTexts()).toHaveLength(4);
    expect((await held.innerText()).replace(/\s+/gu, ' ')).toBe(
      'Articles 1,707 Published 13 November 2015 – 2 May 2021 Outlets 15 People 902',
    );
    await shoot(page, `holdings-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  });

  test('the Tab key reaches everything that can be pressed, and shows where it is', async () => {
    const { member, channel: news } = here.standIn.world;
    await here.standIn.slash(member, news, 'plant', { name: 'Foxglove' }).answered();
    await last(channel()).getByRole('heading', { name: 'Foxglove' }).waitFor();
    const usable = await page.evaluate<number>(countUsable);
    for (let pressed = 0; pressed < usable; pressed++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(markFocused)).toBe('seen');
    }
    expect(await page.evaluate(notReached)).toEqual([]);
  });
});

/** What axe-core finds of serious and critical things, each with where it is. */
async function seriousIn(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** In the page: all that is there to be pressed, chosen or written in. */
const usable = `[...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
  .filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility())`;
const countUsable = `${usable}.length`;
const notReached = `${usable}.filter((one) => !one.dataset.reached).map((one) => one.outerHTML.slice(0, 120))`;
/** In the page: notes that the focus was here, and whether an outline shows it. */
const markFocused = `(() => {
  const one = document.activeElement;
  one.dataset.reached = 'yes';
  const shown = [one, one.closest('.option')].some((each) => each && getComputedStyle(each).outlineStyle !== 'none');
  return shown ? 'seen' : one.outerHTML.slice(0, 120);
})()`;

/** In the page: each visible text whose colour stands out from its ground by less than 4.5 to 1 (WCAG 2.2, AA). */
const lowContrast = `(() => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const ground = (element) => {
    for (let one = element; one !== null; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      const parts = channels(colour);
      if (colour.startsWith('rgb') && (parts.length === 3 || parts[3] === 1)) return parts;
    }
    return [255, 255, 255];
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.data.trim();
    if (words === '' || element.closest('script, noscript, [hidden], :disabled, option') || element.offsetParent === null) continue;
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push(words.slice(0, 40) + ' ' + ratio.toFixed(2));
  }
  return found;
})()`;
