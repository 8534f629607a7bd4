import type { Run, Verbatim } from '../../answers/answer.ts';
import { mostThat } from '../../text/binary-search.ts';
import { type Span, span, trimmed } from '../../text/span.ts';
import { LIMITS } from './budget.ts';
import { escapeMarkdown, isolated } from './escape.ts';

/** Runs as Discord's markdown. Everything that others wrote is escaped on the way. */
export const runsInMarkdown = (runs: readonly Run[]): string => runs.map(runInMarkdown).join('');

function runInMarkdown(run: Run): string {
  switch (run.is) {
    case 'date':
    case 'text':
      return isolated(escapeMarkdown(run.text));
    case 'strong':
      return wrapped(isolated(escapeMarkdown(run.text)), '**');
    case 'removed':
      return wrapped(isolated(escapeMarkdown(run.text)), '~~');
    case 'added':
      return wrapped(isolated(escapeMarkdown(run.text)), '__');
    case 'quotation':
      return inMarks(isolated(highlighted(run.words, run.marked)), run.words.text);
    case 'sentence':
      return isolated(highlighted(run.words, run.marked));
  }
}

/** Words that bring their own outer marks keep them. */
const inMarks = (shown: string, words: string): string =>
  /^["“„«‘].*["”“»’]$/s.test(words.trim()) ? shown : `“${shown}”`;

/** Formatting marks around a text; white space at its ends stays outside, where Discord wants it. */
function wrapped(text: string, mark: string): string {
  const inner = text.trim();
  return inner === '' ? text : text.replace(inner, () => `${mark}${inner}${mark}`);
}

function highlighted(words: Verbatim, marked: readonly Span[]): string {
  const base = words.span.start;
  let shown = '';
  let done = 0;
  for (const mark of [...marked].sort((a, b) => a.start - b.start)) {
    const from = Math.max(mark.start - base, done);
    const to = Math.min(mark.end - base, words.text.length);
    if (from >= to) continue;
    shown += escapeMarkdown(words.text.slice(done, from)) + wrapped(escapeMarkdown(words.text.slice(from, to)), '**');
    done = to;
  }
  return shown + escapeMarkdown(words.text.slice(done));
}

/**
 * Cuts runs in two at the last word boundary up to which the first part is accepted by `fits`; inside a word only where no
 * single word fits. The first part is null where not even a character does.
 */
export function cutRuns(
  runs: readonly Run[],
  fits: (runs: readonly Run[]) => boolean,
): readonly [head: readonly Run[] | null, tail: readonly Run[]] {
  const whole = runs.findIndex((_, index) => isHuge(runs.slice(0, index + 1)) || !fits(runs.slice(0, index + 1)));
  if (whole === -1) return [runs, []];
  const head = runs.slice(0, whole);
  // `whole` is an index that findIndex found.
  const run = runs[whole] as Run;
  const rest = runs.slice(whole + 1);

  const text = runText(run);
  // No part is longer than a message; a megabyte need not be escaped to find that out.
  let length = mostThat(Math.min(text.length, LIMITS.characters), (units) => fits([...head, part(run, 0, units)]));
  const boundary = text.slice(0, length + 1).search(/\s\S*$/);
  if (boundary > 0) length = boundary;
  else if (head.length > 0) return [head, runs.slice(whole)];
  if (/[\ud800-\udbff]$/.test(text.slice(0, length))) length--;
  if (length <= 0) return [null, runs];
  return [
    [...head, part(run, 0, length)],
    [part(run, length, text.length), ...rest].filter((piece) => runText(piece) !== ''),
  ];
}

/** Longer than any message, before anything is escaped or marked. */
export const isHuge = (runs: readonly Run[]): boolean =>
  runs.reduce((units, run) => units + runText(run).length, 0) > LIMITS.characters;

export const runText = (run: Run): string => ('words' in run ? run.words.text : run.text);

/** A stretch of a run, without the white space where it was cut; of verbatim words it is again a slice of the stored text. */
function part(run: Run, from: number, to: number): Run {
  const text = runText(run);
  const cut = trimmed(text, span(from, to));
  // A piece of a date is none.
  if (run.is === 'date') return { is: 'text', text: text.slice(cut.start, cut.end) };
  if (!('words' in run)) return { ...run, text: text.slice(cut.start, cut.end) };
  const { words } = run;
  return {
    ...run,
    words: {
      article: words.article,
      span: span(words.span.start + cut.start, words.span.start + cut.end),
      text: text.slice(cut.start, cut.end),
    },
  };
}
