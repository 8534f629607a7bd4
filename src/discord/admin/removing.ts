import type { ChatInputCommandInteraction } from 'discord.js';
import { correctionsInArticle, forgetCorrectionsIn } from '../../archive/corrections/file.ts';
import { wantPurge } from '../../archive/store/purge.ts';
import { notice } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import type { BotWords } from '../words/words.ts';
import { oneArticle, reindexNext } from './correcting.ts';
import { takeDown } from './removing-files.ts';

/** /admin remove; the reply was promised already, and who asks may do this. */
export async function removeCommand(
  interaction: ChatInputCommandInteraction,
  bot: BotContext,
  words: BotWords,
): Promise<void> {
  const { keeper, folders, watches, briefings, intake, log } = bot;
  const forever = interaction.options.getBoolean('forever') ?? false;
  const { article } = await oneArticle(interaction.options.getString('article', true), keeper.archive, words);
  const movedTo = await takeDown(article, folders, forever, words);
  if (article.url) intake.takeDown(article.url);
  if (forever) forgetCorrectionsIn(folders.data, article.id);
  // First what could still be sent, then what could still be asked.
  briefings.forgetArticle(article.id);
  const alerts = watches.forgetArticle(article.id);
  await reindexNext(keeper);
  watches.forgetArticle(article.id);
  log.info({ event: 'article removed', article: article.id, forever, alerts, user: interaction.user.id });
  const left = correctionsInArticle(folders.data, article.id);
  const removed = (erased: string) =>
    notice(words.say('Taken down'), [
      words.say('{article} is out of the archive.', {
        article: `${article.headline ?? article.id} (${article.outlet.name})`,
      }),
      movedTo === null
        ? `${words.say('Its file is destroyed, and so are corrections of it.')} ${erased}`
        : words.say('Its file was moved to {place}; moved back, it is in the archive again.', { place: movedTo }),
      ...(left > 0
        ? [words.say('Corrections of it are still kept ({n}): /admin correct list shows them.', { n: left })]
        : []),
      words.say('Messages I sent before stay where they are.'),
    ]);
  if (!forever) return void (await interaction.editReply(removed('')));
  await interaction.editReply(removed(words.say('What is left of its words in my index is being erased …')));
  wantPurge(folders.data);
  await reindexNext(keeper);
  await interaction.editReply(removed(words.say('Nothing of it is left in my folders.')));
}
