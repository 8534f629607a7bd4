import type { Day } from '../../text/edtf.ts';
import type { Answer } from '../answer.ts';
import { plainText } from '../plain.ts';
import { inEnglish, type Words } from '../words/words.ts';
import { type Cited, citedIn } from './cited.ts';
import { csv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import { bibtex, cslJson, ris } from './references.ts';

/** Forms in which an answer can be taken along. */
export const EXPORT_FORMATS = ['csv', 'json', 'bibtex', 'ris', 'csl-json', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** As a button or a menu names them. */
export const EXPORT_LABELS: readonly (readonly [format: ExportFormat, label: string])[] = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl-json', 'CSL-JSON'],
  ['markdown', 'Markdown'],
];

export const isExportFormat = (name: string): name is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(name);

export interface ExportFile {
  readonly fileName: string;
  readonly text: string;
}

const EXTENSION: Record<ExportFormat, string> = {
  csv: 'csv',
  json: 'json',
  bibtex: 'bib',
  ris: 'ris',
  'csl-json': 'csl.json',
  markdown: 'md',
};

/**
 * An answer as a file: each cited place with its exact words and offsets (CSV, JSON, Markdown), or each source with the cited
 * words as notes (BibTeX, RIS, CSL-JSON). `accessed` is the day of the access date.
 */
export function exportAnswer(
  answer: Answer,
  format: ExportFormat,
  accessed: Day,
  words: Words = inEnglish,
): ExportFile {
  const cited = citedIn(answer);
  const written: Record<ExportFormat, () => string> = {
    csv: () => csv(cited, accessed),
    json: () => json(answer, cited, accessed),
    bibtex: () => bibtex(answer.sources, cited, accessed),
    ris: () => ris(answer.sources, cited, accessed),
    'csl-json': () => cslJson(answer.sources, cited, accessed),
    markdown: () => toMarkdown(answer, cited, accessed, words),
  };
  return { fileName: `readout-${slug(answer.understood)}.${EXTENSION[format]}`, text: written[format]() };
}

function json(answer: Answer, cited: readonly Cited[], accessed: Day): string {
  const { question, found, understood, assumed, heading, sources } = answer;
  const exported = { question, found, understood, assumed, heading, accessed, text: plainText(answer), cited, sources };
  return `${JSON.stringify(exported, null, 2)}\n`;
}

/** The name of a file with the answer's picture: "who-met-whom" and what follows the dot. */
export const pictureFileName = (answer: Answer, extension: string): string =>
  `readout-${slug(answer.understood)}-picture.${extension}`;

/** Letters and digits of any script, as a file name takes them everywhere. */
const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/gu, '') || 'answer';
