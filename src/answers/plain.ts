import type { Answer, Citable, Citation, Entry, Run } from './answer.ts';
import type { Words } from './words/words.ts';

/**
 * An answer as plain text: no markup, not wrapped; sources by number in brackets. What was assumed is not in it. With `most`, as
 * many entries as fit into so many characters, and how many are left out.
 */
export function plainText(answer: Answer, most = Number.POSITIVE_INFINITY): string {
  const head = [answer.heading, line(answer.lead)].filter(Boolean);
  const shown: string[] = [];
  let length = head.join(BETWEEN).length + LEFT_OUT;
  for (const entry of answer.entries.map(entryText)) {
    length += BETWEEN.length + entry.length;
    if (shown.length > 0 && length > most) break;
    shown.push(entry);
  }
  const left = answer.entries.length - shown.length;
  return [...head, ...shown, left > 0 ? `… +${left}` : ''].filter(Boolean).join(BETWEEN);
}

const BETWEEN = '\n\n';
/** Characters of "… +1234" with what stands before it. */
const LEFT_OUT = 12;

/** The numbered list of sources that goes under a plain text. */
export const sourceList = (sources: readonly Citable[], words: Words): string =>
  sources.map((source, i) => `[${i + 1}] ${sourceLine(source, words)}`).join('\n');

/** "Press TV (state media, Iran), 5 February 2021: Headline. https://…" */
function sourceLine(source: Citable, words: Words): string {
  const headline = source.headline ? `: ${source.headline}` : '';
  return `${provenance(source, words)}${headline} — ${source.url ?? words.say('file {file}', { file: source.file })}`;
}

/** "Press TV (state media, Iran), 5 February 2021"; what is not known is said to be unknown. */
export function provenance({ outlet, kind, country, published }: Citable, words: Words): string {
  const what = words.say(kind) + (country && kind === 'state media' ? `, ${words.country(country)}` : '');
  return `${outlet} (${what}), ${published ? words.date(published) : words.say('date unknown')}`;
}

function entryText(entry: Entry): string {
  const marks = [...new Set(entry.citations.map(({ source }: Citation) => `[${source}]`))].join('');
  const lines = [
    line(entry.title),
    ...entry.body.flatMap((paragraph, at) => [...gap(entry.body.slice(0, at).flat(), paragraph), line(paragraph)]),
  ];
  const said = lines.filter(Boolean);
  const last = said.pop() ?? '';
  return [...said, `${last} ${marks}`.trim()].join('\n');
}

/** "…" between two sentences of an article that don't stand beside one another. */
function gap(before: readonly Run[], after: readonly Run[]): string[] {
  const [one, other] = [before.findLast((run) => run.is === 'sentence'), after.find((run) => run.is === 'sentence')];
  if (!one || !other || one.words.article !== other.words.article) return [];
  return Math.abs(other.words.span.start - one.words.span.end) > BESIDE ? ['…'] : [];
}
/** More than this between two sentences is text left out. */
const BESIDE = 3;

export const line = (runs: readonly Run[]): string => runs.map(runText).join('');

function runText(run: Run): string {
  switch (run.is) {
    case 'quotation':
      return `“${run.words.text}”`;
    case 'sentence':
      return run.words.text.replace(/\s*\n\s*/g, ' ');
    case 'removed':
      return `[-${run.text}-]`;
    case 'added':
      return `{+${run.text}+}`;
    default:
      return run.text;
  }
}
