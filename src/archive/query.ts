import { OUTLET_KINDS, type OutletKind } from '../corpus/article.ts';
import { type Edtf, edtf } from '../text/edtf.ts';
import { isArabicArticle } from '../text/spelling.ts';
import type { QueryProblem } from './archive.ts';
import { type IndexedWord, indexedWordsIn, isDesignation, isShouted, isUnspaced } from './index/terms.ts';

/** What was typed into the search field, parsed. */
export interface SearchQuery {
  readonly typed: string;
  /** What articles are ranked by; those that are required must be met. */
  readonly wanted: readonly Wanted[];
  /** An article that meets one of these is no result. */
  readonly without: readonly QueryAlternative[];
  readonly filter: QueryFilter;
  readonly problems: readonly QueryProblem[];
}

/** One thing looked for: any of its choices will do. */
export interface Wanted {
  readonly choices: readonly QueryAlternative[];
  readonly required: boolean;
}

/** A word (several where it is a compound: "co-operation"), or a phrase whose words must stand in this order. */
export interface QueryAlternative {
  readonly words: readonly IndexedWord[];
  readonly phrase: boolean;
  /** A compound that is looked for as one word only: "S-300" is no other S and no other 300. */
  readonly whole?: true;
}

/** All that is given must hold. */
export interface QueryFilter {
  readonly by?: string;
  readonly kind?: OutletKind;
  readonly from?: Edtf;
  readonly to?: Edtf;
  /** Names of people whom the article must mention. */
  readonly people: readonly string[];
}

/** What one look at the typed text may find, in this order: field, phrase, word. Quotation marks may be curly. */
const PIECE = /(-?)(?:(by|kind|from|to|person):)?(?:["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+)|(["“”„]))/giu;

/** "1.5 billion" is one thing, as "1.5bn" is. */
const AMOUNT = /(\d) +([mb]illion|trillion|thousand|bn)\b/gi;

/** A query of more words than this is a text put in whole: its quotation marks and its ORs are the text's own. */
const LONGEST_TYPED = 16;
/** Characters; what goes on beyond them is no search. */
const LONGEST_READ = 10_000;

interface Piece {
  readonly minus: boolean;
  readonly field: string | null;
  readonly quoted: boolean;
  readonly text: string;
}

/**
 * Reads the search field's syntax: words, "exact phrases", -without, either OR or, by:outlet, kind:"state media",
 * from:2015-09, to:2016, person:name. Never throws: what is malformed is searched for as words, and `problems` says so.
 */
export function parseQuery(given: string): SearchQuery {
  const problems: QueryProblem[] = [];
  const typed = given.slice(0, LONGEST_READ);
  if (typed !== given) problems.push({ is: 'more than is read', characters: LONGEST_READ });
  const wanted: Wanted[] = [];
  const without: QueryAlternative[] = [];
  const people: string[] = [];
  const filter: { by?: string; kind?: OutletKind; from?: Edtf; to?: Edtf } = {};
  const shouted = isShouted(typed);
  const isText = typed.trim().split(/\s+/).length > LONGEST_TYPED;
  let either = false;

  const want = (piece: Piece): void => {
    const words = indexedWordsIn(piece.text, shouted);
    if (words.length === 0) return;
    const things = piece.quoted && !isText ? [[{ words, phrase: true }]] : thingsIn(words);
    const previous = either ? wanted.pop() : undefined;
    either = false;
    if (previous) wanted.push({ choices: [...previous.choices, ...things.flat()], required: true });
    else for (const choices of things) wanted.push({ choices, required: choices.some(({ phrase }) => phrase) });
  };

  if (isText && /["“”„]/.test(typed)) {
    problems.push({ is: 'a text put in whole' });
  }
  for (const piece of pieces(typed.replace(AMOUNT, '$1-$2'), problems)) {
    if (piece.text === 'OR' && !piece.quoted && !piece.minus && !piece.field && !shouted && !isText) {
      if (wanted.length > 0) either = true;
      else problems.push({ is: 'OR with nothing beside it' });
      continue;
    }
    if (piece.field) {
      const problem: QueryProblem | null = piece.minus
        ? { is: 'a field taken away', field: piece.field }
        : readField(piece.field, piece.text.trim(), filter, people);
      if (problem === null) continue;
      problems.push(problem);
      want({ ...piece, quoted: false });
    } else if (piece.minus) {
      const words = indexedWordsIn(piece.text, shouted);
      // Stop words are not indexed: they too are looked up in the text.
      if (words.length > 0) without.push({ words, phrase: words.length > 1 || words[0]?.term === null });
    } else want(piece);
  }
  if (either) problems.push({ is: 'OR with nothing beside it' });
  const asked = isText ? wanted : stopWordsInOrder(wanted);
  return { typed, wanted: withoutArticles(asked), without, filter: { ...filter, people }, problems };
}

/** "The Who", "to be or not to be": words that are not indexed, and nothing else, are looked up in the texts as they stand. */
function stopWordsInOrder(wanted: readonly Wanted[]): readonly Wanted[] {
  const words = wanted.flatMap(({ choices }) => choices.flatMap((choice) => choice.words));
  const areStopWords = words.every(({ term, joined }) => term === null && joined === null);
  if (words.length === 0 || !areStopWords || wanted.some(({ required }) => required)) return wanted;
  return [{ choices: [{ words, phrase: true }], required: true }];
}

/** "al zamili", "El Sisi": the Arabic article before a word is in too many names to say anything. */
function withoutArticles(wanted: readonly Wanted[]): Wanted[] {
  return wanted.filter(({ choices: [choice, other] }, at) => {
    const [word, more] = choice?.words ?? [];
    const single = word && !more && !other && !choice?.phrase ? word.folded : '';
    return at === wanted.length - 1 || !/^[ae]l$/.test(single);
  });
}

function* pieces(typed: string, problems: QueryProblem[]): Generator<Piece> {
  for (const match of typed.matchAll(PIECE)) {
    const [, minus = '', field, quoted, bare, mark] = match;
    if (mark !== undefined) {
      problems.push({ is: 'a quotation mark not closed' });
      continue;
    }
    // A dash that stands alone, or within a word, takes nothing away.
    const spaced = match.index === 0 || /\s/.test(typed.charAt(match.index - 1));
    const empty = /^(by|kind|from|to|person):$/i.exec(bare ?? '');
    if (empty?.[1]) problems.push({ is: 'a field left empty', field: empty[1] });
    yield {
      minus: minus !== '' && spaced,
      field: field?.toLowerCase() ?? null,
      quoted: quoted !== undefined,
      text: quoted ?? bare ?? '',
    };
  }
}

/**
 * What is typed without marks, each thing with its alternatives, compounds kept together. Of "al-Zamili" only the name is looked
 * for, written in one or not; "S-300" as one alone; letters without spaces as they stand.
 */
function thingsIn(words: readonly IndexedWord[]): QueryAlternative[][] {
  const things: QueryAlternative[][] = [];
  for (let at = 0; at < words.length; ) {
    const [first, second] = [words[at], words[at + 1]];
    const parts = first?.parts ?? 1;
    const together = words.slice(at, at + parts);
    if (first && second && parts === 2 && isArabicArticle(first.folded))
      things.push([{ words: [{ ...second, joined: first.joined }], phrase: false }]);
    else if (isDesignation(together)) things.push([{ words: together, phrase: false, whole: true }]);
    else things.push([{ words: together, phrase: parts > 1 && together.some(({ folded }) => isUnspaced(folded)) }]);
    at += parts;
  }
  return things;
}

/** Enters what a field asks for; what is wrong where it asks for nothing sensible. */
function readField(
  field: string,
  value: string,
  filter: { by?: string; kind?: OutletKind; from?: Edtf; to?: Edtf },
  people: string[],
): QueryProblem | null {
  if (value === '') return { is: 'a field left empty', field };
  if (field === 'by') filter.by = value;
  else if (field === 'person') people.push(value);
  else if (field === 'kind') {
    const kind = OUTLET_KINDS.find((known) => known === value.toLowerCase());
    if (!kind) return { is: 'no kind of outlet', value };
    filter.kind = kind;
  } else {
    const date = edtf(value);
    if (date === null) return { is: 'no date', field, value };
    filter[field === 'from' ? 'from' : 'to'] = date;
  }
  return null;
}
