/** Hosts whose pages are copies of other sites' pages. */
const ARCHIVES =
  /^(?:web\.archive\.org|archive\.(?:ph|today|is|li|vn|md|fo)|ghostarchive\.org|webcitation\.org|perma\.cc|arquivo\.pt|wayback\.\S+|webarchive\.\S+)$/;

/** Is it an archive's address, and its page a copy of another's? */
export const isArchive = (url: string): boolean =>
  URL.canParse(url) && ARCHIVES.test(new URL(url).hostname.replace(/^www\./, ''));

/**
 * The address that an archive's address holds: "https://web.archive.org/web/2021…/https://example.org/a",
 * "https://archive.ph/2021.04.05-1200/https://example.org/a", without a scheme too; null where it holds none.
 */
export function addressInside(url: string): string | null {
  if (!isArchive(url)) return null;
  const whole = /^https?:\/\/[^/]+\/.*?(https?:\/{1,2}[^/].*)$/.exec(url)?.[1]?.replace(/^(https?:)\/+/, '$1//');
  if (whole && URL.canParse(whole)) return whole;
  const bare = /^https?:\/\/[^/]+\/(?:web\/)?\d[\d.-]{3,}(?:[a-z]{2}_)?\/([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/.*)?)$/i.exec(
    url,
  )?.[1];
  return bare && URL.canParse(`http://${bare}`) ? `http://${bare}` : null;
}
