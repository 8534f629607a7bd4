import { addressInside, isArchive } from '../corpus/original-address.ts';
import { domainOf } from '../corpus/outlets.ts';

/** What follows a reader around and names no other page: https://en.wikipedia.org/wiki/UTM_parameters and the like. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|cmpid|ocid|smid)$/i;

/** An address without its fragment and what only tells where the reader came from. */
export function withoutTracking(address: string): string {
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Pages that send on to the address in their query: google.com/url?url=…, l.facebook.com/l.php?u=…, bing.com/news/apiclick.aspx?url=…. */
const SENDS_ON = /\/(?:url|l\.php|apiclick\.aspx|redirect|redir|out|click|away\.php)\/?$/i;

/** A cache of pages made for phones: "news-example-org.cdn.ampproject.org/c/s/news.example.org/a", "google.com/amp/s/news.example.org/a". */
const AMP_CACHE =
  /^https:\/\/(?:[^/]+\.cdn\.ampproject\.org\/[a-z]\/(s\/)?|(?:www\.)?google\.[a-z.]+\/amp\/(s\/)?)([^/]+\.[^/]+\/.*)$/i;

/** The address that another only sends on to, or is a cache's copy of; else the address itself. */
export function withoutRedirect(address: string): string {
  const [, cached, shown, path] = AMP_CACHE.exec(address) ?? [];
  if (path !== undefined) return `${cached || shown ? 'https' : 'http'}://${path}`;
  const { pathname, searchParams } = new URL(address);
  if (!SENDS_ON.test(pathname)) return address;
  const to = ['url', 'u', 'q', 'to', 'target'].flatMap((name) => searchParams.get(name) ?? []);
  return to.find((one) => /^https?:\/\/[^/]+\//i.test(one) && URL.canParse(one)) ?? address;
}

export interface PageAddress {
  readonly url: string;
  readonly archivedUrl: string | null;
  /** The address on another site that the page says is its own: who it has the text from, or says so. */
  readonly claimed: string | null;
}

/**
 * The address that a fetched page goes by: what it says of itself, but only where that is on the same site (any page may
 * claim to be another's) and no front page, else where it was found. A copy in a web archive goes by the address it was made
 * of, which its own address holds, or, of a short one, the address that it gives as its own.
 */
export function canonicalUrl(found: string, stated: string | null): PageAddress {
  const foundAt = withoutRedirect(found);
  const inside =
    addressInside(foundAt) ??
    (isArchive(foundAt) && stated !== null ? (addressInside(stated) ?? elsewhere(stated)) : null);
  const at = inside ?? foundAt;
  const own = stated !== null && addressInside(stated) !== null ? null : stated;
  const isOwn = own !== null && sameSite(own, at) && !isFrontPage(own);
  const isForeign = own !== null && !sameSite(own, at) && !isFrontPage(own);
  return {
    url: withoutTracking(isOwn ? own : at),
    archivedUrl: at === foundAt ? null : foundAt,
    claimed: isForeign ? withoutTracking(own) : null,
  };
}

const elsewhere = (url: string): string | null => (isArchive(url) ? null : url);

const isFrontPage = (url: string): boolean => new URL(url).pathname === '/' && new URL(url).search === '';

/** An address as it is compared: the same page, whether with "www.", https or a slash at its end. */
export const bareUrl = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

/** All addresses of which `bareUrl` is the same. */
export const sameUrls = (url: string): string[] =>
  ['https://', 'https://www.', 'http://', 'http://www.'].flatMap((start) =>
    ['', '/'].map((end) => `${start}${bareUrl(url)}${end}`),
  );

/** One domain, or one within the other: "amp.example.org" and "example.org". */
function sameSite(one: string, other: string): boolean {
  const a = domainOf(one);
  const b = domainOf(other);
  return a !== null && b !== null && (a === b || a.endsWith(`.${b}`) || (b.endsWith(`.${a}`) && a.includes('.')));
}
