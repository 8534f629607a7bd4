import { drawableText, SET_IN } from './fonts.ts';

/** All pictures are so wide; on a phone some 360 points show them, so nothing smaller than `SMALLEST` is written. */
export const WIDTH = 1200;
export const MARGIN = 40;
export const SMALLEST = 22;

export const INK = '#1b1f24';
export const FAINT = '#57606a';
export const LINE = '#7b8794';
export const PAPER = '#fcfcfa';

/** Where something is drawn; from its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Do the two come nearer to each other than `gap`? */
export const touch = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

/** An element: `tag('rect', { x: 1 })`; what is inside is markup. */
export function tag(name: string, attributes: Readonly<Record<string, string | number>>, inside = ''): string {
  const attributeList = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : drawableText(value)}"`,
  );
  return `<${name}${attributeList.join('')}>${inside}</${name}>`;
}

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of text; `y` is its middle. */
export const written = (text: string, x: number, y: number, { size, bold, fill = INK, anchor }: Style): string =>
  tag(
    'text',
    {
      x,
      // The middle of small letters with ascenders is about a third of the size above the line they stand on.
      y: y + size * 0.35,
      ...SET_IN,
      'font-size': size,
      'font-weight': bold ? 700 : 400,
      fill,
      'text-anchor': anchor ?? 'start',
    },
    drawableText(text),
  );

/** The whole picture on its paper. */
export const page = (height: number, inside: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${Math.ceil(height)}">${tag('rect', {
    width: WIDTH,
    height: Math.ceil(height),
    fill: PAPER,
  })}${inside.join('')}</svg>`;

/** "3", "3–7", "3, 5", "3, 5, 9 …": numbers of entries as a small label. */
export function numbersLabel(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const ranges = runs.slice(0, 3).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return ranges.join(', ') + (runs.length > 3 ? ' …' : '');
}
