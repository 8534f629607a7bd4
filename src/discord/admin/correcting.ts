import type { ChatInputCommandInteraction } from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import { findArticlesByName } from '../../answers/find/articles-by-name.ts';
import type { Archive, StoredArticle } from '../../archive/archive.ts';
import { quotationsAt } from '../../archive/corrections/apply.ts';
import {
  addCorrection,
  type Correction,
  type CorrectionOf,
  readCorrections,
  undoCorrection,
} from '../../archive/corrections/file.ts';
import { correctionsAstray } from '../../archive/corrections/holding.ts';
import { type Keeper, type ReindexReport, ReindexUnderWay } from '../../archive/keeper.ts';
import { OUTLET_KINDS } from '../../corpus/article.ts';
import { FileWrong } from '../../project/file-wrong.ts';
import { findDates } from '../../reading/dates/find-dates.ts';
import { sentencesOf } from '../../reading/tokens/sentences.ts';
import { dayOf, type Edtf, edtf } from '../../text/edtf.ts';
import { findOccurrences } from '../../text/occurrences.ts';
import { overlaps } from '../../text/span.ts';
import { type Message, notice, pagedNotice } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';
import { becauseInWords, correctionInWords } from './correction-in-words.ts';
import { whyOnePerson } from './why-one-person.ts';

/** /admin correct …; the reply was promised already, and who asks may do this. */
export async function correctCommand(
  interaction: ChatInputCommandInteraction,
  bot: BotContext,
  words: BotWords,
): Promise<void> {
  const kind = interaction.options.getSubcommand();
  const given: Given = (option) => interaction.options.getString(option);
  const done =
    kind === 'list'
      ? correctionsPage(0, bot, words)
      : kind === 'undo'
        ? undo(interaction, bot, words)
        : kind === 'why'
          ? whyOnePerson(given('name') ?? '', bot.keeper.archive, words)
          : storeCorrection(kind, given, interaction.user.id, bot, words);
  await interaction.editReply(await done);
}

/**
 * Makes a correction of what was given for its options, whether typed with the command or in the form of a fact, and builds
 * the archive with it. Throws `NotUnderstood` where it can't be meant.
 */
export async function storeCorrection(
  kind: string,
  given: Given,
  person: string,
  bot: BotContext,
  words: BotWords,
): Promise<Message> {
  const { keeper, folders, log } = bot;
  const what = await correctionAsked(kind, given, keeper.archive, words);
  const correction = addCorrection(folders.data, person, what, new Date());
  const { number } = correction;
  log.info({ event: 'corrected', number, what: what.what, user: person });
  await reindexNext(keeper);
  const [astray] = await correctionsAstray([correction], keeper.archive);
  return notice(words.say(astray ? 'Noted, but nothing changed' : 'Corrected'), [
    correctionInWords(correction, words),
    astray
      ? words.say('It does not show in the archive: {because}.', { because: becauseInWords(astray, words) })
      : words.say('Answers use this from now on.'),
    words.say('This is number {number}: /admin correct undo takes it back.', { number }),
  ]);
}

async function undo(
  interaction: ChatInputCommandInteraction,
  { keeper, folders, log }: BotContext,
  words: BotWords,
): Promise<Message> {
  const number = interaction.options.getInteger('number', true);
  const undone = undoCorrection(folders.data, number);
  if (undone === null) {
    throw new NotUnderstood(
      words.say('There is no correction with the number {number}. /admin correct list shows the numbers.', { number }),
    );
  }
  log.info({ event: 'correction undone', number, what: undone.what, user: interaction.user.id });
  await reindexNext(keeper);
  return notice(words.say('Taken back'), [
    correctionInWords(undone, words),
    words.say('Answers use what was read again.'),
  ]);
}

/** One page of the corrections that are kept. */
export async function correctionsPage(
  page: number,
  { keeper, folders }: BotContext,
  words: BotWords,
): Promise<Message> {
  const corrections = readCorrections(folders.data);
  if (corrections.length === 0)
    return notice(words.say('No corrections'), [words.say('/admin correct puts right what was read wrongly.')]);
  const astray = new Map(
    (await correctionsAstray(corrections, keeper.archive)).map((one) => [one.correction, becauseInWords(one, words)]),
  );
  return pagedNotice(
    words.say('Corrections: {n}', { n: corrections.length }),
    corrections.map((correction) => {
      const because = astray.get(correction);
      const made = `${correction.by === null ? '' : `${correction.by}, `}${correction.when.slice(0, 10)}`;
      return `${correction.number} · ${correctionInWords(correction, words)} (${made})${because ? ` — ${words.say('does not hold: {because}', { because })}` : ''}`;
    }),
    page,
    'admin:corrections',
    words,
  );
}

/** For /admin status and the report of a reindex: each correction that no longer finds its text. */
export async function correctionsInWords({ keeper, folders }: BotContext, words: BotWords): Promise<string[]> {
  const corrections = readOrSay(folders.data);
  if (typeof corrections === 'string') return [corrections];
  const astray = await correctionsAstray(corrections, keeper.archive);
  return astray.map((one) =>
    words.say('Correction {number} no longer holds ({what}): {because}', {
      number: one.correction.number,
      what: correctionInWords(one.correction, words),
      because: becauseInWords(one, words),
    }),
  );
}

/** The corrections; where somebody's editing broke their file, what is wrong with it. */
function readOrSay(dataDir: string): readonly Correction[] | string {
  try {
    return readCorrections(dataDir);
  } catch (error) {
    if (error instanceof FileWrong) return error.message;
    throw error;
  }
}

const BUSY_FOR_MS = 10 * 60_000;

/** Reindexes as soon as no other reindex runs: what was just changed may not be in that one. */
export async function reindexNext(keeper: Keeper): Promise<ReindexReport> {
  for (const until = Date.now() + BUSY_FOR_MS; ; ) {
    try {
      return await keeper.reindex(() => {});
    } catch (error) {
      if (!(error instanceof ReindexUnderWay) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** What was typed for an option; null where nothing. */
export type Given = (option: string) => string | null;

async function correctionAsked(kind: string, given: Given, archive: Archive, words: BotWords): Promise<CorrectionOf> {
  const typed = (option: string): string => given(option)?.trim() ?? '';
  if (kind === 'outlet') {
    const is = OUTLET_KINDS.find((one) => one === typed('kind').toLowerCase());
    const outlet = typed('outlet');
    const cards = await archive.articles({ outlet });
    const known = cards.find((card) => card.outlet.name.toLowerCase() === outlet.toLowerCase())?.outlet.name;
    if (!is) throw new NotUnderstood(words.say('Kinds of outlet are {kinds}.', { kinds: OUTLET_KINDS.join(', ') }));
    if (!known)
      throw new NotUnderstood(
        words.say('The archive has no article of an outlet called {outlet}: look at /sources.', { outlet }),
      );
    return { what: 'outlet', outlet: known, is };
  }
  if (kind === 'one-person') {
    const [name, is] = [typed('name'), typed('is')];
    for (const one of [name, is]) await known(one, archive, words);
    return { what: 'one person', name, is };
  }
  const stored = await oneArticle(typed('article'), archive, words);
  const article = stored.article.id;
  if (kind === 'two-people') {
    return {
      what: 'two people',
      article,
      name: typed('name'),
      is: typed('is'),
    };
  }
  const wordsGiven = given('words');
  if (kind === 'date' && wordsGiven === null) {
    const is = dateTyped(typed('date'), words);
    if (is === null)
      throw new NotUnderstood(words.say('An article without a date: take it out of the article’s file instead.'));
    return { what: 'published', article, is };
  }
  const pointed = pointedOut(wordsGiven ?? '', kind, stored, words);
  switch (kind) {
    case 'speaker':
      return { what: 'speaker', article, words: pointed, is: unlessNone(typed('speaker')) };
    case 'date':
      return { what: 'meeting date', article, words: pointed, is: dateTyped(typed('date'), words) };
    case 'place':
      return { what: 'meeting place', article, words: pointed, is: unlessNone(typed('place')) };
    case 'not-a-meeting':
      return { what: 'not a meeting', article, words: pointed };
    default:
      throw new NotUnderstood(
        words.say('That correction is no longer offered. Type /admin correct to see what there is.'),
      );
  }
}

const unlessNone = (typed: string): string | null =>
  /^\s*(?:none|nobody|no ?one)?\s*$/i.test(typed) ? null : typed.trim();

/** "2015-11-13" or "13 November 2015"; null for "none". */
function dateTyped(typed: string, words: BotWords): Edtf | null {
  if (unlessNone(typed) === null) return null;
  const written = edtf(typed.trim());
  if (written) return written;
  const [found, ...others] = findDates(typed, sentencesOf(typed), dayOf(new Date()));
  if (!found || others.length > 0)
    throw new NotUnderstood(words.say('{typed} is no date: write 2015-11-13, 2015-11 or 2015.', { typed }));
  return found.value;
}

async function known(name: string, archive: Archive, words: BotWords): Promise<void> {
  const matches = await archive.findActors(name);
  if (!matches.some(({ how }) => how === 'same')) {
    throw new NotUnderstood(
      words.say('The archive knows nobody called {name}: choose the name from the list.', { name }),
    );
  }
}

/** The one article that is meant; a person's mistake where there is none or several. */
export async function oneArticle(typed: string, archive: Archive, words: BotWords): Promise<StoredArticle> {
  const [card, ...others] = await findArticlesByName(typed, archive);
  const stored = card && (await archive.article(card.id));
  if (!card || !stored)
    throw new NotUnderstood(words.say('The archive has no article called {article}.', { article: typed }));
  if (others.length === 0) return stored;
  const named = [card, ...others].slice(0, 5).map(({ id, outlet, published }) => {
    return `${id} (${outlet.name}${published ? `, ${words.date(published.date)}` : ''})`;
  });
  throw new NotUnderstood(
    words.say('Several articles are called so; give the id of one: {named}.', { named: named.join('; ') }),
  );
}

/** The words as the article has them; a mistake where it does not, or where nothing of the kind is read there. */
function pointedOut(typed: string, kind: string, { article, reading }: StoredArticle, words: BotWords): string {
  const exact = typed.trim().replace(/^["“”„«»]+|["“”„«»]+$/gu, '');
  const places = exact === '' ? [] : findOccurrences(exact, article.body);
  const [place] = places;
  if (!place)
    throw new NotUnderstood(
      words.say('“{typed}” does not stand in {article}: copy the words from the article.', {
        typed,
        article: article.id,
      }),
    );
  if (kind === 'speaker') {
    if (quotationsAt(reading, places).length === 0)
      throw new NotUnderstood(words.say('Nothing is read as a quotation there.'));
  } else if (!reading.meetings.some((meeting) => places.some((one) => overlaps(meeting, one)))) {
    throw new NotUnderstood(words.say('No meeting was found there: give words of the sentence that reports it.'));
  }
  return article.body.slice(place.start, place.end).replace(/\s+/gu, ' ');
}
