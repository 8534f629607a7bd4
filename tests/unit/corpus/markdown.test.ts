import { describe, expect, it } from 'vitest';
import { articlesOf } from '../../../src/corpus/articles.ts';
import { withoutMarkdown } from '../../../src/corpus/markdown.ts';
import { loadOutlets } from '../../../src/corpus/outlets.ts';

describe('Markdown is read as its words', () => {
  it.each([
    ['The ferry to [Kisanda](https://herald.example/k) sailed.', 'The ferry to Kisanda sailed.'],
    ['See [the port (old)](https://herald.example/a_(b) "Port") today.', 'See the port (old) today.'],
    ['![The ferry](x.jpg)The **northern islands** and the _pier_.', 'The northern islands and the pier.'],
    ['# Pier\n“We waited a *long* time,” ***she*** said.', 'Pier\n“We waited a long time,” she said.'],
    ['The [mayor][1] spoke.[^2]\n\n[1]: https://herald.example/m', 'The mayor spoke.\n\n'],
    ['## Ferry sails again ##', 'Ferry sails again'],
    ['# Cost\nIt cost 3 \\* 4 shillings \\[sic\\].', 'Cost\nIt cost 3 * 4 shillings [sic].'],
  ])('%j', (markdown, words) => {
    expect(withoutMarkdown(markdown)).toBe(words);
  });

  it.each([
    'Everybody was there, **too**, and *again*.',
    '“That is b***s*** and f***ing nonsense,” he said.',
    'He [the mayor] said it (on Monday) and 2 * 3 * 4 is 24.',
    'snake_case_name and a_b stay, and so does #hashtag.',
    'See footnote [3][4] of the report.',
    '* A crossing costs four shillings.',
  ])('and what is none stays as it is: %s', (text) => {
    expect(withoutMarkdown(text)).toBe(text);
    if (!text.includes('too')) expect(withoutMarkdown(`# Pier\n${text}`)).toBe(`Pier\n${text}`);
  });

  it('in a file of Markdown alone', () => {
    const text =
      'The ferry to [Kisanda](https://herald.example/k) sailed.\n\nIt carried **two hundred** people over the bay.';
    const bodyOf = (path: string) => articlesOf({ path, bytes: Buffer.from(text) }, loadOutlets([])).articles[0]?.body;
    expect(bodyOf('ferry.md')).toBe('The ferry to Kisanda sailed.\n\nIt carried two hundred people over the bay.');
    expect(bodyOf('ferry.txt')).toBe(text);
  });
});
