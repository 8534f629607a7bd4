import type { ArticleId } from '../../corpus/article.ts';
import { sentencesOf } from '../../reading/tokens/sentences.ts';
import { type Span, span } from '../../text/span.ts';
import { splitWords } from '../../text/words.ts';
import { textStored } from '../store/articles.ts';
import { all, type Blob, one, type Store } from '../store/store.ts';

/** Articles whose text was edited in place, each with the sentences that it did not have before. */
export type Edits = Readonly<Record<ArticleId, readonly Span[]>>;

/** How many edits are reported; where more changed, it was the folder and not the news. */
const MOST = 1000;

/** What was edited between two archives of one folder, among the articles of the new one numbered above `after`. */
export function editsBetween(before: Store, now: Store, after: number): Edits {
  const hashOf = ({ hash }: { hash: Blob }) => Buffer.from(hash).toString('hex');
  const fresh = all<{ id: ArticleId; hash: Blob }>(now, 'SELECT id, hash FROM articles WHERE number > ?', after);
  const edited = fresh.filter((row) => {
    const known = one<{ hash: Blob }>(before, 'SELECT hash FROM articles WHERE id = ?', row.id);
    return known !== null && hashOf(known) !== hashOf(row);
  });
  if (edited.length > MOST) return {};
  const spans = edited.map(({ id }) => {
    const added = sentencesAdded(textStored(before, id)?.body ?? '', textStored(now, id)?.body ?? '');
    return [id, added] as const;
  });
  return Object.fromEntries(spans.filter(([, added]) => added.length > 0));
}

/** The sentences of a text that an earlier form of it does not have, capitals and marks aside. */
function sentencesAdded(earlier: string, now: string): Span[] {
  const wordsOf = (text: string) => ` ${splitWords(text.toLowerCase()).join(' ')} `;
  const had = wordsOf(earlier);
  return sentencesOf(now)
    .filter(({ start, end }) => !had.includes(wordsOf(now.slice(start, end))))
    .map(({ start, end }) => span(start, end));
}
