import { countriesIn, countryNamed, countryOf } from '../text/countries.ts';
import { span } from '../text/span.ts';
import type { NameSpan } from './names.ts';
import { POSTS } from './posts.ts';
import type { Role, Sentence } from './reading.ts';
import type { Token } from './tokens.ts';

const set = (words: string) => new Set(words.split(/\s+/));

/** Courtesies that stand before a name and say no post. */
const COURTESY = set('mr mrs ms miss mx dr sir dame lord lady madam excellency hon rev st his her');

/** Words that may qualify a capitalised title though they are lower-case: "former President". */
const QUALIFIERS = set(`former then acting deputy vice assistant senior late outgoing incoming interim ex first second
  national foreign prime special chief top new longtime veteran newly elected state federal defense defence interior
  retired associate executive running sitting ruling leading founding managing so-called`);

/** Where a title's words come to an end: joining words, pronouns, and verbs that stand beside names. */
const STOP =
  set(`and or but nor that which who whom whose when where while why how as than if because since until after before by
  with from at on in into over under about against between among through during without within to for of via
  i he she it they we you him them us is was are were be been being has have had do does did will would can could may
  might shall should must not no said says say told tells tell asked asks called calls met meets meet added adds
  accused urged warned quoted including included like also only even just both either not here there this these those
  against between according named appointed elected saw visited received hosted replaced succeeded told`);

const ARTICLES = set('the a an');
const POSSESSIVES = set('his her their its our my your');
const LINKS = set('of for to in at on from and the a an with');

/** No title is longer, in words. */
const LONGEST = 16;

interface Around {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** First and (excluded) last token of the sentence. */
  readonly first: number;
  readonly end: number;
  /** Is the token part of a person's name? */
  readonly inPerson: (token: number) => boolean;
}

/** The post or title told beside each name, at the same position; null where none is, or where the name is no person's. */
export function rolesOf(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
): (Role | null)[] {
  const ofPerson = new Uint8Array(tokens.length);
  const bounds = names.map((name) => tokenBounds(tokens, name));
  names.forEach((name, i) => {
    const [a, b] = bounds[i] ?? [0, 0];
    if (name.type === 'person') ofPerson.fill(1, a, b);
  });
  let sentence = 0;
  let first = 0;
  const roles = names.map((name, i): Role | null => {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= name.start) sentence++;
    const where = sentences[sentence];
    const [a, b] = bounds[i] ?? [0, 0];
    if (name.type !== 'person' || !where) return null;
    while (first < a && (tokens[first]?.start ?? 0) < where.start) first++;
    let end = b;
    while (end < tokens.length && (tokens[end]?.start ?? 0) < where.end && end < b + LONGEST * 2) end++;
    const around: Around = { text, tokens, first, end, inPerson: (t) => ofPerson[t] === 1 };
    const found = before(around, a) ?? introduced(around, a, b) ?? behind(around, b);
    if (!found) return null;
    const [from, to] = found;
    return roleAt(text, tokens, from, to);
  });
  let other: Role | null = null;
  return roles.map((role) => {
    if (role && COUNTERPART.test(role.text)) return other ? asCounterpart(role, other) : role;
    other = role ?? other;
    return role;
  });
}

const COUNTERPART = /\bcounterpart$/i;

/** "his German counterpart" holds the post last told before, for Germany; the role's span is that post, without its own country. */
function asCounterpart(role: Role, other: Role): Role {
  if (!role.country) return role;
  const [named] = countriesIn(other.text);
  let { start, end }: { start: number; end: number } = other;
  if (named?.start === 0) start += /^\s*(?:['’]s)?\s*/u.exec(other.text.slice(named.end))?.[0].length ?? 0;
  if (named?.start === 0) start += named.end;
  else if (named)
    end = other.start + other.text.slice(0, named.start).replace(/\s+(?:of|for)\s+(?:the\s+)?$/u, '').length;
  if (end <= start) return role;
  return { ...span(start, end), text: other.text.slice(start - other.start, end - other.start), country: role.country };
}

function roleAt(text: string, tokens: readonly Token[], from: number, to: number): Role | null {
  const [start, end] = [tokens[from]?.start, tokens[to - 1]?.end];
  if (start === undefined || end === undefined || end <= start) return null;
  const words = text.slice(start, end);
  return { ...span(start, end), text: words, country: countryOf(words) };
}

/** The tokens that a name covers, by halving: tokens are in order. */
function tokenBounds(tokens: readonly Token[], name: NameSpan): [number, number] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= name.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < tokens.length && (tokens[end]?.start ?? 0) < name.end) end++;
  return [low, end];
}

const lowerAt = ({ text, tokens }: Around, i: number): string =>
  text
    .slice(tokens[i]?.start ?? 0, tokens[i]?.end ?? 0)
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/’/g, "'");
const isPost = (around: Around, i: number): boolean => {
  const word = lowerAt(around, i);
  return POSTS.has(word) || POSTS.has(word.slice(word.lastIndexOf('-') + 1));
};
const isWord = ({ tokens }: Around, i: number): boolean => tokens[i]?.kind === 'word';
/** "US" is a country, "us" is none. */
const isStop = (around: Around, i: number): boolean =>
  STOP.has(lowerAt(around, i)) && around.text.slice(around.tokens[i]?.start, around.tokens[i]?.end) !== 'US';
const isClitic = (around: Around, i: number): boolean => lowerAt(around, i) === "'s" || lowerAt(around, i) === "'";

/** "French Deputy Foreign Minister| Paul Morel", "the foreign minister of Chad| Ali Moussa". */
function before(around: Around, name: number): [number, number] | null {
  let to = name;
  while (to > around.first && COURTESY.has(lowerAt(around, to - 1))) to--;
  if (to <= around.first) return null;
  const head = isPost(around, to - 1) ? to - 1 : headWithComplement(around, to);
  if (head === null) return null;
  return [phraseStart(around, head), to];
}

/** The post whose complement ends before `to`: "minister| of Chad", "Secretary| of State". */
function headWithComplement(around: Around, to: number): number | null {
  // "an adviser to the| Clinton campaign" tells nothing of Clinton.
  if (LINKS.has(lowerAt(around, to - 1))) return null;
  for (let i = to - 1; i >= around.first && to - i < LONGEST; i--) {
    const word = lowerAt(around, i);
    if (around.inPerson(i) || !isWord(around, i)) return null;
    if (isPost(around, i) && /^(?:of|for|to|in|at)$/.test(lowerAt(around, i + 1))) return i;
    const capital = around.tokens[i]?.capital ?? false;
    if (
      !capital &&
      !LINKS.has(word) &&
      !/^(?:state|staff|government|parliament|country|republic|defen[cs]e|foreign|affairs)$/.test(word)
    ) {
      return null;
    }
  }
  return null;
}

/** Where the noun phrase of which `head` is the head begins, without its article. */
function phraseStart(around: Around, head: number): number {
  let i = head;
  while (i > around.first && head - i < LONGEST) {
    const at = i - 1;
    // "Merkel's spokesman": whose he is stands apart.
    if (around.inPerson(at)) return i;
    if (isClitic(around, at)) return possessorStart(around, at) ?? i;
    if (POSSESSIVES.has(lowerAt(around, at))) return at;
    if (belongs(around, at, head)) i = at;
    else if (joinsTitle(around, at)) i = at - 1;
    else return i;
  }
  return i;
}

/** Is the word at `at`, to the left of words that do, part of the title with this head? */
function belongs(around: Around, at: number, head: number): boolean {
  const word = lowerAt(around, at);
  if (!isWord(around, at) || ARTICLES.has(word) || isStop(around, at)) return false;
  if (around.tokens[at]?.capital) return true;
  if (QUALIFIERS.has(word) || isPost(around, at) || word.includes('-')) return true;
  // A capital after it begins the title: "persuaded| Libyan leader"; and so does a capitalised head.
  if (around.tokens[head]?.capital || around.tokens[at + 1]?.capital) return false;
  return !/[a-z]{3}(?:ed|ing)$/.test(word);
}

/** "Bank of| Japan Governor", "chairman and| CEO": a link between two parts of one title. */
function joinsTitle(around: Around, at: number): boolean {
  const word = lowerAt(around, at);
  if (at - 1 < around.first || around.inPerson(at - 1)) return false;
  if (word === 'and') return isPost(around, at - 1) && isPost(around, at + 1);
  const capitals = (around.tokens[at - 1]?.capital ?? false) && (around.tokens[at + 1]?.capital ?? false);
  if (word !== 'of' || !capitals || isStop(around, at - 1)) return false;
  // "Death of| Libyan leader", "Wife of| President": there the title begins.
  const next = around.text.slice(around.tokens[at + 1]?.start, around.tokens[at + 1]?.end);
  return !isPost(around, at + 1) && !QUALIFIERS.has(next.toLowerCase()) && countryNamed(next)?.as !== 'adjective';
}

/** "France's", "the Turkish union's", "the company's": where the words before the clitic at `at` begin. */
function possessorStart(around: Around, at: number): number | null {
  let i = at;
  while (i > around.first && at - i < 6) {
    const word = lowerAt(around, i - 1);
    if (!isWord(around, i - 1) || ARTICLES.has(word) || isStop(around, i - 1) || isClitic(around, i - 1)) break;
    if (around.inPerson(i - 1) && !around.inPerson(i)) {
      while (i > around.first && around.inPerson(i - 1)) i--;
      break;
    }
    i--;
    if (POSSESSIVES.has(word)) break;
  }
  return i < at ? i : null;
}

/** "France’s envoy for the Sahel|, Paul Morel,", "her German counterpart|, Annalena Baerbock". */
function introduced(around: Around, name: number, nameEnd: number): [number, number] | null {
  const comma = name - 1;
  if (comma <= around.first || lowerAt(around, comma) !== ',') return null;
  const after = lowerAt(around, nameEnd);
  if (nameEnd < around.end && !/^(?:[,.;:)!?"”’]|''|who|and|--?|–|—)$/.test(after)) return null;
  let head: number | null = null;
  for (let i = comma - 1; i >= around.first && comma - i < LONGEST; i--) {
    if (around.inPerson(i) || (!isWord(around, i) && !isClitic(around, i))) break;
    if (isPost(around, i)) {
      head = i;
      break;
    }
    const word = lowerAt(around, i);
    if (isStop(around, i) && !LINKS.has(word)) break;
  }
  if (head === null) return null;
  if (head + 1 < comma && !LINKS.has(lowerAt(around, head + 1))) return null;
  const start = phraseStart(around, head);
  const words = around.text.slice(around.tokens[start]?.start ?? 0, around.tokens[head]?.end ?? 0);
  const definite =
    (start > around.first && lowerAt(around, start - 1) === 'the') ||
    POSSESSIVES.has(lowerAt(around, start)) ||
    /['’]s\s/u.test(words) ||
    countryOf(words) !== null;
  return definite ? [start, comma] : null;
}

/** "Merkel,| the chancellor|,", "Smith,| head of the agency|.", "Abbas (|president of …|)". */
function behind(around: Around, nameEnd: number): [number, number] | null {
  if (!/^(?:,|\(|--?|–|—)$/.test(lowerAt(around, nameEnd))) return null;
  let i = nameEnd + 1;
  if (around.tokens[i]?.kind === 'number' && lowerAt(around, i + 1) === ',') i += 2;
  while (ARTICLES.has(lowerAt(around, i)) || lowerAt(around, i) === 'also') i++;
  const start = i;
  let head = -1;
  for (; i < around.end && i - start < LONGEST; i++) {
    if (around.inPerson(i)) return null;
    if (isPost(around, i)) {
      head = i;
      if (!isPost(around, i + 1) && !isClitic(around, i + 1)) break;
      continue;
    }
    if (!isWord(around, i) && !isClitic(around, i)) return null;
    if (head < 0 && isStop(around, i)) return null;
    if (head >= 0) break;
  }
  if (head < 0) return null;
  i = head + 1;
  if (LINKS.has(lowerAt(around, i)) && lowerAt(around, i) !== 'the') {
    i++;
    while (i < around.end && i - head < LONGEST) {
      const word = lowerAt(around, i);
      if (!isWord(around, i) && !isClitic(around, i)) break;
      if (isStop(around, i) && !LINKS.has(word)) break;
      i++;
    }
  }
  // "After meeting Merkel, the foreign minister said …" tells nobody's post: the phrase must be closed.
  const closed = i >= around.end || !isWord(around, i) || /^(?:who|whose|and|as)$/.test(lowerAt(around, i));
  while (LINKS.has(lowerAt(around, i - 1))) i--;
  return closed ? [start, i] : null;
}
