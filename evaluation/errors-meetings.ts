// npm run errors:meetings -- FOLDER: the 50 most frequent kinds of error in who met whom, with counts and an example each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../src/project/folder.ts';
import { loadModels } from '../src/reading/models.ts';
import { read } from '../src/reading/read.ts';
import type { MeetingReport, Reading } from '../src/reading/reading.ts';
import { edtf } from '../src/text/edtf.ts';

const FILES = ['plv-train.jsonl', 'qasrl-wiki.jsonl', 'plv-realis.jsonl'];
const SHOWN = 50;
const EXAMPLE = 150;

/** A row of a gold file: meetings with participants, or the status of the one meeting. */
interface Gold {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly status?: string;
  readonly meetings?: readonly GoldMeeting[];
}
interface GoldMeeting {
  readonly lemma?: string;
  readonly nominal?: boolean;
  readonly participants?: readonly string[];
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run errors:meetings -- FOLDER (with a folder "data" of gold files)');
  process.exit(2);
}

const kinds = new Map<string, { count: number; example: string }>();
const models = loadModels(join(projectFolder, 'data'));
for (const file of FILES) {
  const lines = readFileSync(join(folder, 'data', file), 'utf8')
    .split('\n')
    .filter(Boolean);
  for (const line of lines) {
    const gold = JSON.parse(line) as Gold;
    const reading = read({ text: gold.text, published: edtf(gold.published ?? ''), headline: null }, models);
    for (const error of gold.meetings ? errorsIn(gold.meetings, reading) : realisErrors(gold, reading)) {
      const kind = `${file.replace('.jsonl', '')} · ${error}`;
      const known = kinds.get(kind);
      kinds.set(kind, { count: (known?.count ?? 0) + 1, example: known?.example ?? gold.text.slice(0, EXAMPLE) });
    }
  }
}
const sorted = [...kinds].sort(([, a], [, b]) => b.count - a.count);
for (const [kind, { count, example }] of sorted.slice(0, SHOWN))
  console.log(`${String(count).padStart(4)}  ${kind}\n      ${example}`);
console.log(`${sorted.length} kinds in all`);

function isTold({ status }: MeetingReport): boolean {
  return status === 'held' || status === 'recurring';
}

function realisErrors({ status }: Gold, { meetings }: Reading): string[] {
  const held = meetings.some((meeting) => meeting.status === 'held');
  if (held === (status === 'happened')) return [];
  if (held) return [`told as held, is ${status}`];
  return [`was held, told as ${meetings[0]?.status ?? 'nothing'}`];
}

/** The errors in one text: a meeting missed or made up, and within those found the pairs missed or made up. */
function errorsIn(gold: readonly GoldMeeting[], reading: Reading): string[] {
  const told = reading.meetings.filter((meeting) => gold.length > 0 || isTold(meeting));
  const wanted = gold.flatMap(({ participants }) => pairs((participants ?? []).filter(isNamed)));
  if (gold.length > 0 && told.length === 0)
    return [missed(gold[0]), ...wanted.map(() => 'pair missed: with its meeting')];
  if (gold.length === 0)
    return told.map(({ form, participants }) => `not annotated: ${form} of ${numbered(participants)}`);
  const found = told.flatMap(({ participants }) => pairs(participants.map(({ name }) => name).filter(isNamed)));
  return [
    ...without(wanted, found).map((pair) => missedPair(pair, reading)),
    ...without(found, wanted).map((pair) => falsePair(pair, gold)),
  ];
}

/** A missed meeting by its words, by how much of who met is named at all, and whether it is a match, which is none to us. */
function missed({ lemma = 'word not told', nominal, participants = [] }: GoldMeeting = {}): string {
  const named = participants.filter(isNamed).length;
  const who = named === 0 ? 'nobody named' : named === 1 ? 'one side named' : 'several named';
  return `missed: ${lemma}${nominal === undefined ? '' : nominal ? ' (noun)' : ' (verb)'}, ${who}`;
}

function missedPair([a, b]: Pair, reading: Reading): string {
  const all = reading.meetings.flatMap(({ participants }) => participants);
  const unread = [a, b].filter((wanted) => !all.some(({ name }) => isSame(wanted, name)));
  if (unread.length === 0) return 'pair missed: both read, not in one meeting, or one person named twice in the gold';
  const [first = ''] = unread;
  const person = reading.mentions.some(
    (m) => m.type === 'person' && isSame(first, reading.entities[m.entity]?.name ?? ''),
  );
  const place = reading.mentions.some(
    (m) => m.type === 'place' && isSame(first, reading.entities[m.entity]?.name ?? ''),
  );
  return `pair missed: ${person ? 'a person' : place ? 'a place or country' : 'a body, or somebody not read as a name,'} is left out`;
}

/** A pair too many, by where its two names stand in the gold. */
function falsePair([a, b]: Pair, gold: readonly GoldMeeting[]): string {
  const sides = gold.flatMap(({ participants }) => participants ?? []);
  const [hereA, hereB] = [a, b].map((name) => sides.findIndex((side) => isSame(side, name)));
  if (hereA === undefined || hereB === undefined || hereA < 0 || hereB < 0)
    return 'pair too many: with somebody the gold does not list';
  return hereA === hereB
    ? 'pair too many: both within one participant of the gold ("A and B")'
    : 'pair too many: a list that the gold counts as one pair';
}

function numbered(list: readonly unknown[]): string {
  return list.length === 1 ? 'one' : list.length === 2 ? 'two' : 'more';
}

type Pair = readonly [string, string];
function pairs(names: readonly string[]): Pair[] {
  return names.flatMap((a, i) => names.slice(i + 1).map((b): Pair => [a, b]));
}

/** The pairs of `list` that no pair of `others` matches, each matched once. */
function without(list: readonly Pair[], others: readonly Pair[]): Pair[] {
  const rest = [...others];
  return list.filter(([a, b]) => {
    const at = rest.findIndex(([x, y]) => (isSame(a, x) && isSame(b, y)) || (isSame(a, y) && isSame(b, x)));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function isNamed(name: string): boolean {
  return /\p{Lu}/u.test(name) && !/^(?:I|He|She|They|We|It|The \p{Ll}.*)$/u.test(name);
}

/** Do two names share their last capitalised word? */
function isSame(a: string, b: string): boolean {
  const [x, y] = [capitals(a), capitals(b)];
  return x.length > 0 && y.length > 0 && (x.includes(y.at(-1) ?? '') || y.includes(x.at(-1) ?? ''));
}
function capitals(name: string): string[] {
  return name.match(/\p{Lu}[\p{L}’'-]+/gu)?.map((word) => word.toLowerCase()) ?? [];
}
