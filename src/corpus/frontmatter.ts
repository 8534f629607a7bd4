import { parseDocument, stringify } from 'yaml';
import type { Published } from './article.ts';
import { authorNames } from './author-names.ts';
import { readFields } from './field-names.ts';

export { isWebAddress } from './field-names.ts';

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
  /** Fields of it that mean nothing here. */
  readonly unknown: readonly string[];
  /** All below the front matter, or all there is. */
  readonly text: string;
}

/** Front matter beyond this many characters is no front matter. */
const LONGEST = 64 * 1024;

/** Parts a text file at its YAML front matter, where it has one. Throws an error for the operator where it is malformed. */
export function splitFrontMatter(file: string): SplitFile {
  const opening = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(file);
  if (!opening) return { curated: {}, siteName: null, unknown: [], text: file };
  const isToml = opening[1] === '+++';
  const inside = file.slice(opening[0].length, LONGEST);
  const closing = (isToml ? /^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/m : /^---[ \t]*(?:\r\n|\n|\r|$)/m).exec(inside);
  if (!closing) throw new Error(`its front matter opens with "${opening[1]}" and is never closed by another`);
  const matter = inside.slice(0, closing.index);
  return {
    ...fieldsOf(isToml ? asYaml(matter) : matter),
    text: file.slice(opening[0].length + closing.index + closing[0].length),
  };
}

/** Hugo's TOML, `title = "Ferry sails"`: its lines up to the first table, whose values YAML reads alike. */
const asYaml = (toml: string): string =>
  (toml.split(/^[ \t]*\[/m)[0] ?? '').replace(/^([\w-]+)[ \t]*=[ \t]*/gm, '$1: ');

function fieldsOf(yaml: string): Omit<SplitFile, 'text'> {
  const values = valuesOf(yaml);
  const fields = readFields(values);
  const [malformed] = fields.malformed;
  if (malformed !== undefined) throw new Error(`"${malformed}" in its front matter is not a single line of text`);
  for (const name of ['url', 'archivedUrl'] as const) {
    const written = fields.words(name).find((word) => word !== '');
    if (written !== undefined && fields.word(name) === null && written !== fields.word('outlet'))
      throw new Error(`"${name === 'url' ? 'url' : 'archived_url'}" in its front matter is no web address`);
  }
  const from = fields.word('publishedFrom');
  const publishedFrom = KNOWN.find((known) => known === from);
  if (from !== null && !publishedFrom)
    throw new Error('"published_from" in its front matter is none of the ways it may be known');
  const authors = fields.words('authors').flatMap(authorNames);
  const curated = {
    url: fields.word('url') ?? pageOfSite(fields.word('siteUrl')) ?? undefined,
    archivedUrl: fields.word('archivedUrl') ?? undefined,
    outlet: fields.word('outlet') ?? undefined,
    published: fields.word('published') ?? undefined,
    publishedFrom,
    publishedTime: fields.word('publishedTime') ?? undefined,
    headline: fields.word('headline') ?? undefined,
    authors: authors.length > 0 ? authors : undefined,
    language: fields.word('language') ?? undefined,
    translation: fields.word('translation') ?? undefined,
  };
  return { curated, siteName: fields.word('siteName'), unknown: fields.unknown };
}

/** "source_url" is the page's address for some and its site's for others. */
const pageOfSite = (url: string | null): string | null => (url !== null && new URL(url).pathname !== '/' ? url : null);

const KNOWN: readonly Published['known'][] = ['curated', 'address', 'metadata', 'dateline', 'page'];

function valuesOf(yaml: string): Record<string, unknown> {
  const read = (source: string) => parseDocument(source, { prettyErrors: false });
  let document = read(yaml);
  const [error] = document.errors;
  if (error) document = read(withQuotedValues(yaml));
  if (error && document.errors.length > 0) throw new Error(`its front matter is not valid YAML: ${error.message}`);
  const values: unknown = document.toJS({ maxAliasCount: 0 });
  if (values === null) return {};
  if (typeof values !== 'object' || Array.isArray(values)) {
    throw new Error('its front matter is not a list of "name: value" lines');
  }
  return { ...values };
}

/** "headline: Ferries: stay in harbour": a value that people wrote as words, and YAML reads as more, in quotation marks. */
const withQuotedValues = (yaml: string): string =>
  yaml.replace(/^([\w-]+:[ \t]+)(?![[{|>&*!])(\S.*?)[ \t]*$/gm, (line, name: string, value: string) =>
    parseDocument(line, { prettyErrors: false }).errors.length > 0 ? name + JSON.stringify(value) : line,
  );

/** What is written above an article that was not written by hand: what is curated, and where it comes from. */
export interface FrontMatter extends Curated {
  readonly siteName?: string | undefined;
  /** The address on another site that the page said is its own; `url` is where it was found. */
  readonly claimedUrl?: string | undefined;
  /** When it was fetched, ISO 8601. */
  readonly fetched?: string | undefined;
  /** The article that this is a later version of. */
  readonly versionOf?: string | undefined;
}

/** A text with YAML front matter above it, as `splitFrontMatter` reads it. */
export function withFrontMatter(matter: FrontMatter, text: string): string {
  const { archivedUrl, claimedUrl, publishedFrom, publishedTime, siteName, versionOf, ...rest } = matter;
  const fields = {
    ...rest,
    published_from: publishedFrom,
    published_clock: publishedTime,
    archived_url: archivedUrl,
    canonical_url: claimedUrl,
    site_name: siteName,
  };
  const lines = stringify({ ...fields, version_of: versionOf }, { lineWidth: 0 });
  return `---\n${lines}---\n\n${text.trim()}\n`;
}
