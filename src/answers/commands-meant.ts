import type { AskedQuestion } from '../questions/question.ts';
import { citationIdIn } from './citation-ids.ts';
import type { MetQuestion, Period, Question } from './question.ts';

/*
 * Questions in plain words that one of the commands answers better than sentences do: those about the bot itself, those that put
 * a quotation to the test, those that want a picture, and those that name nothing but parties, a time and a place.
 */

/** Words about the bot and its archive, and none about the news. */
const ABOUT_US = new Set(
  `bot bots readout chatgpt gpt ai robot human machine person name work works working use used using new commands command help do
  does can able ability abilities feature features function functions capable know knows question questions answer answers things
  look up only lookup start started begin instructions manual tutorial usage made built creator author who what how hello hi here
  archive database collection library held hold holds hand stock contain contains cover covers there total far together`.split(/\s+/),
);
const OUR_ARTICLES = /\b(?:articles?|pieces?|stories|texts?|documents?|items|reports)\b/i;
const OUR_OUTLETS = /\b(?:outlets?|sources|newspapers?|papers|publications?|media|sites|websites)\b/i;
const OUR_PEOPLE = /\b(?:who|people|persons|names)\b.*\b(?:in here|in (?:the|your) archive|do you know|you have)\b/i;
const YOU = /\b(?:you|your|u|ur|here|archive|bot|guys|this thing|it)\b/i;
const GREETING =
  /^(?:hi|hey|hello|hallo|hiya|salut|salaam|salam|bonjour|hola|привет|здравствуйте|مرحبا|good (?:morning|evening|afternoon|day)|thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|merci|danke|gracias|спасибо|شكرا|ok(?:ay)?|cool|great|nice|yo|ping|test)(?: (?:there|bot|readout|all|everybody|everyone|guys))*[\s!.,?]*$/iu;
const HELP = /^(?:\/?help|hilfe|aide|ayuda|помощь|مساعدة|\?+)[\s!.?]*$/iu;
const ID = /\b[0-9a-z]{4}[\s\-‐‑–—]?[0-9a-z]{6}[\s\-‐‑–—]?[0-9a-z]{2}\b/i;
const SEARCH_SYNTAX = /(?:^|\s)-?(?:by|kind|from|to|person):[\p{L}\p{N}"“]|\s-["“\p{L}]|\S OR \S/u;

/** The question about the bot or in its own notation that the words are, read without the archive; null for one about the news. */
export function plainCommand(typed: string): Question | null {
  const words = typed.replace(/\s+/gu, ' ').trim();
  if (words === '' || GREETING.test(words)) return { command: 'help', after: 'greeting' };
  if (HELP.test(words)) return { command: 'help' };
  const id = /\d/.test(ID.exec(words)?.[0] ?? '') && words.split(' ').length <= 6 ? citationIdIn(ID.exec(words)?.[0] ?? '') : null;
  if (id) return { command: 'cite', id };
  if (SEARCH_SYNTAX.test(words)) return { command: 'search', text: words };
  return null;
}

/** The command that answers a question which has been taken apart; null where sentences do. */
export function commandMeant(question: AskedQuestion): Question | null {
  return aboutUs(question) ?? verifying(question) ?? picture(question);
}

function aboutUs({ text, units, words, links }: AskedQuestion): Question | null {
  const isOurs = units.every(({ text: unit }) => ABOUT_US.has(unit)) && links.length === 0;
  if (!isOurs || words.length === 0 || !(YOU.test(text) || units.length > 0)) return null;
  if (OUR_ARTICLES.test(text) || OUR_OUTLETS.test(text) || OUR_PEOPLE.test(text)) return { command: 'sources' };
  return units.length > 0 || YOU.test(text) ? { command: 'help' } : null;
}

/** "Did X really say “…”?", "is this real: X: “…”": words between marks or after a colon, put to the test. */
function verifying({ text, quoted, wanted, links, words, command }: AskedQuestion): Question | null {
  if (command !== 'verify' && !(wanted.check && quoted.length > 0)) return null;
  if (command !== 'verify' && /^\s*(?:and |so )?who\b/i.test(text)) return null;
  const afterColon = /:\s*(\S.*)$/su.exec(text)?.[1];
  const tested = quoted.toSorted((a, b) => b.length - a.length)[0] ?? afterColon ?? text;
  const at = text.indexOf(tested);
  const who = links.find((link) => link.is === 'actors' && (words[link.end - 1]?.end ?? 0) <= Math.max(at, 0)) ?? links.find((link) => link.is === 'actors' && (words[link.first]?.start ?? 0) >= at + tested.length);
  const name = who && text.slice(words[who.first]?.start, words[who.end - 1]?.end).replace(/['’]s$/u, '');
  return { command: 'verify', words: tested.replace(/[?.!]+$/u, ''), ...(name && { who: name }) };
}

const NETWORK = /\b(?:network|social graph|graph|web)\b(?: of meetings)?(?:\s+(?:of|around|for|about|between)\b)?|\bwho (?:has )?met whom\b/i;
const DRAW = /\b(?:draw|picture|plot|graph|network|chart|map|diagram|timeline|chronology)\b/i;
const TIMELINE = /\b(?:time ?line|chronology)\b(?:\s+(?:of|for|about|on|around)\b)?/i;

function picture(question: AskedQuestion): Question | null {
  const { text, units, words } = question;
  if (!DRAW.test(text)) return null;
  const rest = (taken: RegExp) => {
    const match = taken.exec(text);
    return units.length === 0 || !match
      ? ''
      : words
          .filter(({ unit, start }) => unit !== null && !(start >= match.index && start < match.index + match[0].length))
          .filter(({ base }) => !DRAW.test(base))
          .map(({ start, end }) => text.slice(start, end))
          .join(' ');
  };
  if (NETWORK.test(text) && !/\b(?:tv|television|news) network\b/i.test(text)) {
    const person = rest(NETWORK);
    return { command: 'network', ...(person && { person }), ...periodOf(question) };
  }
  return TIMELINE.test(text) ? { command: 'timeline', about: rest(TIMELINE), ...periodOf(question) } : null;
}

/** The time that a question names, as commands take it. */
export function periodOf({ dates }: AskedQuestion): Period {
  const [first, second] = dates;
  if (!first) return {};
  if (first.relation === 'since') return { since: first.from, ...(second && { until: second.to }) };
  if (first.relation === 'before') return { until: first.to };
  const whole = !second && !first.value.includes('/');
  return whole ? { since: first.value, until: first.value } : { since: first.from, until: second?.to ?? first.to };
}

const MEETING_WORDS =
  /^(?:met|meets?|meetings?|talks?|talked|summits?|visit(?:s|ed|ing)?|hosted|received?|sit|sat|down|see|saw|session|sessions|hold|held|took|take|part|attend(?:ed|s)?|participat\w+|negotiations?|delegations?|discuss(?:ed|ions?)?|spoke|speak|spoken|person|face|led|headed|represented|chaired|planned|plan|plans|upcoming|scheduled|place|bilateral|together|deal|encounters?|list|names?|leader|leaders|everyone|people|whom?)$/;
const ASKS_NAMES = /\bwho (?:led|headed|represented|chaired)\b|\b(?:names?|named)\b|\bwho were the\b/i;

/** Facts that answer a question by themselves: it names parties, a time, a place and the kind of fact, and nothing else. */
export function factsMeant(question: AskedQuestion): MetQuestion | null {
  const { text, words, links, wanted, command } = question;
  if (!wanted.meeting || (wanted.words && command !== 'met')) return null;
  const parties: string[] = [];
  let place: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const link = links.find(({ first, end }) => first <= at && at < end);
    if (link && link.is !== 'outlet') {
      const [first, last] = [words[link.first], words[link.end - 1]];
      if (!first || !last) continue;
      const typed = text.slice(first.start, last.end).replace(/['’]s$/u, '');
      const before = text.slice(0, first.start);
      if (link.is === 'country' && /\b(?:in|at|to)\s+(?:the\s+)?$/i.test(before)) place ??= typed;
      else parties.push(typed);
      at = link.end - 1;
    } else if (word && word.unit !== null && !MEETING_WORDS.test(word.base)) return null;
  }
  const [person, other, third] = parties;
  if (third || (!person && !place && question.dates.length === 0)) return null;
  return {
    command: 'met',
    ...(person && { person }),
    ...(other && { with: other }),
    ...(place && { place }),
    ...(/\b(?:planned|plan|plans|upcoming|scheduled|will|next)\b/i.test(text) && { status: 'planned' as const }),
    ...(ASKS_NAMES.test(text) && { names: true as const }),
    ...periodOf(question),
  };
}
