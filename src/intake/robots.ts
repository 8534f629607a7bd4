import parser from 'robots-parser';
import { type FetchOptions, fetchPage, NotFetched, USER_AGENT } from './fetch-page.ts';

/** What a site lets programs fetch. */
export interface Robots {
  mayFetch(url: string): Promise<boolean>;
  /** How long the site wants us to wait between pages, in milliseconds; null where it says nothing. */
  delay(url: string): Promise<number | null>;
}

const KEPT_FOR = 24 * 3_600_000;
const NAME = USER_AGENT.split('/')[0] ?? '';
/** Nobody waits longer than this between two pages, whatever a site says. */
const LONGEST_DELAY = 30_000;

// Its types say that the function is the module's `default`; what Node imports is the function itself.
const robotsParser = parser as unknown as typeof parser.default;
type Rules = ReturnType<typeof robotsParser>;

/**
 * Asks each site's robots.txt once a day. Where there is none, all is allowed; where the site is in trouble, nothing is,
 * until it answers (RFC 9309, 2.3.1).
 */
export function openRobots(options: FetchOptions): Robots {
  const known = new Map<string, { rules: Promise<Rules>; until: number }>();
  const rulesFor = (url: string): Promise<Rules> => {
    const { origin } = new URL(url);
    const before = known.get(origin);
    if (before && before.until > Date.now()) return before.rules;
    const rules = fetchRules(`${origin}/robots.txt`, options);
    known.set(origin, { rules, until: Date.now() + KEPT_FOR });
    rules.catch(() => known.delete(origin)); // Asked again the next time; whoever asked now hears of it.
    return rules;
  };
  return {
    mayFetch: async (url) => (await rulesFor(url)).isAllowed(url, NAME) ?? true,
    async delay(url) {
      const seconds = (await rulesFor(url)).getCrawlDelay(NAME);
      return seconds === undefined ? null : Math.min(seconds * 1000, LONGEST_DELAY);
    },
  };
}

async function fetchRules(url: string, options: FetchOptions): Promise<Rules> {
  try {
    const { bytes } = await fetchPage(url, { ...options, types: /./ });
    return robotsParser(url, new TextDecoder().decode(bytes.subarray(0, 500_000)));
  } catch (error) {
    const none = error instanceof NotFetched && error.status !== null && error.status >= 400 && error.status < 500;
    if (none) return robotsParser(url, '');
    throw error;
  }
}
