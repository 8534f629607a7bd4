import type { ArticleId } from '../../corpus/article.ts';
import { domainOf } from '../../corpus/outlets.ts';
import type { ArticleCard } from '../archive.ts';
import { forgetForCopies } from '../copies/place-copies.ts';
import { quotationsOf } from '../facts/quotations.ts';
import { digestedOf } from '../store/articles.ts';
import { digestOf } from '../store/damage.ts';
import { all, days, one, run, type Store } from '../store/store.ts';
import type { BuildDraft } from './draft.ts';
import type { ArticleRead, ReadPart } from './read-files.ts';

/** Stores a part of a file with its articles, parts in their order; how many of the articles were read anew. */
export function writePart(store: Store, draft: BuildDraft, read: ReadPart): number {
  const { file, part, hash, articles, unread } = read;
  if (part === 0) {
    const columns = [++draft.lastFile, file.file, file.size, file.changed, hash] as const;
    run(store, 'INSERT INTO files VALUES (?, ?, ?, ?, ?)', ...columns);
  }
  const number = draft.lastFile;
  for (const { file: which, reason } of unread)
    run(store, 'INSERT INTO unread VALUES (?, ?, ?)', number, which, reason);
  for (const article of articles) writeArticle(store, draft, number, article);
  return articles.filter(({ anew }) => anew).length;
}

/** Stores an article, and notes whom it sees, what they say and whom they meet. */
function writeArticle(store: Store, draft: BuildDraft, file: number, read: ArticleRead): void {
  const { explainer, body, sketch, reading, readingKey, mentionGroups, meetings, quotations } = read;
  const number = ++draft.lastArticle;
  // Who it is a copy of is known once all are stored.
  const card: ArticleCard = { ...read.card, copyOf: null };
  if (sketch) draft.sketches.push({ article: number, sketch });
  const stored = {
    id: card.id,
    hash: Buffer.from(card.hash, 'hex'),
    published: card.published?.date ?? null,
    known: card.published?.known ?? null,
    published_time: card.published?.time ?? null,
    headline: card.headline,
    authors: card.authors.length > 0 ? JSON.stringify(card.authors) : null,
    url: card.url,
    archived_url: card.archivedUrl,
    language: card.language,
    translation: card.translation,
    explainer,
    body,
  };
  run(
    store,
    'INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    number,
    stored.id,
    file,
    stored.hash,
    outletNumber(store, draft, card),
    ...days(card.published?.date ?? null),
    stored.published,
    stored.known,
    stored.published_time,
    stored.headline,
    stored.authors,
    stored.url,
    stored.archived_url,
    stored.language,
    stored.translation,
    readingKey,
    draft.lastQuotation + 1,
    quotations.length,
    body,
    explainer,
    reading,
    digestOf({ ...digestedOf(stored), reading: [reading] }),
  );
  for (const [place, { block, entity, mentionGroup }] of mentionGroups.entries()) {
    const insert = 'INSERT INTO seen (block, article, place, entity, mention_group) VALUES (?, ?, ?, ?, ?)';
    run(store, insert, block, number, place, entity, mentionGroup);
  }
  for (const [place, { report, order }] of meetings.entries())
    draft.reports.push({ article: number, place, card, report, order });
  const published = card.published?.date ?? null;
  for (const { speaker, date, terms } of quotations) {
    const quotation = ++draft.lastQuotation;
    const { entity = null, name = null } = speaker ?? {};
    const day = days(published)[0] ?? 0;
    const said = 'INSERT INTO said VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
    run(store, said, quotation, number, entity, name, day, ...days(date ?? published), date);
    run(store, 'INSERT INTO quotation_words (rowid, stems) VALUES (?, ?)', quotation, terms);
  }
}

function outletNumber(store: Store, draft: BuildDraft, { outlet, url }: ArticleCard): number {
  const domain = (url && domainOf(url)) ?? '';
  const json = JSON.stringify(outlet);
  const key = `${json}\n${domain}`;
  const known = draft.outlets.get(key);
  if (known !== undefined) return known;
  const number = draft.outlets.size + 1;
  draft.outlets.set(key, number);
  run(store, 'INSERT INTO outlets VALUES (?, ?, ?, ?, ?)', number, outlet.name, domain, outlet.kind, json);
  return number;
}

/** Takes files out with their articles and what these reported, and notes in the draft what that touches. */
export function removeFiles(store: Store, draft: BuildDraft, paths: readonly string[]): void {
  for (const path of paths) {
    const file = one<{ number: number }>(store, 'SELECT number FROM files WHERE path = ?', path)?.number ?? null;
    const articles = 'SELECT number, id FROM articles WHERE file = ?';
    for (const { number, id } of all<{ number: number; id: ArticleId }>(store, articles, file)) {
      draft.articlesGone.add(id);
      const seen =
        'SELECT DISTINCT block FROM mention_groups JOIN actors ON number = mention_groups.actor WHERE article = ?';
      for (const { block } of all<{ block: number }>(store, seen, number)) draft.blocksLeft.add(block);
      const out = 'SELECT block FROM left_out WHERE article = ?';
      for (const { block } of all<{ block: number }>(store, out, number)) draft.blocksLeft.add(block);
      forgetForCopies(store, draft.shingles, number);
      const quoted = quotationsOf(store, number);
      // By each number: for a range of them FTS5 goes through all that it has.
      const theirs = 'SELECT number FROM quotations WHERE number BETWEEN ? AND ?';
      run(store, `DELETE FROM quotation_words WHERE rowid IN (${theirs})`, ...quoted);
      run(store, 'DELETE FROM quotations WHERE number BETWEEN ? AND ?', ...quoted);
      run(store, 'DELETE FROM mention_groups WHERE article = ?', number);
      run(store, 'DELETE FROM left_out WHERE article = ?', number);
      run(store, 'DELETE FROM articles WHERE number = ?', number);
    }
    run(store, 'DELETE FROM unread WHERE of = ?', file);
    run(store, 'DELETE FROM files WHERE number = ?', file);
  }
}
