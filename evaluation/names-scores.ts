import type { ReadingModels } from '../src/reading/models.ts';
import { findNames } from '../src/reading/names/find-names.ts';
import type { NameModel } from '../src/reading/names/model.ts';
import { nameReading } from '../src/reading/read.ts';
import { sentencesOf } from '../src/reading/tokens/sentences.ts';
import { tokenise } from '../src/reading/tokens/tokenise.ts';
import type { GoldDocument } from '../training/names/data.ts';

/** What was found, what was wanted, and how much is in both. */
export interface Counts {
  right: number;
  found: number;
  wanted: number;
}

/** "P 87.5 R 90.3 F1 88.9" */
export function told({ right, found, wanted }: Counts): string {
  const precision = (100 * right) / found;
  const recall = (100 * right) / wanted;
  const f1 = (2 * precision * recall) / (precision + recall);
  return `P ${precision.toFixed(1)} R ${recall.toFixed(1)} F1 ${f1.toFixed(1)}`;
}

/** Prints how well the names of `gold` are found, exact in both ends, a line for each type. */
export function scoreNames(name: string, gold: readonly GoldDocument[], model: NameModel): void {
  for (const type of ['person', 'organisation', 'place'] as const) {
    const counts = { right: 0, found: 0, wanted: 0 };
    for (const { text, names } of gold) {
      const want = new Set(names.filter((n) => n.type === type).map((n) => `${n.start}-${n.end}`));
      const got = findNames(text, tokenise(text), sentencesOf(text), model).filter((n) => n.type === type);
      counts.wanted += want.size;
      counts.found += got.length;
      counts.right += got.filter((n) => want.has(`${n.start}-${n.end}`)).length;
    }
    console.log(`${name}: ${type} ${told(counts)}`);
  }
}

/** Prints how well mentions of one person are put together: pairs of mentions, of all, and of those whose names were found. */
export function scoreAliases(name: string, gold: readonly GoldDocument[], models: ReadingModels): void {
  const all = { right: 0, found: 0, wanted: 0 };
  const reachable = { right: 0, found: 0, wanted: 0 };
  for (const { text, people } of gold) {
    const want = new Set(people.flatMap((mentions) => pairs(mentions.map(({ start, end }) => `${start}-${end}`))));
    const known = new Set(people.flat().map(({ start, end }) => `${start}-${end}`));
    const { mentions, entities } = nameReading({ text, published: null, headline: null }, models);
    const byName = new Map<string, string[]>();
    const seen = new Set<string>();
    for (const { start, end, type, entity } of mentions) {
      const where = `${start}-${end}`;
      if (type !== 'person' || !known.has(where)) continue;
      const person = entities[entity]?.name ?? '';
      byName.set(person, [...(byName.get(person) ?? []), where]);
      seen.add(where);
    }
    const found = [...byName.values()].flatMap(pairs);
    const right = found.filter((pair) => want.has(pair)).length;
    const within = [...want].filter((pair) => pair.split('|').every((where) => seen.has(where))).length;
    for (const [counts, wanted] of [
      [all, want.size],
      [reachable, within],
    ] as const) {
      counts.right += right;
      counts.found += found.length;
      counts.wanted += wanted;
    }
  }
  console.log(`${name}: pairs of mentions of one person ${told(all)}; where both were found ${told(reachable)}`);
}

const pairs = (list: readonly string[]): string[] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b) => (a < b ? `${a}|${b}` : `${b}|${a}`)));
