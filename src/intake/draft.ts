import type { Article } from '../corpus/article.ts';
import type { droppedOf, Source } from '../corpus/source.ts';
import type { GivenFile } from './sources.ts';

/** An article that has been read and not kept yet. */
export interface ArticleDraft {
  readonly source: Source;
  /** As it was fetched or handed over; null where it was no file of its own. */
  readonly original: GivenFile | null;
  /** When, ISO 8601; null where it was not fetched. */
  readonly fetched: string | null;
  /** The article that this is a later version of: one of the same address. */
  readonly versionOf: string | null;
}

/** A draft as it would be read from the archive's folder, and what its file would hold. */
export interface ReadDraft {
  readonly article: Article;
  readonly content: string;
  readonly dropped: ReturnType<typeof droppedOf>;
}

/** What somebody corrects before it is kept. */
export interface DraftCorrection {
  readonly headline?: string;
  readonly outlet?: string;
  readonly published?: string;
}

/** The draft with what a person says of it in place of what was found. */
export function corrected(draft: ArticleDraft, { headline, outlet, published }: DraftCorrection): ArticleDraft {
  const { curated } = draft.source;
  const changes = {
    ...(headline && { headline }),
    ...(outlet && { outlet }),
    ...(published && { published, publishedFrom: undefined }),
  };
  return { ...draft, source: { ...draft.source, curated: { ...curated, ...changes } } };
}
