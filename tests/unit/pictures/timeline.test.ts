import { expect, test } from 'vitest';
import type { TimelinePicture, TimelinePoint } from '../../../src/answers/picture.ts';
import { draw } from '../../../src/pictures/draw.ts';
import { pngOf } from '../../../src/pictures/png.ts';
import { SMALLEST, touch, WIDTH } from '../../../src/pictures/svg.ts';
import { drawTimeline } from '../../../src/pictures/timeline.ts';
import { edtf } from '../../../src/text/edtf.ts';
import { sizeOfPng } from '../../support/png-size.ts';

const point = (date: string, kind: TimelinePoint['kind'] = 'article', entry = 1): TimelinePoint => ({
  kind,
  date: edtf(date) ?? expect.fail(`no date: ${date}`),
  label: 'A headline that is rather long, as headlines are, and goes on for more than one line of a picture',
  detail: 'The Daily Example',
  status: kind === 'meeting' ? 'held' : null,
  entries: [entry],
});

const timeline = (...points: TimelinePoint[]): TimelinePicture => ({
  is: 'timeline',
  language: 'en',
  heading: 'Timeline of grain',
  points,
  alt: 'Timeline of grain',
});

test('twenty years without news take no more room than two months', () => {
  const near = drawTimeline(timeline(point('2001-01-01'), point('2001-03-01')));
  const far = drawTimeline(timeline(point('2001-01-01'), point('2021-03-01')));
  expect(far.height).toBe(near.height);
  expect(far.svg).toContain('20 years 2 months');
});

test('a day is a mark, an uncertain date a bar over all that stands within it', () => {
  const { svg, spans, labels } = drawTimeline(
    timeline(
      point('2020-02-01'),
      point('2020-03', 'meeting'),
      point('2020-03-10'),
      point('2020-03-20'),
      point('2020-05-01'),
    ),
  );
  const [bar, ...others] = spans;
  const [before, own, inside, also, after] = labels;
  expect(others).toEqual([]);
  if (!bar || !before || !own || !inside || !also || !after) return expect.fail('rows are missing');
  expect(bar.y).toBeGreaterThanOrEqual(before.y + before.height);
  expect(bar.y).toBeLessThanOrEqual(own.y);
  expect(bar.y + bar.height).toBeGreaterThan(also.y);
  expect(bar.y + bar.height).toBeLessThan(after.y);
  expect(svg).toContain('some time within');
});

test('spans that go on at the same time lie side by side', () => {
  const { spans } = drawTimeline(
    timeline(point('2020'), point('2020-03'), point('2020-02/2020-06'), point('2020-12-01')),
  );
  expect(spans).toHaveLength(3);
  for (const [i, one] of spans.entries()) expect(spans.slice(i + 1).filter((other) => touch(one, other))).toEqual([]);
});

test('texts never touch each other, stay inside and are large enough for a phone', () => {
  const days = Array.from({ length: 36 }, (_, i) => point(`2020-${String(1 + (i % 12)).padStart(2, '0')}-15`));
  const { labels, svg, height } = drawTimeline(timeline(...days, point('../2021'), point('201X'), point('2020-06/..')));
  expect(labels).toHaveLength(39);
  for (const [i, box] of labels.entries()) {
    expect(box.x + box.width).toBeLessThan(WIDTH);
    expect(box.y + box.height).toBeLessThan(height);
    expect(labels.slice(i + 1).filter((other) => touch(box, other))).toEqual([]);
  }
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST);
});

test('it is a picture of 1200 pixels width', async () => {
  const picture = timeline(point('2020-01-01'), { ...point('2020-01-02', 'meeting'), status: 'planned' });
  expect(sizeOfPng(await pngOf(picture)).width).toBe(1200);
});

test('a heading of thousands of signs without a blank holds nobody up: it is drawn in time, cut', async () => {
  for (const sign of ['“', '"', 'x', '習']) {
    const png = await draw({ ...timeline(point('2020-02-01')), heading: sign.repeat(3000) });
    expect(sizeOfPng(png).width).toBe(WIDTH);
  }
});
