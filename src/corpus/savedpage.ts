import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Metadata } from './provenance.ts';

/** A saved page: its text, a paragraph a line, and what it says of itself. */
export interface SavedPage {
  readonly text: string;
  readonly metadata: Metadata;
  readonly language: string | null;
}

/** More elements than this and a page is no article. */
const MOST_ELEMENTS = 200_000;

/** More bytes or tags than this and a page is no article: long live blogs have a quarter of it. Refused before it is parsed. */
const MOST_CHARACTERS = 10 * 1024 * 1024;
const MOST_TAGS = 80_000;

/** Elements within elements deeper than this are no page a person made; Readability takes a minute over 10,000. */
const DEEPEST = 400;

type PageDocument = ReturnType<typeof parseHTML>['document'];

/** Reads a saved web page (HTML). Throws where nothing in it can be taken for an article. */
export function readSavedPage(html: string): SavedPage {
  if (html.length > MOST_CHARACTERS) throw new Error('it is larger than any article (10 MB)');
  if (tagDepth(html) > DEEPEST) throw new Error('its elements are nested too deeply to be read');
  if (html.split('<', MOST_TAGS + 1).length > MOST_TAGS) throw new Error('it has more elements than any article');
  const { document } = parseHTML(html);
  const metadata = metadataOf(document);
  const language = document.documentElement?.getAttribute('lang') || null;
  const read = new Readability<string>(document, {
    maxElemsToParse: MOST_ELEMENTS,
    disableJSONLD: true,
    // The content as a text with a line a paragraph; Readability hands over an element.
    serializer: (node) => paragraphsOf(node as unknown as PageNode),
  }).parse();
  if (!read?.content?.trim()) throw new Error('no article was found in the page');
  return {
    text: read.content,
    metadata: { ...metadata, headline: metadata.headline ?? withoutSite(read.title ?? '', metadata.outlet) },
    language,
  };
}

/** "Ferry sails again | The Example" without the site's own name. */
function withoutSite(title: string, site: string | null | undefined): string | null {
  const end = site
    ? new RegExp(`\\s+[|\u2013\u2014·•:-]\\s+${site.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i')
    : null;
  return (end ? title.replace(end, '') : title).trim() || null;
}

/** Elements without an end tag, or whose end tag may be left out. */
const UNCLOSED = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th thead tbody option'.split(
    ' ',
  ),
);

/** How deep elements stand within each other, by their tags alone. */
function tagDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag, closing, name = ''] of html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .matchAll(/<(\/?)([a-z][a-z0-9-]*)\b[^<>]*>/gi)) {
    if (UNCLOSED.has(name.toLowerCase()) || tag.endsWith('/>')) continue;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE TABLE TR FIGURE FIGCAPTION PRE HEADER FOOTER ASIDE'.split(
    ' ',
  ),
);
const UNREAD = new Set(['SCRIPT', 'STYLE', 'FIGCAPTION', 'FIGURE', 'TEMPLATE', 'NOSCRIPT', 'BUTTON']);

function paragraphsOf(root: PageNode): string {
  let text = '';
  const visit = (node: PageNode): void => {
    if (node.nodeType === 3) text += (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
    if (node.nodeType !== 1 || UNREAD.has(node.nodeName)) return;
    const isBlock = BLOCKS.has(node.nodeName);
    if (isBlock) text += '\n\n';
    if (node.nodeName === 'BR') text += '\n';
    if (node.nodeName === 'LI') text += '• ';
    for (const child of node.childNodes) visit(child);
    if (isBlock) text += '\n\n';
  };
  visit(root);
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function metadataOf(document: PageDocument): Metadata {
  const content = (...names: string[]): string | null => {
    for (const name of names) {
      const element = document.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      );
      const value = element?.getAttribute('content')?.trim();
      if (value) return value;
    }
    return null;
  };
  const linked = linkedData(document);
  return {
    url:
      webAddress(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
      webAddress(content('og:url')),
    outlet: linked.publisher ?? content('og:site_name'),
    published:
      linked.published ??
      content(
        'article:published_time',
        'datePublished',
        'date',
        'pubdate',
        'publishdate',
        'dc.date',
        'DC.date.issued',
      ) ??
      (document.querySelector('time[datetime]')?.getAttribute('datetime') || null),
    headline: linked.headline ?? content('og:title', 'twitter:title'),
  };
}

const webAddress = (href: string | null | undefined): string | null =>
  href && URL.canParse(href) && /^https?:$/.test(new URL(href).protocol) ? href : null;

interface LinkedData {
  readonly headline: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
}

/** The first article among the page's JSON-LD blocks (https://schema.org/Article). A block that is no JSON says nothing. */
function linkedData(document: PageDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const thing of thingsIn(parsed(script.textContent ?? ''))) {
      const type = [thing['@type']].flat().join(' ');
      if (!/Article|BlogPosting|Report/.test(type)) continue;
      const publisher = [thing.publisher].flat()[0];
      return {
        headline: stringOf(thing.headline),
        published: stringOf(thing.datePublished),
        publisher: isThing(publisher) ? stringOf(publisher.name) : stringOf(publisher),
      };
    }
  }
  return { headline: null, published: null, publisher: null };
}

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const stringOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

function thingsIn(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  return isThing(value) ? [value, ...thingsIn(value['@graph'])] : [];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
