import { countryNamed } from '../../text/countries.ts';
import { span } from '../../text/span.ts';
import { genderOfGivenName } from '../entities/gender.ts';
import type { Token } from '../tokens/tokenise.ts';
import { isCompoundGivenName, isCourtesy, isGroup, isHeadlineVerb, isNameCompound, isTitle } from './known.ts';
import { LABELS, mayStart } from './model.ts';
import type { NameSpan } from './name-span.ts';

const OUTSIDE = LABELS.indexOf('O');
const FIRST = LABELS.indexOf('B-person');
const INNER = LABELS.indexOf('I-person');
const LAST = LABELS.indexOf('L-person');
const ONLY = LABELS.indexOf('U-person');
const GROUP = LABELS.indexOf('B-organisation');

/** Puts right what is known better than the model can. */
export function correct(text: string, tokens: readonly Token[], first: number, end: number, labels: Uint8Array): void {
  const written = (i: number) => text.slice(tokens[i]?.start, tokens[i]?.end);
  const isPerson = (y: number | undefined) => y === FIRST || y === INNER || y === LAST || y === ONLY;
  const startsPerson = (y: number | undefined) => y === FIRST || y === ONLY;
  // "[Judge Ana] Lee": an insert that the name did not begin is none of it.
  const isOpenBracket = (i: number) => written(i) === '[' || (written(i) === ']' && written(i - 2) !== '[');
  // "Ana| and Luis Rojas": two given names before one surname.
  const isPairOfGivenNames = (i: number) =>
    i + 2 < end &&
    written(i + 1) === 'and' &&
    [i, i + 2].every((k) => genderOfGivenName(written(k).toLowerCase()) !== null);
  const isCapitalWord = (i: number) => tokens[i]?.kind === 'word' && tokens[i]?.capital === true;
  for (let i = first; i < end; i++) {
    const y = labels[i] ?? OUTSIDE;
    const alone = y !== OUTSIDE && mayStart(y) && (i + 1 === end || mayStart(labels[i + 1] ?? 0));
    if (y === OUTSIDE && i > first && isCourtesy(written(i - 1)) && isCapitalWord(i)) labels[i] = ONLY;
    else if (y === OUTSIDE && isCapitalWord(i) && labels[i + 2] === FIRST && isPairOfGivenNames(i)) labels[i] = ONLY;
    else if (alone && y === ONLY && isNameCompound(written(i))) labels[i] = OUTSIDE;
    else if (y === ONLY && startsPerson(labels[i + 1]) && isTitle(written(i), written(i + 1))) labels[i] = OUTSIDE;
    else if (y === FIRST && isTitle(written(i), written(i + 1))) withoutFirst(labels, i);
    else if (alone && isGroup(written(i))) labels[i] = GROUP;
    else if (y === INNER && (isHeadlineVerb(written(i)) || isOpenBracket(i))) split(labels, i);
    else if (
      (y === FIRST || y === ONLY) &&
      i > first &&
      !isPerson(labels[i - 1]) &&
      isCompoundGivenName(written(i - 1))
    ) {
      labels[i - 1] = FIRST;
      labels[i] = y === FIRST ? INNER : LAST;
    }
  }
}

/** Takes the word at `i` out of the person's name it stands in, and leaves a name on either side. */
function split(labels: Uint8Array, i: number): void {
  labels[i] = OUTSIDE;
  labels[i - 1] = labels[i - 1] === FIRST ? ONLY : LAST;
  labels[i + 1] = labels[i + 1] === LAST ? ONLY : FIRST;
}

/** "Sheikh Hamad Nasser": the name begins behind the title at `i`. */
function withoutFirst(labels: Uint8Array, i: number): void {
  labels[i] = OUTSIDE;
  labels[i + 1] = labels[i + 1] === LAST ? ONLY : FIRST;
}

/**
 * "The Omani envoy": the adjective of a country is nobody, unless the text has a person of that surname in full
 * ("Dawn French").
 */
export function withoutNationalities(text: string, names: readonly NameSpan[]): NameSpan[] {
  const surnames = new Set<string>();
  for (const { start, end, type } of names) {
    const words = type === 'person' ? text.slice(start, end).split(/\s+/u) : [];
    if (words.length > 1) surnames.add(words.at(-1) ?? '');
  }
  return names.filter(({ start, end, type }) => {
    const name = text.slice(start, end);
    return type !== 'person' || surnames.has(name) || countryNamed(name)?.as !== 'adjective';
  });
}

/** "Russian| Foreign Ministry": whose ministry it is belongs to its name, though the annotated sets part the two. */
export function withCountryOfMinistry(text: string, names: readonly NameSpan[]): NameSpan[] {
  return names.map((name, i): NameSpan => {
    if (name.type !== 'organisation' || !/Ministry$/u.test(text.slice(name.start, name.end))) return name;
    const before =
      /(?<![\p{L}-])(\p{Lu}[\p{L}.-]*) $/u.exec(text.slice(Math.max(0, name.start - 20), name.start))?.[1] ?? '';
    const start = name.start - before.length - 1;
    const free = start >= (names[i - 1]?.end ?? 0);
    return free && countryNamed(before)?.as === 'adjective' ? { ...span(start, name.end), type: name.type } : name;
  });
}
