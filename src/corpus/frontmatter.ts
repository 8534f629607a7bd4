import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import type { Published } from './article.ts';

/** What the keeper of the archive wrote above an article; it wins over all that is worked out. */
export interface Curated {
  readonly url?: string | undefined;
  readonly archivedUrl?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
  /** How the date is known, where it was not the keeper who found it. */
  readonly publishedFrom?: Published['known'] | undefined;
  /** The time of day with its zone, as `Published` has it. */
  readonly publishedTime?: string | undefined;
  readonly headline?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly language?: string | undefined;
  readonly translation?: string | undefined;
}

export interface SplitFile {
  readonly curated: Curated;
  /** What the site calls itself: its own word, which makes it no listed outlet. */
  readonly siteName: string | null;
  /** All below the front matter, or all there is. */
  readonly text: string;
}

/** Front matter beyond this many characters is no front matter. */
const LONGEST = 64 * 1024;

const words = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || undefined)
  .nullish()
  .transform((value) => value ?? undefined);
const address = words.refine((value) => value === undefined || isWebAddress(value), 'is no web address');

// Other keys are the keeper's own business and let be.
const Fields = z.object({
  url: address,
  archived_url: address,
  outlet: words,
  published: words,
  published_from: z.enum(['curated', 'address', 'metadata', 'dateline', 'page']).optional(),
  site_name: words,
  headline: words,
  title: words,
  language: words,
  translation: words,
});

/** Parts a text file at its YAML front matter, where it has one. Throws an error for the operator where it is malformed. */
export function splitFrontMatter(file: string): SplitFile {
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(file);
  if (!opening) return { curated: {}, siteName: null, text: file };
  const inside = file.slice(opening[0].length, LONGEST);
  const closing = /^---[ \t]*(?:\r\n|\n|\r|$)/m.exec(inside);
  if (!closing) throw new Error('its front matter opens with "---" and is never closed by another');
  return {
    ...readFields(inside.slice(0, closing.index)),
    text: file.slice(opening[0].length + closing.index + closing[0].length),
  };
}

function readFields(yaml: string): Omit<SplitFile, 'text'> {
  const document = parseDocument(yaml, { prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new Error(`its front matter is not valid YAML: ${error.message}`);
  const fields: unknown = document.toJS({ maxAliasCount: 0 });
  if (fields === null) return { curated: {}, siteName: null };
  if (typeof fields !== 'object' || Array.isArray(fields)) {
    throw new Error('its front matter is not a list of "name: value" lines');
  }
  const read = Fields.safeParse(fields);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`"${issue?.path.join('.')}" in its front matter ${inWords(issue?.message ?? '')}`);
  }
  const { archived_url, published_from, site_name, title, headline, ...rest } = read.data;
  const curated = { ...rest, archivedUrl: archived_url, publishedFrom: published_from, headline: headline ?? title };
  return { curated, siteName: site_name ?? null };
}

const inWords = (message: string): string => (message.startsWith('is ') ? message : 'is not a single line of text');

/** What is written above an article that was not written by hand: what is curated, and where it comes from. */
export interface FrontMatter extends Curated {
  readonly siteName?: string | undefined;
  /** When it was fetched, ISO 8601. */
  readonly fetched?: string | undefined;
  /** The article that this is a later version of. */
  readonly versionOf?: string | undefined;
}

/** A text with YAML front matter above it, as `splitFrontMatter` reads it. */
export function withFrontMatter(matter: FrontMatter, text: string): string {
  const { archivedUrl, publishedFrom, siteName, versionOf, ...rest } = matter;
  const fields = { ...rest, published_from: publishedFrom, archived_url: archivedUrl, site_name: siteName };
  const lines = stringify({ ...fields, version_of: versionOf }, { lineWidth: 0 });
  return `---\n${lines}---\n\n${text.trim()}\n`;
}

/** Is it an address a browser opens? */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
