import {
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
  TextInputStyle,
} from 'discord.js';
import { NotUnderstood } from '../../answers/command.ts';
import { dateEntered } from '../../corpus/dates.ts';
import { type ArticleDraft, corrected } from '../../intake/draft.ts';
import { NotFetched } from '../../intake/fetch-page.ts';
import type { Intake } from '../../intake/intake.ts';
import { type Message, notice } from '../render/render.ts';
import { privately } from '../render/trouble.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';
import { ADD_TO_ARCHIVE, FILE_OPTIONS } from './adding-declared.ts';
import { previewMessage, severalMessage } from './preview.ts';

/** What adding takes besides what any answer takes. */
export type AddingContext = Pick<BotContext, 'log' | 'admins' | 'messageQueue'> & {
  readonly intake: Intake;
  /** In which language it is worded. */
  readonly words: BotWords;
};

/** How many articles one message may bring. */
const MOST_DRAFTS = 500;

/** /admin add, once it is acknowledged: fetches and reads, and shows what would be kept. */
export async function addArticles(interaction: ChatInputCommandInteraction, bot: AddingContext): Promise<void> {
  const url = interaction.options.getString('url');
  const files = FILE_OPTIONS.flatMap((name) => interaction.options.getAttachment(name) ?? []);
  const wanted = [...(url ? [{ url }] : []), ...files.map(({ name, url: at }) => ({ url: at, name }))];
  if (wanted.length === 0) throw new NotUnderstood(bot.words.say('Give me an address (url) or a file to add.'));
  await interaction.editReply(await shown(wanted, bot));
}

/** "Add to archive" in a message's apps menu: its files, and the addresses in its words. */
async function addFromMessage(interaction: MessageContextMenuCommandInteraction, bot: AddingContext): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { content, attachments } = interaction.targetMessage;
  const links = (content.match(/https?:\/\/[^\s<>)\]]+/g) ?? []).slice(0, 5);
  const wanted = [...links.map((url) => ({ url })), ...attachments.map(({ name, url }) => ({ url, name }))];
  if (wanted.length === 0) throw new NotUnderstood(bot.words.say('That message has no link and no file.'));
  await interaction.editReply(await shown(wanted, bot));
}

/** What could be read of some addresses and files, waiting under the buttons of a message. */
async function shown(
  wanted: readonly { readonly url: string; readonly name?: string }[],
  bot: AddingContext,
): Promise<Message> {
  const { intake, log, words } = bot;
  const drafts: ArticleDraft[] = [];
  const failed: string[] = [];
  for (const { url, name } of wanted) {
    try {
      if (name === undefined) drafts.push(await intake.draftOfUrl(url));
      else {
        const file = await intake.draftsOfFile(name, url);
        drafts.push(...file.drafts);
        failed.push(...file.failed);
      }
    } catch (error) {
      // A page or file can be wrong in as many ways as there are pages: each says why. What is ours is logged.
      if (!(error instanceof NotFetched)) log.info({ event: 'not added', err: error });
      const why = error instanceof Error ? error.message : String(error);
      failed.push(`${name ?? url}: ${why}`);
    }
  }
  if (drafts.length === 0) return notice(words.say('Nothing was added'), failed, 'trouble');
  if (drafts.length > MOST_DRAFTS) {
    return notice(
      words.say('Too many at once'),
      [
        words.say('These are {n} articles: use “readout import” for more than {most}.', {
          n: drafts.length,
          most: MOST_DRAFTS,
        }),
      ],
      'trouble',
    );
  }
  return draftsMessage(drafts, failed, bot);
}

async function draftsMessage(
  drafts: readonly ArticleDraft[],
  failed: readonly string[],
  { intake, words }: AddingContext,
  name?: string,
): Promise<Message> {
  const [first] = drafts;
  const put = intake.pending.put(drafts, name);
  if (first && drafts.length === 1 && failed.length === 0)
    return previewMessage(await intake.preview(first), put, words);
  const previews = [];
  for (const draft of drafts) previews.push(await intake.preview(draft));
  return severalMessage(previews, failed, put, words);
}

const BUTTON = /^add:(keep|discard|correct):([0-9a-f]{16})$/;

/** Does it belong to adding: the apps menu's entry, a button under a preview, its form? */
export const isAddingTo = (interaction: Interaction): boolean =>
  (interaction.isMessageContextMenuCommand() && interaction.commandName === ADD_TO_ARCHIVE) ||
  ((interaction.isMessageComponent() || interaction.isModalSubmit()) && interaction.customId.startsWith('add:'));

/** Does it, for admins. */
export async function addingTo(interaction: RepliableInteraction, bot: AddingContext): Promise<void> {
  if (!bot.admins.has(interaction.user.id)) {
    const refusal = notice(
      bot.words.say('Not for you, sorry'),
      [bot.words.say('Only those who run this bot may add articles.')],
      'trouble',
    );
    await interaction.reply(privately(refusal));
  } else if (interaction.isMessageContextMenuCommand()) await addFromMessage(interaction, bot);
  else if (interaction.isMessageComponent() || interaction.isModalSubmit()) await pressAdding(interaction, bot);
}

/** A button under a preview, or the form that one of them opens. */
async function pressAdding(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  bot: AddingContext,
): Promise<void> {
  const [, what, name = ''] = BUTTON.exec(interaction.customId) ?? [];
  const drafts = bot.intake.pending.get(name);
  if (what === undefined || drafts === null) {
    throw new NotUnderstood(
      bot.words.say('This was decided on already, or lay for more than a week. Please add it again.'),
    );
  }
  if (interaction.isModalSubmit()) return correct(interaction, drafts, name, bot);
  if (what === 'correct') return openForm(interaction, drafts, bot);
  await bot.messageQueue.changeInPlace(interaction);
  if (what === 'discard') {
    bot.intake.pending.drop(name);
    await interaction.editReply(notice(bot.words.say('Discarded'), [bot.words.say('Nothing was kept.')]));
    return;
  }
  await keep(interaction, drafts, name, bot);
}

async function keep(
  interaction: MessageComponentInteraction,
  drafts: readonly ArticleDraft[],
  name: string,
  { intake, log, words }: AddingContext,
): Promise<void> {
  // From here on a second press finds nothing to keep.
  intake.pending.drop(name);
  const files: string[] = [];
  for (const draft of drafts) {
    if ((await intake.preview(draft)).same === null) files.push(await intake.keep(draft));
  }
  log.info({ event: 'added', articles: files.length, user: interaction.user.id });
  const listed = files.slice(0, 6).map((file) => words.say('Kept as {file}', { file }));
  await interaction.editReply(notice(words.say('Kept'), [...listed, words.say('It is being read into the archive …')]));
  const { articles } = await intake.refresh();
  await interaction.editReply(
    notice(words.say('In the archive'), [
      ...listed,
      words.say('Questions find it from now on; the archive holds {articles}.', {
        articles: words.say('{n} articles', { n: articles }),
      }),
    ]),
  );
}

async function openForm(
  interaction: MessageComponentInteraction,
  drafts: readonly ArticleDraft[],
  { intake, words }: AddingContext,
): Promise<void> {
  const [draft] = drafts;
  if (!draft || drafts.length !== 1)
    throw new NotUnderstood(words.say('Articles are corrected one at a time: add this one by itself.'));
  const { article } = await intake.preview(draft);
  const field = (id: string, label: string, value: string) => ({
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: id,
      style: TextInputStyle.Short as const,
      required: false,
      max_length: 300,
      ...(value && { value: value.slice(0, 300) }),
    },
  });
  await interaction.showModal({
    custom_id: interaction.customId,
    title: words.say('Correct what was found'),
    components: [
      field('headline', words.say('Headline'), article.headline ?? ''),
      field('outlet', words.say('Outlet'), article.outlet.name),
      field('published', words.say('Published (2015-11-13, 2015-11 or 2015)'), article.published?.date ?? ''),
    ],
  });
}

async function correct(
  interaction: ModalSubmitInteraction,
  drafts: readonly ArticleDraft[],
  name: string,
  bot: AddingContext,
): Promise<void> {
  const [draft] = drafts;
  if (!draft) throw new NotUnderstood(bot.words.say('There is nothing to correct any more.'));
  const { article } = await bot.intake.preview(draft);
  const typed = (id: string) => interaction.fields.getTextInputValue(id).trim();
  const published = typed('published');
  const date = published === '' ? null : dateEntered(published);
  if (published !== '' && date === null) {
    throw new NotUnderstood(
      bot.words.say('“{typed}” is no date that an article can have: write 2015-11-13, 2015-11 or 2015.', {
        typed: published,
      }),
    );
  }
  // Only what was changed becomes the keeper's word; the rest stays as it was found.
  const changes = {
    ...(typed('headline') !== (article.headline ?? '') && { headline: typed('headline') }),
    ...(typed('outlet') !== article.outlet.name && { outlet: typed('outlet') }),
    ...(date !== null && date !== article.published?.date && { published: date }),
  };
  if (!interaction.isFromMessage()) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  else await bot.messageQueue.changeInPlace(interaction);
  await interaction.editReply(await draftsMessage([corrected(draft, changes)], [], bot, name));
}
