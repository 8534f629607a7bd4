import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import anyAscii from 'any-ascii';
import { mostThat } from '../text/binary-search.ts';

// DejaVu: Latin, Cyrillic, Greek, Arabic and Hebrew letters in one free family; the condensed cut saves room on a phone.
const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const FILES = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf', 'DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

const FAMILY = 'DejaVu Sans';
/** How all text is set; the family's condensed cut goes by the same name. */
export const SET_IN = { 'font-family': FAMILY, 'font-stretch': 'condensed' } as const;

/** How text is set: with the shipped font alone, so that a picture looks the same on every machine. */
export const FONT: NonNullable<ResvgRenderOptions['font']> = {
  fontFiles: FILES.map((file) => join(folder, file)),
  loadSystemFonts: false,
  defaultFontFamily: FAMILY,
};

/** Measured once at this size: widths grow with the size. */
const MEASURED_AT = 100;
const widths = new Map<string, number>();

/** How wide a text is at a size, in pixels, its blanks included. */
export function widthOf(text: string, size: number, bold = false): number {
  const key = `${bold ? 'b' : 'n'}${text}`;
  const known = widths.get(key) ?? measured(text, bold);
  widths.set(key, known);
  return (known * size) / MEASURED_AT;
}

/** The ink between two bars, less the bars: white space at the ends has no ink of its own. */
function measured(text: string, bold: boolean): number {
  return inkOf(`|${text}|`, bold) - inkOf('||', bold);
}

const inks = new Map<string, number>();

function inkOf(text: string, bold: boolean): number {
  const key = `${bold ? 'b' : 'n'}${text}`;
  const known = inks.get(key);
  if (known !== undefined) return known;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text font-family="${FAMILY}" font-stretch="condensed" font-size="${MEASURED_AT}" font-weight="${bold ? 700 : 400}">${drawableText(text)}</text></svg>`;
  const width = new Resvg(svg, { font: FONT }).getBBox()?.width ?? 0;
  inks.set(key, width);
  return width;
}

/** Letters, vowel signs and figures of scripts that the font has not: Chinese, Japanese, Korean, Thai, those of India, … */
const FOREIGN = new RegExp(
  `[^${'Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Common Inherited'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]+`,
  'gu',
);

/**
 * Text as XML takes it, without the characters that XML forbids. What would be boxes is transliterated: 習近平 as
 * XiJinPing; the message beneath has it as it is written. A font with all of those is larger than all else installed.
 */
export const drawableText = (text: string): string =>
  text
    .replace(FOREIGN, (letters) => anyAscii(letters))
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Of the letters' height; half of what an i takes. */
const NARROWEST = 0.12;

/** Breaks a text between words into lines no wider than `room`; what goes beyond `most` lines ends in "…". */
export function lines(text: string, room: number, size: number, most: number, bold = false): string[] {
  const fits = (line: string) => widthOf(line, size, bold) <= room;
  // More letters than this never fit, and measuring takes time.
  const letters = Math.ceil((most * room) / (NARROWEST * size));
  const queue = text
    .slice(0, letters)
    .replace(/\s+/gu, ' ')
    .trim()
    .concat(text.length > letters ? ' …' : '')
    .split(' ');
  const broken: string[] = [];
  let line = '';
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
    } else if (line !== '') {
      broken.push(line);
      line = '';
      queue.unshift(word);
    } else {
      const letters = [...word];
      const n = Math.max(
        1,
        mostThat(letters.length, (count) => fits(letters.slice(0, count).join(''))),
      );
      broken.push(letters.slice(0, n).join(''));
      if (n < letters.length) queue.unshift(letters.slice(n).join(''));
    }
    if (broken.length > most) break;
  }
  if (line !== '') broken.push(line);
  if (broken.length <= most) return broken;
  const last = [...(broken[most - 1] ?? '')];
  const cut = (count: number) => `${last.slice(0, count).join('').trimEnd()} …`;
  return [...broken.slice(0, most - 1), cut(mostThat(last.length, (count) => fits(cut(count))))];
}
