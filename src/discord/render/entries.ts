import type { Citable, Citation, Entry, Run } from '../../answers/answer.ts';
import { provenance } from '../../answers/plain.ts';
import { isDay } from '../../text/edtf.ts';
import type { BotWords } from '../words/words.ts';
import { inline, LONGEST_ADDRESS, safeAddress } from './escape.ts';
import type { Block, Line } from './pages.ts';
import { runText } from './runs.ts';
import { timestamp } from './timestamp.ts';

/** Title and paragraphs, and under the paragraphs that show one source's words its citation; citations for the whole last. */
export function entryLines(entry: Entry, sources: readonly Citable[], words: BotWords): Block {
  const lines: Line[] = entry.title.length > 0 ? [{ prefix: '### ', runs: entry.title }] : [];
  const openings = entry.citations
    .flatMap(({ source }) => sources[source - 1] ?? [])
    .map((source) => provenance(source, words));
  const open = new Set(entry.citations);
  const shown = new Set<number>();
  let pending: Citation[] = [];
  const settle = () => {
    for (const number of new Set(pending.map(({ source }) => source))) {
      const cited = pending.filter(({ source }) => source === number);
      lines.push(citationLine(number, cited, sources, words));
      shown.add(number);
    }
    pending = [];
  };
  for (const paragraph of entry.body) {
    const own = [...open].filter((citation) => paragraph.some((run) => isCitationFor(citation, run, sources)));
    if (own.some(({ source }) => pending.some((before) => before.source !== source))) settle();
    lines.push(...paragraphLines(withoutProvenance(paragraph, openings)));
    pending.push(...own);
    for (const citation of own) open.delete(citation);
  }
  settle();
  pending = [...open].filter(({ span, source }) => span !== null || !shown.has(source));
  settle();
  return lines;
}

/** Outlet and date that open a paragraph are for plain text, which has no citations: here they would be repeated. */
function withoutProvenance(paragraph: readonly Run[], openings: readonly string[]): readonly Run[] {
  const [first, ...rest] = paragraph;
  const repeated = first?.is === 'text' ? openings.find((words) => first.text.startsWith(words)) : undefined;
  if (first?.is !== 'text' || repeated === undefined) return paragraph;
  return [{ ...first, text: first.text.slice(repeated.length).replace(/^ · /, '') }, ...rest];
}

const isCitationFor = ({ source, span }: Citation, run: Run, sources: readonly Citable[]): boolean =>
  'words' in run &&
  span !== null &&
  span.start === run.words.span.start &&
  span.end === run.words.span.end &&
  sources[source - 1]?.article === run.words.article;

/** A paragraph as lines: an article's own sentences are block quotes. */
export function paragraphLines(paragraph: readonly Run[]): Line[] {
  const lines: { prefix: '' | '> '; runs: Run[] }[] = [];
  for (const run of paragraph) {
    const prefix = run.is === 'sentence' ? '> ' : '';
    const last = lines.at(-1);
    if (last?.prefix !== prefix) lines.push({ prefix, runs: [run] });
    else last.runs.push(...(prefix === '> ' ? [SPACE, run] : [run]));
  }
  return lines.filter(({ runs }) => runs.some((run) => runText(run).trim() !== ''));
}

const SPACE: Run = { is: 'text', text: ' ' };

/** How many citation ids a citation line shows. */
const MOST_IDS = 3;

/**
 * "1 · Sputnik · state media (Russia) · 13 November 2015 · K7QF-2M9PXA-3T", small: outlet and kind as a link to the words
 * where the article has an address, and the ids by which `/cite` shows them again.
 */
function citationLine(
  number: number,
  cited: readonly Citation[],
  sources: readonly Citable[],
  words: BotWords,
): string {
  const source = sources[number - 1];
  if (source === undefined) throw new RangeError(`The answer cites source ${number} of ${sources.length}.`);
  const { outlet, kind, country, translation, published, article, file } = source;
  const named = [
    inline(outlet, 80),
    inline(words.say(kind === 'unreviewed' ? 'unreviewed outlet' : kind), 40) +
      (country === null ? '' : ` (${inline(country, 60)})`),
    ...(translation === null ? [] : [inline(translation, 80)]),
  ].join(' · ');
  const address = safeAddress(linkToAll(cited.flatMap(({ link }) => link ?? [])));
  const known = published === null ? words.say('date unknown') : words.date(published);
  const parts = [
    ...(sources.length > 1 ? [number] : []),
    address === null ? named : `[${named}](${address})`,
    published !== null && isDay(published) ? timestamp(published) : known,
    ...new Set(cited.slice(0, MOST_IDS).map(({ id }) => id)),
  ];
  if (address === null)
    parts.push(
      `${words.say('article')} ${inline(article, 150)}, ${words.say('file {file}', { file: inline(file, 150) })}`,
    );
  return `-# ${parts.join(' · ')}`;
}

/** One link that opens an article at several stretches: their text fragments ("#:~:text=…&text=…") put together, as far as they fit. */
function linkToAll(links: readonly string[]): string | null {
  const [first = null, ...others] = links;
  if (first === null) return null;
  const [page, fragment] = first.split(FRAGMENT);
  if (fragment === undefined) return first;
  const further = others.flatMap((link) => {
    const [samePage, words] = link.split(FRAGMENT);
    return samePage === page && words !== undefined ? [words] : [];
  });
  return [...new Set([fragment, ...further])]
    .slice(1)
    .reduce((all, words) => (all.length + words.length < LONGEST_ADDRESS ? `${all}&${words}` : all), first);
}

const FRAGMENT = '#:~:';
