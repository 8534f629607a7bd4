import type { TimelinePicture, TimelinePoint } from '../answers/picture.ts';
import { type Words, wordsIn } from '../answers/words/words.ts';
import { type Day, firstDay, isDay, lastDay } from '../text/edtf.ts';
import { lines, widthOf } from './fonts.ts';
import { legend, type Sign } from './legend.ts';
import { type Box, FAINT, INK, LINE, MARGIN, numbersLabel, PAPER, page, SMALLEST, tag, WIDTH, written } from './svg.ts';

/** A timeline as SVG, and where its texts and spans stand. */
export interface TimelineDrawn {
  readonly svg: string;
  readonly labels: readonly Box[];
  readonly spans: readonly Box[];
  readonly height: number;
}

const COLOUR: Record<TimelinePoint['kind'], string> = { meeting: '#0072B2', quotation: '#B34700', article: '#57606a' };
const DATES_TO = 264;
const AXIS = 294;
const LANE = 22;
const LABEL_SIZE = 26;
const LABEL_STEP = 33;

interface Row {
  readonly point: TimelinePoint;
  /** Where it stands in time; the last day it may mean where its beginning is open. */
  readonly day: Day;
  readonly y: number;
  readonly height: number;
  readonly label: readonly string[];
  readonly detail: string;
  readonly when: readonly string[];
}

/** Draws events from top to bottom, one under the other; time without any is a short break that says how long it was. */
export function drawTimeline({ language, heading, points }: TimelinePicture): TimelineDrawn {
  const words = wordsIn(language);
  const title = lines(heading, WIDTH - 2 * MARGIN, 38, 2, true);
  const uncertain = points.filter(({ date }) => !isDay(date)).length;
  const textAt = AXIS + 34 + Math.min(uncertain, MOST_LANES) * LANE;
  const top = MARGIN + title.length * 48 + 40;
  const { rows, breaks, bottom } = rowsOf(points, textAt, top, words);
  const spans = spansOf(rows, bottom);
  const signs = legendOf(points, bottom + 40, words);
  return {
    svg: page(signs.bottom + MARGIN - 10, [
      ...title.map((words, i) => written(words, MARGIN, MARGIN + 20 + i * 48, { size: 38, bold: true })),
      tag('path', { d: `M${AXIS},${top - 8} V${bottom}`, stroke: LINE, 'stroke-width': 4, 'stroke-linecap': 'round' }),
      ...breaks.map(breakOf),
      ...spans.map(({ box, row }) => spanOf(box, row)),
      ...rows.map((row) => rowOf(row, textAt)),
      ...signs.drawn,
    ]),
    labels: rows.map(({ y, height }) => ({ x: textAt, y, width: WIDTH - MARGIN - textAt, height })),
    spans: spans.map(({ box }) => box),
    height: signs.bottom + MARGIN - 10,
  };
}

/** Spans side by side; where more are under way at once, the rest lie on the last lane. */
const MOST_LANES = 4;

const dayOfPoint = ({ date }: TimelinePoint): Day | null => firstDay(date) ?? lastDay(date);

interface Break {
  readonly y: number;
  readonly words: string;
}

function rowsOf(points: readonly TimelinePoint[], textAt: number, top: number, words: Words) {
  const dated = points.flatMap((point) => {
    const day = dayOfPoint(point);
    return day === null ? [] : [{ point, day }];
  });
  dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const rows: Row[] = [];
  const breaks: Break[] = [];
  let y = top;
  let before: Row | undefined;
  for (const { point, day } of dated) {
    const quiet = before ? silence(before.day, day, words) : null;
    if (quiet !== null) {
      breaks.push({ y: y + 16, words: quiet });
      y += 62;
    }
    const chip = chipWidth(point);
    const label = lines(point.label, WIDTH - MARGIN - textAt - chip - 14, LABEL_SIZE, 3);
    const [detail = ''] = lines(point.detail, WIDTH - MARGIN - textAt - chip - 14, SMALLEST, 1);
    const when =
      before?.point.date === point.date ? [] : lines(words.date(point.date), DATES_TO - MARGIN, SMALLEST, 3, true);
    const height = Math.max(label.length * LABEL_STEP + (detail ? 30 : 0), when.length * 28) + 18;
    const row: Row = { point, day, y, height, label, detail, when };
    rows.push(row);
    y += height;
    before = row;
  }
  return { rows, breaks, bottom: y };
}

const DAY = 86_400_000;

/** How long nothing is reported, in words, where it is longer than a month. */
function silence(from: Day, to: Day, words: Words): string | null {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  if (days < 45) return null;
  const months = Math.round(days / 30.44);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years > 0 && words.say('{n} years', { n: years }), rest > 0 && words.say('{n} months', { n: rest })]
    .filter(Boolean)
    .join(' ');
}

/** Paper over the axis, three dots, and how long. */
function breakOf({ y, words }: Break): string {
  const dots = [0, 1, 2].map((i) => tag('circle', { cx: AXIS, cy: y + 2 + i * 13, r: 3.5, fill: LINE }));
  return [
    tag('rect', { x: AXIS - 8, y: y - 8, width: 16, height: 46, fill: PAPER }),
    ...dots,
    written(words, DATES_TO, y + 15, { size: SMALLEST, fill: FAINT, anchor: 'end' }),
  ].join('');
}

const chipWidth = ({ entries }: TimelinePoint): number =>
  Math.max(widthOf(numbersLabel(entries), SMALLEST, true) + 18, 38);

const markAt = ({ y }: Row): number => y + 17;

function rowOf(row: Row, textAt: number): string {
  const { point, y, label, detail, when } = row;
  const colour = COLOUR[point.kind];
  const middle = markAt(row);
  const chip = chipWidth(point);
  const wordsAt = textAt + chip + 14;
  return [
    ...when.map((words, i) => written(words, DATES_TO, middle + i * 28, { size: SMALLEST, bold: true, anchor: 'end' })),
    isDay(point.date) ? mark(point, AXIS, middle) : '',
    tag('rect', { x: textAt, y: middle - 17, width: chip, height: 34, rx: 17, fill: colour }),
    written(numbersLabel(point.entries), textAt + chip / 2, middle, {
      size: SMALLEST,
      bold: true,
      fill: '#ffffff',
      anchor: 'middle',
    }),
    ...label.map((words, i) => written(words, wordsAt, middle + i * LABEL_STEP, { size: LABEL_SIZE })),
    detail ? written(detail, wordsAt, y + 17 + label.length * LABEL_STEP - 2, { size: SMALLEST, fill: FAINT }) : '',
  ].join('');
}

/** A circle for a meeting (hollow where it was not held), a diamond for words, a square for an article. */
function mark({ kind, status }: Pick<TimelinePoint, 'kind' | 'status'>, x: number, y: number): string {
  const fill = status === null || status === 'held' || status === 'recurring' ? COLOUR[kind] : PAPER;
  const look = { fill, stroke: fill === PAPER ? COLOUR[kind] : PAPER, 'stroke-width': 4 };
  if (kind === 'meeting') return tag('circle', { cx: x, cy: y, r: 14, ...look });
  if (kind === 'quotation') return tag('path', { d: `M${x},${y - 15} l15,15 l-15,15 l-15,-15 z`, ...look });
  return tag('rect', { x: x - 11, y: y - 11, width: 22, height: 22, ...look });
}

/** Uncertain dates as bars from the first day they may mean to the last, side by side where they overlap. */
function spansOf(rows: readonly Row[], bottom: number): { row: Row; box: Box }[] {
  const lanes: number[] = [];
  return rows.flatMap((row) => {
    const { date } = row.point;
    if (isDay(date)) return [];
    const [from, to] = [firstDay(date), lastDay(date)];
    const start = from === null ? (rows[0]?.y ?? row.y) : row.y;
    const end = to === null ? bottom : Math.max(heightOf(to, rows, bottom), markAt(row) + 16);
    const free = lanes.findIndex((until) => until < start);
    const lane = Math.min(free >= 0 ? free : lanes.length, MOST_LANES - 1);
    lanes[lane] = Math.max(lanes[lane] ?? 0, end);
    return [{ row, box: { x: AXIS + 18 + lane * LANE, y: start, width: 14, height: end - start } }];
  });
}

/** How far down a day is: at the last row not later than it, and part of the way to the next. */
function heightOf(day: Day, rows: readonly Row[], bottom: number): number {
  const next = rows.findIndex((row) => row.day > day);
  if (next < 0) return bottom - 8;
  const [before, after] = [rows[next - 1], rows[next]];
  if (!before || !after) return after?.y ?? bottom;
  const share = (Date.parse(day) - Date.parse(before.day)) / (Date.parse(after.day) - Date.parse(before.day));
  const from = before.y + before.height - 10;
  return from + Math.max(after.y - 8 - from, 0) * share;
}

function spanOf(box: Box, { point }: Row): string {
  const colour = COLOUR[point.kind];
  const isDone = point.status === null || point.status === 'held' || point.status === 'recurring';
  return tag('rect', {
    ...box,
    rx: 7,
    fill: isDone ? colour : PAPER,
    'fill-opacity': isDone ? 0.55 : 1,
    stroke: colour,
    'stroke-width': 2.5,
  });
}

function legendOf(points: readonly TimelinePoint[], top: number, said: Words) {
  const entries: Sign[] = [];
  for (const kind of ['meeting', 'quotation', 'article'] as const)
    if (points.some((point) => point.kind === kind))
      entries.push({ words: said.say(kind), drawn: (x, y) => mark({ kind, status: null }, x + 18, y) });
  if (points.some(({ status }) => status !== null && status !== 'held' && status !== 'recurring'))
    entries.push({
      words: said.say('not reported as held'),
      drawn: (x, y) => mark({ kind: 'meeting', status: 'planned' }, x + 18, y),
    });
  if (points.some(({ date }) => !isDay(date)))
    entries.push({
      words: said.say('some time within'),
      drawn: (x, y) =>
        tag('rect', {
          x: x + 11,
          y: y - 17,
          width: 14,
          height: 34,
          rx: 7,
          fill: LINE,
          'fill-opacity': 0.55,
          stroke: LINE,
        }),
    });
  entries.push({
    words: said.say('evidence in the message'),
    drawn: (x, y) =>
      tag('rect', { x, y: y - 17, width: 36, height: 34, rx: 17, fill: INK }) +
      written('1', x + 18, y, { size: SMALLEST, bold: true, fill: '#ffffff', anchor: 'middle' }),
  });
  return legend(entries, top);
}
