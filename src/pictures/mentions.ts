import type { MentionsPicture } from '../answers/picture.ts';
import { wordsIn } from '../answers/words/words.ts';
import { FAINT, INK, LINE, MARGIN, page, SMALLEST, tag, WIDTH, written } from './svg.ts';

const TOP = 96;
const HEIGHT = 150;
const BAR = '#2f6f9f';

/** A bar a month (or year): how many articles mention somebody; the highest bears its number. */
export function drawMentions({ heading, bars, language }: MentionsPicture): { svg: string; height: number } {
  const words = wordsIn(language);
  const most = Math.max(1, ...bars.map(({ articles }) => articles));
  const step = (WIDTH - 2 * MARGIN) / bars.length;
  const floor = TOP + HEIGHT;
  const drawn = bars.map(({ articles }, at) => {
    const height = (HEIGHT * articles) / most;
    const width = Math.min(48, Math.max(2, step * 0.8));
    return tag('rect', { x: MARGIN + at * step, y: floor - height, width, height, fill: BAR });
  });
  const highest = bars.findIndex(({ articles }) => articles === most);
  const x = Math.min(Math.max(MARGIN + (highest + 0.4) * step, MARGIN + 120), WIDTH - MARGIN - 120);
  const label = bars[highest] ? `${words.date(bars[highest].time)}: ${most}` : '';
  const [first, last] = [bars[0], bars.at(-1)];
  const height = floor + 56;
  return {
    height,
    svg: page(height, [
      written(heading, MARGIN, 32, { size: 28, bold: true, fill: INK }),
      written(label, x, TOP - 22, { size: SMALLEST, fill: FAINT, anchor: 'middle' }),
      ...drawn,
      tag('path', { d: `M${MARGIN},${floor} H${WIDTH - MARGIN}`, stroke: LINE, 'stroke-width': 2 }),
      written(first ? words.date(first.time) : '', MARGIN, floor + 28, { size: SMALLEST, fill: FAINT }),
      written(last ? words.date(last.time) : '', WIDTH - MARGIN, floor + 28, {
        size: SMALLEST,
        fill: FAINT,
        anchor: 'end',
      }),
    ]),
  };
}
