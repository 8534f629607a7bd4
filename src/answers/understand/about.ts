import type { Archive } from '../../archive/archive.ts';
import type { Day } from '../../text/edtf.ts';
import { citationIdIn } from '../citation-ids.ts';
import { timeAsked } from './periods.ts';
import { bareWords } from './question-words.ts';
import type { Understood } from './understood.ts';

/** "network of Hill since 2015", "draw a graph of who met whom", "Hill" after the command itself. */
export async function networking(words: string, _archive: Archive, today: Day): Promise<Understood> {
  const { period, rest, assumed } = timeAsked(words, today);
  const person = bareWords(
    rest
      .replace(NETWORK_WORDS, '')
      .replace(/\bwho (?:has |have )?met (?:whom?|each other)\b/i, '')
      .replace(/['’]s (?:network|graph)$/i, ''),
  );
  return { question: { command: 'network', ...(person && { person }), ...period }, assumed };
}

/** "timeline of the gas talks since 2015". */
export async function timelining(words: string, _archive: Archive, today: Day): Promise<Understood> {
  const { period, rest, assumed } = timeAsked(words, today);
  return { question: { command: 'timeline', about: bareTopic(rest.replace(TIMELINE_WORDS, '')), ...period }, assumed };
}

/** "compare how outlets tell the talks in Oslo", "how do the outlets report the talks?" */
export async function comparing(words: string, _archive: Archive, today: Day): Promise<Understood> {
  const { period, rest, assumed } = timeAsked(words, today);
  return { question: { command: 'compare', about: bareTopic(rest.replace(COMPARE_WORDS, '')), ...period }, assumed };
}

/** "cite K7QF-2M9PXA-3T", or the id alone. */
export async function citing(words: string): Promise<Understood> {
  const id = citationIdIn(words.replace(CITE_WORDS, '').replace(/[.?!]+$/, ''));
  return { question: { command: 'cite', id: id ?? words }, assumed: [] };
}

const ID = String.raw`[0-9a-z]{4}[\s\-‐‑–—]?[0-9a-z]{6}[\s\-‐‑–—]?[0-9a-z]{2}`;
export const CITE_WORDS =
  /^(?:please )?(?:cite|(?:show|open|find|what is) (?:the )?(?:citation|reference|receipt))(?: (?:with (?:the )?)?id)?:?\s+/i;
/** Words of that many letters exist: an id by itself has a digit, and its dashes. */
export const CITATION = new RegExp(
  `(?:${CITE_WORDS.source})${ID}[.?!]?$|^(?=.*\\d)[0-9a-z]{4}-[0-9a-z]{6}-[0-9a-z]{2}$`,
  'i',
);

const OUTLETS = `(?:the )?(?:different |various |several |other )?(?:outlets?|newspapers?|papers?|media|press|sources|articles)`;
const REPORT_VERBS = `(?:tell|told|tells|report|reports|reported|cover|covers|covered|describe|describes|described|present|presents|say|said|says|write|writes|wrote)`;
export const COMPARE_WORDS = new RegExp(
  String.raw`^(?:please )?(?:compare\b(?: (?:how|what))?|how (?:do|does|did)(?= ${OUTLETS}))(?: ${OUTLETS}\b)?(?:(?: ${REPORT_VERBS}\b)(?: (?:of|about|on)\b)?| (?:on|about|of)\b)?\s*`,
  'i',
);

const SHOW = String.raw`^(?:please )?(?:(?:show|draw|give|make|plot)(?: me| us)?\s+)?(?:an? |the )?`;
export const NETWORK_WORDS = new RegExp(
  `${SHOW}(?:(?:network|social graph|graph|web)\\b|picture of who met\\b.*?)(?: of meetings)?(?:\\s+(?:of|around|for|about|between)\\b)?\\s*`,
  'i',
);
export const TIMELINE_WORDS = new RegExp(
  `${SHOW}(?:time ?line|chronology)\\b(?:\\s+(?:of|for|about|on|around)\\b)?\\s*`,
  'i',
);

const bareTopic = (words: string): string => bareWords(words).replace(/^the\s+/i, '');
