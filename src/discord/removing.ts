import type { ChatInputCommandInteraction } from 'discord.js';
import { correctionsInArticle, forgetCorrectionsIn } from '../archive/corrections-file.ts';
import { wantPurge } from '../archive/purge.ts';
import { oneArticle, reindexNext } from './correcting.ts';
import type { Desk } from './desk.ts';
import { takeDown } from './removing-files.ts';
import { notice } from './render.ts';

/** /admin remove; the reply was promised already, and who asks may do this. */
export async function remove(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const { keeper, folders, watches, intake, log } = desk;
  const forever = interaction.options.getBoolean('forever') ?? false;
  const { article } = await oneArticle(interaction.options.getString('article', true), keeper.archive);
  const movedTo = await takeDown(article, folders, forever);
  if (article.url) intake.takeDown(article.url);
  if (forever) forgetCorrectionsIn(folders.data, article.id);
  // First what could still be sent, then what could still be asked.
  const alerts = watches.forgetArticle(article.id);
  await reindexNext(keeper);
  watches.forgetArticle(article.id);
  log.info({ event: 'article removed', article: article.id, forever, alerts, user: interaction.user.id });
  const left = correctionsInArticle(folders.data, article.id);
  const told = (erased: string) =>
    notice('Taken down', [
      `${article.headline ?? article.id} (${article.outlet.name}) is out of the archive.`,
      movedTo === null
        ? `Its file is destroyed, and so are corrections of it. ${erased}`
        : `Its file was moved to ${movedTo}; moved back, it is in the archive again.`,
      ...(left > 0 ? [`Corrections of it are still kept (${left}): /admin correct list shows them.`] : []),
      'Messages I sent before stay where they are.',
    ]);
  if (!forever) return void (await interaction.editReply(told('')));
  await interaction.editReply(told('What is left of its words in my index is being erased …'));
  wantPurge(folders.data);
  await reindexNext(keeper);
  await interaction.editReply(told('No word of it is left in my folders.'));
}
