import {
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APITextDisplayComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Answer } from '../../answers/answer.ts';
import { LONGEST_ALT } from '../../answers/picture.ts';
import type { BotWords } from '../words/words.ts';
import { detailRows, footRow, type PageTurn, stepRows } from './answer-rows.ts';
import { sizeOf } from './budget.ts';
import { entryLines, paragraphLines } from './entries.ts';
import { clipped, inline, withoutInvisible } from './escape.ts';
import { type AnswerPage, type Block, layOnPages } from './pages.ts';
import type { Presentation } from './presentation.ts';
import { type Row, turnRow } from './rows.ts';

/** A message as Discord takes it: Components V2, which allow no content or embeds beside them. */
export interface Message {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: [APIContainerComponent];
  /** What the components show by name. */
  readonly files?: { readonly attachment: Buffer; readonly name: string }[];
}

/** What an answer's picture is called as a file. */
export const PICTURE = 'picture.png';

const FOUND = 0x2f6f9f;
const NOT_FOUND = 0xb08a3c;
const TROUBLE = 0xa13d3d;

/**
 * One page of an answer as a message within Discord's limits (its picture is still to be attached as `PICTURE`); `page`
 * counts from 0 and is brought into range. A page holds whole entries; buttons lead to the others and carry all that is
 * needed to make them again.
 */
export function render(answer: Answer, page: number, presentation: Presentation): Message {
  const { words } = presentation;
  const { frame, pages, rows } = laidOut(answer, presentation);
  const index = Math.min(Math.max(Math.trunc(page) || 0, 0), pages.length - 1);
  const { texts = [], more = 0 } = pages[index] ?? {};
  const numbered = words.say('Page {page} of {pages}', { page: index + 1, pages: pages.length });
  return message(
    container(answer.found ? FOUND : NOT_FOUND, [
      ...frame,
      ...(texts.length > 0 ? [SEPARATOR] : []),
      ...texts.map((part) => text([part])),
      ...(pages.length > 1 ? [text([`-# ${numbered}`])] : []),
      ...rows({ page: index, pages: pages.length, more }, entriesBegun(answer, pages, index)),
    ]),
  );
}

/** The entries that begin on a page. */
export function entriesOn(answer: Answer, page: number, presentation: Presentation): Answer['entries'] {
  return entriesBegun(answer, laidOut(answer, presentation).pages, page);
}

function entriesBegun({ entries }: Answer, pages: readonly AnswerPage[], page: number): Answer['entries'] {
  const shown = entries.slice(0, MOST_ENTRIES);
  const from = page === 0 ? 0 : shown.length - (pages[page - 1]?.more ?? 0);
  return shown.slice(Math.max(from, 0), shown.length - (pages[page]?.more ?? 0));
}

/** How many pages an answer takes. */
export const pagesIn = (answer: Answer, presentation: Presentation): number =>
  laidOut(answer, presentation).pages.length;

function laidOut(answer: Answer, presentation: Presentation) {
  const { words, ownKey } = presentation;
  const small = understoodSmall(answer, words);
  const frame = [
    text([`## ${inline(answer.heading, 200)}`, ...(small === '' ? [] : [`-# ${small}`])]),
    ...(answer.picture ? [gallery(answer.picture.alt)] : []),
  ];
  const shown = answer.entries.slice(0, MOST_ENTRIES);
  const left = answer.entries.length - shown.length;
  const blocks: Block[] = [
    paragraphLines(answer.lead),
    ...shown.map((entry) => entryLines(entry, answer.sources, words)),
    left > 0
      ? [`-# ${words.say('… and {n} more. Ask about less: a shorter time, one outlet, one person.', { n: left })}`]
      : [],
  ];
  const steps = stepRows(answer, presentation);
  const rows = (of: PageTurn, begun: Answer['entries']): Row[] => [
    ...detailRows(begun, presentation),
    ...steps.before,
    ...footRow(answer, of, presentation),
    ...steps.after,
  ];

  // Measured with a page's number and its buttons, which a single page then goes without.
  const measured = container(FOUND, [
    ...frame,
    SEPARATOR,
    text([`-# ${words.say('Page {page} of {pages}', { page: 9999, pages: 9999 })}`]),
    ...rows({ page: 1, pages: ownKey === null ? 1 : 3, more: 9999 }, shown.slice(0, 2)),
  ]);
  return { frame, rows, pages: layOnPages(blocks, sizeOf([measured])) };
}

/** How the question was understood, unless the heading says it, and what was taken for granted: one small line. */
function understoodSmall({ heading, understood, assumed }: Answer, words: BotWords): string {
  const [said, meant] = [heading.toLocaleLowerCase(), understood.toLocaleLowerCase()];
  const isSaid = said.includes(meant) || meant.includes(said);
  const parts = [
    ...(isSaid ? [] : [words.say('Understood as: {what}', { what: clipped(understood, 300) })]),
    ...assumed.slice(0, MOST_NOTES),
  ];
  return inline(parts.map((part) => clipped(part, 250)).join(' · '), LONGEST_SMALL);
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
  words: BotWords,
): Message {
  const head = text([`## ${inline(heading, 200)}`]);
  const blocks = paragraphs.map((paragraph): Block => [{ prefix: '', runs: [{ is: 'text', text: paragraph }] }]);
  const pageTurning = (at: number, pages: number): Row[] => (pages > 1 ? [turnRow(id, at, pages, words)] : []);
  const pages = layOnPages(blocks, sizeOf([container(FOUND, [head, ...pageTurning(1, 3)])]));
  const index = Math.min(Math.max(Math.trunc(page) || 0, 0), pages.length - 1);
  const texts = (pages[index]?.texts ?? []).map((part) => text([part]));
  return message(container(FOUND, [head, ...texts, ...pageTurning(index, pages.length)]));
}

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

const MOST_NOTES = 6;
const LONGEST_SMALL = 600;
/** Some fifty pages. Nobody turns more, and to lay out tens of thousands would hold up everybody else's answers. */
const MOST_ENTRIES = 500;
