import type { AskedQuestion } from '../questions/question.ts';
import { POSTS } from '../reading/roles/posts.ts';
import { citationIdIn } from './citation-ids.ts';
import type { MetQuestion, Period, Question, QuoteQuestion } from './question.ts';

/*
 * Questions in plain words that one of the commands answers better than sentences do: those about the bot itself, those that put
 * a quotation to the test, those that want a picture, and those that name nothing but parties, a time and a place.
 */

/** Words about the bot and its archive, and none about the news. */
const ABOUT_US = new Set(
  `bot bots readout chatgpt gpt ai robot human machine person name work works working use used using new commands command help do
  does can able ability abilities feature features function functions capable know knows question questions answer answers things
  look up only lookup start started begin instructions manual tutorial usage made built creator author who what how hello hi here
  archive database collection library held hold holds hand stock contain contains cover covers there total far together`.split(
    /\s+/,
  ),
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

/** An address and nothing else, with Discord's angle brackets or without. */
const ADDRESS = /^<?(https?:\/\/[^\s<>]+)>?$/i;

/** The question about the bot or in its own notation that the words are, read without the archive; null for one about the news. */
export function plainCommand(typed: string): Question | null {
  const words = typed.replace(/\s+/gu, ' ').trim();
  if (words === '' || GREETING.test(words)) return { command: 'help', after: 'greeting' };
  if (HELP.test(words)) return { command: 'help' };
  const address = ADDRESS.exec(words)?.[1];
  if (address) return { command: 'article', article: address };
  const id =
    /\d/.test(ID.exec(words)?.[0] ?? '') && words.split(' ').length <= 6
      ? citationIdIn(ID.exec(words)?.[0] ?? '')
      : null;
  if (id) return { command: 'cite', id };
  if (SEARCH_SYNTAX.test(words)) return { command: 'search', text: words };
  return null;
}

/** The command that answers a question which has been taken apart; null where sentences do. */
export function commandMeant(question: AskedQuestion): Question | null {
  return (
    aboutUs(question) ??
    verifying(question) ??
    picture(question) ??
    comparing(question) ??
    summary(question) ??
    search(question)
  );
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
  const who =
    links.find((link) => link.is === 'actors' && (words[link.end - 1]?.end ?? 0) <= Math.max(at, 0)) ??
    links.find((link) => link.is === 'actors' && (words[link.first]?.start ?? 0) >= at + tested.length);
  const name = who && text.slice(words[who.first]?.start, words[who.end - 1]?.end).replace(/['’]s$/u, '');
  return { command: 'verify', words: tested.replace(/[?.!]+$/u, ''), ...(name && { who: name }) };
}

const COMPARING =
  /\bcompar(?:e|es|ed|ing|ison)\b|\bhow (?:do|does|did|have|has) (?:the )?(?:different )?(?:media|outlets|press|newspapers|papers)\b/i;

/** "Compare how the outlets report the talks": what each outlet says of one event. */
function comparing(question: AskedQuestion): Question | null {
  if (question.command !== null || !COMPARING.test(question.text)) return null;
  const about = topicOf(question, ({ base }) => !COMPARED.test(base));
  return about === '' ? null : { command: 'compare', about, ...periodOf(question) };
}

/** Words that ask for a comparison and say nothing of what is compared. */
const COMPARED =
  /^(?:compar\w*|media|outlets?|press|newspapers?|papers?|cover(?:s|ed)?|report(?:s|ed)?|tell|told|each|different)$/;
const MET = /^(?:met|meet|meets|meetings?)$/;

/** The words of the question's topic as typed, from the first to the last that `isTopic`, without a time. */
function topicOf(
  { text, words, dates }: AskedQuestion,
  isTopic: (word: AskedQuestion['words'][number]) => boolean,
): string {
  const topic = words.filter((word) => word.unit !== null && isTopic(word));
  const [first, last] = [topic[0], topic.at(-1)];
  if (!first || !last) return '';
  const whole = text.slice(first.start, last.end);
  return dates.length === 0 ? whole : topic.map(({ start, end }) => text.slice(start, end)).join(' ');
}

const NETWORK =
  /\b(?:network|social graph|graph|web)\b(?: of meetings)?(?:\s+(?:of|around|for|about|between)\b)?|\bwho (?:has )?met whom\b/i;
const DRAW = /\b(?:draw|picture|plot|graph|network|chart|map|diagram|timeline|chronology)\b/i;
const TIMELINE = /\b(?:time ?line|chronology)\b(?:\s+(?:of|for|about|on|around)\b)?/i;

function picture(question: AskedQuestion): Question | null {
  const { text, units, command } = question;
  if (command === 'network' || command === 'timeline') {
    const about = units.map(({ text: unit }) => unit).join(' ');
    if (command === 'timeline') return { command, about, ...periodOf(question) };
    return { command, ...(about && { person: about }), ...periodOf(question) };
  }
  if (!DRAW.test(text)) return null;
  const rest = (taken: RegExp) => {
    const match = taken.exec(text);
    if (!match) return '';
    const isTaken = (start: number) => start >= match.index && start < match.index + match[0].length;
    return topicOf(question, ({ base, start }) => !isTaken(start) && !DRAW.test(base) && !MET.test(base));
  };
  if (NETWORK.test(text) && !/\b(?:tv|television|news) network\b/i.test(text)) {
    const person = rest(NETWORK);
    return { command: 'network', ...(person && { person }), ...periodOf(question) };
  }
  return TIMELINE.test(text) ? { command: 'timeline', about: rest(TIMELINE), ...periodOf(question) } : null;
}

/** "What happened in March 2022?", "summarise Mosul": a time or a bare topic. A longer question is answered by its own sentences. */
function summary({ wanted, units, command, ...question }: AskedQuestion): Question | null {
  if (command !== 'summary' && !wanted.summary) return null;
  const about = units
    .filter(
      ({ text }) =>
        !/^(?:happen(?:ed|s)?|say|says|said|done|do|did|tell|tells|background|short|long|brief|main|points)$/.test(
          text,
        ),
    )
    .map(({ text }) => text);
  const period = periodOf(question);
  if (about.length > MOST_TOPIC_WORDS || (about.length === 0 && question.dates.length === 0)) return null;
  const length = (['short', 'long'] as const).find((one) => new RegExp(`\\b${one}\\b`, 'i').test(question.text));
  return { command: 'summary', about: about.join(' '), ...(length && { length }), ...period };
}

const MOST_TOPIC_WORDS = 2;

/** "Which articles mention the Agency?": the articles themselves. */
function search({ text, units, command }: AskedQuestion): Question | null {
  if (
    command !== null ||
    !/\b(?:articles?|stories|pieces)\b.*\b(?:mention|contain|have the words?)|^(?:please )?search\b/i.test(text)
  )
    return null;
  const words = units
    .filter(({ text: unit }) => !/^(?:mention|contain|search|word)/.test(unit))
    .map(({ text: unit }) => unit);
  return words.length > 0 ? { command: 'search', text: words.join(' ') } : null;
}

/** The time that a question names, as commands take it. */
export function periodOf({ dates }: Pick<AskedQuestion, 'dates'>): Period {
  const [first, second] = dates;
  if (!first) return {};
  if (first.relation === 'since')
    return { since: first.value.includes('/') ? first.from : first.value, ...(second && { until: second.to }) };
  if (first.relation === 'before') return { until: first.to };
  const whole = !second && !first.value.includes('/');
  return whole ? { since: first.value, until: first.value } : { since: first.from, until: second?.to ?? first.to };
}

const MEETING_WORDS =
  /^(?:met|meets?|meetings?|talks?|talked|summits?|visit(?:s|ed|ing)?|hosted|received?|sit|sat|down|see|saw|session|sessions|hold|held|took|take|part|attend(?:ed|s)?|participat\w+|negotiations?|delegations?|discuss(?:ed|ions?)?|spoke|speak|spoken|person|face|led|headed|represented|chaired|planned|plan|plans|upcoming|scheduled|place|bilateral|together|deal|encounters?|list|names?|everyone|people|whom?|meeting|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/;
/** In the order in which JavaScript counts them. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const ASKS_NAMES = /\bwho (?:led|headed|represented|chaired)\b|\b(?:names?|named)\b|\bwho were the\b/i;

/** A question for facts, and what of it they say nothing of by themselves. */
export interface FactsMeant {
  readonly question: MetQuestion | QuoteQuestion;
  readonly topic: string;
}

/** The facts that a question names: parties, a time, a place and the kind of fact; and the topic that is left over. */
export function factsMeant(question: AskedQuestion): FactsMeant | null {
  const { wanted, command } = question;
  if (command === 'met' || (wanted.meeting && !(wanted.words && command !== null))) return meetingsMeant(question);
  return command === 'quote' || wanted.words ? quotationsMeant(question) : null;
}

interface NamedIn {
  readonly typed: string;
  readonly before: string;
  readonly isCountry: boolean;
}

/** The parties named, in order, and the words that belong to none of them. */
function namedIn({ text, words, links, units }: AskedQuestion, isIdle: (word: string) => boolean) {
  const named: NamedIn[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const link = links.find(({ first, end }) => first <= at && at < end);
    if (link && link.is !== 'outlet') {
      const [first, last] = [words[link.first], words[link.end - 1]];
      if (!first || !last) continue;
      const typed = text.slice(first.start, last.end).replace(/['’]s$/u, '');
      named.push({ typed, before: text.slice(0, first.start), isCountry: link.is === 'country' });
      at = link.end - 1;
    } else if (word && word.unit !== null && !isIdle(word.base)) {
      // A word that no article has is a name, mistyped.
      const isUnknownName =
        units.some((unit) => unit.text === word.meant || unit.text === word.base) && word.documents === 0;
      if (isUnknownName)
        named.push({ typed: text.slice(word.start, word.end), before: text.slice(0, word.start), isCountry: false });
      else rest.push(text.slice(word.start, word.end));
    }
  }
  return { named, rest: rest.join(' ') };
}

function meetingsMeant(question: AskedQuestion): FactsMeant | null {
  const { text } = question;
  const { named, rest: left } = namedIn(question, (word) => MEETING_WORDS.test(word));
  // "Lee and the Omani ambassador": a post is a party.
  const isPost = named.length > 0 && POSTS.has(left.split(' ').at(-1)?.toLowerCase() ?? '');
  const [state] = isPost && named.at(-1)?.isCountry ? named.splice(-1) : [];
  if (isPost) named.push({ typed: [state?.typed, left].filter(Boolean).join(' '), before: '', isCountry: false });
  const rest = isPost ? '' : left;
  const places = named.filter(({ isCountry, before }) => isCountry && /\b(?:in|at|to)\s+(?:the\s+)?$/i.test(before));
  const [person, other, third] = named.filter((one) => !places.includes(one)).map(({ typed }) => typed);
  const [place] = places;
  const isPlanned = /\b(?:planned|plan|plans|upcoming|scheduled|next)\b/i.test(text);
  if (third || (!person && !place && question.dates.length === 0 && !isPlanned)) return null;
  const weekday = WEEKDAYS.findIndex((day) => new RegExp(`\\b${day}\\b`, 'i').test(text));
  const asked: MetQuestion = {
    command: 'met',
    ...(person && { person }),
    ...(other && { with: other }),
    ...(place && { place: place.typed }),
    ...(weekday >= 0 && question.dates.length === 0 && { weekday }),
    ...(isPlanned && { status: 'planned' as const }),
    ...(ASKS_NAMES.test(text) && { names: true as const }),
    ...(rest && { topic: rest }),
    ...(/\b(?:discuss(?:ed)?|talk(?:ed)? about|what .* about)\b/i.test(text) && { inFull: true as const }),
    ...periodOf(question),
  };
  return { question: asked, topic: rest };
}

const QUOTING_WORDS =
  /^(?:say|says|said|told|tell|words?|remarks?|statements?|comment(?:s|ed)?|tweets?|tweeted|line|call(?:ed)?|spoken|spoke|own|direct|mr|mrs|ms|stated?|report(?:ed)?|claim(?:ed|s)?|describe[sd]?|think|thinks)$/;

function quotationsMeant(question: AskedQuestion): FactsMeant | null {
  const { named, rest } = namedIn(question, (word) => QUOTING_WORDS.test(word));
  const [speaker, ...others] = named;
  if (!speaker || /\b(?:about|on|to|of|against)\s+(?:the\s+)?$/i.test(speaker.before)) return null;
  const about = [...others.map(({ typed }) => typed), rest].filter(Boolean).join(' ');
  const reported = /\b(?:say|said|says|tell|told|comment|state|stated)\b/i.test(question.text);
  const asked: QuoteQuestion = {
    command: 'quote',
    who: speaker.typed,
    ...(about && { about }),
    ...(reported && { reported: true as const }),
    ...periodOf(question),
  };
  return { question: asked, topic: about };
}
