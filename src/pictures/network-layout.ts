import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { type Box, MARGIN, touch, WIDTH } from './svg.ts';

/** Where names and lines go; every name has a box of its own that no other touches. */
export interface NetworkLayout {
  readonly boxes: readonly Box[];
  /** A line for each edge: Bézier points, the first and then three for each piece. */
  readonly lines: readonly (readonly Point[])[];
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Between two names, in pixels. */
const GAP = 18;
/** More lines than this are drawn straight: to lead each around all names takes seconds, and nobody could follow it. */
const MOST_ROUTED = 250;
/** Where there is room: enough for a number on the line between two names. */
const ROOM_FOR_NUMBER = 48;
/** Graphviz measures boxes in inches of 72 points; a point is one pixel here. */
const INCH = 72;

/**
 * Lays out a network within `WIDTH`: Graphviz's neato finds who is near whom; where that is too wide it is drawn together
 * sideways, and names that then touch go down until they don't; Graphviz leads the lines around the names.
 */
export async function layOut(
  sizes: readonly PixelSize[],
  edges: readonly { readonly from: number; readonly to: number }[],
): Promise<NetworkLayout> {
  const graphviz = await Graphviz.load();
  const roomy = sizes.length <= 30;
  const drawn = placesIn(graphviz.layout(neato(sizes, edges, roomy), 'json', 'neato'));
  const boxes = settled(fitted(sizes, drawn.places), roomy ? ROOM_FOR_NUMBER : GAP);
  const height = Math.max(...boxes.map(({ y, height: tall }) => y + tall));
  const routed = placesIn(graphviz.layout(pinned(boxes, edges, height), 'json', 'nop'));
  return { boxes, lines: routed.lines.map((line) => line.map(({ x, y }) => ({ x, y: height - y }))), height };
}

function neato(sizes: readonly PixelSize[], edges: readonly { from: number; to: number }[], roomy: boolean): string {
  const nodes = sizes.map(
    ({ width, height }, i) => `${i} [width=${(width + GAP) / INCH} height=${(height + GAP) / INCH}]`,
  );
  const ties = edges.map(({ from, to }) => `${from} -- ${to} [len=${roomy ? 4 : 2.6}]`);
  return `graph {
    graph [overlap=prism sep="+${roomy ? 36 : 12}" splines=false pack=${roomy ? 40 : 20} start=7]
    node [shape=box fixedsize=true label=""]
    ${[...nodes, ...ties].join('\n')}
  }`;
}

function pinned(boxes: readonly Box[], edges: readonly { from: number; to: number }[], height: number): string {
  const nodes = boxes.map(
    (box, i) =>
      `${i} [width=${box.width / INCH} height=${box.height / INCH} pos="${box.x + box.width / 2},${height - box.y - box.height / 2}"]`,
  );
  return `graph {
    graph [splines=${edges.length > MOST_ROUTED ? 'line' : 'true'} esep="+5" notranslate=true]
    node [shape=box fixedsize=true label=""]
    ${[...nodes, ...edges.map(({ from, to }, i) => `${from} -- ${to} [id=${i}]`)].join('\n')}
  }`;
}

interface Drawn {
  readonly places: readonly Point[];
  readonly lines: readonly (readonly Point[])[];
}

/** Graphviz's own JSON: objects and edges in the order given, positions as text. */
function placesIn(json: string): Drawn {
  // The boundary: this is what Graphviz writes.
  const layout = JSON.parse(json) as {
    objects: { name: string; pos: string }[];
    edges?: { id?: string; pos: string }[];
  };
  const pointsOf = (words: string): Point[] =>
    words.split(' ').map((pair) => {
      const [x = Number.NaN, y = Number.NaN] = pair.split(',').map(Number);
      return { x, y };
    });
  const places: Point[] = [];
  for (const { name, pos } of layout.objects) places[Number(name)] = pointsOf(pos)[0] ?? { x: 0, y: 0 };
  const lines: Point[][] = [];
  // Graphviz lists edges by their ends, not in our order.
  for (const { id, pos } of layout.edges ?? []) if (id !== undefined) lines[Number(id)] = pointsOf(pos);
  return { places, lines };
}

/** So much height for the square root of the number of names: 12 on a phone's first screen, 60 on two. */
const ROOM_A_NAME = 270;

/** Squeezed or stretched sideways, so that the picture is as wide as it may be; taller where it became narrower, as far as a phone shows it. */
function fitted(sizes: readonly PixelSize[], places: readonly Point[]): Box[] {
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
  const top = Math.max(...places.map(({ y }) => y));
  const widest = Math.max(...sizes.map(({ width }) => width));
  const room = WIDTH - 2 * MARGIN - widest;
  const across = right > left ? Math.min(room / (right - left), 1.6) : 1;
  const bottom = Math.min(...places.map(({ y }) => y));
  const tallest = ROOM_A_NAME * Math.sqrt(sizes.length);
  const down = Math.min(across < 1 ? 1 / across : 1, top > bottom ? tallest / (top - bottom) : 1);
  const inset = (WIDTH - (right - left) * across) / 2;
  return sizes.map(({ width, height }, i) => {
    const { x, y } = places[i] ?? { x: 0, y: 0 };
    return { x: inset + (x - left) * across - width / 2, y: (top - y) * down - height / 2, width, height };
  });
}

/** From top to bottom, each box goes down until it touches none above. */
function settled(boxes: readonly Box[], gap: number): Box[] {
  const done: Box[] = [];
  const order = boxes.map((_, i) => i).sort((a, b) => (boxes[a]?.y ?? 0) - (boxes[b]?.y ?? 0));
  const placed: Box[] = [];
  for (const i of order) {
    let box = boxes[i];
    if (box === undefined) continue;
    for (let below = box; ; box = below) {
      const inTheWay = placed.filter((other) => touch(other, below, gap));
      if (inTheWay.length === 0) break;
      below = { ...below, y: Math.min(...inTheWay.map(({ y, height }) => y + height)) + gap + 0.01 };
    }
    placed.push(box);
    done[i] = box;
  }
  const top = Math.min(...done.map(({ y }) => y));
  return done.map((box) => ({ ...box, y: box.y - top }));
}
