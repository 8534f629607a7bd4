import type { Archive, ArticleCard } from '../../archive/archive.ts';
import type { ArticleId } from '../../corpus/article.ts';

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A headline is recognised by so many of its words or more, in a row. */
const ENOUGH_WORDS = 4;

/** The articles that the words name: by id, file, address, headline or a good part of a headline. Empty where none. */
export async function findArticlesByName(words: string, archive: Archive): Promise<readonly ArticleCard[]> {
  const typed = words.trim();
  // The boundary: whether it is an id is what we ask.
  const byId = await archive.article(typed as ArticleId);
  if (byId) return [byId.card];
  const wanted = plain(typed);
  const cards = await archive.articlesNamed(typed);
  const exact = cards.filter(
    ({ url, file, headline }) => url === typed || file === typed || plain(headline ?? '') === wanted,
  );
  if (exact.length > 0) return exact;
  if (wanted.split(' ').length < ENOUGH_WORDS) return [];
  return cards.filter(({ headline }) => headline && ` ${plain(headline)} `.includes(` ${wanted} `));
}
