import type { Article } from '../corpus/article.ts';
import { articlesOf } from '../corpus/articles.ts';
import { type FrontMatter, withFrontMatter } from '../corpus/frontmatter.ts';
import type { OutletBook } from '../corpus/outlets.ts';
import { articleFrom, droppedOf } from '../corpus/source.ts';
import type { ArticleDraft, ReadDraft } from './draft.ts';

/** A book of two hundred pages. To read more in one go would hold up everybody's answers. */
const LONGEST = 400_000;

/**
 * Reads a draft: makes the file that would be kept, and reads that, so that what is shown is what comes of it. What is
 * known only from the page (its date, what it calls itself) is written as such. Throws where there is no article in it.
 */
export function readDraft({ source, fetched, versionOf }: ArticleDraft, outlets: OutletBook): ReadDraft {
  const { curated, metadata, text } = source;
  if (text.length > LONGEST) throw new Error('it is longer than any article (more than 400,000 characters)');
  const nowhere = { id: 'draft' as Article['id'], file: 'draft.md', hash: '' }; // No file yet.
  const first = articleFrom(nowhere, source, outlets);
  const matter: FrontMatter = {
    headline: first.headline ?? undefined,
    url: first.url ?? undefined,
    archivedUrl: first.archivedUrl ?? undefined,
    claimedUrl: metadata.claimed ?? undefined,
    outlet: curated.outlet,
    siteName: metadata.outlet && !curated.outlet ? metadata.outlet : undefined,
    published: first.published?.date,
    publishedFrom: first.published && first.published.known !== 'curated' ? first.published.known : undefined,
    publishedTime: first.published?.time,
    authors: first.authors.length > 0 ? first.authors : undefined,
    language: first.language,
    translation: first.translation ?? undefined,
    fetched: fetched ?? undefined,
    versionOf: versionOf ?? undefined,
  };
  const content = withFrontMatter(matter, text);
  const { articles, unread } = articlesOf({ path: 'draft.md', bytes: Buffer.from(content) }, outlets);
  const [article] = articles;
  if (!article) throw new Error(unread[0]?.reason ?? 'no article was found in it');
  return { article, content, dropped: droppedOf(source) };
}
