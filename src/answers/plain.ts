import type { Answer, Citable, Citation, Entry, Run } from './answer.ts';
import type { Words } from './words/words.ts';

/** An answer as plain text: no markup, not wrapped; sources by number in brackets. What was assumed is not in it. */
export function plainText(answer: Answer): string {
  const lead = line(answer.lead);
  const entries = answer.entries.map(entryText);
  return [answer.heading, lead, ...entries].filter(Boolean).join('\n\n');
}

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
  const lines = [line(entry.title), ...entry.body.map(line)].filter(Boolean);
  const last = lines.pop() ?? '';
  return [...lines, `${last} ${marks}`.trim()].join('\n');
}

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
