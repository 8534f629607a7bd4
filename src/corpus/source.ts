import { joinBrokenWords } from '../text/broken-words.ts';
import type { Article } from './article.ts';
import { findBody, textOfLines } from './body.ts';
import type { DroppedKind } from './boilerplate.ts';
import type { Curated } from './frontmatter.ts';
import { withoutInlineLinks } from './inline-links.ts';
import { languageOf } from './language.ts';
import type { OutletBook } from './outlets.ts';
import { authorsOf, headlineOf, type Metadata, publisherOf } from './provenance.ts';
import { publishedOf } from './published.ts';
import { linesOf } from './units.ts';

/** One article as it comes: a page's text, and what came with it. */
export interface Source {
  readonly text: string;
  /** What somebody wrote above it. */
  readonly curated: Curated;
  readonly metadata: Metadata;
  /** The language it says it is in. */
  readonly language: string | null;
  /** Names of fields that mean nothing here, for the operator to see. */
  readonly unknown?: readonly string[];
}

/** In characters: a report of seven hundred pages. What is longer is no article, and would hold up everybody's answers. */
const LONGEST = 2_000_000;

/** Makes the article of a source: its body found, and who published it when. Throws where there is no article in it. */
export function articleFrom(
  identity: Pick<Article, 'id' | 'file' | 'hash'>,
  source: Source,
  outlets: OutletBook,
): Article {
  const { curated, metadata } = source;
  const text = withoutInlineLinks(joinBrokenWords(source.text).text);
  if (text.trim() === '') throw new Error('there is no text below its front matter');
  if (text.length > LONGEST) {
    const [characters, most] = [text.length, LONGEST].map((count) => count.toLocaleString('en'));
    throw new Error(`its text has ${characters} characters; of one article ${most} are read`);
  }
  const found = findBody(text, curated.headline ?? metadata.headline ?? null);
  const body = textOfLines(text, found.body);
  if (body === '') throw new Error('no article text was found in it, only what surrounds one');
  const page = { text, found, body };
  return {
    ...identity,
    headline: headlineOf(curated, metadata, found),
    outlet: publisherOf(outlets, curated, metadata, page),
    published: publishedOf(curated, metadata, page),
    authors: authorsOf(curated, metadata, page),
    url: curated.url ?? metadata.url ?? null,
    archivedUrl: curated.archivedUrl ?? null,
    language: curated.language ?? languageOf(body, source.language),
    translation: curated.translation ?? null,
    body,
    explainer: found.explainer.length > 0 ? textOfLines(text, found.explainer) : null,
  };
}

/** What is not read of a source as its article, line by line, and why. */
export function droppedOf({
  text: given,
  curated,
  metadata,
}: Source): { readonly words: string; readonly kind: DroppedKind }[] {
  const text = withoutInlineLinks(joinBrokenWords(given).text);
  const lines = linesOf(text);
  const { dropped } = findBody(text, curated.headline ?? metadata.headline ?? null);
  return dropped.map(({ line, kind }) => ({ words: (lines[line - 1] ?? '').trim(), kind }));
}
