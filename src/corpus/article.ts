import type { Edtf } from '../text/edtf.ts';

/** Names one article for good: its path in the articles folder without extension ("2015/sputnik-1030028276"), and "#id" for a line of a .jsonl file. */
export type ArticleId = string & { readonly articleId: unique symbol };

/** What kind of publisher, by the criteria of `data/outlets/README.md`; `unreviewed` where that folder does not list it. */
export const OUTLET_KINDS = [
  'state media',
  'public broadcaster',
  'agency',
  'newspaper',
  'magazine',
  'news site',
  'broadcaster',
  'aggregator',
  'blog',
  'think tank',
  'advocacy group',
  'government',
  'unreviewed',
] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

export interface Outlet {
  /** "Sputnik"; for an outlet nobody listed, the name the article gives or its domain; "unknown outlet" where neither is known. */
  readonly name: string;
  readonly kind: OutletKind;
  /** The state behind state media or a government, in English: "Russia". */
  readonly country: string | null;
  /** Why it is of that kind, in a line. */
  readonly basis: string | null;
}

/** When an article came out, and how that is known, the most reliable first. */
export interface Published {
  readonly date: Edtf;
  readonly known: 'curated' | 'address' | 'metadata' | 'dateline' | 'page';
  /** The time of day with its zone, "23:30:00-05:00", where the page tells both. */
  readonly time?: string;
}

/** One published text. */
export interface Article {
  readonly id: ArticleId;
  /** Path within the articles folder. */
  readonly file: string;
  /** Of the file (or of the .jsonl line), the beginning of its SHA-256 in hexadecimal: the same hash, the same content. */
  readonly hash: string;
  readonly headline: string | null;
  readonly outlet: Outlet;
  readonly published: Published | null;
  /** Who wrote it, as it names them. */
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly archivedUrl: string | null;
  /** BCP 47, "en" unless the file says otherwise. */
  readonly language: string;
  /** How the text came to be in this language ("machine translation from Russian"), null for an original. */
  readonly translation: string | null;
  /**
   * The stored text: the article's body alone, each line exactly as in the file but for its indentation, words broken at the
   * ends of lines, signs that cannot be seen (soft hyphens), Markdown's own and boxes of links that stand within a sentence; a
   * blank line between paragraphs. Every offset in a reading, a quotation or a citation counts in this text.
   */
  readonly body: string;
  /** An encyclopaedic explainer that stood after the body ("X is an organisation that …"): kept, not read. */
  readonly explainer: string | null;
}

/** A file that could not become an article, and why, in a sentence for the operator. */
export interface Unread {
  readonly file: string;
  readonly reason: string;
}
