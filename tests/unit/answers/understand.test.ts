import { describe, expect, it } from 'vitest';
import { linkToWords } from '../../../src/answers/citations/text-fragment.ts';
import { plainCommand } from '../../../src/answers/commands-meant.ts';
import { placesMeant } from '../../../src/answers/understand/places.ts';
import { slashLine } from '../../../src/answers/understand/slash.ts';
import { difference, isSameText } from '../../../src/answers/verify/word-difference.ts';
import { withoutDiscordMarks } from '../../../src/text/discord-marks.ts';

describe('a line with a command', () => {
  const known = (name: string) => (name === 'met' ? ['person', 'with', 'since'] : []);

  it('reads options by name and words without', () => {
    expect(slashLine('/met person:Ann Lee with:"The Moe" since:2015', known)).toEqual({
      name: 'met',
      options: { person: 'Ann Lee', with: 'The Moe', since: '2015' },
      words: '',
    });
    expect(slashLine('/met Ann Lee', known)).toEqual({ name: 'met', options: {}, words: 'Ann Lee' });
    expect(slashLine('met Ann Lee', known)).toBeNull();
  });

  it('leaves a search its marks, which ask for exact words', () => {
    const text = (line: string) => slashLine(line, () => ['text'])?.options.text;
    expect(text('/search text:"not a day later"')).toBe('"not a day later"');
    expect(text('/search text: "not a day" harbour')).toBe('"not a day" harbour');
  });
});

it('nothing but an address asks for its article, in the brackets that keep Discord from unfolding it too', () => {
  const article = 'https://herald.example/2021/harbour';
  expect(plainCommand(withoutDiscordMarks(`<${article}>`))).toEqual({ command: 'article', article });
  expect(plainCommand(`what does ${article} say?`)).toBeNull();
});

describe('a place asked for', () => {
  const known = ['Kyiv', 'Odesa', 'Ankara', 'Port of Spain', 'Oslo'];

  it.each([
    ['Kiev', ['Kyiv']],
    ['odessa', ['Odesa']],
    ['OSLO', ['Oslo']],
    ['Turkey', ['Ankara']],
    ['Port Louis', ['Port Louis']],
    ['Lima', ['Lima']],
  ])('%s is known in its other spellings, a country by its capital', (asked, meant) => {
    expect(placesMeant(asked, known)).toEqual(meant);
  });
});

describe('a link to the words', () => {
  it('opens the page at them', () => {
    expect(linkToWords('https://news.example/a', 'We will pay, gladly')).toBe(
      'https://news.example/a#:~:text=We%20will%20pay%2C%20gladly',
    );
  });

  it('names a long stretch by its ends and encodes what has a meaning in a fragment or a Discord link', () => {
    const link = linkToWords(
      'https://news.example/a#b',
      'one two (three) four-five six seven eight nine ten eleven twelve',
    );
    expect(link).toBe(
      'https://news.example/a#b:~:text=one%20two%20%28three%29%20four%2Dfive%20six,eight%20nine%20ten%20eleven%20twelve',
    );
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'not an address', 'https://user:word@news.example/'])(
    'is never made of %s',
    (url) => expect(linkToWords(url, 'words')).toBeNull(),
  );
});

describe('a quotation compared word by word', () => {
  it('takes marks, case and spaces for no difference', () => {
    expect(isSameText('“We will\u00a0pay,” he’d say', "we will pay he'd say.")).toBe(true);
    expect(isSameText('We will pay', 'We shall pay')).toBe(false);
  });

  it('strikes out the asker’s word and adds the archive’s', () => {
    expect(difference('We will pay all', 'We shall pay all').filter(({ is }) => is !== 'text')).toEqual([
      { is: 'removed', text: 'will' },
      { is: 'added', text: 'shall' },
    ]);
  });
});
