import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Answer, Choice, Citable, Citation, Entry, Run } from '../answers/answer.ts';
import { LONGEST_ALT } from '../answers/picture.ts';
import { provenance } from '../answers/plain.ts';
import type { Question } from '../answers/question.ts';
import { dateInWords } from '../text/edtf.ts';
import { sizeOf } from './budget.ts';
import { clipped, escaped, isolated, LONGEST_ADDRESS, safeAddress, withoutInvisible } from './escape.ts';
import { type Block, type Line, layOnPages } from './pages.ts';
import { textOf } from './runs.ts';

/** A message as Discord takes it: Components V2, which allow no content or embeds beside them. */
export interface Message {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: [APIContainerComponent];
  /** What the components show by name. */
  readonly files?: { readonly attachment: Buffer; readonly name: string }[];
}

/** What an answer's picture is called as a file. */
export const PICTURE = 'picture.png';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const FOUND = 0x2f6f9f;
const NOT_FOUND = 0xb08a3c;
const TROUBLE = 0xa13d3d;

/** How a button names its question, in at most `LONGEST_KEY` characters. */
export type KeyOf = (question: Question) => string;
/** What is left of a custom_id's 100 characters after "page:9999:". */
export const LONGEST_KEY = 90;

/**
 * One page of an answer as a message (whose picture is still to be attached as `PICTURE`) within Discord's limits; `page` counts from 0 and is brought into range. A page holds
 * whole entries; buttons lead to the others and carry all that is needed to make them again.
 */
export function render(answer: Answer, page: number, keyOf: KeyOf): Message {
  const heading = text([`## ${inline(answer.heading, 200)}`, `-# Understood as: ${inline(answer.understood, 300)}`]);
  const notes = answer.assumed.map((assumption) => `-# ${inline(assumption, 300)}`);
  const choices = choiceRows(answer.choices, keyOf);
  const shown = answer.entries.slice(0, MOST_ENTRIES);
  const left = answer.entries.length - shown.length;
  const blocks: Block[] = [
    notes.slice(0, MOST_NOTES),
    linesOf(answer.lead),
    ...shown.map((entry) => entryLines(entry, answer.sources)),
    left > 0 ? [`-# … and ${left} more. Ask about less: a shorter time, one outlet, one person.`] : [],
  ];

  const pictures = answer.picture ? [gallery(answer.picture.alt)] : [];

  // Measured with a page's number and its buttons, which a single page then goes without.
  const frame = container(answer.found ? FOUND : NOT_FOUND, [
    heading,
    ...pictures,
    SEPARATOR,
    text(['-# Page 9999 of 9999']),
    ...choices,
    pageRow({ page: 1, pages: 3, more: 9999 }, answer.question, () => ''),
  ]);
  const pages = layOnPages(blocks, sizeOf([frame]));
  const index = Math.min(Math.max(Math.trunc(page) || 0, 0), pages.length - 1);
  const { texts = [], more = 0 } = pages[index] ?? {};
  return message(
    container(answer.found ? FOUND : NOT_FOUND, [
      heading,
      ...pictures,
      ...(texts.length > 0 ? [SEPARATOR] : []),
      ...texts.map((part) => text([part])),
      ...(pages.length > 1 ? [text([`-# Page ${index + 1} of ${pages.length}`])] : []),
      ...choices,
      ...(pages.length > 1 ? [pageRow({ page: index, pages: pages.length, more }, answer.question, keyOf)] : []),
    ]),
  );
}

/** A short message of the bot's own: paragraphs, cut off whole where they would be too many. The words are escaped. */
export function notice(heading: string, paragraphs: readonly string[], tone: 'plain' | 'trouble' = 'plain'): Message {
  const colour = tone === 'plain' ? FOUND : TROUBLE;
  const head = text([`## ${inline(heading, 200)}`]);
  const blocks = paragraphs.map((paragraph): Block => [{ prefix: '', runs: [{ is: 'text', text: paragraph }] }]);
  const frame = container(colour, [head, text(['-# … and 999999 more'])]);
  const { texts, more } = layOnPages(blocks, sizeOf([frame]))[0] ?? { texts: [], more: 0 };
  const rest = more > 0 ? [text([`-# … and ${more} more`])] : [];
  return message(container(colour, [head, ...texts.map((part) => text([part])), ...rest]));
}

const message = (only: APIContainerComponent): Message => ({ flags: MessageFlags.IsComponentsV2, components: [only] });

const container = (colour: number, components: APIContainerComponent['components']): APIContainerComponent => ({
  type: ComponentType.Container,
  accent_color: colour,
  components,
});

/** The picture, with its description for whoever can't see it. */
const gallery = (alt: string): APIMediaGalleryComponent => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url: `attachment://${PICTURE}` }, description: clipped(withoutInvisible(alt), LONGEST_ALT) }],
});

const SEPARATOR = { type: ComponentType.Separator } as const;

const text = (lines: readonly string[]): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content: lines.join('\n'),
});

const inline = (words: string, units: number): string => isolated(escaped(clipped(words, units)));

const MOST_NOTES = 10;
/** Some fifty pages. Nobody turns more, and to lay out tens of thousands would hold up everybody else's answers. */
const MOST_ENTRIES = 500;

/** Title and paragraphs, and under the paragraphs that show one source's words its receipt; receipts for the whole last. */
function entryLines(entry: Entry, sources: readonly Citable[]): Block {
  const lines: Line[] = entry.title.length > 0 ? [{ prefix: '### ', runs: entry.title }] : [];
  const told = entry.citations.flatMap(({ source }) => sources[source - 1] ?? []).map(provenance);
  const open = new Set(entry.citations);
  const receipted = new Set<number>();
  let pending: Citation[] = [];
  const settle = () => {
    for (const number of new Set(pending.map(({ source }) => source))) {
      const links = pending.flatMap(({ source, link }) => (source === number && link !== null ? [link] : []));
      lines.push(receipt(number, links, sources));
      receipted.add(number);
    }
    pending = [];
  };
  for (const paragraph of entry.body) {
    const own = [...open].filter((citation) => paragraph.some((run) => isReceiptFor(citation, run, sources)));
    if (own.some(({ source }) => pending.some((before) => before.source !== source))) settle();
    lines.push(...linesOf(withoutProvenance(paragraph, told)));
    pending.push(...own);
    for (const citation of own) open.delete(citation);
  }
  settle();
  pending = [...open].filter(({ span, source }) => span !== null || !receipted.has(source));
  settle();
  return lines;
}

/** Outlet and date that open a paragraph are for plain text, which has no receipts: here they would be said twice. */
function withoutProvenance(paragraph: readonly Run[], told: readonly string[]): readonly Run[] {
  const [first, ...rest] = paragraph;
  const again = first?.is === 'text' ? told.find((words) => first.text.startsWith(words)) : undefined;
  if (first?.is !== 'text' || again === undefined) return paragraph;
  return [{ ...first, text: first.text.slice(again.length).replace(/^ · /, '') }, ...rest];
}

const isReceiptFor = ({ source, span }: Citation, run: Run, sources: readonly Citable[]): boolean =>
  'words' in run &&
  span !== null &&
  span.start === run.words.span.start &&
  span.end === run.words.span.end &&
  sources[source - 1]?.article === run.words.article;

/** A paragraph as lines: an article's own sentences are set apart as block quotes. */
function linesOf(paragraph: readonly Run[]): Line[] {
  const lines: { prefix: '' | '> '; runs: Run[] }[] = [];
  for (const run of paragraph) {
    const prefix = run.is === 'sentence' ? '> ' : '';
    const last = lines.at(-1);
    if (last?.prefix !== prefix) lines.push({ prefix, runs: [run] });
    else last.runs.push(...(prefix === '> ' ? [SPACE, run] : [run]));
  }
  return lines.filter(({ runs }) => runs.some((run) => textOf(run).trim() !== ''));
}

const SPACE: Run = { is: 'text', text: ' ' };

/** "1 · Sputnik · state media (Russia) · 13 November 2015", small, as a link to the words where the article has an address. */
function receipt(number: number, links: readonly string[], sources: readonly Citable[]): string {
  const source = sources[number - 1];
  if (source === undefined) throw new RangeError(`The answer cites source ${number} of ${sources.length}.`);
  const label = [
    inline(source.outlet, 80),
    inline(source.kind === 'unreviewed' ? 'unreviewed outlet' : source.kind, 40) +
      (source.country === null ? '' : ` (${inline(source.country, 60)})`),
    source.published === null ? 'date unknown' : dateInWords(source.published),
    ...(source.translation === null ? [] : [inline(source.translation, 80)]),
  ].join(' · ');
  const numbered = sources.length > 1 ? `${number} · ` : '';
  const address = safeAddress(linkToAll(links));
  if (address !== null) return `-# ${numbered}[${label}](${address})`;
  return `-# ${numbered}${label} · article ${inline(source.article, 150)}, file ${inline(source.file, 150)}`;
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

const MOST_BUTTONS = 5;
const MOST_OPTIONS = 25;

/** The questions to go on with: buttons where there are few, a menu where there are more. */
function choiceRows(choices: readonly Choice[], keyOf: KeyOf): Row[] {
  // Discord refuses two buttons or options that mean the same.
  const distinct = [...new Map(choices.map((choice) => [keyOf(choice.question), choice])).entries()];
  if (distinct.length === 0) return [];
  if (distinct.length <= MOST_BUTTONS) {
    return [row(distinct.map(([key, { label }]) => button(`ask:${key}`, labelled(label, 80))))];
  }
  const options = distinct.slice(0, MOST_OPTIONS).map(([value, { label }]) => ({ value, label: labelled(label, 100) }));
  return [row([{ type: ComponentType.StringSelect, custom_id: 'pick', placeholder: 'Choose', options }])];
}

function pageRow(
  { page, pages, more }: { page: number; pages: number; more: number },
  question: Question,
  keyOf: KeyOf,
): Row {
  const key = keyOf(question);
  const next = more > 0 ? `${more} more ▸` : 'Continued ▸';
  return row([
    button(`page:${page - 1}:${key}`, '◂ Back', page === 0),
    button(`page:${page + 1}:${key}`, page === pages - 1 ? 'End' : next, page === pages - 1),
  ]);
}

const row = (components: APIComponentInMessageActionRow[]): Row => ({ type: ComponentType.ActionRow, components });

const button = (id: string, label: string, disabled = false): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: id,
  label,
  disabled,
});

/** Labels show no markdown, but must not be empty. */
const labelled = (label: string, units: number): string => clipped(withoutInvisible(label).trim(), units) || '…';
