import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { ArticleId } from '../../../src/corpus/article.ts';
import { fits, sizeOf } from '../../../src/discord/render/budget.ts';
import { type Message, notice, render } from '../../../src/discord/render/render.ts';
import { violations } from '../../../src/stand-in/limits.ts';
import { edtf } from '../../../src/text/edtf.ts';
import { span } from '../../../src/text/span.ts';
import { growth, LINEAR } from '../../support/cpu.ts';
import {
  answer,
  entry,
  id,
  plainly,
  quotation,
  seen,
  sentence,
  source,
  text,
  textOf,
} from '../../support/rendered-answers.ts';

/** All pages, each of them checked against Discord's limits, by our own count and by the stand-in's. */
function pagesOf(whole: Answer): Message[] {
  const pages: Message[] = [];
  for (let page = 0; page < 1000; page++) {
    const message = render(whole, page, plainly);
    expect(violations('message', message)).toEqual([]);
    expect(fits(sizeOf(message.components))).toBe(true);
    pages.push(message);
    if (!buttonsOf(message).some((button) => button.custom_id.startsWith(`page:${page + 1}:`) && !button.disabled)) {
      return pages;
    }
  }
  throw new Error('The pages have no end.');
}

const buttonsOf = (message: Message) =>
  message.components[0].components
    .flatMap((one) => (one.type === ComponentType.ActionRow ? one.components : []))
    .flatMap((one) => (one.type === ComponentType.Button && 'custom_id' in one ? [one] : []));

const bodyOf = (pages: readonly Message[]): string => pages.map(textOf).join('\n');

describe('an answer as a message', () => {
  test('shows heading, in one small line how it was understood and what was assumed, then entries with links', () => {
    const [page, ...more] = pagesOf(
      answer({
        heading: 'Three quotations',
        assumed: ['took Hussein to be Ali Hussein', 'took May to be May 2015'],
        entries: [entry([quotation('We agreed')])],
      }),
    );
    expect(more).toEqual([]);
    expect(textOf(page as Message)).toBe(
      [
        '## Three quotations',
        '-# Understood as: what somebody said · took Hussein to be Ali Hussein · took May to be May 2015',
        '### A title',
        '“We agreed”',
        '-# [The Example · newspaper](https://news.example/2015/a#:~:text=some%20words) · 13 November 2015 · K7QF-2M9PXA-3T',
      ].join('\n'),
    );
    expect(buttonsOf(page as Message).map(({ label }) => label)).toEqual(['Something wrong?']);
  });

  test('says once what was understood: not again where the heading says it', () => {
    expect(textOf(render(answer(), 0, plainly))).toBe('## What somebody said');
  });

  test('words that bring their own marks keep them and get no second pair', () => {
    expect(textOf(render(answer({ entries: [entry([quotation('"We agreed"')])] }), 0, plainly))).toContain(
      '\n"We agreed"\n',
    );
  });

  test('an article’s own sentence is set apart, with the words that matter highlighted', () => {
    const body = [sentence('The two met in Geneva.', [span(115, 121)], 100)];
    expect(textOf(render(answer({ entries: [entry(body)] }), 0, plainly))).toContain(
      '\n> The two met in **Geneva**.\n',
    );
  });

  test('a date is in words', () => {
    const date = edtf('2015-11-13');
    if (date === null) throw new Error('no date');
    const told = answer({ lead: [{ is: 'date', date, text: '13 November 2015' }] });
    expect(textOf(render(told, 0, plainly))).toContain('\n13 November 2015');
  });

  test('what was altered in a quotation is struck out, what was added is underlined', () => {
    const body = [text('we '), { is: 'removed', text: 'never' }, text(' '), { is: 'added', text: 'once' }] as const;
    expect(textOf(render(answer({ entries: [entry(body)] }), 0, plainly))).toContain('we ~~never~~ __once__');
  });

  test('an article without an address is named by id and file, and nothing is linked', () => {
    const told = answer({
      sources: [source({ url: null, published: null, kind: 'unreviewed', translation: 'from Russian' })],
      entries: [entry([quotation('We agreed')], { citations: [{ source: 1, span: null, link: null, id }] })],
    });
    const shown = textOf(render(told, 0, plainly));
    expect(shown).toContain(
      '-# The Example · unreviewed outlet · from Russian · date unknown · K7QF-2M9PXA-3T · article made/up, file made/up.md',
    );
    expect(shown).not.toContain('](');
  });

  const reported = (also: object = {}) =>
    answer({
      sources: [
        source(),
        source({ article: 'other/one' as ArticleId, outlet: 'The Other', kind: 'state media', country: 'Russia' }),
      ],
      entries: [
        entry([], {
          body: [
            [sentence('First.')],
            [sentence('Second.', [], 7)],
            [sentence('Third.', [], 50)],
            [sentence('Fourth.', [], 9, 'other/one')],
            [text('A note.')],
          ],
          citations: [
            { source: 1, span: span(0, 6), link: 'https://news.example/1#:~:text=First.', id },
            { source: 1, span: span(7, 14), link: 'https://news.example/1#:~:text=Second.', id },
            { source: 1, span: span(50, 56), link: 'https://news.example/1#:~:text=Third.', id },
            { source: 2, span: span(9, 16), link: 'https://other.example/#:~:text=Fourth.', id },
            { source: 1, span: null, link: 'https://news.example/1', id },
          ],
          ...also,
        }),
      ],
    });

  test('each stretch of a source has its receipt right under it; sentences side by side share one', () => {
    expect(
      textOf(render(reported(), 0, plainly))
        .split('\n')
        .slice(-8),
    ).toEqual([
      '> First.',
      '> Second.',
      '-# [The Example · newspaper](https://news.example/1#:~:text=First.&text=Second.) · 13 November 2015 · K7QF-2M9PXA-3T',
      '> Third.',
      '-# [The Example](https://news.example/1#:~:text=Third.) · K7QF-2M9PXA-3T',
      '> Fourth.',
      'A note.',
      '-# [The Other · state media (Russia)](https://other.example/#:~:text=Fourth.) · 13 November 2015 · K7QF-2M9PXA-3T',
    ]);
  });

  test('of what can be shown in full the first stretch is shown, with who else reports it and a button to the rest', () => {
    const inFull = { label: 'Monday', question: { command: 'met', person: 'somebody' } } as const;
    const page = render(reported({ inFull }), 0, plainly);
    expect(textOf(page).split('\n').slice(-5)).toEqual([
      '> First.',
      '> Second.',
      '-# [The Example · newspaper](https://news.example/1#:~:text=First.&text=Second.) · 13 November 2015 · K7QF-2M9PXA-3T',
      'A note.',
      '-# also: [The Other (13 November 2015)](https://other.example/#:~:text=Fourth.)',
    ]);
    expect(buttonsOf(page).map(({ label }) => label)).toContain('What each said there');
    expect(violations('message', page)).toEqual([]);
  });

  test('a fragment is shown once, in its sentence', () => {
    const told = answer({
      entries: [entry([], { body: [[quotation('no rush')], [sentence('He saw no rush.', [span(0, 7)])]] })],
    });
    expect(textOf(render(told, 0, plainly))).not.toContain('“no rush”');
  });

  test('outlet and date are not said twice where the receipt tells them', () => {
    const told = answer({
      entries: [
        entry([], {
          body: [[quotation('We agreed')], [text('The Example (newspaper), 13 November 2015 · in translation')]],
        }),
        entry([], { body: [[quotation('We part')], [text('The Example (newspaper), 13 November 2015')]] }),
      ],
    });
    const shown = textOf(render(told, 0, plainly));
    expect(shown).toContain('“We agreed”\nin translation\n');
    expect(shown).not.toContain('(newspaper)');
  });

  test('whom else a question may mean is a menu, examples are buttons, and none is there twice', () => {
    const choice = (n: number) => ({ label: `Person ${n}`, question: { command: 'met', person: `${n}` } as const });
    const choices = [choice(1), choice(2), choice(2)];
    const examples = render(answer({ question: { command: 'help' }, choices }), 0, plainly);
    expect(violations('message', examples)).toEqual([]);
    expect(buttonsOf(examples).map(({ label, custom_id }) => [label, custom_id])).toEqual([
      ['Person 1', 'ask:{"command":"met","person":"1"}'],
      ['Person 2', 'ask:{"command":"met","person":"2"}'],
    ]);
    const few = render(answer({ choices }), 0, plainly);
    expect(violations('message', few)).toEqual([]);
    expect(JSON.stringify(few).match(/Person 2/g)).toHaveLength(1);
    expect(buttonsOf(few).map(({ label }) => label)).toEqual(['Something wrong?']);
    const many = render(answer({ choices: Array.from({ length: 40 }, (_, n) => choice(n)) }), 0, plainly);
    expect(violations('message', many)).toEqual([]);
    expect(JSON.stringify(many)).toContain('Person 24');
  });
});

describe('a long answer', () => {
  test('of 200 entries has pages of whole entries: each once, in order, with how many are still to come', () => {
    const entries = Array.from({ length: 200 }, (_, n) =>
      entry([quotation(`words of entry ${n}. ${'more words '.repeat(n % 30)}`)]),
    );
    const pages = pagesOf(answer({ entries }));
    const numbers = [...bodyOf(pages).matchAll(/words of entry (\d+)\./g)].map(([, n]) => Number(n));
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(bodyOf(pages)).not.toContain('continued');

    let seenSoFar = 0;
    for (const page of pages.slice(0, -1)) {
      seenSoFar += textOf(page).match(/words of entry/g)?.length ?? 0;
      expect(buttonsOf(page).at(-2)?.label).toBe(`${200 - seenSoFar} more ▸`);
    }
    expect(textOf(pages[1] as Message)).toContain(`Page 2 of ${pages.length}`);
  });

  test('one sentence of 5,000 characters is cut between words, says so, and loses none', () => {
    const words = Array.from({ length: 800 }, (_, n) => `word${n}`);
    const pages = pagesOf(answer({ entries: [entry([sentence(words.join(' '))])] }));
    expect(pages.length).toBeGreaterThan(1);
    expect(bodyOf(pages).match(/\bword\d+\b/g)).toEqual(words);
    expect(textOf(pages[0] as Message)).toContain('-# … ▸');
    expect(textOf(pages[1] as Message)).toContain('-# ◂ …');
    expect(bodyOf(pages).match(/news\.example/g)).toHaveLength(1);
  });

  test('a quotation of 5,000 characters without a single space is cut all the same, each part between marks', () => {
    const words = '😀'.repeat(2500);
    const pages = pagesOf(answer({ entries: [entry([quotation(words)])] }));
    const parts = [...bodyOf(pages).matchAll(/“([^”]*)”/g)].map(([, part]) => part);
    expect(parts.join('')).toBe(words);
  });

  test.each([
    ['Arabic', 'قال الوزير إن الاجتماع عقد في بغداد '],
    ['Chinese', '外交部长说会议在北京举行。'],
    ['emoji', '👩‍👩‍👧‍👦🇮🇶 '],
    ['markdown', '*_~|`<>[](#)@everyone '],
  ])('in %s, whose bytes or escapes weigh more, stays within the limits', (_, piece) => {
    const entries = [...Array(60)].map((_, n) => entry([quotation(piece.repeat(1 + ((n * 13) % 90)))]));
    expect(pagesOf(answer({ entries })).length).toBeGreaterThan(5);
  });

  test('heading, notes, lead, titles, receipts and labels of absurd length stay within the limits', () => {
    const long = '*'.repeat(6000);
    const told = answer({
      heading: long,
      understood: long,
      assumed: Array(50).fill(long),
      lead: [text(long)],
      entries: [
        entry([text(long)], {
          title: [text(long)],
          citations: Array(90).fill({ source: 1, span: null, link: `https://x.example/${'a'.repeat(3000)}`, id }),
        }),
      ],
      sources: [source({ outlet: long, country: long, translation: long })],
      choices: [{ label: long, question: { command: 'help' } }],
    });
    expect(pagesOf(told).length).toBeGreaterThan(1);
  });

  test('of more entries than anybody turns pages for ends with how many are left, and what to do', () => {
    const looked = new Set<number>();
    const entries = Array.from(
      { length: 20_000 },
      (_, at) =>
        new Proxy(entry([quotation('words')]), {
          get: (one, name, receiver) => {
            if (name === 'body') looked.add(at);
            return Reflect.get(one, name, receiver);
          },
        }),
    );
    const last = render(answer({ entries }), 9999, plainly);
    // The others are counted and not laid out.
    expect(looked.size).toBeGreaterThan(0);
    expect(looked.size).toBeLessThanOrEqual(501);
    expect(violations('message', last)).toEqual([]);
    expect(textOf(last)).toContain('… and 19500 more. Ask about less');
  });

  test('of whatever text and length it is made keeps every limit, on every page', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc
        .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), fc.nat(900))
        .map(([one, n]) => one.repeat(n)),
      fc.constantFrom(
        '',
        ' ',
        '\n\n',
        '*'.repeat(5000),
        ' '.repeat(5000),
        `  ${'a'.repeat(5000)}`,
        '\u202e'.repeat(4500),
      ),
    );
    const runs = fc.array(
      fc.oneof(
        words.map(text),
        words.map((one) => quotation(one)),
        words.map((one) => sentence(one)),
      ),
      { maxLength: 2 },
    );
    const entries = fc.array(
      fc.tuple(runs, fc.array(runs, { maxLength: 2 })).map(([title, body]) => entry([], { title, body })),
      { maxLength: 3 },
    );
    const answers = fc
      .tuple(words, words, fc.array(words, { maxLength: 5 }), runs, entries)
      .map(([heading, understood, assumed, lead, list]) =>
        answer({ heading, understood, assumed, lead, entries: list }),
      );
    fc.assert(
      fc.property(answers, (any) => {
        pagesOf(any);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 20_000 },
    );
  });

  test('a page that does not exist is brought into range', () => {
    const entries = Array.from({ length: 30 }, () => entry([quotation('words')]));
    const last = pagesOf(answer({ entries })).length - 1;
    expect(render(answer({ entries }), 999, plainly)).toEqual(render(answer({ entries }), last, plainly));
    expect(render(answer({ entries }), -5, plainly)).toEqual(render(answer({ entries }), 0, plainly));
    expect(render(answer({ entries }), Number.NaN, plainly)).toEqual(render(answer({ entries }), 0, plainly));
  });
});

describe('text of others', () => {
  test.each([
    '@everyone',
    '<@123456789012345678>',
    '<@&123456789012345678>',
    '<#123456789012345678>',
    '<:smile:123456789012345678>',
    '</met:123456789012345678>',
    '<t:1700000000:R>',
    '<id:customize>',
    '[Click me](http://evil.example)',
    '<http://evil.example>',
    'http://evil.example',
    'discord.gg/abcdef',
    'https://discord.com/invite/abc',
    '**bold** __x__ ~~y~~ ||z|| `code` ```block```',
    ':smile:',
    '# heading',
    '-# small',
    '> quote',
    '>>> quote',
    '- item',
    '* item',
    '1. item',
    'a\n# heading\n> quote',
  ])('%j shows as it is written and does nothing', (hostile) => {
    const told = answer({
      heading: hostile,
      understood: hostile,
      assumed: [hostile],
      lead: [text(hostile)],
      entries: [entry([quotation(hostile), sentence(hostile)], { title: [{ is: 'strong', text: hostile }] })],
      sources: [source({ outlet: hostile })],
    });
    const shown = textOf(render(told, 0, plainly));
    // Without the receipt's own link.
    const rest = shown.replaceAll(/\]\(https:\/\/news\.example[^)]*\)/g, ']');
    // What Discord acts on must not be there once everything that a backslash disarms is taken out.
    const live = rest.replaceAll(/\\[^0-9A-Za-z\s]/g, '');
    expect(live).not.toMatch(/@everyone|<[@#:/t]|\]\(|https?:\/\/|discord(app)?\.(gg|com\/)|`|\|\||__|~~|:smile:/);
    expect(live.split('\n').filter((line) => /^\s*(# |>>> |[-*+] |\d+[.)] )/.test(line))).toEqual([]);
    expect(seen(shown)).toContain(hostile.replace(/\s*\n\s*/g, ' '));
  });

  test('controls that turn or hide writing are left out; right-to-left words are kept to themselves', () => {
    const shown = textOf(
      render(
        answer({
          entries: [entry([quotation('ab\u202ecd\u200b\u2066e\ufeff\0'), text(' '), quotation('قال \u200fنعم')])],
        }),
        0,
        plainly,
      ),
    );
    expect(shown).toContain('“abcde”');
    expect(shown).toContain('“\u2068قال نعم\u2069”');
  });

  test('Persian keeps the joiners it is spelled with', () => {
    expect(textOf(render(answer({ heading: 'می\u200cخواهم' }), 0, plainly))).toContain('می\u200cخواهم');
  });

  test.each(['javascript:alert(1)', 'not an address', 'https://bbc.com@evil.example/', 'ftp://x.example/'])(
    'the address %j becomes no link',
    (link) => {
      const told = answer({ entries: [entry([quotation('w')], { citations: [{ source: 1, span: null, link, id }] })] });
      expect(textOf(render(told, 0, plainly))).not.toContain('](');
    },
  );

  test('an address can’t break out of its link', () => {
    const link = 'https://news.example/a_(b)#:~:text=x) [evil](http://evil.example';
    const told = answer({ entries: [entry([quotation('w')], { citations: [{ source: 1, span: null, link, id }] })] });
    expect(textOf(render(told, 0, plainly))).toContain(
      '](https://news.example/a_%28b%29#:~:text=x%29%20%5Bevil%5D%28http://evil.example)',
    );
  });
});

test('a notice with more lines than fit says how many are missing', () => {
  const message = notice(
    'Reindexed',
    Array.from({ length: 500 }, (_, n) => `file ${n}: ${'@everyone '.repeat(20)}`),
  );
  expect(violations('message', message)).toEqual([]);
  const shown = textOf(message).match(/^file \d+/gm)?.length ?? 0;
  expect(textOf(message)).toContain(`… + ${500 - shown}`);
});

test('a sentence of half a megabyte is laid out in time that grows with its length alone', () => {
  const told = (units: number) => answer({ entries: [entry([sentence('words (of it) * '.repeat(units / 16))])] });
  expect(growth(500_000, told, (one) => render(one, 0, plainly))).toBeLessThan(LINEAR);
});
