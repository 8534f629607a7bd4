import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
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
import { sizeOf } from './budget.ts';
import { clipped, escaped, isolated, LONGEST_ADDRESS, safeAddress, withoutInvisible } from './escape.ts';
import { type Block, type Line, layOnPages } from './pages.ts';
import { textOf } from './runs.ts';
import type { Words } from './words/words.ts';

/** A message as Discord takes it: Components V2, which allow no content or embeds beside them. */
export interface Message {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: [APIContainerComponent];
  /** What the components show by name. */
  readonly files?: { readonly attachment: Buffer; readonly name: string }[];
}

/** What an answer's picture is called as a file. */
export const PICTURE = 'picture.png';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const FOUND = 0x2f6f9f;
const NOT_FOUND = 0xb08a3c;
const TROUBLE = 0xa13d3d;

/** How a button names its question, in at most `LONGEST_KEY` characters; null where it can't, and the button is left out. */
export type KeyOf = (question: Question) => string | null;
/** What is left of a custom_id's 100 characters after "wrong:9999:". */
export const LONGEST_KEY = 89;

/** How an answer is told: in whose words, and with what to do next. */
export interface Telling {
  readonly words: Words;
  readonly keyOf: KeyOf;
  /** The key of this very answer; null where it can't be made again: then it goes without what needs that. */
  readonly ownKey: string | null;
  /** Questions to go on with that the answer itself does not offer. */
  readonly next: readonly Choice[];
  /** Seen by whoever asked alone: it can be shown to everybody. */
  readonly isPrivate: boolean;
  /** What it can be saved as: format and label. */
  readonly formats: readonly (readonly [format: string, label: string])[];
}

/**
 * One page of an answer as a message within Discord's limits (its picture is still to be attached as `PICTURE`); `page`
 * counts from 0 and is brought into range. A page holds whole entries; buttons lead to the others and carry all that is
 * needed to make them again.
 *
 * Dates stay in words, also where the day is known: Discord's timestamps are moments, shown in each reader's time zone, so
 * that "13 November" would be the 12th or the 14th for some of them; and a day is all that articles tell.
 */
export function render(answer: Answer, page: number, telling: Telling): Message {
  const { words } = telling;
  const { frame, pages, rows } = laidOut(answer, telling);
  const index = Math.min(Math.max(Math.trunc(page) || 0, 0), pages.length - 1);
  const { texts = [], more = 0 } = pages[index] ?? {};
  const numbered = words.say('Page {page} of {pages}', { page: index + 1, pages: pages.length });
  return message(
    container(answer.found ? FOUND : NOT_FOUND, [
      ...frame,
      ...(texts.length > 0 ? [SEPARATOR] : []),
      ...texts.map((part) => text([part])),
      ...(pages.length > 1 ? [text([`-# ${numbered}`])] : []),
      ...rows({ page: index, pages: pages.length, more }),
    ]),
  );
}

/** How many pages an answer takes. */
export const pagesIn = (answer: Answer, telling: Telling): number => laidOut(answer, telling).pages.length;

function laidOut(answer: Answer, telling: Telling) {
  const { words, ownKey } = telling;
  const understood = inline(words.say('Understood as: {what}', { what: clipped(answer.understood, 300) }), 400);
  const frame = [
    text([`## ${inline(answer.heading, 200)}`, `-# ${understood}`]),
    ...(answer.picture ? [gallery(answer.picture.alt)] : []),
  ];
  const notes = answer.assumed.map((assumption) => `-# ${inline(assumption, 300)}`);
  const shown = answer.entries.slice(0, MOST_ENTRIES);
  const left = answer.entries.length - shown.length;
  const blocks: Block[] = [
    notes.slice(0, MOST_NOTES),
    linesOf(answer.lead),
    ...shown.map((entry) => entryLines(entry, answer.sources, words)),
    left > 0
      ? [`-# ${words.say('… and {n} more. Ask about less: a shorter time, one outlet, one person.', { n: left })}`]
      : [],
  ];
  const steps = stepRows(answer, telling);
  const rows = (of: Turn): Row[] => [...steps.before, ...footRow(answer, of, telling), ...steps.after];

  // Measured with a page's number and its buttons, which a single page then goes without.
  const measured = container(FOUND, [
    ...frame,
    SEPARATOR,
    text([`-# ${words.say('Page {page} of {pages}', { page: 9999, pages: 9999 })}`]),
    ...rows({ page: 1, pages: ownKey === null ? 1 : 3, more: 9999 }),
  ]);
  return { frame, rows, pages: layOnPages(blocks, sizeOf([measured])) };
}

/** A short message of the bot's own: paragraphs, cut off whole where they would be too many. The words are escaped. */
export function notice(heading: string, paragraphs: readonly string[], tone: 'plain' | 'trouble' = 'plain'): Message {
  const colour = tone === 'plain' ? FOUND : TROUBLE;
  const head = text([`## ${inline(heading, 200)}`]);
  const blocks = paragraphs.map((paragraph): Block => [{ prefix: '', runs: [{ is: 'text', text: paragraph }] }]);
  const frame = container(colour, [head, text(['-# … + 999999'])]);
  const { texts, more } = layOnPages(blocks, sizeOf([frame]))[0] ?? { texts: [], more: 0 };
  const rest = more > 0 ? [text([`-# … + ${more}`])] : [];
  return message(container(colour, [head, ...texts.map((part) => text([part])), ...rest]));
}

/** The same on as many pages as it takes, which buttons with the custom id "ID:PAGE" turn. */
export function pagedNotice(
  heading: string,
  paragraphs: readonly string[],
  page: number,
  id: string,
  words: Words,
): Message {
  const head = text([`## ${inline(heading, 200)}`]);
  const blocks = paragraphs.map((paragraph): Block => [{ prefix: '', runs: [{ is: 'text', text: paragraph }] }]);
  const turns = (at: number, pages: number): Row[] => (pages > 1 ? [turnRow(id, at, pages, words)] : []);
  const pages = layOnPages(blocks, sizeOf([container(FOUND, [head, ...turns(1, 3)])]));
  const index = Math.min(Math.max(Math.trunc(page) || 0, 0), pages.length - 1);
  const texts = (pages[index]?.texts ?? []).map((part) => text([part]));
  return message(container(FOUND, [head, ...texts, ...turns(index, pages.length)]));
}

/** Back and on, with where one is between them. */
export const turnRow = (id: string, page: number, pages: number, words: Words): Row =>
  row([
    button(`${id}:${page - 1}`, words.say('◂ Back'), page === 0),
    button(`${id}:${page}`, words.say('Page {page} of {pages}', { page: page + 1, pages }), true),
    button(`${id}:${page + 1}`, words.say('Continued ▸'), page === pages - 1),
  ]);

/** Components of the bot's own making as a message. */
export const panel = (components: APIContainerComponent['components']): Message =>
  message(container(FOUND, components));

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

export const SEPARATOR = { type: ComponentType.Separator } as const;

export const text = (lines: readonly string[]): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content: lines.join('\n'),
});

export const inline = (words: string, units: number): string => isolated(escaped(clipped(words, units)));

const MOST_NOTES = 10;
/** Some fifty pages. Nobody turns more, and to lay out tens of thousands would hold up everybody else's answers. */
const MOST_ENTRIES = 500;

/** Title and paragraphs, and under the paragraphs that show one source's words its receipt; receipts for the whole last. */
function entryLines(entry: Entry, sources: readonly Citable[], words: Words): Block {
  const lines: Line[] = entry.title.length > 0 ? [{ prefix: '### ', runs: entry.title }] : [];
  const told = entry.citations
    .flatMap(({ source }) => sources[source - 1] ?? [])
    .map((source) => provenance(source, words));
  const open = new Set(entry.citations);
  const receipted = new Set<number>();
  let pending: Citation[] = [];
  const settle = () => {
    for (const number of new Set(pending.map(({ source }) => source))) {
      const links = pending.flatMap(({ source, link }) => (source === number && link !== null ? [link] : []));
      lines.push(receipt(number, links, sources, words));
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
function receipt(number: number, links: readonly string[], sources: readonly Citable[], words: Words): string {
  const source = sources[number - 1];
  if (source === undefined) throw new RangeError(`The answer cites source ${number} of ${sources.length}.`);
  const label = [
    inline(source.outlet, 80),
    inline(words.say(source.kind === 'unreviewed' ? 'unreviewed outlet' : source.kind), 40) +
      (source.country === null ? '' : ` (${inline(source.country, 60)})`),
    source.published === null ? words.say('date unknown') : words.date(source.published),
    ...(source.translation === null ? [] : [inline(source.translation, 80)]),
  ].join(' · ');
  const numbered = sources.length > 1 ? `${number} · ` : '';
  const address = safeAddress(linkToAll(links));
  if (address !== null) return `-# ${numbered}[${label}](${address})`;
  return `-# ${numbered}${label} · ${words.say('article')} ${inline(source.article, 150)}, ${words.say('file {file}', { file: inline(source.file, 150) })}`;
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

/** The answer's own choices and what else to ask; and as what it can be saved. */
function stepRows(answer: Answer, { words, keyOf, ownKey, next, formats }: Telling): { before: Row[]; after: Row[] } {
  const taken = new Set<string>();
  // Discord refuses two buttons or options that mean the same.
  const distinct = (choices: readonly Choice[]) =>
    choices.flatMap(({ label, question }) => {
      const key = keyOf(question);
      if (key === null || taken.has(key)) return [];
      taken.add(key);
      return [{ key, label }];
    });
  const choices = choiceRow(distinct(answer.choices), words);
  const steps = distinct(next).slice(0, MOST_BUTTONS);
  const savable = ownKey !== null && answer.entries.some(({ citations }) => citations.length > 0);
  const options = formats.map(([value, label]) => ({ value, label }));
  return {
    before: [...choices, ...(steps.length > 0 ? [row(steps.map(asking))] : [])],
    after: savable && options.length > 0 ? [menuRow(`export:${ownKey}`, words.say('Save as …'), options)] : [],
  };
}

const asking = ({ key, label }: Keyed) => button(`ask:${key}`, labelled(label, 80));

interface Keyed {
  readonly key: string;
  readonly label: string;
}

/** The questions to choose from: buttons where there are few, a menu where there are more. */
function choiceRow(choices: readonly Keyed[], words: Words): Row[] {
  if (choices.length === 0) return [];
  if (choices.length <= MOST_BUTTONS) return [row(choices.map(asking))];
  const options = choices.slice(0, MOST_OPTIONS).map(({ key, label }) => ({ value: key, label: labelled(label, 100) }));
  return [menuRow('pick', words.say('Choose'), options)];
}

const menuRow = (id: string, placeholder: string, options: readonly { value: string; label: string }[]): Row =>
  row([{ type: ComponentType.StringSelect, custom_id: id, placeholder, options: [...options] }]);

interface Turn {
  readonly page: number;
  readonly pages: number;
  /** How many entries begin on later pages. */
  readonly more: number;
}

/** Turning pages, the article itself, showing a private answer to all, and saying that something is wrong. */
function footRow(answer: Answer, { page, pages, more }: Turn, { words, ownKey: key, isPrivate }: Telling): Row[] {
  const next = more > 0 ? words.say('{n} more ▸', { n: more }) : words.say('Continued ▸');
  const [source, ...others] = answer.sources;
  const address = source && others.length === 0 ? safeAddress(source.url) : null;
  const buttons: (APIButtonComponentWithCustomId | APIButtonComponentWithURL)[] = [];
  if (key !== null && pages > 1)
    buttons.push(
      button(`page:${page - 1}:${key}`, words.say('◂ Back'), page === 0),
      button(`page:${page + 1}:${key}`, page === pages - 1 ? words.say('End') : next, page === pages - 1),
    );
  if (address !== null && address.length <= LONGEST_BUTTON_ADDRESS)
    buttons.push({
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      url: address,
      label: words.say('Open the article'),
    });
  if (key !== null && isPrivate) buttons.push(button(`show:${page}:${key}`, words.say('Show to everyone')));
  if (key !== null && answer.question.command !== 'help')
    buttons.push(button(`wrong:${page}:${key}`, words.say('Something wrong?')));
  return buttons.length > 0 ? [row(buttons)] : [];
}

const LONGEST_BUTTON_ADDRESS = 512;

export const row = (components: APIComponentInMessageActionRow[]): Row => ({
  type: ComponentType.ActionRow,
  components,
});

export const button = (id: string, label: string, disabled = false): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: id,
  label,
  disabled,
});

/** Labels show no markdown, but must not be empty. */
const labelled = (label: string, units: number): string => clipped(withoutInvisible(label).trim(), units) || '…';
