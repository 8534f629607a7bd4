/** What a field of front matter or of a record may be. */
export type Field =
  | 'id'
  | 'headline'
  | 'text'
  | 'published'
  | 'publishedFrom'
  | 'publishedTime'
  | 'outlet'
  | 'siteName'
  | 'url'
  | 'siteUrl'
  | 'archivedUrl'
  | 'authors'
  | 'language'
  | 'translation'
  | 'note';

/**
 * The names that programs and people give a field, in small letters and without what parts words, ours first: the first that
 * is filled in counts. Of trafilatura, newspaper4k, news-please, Zotero and CSL-JSON, NewsAPI, Hugo and Jekyll, and of our own files.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'articleid', 'uuid'],
  headline: ['headline', 'title', 'articletitle'],
  text: ['text', 'body', 'content', 'maintext', 'articlebody', 'fulltext', 'contenttext', 'rawtext'],
  published: [
    ...[
      'published',
      'date',
      'datepublished',
      'publishdate',
      'publisheddate',
      'pubdate',
      'publicationdate',
      'datepublish',
    ],
    ...['publishedat', 'publishedon', 'publishedtime', 'publishtime', 'firstpublished', 'issued', 'dateissued'],
  ],
  publishedFrom: ['publishedfrom'],
  publishedTime: ['publishedclock'],
  outlet: [
    'outlet',
    'publisher',
    'publication',
    'publicationtitle',
    'newspaper',
    'sourcename',
    'containertitle',
    'source',
  ],
  siteName: ['sitename', 'site', 'sourcehostname', 'hostname', 'sourcedomain', 'domain', 'website'],
  url: [
    'url',
    'link',
    'address',
    'canonicalurl',
    'canonical',
    'permalink',
    'articleurl',
    'externalurl',
    'source',
    'originalurl',
  ],
  siteUrl: ['sourceurl'],
  archivedUrl: ['archivedurl', 'archiveurl', 'archivelink', 'waybackurl'],
  authors: ['authors', 'author', 'byline', 'creator', 'creators', 'by'],
  language: ['language', 'lang', 'metalang', 'locale'],
  translation: ['translation', 'translatedfrom'],
  // Written by us, and read by nobody but people.
  note: ['fetched', 'versionof'],
};

const FIELDS: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
);

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What fields say, by their meaning, and the names that mean nothing here. */
export interface ReadFields {
  /** The first word that is filled in among the names of a field; a list is taken for its first. */
  word(field: Field): string | null;
  /** All of them: for what may be a list, or be said under two names. */
  words(field: Field): string[];
  /** The names whose value is no line of words where one is wanted. */
  readonly malformed: readonly string[];
  readonly unknown: readonly string[];
}

/** Reads fields by their names, however they are written: "publish_date", "publishDate", "Publish-Date". */
export function readFields(values: Readonly<Record<string, unknown>>): ReadFields {
  const said = new Map<string, string[]>();
  const malformed: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const words = [value].flat().flatMap(wordsOf);
    const isWord = value === null || value === undefined || words.length === [value].flat().length;
    if (FIELDS.has(plain(name)) && !isWord) malformed.push(name);
    said.set(plain(name), words);
  }
  const words = (field: Field): string[] => NAMES[field].flatMap((name) => said.get(name) ?? []);
  return {
    words,
    word: (field) => words(field).find((one) => one !== '' && fits(field, one)) ?? null,
    malformed,
    unknown: Object.keys(values).filter((name) => !FIELDS.has(plain(name))),
  };
}

/** "source" is an address for some and a name for others. */
function fits(field: Field, word: string): boolean {
  if (field === 'outlet' || field === 'siteName') return !isWebAddress(word);
  return field !== 'url' && field !== 'siteUrl' && field !== 'archivedUrl' ? true : isWebAddress(word);
}

/** Is it an address a browser opens? */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** A word, a number; of a person or an organisation ("source": {"name": …}) the name; of a date of CSL-JSON its parts. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [''] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value !== 'object' || value === null) return [];
  if ('name' in value) return wordsOf(value.name);
  if ('family' in value) return [['given' in value ? value.given : [], value.family].flat().flatMap(wordsOf).join(' ')];
  if ('date-parts' in value && Array.isArray(value['date-parts'])) {
    const [parts] = value['date-parts'];
    return Array.isArray(parts) ? [parts.map((part) => String(part).padStart(2, '0')).join('-')] : [];
  }
  return [];
}
