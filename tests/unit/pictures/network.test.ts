import { expect, test } from 'vitest';
import type { NetworkNode, NetworkPicture } from '../../../src/answers/picture.ts';
import { drawNetwork } from '../../../src/pictures/network.ts';
import { layOut } from '../../../src/pictures/network-layout.ts';
import { pngOf } from '../../../src/pictures/png.ts';
import { MARGIN, SMALLEST, touch, WIDTH } from '../../../src/pictures/svg.ts';
import { sizeOfPng } from '../../support/png-size.ts';

const GIVEN = ['Anna', 'Mohammed', 'Jean-Baptiste', 'Олег', 'Wei', 'Maximiliana'];
const FAMILY = ['Moe', 'al-Hashimi', 'von Hohenberg', 'Петров', 'Ng', 'Sundaramoorthy-Abernathy'];
const COUNTRIES = ['Norway', 'Iraq', 'Kenya', 'Peru', 'Japan', 'Russia', 'Chad', 'Fiji', null];

/** So many people, the first of whom met nearly everybody; the others met in chains and rings. */
function network(people: number): NetworkPicture {
  const nodes = Array.from({ length: people }, (_, i): NetworkNode => {
    const name = i === 1 ? 'Ministry of Foreign Affairs and International Trade of the Republic' : undefined;
    return {
      name: name ?? `${GIVEN[i % 6]} ${FAMILY[Math.floor(i / 6) % 6]} ${i}`,
      country: COUNTRIES[i % 9] ?? null,
      person: i % 4 !== 1,
      asked: i === 0,
    };
  });
  const pairs = nodes.flatMap((_, i) => [
    ...(i > 0 && i % 3 > 0 ? [[0, i]] : []),
    ...(i > 1 ? [[i - 1, i]] : []),
    ...(i > 7 && i % 2 ? [[i - 7, i]] : []),
  ]);
  if (people === 2) pairs.push([0, 1]);
  const ties = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
  const edges = ties.map(([from = 0, to = 0], i) => ({
    from,
    to,
    held: i % 5 === 4 ? 0 : 1 + (i % 4),
    planned: i % 5 === 4 ? 1 : 0,
    entries: [i + 1],
  }));
  return { is: 'network', language: 'en', heading: 'Who met whom', nodes, edges, alt: 'Who met whom' };
}

test('names in letters that the font has not are drawn in Latin letters, never as boxes; Arabic and Cyrillic as they are', async () => {
  const named = network(4);
  const names = ['習近平', 'فؤاد حسين', 'Сергей Лавров', 'नरेंद्र मोदी'];
  const { svg } = await drawNetwork({
    ...named,
    nodes: named.nodes.map((node, i) => ({ ...node, name: names[i] ?? '' })),
  });
  expect(svg).toContain('XiJinPing');
  expect(svg).toContain('فؤاد');
  expect(svg).toContain('Лавров');
  expect(svg).not.toMatch(/[\p{Script=Han}\p{Script=Devanagari}]/u);
});

test.each([2, 12, 60])('among %i people no name touches another or leaves the picture', async (people) => {
  const { labels, height } = await drawNetwork(network(people));
  expect(labels).toHaveLength(people);
  for (const [i, box] of labels.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(MARGIN - 1);
    expect(box.x + box.width).toBeLessThanOrEqual(WIDTH - MARGIN + 1);
    expect(box.y).toBeGreaterThan(MARGIN);
    expect(box.y + box.height).toBeLessThan(height - MARGIN);
    expect(labels.slice(i + 1).filter((other) => touch(box, other, 8))).toEqual([]);
  }
});

test('names in letters that the font has not are drawn in Latin letters, never as boxes; Arabic and Cyrillic as they are', async () => {
  const named = network(4);
  const names = ['習近平', 'فؤاد حسين', 'Сергей Лавров', 'नरेंद्र मोदी'];
  const { svg } = await drawNetwork({
    ...named,
    nodes: named.nodes.map((node, i) => ({ ...node, name: names[i] ?? '' })),
  });
  expect(svg).toContain('XiJinPing');
  expect(svg).toContain('فؤاد');
  expect(svg).toContain('Лавров');
  expect(svg).not.toMatch(/[\p{Script=Han}\p{Script=Devanagari}]/u);
});

test.each([2, 12, 60])('among %i people every line goes from one of its two to the other', async (people) => {
  const { edges } = network(people);
  const sizes = Array.from({ length: people }, (_, i) => ({ width: 120 + (i % 4) * 30, height: 50 }));
  const { boxes, lines } = await layOut(sizes, edges);
  const near = (point: { x: number; y: number } | undefined, at: number) =>
    point !== undefined &&
    touch({ ...point, width: 0, height: 0 }, boxes[at] ?? { x: 0, y: 0, width: 0, height: 0 }, 12);
  for (const [i, { from, to }] of edges.entries()) {
    const [start, end] = [lines[i]?.[0], lines[i]?.at(-1)];
    expect((near(start, from) && near(end, to)) || (near(start, to) && near(end, from)), `line ${i}`).toBe(true);
  }
});

test('a phone can read it: no letters smaller than 22 of 1200 pixels, and no taller than two screens for 60 people', async () => {
  const { svg, height } = await drawNetwork(network(60));
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  expect(sizes.length).toBeGreaterThan(60);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST);
  expect(SMALLEST).toBeGreaterThanOrEqual(22);
  expect(height).toBeLessThan(3200);
});

test('lines are dashed where meetings were only planned, and wider where there were more', async () => {
  const { svg } = await drawNetwork(network(12));
  const paths = [...svg.matchAll(/<path d="M[^"]*C[^>]*>/g)].map(([path]) => path);
  const { edges } = network(12);
  expect(paths).toHaveLength(edges.length);
  const widths = new Map<number, number>();
  for (const [i, { held }] of edges.entries()) {
    expect(paths[i]?.includes('stroke-dasharray')).toBe(held === 0);
    widths.set(held, Number(/stroke-width="([\d.]+)"/.exec(paths[i] ?? '')?.[1]));
  }
  expect([1, 2, 3, 4].map((held) => widths.get(held))).toEqual(
    [1, 2, 3, 4].map((held) => widths.get(held)).sort((a, b) => Number(a) - Number(b)),
  );
  expect(widths.get(4)).toBeGreaterThan(Number(widths.get(1)));
});

test('names that look like markup are shown as they are', async () => {
  const picture = network(2);
  const nodes = picture.nodes.map((node) => ({ ...node, name: '<b>&"\u0000\ud800</b>' }));
  const { svg } = await drawNetwork({ ...picture, nodes });
  expect(svg).toContain('&#60;b&#62;&#38;&#34;');
  expect(sizeOfPng(await pngOf({ ...picture, nodes })).width).toBe(WIDTH);
});
