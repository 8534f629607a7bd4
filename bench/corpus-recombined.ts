import { seeded } from '../tests/support/seeded.ts';
import { wordsIn } from './corpus-curves.ts';

export interface SourceArticle {
  readonly headline: string;
  readonly outlet: string;
  readonly paragraphs: readonly string[];
}

export interface MadeArticle extends SourceArticle {
  /** ISO date. */
  readonly date: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Two or three words with capitals within a sentence: a name. */
const NAME = /(?<=[\p{Ll},;] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}(?! \p{Lu})/gu;
const OF_A_BODY =
  /(?:Inc|Corp|Co|Ltd|Plc|Bank|Group|Ministry|Department|Commission|Association|Union|Board|Council|Party|Committee|House|Court)$/;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const DATE = new RegExp(String.raw`\b(${MONTHS.join('|')}) (\d{1,2})\b`, 'g');
const WEEKDAY = new RegExp(String.raw`\b(?:${WEEKDAYS.join('|')})\b`, 'g');

/** How often a paragraph comes from another article near the one it is put into. */
const SHARE_BORROWED = 0.5;
const NEAR = 50;
const FIRST_DAY = Date.UTC(1996, 0, 1);
const DAYS = 30 * 365;

/** Articles made of other articles' paragraphs. */
export class Recombined {
  /** The source in the order it is gone through, again and again. */
  readonly order: readonly number[];
  readonly #source: readonly SourceArticle[];
  readonly #random = seeded(20_260);
  readonly #names: Readonly<Record<string, readonly string[]>>;
  /** Words that stand in one article of the source only, by their kind; and how often one is made new where it comes again. */
  readonly #rare = new Set<string>();
  readonly #rareOfKind = new Map<string, string[]>();
  readonly #coining: number;
  readonly #used = new Set<string>();

  constructor(source: readonly SourceArticle[], count: number) {
    if (source.length === 0) throw new Error('There is no article in the source.');
    this.#source = source;
    this.order = shuffled(source.length, this.#random);
    this.#names = namesOf(source);
    this.#coining = this.#learnRare(count);
  }

  article(at: number): MadeArticle {
    const place = this.order[at % this.order.length] ?? 0;
    const base = this.#source[place];
    if (!base) throw new Error(`The source has no article ${place}.`);
    const names = new Map<string, string>();
    const paragraphs = base.paragraphs.map((own, index) => {
      if (at < this.#source.length && this.#random() >= SHARE_BORROWED) return this.#changed(own, names, place, index);
      if (this.#random() >= SHARE_BORROWED) return this.#changed(own, names, place, index);
      const other = (place + 1 + Math.floor(this.#random() * NEAR)) % this.#source.length;
      const theirs = this.#source[other]?.paragraphs ?? [];
      // The same stretch of an article: a lead for a lead.
      const taken = Math.min(theirs.length - 1, index);
      return this.#changed(theirs[taken] ?? own, names, other, taken);
    });
    const date = new Date(FIRST_DAY + Math.floor(this.#random() * DAYS) * 86_400_000).toISOString().slice(0, 10);
    const headline = this.#changed(base.headline, names, place, -1);
    return { headline, outlet: base.outlet, paragraphs, date };
  }

  /** A text with other names (the same one throughout an article), other dates, and new words for rare ones used before. */
  #changed(text: string, names: Map<string, string>, article: number, paragraph: number): string {
    const key = `${article} ${paragraph}`;
    const again = this.#used.has(key);
    this.#used.add(key);
    const renamed = text
      .replace(NAME, (name) => {
        const known = names.get(name) ?? this.#pick(this.#names[kindOfName(name)] ?? [name]);
        names.set(name, known);
        return known;
      })
      .replace(DATE, (_, month: string) => `${this.#pick(MONTHS) ?? month} ${1 + Math.floor(this.#random() * 28)}`)
      .replace(WEEKDAY, () => this.#pick(WEEKDAYS));
    if (!again) return renamed;
    return renamed.replace(WORD, (word) =>
      this.#rare.has(word.toLowerCase()) && this.#random() < this.#coining ? this.#coined(word) : word,
    );
  }

  #pick<T>(list: readonly T[]): T {
    // The lists drawn from are never empty.
    return list[Math.floor(this.#random() * list.length)] as T;
  }

  /** A new word of the same kind: the beginning of this one, the end of another. */
  #coined(word: string): string {
    if (/\p{N}/u.test(word)) return word.replace(/\d/g, () => String(Math.floor(this.#random() * 10)));
    const other = this.#pick(this.#rareOfKind.get(kindOfWord(word)) ?? [word]);
    return word.slice(0, Math.ceil(word.length / 2)) + other.slice(Math.ceil(other.length / 2));
  }

  /**
   * Learns the words of one article only, and gives how often such a word must be made new when its paragraph comes again,
   * for the vocabulary to grow on as it grew in the source.
   */
  #learnRare(count: number): number {
    const within = new Map<string, number>();
    const forms = new Map<string, string>();
    let occurrences = 0;
    let halfway = 0;
    this.order.forEach((at, done) => {
      const { headline, paragraphs } = this.#source[at] ?? { headline: '', paragraphs: [] };
      const text = `${headline}\n${paragraphs.join('\n')}`;
      for (const word of text.match(WORD) ?? []) forms.set(word.toLowerCase(), word);
      for (const word of new Set(wordsIn(text))) within.set(word, (within.get(word) ?? 0) + 1);
      if (done + 1 === this.order.length >> 1) halfway = within.size;
    });
    for (const [word, articles] of within) {
      if (articles > 1) continue;
      this.#rare.add(word);
      occurrences++;
      const form = forms.get(word) ?? word;
      const kind = kindOfWord(form);
      const list = this.#rareOfKind.get(kind) ?? [];
      list.push(form);
      this.#rareOfKind.set(kind, list);
    }
    const exponent = Math.log(within.size / Math.max(1, halfway)) / Math.log(2);
    const times = count / this.#source.length;
    if (times <= 1) return 1;
    const wanted = within.size * times ** exponent - within.size;
    return Math.min(1, wanted / ((times - 1) * occurrences));
  }
}

const kindOfWord = (word: string): string =>
  /^\p{Lu}/u.test(word) ? (/\p{Ll}/u.test(word) ? 'Name' : 'LOUD') : 'word';

const kindOfName = (name: string): string => `${name.split(' ').length} ${OF_A_BODY.test(name) ? 'body' : 'person'}`;

/** Every name as often as the source has it, so that the frequent stay frequent. */
function namesOf(source: readonly SourceArticle[]): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const { paragraphs } of source) {
    for (const paragraph of paragraphs) {
      for (const name of paragraph.match(NAME) ?? []) {
        const kind = kindOfName(name);
        names[kind] ??= [];
        names[kind].push(name);
      }
    }
  }
  return names;
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
