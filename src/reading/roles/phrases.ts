import { countryNamed, countryOf } from '../../text/countries.ts';
import type { Token } from '../tokens/tokenise.ts';
import { POSTS } from './posts.ts';

const set = (words: string) => new Set(words.split(/\s+/));

/** Courtesies that stand before a name and say no post. */
const COURTESY = set(
  'mr mrs ms miss mx dr sir dame lord lady madam excellency hon rev st his her sayyed sayyid seyyed seyed',
);

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
export const LONGEST = 16;

/** A sentence around a name. */
export interface Around {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** First and (excluded) last token of the sentence. */
  readonly first: number;
  readonly end: number;
  /** Is the token part of a person's name? */
  readonly inPerson: (token: number) => boolean;
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

/** The tokens, from first to (excluded) end, that tell the post of the person whose name covers the tokens `name` to `nameEnd`. */
export function roleBeside(around: Around, name: number, nameEnd: number): [number, number] | null {
  const title = before(around, name);
  // "The emir of Qatar, Sheikh| Hamad", "Gen.| Musa, head of the army": an honour or rank says less than a post does.
  if (title && !isHonour(around, title)) return title;
  return introduced(around, title?.[0] ?? name, nameEnd) ?? behind(around, nameEnd) ?? title;
}

const HONOURS =
  set(`sheikh sheikha sheik ayatollah grand hojjatoleslam hojatoleslam imam mullah mufti king queen prince princess
  gen lt col sgt capt maj adm brig prof general colonel major captain lieutenant brigadier admiral sergeant marshal professor`);

function isHonour(around: Around, [from, to]: readonly [number, number]): boolean {
  for (let i = from; i < to; i++) if (!HONOURS.has(lowerAt(around, i))) return false;
  return true;
}

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
  if (word === 'and') return isPost(around, at - 1) && (isPost(around, at + 1) || isDoubleOffice(around, at));
  const capitals = (around.tokens[at - 1]?.capital ?? false) && (around.tokens[at + 1]?.capital ?? false);
  if (word !== 'of' || !capitals || isStop(around, at - 1)) return false;
  // "Death of| Libyan leader", "Wife of| President": there the title begins.
  const next = around.text.slice(around.tokens[at + 1]?.start, around.tokens[at + 1]?.end);
  return !isPost(around, at + 1) && !QUALIFIERS.has(next.toLowerCase()) && countryNamed(next)?.as !== 'adjective';
}

/** "Deputy Prime Minister and| Foreign Minister Musa" is one man; "the Prime Minister and| Foreign Minister Musa" may be two. */
function isDoubleOffice(around: Around, and: number): boolean {
  let i = and - 1;
  while (
    i > around.first &&
    isWord(around, i - 1) &&
    around.tokens[i - 1]?.capital &&
    !ARTICLES.has(lowerAt(around, i - 1))
  )
    i--;
  const capitals = around.tokens[i]?.capital === true && around.tokens[and + 1]?.capital === true;
  return capitals && !(i > around.first && ARTICLES.has(lowerAt(around, i - 1)));
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
  if (lowerAt(around, i) === 'who' && lowerAt(around, i + 1) === 'is') i += 2;
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
