import type { ArticleId } from '../corpus/article.ts';
import { sentencesOf } from '../reading/sentences.ts';
import { type Span, span } from '../text/span.ts';
import { textStored } from './articles.ts';
import { all, type Blob, type Store } from './store.ts';

/** Articles whose text was edited in place, each with the sentences that it did not have before. */
export type Edits = Readonly<Record<ArticleId, readonly Span[]>>;

/** So many edits are told; where more changed, it was the folder and not the news. */
const MOST = 1000;

/** What was edited between two archives of one folder. */
export function editsBetween(before: Store, now: Store): Edits {
  const hashes = 'SELECT id, hash FROM articles';
  const hashOf = ({ hash }: { hash: Blob }) => Buffer.from(hash).toString('hex');
  const known = new Map(all<{ id: ArticleId; hash: Blob }>(before, hashes).map((row) => [row.id, hashOf(row)]));
  const edited = all<{ id: ArticleId; hash: Blob }>(now, hashes).filter((row) => {
    const hash = known.get(row.id);
    return hash !== undefined && hash !== hashOf(row);
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
  const wordsOf = (text: string) =>
    ` ${
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? ''
    } `;
  const had = wordsOf(earlier);
  return sentencesOf(now)
    .filter(({ start, end }) => !had.includes(wordsOf(now.slice(start, end))))
    .map(({ start, end }) => span(start, end));
}
