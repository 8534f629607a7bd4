import type { Day } from '../../text/edtf.ts';
import type { Answer, Citable, Run } from '../answer.ts';
import { webAddress } from '../citations/text-fragment.ts';
import { provenance } from '../plain.ts';
import type { Words } from '../words/words.ts';
import type { Cited } from './cited.ts';

/** An answer as Markdown: entries with their words as block quotes, each with its id; sources beneath. */
export function toMarkdown(
  { heading, lead, assumed, entries, sources }: Answer,
  cited: readonly Cited[],
  accessed: Day,
  words: Words,
): string {
  const blocks = entries.map((entry, index) => {
    const own = cited.filter((one) => one.entry === index + 1);
    const marks = own.map(({ id, number, link }) => `[^${number}] ${address(id, link)}`).join(' · ');
    return [`## ${runs(entry.title) || index + 1}`, ...entry.body.map(paragraph), marks].filter(Boolean).join('\n\n');
  });
  return `${[
    `# ${escaped(heading)}`,
    runs(lead),
    ...assumed.map((one) => `*${escaped(one)}*`),
    ...blocks,
    sources.map((source, i) => `[^${i + 1}]: ${sourceLine(source, accessed, words)}`).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

const paragraph = (all: readonly Run[]): string =>
  all.some(({ is }) => is === 'sentence' || is === 'quotation') ? runs(all).replace(/^/gm, '> ') : runs(all);

const runs = (all: readonly Run[]): string => all.map(run).join('');

function run(one: Run): string {
  switch (one.is) {
    case 'quotation':
      return `“${escaped(one.words.text)}”`;
    case 'sentence':
      return escaped(one.words.text);
    case 'strong':
    case 'added':
      return `**${escaped(one.text)}**`;
    case 'removed':
      return `~~${escaped(one.text)}~~`;
    default:
      return escaped(one.text);
  }
}

function sourceLine(source: Citable, accessed: Day, words: Words): string {
  const { headline, authors, url, archivedUrl, file } = source;
  const by = authors.length > 0 ? `${escaped(authors.join(', '))}. ` : '';
  const named = headline ? `${escaped(headline)}.` : '';
  const where = url ? address(url, url) : escaped(words.say('file {file}', { file }));
  const kept = archivedUrl && address(archivedUrl, archivedUrl);
  const archived = kept ? `, ${words.say('archived at {address}', { address: kept })}` : '';
  const then = words.say('Accessed {date}.', { date: words.date(accessed) });
  return `${escaped(provenance(source, words))}: ${by}${named} ${where}${archived}. ${then}`;
}

/** A link where the address is of the web; else the words alone. */
function address(words: string, url: string | null): string {
  const safe = url && webAddress(url);
  return safe ? `[${escaped(words)}](<${safe.replace(/[<>]/g, encodeURIComponent)}>)` : escaped(words);
}

/** Signs that mean something to Markdown anywhere, or at the beginning of a line. */
const escaped = (words: string): string =>
  words
    .replace(/[\\`*_{}[\]<>|~$&]/g, '\\$&')
    .replace(/^(\s*)(?:([#+\-=:])|(\d+)([.)]))/gm, (_, blank, sign, digits, end) =>
      sign ? `${blank}\\${sign}` : `${blank}${digits}\\${end}`,
    );
