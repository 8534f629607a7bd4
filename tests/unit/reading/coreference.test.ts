import { describe, expect, test } from 'vitest';
import {
  anaphorIn,
  describe as described,
  mentionsOf,
  referentOf,
} from '../../../src/reading/coreference/coreference.ts';
import { resolveMentions } from '../../../src/reading/coreference/resolve.ts';
import type { ReadingDocument } from '../../../src/reading/document.ts';
import { loadModels } from '../../../src/reading/models.ts';
import { nameReading } from '../../../src/reading/read.ts';
import { span } from '../../../src/text/span.ts';

const models = loadModels('data');
const reading = (text: string): ReadingDocument => nameReading({ text, published: null, headline: null }, models);

/** Whom the words between « and » mean: names in order, joined by " + "; "nobody" where nobody is meant for sure. */
function meant(marked: string): string {
  const text = marked.replace(/[«»]/g, '');
  const start = marked.indexOf('«');
  const document = reading(text);
  const referent = referentOf(resolveMentions(document), span(start, marked.indexOf('»') - 1));
  const names = referent?.entities.map((entity) => document.entities[entity]?.name) ?? [];
  return names.sort().join(' + ') || 'nobody';
}

describe('pronouns', () => {
  test.each([
    ['Foreign Minister Elena Brandt arrived in Lima on Monday. «She» said the talks had gone well.', 'Elena Brandt'],
    ['Peter Novak met Elena Brandt in Lima. “It went well,” «he» said.', 'Peter Novak'],
    ['Peter Novak met Elena Brandt in Lima. “It went well,” «she» said.', 'Elena Brandt'],
    ['Elena Brandt thanked Peter Novak for «his» help.', 'Peter Novak'],
    ['Peter Novak said on Tuesday that «he» would not resign.', 'Peter Novak'],
  ])('in “%s” the person is %s', (text, name) => {
    expect(meant(text)).toBe(name);
  });

  test('an “it” that stands for nothing means nobody', () => {
    expect(meant('The World Bank met on Friday. «It» is raining in Lima.')).toBe('nobody');
  });

  test('a man whom no one names is not the woman the article names', () => {
    expect(
      meant('Elena Brandt spoke in Lima. A fisherman was waiting outside. «He» said the harbour was closed.'),
    ).toBe('nobody');
  });
});

describe('several', () => {
  test.each([
    [
      'China blamed the United States on Friday. Trade between «the two countries» has fallen.',
      'China + United States',
    ],
    ['Ana Rojas and Omar Haddad met in Lima. «The two leaders» spoke for an hour.', 'Ana Rojas + Omar Haddad'],
  ])('in “%s” the pair is %s', (text, names) => {
    expect(meant(text)).toBe(names);
  });

  test('sides that are nobody the article names together mean nobody', () => {
    expect(meant('Ana Rojas spoke in Lima. There were losses on «both sides».')).toBe('nobody');
  });
});

describe('posts and nouns', () => {
  test.each([
    [
      'Peruvian Foreign Minister Ana Rojas met Omar Haddad in Lima. «The foreign minister» said she was glad.',
      'Ana Rojas',
    ],
    ['President Omar Haddad flew to Lima on Monday. «The president» said he would return.', 'Omar Haddad'],
    ['Ana Rojas, «the foreign minister», flew to Lima.', 'Ana Rojas'],
  ])('in “%s” the holder is %s', (text, name) => {
    expect(meant(text)).toBe(name);
  });

  test('a post that nobody of the article holds means nobody', () => {
    expect(meant('President Omar Haddad flew to Lima on Monday. A crowd cheered. «The mayor» was not there.')).toBe(
      'nobody',
    );
  });

  test('a deputy is not the minister', () => {
    expect(meant('Foreign Minister Ana Rojas was in Lima. «The deputy foreign minister» stayed at home.')).toBe(
      'nobody',
    );
  });

  test('somebody without a name is described as the article does', () => {
    const text = 'President Omar Haddad was angry. A senior official of the ministry said so.';
    const at = text.indexOf('A senior');
    const where = span(at, text.indexOf(' said so'));
    const coreference = resolveMentions(reading(text));
    expect(anaphorIn(coreference, where)?.referent).toBeNull();
    expect(described(coreference, where, text)).toBe('senior official of the ministry');
  });
});

test('mentions of a person are names, pronouns and posts, in order', () => {
  const text = 'President Omar Haddad flew to Lima on Monday. He said he was glad.';
  const document = reading(text);
  const coreference = resolveMentions(document);
  const haddad = document.mentions.find(({ type }) => type === 'person')?.entity;
  const words =
    haddad === undefined ? [] : mentionsOf(coreference, haddad).map(({ start, end }) => text.slice(start, end));
  expect(words).toEqual(['Omar Haddad', 'He', 'he']);
});

test('a long text without names costs no more than its length', () => {
  const time = (size: number) => {
    const document = reading('He said the minister was glad. '.repeat(size));
    const before = process.cpuUsage();
    resolveMentions(document);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  time(50);
  expect(time(400)).toBeLessThan(20 * Math.max(5, time(50)));
});
