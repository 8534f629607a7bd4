import type { Run } from '../../answers/answer.ts';
import { fits, type MessageSize, sizeOfText, sum } from './budget.ts';
import { cutRuns, isHuge, runsInMarkdown } from './runs.ts';

/** One idea of an answer, ready to be laid on pages: its lines from top to bottom. */
export type Block = readonly Line[];

/** A line of a block: runs that may be cut where they don't fit (each part keeps the prefix), or markdown that is short. */
export type Line = { readonly prefix: '' | '> ' | '### '; readonly runs: readonly Run[] } | string;

export interface AnswerPage {
  /** Each becomes a text of its own. */
  readonly texts: readonly string[];
  /** How many blocks begin on later pages. */
  readonly more: number;
}

const BLOCKS_A_PAGE = 10;
/** Signs, which every language reads. */
const CONTINUED = '-# ◂ …';
const CONTINUES = '-# … ▸';

/**
 * Lays blocks on pages, cut between blocks. Only a block that is too long for a page of its own is cut: between its lines,
 * and a line that is too long between words. `frame` is what stands on every page besides. There is always one page.
 */
export function layOnPages(blocks: readonly Block[], frame: MessageSize): readonly AnswerPage[] {
  const room = (texts: readonly string[]) => fits(sum(frame, ...texts.map(sizeOfText)));
  const pages: { texts: string[]; begun: number }[] = [{ texts: [], begun: 0 }];
  const begun = blocks.map((block, index) => {
    const pieces = cutBlock(block, (text) => room([text]));
    for (const [number, piece] of pieces.entries()) {
      const page = pages.at(-1);
      if (page && number === 0 && page.texts.length < BLOCKS_A_PAGE && room([...page.texts, piece])) {
        page.texts.push(piece);
        page.begun = index + 1;
      } else {
        pages.push({ texts: [piece], begun: index + 1 });
      }
    }
    return pieces.length > 0;
  });
  const laid = pages.filter((page) => page.texts.length > 0);
  if (laid.length === 0) return [{ texts: [], more: 0 }];
  return laid.map(({ texts, begun: last }) => ({ texts, more: begun.slice(last).filter(Boolean).length }));
}

/** A block as texts that each fit: one, unless it is too long. */
function cutBlock(block: Block, fitsAlone: (text: string) => boolean): readonly string[] {
  const huge = block.some((line) => typeof line !== 'string' && isHuge(line.runs));
  const whole = huge ? null : block.map(lineText).join('\n');
  if (whole === '') return [];
  if (whole !== null && fitsAlone(whole)) return [whole];

  const fitsFramed = (lines: readonly string[]) => fitsAlone([CONTINUED, ...lines, CONTINUES].join('\n'));
  const pieces: string[][] = [[]];
  const last = () => pieces.at(-1) ?? [];
  const queue = [...block];
  for (let line = queue.shift(); line !== undefined; line = queue.shift()) {
    // What is far too long is not written out only to see that: a megabyte would be, once for each page.
    const text = typeof line === 'string' || !isHuge(line.runs) ? lineText(line) : null;
    if (text !== null && fitsFramed([...last(), text])) {
      last().push(text);
    } else if (text !== null && last().length > 0 && (typeof line === 'string' || fitsFramed([text]))) {
      pieces.push([text]);
    } else if (typeof line === 'string') {
      throw new RangeError(`A line of ${line.length} characters can't be cut and doesn't fit a message.`);
    } else {
      const { prefix, runs } = line;
      const [head, tail] = cutRuns(runs, (some) => fitsFramed([...last(), lineText({ prefix, runs: some })]));
      if (head === null && last().length === 0) throw new RangeError('Not one character fits a message.');
      if (head !== null) last().push(lineText({ prefix, runs: head }));
      pieces.push([]);
      queue.unshift({ prefix, runs: tail });
    }
  }
  const filled = pieces.filter((lines) => lines.length > 0);
  return filled.map((lines, index) =>
    [...(index > 0 ? [CONTINUED] : []), ...lines, ...(index < filled.length - 1 ? [CONTINUES] : [])].join('\n'),
  );
}

const lineText = (line: Line): string => (typeof line === 'string' ? line : line.prefix + runsInMarkdown(line.runs));
