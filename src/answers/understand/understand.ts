import type { Archive } from '../../archive/archive.ts';
import type { Day } from '../../text/edtf.ts';
import { foldName } from '../../text/spelling.ts';
import { resolveParty } from '../find/parties.ts';
import type { MetQuestion, Question } from '../question.ts';
import {
  CITATION,
  COMPARE_WORDS,
  citing,
  comparing,
  NETWORK_WORDS,
  networking,
  TIMELINE_WORDS,
  timelining,
} from './about.ts';
import { timeAsked } from './periods.ts';
import { bareWords, namesIn, quotedWords, topicIn } from './question-words.ts';
import type { Understood } from './understood.ts';

type Reader = (words: string, archive: Archive, today: Day) => Promise<Understood>;

/** Which question it is, by its words, the first that fits; with each rule a question it exists for. */
const INTENTS: readonly (readonly [RegExp, Reader])[] = [
  // "is this real: Hill: “We will pay”" · "did Hill really say “We will pay”?" · "check this quote: …"
  [
    /\b(?:is|was) (?:this|that|it|the (?:quote|quotation)) (?:quote |quotation )?(?:real|true|genuine|verbatim|right|correct|accurate|authentic)\b/i,
    verifying,
  ],
  [/^(?:please )?(?:verify|fact-?check|check)\b/i, verifying],
  [/\bdid .{2,60}? (?:really |actually |ever )?say\b.*["“«:]/i, verifying],
  // "network of Hill" · "draw a timeline of the gas talks"
  [NETWORK_WORDS, networking],
  [TIMELINE_WORDS, timelining],
  // "cite K7QF-2M9PXA-3T"
  [CITATION, citing],
  // "compare how outlets tell the talks in Oslo"
  [COMPARE_WORDS, comparing],
  // "who said moral outrage?"
  [/^(?:and |so )?who (?:has )?(?:said|says|called|used the (?:words?|phrase))\b/i, whoSaid],
  // "summarise the talks in Oslo" · "what happened in March 2022?" · "what do the articles say about gas?"
  [
    /^(?:please )?(?:(?:give|write|show) (?:me |us )?)?(?:an? |the )?(?:short |long |brief )?(?:summari[sz]e|summary|sum up|overview|brief me|tell (?:me|us) about|what happened)\b/i,
    summarising,
  ],
  [
    /\bwhat (?:do|does|did) (?:the |your |these |all )*(?:articles?|archive|sources|outlets|news|press|papers)\b.*\b(?:say|tell|report|write)\b/i,
    summarising,
  ],
  // "what has she said and done?"
  [/\b(?:said and done|done and said|been doing|done)\b/i, summarising],
  // "what did the ministry say about gas?" before "met": "what did she say at the meeting?"
  [/\b(?:what|did|has|have|anything|everything)\b.*\b(?:say|said|says|tell|told|comment|state|stated)\b/i, quoting],
  [
    /^(?:please )?(?:give me |show me |find |any |all )*(?:the )?(?:direct |verbatim )?(?:quotes?|quotations?|statements?|words)\b/i,
    quoting,
  ],
  [/['’]s (?:quotes?|quotations?|words|statements?)\b/i, quoting],
  // "talks by:sputnik from:2015": the search field's own syntax
  [/(?:^|\s)-?(?:by|kind|from|to|person):[\p{L}\p{N}"“]/iu, searching],
  // "who met Hill?" · "when was the meeting in Oslo?" · "what did Hill and Moe talk about?" · "who led the Omani delegation?"
  [
    /\b(?:met|meet|meets|meeting|meetings|talks|negotiations?|summits?|delegations?|visit|visits|visited|hosted|received|session|sessions|sat down)\b/i,
    meeting,
  ],
  [
    /\b(?:discuss|discussed|talk about|talked about|speak about|spoke about|talk|talked|spoke with|represented)\b/i,
    meeting,
  ],
  [/\b(?:attended|took part|participated)\b/i, meeting],
  [/^what (?:is|was) planned\b/i, meeting],
  // "which outlets are there?"
  [
    /^(?:(?:which|what|list|show)\b.*)?\b(?:sources|outlets)\b(?:.*\b(?:have|are|archive|there)\b.*)?\??$/i,
    () => plainly({ command: 'sources' }),
  ],
  // "find articles on grain"
  [/^(?:please )?(?:search|find|look up|which articles|what articles|articles)\b/i, searching],
  // "gas -oil" · "gas OR oil"
  [/\s-["“\p{L}]|\S OR \S/u, searching],
  // "who is Hill?" · "what is known about gas?"
  [/\b(?:summari[sz]e|summary|what do you know|what is known|who is|who was|what has|explain)\b/i, summarising],
  // "how many fighters are left?" · "did they buy the ships?": the passages that may answer
  [/^(?:how|why|when|where|did|does|do|is|are|was|were|has|have|which|what|will)\b.*\w/i, passages],
];

const GREETING =
  /^(?:hi|hey|hello|hallo|salut|salaam|salam|good (?:morning|evening|afternoon|day)|thanks?(?: you)?|thx|ok|yo|ping|test)(?: (?:there|bot|readout|all|everybody|everyone))?[\s!.?]*$/i;
const HELP =
  /^(?:help|\?+|what can (?:you|i|one) (?:do|ask).*|how do(?:es)? (?:you|this|it) work.*|who are you.*|what are you.*)$/i;
const OPENING = /^(?:(?:hey|hi|hello|please|pls|ok|so|and|well|also|bot|readout)\b[,!\s]*)+/i;
const ASKING = /^(?:can|could|would|will) you (?:please )?(?:tell|show|give|find)(?: me| us)?\s+/i;

/** Understands a question in plain words as one of the commands. Never fails: what asks for nothing is answered by a pointer. */
export async function understand(words: string, archive: Archive, today: Day): Promise<Understood> {
  const typed = words.replace(/\s+/gu, ' ').trim();
  if (typed === '' || GREETING.test(typed)) return plainly({ command: 'help', after: 'greeting' });
  if (HELP.test(typed)) return plainly({ command: 'help' });
  const asked = typed.replace(OPENING, '').replace(ASKING, '');
  const intent = INTENTS.find(([pattern]) => pattern.test(asked));
  return intent ? intent[1](asked, archive, today) : unsaid(asked, archive, today);
}

/** Understands what stands after a command, as in "/quote Hill on gas". */
export function understandAs(command: keyof typeof READERS, words: string, archive: Archive, today: Day) {
  return READERS[command](words, archive, today);
}

const READERS = {
  met: meeting,
  quote: quoting,
  summary: summarising,
  verify: verifying,
  network: networking,
  timeline: timelining,
  compare: comparing,
};

/** Are the words after this command understood, rather than taken whole for its first option? */
export const isRead = (command: string): command is keyof typeof READERS => Object.hasOwn(READERS, command);

async function plainly(question: Question): Promise<Understood> {
  return { question, assumed: [] };
}

async function verifying(words: string): Promise<Understood> {
  const { quoted, before, after } = quotedWords(words);
  const who = namesIn(before).at(-1) ?? namesIn(after)[0];
  return plainly({ command: 'verify', words: quoted, ...(who && { who }) });
}

async function whoSaid(words: string, _archive: Archive, today: Day): Promise<Understood> {
  const { quoted, before } = quotedWords(
    words.replace(/^.*?\bwho (?:has )?(?:said|says|called|used the (?:words?|phrase))\b/i, ''),
  );
  const { period, assumed } = timeAsked(before, today);
  return { question: { command: 'quote', about: bareWords(quoted), ...period }, assumed };
}

async function meeting(words: string, archive: Archive, today: Day): Promise<Understood> {
  const { period, weekday, rest, assumed } = timeAsked(words, today);
  const { place, without } = await placeIn(rest, archive);
  const { before, topic: subject } = aboutIn(without);
  const names: string[] = [];
  const topics: string[] = subject ? [subject] : [];
  for (const name of namesIn(before)) {
    // "the four-nation military meeting": no name, but what kind of meeting.
    const isTopic = !/\p{Lu}/u.test(name) && (await resolveParty(name, archive)).is === 'unknown' && name.includes(' ');
    (isTopic ? topics : names).push(name);
  }
  const [person, other] = names;
  const question: MetQuestion = {
    command: 'met',
    ...(person && { person }),
    ...(other && { with: other }),
    ...(place && { place }),
    ...(weekday !== null && { weekday }),
    ...(topics.length > 0 && { topic: topics.join(' ') }),
    ...(/\b(?:planned|plan|plans|upcoming|scheduled|will|next)\b/i.test(words) && { status: 'planned' as const }),
    ...(ASKS_NAMES.test(words) && { names: true as const }),
    ...(/\b(?:discuss(?:ed)?|talk(?:ed)? about|speak about|spoke about|what .* about)\b/i.test(words) && {
      inFull: true as const,
    }),
    ...period,
  };
  return { question, assumed };
}

const ASKS_NAMES = /\bwho (?:led|headed|represented|chaired)\b|\b(?:names?|named)\b|\bwho were the\b/i;

/** "did they meet about gas?": what follows "about", unless the question ends there ("what did they talk about?"). */
function aboutIn(words: string): { before: string; topic: string | null } {
  const match = /\b(?:about|regarding|concerning|on the subject of)\s+(?=[\p{L}\p{N}"“])(.*)$/iu.exec(words);
  return match
    ? { before: words.slice(0, match.index), topic: bareWords(match[1] ?? '') }
    : { before: words, topic: null };
}

/** "in Oslo", "visited Oslo": a place the archive has a meeting in, or what stands after "in" all the same. */
async function placeIn(words: string, archive: Archive): Promise<{ place: string | null; without: string }> {
  const found =
    /\b(?:in|at|inside)\s+(?:the\s+)?(?!(?:archive|person|order|fact|general|meeting|talks|summit)\b)([\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+)*)/u.exec(
      words,
    );
  const visited = /\bvisit(?:s|ed)?(?:\s+to)?\s+(\p{L}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]+)*)/u.exec(words);
  for (const match of [found, visited]) {
    const name = match?.[1]?.replace(/[.?!,'’-]+$/u, '');
    if (!match || !name) continue;
    const known = await archive.complete('place', name, 5);
    const place = known.find((one) => foldName(one) === foldName(name)) ?? (match === found ? name : null);
    if (place) return { place, without: words.replace(match[0], match === visited ? ' ' : '') };
  }
  return { place: null, without: words };
}

async function quoting(words: string, archive: Archive, today: Day): Promise<Understood> {
  const { period, rest, assumed } = timeAsked(words, today);
  const { before, topic } = topicIn(rest);
  const [who] = namesIn(before);
  const about = topic && bareWords(topic).replace(/^the\s+/i, '');
  const reported = /\b(?:say|said|says|tell|told|comment|state|stated)\b/i.test(words);
  const narrowed = { ...(reported && { reported: true as const }), ...period };
  if (who && !about && (await resolveParty(who, archive)).is === 'unknown') {
    // "/quote a price worth paying": no name, but words somebody may have said.
    const said = await archive.quotations({ about: who }, 1);
    if (said.length > 0) return { question: { command: 'quote', about: who, ...narrowed }, assumed };
  }
  // "what was said about the pipeline?": where nobody is quoted on it, what the articles say.
  if (!who && about && (await archive.quotations({ about }, 1)).length === 0)
    return { question: { command: 'summary', about, ...period }, assumed };
  return { question: { command: 'quote', ...(who && { who }), ...(about && { about }), ...narrowed }, assumed };
}

async function searching(words: string): Promise<Understood> {
  const text = words.replace(
    /^(?:please )?(?:search|find|look up|which articles|what articles|articles)\b(?:\s+(?:me|for|articles?|about|on|mention(?:ing|s)?|speak of|are about)\b)*\s*/i,
    '',
  );
  return plainly({ command: 'search', text: text.replace(/\?+$/, '').trim() });
}

/** A question that no command fits is asked of the texts themselves, without its asking words. */
async function passages(words: string): Promise<Understood> {
  const text = words
    .replace(
      /^(?:how (?:many|much|long|often)?|why|when|where|which|what|did|does|do|is|are|was|were|has|have|will)\b/i,
      '',
    )
    .replace(/\b(?:did|does|do|is|are|was|were|has|have|there|left)\b/gi, ' ')
    .replace(/[?!.\s]+$/, '');
  return plainly({ command: 'search', text: text.replace(/\s+/g, ' ').trim(), nearOnly: true });
}

const SUMMARY_WORDS =
  /^(?:please )?(?:(?:give|write|show) (?:me |us )?)?(?:(?:a |the |short |long |brief )*(?:summari[sz]e|summary|sum up|overview|tell (?:me|us) about|brief me on|what happened|what do you know about|what is known about|what has|explain|who is|who was|what (?:do|does|did) .*?(?:say|tell|report|write)))\b\s*(?:(?:of|about|on|with|to|at|in|during|for|what .*? (?:say|says|tell|tells) (?:about|of))\b\s*)?/i;

async function summarising(words: string, _archive: Archive, today: Day): Promise<Understood> {
  const length = (['short', 'long'] as const).find((one) =>
    new RegExp(`\\b${one}\\b(?= (?:summary|overview))`, 'i').test(words),
  );
  const bare = words
    .replace(SUMMARY_WORDS, '')
    .replace(/\s+(?:done|done and said|said and done|do|been doing)\??$/i, '');
  const { period, rest, assumed } = /^["“].*["”]$/.test(bare)
    ? { period: {}, rest: bare, assumed: [] }
    : timeAsked(bare, today);
  const about = rest.replace(/^the\s+/i, '').replace(/[?!.\s]+$/, '');
  if (about === '' && Object.keys(period).length === 0) return plainly({ command: 'help' });
  return { question: { command: 'summary', about, ...(length && { length }), ...period }, assumed };
}

/** No rule fits: a quotation, a person or a topic if the archive has any of it, else no question. */
async function unsaid(words: string, archive: Archive, today: Day): Promise<Understood> {
  if (/^["“«].+["”»]\??$/u.test(words)) return plainly({ command: 'verify', words: quotedWords(words).quoted });
  const understood = await summarising(words, archive, today);
  if (understood.question.command !== 'summary') return understood;
  const { hits } = await archive.search(understood.question.about, {}, 1);
  const known = hits.length > 0 || (await archive.findActors(understood.question.about)).length > 0;
  return known ? understood : plainly({ command: 'help', after: 'nonsense' });
}
