import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { type ArticleId, OUTLET_KINDS, type OutletKind } from '../../corpus/article.ts';
import { FileWrong } from '../../project/file-wrong.ts';
import { type Edtf, edtf } from '../../text/edtf.ts';

/** What every correction has: a number to undo it by, who made it and when. */
interface Made {
  readonly number: number;
  /** Discord's number of the person; null for somebody who had what is stored about them erased. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly when: string;
}

/** One thing that was read wrongly, and what it is. `words`: the article's own, exactly, within the fact that they point out. */
export type CorrectionOf =
  /** Who said it; null for "the text does not say". */
  | { readonly what: 'speaker'; readonly article: ArticleId; readonly words: string; readonly is: string | null }
  | { readonly what: 'meeting date'; readonly article: ArticleId; readonly words: string; readonly is: Edtf | null }
  | { readonly what: 'meeting place'; readonly article: ArticleId; readonly words: string; readonly is: string | null }
  | { readonly what: 'not a meeting'; readonly article: ArticleId; readonly words: string }
  | { readonly what: 'published'; readonly article: ArticleId; readonly is: Edtf }
  /** Whoever is called `name` is the person known as `is`. */
  | { readonly what: 'one person'; readonly name: string; readonly is: string }
  /** Whoever this article calls `name` is not the one whom others call so. `is` distinguishes them: "the footballer". */
  | { readonly what: 'two people'; readonly article: ArticleId; readonly name: string; readonly is: string }
  | { readonly what: 'outlet'; readonly outlet: string; readonly is: OutletKind };

export type Correction = Made & CorrectionOf;

const words = z.string().trim().min(1);
// An article's id is whatever the archive calls it; a correction whose article is gone says so.
const article = words.transform((id) => id as ArticleId);
const date = words.transform((value, context): Edtf => {
  const read = edtf(value);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `"${value}" is no date; write 2015-11-13, 2015-11 or 2015` });
  return z.NEVER;
});
const made = { number: z.int().positive(), by: z.string().nullable(), when: z.string() };
const Entry: z.ZodType<Correction> = z.discriminatedUnion('what', [
  z.strictObject({ ...made, what: z.literal('speaker'), article, words, is: words.nullable() }),
  z.strictObject({ ...made, what: z.literal('meeting date'), article, words, is: date.nullable() }),
  z.strictObject({ ...made, what: z.literal('meeting place'), article, words, is: words.nullable() }),
  z.strictObject({ ...made, what: z.literal('not a meeting'), article, words }),
  z.strictObject({ ...made, what: z.literal('published'), article, is: date }),
  z.strictObject({ ...made, what: z.literal('one person'), name: words, is: words }),
  z.strictObject({ ...made, what: z.literal('two people'), article, name: words, is: words }),
  z.strictObject({ ...made, what: z.literal('outlet'), outlet: words, is: z.enum(OUTLET_KINDS) }),
]);

const FILE = 'corrections.yaml';
const HEADER = `# What Readout read wrongly, and what it is: applied each time the archive is built.
# Made with /admin correct; may be edited by hand (then /admin reindex).

`;

/** The corrections kept in the data folder, oldest first. Throws `FileWrong` where the file is not as expected. */
export function readCorrections(dataDir: string): readonly Correction[] {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) return [];
  let content: unknown;
  try {
    // As plain text: an unquoted 2015-11-13 or 2015 is to stay what was written.
    content = parse(readFileSync(file, 'utf8'), { maxAliasCount: 0, schema: 'failsafe' });
  } catch (error) {
    throw new FileWrong(`${file} is not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = z.array(Entry).safeParse(plain(content));
  if (!read.success) throw new FileWrong(`${file} is not as expected:\n${z.prettifyError(read.error)}`);
  const numbers = read.data.map(({ number }) => number);
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined)
    throw new FileWrong(`${file} has two corrections with the number ${twice}: change one of them`);
  return read.data;
}

/** All values come as text: numbers become numbers, and an empty value, "null" or "~" nothing. */
function plain(content: unknown): unknown {
  if (content === null || content === '') return [];
  if (!Array.isArray(content)) return content;
  return content.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return entry;
    return Object.fromEntries(
      Object.entries(entry).map(([key, value]) => {
        if (key === 'number') return [key, Number(value)];
        return [key, value === '' || value === 'null' || value === '~' ? null : value];
      }),
    );
  });
}

/** Writes the file anew, whole or not at all. */
function writeCorrections(dataDir: string, corrections: readonly Correction[]): void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  writeFileSync(`${file}.new`, HEADER + (corrections.length === 0 ? '' : stringify(corrections)), { flush: true });
  renameSync(`${file}.new`, file);
}

/** Adds a correction; the number it can be undone by is in what comes back. One that contradicts an earlier one replaces it. */
export function addCorrection(dataDir: string, by: string, what: CorrectionOf, now: Date): Correction {
  const before = readCorrections(dataDir);
  const number = Math.max(0, ...before.map((one) => one.number)) + 1;
  const correction: Correction = { number, by, when: now.toISOString(), ...what };
  writeCorrections(dataDir, [...before.filter((one) => pointOf(one) !== pointOf(correction)), correction]);
  return correction;
}

/** What a correction points at: two of the same can't both hold. */
function pointOf(correction: CorrectionOf): string {
  const {
    number: _number,
    by: _by,
    when: _when,
    is: _is,
    ...point
  } = { number: 0, by: '', when: '', is: '', ...correction };
  return JSON.stringify(Object.entries(point).sort());
}

/** Takes a correction back; null where there is none with this number. */
export function undoCorrection(dataDir: string, number: number): Correction | null {
  const before = readCorrections(dataDir);
  const undone = before.find((one) => one.number === number) ?? null;
  if (undone)
    writeCorrections(
      dataDir,
      before.filter((one) => one !== undone),
    );
  return undone;
}

/** Forgets who made the corrections of one person; how many those were. They hold as before. */
export function forgetCorrector(dataDir: string, person: string): number {
  const before = readCorrections(dataDir);
  const theirs = before.filter(({ by }) => by === person).length;
  if (theirs > 0)
    writeCorrections(
      dataDir,
      before.map((one) => (one.by === person ? { ...one, by: null } : one)),
    );
  return theirs;
}

/** Takes back all corrections of one article, whose words they hold; how many those were. */
export function forgetCorrectionsIn(dataDir: string, id: ArticleId): number {
  const before = readCorrections(dataDir);
  const left = before.filter((one) => !('article' in one) || one.article !== id);
  if (left.length < before.length) writeCorrections(dataDir, left);
  return before.length - left.length;
}

/** How many corrections are kept of one article. */
export const correctionsInArticle = (dataDir: string, id: ArticleId): number =>
  readCorrections(dataDir).filter((one) => 'article' in one && one.article === id).length;

/** What a correction says, whoever made it when. */
export const correctionKey = ({ by: _by, when: _when, number: _number, ...what }: Correction): string =>
  JSON.stringify(what);
