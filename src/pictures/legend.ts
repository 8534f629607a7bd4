import { widthOf } from './fonts.ts';
import { FAINT, MARGIN, SMALLEST, tag, WIDTH, written } from './svg.ts';

/** A sign and what it means; the sign is drawn from `x` on, at most 36 wide, its middle at `y`. */
export interface Sign {
  readonly words: string;
  readonly drawn: (x: number, y: number) => string;
}

/** What colours and marks mean: a rule, and beneath it the signs, in as many rows as they need. */
export function legend(signs: readonly Sign[], top: number): { drawn: string[]; bottom: number } {
  let [x, y] = [MARGIN, top + 34];
  const all = [tag('path', { d: `M${MARGIN},${top} H${WIDTH - MARGIN}`, stroke: '#dfe2e6', 'stroke-width': 2 })];
  for (const { words, drawn } of signs) {
    const wide = 48 + widthOf(words, SMALLEST);
    if (x + wide > WIDTH - MARGIN) [x, y] = [MARGIN, y + 46];
    all.push(drawn(x, y), written(words, x + 48, y, { size: SMALLEST, fill: FAINT }));
    x += wide + 34;
  }
  return { drawn: all, bottom: y + 22 };
}
