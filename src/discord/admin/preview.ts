import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { AnswerPhrase } from '../../answers/words/de.ts';
import type { Published } from '../../corpus/article.ts';
import { languageName } from '../../corpus/language-tags.ts';
import type { Preview } from '../../intake/intake.ts';
import { slice } from '../../text/span.ts';
import { clipped } from '../render/escape.ts';
import { type Message, notice } from '../render/render.ts';
import type { BotWords } from '../words/words.ts';

const HOW_KNOWN = {
  curated: 'given with the article',
  address: 'from its address',
  metadata: 'from the page’s metadata',
  dateline: 'from the dateline',
  page: 'from the page',
} as const satisfies Record<Published['known'], AnswerPhrase>;
const FIRST_LINES = 350;
const MOST_NAMED = 12;
const MOST_SHOWN = 3;
const MOST_DROPPED = 6;

/** What would be kept of an article, with buttons to keep, discard or correct it. `name` is what its drafts wait under. */
export function previewMessage(preview: Preview, name: string, words: BotWords): Message {
  const { article, same } = preview;
  const heading = same ? words.say('In the archive already') : words.say('Keep this article?');
  const message = notice(heading, previewInWords(preview, words));
  return withButtons(message, [
    ...(same ? [] : [button(`add:keep:${name}`, words.say('Keep'), ButtonStyle.Success)]),
    button(`add:correct:${name}`, words.say('Correct')),
    button(`add:discard:${name}`, article ? words.say('Discard') : words.say('Close'), ButtonStyle.Danger),
  ]);
}

/** Several articles at once: what they are, and what could not be read. */
export function severalMessage(
  previews: readonly Preview[],
  failed: readonly string[],
  name: string,
  words: BotWords,
): Message {
  const lines = previews.map(({ article, same }) => {
    const date = article.published ? words.date(article.published.date) : words.say('date unknown');
    return [
      article.headline ?? words.say('No headline was found'),
      article.outlet.name,
      date,
      ...(same ? [words.say('In the archive already')] : []),
    ].join(' · ');
  });
  const fresh = previews.filter(({ same }) => same === null).length;
  const shown = lines.length > 6 ? [...lines.slice(0, 6), words.say('… and {n} more', { n: lines.length - 6 })] : lines;
  const trouble =
    failed.length > 0 ? [`${words.say('Not read ({n})', { n: failed.length })}: ${failed.slice(0, 3).join('; ')}`] : [];
  const message = notice(words.say('Keep these {n} articles?', { n: fresh }), [...trouble, ...shown]);
  return withButtons(message, [
    ...(fresh > 0 ? [button(`add:keep:${name}`, `${words.say('Keep')} (${fresh})`, ButtonStyle.Success)] : []),
    button(`add:discard:${name}`, words.say('Discard'), ButtonStyle.Danger),
  ]);
}

function previewInWords({ article, reading, dropped, known, same, changes }: Preview, words: BotWords): string[] {
  const { outlet, published, language, url } = article;
  const kind =
    words.say(outlet.kind === 'unreviewed' ? 'unreviewed outlet' : outlet.kind) +
    (outlet.country ? `, ${words.country(outlet.country)}` : '');
  const date = published
    ? `${words.date(published.date)}, ${words.say(HOW_KNOWN[published.known])}`
    : words.say('date unknown');
  return [
    article.headline ?? words.say('No headline was found'),
    `${outlet.name} (${kind}) · ${date}${url ? ` · ${url}` : ''}`,
    ...(same ? [words.say('The same text is kept as {file}', { file: same.file })] : []),
    ...(!same && known.length > 0
      ? [
          words.say('The page has changed since it was kept as {files}: this would be a new version', {
            files: known.map(({ file }) => file).join(', '),
          }),
        ]
      : []),
    ...(changes.length > 0 ? [changesInWords(changes, words)] : []),
    clipped(article.body.replace(/\s+/g, ' '), FIRST_LINES),
    ...(reading
      ? [foundInWords(article.body, reading, words)]
      : [
          words.say('In {language}: found by its words; quotations and meetings are read in English articles only', {
            language: languageName(language),
          }),
        ]),
    droppedInWords(dropped, words),
  ];
}

function changesInWords(changes: Preview['changes'], words: BotWords): string {
  const shown = changes.slice(0, MOST_DROPPED).map(({ before, after, inQuotation }) => {
    const how =
      before === ''
        ? words.say('“{after}” was added', { after })
        : after === ''
          ? words.say('“{before}” is gone', { before })
          : words.say('“{before}” is now “{after}”', { before, after });
    return inQuotation ? `${how} (${words.say('within a quotation')})` : how;
  });
  return `${words.say('What changed')}: ${shown.join(', ')}${changes.length > MOST_DROPPED ? ', …' : ''}`;
}

function foundInWords(body: string, reading: NonNullable<Preview['reading']>, said: BotWords): string {
  const people = reading.entities.filter(({ type }) => type === 'person').map(({ name }) => name);
  const named =
    people.length > MOST_NAMED
      ? said.say('{names} and {n} more', {
          names: people.slice(0, MOST_NAMED).join(', '),
          n: people.length - MOST_NAMED,
        })
      : people.join(', ');
  const quotations = reading.quotations.filter(({ kind }) => kind !== 'indirect');
  const meetings = reading.meetings.slice(0, MOST_SHOWN).map((meeting) => clipped(slice(body, meeting), 160));
  const quoted = quotations
    .slice(0, MOST_SHOWN)
    .map(({ words, speaker }) => `${speaker?.name ?? said.say('somebody')}: “${clipped(slice(body, words), 120)}”`);
  return [
    people.length > 0 ? said.say('People: {names}', { names: named }) : said.say('No people were found'),
    `${said.say('{n} meetings', { n: reading.meetings.length })}${meetings.length > 0 ? `: ${meetings.join(' | ')}` : ''}`,
    `${said.say('{n} quotations', { n: quotations.length })}${quoted.length > 0 ? `: ${quoted.join(' | ')}` : ''}`,
  ].join(' · ');
}

function droppedInWords(dropped: Preview['dropped'], said: BotWords): string {
  const lines = dropped.filter(({ kind }) => kind !== 'headline');
  if (lines.length === 0) return said.say('Nothing was left out');
  const shown = lines.slice(0, MOST_DROPPED).map(({ words, kind }) => `${kind} “${clipped(words, 60)}”`);
  return `${said.say('Left out, lines: {n}', { n: lines.length })}: ${shown.join(', ')}${lines.length > MOST_DROPPED ? ', …' : ''}`;
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
