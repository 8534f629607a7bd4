import { readLeniently } from './lenient-json.ts';
import { plainWords } from './plain-words.ts';

/** What a page's linked data (https://schema.org/Article) say of its article. */
export interface LinkedArticle {
  readonly headline: string | null;
  /** All dates it gives, the publication's first. */
  readonly published: readonly string[];
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly text: string | null;
  readonly isLiveBlog: boolean;
}

/** What the page is known by apart from its linked data: an address it goes by, a headline. */
export interface PageIdentity {
  readonly addresses: readonly string[];
  readonly headlines: readonly string[];
}

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The article of the page among its linked data: the one whose address is the page's; else the one of its headline; else one
 * that says no address. A story that the page only links to is another address and another headline.
 */
export function linkedArticle(scripts: readonly string[], page: PageIdentity): LinkedArticle | null {
  const things = scripts.flatMap(readLeniently).flatMap((value) => thingsIn(value));
  const byId = new Map(
    things.flatMap((thing) =>
      typeof thing['@id'] === 'string' && Object.keys(thing).length > 1 ? [[thing['@id'], thing]] : [],
    ),
  );
  const articles = things.filter(
    (thing) => /Article|BlogPosting|Report(?!er)/.test([thing['@type']].flat().join(' ')) || 'articleBody' in thing,
  );
  const scored = articles.map((thing) => ({ thing, score: scoreOf(thing, page) })).filter(({ score }) => score >= 0);
  const best = scored.toSorted((a, b) => b.score - a.score)[0]?.thing;
  if (!best) return null;
  const follow = (value: unknown): unknown =>
    isThing(value) && typeof value['@id'] === 'string' ? (byId.get(value['@id']) ?? value) : value;
  const names = (value: unknown): string[] =>
    [value].flat().flatMap((one) => {
      const thing = follow(one);
      const name = isThing(thing) ? [thing.name].flat()[0] : thing;
      const words = typeof name === 'string' ? plainWords(name) : null;
      return words ? [words] : [];
    });
  const strings = (...values: unknown[]): string[] =>
    values
      .flat()
      .flatMap((one) =>
        typeof one === 'string' && one.trim() ? [one.trim()] : typeof one === 'number' ? [String(one)] : [],
      );
  return {
    headline: plainWords(strings(best.headline, best.name)[0]),
    published: strings(best.datePublished, best.dateCreated, best.uploadDate),
    publisher: names(best.publisher)[0] ?? names(best.sourceOrganization)[0] ?? null,
    authors: names(best.author ?? best.creator),
    text: strings(best.articleBody)[0] ?? null,
    isLiveBlog: /LiveBlog/.test([best['@type']].flat().join(' ')),
  };
}

/** Things that may be the page's own: at the top, in lists and graphs, and what a page says it is mainly about. */
function thingsIn(value: unknown, depth = 0): Thing[] {
  if (depth > 8) return [];
  const within = (one: unknown) => thingsIn(one, depth + 1);
  if (Array.isArray(value)) return value.flatMap(within);
  if (!isThing(value)) return [];
  return [value, ...within(value['@graph']), ...within(value.mainEntity), ...within(value.mainEntityOfPage)];
}

function scoreOf(thing: Thing, page: PageIdentity): number {
  const said = [thing.url, thing['@id'], thing.mainEntityOfPage].flat().flatMap((one) => {
    const value = isThing(one) ? (one['@id'] ?? one.url) : one;
    return typeof value === 'string' && /^https?:/i.test(value) ? [addressKey(value)] : [];
  });
  const own = page.addresses.map(addressKey);
  if (said.some((address) => own.includes(address))) return 3;
  const headlines = [thing.headline, thing.name].flatMap((one) => (typeof one === 'string' ? [headlineKey(one)] : []));
  const known = page.headlines.map(headlineKey).filter((headline) => headline !== '');
  const isNamed = headlines.some(
    (one) => one.length > 8 && known.some((headline) => headline.includes(one) || one.includes(headline)),
  );
  if (isNamed) return 2;
  // An address of the site's front, or none at all, says nothing.
  if (said.every((address) => !address.includes('/'))) return 1;
  return own.length > 0 ? -1 : 0;
}

const addressKey = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/[?&](?:utm_\w+|fbclid|gclid)=[^&]*/g, '')
    .replace(/\/(?:amp\/?)?$/, '');

const headlineKey = (headline: string): string =>
  (plainWords(headline) ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
