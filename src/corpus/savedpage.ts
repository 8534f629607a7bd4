import { Readability } from '@mozilla/readability';
import { insteadOfArticle } from './no-article.ts';
import { removeClutter } from './page-clutter.ts';
import { type PageDocument, type PageElement, parsePage } from './page-document.ts';
import { metadataOf } from './page-metadata.ts';
import { type PageNode, paragraphsOf } from './page-text.ts';
import { plainWords } from './plain-words.ts';
import type { Metadata } from './provenance.ts';

/** A saved page: its text, a paragraph a line, and what it says of itself. */
export interface SavedPage {
  readonly text: string;
  readonly metadata: Metadata;
  readonly language: string | null;
}

/** More characters or tags than this and a page is no article: long live blogs have a quarter of it. Refused before it is parsed. */
const MOST_CHARACTERS = 10 * 1024 * 1024;
const MOST_TAGS = 80_000;

/** Elements within elements deeper than this are no page a person made; Readability takes a minute over 10,000. */
const DEEPEST = 400;
/** Of all tags together: Readability goes up from each to its ancestors. Long live blogs have a tenth of it. */
const DEEPEST_IN_ALL = 2_000_000;

/** Reads a web page (HTML), saved or fetched from `address`. Throws where nothing in it can be taken for an article. */
export function readSavedPage(html: string, address: string | null = null): SavedPage {
  if (html.length > MOST_CHARACTERS) throw new Error('it is larger than any article (10 MB)');
  if (isTooDeep(html)) throw new Error('its elements are nested too deeply to be read');
  if (html.split('<', MOST_TAGS + 1).length > MOST_TAGS) throw new Error('it has more elements than any article');
  const document = parsePage(html);
  const { metadata, linked } = metadataOf(document, address ?? savedFrom(html));
  const language = document.documentElement?.getAttribute('lang') || null;
  const title = plainWords(document.querySelector('title')?.textContent);
  const everyHeading = headingsOf(document);
  removeClutter(document, metadata.headline ?? null, linked?.isLiveBlog ?? false);
  const headings = headingsOf(document);
  const read = new Readability<string>(document, {
    disableJSONLD: true,
    // The content as a text with a line a paragraph; Readability hands over an element.
    serializer: (node) => paragraphsOf(node as unknown as PageNode),
  }).parse();
  const onPage = read?.content?.trim() ?? '';
  const text = fullerText(onPage, linked?.text ?? null);
  if (text === '')
    throw new Error(insteadOfArticle(title, everyHeading, title ?? '') ?? 'no article was found in the page');
  const instead = insteadOfArticle(title, headings.slice(0, 3), text);
  if (instead) throw new Error(instead);
  const own = { url: metadata.url ?? savedFrom(html), headline: metadata.headline ?? plainWords(read?.title) };
  return { text, metadata: { ...metadata, ...own }, language };
}

const headingsOf = (document: PageDocument): string[] =>
  ([...document.querySelectorAll('h1, h2')] as PageElement[]).flatMap((one) => plainWords(one.textContent) ?? []);

/** Where a browser or SingleFile says it saved a page from: "<!-- saved from url=(0038)https://news.example.org/2021/a -->". */
function savedFrom(html: string): string | null {
  const comment = /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/\S+)/i.exec(
    html.slice(0, 4000),
  );
  return comment?.[1] && URL.canParse(comment[1]) ? comment[1] : null;
}

/** The text that stands on the page, unless its linked data have the article and the page next to nothing of it. */
function fullerText(onPage: string, linked: string | null): string {
  if (linked === null || linked.length < 200 || onPage.length * 2 > linked.length) return onPage;
  const markup = /<(?:p|br|div)\b/i.test(linked) ? linked : linked.replace(/\r?\n/g, '<br><br>');
  return paragraphsOf(parsePage(`<html><body>${markup}</body></html>`).querySelector('body') as unknown as PageNode);
}

/** Elements without an end tag, or whose end tag may be left out. */
const UNCLOSED = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th thead tbody option'.split(
    ' ',
  ),
);

/** Do elements stand within each other too deeply, by their tags alone? Looks no further than the tags that are read at most. */
function isTooDeep(html: string): boolean {
  let [depth, depths, tags] = [0, 0, 0];
  const looked = html.slice(0, MOST_CHARACTERS).replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
  for (const [tag, closing, name = ''] of looked.matchAll(/<(\/?)([a-z][a-z0-9-]*)\b[^<>]*>/gi)) {
    if (++tags > MOST_TAGS) return false;
    depths += depth;
    if (depths > DEEPEST_IN_ALL) return true;
    if (UNCLOSED.has(name.toLowerCase()) || tag.endsWith('/>')) continue;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}
