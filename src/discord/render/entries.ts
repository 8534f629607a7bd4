import type { Citable, Citation, Entry, Run } from '../../answers/answer.ts';
import { provenance } from '../../answers/plain.ts';
import type { BotWords } from '../words/words.ts';
import { inline, LONGEST_ADDRESS, safeAddress } from './escape.ts';
import type { Block, Line } from './pages.ts';
import { runText } from './runs.ts';

/**
 * Title and paragraphs, and under each stretch of one source's words its citation; citations of nothing shown come last, in one
 * line. Of an entry that can be shown in full, the first stretch alone, with the others' sources.
 */
export function entryLines(entry: Entry, sources: readonly Citable[], words: BotWords): Block {
  const openings = entry.citations
    .flatMap(({ source }) => sources[source - 1] ?? [])
    .flatMap((source) => [provenance(source, words), `${source.outlet}, ${dateOf(source, words)}`]);
  // Outlet and date are for plain text, which has no citations beneath: here they would be repeated.
  const title = entry.title.filter((run) => !(run.is === 'strong' && openings.includes(run.text)));
  const hasTitle = title.some((run) => runText(run).trim() !== '');
  const lines: Line[] = hasTitle ? [{ prefix: '### ', runs: title }] : [];
  const open = new Set(entry.citations);
  const shown = new Set<number>();
  let pending: Citation[] = [];
  const settle = () => {
    for (const number of new Set(pending.map(({ source }) => source))) {
      const cited = pending.filter(({ source }) => source === number);
      lines.push(citationLine(sourceOf(number, sources), cited, shown.has(number), words));
      shown.add(number);
    }
    pending = [];
  };
  let within: Citation[] = [];
  for (const [at, paragraph] of entry.body.entries()) {
    const here = [...open].filter((citation) => paragraph.some((run) => isCitationFor(citation, run, sources)));
    const own = [...within, ...here];
    within = [];
    // Marked in its sentence, which comes next, a fragment is not shown twice.
    if (isShownIn(paragraph, entry.body.slice(at + 1))) {
      within = own;
      continue;
    }
    if (own.length > 0 && pending.length > 0 && !own.every((citation) => pending.some(isNextTo(citation)))) settle();
    if (entry.inFull && own.length > 0 && shown.size > 0) continue;
    lines.push(...paragraphLines(withoutProvenance(paragraph, openings)));
    pending.push(...own);
    for (const citation of own) open.delete(citation);
  }
  settle();
  const others = [...open].filter(({ span, source }) => span !== null || !shown.has(source));
  const elsewhere = entry.inFull ? others.filter(({ source }) => !shown.has(source)) : others;
  const [only] = elsewhere;
  if (only && shown.size === 0 && new Set(elsewhere.map(({ source }) => source)).size === 1)
    return [...lines, citationLine(sourceOf(only.source, sources), elsewhere, false, words)];
  return [...lines, ...linkLine(elsewhere, shown.size > 0 ? `${words.say('also')}: ` : '', sources, words)];
}

/** Does a sentence that follows have these very words, marked? */
function isShownIn([run, ...others]: readonly Run[], after: readonly (readonly Run[])[]): boolean {
  if (run?.is !== 'quotation' || others.length > 0) return false;
  const { article, span } = run.words;
  return after
    .flat()
    .some(
      (one) =>
        one.is === 'sentence' &&
        one.words.article === article &&
        one.marked.some(({ start, end }) => start === span.start && end === span.end),
    );
}

/** Is it of the same article, and right beside? */
const isNextTo =
  ({ source, span }: Citation) =>
  (before: Citation): boolean =>
    before.source === source &&
    span !== null &&
    before.span !== null &&
    span.start - before.span.end <= WHITE_SPACE &&
    before.span.start - span.end <= WHITE_SPACE;
/** Between two sentences of a text stands no more than this. */
const WHITE_SPACE = 3;

/** Outlet and date are for plain text, which has no citations beneath: here they would be repeated. */
function withoutProvenance(paragraph: readonly Run[], openings: readonly string[]): readonly Run[] {
  return paragraph.flatMap((run, at): Run[] => {
    if (run.is !== 'text') return [run];
    const next = paragraph[at + 1];
    if (run.text === SEPARATOR && next?.is === 'text' && openings.includes(next.text)) return [];
    const repeated = openings.find((words) => run.text.startsWith(words));
    if (repeated === undefined) return [run];
    return [{ ...run, text: run.text.slice(repeated.length).replace(/^ · /, '') }];
  });
}
const SEPARATOR = ' · ';

const dateOf = ({ published }: Citable, words: BotWords): string =>
  published === null ? words.say('date unknown') : words.date(published);

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

function sourceOf(number: number, sources: readonly Citable[]): Citable {
  const source = sources[number - 1];
  if (source === undefined) throw new RangeError(`The answer cites source ${number} of ${sources.length}.`);
  return source;
}

/**
 * "Sputnik · state media (Russia) · 13 November 2015 · K7QF-2M9PXA-3T", small: outlet and kind as a link to the words where the
 * article has an address, and the ids by which `/cite` shows them again. Further words of a source just named: outlet and id alone.
 */
function citationLine(source: Citable, cited: readonly Citation[], isNamed: boolean, words: BotWords): string {
  const { outlet, kind, country, translation, article, file } = source;
  const named = isNamed
    ? inline(outlet, 80)
    : [
        inline(outlet, 80),
        inline(words.say(kind === 'unreviewed' ? 'unreviewed outlet' : kind), 40) +
          (country === null ? '' : ` (${inline(words.country(country), 60)})`),
        ...(translation === null ? [] : [inline(translation, 80)]),
      ].join(' · ');
  const address = safeAddress(linkToAll(cited.flatMap(({ link }) => link ?? [])));
  const parts = [
    address === null ? named : `[${named}](${address})`,
    ...(isNamed ? [] : [dateOf(source, words)]),
    ...new Set(cited.slice(0, MOST_IDS).map(({ id }) => id)),
  ];
  if (address === null && !isNamed)
    parts.push(
      `${words.say('article')} ${inline(article, 150)}, ${words.say('file {file}', { file: inline(file, 150) })}`,
    );
  return `-# ${parts.join(' · ')}`;
}

/** So many further sources are named; the others are counted. */
const MOST_ALSO = 5;
/** Addresses count, though nobody sees them. */
const LONGEST_ALSO = 2000;

/** "also: Fox News (10 April 2017) · USA Today (10 April 2017) · + 3": sources of which nothing is shown, each a link. */
function linkLine(cited: readonly Citation[], opening: string, sources: readonly Citable[], words: BotWords): string[] {
  const bySource = new Map(cited.map((citation) => [citation.source, citation]));
  if (bySource.size === 0) return [];
  const named: string[] = [];
  for (const { source, link } of bySource.values()) {
    const citable = sourceOf(source, sources);
    const name = `${inline(citable.outlet, 80)} (${dateOf(citable, words)})`;
    const address = safeAddress(link);
    const linked = address === null ? name : `[${name}](${address})`;
    if (named.length === MOST_ALSO || named.join('').length + linked.length > LONGEST_ALSO) break;
    named.push(linked);
  }
  const more = bySource.size - named.length;
  return [`-# ${opening}${[...named, ...(more > 0 ? [`+ ${more}`] : [])].join(' · ')}`];
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
