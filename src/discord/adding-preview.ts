import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { counted } from '../answers/replies.ts';
import type { Published } from '../corpus/article.ts';
import { languageName } from '../corpus/language.ts';
import type { Preview } from '../intake/intake.ts';
import { dateInWords } from '../text/edtf.ts';
import { slice } from '../text/span.ts';
import { clipped } from './escape.ts';
import { type Message, notice } from './render.ts';

const HOW_KNOWN: Record<Published['known'], string> = {
  curated: 'as given',
  address: 'from its address',
  metadata: 'from the page’s metadata',
  dateline: 'from its dateline',
  page: 'from the page',
};
const FIRST_LINES = 350;
const MOST_NAMED = 12;
const MOST_SHOWN = 3;
const MOST_DROPPED = 6;

/** What would be kept of an article, with buttons to keep, discard or correct it. `name` is what its drafts wait under. */
export function previewMessage(preview: Preview, name: string): Message {
  const { article, same } = preview;
  const heading = same ? 'In the archive already' : 'Keep this article?';
  const message = notice(heading, previewInWords(preview));
  return withButtons(message, [
    ...(same ? [] : [button(`add:keep:${name}`, 'Keep', ButtonStyle.Success)]),
    button(`add:correct:${name}`, 'Correct'),
    button(`add:discard:${name}`, article ? 'Discard' : 'Close', ButtonStyle.Danger),
  ]);
}

/** Several articles at once: what they are, and what could not be read. */
export function severalMessage(previews: readonly Preview[], failed: readonly string[], name: string): Message {
  const lines = previews.map(({ article, same }) => {
    const date = article.published ? dateInWords(article.published.date) : 'date unknown';
    return `${article.headline ?? 'no headline'} · ${article.outlet.name} · ${date}${same ? ' · in the archive already' : ''}`;
  });
  const fresh = previews.filter(({ same }) => same === null).length;
  const shown = lines.length > 6 ? [...lines.slice(0, 6), `… and ${lines.length - 6} more`] : lines;
  const trouble = failed.length > 0 ? [`Not read (${failed.length}): ${failed.slice(0, 3).join('; ')}`] : [];
  const message = notice(`Keep ${fresh === 1 ? 'this article' : `these ${fresh} articles`}?`, [...trouble, ...shown]);
  return withButtons(message, [
    ...(fresh > 0 ? [button(`add:keep:${name}`, `Keep ${fresh}`, ButtonStyle.Success)] : []),
    button(`add:discard:${name}`, 'Discard', ButtonStyle.Danger),
  ]);
}

function previewInWords({ article, reading, dropped, known, same, changes }: Preview): string[] {
  const { outlet, published, language, url } = article;
  const kind =
    outlet.kind === 'unreviewed' ? 'unreviewed outlet' : outlet.kind + (outlet.country ? `, ${outlet.country}` : '');
  return [
    article.headline ?? 'No headline was found',
    `${outlet.name} (${kind}) · ${published ? `${dateInWords(published.date)}, ${HOW_KNOWN[published.known]}` : 'date unknown'}${url ? ` · ${url}` : ''}`,
    ...(same ? [`The same text is kept as ${same.file}`] : []),
    ...(!same && known.length > 0
      ? [
          `The page has changed since it was kept as ${known.map(({ file }) => file).join(', ')}: this would be a new version`,
        ]
      : []),
    ...(changes.length > 0 ? [changesInWords(changes)] : []),
    clipped(article.body.replace(/\s+/g, ' '), FIRST_LINES),
    ...(reading
      ? [foundInWords(article.body, reading)]
      : [
          `In ${languageName(language)}: found by its words; quotations and meetings are read in English articles only`,
        ]),
    droppedInWords(dropped),
  ];
}

function changesInWords(changes: Preview['changes']): string {
  const shown = changes.slice(0, MOST_DROPPED).map(({ before, after, inQuotation }) => {
    const how =
      before === '' ? `“${after}” was added` : after === '' ? `“${before}” is gone` : `“${before}” is now “${after}”`;
    return inQuotation ? `${how} (within a quotation)` : how;
  });
  return `What changed: ${shown.join(', ')}${changes.length > MOST_DROPPED ? `, and ${changes.length - MOST_DROPPED} more` : ''}`;
}

function foundInWords(body: string, reading: NonNullable<Preview['reading']>): string {
  const people = reading.entities.filter(({ type }) => type === 'person').map(({ name }) => name);
  const named =
    people.slice(0, MOST_NAMED).join(', ') +
    (people.length > MOST_NAMED ? ` and ${people.length - MOST_NAMED} more` : '');
  const quotations = reading.quotations.filter(({ kind }) => kind !== 'indirect');
  const meetings = reading.meetings.slice(0, MOST_SHOWN).map((meeting) => clipped(slice(body, meeting), 160));
  const quoted = quotations
    .slice(0, MOST_SHOWN)
    .map(({ words, speaker }) => `${speaker?.name ?? 'somebody'}: “${clipped(slice(body, words), 120)}”`);
  return [
    people.length > 0 ? `People: ${named}` : 'No people were found',
    `${counted(reading.meetings.length, 'meeting')}${meetings.length > 0 ? `: ${meetings.join(' | ')}` : ''}`,
    `${counted(quotations.length, 'quotation')}${quoted.length > 0 ? `: ${quoted.join(' | ')}` : ''}`,
  ].join(' · ');
}

function droppedInWords(dropped: Preview['dropped']): string {
  const lines = dropped.filter(({ kind }) => kind !== 'headline');
  if (lines.length === 0) return 'Nothing was left out';
  const shown = lines.slice(0, MOST_DROPPED).map(({ words, kind }) => `${kind} “${clipped(words, 60)}”`);
  return `Left out (${counted(lines.length, 'line')}): ${shown.join(', ')}${lines.length > MOST_DROPPED ? ', …' : ''}`;
}

const button = (
  id: string,
  label: string,
  style: ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent => ({
  type: ComponentType.Button,
  style,
  custom_id: id,
  label,
});

function withButtons(message: Message, buttons: APIButtonComponent[]): Message {
  const row: APIActionRowComponent<APIButtonComponent> = { type: ComponentType.ActionRow, components: buttons };
  const [container] = message.components;
  return { ...message, components: [{ ...container, components: [...container.components, row] }] };
}
