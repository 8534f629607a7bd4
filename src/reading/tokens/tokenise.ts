import { type Span, span } from '../../text/span.ts';

/** A word has a letter in it, a number a digit but no letter; all else (punctuation, symbols, emoji) is a mark. */
export type TokenKind = 'word' | 'number' | 'mark';

/** A word, number or mark of the text. Slice the text for its characters. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** Does it begin with an upper-case letter? */
  readonly capital: boolean;
}

// What a UTF-16 code unit may be.
const MARK = 0;
const SPACE = 1;
const LOWER = 2;
const UPPER = 3;
const DIGIT = 4;
const HYPHEN = 5;
const APOSTROPHE = 6;
const SURROGATE = 7;
/** Belongs to the letter before it: combining marks, soft hyphens and joiners. */
const JOINED = 8;

const CLASS = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = classOf(code);
  return table;
}

function classOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  const char = String.fromCharCode(code);
  if (char === '-' || char === '\u2010' || char === '\u2011') return HYPHEN;
  // The last four stand for the ayn and hamza of Arabic names: Sanaʿa, Qurʾan.
  if ("'’ʼʻʿʾ".includes(char)) return APOSTROPHE;
  if (/[\s\u200b\u2060\u0085]/.test(char)) return SPACE;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{L}/u.test(char)) return LOWER;
  if (/\p{N}/u.test(char)) return DIGIT;
  if (/[\p{M}\u00ad\u200c\u200d]/u.test(char)) return JOINED;
  return MARK;
}

const isLetter = (kind: number) => kind === LOWER || kind === UPPER;
const isWordPart = (kind: number) => kind === LOWER || kind === UPPER || kind === DIGIT || kind === JOINED;

/** Words whose full stop belongs to them; a single letter keeps its own as well ("J.", "U.S."). */
const ABBREVIATIONS = new Set(
  (
    'Mr Mrs Ms Dr Prof Gen Sen Rep Gov Col Lt Sgt Capt Cpl Maj Adm Brig Cmdr Rev Hon Pres Amb St Ste Mt Ft Jr Sr Messrs Supt ' +
    'Inc Corp Ltd Co Cos Bros Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec No vs etc Ala Ariz Ark Calif Colo Conn Del Fla ' +
    'Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo'
  ).split(' '),
);
const LONGEST_ABBREVIATION = 6;

/**
 * Cuts a text into words, numbers and marks, in one pass. A possessive 's, or a 'll, 're, 've, stands for itself; a hyphen
 * or apostrophe between letters stays within its word ("al-Hariri", "O'Neill"), as does the stop of "U.S." and "Mr.".
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  const at = (i: number): number => (i < length ? (CLASS[text.charCodeAt(i)] ?? MARK) : SPACE);
  const push = (from: number, to: number, kind: TokenKind) => {
    const { start, end } = span(from, to);
    tokens.push({ start, end, kind, capital: at(start) === UPPER });
  };

  let i = 0;
  while (i < length) {
    const kind = at(i);
    if (kind === SPACE) i++;
    else if (isWordPart(kind)) {
      const end = wordEnd(text, i, at);
      const clitic = cliticStart(text, i, end);
      if (clitic > i) {
        push(i, clitic, kindOf(i, clitic, at));
        push(clitic, end, 'word');
      } else push(i, end, kindOf(i, end, at));
      i = end;
    } else if (kind === APOSTROPHE && isClitic(text, i, at)) {
      const end = wordEnd(text, i + 1, at);
      push(i, end, 'word');
      i = end;
    } else {
      const end = markEnd(text, i, kind);
      push(i, end, 'mark');
      i = end;
    }
  }
  return tokens;
}

/** The end of the word or number that starts at `start`. */
function wordEnd(text: string, start: number, at: (i: number) => number): number {
  let end = start + 1;
  let letters = isLetter(at(start));
  for (;;) {
    const kind = at(end);
    if (isWordPart(kind)) {
      letters ||= isLetter(kind);
      end++;
      continue;
    }
    const after = at(end + 1);
    const before = at(end - 1);
    const char = text.charAt(end);
    const joins =
      (kind === HYPHEN && isWordPart(after)) ||
      (kind === APOSTROPHE && isLetter(before) && isLetter(after)) ||
      (before === DIGIT && after === DIGIT && (char === '.' || char === ',' || char === ':' || char === '/')) ||
      // "dw.com", but not "the end.The next"
      (char === '.' && before === LOWER && after === LOWER) ||
      (char === '&' && before === UPPER && after === UPPER) ||
      // "U.S." and "J.R.R."
      (char === '.' && isInitial(text, start, end, at) && isLetter(after));
    if (joins) end += 1;
    else if (char === '.' && letters && keepsStop(text, start, end, at)) return end + 1;
    else return end;
  }
}

/** Is the letter before the stop at `stop` alone, or part of a run of "U.S." kind? */
const isInitial = (text: string, start: number, stop: number, at: (i: number) => number): boolean =>
  isLetter(at(stop - 1)) && (stop - 1 === start || text.charAt(stop - 2) === '.' || at(stop - 2) === HYPHEN);

function keepsStop(text: string, start: number, stop: number, at: (i: number) => number): boolean {
  if (isInitial(text, start, stop, at)) return at(stop - 1) === UPPER || stop - 1 > start;
  return stop - start <= LONGEST_ABBREVIATION && ABBREVIATIONS.has(text.slice(start, stop));
}

/** Where in the word an ending of its own begins ("Bush|'s", "they|'ll"); its start where there is none. */
function cliticStart(text: string, start: number, end: number): number {
  for (let i = end - 2; i >= end - 3 && i > start; i--) {
    if (CLASS[text.charCodeAt(i)] === APOSTROPHE) return isCliticWord(text.slice(i + 1, end)) ? i : start;
  }
  return start;
}

const isCliticWord = (letters: string) => /^(?:s|ll|re|ve)$/i.test(letters);

/** "'s" after a space or mark, as tokenised text and "the U.S.'s" have it. */
function isClitic(text: string, start: number, at: (i: number) => number): boolean {
  if (!isLetter(at(start + 1))) return false;
  const end = isLetter(at(start + 2)) ? start + 3 : start + 2;
  return !isWordPart(at(end)) && isCliticWord(text.slice(start + 1, end));
}

function kindOf(start: number, end: number, at: (i: number) => number): TokenKind {
  for (let i = start; i < end; i++) if (isLetter(at(i))) return 'word';
  return 'number';
}

/** Marks stand alone, but for ``, '', dots and dashes in a row, and the two halves of an emoji. */
function markEnd(text: string, start: number, kind: number): number {
  const code = text.charCodeAt(start);
  const char = text.charAt(start);
  if (kind === SURROGATE) {
    const low = text.charCodeAt(start + 1);
    return code < 0xdc00 && low >= 0xdc00 && low <= 0xdfff ? start + 2 : start + 1;
  }
  if (char === '`' || char === "'") return text.charAt(start + 1) === char ? start + 2 : start + 1;
  let end = start + 1;
  if (char === '.' || kind === HYPHEN) while (text.charCodeAt(end) === code) end++;
  return end;
}
