import {
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { findCitedWords } from '../../../commands/cite.ts';
import type { Entry } from '../../answers/answer.ts';
import { citationIdIn } from '../../answers/citation-ids.ts';
import { bibliography } from '../../answers/citations/bibliography.ts';
import { NotUnderstood } from '../../answers/command.ts';
import { line } from '../../answers/plain.ts';
import type { Archive, StoredArticle } from '../../archive/archive.ts';
import { OUTLET_KINDS } from '../../corpus/article.ts';
import { overlaps, type Span, slice } from '../../text/span.ts';
import { answerAsked, presentationOf } from '../commands/reply.ts';
import { clipped, inline } from '../render/escape.ts';
import { entriesOn, notice, panel, text } from '../render/render.ts';
import { button, labelled, menuRow, type Row, row } from '../render/rows.ts';
import { runText } from '../render/runs.ts';
import { privately } from '../render/trouble.ts';
import type { StoredQuestion } from '../stores/button-store.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotPhrase, BotWords } from '../words/words.ts';
import { type Given, storeCorrection } from './correcting.ts';

/*
 * Putting right what an answer shows, for admins: under "Something wrong?" they choose the fact, then what is wrong with
 * it, and say what is right. A fact goes by its citation's id, so that the buttons work after a restart.
 */

/** What can be wrong with a fact: the kinds of `/admin correct`, and which of their options a form asks for. */
const KINDS = {
  speaker: { label: 'Wrong speaker', asks: ['speaker'] },
  date: { label: 'Wrong date', asks: ['date'] },
  place: { label: 'Wrong place', asks: ['place'] },
  'not-a-meeting': { label: 'Not a meeting', asks: [] },
  'one-person': { label: 'One person, two names', asks: ['name', 'is'] },
  'two-people': { label: 'Two people, one name', asks: ['name', 'is'] },
  outlet: { label: 'Wrong kind of outlet', asks: ['kind'] },
} as const satisfies Readonly<Record<string, { label: BotPhrase; asks: readonly (keyof typeof FIELDS)[] }>>;

const FIELDS = {
  speaker: 'Who said it; “nobody” if not stated',
  date: '2015-11-13, 2015-11, 2015; “none” if not stated',
  place: 'Where; “none” if not stated',
  name: 'The name, as the article has it',
  is: 'Who that is',
  kind: 'What kind of outlet it is',
} as const satisfies Readonly<Record<string, BotPhrase>>;

type Kind = keyof typeof KINDS;
const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name);

/** Shows the facts of one page of an answer, to choose the one that is wrong. */
export async function showFacts(
  interaction: MessageComponentInteraction,
  asked: StoredQuestion,
  page: number,
  key: string,
  bot: BotContext,
  words: BotWords,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const answer = await answerAsked(asked, words, bot);
  const entries = entriesOn(answer, page, await presentationOf(answer, asked.notes, { words, isPrivate: false }, bot));
  const options = new Map(entries.flatMap(factsIn).map((fact) => [fact.value, fact]));
  const facts = [...options.values()].slice(0, 25);
  await interaction.editReply(
    panel([
      text([`## ${words.say('What is wrong?')}`]),
      ...(facts.length > 0 ? [menuRow('admin:fact', words.say('Choose'), facts)] : []),
      row([button(`report:${page}:${key}`, words.say('Something else'))]),
    ]),
  );
}

/** Each place that an entry rests on, as an option of a menu. */
const factsIn = ({ title, body, citations }: Entry) =>
  citations.map(({ id, span }) => {
    const run = body.flat().find((one) => 'words' in one && span !== null && one.words.span.start === span.start);
    return {
      value: id,
      label: labelled(line(title), 100),
      ...(run && { description: labelled(runText(run).replace(/\s+/g, ' '), 100) }),
    };
  });

/** "admin:fact" with a citation's id asks what is wrong there; "admin:right:KIND:ID" asks what is right. */
export async function pressFact(
  interaction: MessageComponentInteraction,
  bot: BotContext,
  words: BotWords,
): Promise<void> {
  const [, , kind = '', id = ''] = interaction.customId.split(':');
  if (interaction.isStringSelectMenu()) {
    await bot.messageQueue.changeInPlace(interaction);
    await interaction.editReply(await kindsOf(interaction.values[0] ?? '', bot.keeper.archive, words));
    return;
  }
  if (!isKind(kind)) throw new NotUnderstood(words.say(TOO_OLD));
  if (KINDS[kind].asks.length === 0) {
    await bot.messageQueue.changeInPlace(interaction);
    await interaction.editReply(await correctionOf(kind, id, () => null, interaction.user.id, bot, words));
    return;
  }
  await interaction.showModal({
    custom_id: interaction.customId,
    title: words.say(KINDS[kind].label),
    components: KINDS[kind].asks.map((name) => ({
      type: ComponentType.Label,
      label: words.say(FIELDS[name]),
      ...(name === 'kind' && { description: KINDS_TO_ENTER }),
      component: {
        type: ComponentType.TextInput,
        custom_id: name,
        style: TextInputStyle.Short,
        required: true,
        max_length: 200,
      },
    })),
  });
}

/** Discord takes 100 characters here; who enters something else is shown all kinds. */
const KINDS_TO_ENTER = `${OUTLET_KINDS.join(', ')
  .slice(0, 98)
  .replace(/,[^,]*$/, '')} …`;

const TOO_OLD = 'This button is too old: I no longer know what it was about. Please ask again.';

/** The form filled in. */
export async function putRight(interaction: ModalSubmitInteraction, bot: BotContext, words: BotWords): Promise<void> {
  const [, , kind = '', id = ''] = interaction.customId.split(':');
  if (!bot.admins.has(interaction.user.id)) {
    const refusal = [words.say('Only those who run this bot may use /admin.')];
    await interaction.reply(privately(notice(words.say('Not for you, sorry'), refusal, 'trouble')));
    return;
  }
  if (!isKind(kind)) throw new NotUnderstood(words.say(TOO_OLD));
  if (interaction.isFromMessage()) await bot.messageQueue.changeInPlace(interaction);
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const given: Given = (name) =>
    interaction.fields.fields.has(name) ? interaction.fields.getTextInputValue(name) : null;
  await interaction.editReply(await correctionOf(kind, id, given, interaction.user.id, bot, words));
}

/** What may be wrong with the words of a citation: of a quotation its speaker, of a meeting its date, place and being one. */
async function kindsOf(id: string, archive: Archive, words: BotWords) {
  const { stored, where } = await factOf(id, archive, words);
  const { quotations, meetings } = stored.reading;
  const isQuoted = where !== null && quotations.some((one) => overlaps(one, where));
  const isMeeting = where !== null && meetings.some((one) => overlaps(one, where));
  const kinds: Kind[] = [
    ...(isQuoted ? (['speaker'] as const) : []),
    'date',
    ...(isMeeting ? (['place', 'not-a-meeting'] as const) : []),
    'one-person',
    'two-people',
    'outlet',
  ];
  const buttons = kinds.map((kind) => button(`admin:right:${kind}:${id}`, words.say(KINDS[kind].label)));
  const rows: Row[] = [row(buttons.slice(0, 4)), row(buttons.slice(4))].filter((one) => one.components.length > 0);
  const shown = where === null ? (stored.article.headline ?? stored.article.file) : slice(stored.article.body, where);
  return panel([text([`## ${words.say('What is wrong?')}`, `> ${inline(clipped(shown, 1000), 1000)}`]), ...rows]);
}

async function correctionOf(kind: Kind, id: string, given: Given, person: string, bot: BotContext, words: BotWords) {
  const { stored, where } = await factOf(id, bot.keeper.archive, words);
  const { article, reading } = stored;
  const isMeeting = where !== null && reading.meetings.some((one) => overlaps(one, where));
  const known: Readonly<Record<string, string>> = {
    article: article.id,
    outlet: article.outlet.name,
    // Without words, it is the article's own date.
    ...(where !== null && (kind !== 'date' || isMeeting) && { words: slice(article.body, where) }),
  };
  return storeCorrection(kind, (option) => known[option] ?? given(option), person, bot, words);
}

/** The article and place of a citation as they are now; a person's mistake where they are gone. */
async function factOf(
  id: string,
  archive: Archive,
  words: BotWords,
): Promise<{ readonly stored: StoredArticle; readonly where: Span | null }> {
  const citation = citationIdIn(id);
  const [best] = citation ? await findCitedWords(citation, archive, bibliography(archive, words)) : [];
  const stored = best && (await archive.article(best.card.id));
  if (!best || !stored || best.place.is === 'gone') throw new NotUnderstood(words.say(TOO_OLD));
  return { stored, where: best.place.is === 'whole article' ? null : best.place.span };
}
