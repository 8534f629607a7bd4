import { boilerplateKind, isRelatedHeading, isSeeAlso } from './boilerplate.ts';
import type { PageDocument, PageElement } from './page-document.ts';
import type { PageNode } from './page-text.ts';
import { endsSentence, wordCount } from './units.ts';

/** Takes out of a page, before its article is looked for, what is certainly none of it: by what it is made of, or what it says. */
export function removeClutter(document: PageDocument, headline: string | null, isLiveBlog: boolean): void {
  removeOverlays(document);
  removeAdvertisements(document);
  removeEmbeddedPosts(document);
  removeSignUps(document);
  removeFootnoteMarks(document);
  removeLinkedHeadlines(document);
  removeAuthorNotes(document);
  removeCaptions(document);
  if (!isLiveBlog) removeOtherArticles(document, headline);
}

/** Of a kind of element: a page made to keep us busy may have tens of thousands. */
const MOST_LOOKED_AT = 30;

/** In characters: nothing that is looked at here has more, and all the text of a page would be put together for each of its elements. */
const LONGEST = 2000;

/** The words of an element; of a long one the beginning. */
function wordsIn(element: PageElement): string {
  let text = '';
  const visit = (node: PageNode): void => {
    if (node.nodeType === 3) text += node.textContent ?? '';
    for (const child of node.childNodes) {
      if (text.length > LONGEST) return;
      visit(child);
    }
  };
  visit(element);
  return text.replace(/\s+/g, ' ').trim();
}

function removeAll(elements: Iterable<PageElement>, isClutter: (element: PageElement) => boolean): void {
  for (const element of [...elements]) if (isClutter(element)) element.remove();
}

/** What is laid over the text ("Subscribe to read on"), and the text, which is there though a script hides it. */
function removeOverlays(document: PageDocument): void {
  const texts = document.querySelectorAll('[itemprop="articleBody"]');
  for (const text of [...texts].slice(0, MOST_LOOKED_AT)) {
    for (const name of ['style', 'hidden', 'aria-hidden']) text.removeAttribute(name);
  }
  removeAll(
    document.querySelectorAll(
      '[role="dialog"], [aria-modal], [class*="paywall"], [class*="overlay"], [class*="modal"]',
    ),
    (box) =>
      (box.getAttribute('role') === 'dialog' ||
        box.getAttribute('aria-modal') !== null ||
        /(?:^|[\s_-])(?:paywall|overlay|modal)(?:$|[\s_-])/i.test(box.getAttribute('class') ?? '')) &&
      wordsIn(box).length < 1000 &&
      box.querySelector('h1, [itemprop="articleBody"]') === null,
  );
}

/** A label that says that an advertisement stands here, also in the midst of a sentence. */
function removeAdvertisements(document: PageDocument): void {
  removeAll(document.querySelectorAll('span, div, p, aside, small, em, strong, ins, section'), (element) => {
    const words = wordsIn(element);
    return words.length < 80 && boilerplateKind(words) === 'advertisement';
  });
}

/** Where people post: a quotation that leads there is a post of somebody's, not the article's own words. */
const NETWORKS =
  /^https?:\/\/(?:[\w-]+\.)*(?:twitter|x|instagram|facebook|tiktok|threads|bsky|truthsocial|reddit|vk|weibo|t)\.(?:com|net|app|me)\//i;

function removeEmbeddedPosts(document: PageDocument): void {
  removeAll(document.querySelectorAll('blockquote'), (quote) => {
    const kind = `${quote.getAttribute('class') ?? ''} ${quote.getAttribute('cite') ?? ''}`;
    if (
      /\b(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|bluesky-embed|reddit-(?:embed|card)|text-post-media|mastodon-embed|telegram)/.test(
        kind,
      )
    )
      return true;
    const links = [...quote.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
    return wordsIn(quote).length < 1000 && NETWORKS.test(links.at(-1) ?? '');
  });
}

/** A box to leave one's address in. */
function removeSignUps(document: PageDocument): void {
  const inputs = document.querySelectorAll('input[type="email"], input[name*="email"], input[placeholder*="mail"]');
  for (const input of ([...inputs] as PageElement[]).slice(0, MOST_LOOKED_AT)) {
    let box: PageElement = input;
    for (let above = input.parentElement; above && wordsIn(above).length < 500; above = above.parentElement) {
      if (/^(?:BODY|HTML|MAIN|ARTICLE)$/.test(above.nodeName) || above.querySelector('h1') !== null) break;
      box = above;
    }
    box.remove();
  }
}

/** "¹", "[2]": a number that leads to a note below, or from it. */
function removeFootnoteMarks(document: PageDocument): void {
  removeAll(document.querySelectorAll('sup, a[href^="#"], a[href*="#fn"], a[href*="#cite"]'), (mark) => {
    const isMark = /^(?:\[?\(?(?:\d{1,3}|[a-z]|[*†‡])\)?\]?|↩︎?|\^)$/.test(wordsIn(mark));
    return isMark && (mark.nodeName === 'A' || mark.querySelector('a') !== null || mark.closest('a') !== null);
  });
}

/** A paragraph that is nothing but a link, and no sentence: the headline of another story. */
function removeLinkedHeadlines(document: PageDocument): void {
  removeAll(document.querySelectorAll('p, div, h2, h3, h4, h5, li, aside'), (block) => {
    const words = wordsIn(block);
    if (words.length > 300) return false;
    const links = [...block.querySelectorAll('a[href]')].filter((link) => !/^#/.test(link.getAttribute('href') ?? ''));
    const [link] = links;
    if (links.length !== 1 || !link || block.closest('h1, nav') !== null) return false;
    // "Read more: …" may stand before the link.
    const label = words.slice(0, Math.max(0, words.length - wordsIn(link).length)).trim();
    const isLabel = /^[^.!?]{2,30}[:»>–—-]$/.test(label) || isSeeAlso(label) || isRelatedHeading(label);
    if (!words.endsWith(wordsIn(link)) || (label !== '' && !isLabel)) return false;
    const isLabelled = label !== '';
    const isQuestion = /\?$/.test(words) && wordCount(words) < 20;
    return (
      wordCount(words) >= (isLabelled ? 2 : 4) &&
      wordCount(words) < 30 &&
      (!endsSentence(words) || isQuestion) &&
      !/^mailto:/.test(link.getAttribute('href') ?? '')
    );
  });
}

/** Boxes about who wrote it, by what they are called. */
function removeAuthorNotes(document: PageDocument): void {
  removeAll(document.querySelectorAll('[class], [id]'), (element) => {
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    return (
      /(?:^|[\s_-])(?:author|writer|contributor|byline)s?[-_]{0,2}(?:bio|box|info|card|note|about|desc\w*|profile)|about[-_]?(?:the[-_]?)?author|(?:^|[\s_-])bio(?:graphy)?(?:$|[\s_-])/i.test(
        name,
      ) && wordsIn(element).length < 1500
    );
  });
}

/** What stands under pictures, where no <figure> says so. */
function removeCaptions(document: PageDocument): void {
  removeAll(document.querySelectorAll('[class*="caption"], [class*="credit"]'), (element) => {
    const name = element.getAttribute('class') ?? '';
    return /(?:^|[\s_-])(?:caption|credit)s?(?:$|[\s_-])/i.test(name) && wordsIn(element).length < 600;
  });
}

/** Of an endless page, the articles after the first: those beside the one that has the page's headline, each with its own. */
function removeOtherArticles(document: PageDocument, headline: string | null): void {
  const articles = ([...document.querySelectorAll('article')] as PageElement[])
    .slice(0, 10 * MOST_LOOKED_AT)
    .filter((article) => article.parentElement?.closest('article') === null && wordsIn(article).length > 200);
  const headed = articles.filter((article) => article.querySelector('h1') !== null);
  const own =
    headed.find(
      (article) => headline !== null && sameWords(wordsIn(article.querySelector('h1') ?? article), headline),
    ) ?? headed[0];
  if (own) for (const article of articles) if (article !== own) article.remove();
  removeLaterHeadlines(document, headline);
}

/** The same without `<article>`: another `<h1>` with its own time or byline, and all that follows it. */
function removeLaterHeadlines(document: PageDocument, headline: string | null): void {
  const [first, ...later] = ([...document.querySelectorAll('h1')] as PageElement[]).slice(0, MOST_LOOKED_AT);
  if (!first) return;
  const next = later.find((heading) => {
    if (headline !== null && sameWords(wordsIn(heading), headline)) return false;
    const box = heading.parentElement;
    const isOwnBox = box !== null && !contains(box, first);
    return (
      isOwnBox &&
      box.querySelector('time, [rel~="author"], [class*="byline"], [class*="author"], [class*="date"]') !== null
    );
  });
  let box = next?.parentElement ?? null;
  while (box?.parentElement && !contains(box.parentElement, first)) box = box.parentElement;
  if (box && box.nodeName !== 'BODY') box.remove();
}

const contains = (box: PageElement, element: PageElement): boolean => {
  for (let above: PageElement | null = element; above; above = above.parentElement) if (above === box) return true;
  return false;
};

const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const sameWords = (a: string, b: string): boolean => bare(a) === bare(b);
