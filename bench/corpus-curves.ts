/** How a corpus's words grow and spread, counted while it streams by. */
export class Curves {
  readonly #documentsWith = new Map<string, number>();
  readonly #lengths: number[] = [];
  /** Articles → different words so far. */
  readonly #growth = new Map<number, number>();
  readonly #sizes: ReadonlySet<number>;

  /** Growth is noted at 100, 300, 1,000 … articles, up to `largest`. */
  constructor(largest: number) {
    const sizes = new Set<number>();
    for (let size = 100; size <= largest; size *= 10) sizes.add(size).add(3 * size);
    this.#sizes = sizes;
  }

  add(text: string): void {
    const words = wordsIn(text);
    this.#lengths.push(words.length);
    for (const word of new Set(words)) this.#documentsWith.set(word, (this.#documentsWith.get(word) ?? 0) + 1);
    if (this.#sizes.has(this.#lengths.length)) this.#growth.set(this.#lengths.length, this.#documentsWith.size);
  }

  /** Two corpora as a table: what is the case in one and in the other. */
  static sideBySide(source: Curves, made: Curves): string {
    const rows: string[][] = [['', 'source', 'made']];
    const row = (name: string, of: (one: Curves) => string) => rows.push([name, of(source), of(made)]);
    row('articles', (one) => String(one.#lengths.length));
    row('different words', (one) => String(one.#documentsWith.size));
    for (const size of made.#growth.keys()) {
      row(`… in the first ${size} articles`, (one) => String(one.#growth.get(size) ?? '–'));
    }
    for (const share of [0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
      row(`words an article, ${100 * share} % have at most`, (one) => String(quantile(one.#lengths, share)));
    }
    for (const rank of [1, 10, 100, 1000, 10_000, 30_000]) {
      row(`share of articles with word number ${rank}`, (one) => percent(one.#ranked()[rank - 1] ?? 0, one));
    }
    row('words in one article only', (one) => `${((100 * one.#once()) / one.#documentsWith.size).toFixed(1)} %`);
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
    const padded = (cell: string, column: number) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
    return rows.map((cells) => cells.map(padded).join('  ')).join('\n');
  }

  #ranked(): number[] {
    return [...this.#documentsWith.values()].sort((a, b) => b - a);
  }

  #once(): number {
    return [...this.#documentsWith.values()].filter((count) => count === 1).length;
  }

  get articles(): number {
    return this.#lengths.length;
  }
}

export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;

const percent = (count: number, { articles }: Curves): string => `${((100 * count) / articles).toFixed(3)} %`;
