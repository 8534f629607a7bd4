import type { Reading } from '../../src/reading/reading.ts';

/** What texts are made of that break readers: marks, titles, joiners, halves of characters, words from right to left. */
const PIECES = [
  '"“”«»„‘’\'`()[]{}—–-.,:;!?…'.split(''),
  [' ', ' ', ' ', ' ', '\n', '\n\n', '\r\n', '\t', '\u00a0', '\u200b', '\u2028', '\ufeff', '\0'],
  "''|``|'s|’s|. |, |: |...|. . .| - | -- |.”|,” ".split('|'),
  ['\u0301', '\u0300\u0301', '\u202e', '\u202c', '\u200d', '\ud83d', '\ude00'],
  '😀|👨‍👩‍👧|ﷺ|ß|İ|ﬁ|محمد|بن|سلمان|לבוא|Лавров|习近平|नरेन्द्र|Thaçi|Erdoğan|al-|Abdul-|bin|von der|O’'.split('|'),
  'Foreign Minister|the president of|Sergei Ivanov|Mr.|Gen.|Ivanov|his Russian counterpart|A.|U.S.|(PMU)'.split('|'),
  'said|told|according to|asked|added that|he|she|they|who|the ministry|SHOUTED WORDS|will not|called off'.split('|'),
  'met|held talks with|a meeting between|and|of|the|visited|in Moscow|delegation'.split('|'),
  'on Friday|last November|a month ago|11 February 2020|2020-02-30|31/02/2020|the 1990s|99999999999999|10:30'.split(
    '|',
  ),
].flat();

export interface HostileKind {
  readonly name: string;
  readonly make: (random: () => number, articles: readonly string[]) => string;
}

/** A whole number below `limit`. */
const below = (random: () => number, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: () => number, list: readonly T[], other: T): T => list[below(random, list.length)] ?? other;

/** An article of the list from somewhere to somewhere, not minding words or characters. */
function cut(random: () => number, articles: readonly string[]): string {
  const article = pick(random, articles, '');
  const from = random() < 0.5 ? 0 : below(random, article.length);
  return article.slice(from, from + below(random, 900));
}

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Ways to make a text that nobody would write and somebody will send. */
export const HOSTILE: readonly HostileKind[] = [
  {
    name: 'random code units',
    make: (random) => String.fromCharCode(...times(below(random, 300), () => below(random, 0x10000))),
  },
  {
    name: 'random printable',
    make: (random) => String.fromCharCode(...times(below(random, 400), () => 32 + below(random, 95))),
  },
  { name: 'pieces in any order', make: (random) => times(below(random, 80), () => pick(random, PIECES, ' ')).join('') },
  {
    name: 'pieces in any order, spaced',
    make: (random) => times(below(random, 80), () => pick(random, PIECES, ' ')).join(' '),
  },
  { name: 'article cut off', make: cut },
  {
    name: 'article with pieces thrown in',
    make: (random, articles) =>
      cut(random, articles).replace(/\s+/g, (space) => (random() < 0.1 ? pick(random, PIECES, ' ') : space)),
  },
  {
    name: 'article with characters lost',
    make: (random, articles) => cut(random, articles).replace(/./gs, (character) => (random() < 0.05 ? '' : character)),
  },
  {
    name: 'article with words in any order',
    make: (random, articles) => {
      const words = cut(random, articles).split(' ');
      return times(words.length, () => pick(random, words, '')).join(' ');
    },
  },
  {
    name: 'nested marks',
    make: (random) => {
      const marks = times(1 + below(random, 40), () =>
        pick(random, ['“”', '«»', '()', '[]', '‘’', '""', "``''"], '""'),
      );
      const inner = times(below(random, 8), () => pick(random, PIECES, ' ')).join(' ');
      const open = marks.map((mark) => mark.slice(0, mark.length / 2)).join(random() < 0.5 ? '' : ' she said, ');
      const close = [...marks].reverse().map((mark) => mark.slice(mark.length / 2));
      return open + inner + close.slice(0, below(random, close.length + 1)).join('');
    },
  },
];

/** What is wrong with a reading of `text`: spans that are none of it, or stand out of order. Empty for a sound one. */
export function faultsOf(text: string, reading: Reading): string[] {
  const faults: string[] = [];
  checkSpans(reading, 'reading', text.length, faults);
  for (const [list, spans] of Object.entries({ sentence: reading.sentences, mention: reading.mentions })) {
    spans.forEach(({ start, end }, i) => {
      if (end <= start) faults.push(`${list} ${i} is empty`);
      if (start < (spans[i - 1]?.end ?? 0)) faults.push(`${list} ${i} begins within the one before`);
    });
  }
  reading.mentions.forEach(({ entity, role }, i) => {
    if (!reading.entities[entity]) faults.push(`mention ${i} has no entity`);
    if (role && text.slice(role.start, role.end) !== role.text)
      faults.push(`role of mention ${i} is not its span's words`);
  });
  for (const [list, spans] of Object.entries({
    quotation: reading.quotations,
    meeting: reading.meetings,
    date: reading.dates,
  })) {
    spans.forEach(({ start }, i) => {
      if (start < (spans[i - 1]?.start ?? 0)) faults.push(`${list} ${i} stands before the one before it`);
    });
  }
  reading.quotations.forEach(({ start, end, words }, i) => {
    if (words.start < start || words.end > end) faults.push(`words of quotation ${i} are not within it`);
  });
  return faults;
}

/** Looks at every span anywhere in `value`. */
function checkSpans(value: unknown, path: string, length: number, faults: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) {
    const [start, end] = [Number(value.start), Number(value.end)];
    if (!(start >= 0 && start <= end && end <= length)) faults.push(`${path} is no span of the text: ${start}–${end}`);
  }
  for (const [key, inner] of Object.entries(value)) checkSpans(inner, `${path}.${key}`, length, faults);
}
