import type { Edtf } from '../../text/edtf.ts';
import type { Anchor } from './calendar.ts';
import type { Tense } from './tense.ts';

/** What a rule may know besides the words it matched. */
export interface Setting {
  readonly anchor: Anchor | null;
  readonly tense: () => Tense | null;
  /** What stands directly before and after the words, a few characters of each. */
  readonly before: string;
  readonly after: string;
}

export interface DateRule {
  /** Words that the rule reads, in a sentence. */
  readonly example: string;
  readonly pattern: RegExp;
  /** The date meant; null where the words, here, mean none. */
  readonly value: (words: Record<string, string | undefined>, setting: Setting) => Edtf | null;
}

// Fragments of patterns. Blanks are bounded, so that a page of them costs nothing.
export const _ = '[ \\u00a0\\n]{1,3}';
export const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|' +
  'Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![\\p{L}\\d])';
export const WEEKDAY = '(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?![\\p{L}\\d])';
const SHORT_WEEKDAY = '(?:Sun|Mon|Tues?|Wed|Thurs?|Fri|Sat)\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
export const NTH = `${DAY}(?:st|nd|rd|th)?`;
export const YEAR = '(?:1[0-9]|20)\\d\\d(?![\\p{L}\\d])';
export const NAMED_DAY = `(?:(?:${WEEKDAY}|${SHORT_WEEKDAY}),?${_})?`;
export const PART = `(?:(?:early|late|mid|the${_}(?:end|beginning|start|middle)${_}of)(?:${_}|-))?`;
export const TO = `(?: ?[-–—] ?|${_}(?:to|and)${_})`;
export const UNIT = '(?<unit>day|week|month|year)';
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
export const COUNT = `(?<count>an?|${NUMBERS.join('|')}|\\d{1,3})`;

/** "13 May" or "May 13". */
export const DAY_MONTH = (end: string): string =>
  `(?:(?<${end}1>${NTH})${_}(?<${end}Month1>${MONTH})|(?<${end}Month2>${MONTH})${_}(?<${end}2>${NTH})(?![\\p{L}\\d]))`;

export const rule = (example: string, pattern: string, value: DateRule['value']): DateRule => ({
  example,
  pattern: new RegExp(pattern, 'uy'),
  value,
});
export const number = (word = ''): number =>
  /^an?$/.test(word) ? 1 : /^\d/.test(word) ? Number.parseInt(word, 10) : NUMBERS.indexOf(word) + 1;
