import { expect, test } from 'vitest';
import { type PayloadKind, violations } from '../../../src/stand-in/limits.ts';

const v2 = { flags: 32_768 };
const text = (content: string) => ({ type: 10, content });
const button = (also: object) => ({ type: 2, style: 2, label: 'Next', ...also });
const row = (...components: object[]) => ({ type: 1, components });
const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));
const option = (index: number) => ({ label: `Option ${index}`, value: String(index) });
const select = (options: object[]) => row({ type: 3, custom_id: 'choose', options });
const command = (also: object) => ({ name: 'met', description: 'Who met whom', ...also });
const before = { flags: 32_768, content: '', embeds: 0, components: 1, files: [] };

const good: [string, PayloadKind, unknown][] = [
  ['plain content of 2000', 'message', { content: 'x'.repeat(2000) }],
  ['40 components in all', 'response', { ...v2, components: [{ type: 17, components: many(39, () => text('x')) }] }],
  ['4000 characters in all', 'response', { ...v2, components: [text('x'.repeat(2000)), text('y'.repeat(2000))] }],
  [
    'five rows of five buttons',
    'message',
    { content: 'x', components: many(5, (r) => row(...many(5, (b) => button({ custom_id: `${r}:${b}` })))) },
  ],
  ['a link button', 'message', { content: 'x', components: [row(button({ style: 5, url: 'https://example.org/' }))] }],
  ['embeds of 6000', 'message', { embeds: [{ description: 'x'.repeat(4000) }, { description: 'y'.repeat(2000) }] }],
  ['25 choices', 'choices', { choices: many(25, (index) => ({ name: 'x'.repeat(100), value: String(index) })) }],
  [
    'a command',
    'commands',
    [command({ options: [{ type: 3, name: 'person', description: 'Who', autocomplete: true }] })],
  ],
  ['names in other scripts', 'command', command({ name: 'встречи', name_localizations: { ar: 'لقاءات' } })],
  ['an apps menu entry', 'commands', [{ type: 3, name: 'Check quotes' }]],
];
test.each(good)('Discord takes %s', (_what, kind, payload) => {
  expect(violations(kind, payload)).toEqual([]);
});

const bad: [string, PayloadKind, unknown, string][] = [
  ['content of 2001', 'message', { content: 'x'.repeat(2001) }, 'content'],
  ['an empty message', 'message', { content: '  ' }, 'empty message'],
  ['content beside components', 'response', { ...v2, content: 'x', components: [text('y')] }, 'content'],
  ['an embed beside components', 'response', { ...v2, embeds: [{ title: 'x' }], components: [text('y')] }, 'embeds'],
  ['text displays without the flag', 'message', { components: [text('x')] }, 'components[0].type'],
  [
    '41 components, nested',
    'response',
    { ...v2, components: [{ type: 17, components: many(40, () => text('x')) }] },
    '41 components',
  ],
  [
    '4001 characters over all texts',
    'response',
    { ...v2, components: [text('x'.repeat(4000)), text('y')] },
    '4001 characters',
  ],
  ['too many bytes of text that is not Latin', 'response', { ...v2, components: [text('語'.repeat(3400))] }, 'bytes'],
  [
    'a section of four texts',
    'response',
    { ...v2, components: [{ type: 9, components: many(4, () => text('x')), accessory: button({ custom_id: 'x' }) }] },
    'components[0].components',
  ],
  [
    'a section without accessory',
    'response',
    { ...v2, components: [{ type: 9, components: [text('x')] }] },
    'accessory',
  ],
  ['a file no component shows', 'response', { ...v2, components: [text('x')] }, 'No component shows the file'],
  [
    'a file that was not sent',
    'response',
    { ...v2, components: [{ type: 13, file: { url: 'attachment://b.csv' } }] },
    '"b.csv" was not sent',
  ],
  [
    'the same custom id twice',
    'message',
    { content: 'x', components: [row(button({ custom_id: 'a' }), button({ custom_id: 'a' }))] },
    'duplicated',
  ],
  [
    'a custom id of 101',
    'message',
    { content: 'x', components: [row(button({ custom_id: 'a'.repeat(101) }))] },
    'custom_id',
  ],
  ['a link button without address', 'message', { content: 'x', components: [row(button({ style: 5 }))] }, 'url'],
  [
    'a link of 513',
    'message',
    { content: 'x', components: [row(button({ style: 5, url: `https://${'x'.repeat(505)}` }))] },
    'url',
  ],
  [
    'a link that is none',
    'message',
    { content: 'x', components: [row(button({ style: 5, url: 'javascript:alert(1)' }))] },
    'Scheme',
  ],
  ['a button without custom id', 'message', { content: 'x', components: [row(button({}))] }, 'custom_id'],
  [
    'a label of 81',
    'message',
    { content: 'x', components: [row(button({ custom_id: 'a', label: 'x'.repeat(81) }))] },
    'label',
  ],
  [
    'a button without label',
    'message',
    { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    'label',
  ],
  [
    'six buttons in a row',
    'message',
    { content: 'x', components: [row(...many(6, (index) => button({ custom_id: String(index) })))] },
    'components[0].components',
  ],
  [
    'six rows',
    'message',
    { content: 'x', components: many(6, (index) => row(button({ custom_id: String(index) }))) },
    '5 or fewer',
  ],
  ['a select of 26', 'message', { content: 'x', components: [select(many(26, option))] }, 'options'],
  [
    'the same value twice in a select',
    'message',
    { content: 'x', components: [select([option(1), option(1)])] },
    'already used',
  ],
  [
    'a select beside a button',
    'message',
    { content: 'x', components: [row(button({ custom_id: 'a' }), { type: 3, custom_id: 'b', options: [option(1)] })] },
    'row of its own',
  ],
  [
    'embeds of 6001',
    'message',
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'y'.repeat(2001) }] },
    '6001',
  ],
  ['26 fields', 'message', { embeds: [{ fields: many(26, () => ({ name: 'x', value: 'y' })) }] }, 'fields'],
  ['an empty embed', 'message', { embeds: [{}] }, 'required'],
  ['an unknown key', 'message', { content: 'x', colour: 'red' }, 'colour'],
  [
    'an unknown key inside',
    'message',
    { content: 'x', components: [row(button({ custom_id: 'a', tooltip: 'x' }))] },
    'tooltip',
  ],
  [
    'mentions allowed twice',
    'message',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'mutually exclusive',
  ],
  ['26 choices', 'choices', { choices: many(26, (index) => ({ name: 'x', value: String(index) })) }, 'choices'],
  ['a choice of 101', 'choices', { choices: [{ name: 'x'.repeat(101), value: 'x' }] }, 'choices[0].name'],
  ['a choice without text', 'choices', { choices: [{ name: '', value: 'x' }] }, 'choices[0].name'],
  ['a modal title of 46', 'modal', { custom_id: 'a', title: 'x'.repeat(46), components: [text('x')] }, 'title'],
  ['six modal components', 'modal', { custom_id: 'a', title: 'x', components: many(6, () => text('x')) }, 'components'],
  ['an upper-case command', 'commands', [command({ name: 'Met' })], 'lower case'],
  ['a command name with a space', 'commands', [command({ name: 'who met' })], 'name'],
  ['a description of 101', 'command', command({ description: 'x'.repeat(101) }), 'description'],
  ['a command named twice', 'commands', [command({}), command({})], 'unique'],
  [
    'a required option after others',
    'command',
    command({
      options: [
        { type: 3, name: 'a', description: 'x' },
        { type: 3, name: 'b', description: 'x', required: true },
      ],
    }),
    'Required options',
  ],
  [
    'choices with autocomplete',
    'command',
    command({
      options: [{ type: 3, name: 'a', description: 'x', autocomplete: true, choices: [{ name: 'x', value: 'x' }] }],
    }),
    'exclude',
  ],
  [
    '26 options',
    'command',
    command({ options: many(26, (index) => ({ type: 3, name: `o${index}`, description: 'x' })) }),
    'options',
  ],
  [
    '16 apps menu entries',
    'commands',
    many(16, (index) => ({ type: 3, name: `Entry ${index}` })),
    '16 commands of type 3',
  ],
  ['101 commands', 'commands', many(101, (index) => command({ name: `c${index}` })), '101 commands of type 1'],
  [
    '8001 characters of one command',
    'command',
    command({
      options: many(25, (index) => ({
        type: 3,
        name: `o${index}`,
        description: 'x'.repeat(100),
        choices: many(4, (c) => ({ name: `${c}`.repeat(90), value: `${c}` })),
      })),
    }),
    'at most 8000',
  ],
];
test.each(bad)('Discord refuses %s', (_what, kind, payload, named) => {
  expect(
    violations(kind, payload, { files: _what === 'a file no component shows' ? ['a.csv'] : [] }).join('\n'),
  ).toContain(named);
});

test('an edit is judged with what the message was', () => {
  expect(violations('edit', { components: [text('x')] }, { before })).toEqual([]);
  expect(violations('edit', { content: 'x' }, { before }).join()).toContain('content');
  expect(violations('edit', { flags: 0, components: [text('x')] }, { before }).join()).toContain('cannot be removed');
  expect(violations('edit', { components: [] }, { before }).join()).toContain('empty message');
  const spoken = { ...before, flags: 0, content: 'said', components: 0 };
  expect(violations('edit', { ...v2, components: [text('x')] }, { before: spoken }).join()).toContain('content');
  expect(violations('edit', { ...v2, content: null, components: [text('x')] }, { before: spoken })).toEqual([]);
});
