import type { NetworkEdge, NetworkNode, NetworkPicture } from '../answers/picture.ts';
import { type Words, wordsIn } from '../answers/words/words.ts';
import { fnv1a } from '../text/hashing.ts';
import { lines, widthOf } from './fonts.ts';
import { legend, type Sign } from './legend.ts';
import { layOut, type PixelSize, type Point } from './network-layout.ts';
import { type Box, INK, LINE, MARGIN, numbersLabel, PAPER, page, SMALLEST, tag, touch, WIDTH, written } from './svg.ts';

/** A network as SVG, and where its names stand. */
export interface NetworkDrawn {
  readonly svg: string;
  readonly labels: readonly Box[];
  readonly height: number;
}

/** Okabe and Ito's colours, which people with any colour vision can distinguish, each with a text colour that is read on it. */
const COLOURS: readonly (readonly [fill: string, ink: string])[] = [
  ['#0072B2', '#ffffff'],
  ['#E69F00', INK],
  ['#007A5A', '#ffffff'],
  ['#F3C6DD', INK],
  ['#56B4E9', INK],
  ['#B34700', '#ffffff'],
  ['#F0E442', INK],
];
const OTHER = ['#D0D4DA', INK] as const;
const UNKNOWN = ['#ffffff', INK] as const;

interface Label extends PixelSize {
  readonly lines: readonly string[];
  readonly size: number;
  readonly bold: boolean;
}

/** Draws who met whom. */
export async function drawNetwork({ language, heading, nodes, edges }: NetworkPicture): Promise<NetworkDrawn> {
  const many = nodes.length > 24;
  const colours = coloursOf(nodes);
  const labels = nodes.map((node) => labelOf(node, colours, many));
  const layout = await layOut(labels, edges);
  const title = lines(heading, WIDTH - 2 * MARGIN, 38, 2, true);
  const top = MARGIN + title.length * 48 + 24;
  const down = <T extends { y: number }>(one: T): T => ({ ...one, y: one.y + top });
  const boxes = layout.boxes.map(down);
  const paths = layout.lines.map((line) => line.map(down));
  const signs = legendOf(nodes, colours, edges, top + layout.height + 44, wordsIn(language));
  return {
    svg: page(signs.bottom + MARGIN - 10, [
      ...title.map((words, i) => written(words, MARGIN, MARGIN + 20 + i * 48, { size: 38, bold: true })),
      ...edges.map((edge, i) => lineOf(edge, paths[i] ?? [])),
      ...nodes.map((node, i) => nodeOf(node, labels[i], boxes[i], colours)),
      ...numbers(edges, paths, boxes),
      ...signs.drawn,
    ]),
    labels: boxes,
    height: signs.bottom + MARGIN - 10,
  };
}

type Colours = ReadonlyMap<string, readonly [fill: string, ink: string]>;

/** The countries of most names get a colour each: their own, which is the same in all pictures, unless one of more names has it here. */
function coloursOf(nodes: readonly NetworkNode[]): Colours {
  const counts = new Map<string, number>();
  for (const { country } of nodes) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([country]) => country);
  const free = new Set(COLOURS);
  return new Map(
    ranked.map((country) => {
      const own = fnv1a(country) % COLOURS.length;
      const colour = COLOURS.map((_, step) => COLOURS[(own + step) % COLOURS.length]).find(
        (one) => one && free.has(one),
      );
      if (colour) free.delete(colour);
      return [country, colour ?? OTHER];
    }),
  );
}

const colourOf = ({ country }: NetworkNode, colours: Colours) =>
  country === null ? UNKNOWN : (colours.get(country) ?? OTHER);

function labelOf(node: NetworkNode, colours: Colours, many: boolean): Label {
  const size = many ? SMALLEST : 26;
  const bold = node.asked;
  // Where colours have run out, the country is said in words.
  const extra = node.country !== null && colours.get(node.country) === OTHER ? ` (${node.country})` : '';
  const broken = lines(node.name + extra, many ? 176 : 250, size, 4, bold);
  const width = Math.max(...broken.map((line) => widthOf(line, size, bold)), size) + (many ? 26 : 40);
  return { lines: broken, size, bold, width, height: broken.length * size * 1.22 + (many ? 14 : 24) };
}

function nodeOf(node: NetworkNode, label: Label | undefined, box: Box | undefined, colours: Colours): string {
  if (!label || !box) return '';
  const [fill, ink] = colourOf(node, colours);
  const stroke = node.asked ? INK : fill === '#ffffff' ? LINE : 'none';
  const shape = tag('rect', {
    ...box,
    rx: node.person ? Math.min(box.height / 2, 26) : 5,
    fill,
    stroke,
    'stroke-width': node.asked ? 5 : 2,
  });
  const step = label.size * 1.22;
  const first = box.y + box.height / 2 - ((label.lines.length - 1) * step) / 2;
  const words = label.lines.map((line, i) =>
    written(line, box.x + box.width / 2, first + i * step, { ...label, fill: ink, anchor: 'middle' }),
  );
  return shape + words.join('');
}

const widthFor = (meetings: number): number => Math.min(4 + (meetings - 1) * 3, 19);

function lineOf(edge: NetworkEdge, path: readonly Point[]): string {
  const [start, ...rest] = path;
  if (!start) return '';
  const curves = rest.map(({ x, y }, i) => `${i % 3 === 0 ? 'C' : ''}${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return tag('path', {
    d: `M${start.x.toFixed(1)},${start.y.toFixed(1)} ${curves}`,
    fill: 'none',
    stroke: LINE,
    'stroke-width': widthFor(edge.held || edge.planned),
    'stroke-linecap': edge.held > 0 ? 'round' : 'butt',
    ...(edge.held === 0 && { 'stroke-dasharray': '13 9' }),
  });
}

/** The numbers of each line's entries, where they hide nothing. */
function numbers(edges: readonly NetworkEdge[], paths: readonly (readonly Point[])[], boxes: readonly Box[]): string[] {
  const taken: Box[] = [...boxes];
  return edges.flatMap((edge, i) => {
    const words = numbersLabel(edge.entries);
    const width = Math.max(widthOf(words, SMALLEST, true) + 18, 34);
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]) {
      const at = pointOn(paths[i] ?? [], share);
      if (!at) break;
      const box: Box = { x: at.x - width / 2, y: at.y - 17, width, height: 34 };
      if (taken.some((other) => touch(other, box, 3))) continue;
      taken.push(box);
      return [chip(words, box)];
    }
    return [];
  });
}

/** A number on paper, with a rim. */
const chip = (words: string, box: Box): string =>
  tag('rect', { ...box, rx: 17, fill: PAPER, stroke: LINE, 'stroke-width': 2 }) +
  written(words, box.x + box.width / 2, box.y + box.height / 2, { size: SMALLEST, bold: true, anchor: 'middle' });

/** The point after a share of a line's pieces, each piece a cubic Bézier curve. */
function pointOn(path: readonly Point[], share: number): Point | null {
  const pieces = (path.length - 1) / 3;
  if (pieces < 1) return null;
  const piece = Math.min(Math.floor(share * pieces), pieces - 1);
  const t = share * pieces - piece;
  const [a, b, c, d] = path.slice(piece * 3, piece * 3 + 4);
  if (!a || !b || !c || !d) return null;
  const mix = (axis: 'x' | 'y') =>
    (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis];
  return { x: mix('x'), y: mix('y') };
}

/** What colours and lines mean, beneath the picture. */
function legendOf(
  nodes: readonly NetworkNode[],
  colours: Colours,
  edges: readonly NetworkEdge[],
  top: number,
  said: Words,
) {
  const entries: Sign[] = [];
  const swatch = (fill: string, stroke: string) => (x: number, y: number) =>
    tag('rect', { x, y: y - 13, width: 36, height: 26, rx: 8, fill, stroke, 'stroke-width': 2 });
  for (const [country, [fill]] of colours)
    if (fill !== OTHER[0]) entries.push({ words: country, drawn: swatch(fill, 'none') });
  if (colours.size > COLOURS.length)
    entries.push({ words: said.say('other countries'), drawn: swatch(OTHER[0], 'none') });
  if (nodes.some(({ country }) => country === null))
    entries.push({ words: said.say('country not known'), drawn: swatch('#ffffff', LINE) });
  const line = (width: number, dashes: string) => (x: number, y: number) =>
    tag('path', {
      d: `M${x},${y} h36`,
      stroke: LINE,
      'stroke-width': width,
      ...(dashes && { 'stroke-dasharray': dashes }),
    });
  const most = Math.max(...edges.map(({ held }) => held));
  if (most > 0) entries.push({ words: said.say('{n} meetings', { n: 1 }), drawn: line(widthFor(1), '') });
  if (most > 1) entries.push({ words: said.say('{n} meetings', { n: most }), drawn: line(widthFor(most), '') });
  if (edges.some(({ held }) => held === 0))
    entries.push({ words: said.say('only planned'), drawn: line(widthFor(1), '10 5') });
  entries.push({
    words: said.say('evidence in the message'),
    drawn: (x, y) => chip('1', { x, y: y - 17, width: 36, height: 34 }),
  });
  return legend(entries, top);
}
