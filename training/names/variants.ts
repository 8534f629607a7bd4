import { sentencesOf } from '../../src/reading/tokens/sentences.ts';
import type { GoldDocument, GoldName } from './data.ts';

/** So many of the documents lend their beginning to a copy in other letters. */
const RECASED = 0.2;
const LINES = 6;

/** Beginnings of documents in capitals, in small letters, or as a headline Has Them, for texts that are set so. */
export function recased(documents: readonly GoldDocument[], random: () => number): GoldDocument[] {
  return documents.flatMap((document) => {
    const way = random() / RECASED;
    if (way >= 1) return [];
    const end = document.text.split('\n').slice(0, LINES).join('\n').length;
    const text = document.text.slice(0, end);
    const other =
      way < 0.5
        ? text.toUpperCase()
        : way < 0.75
          ? text.replace(/(?<=\s)\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase())
          : text.toLowerCase();
    // Where a letter becomes two ("ß" in capitals), the names would no longer be where they were.
    return other.length === end
      ? [{ ...document, text: other, names: document.names.filter((n) => n.end <= end) }]
      : [];
  });
}

/** So many documents have the first two words of longer names joined. */
const JOINED = 0.3;
const TWO_FIRST_WORDS = /^(\p{Lu}\p{L}{2,}) (?=\p{Lu}\p{L}{2,} )/u;

/** Writes some people "Abdul-Rahman Tariq" who are "Abdul Rahman Tariq": such names are many in the news and few in the sets. */
export function hyphened(documents: readonly GoldDocument[], random: () => number): GoldDocument[] {
  return documents.map((document) => {
    if (random() >= JOINED) return document;
    let { text } = document;
    for (const { start, end, type } of document.names) {
      if (type !== 'person') continue;
      const name = text.slice(start, end).replace(TWO_FIRST_WORDS, '$1-');
      text = text.slice(0, start) + name + text.slice(end);
    }
    return { ...document, text };
  });
}

/** So many of the sentences with a name, and of those without, are learnt once more on their own. */
const ALONE_WITH_NAMES = 0.35;
const ALONE_WITHOUT = 0.1;
/** So many of these have people whom nobody knows, and so many stand in capitals. */
const STRANGERS = 0.6;
const SHOUTED = 0.1;

/**
 * Sentences that stand alone, for texts of one sentence, half of them with people of names never heard: what surrounds a
 * name and how it is built must do where neither the rest of the text nor the words themselves help.
 */
export function alone(documents: readonly GoldDocument[], random: () => number): GoldDocument[] {
  const words = nameWordsOf(documents);
  return documents.flatMap(sentencesApart).flatMap((sentence): GoldDocument[] => {
    if (random() >= (sentence.names.length > 0 ? ALONE_WITH_NAMES : ALONE_WITHOUT)) return [];
    const changed = random() < STRANGERS ? withStrangers(sentence, words, random) : sentence;
    const shouted = random() < SHOUTED ? changed.text.toUpperCase() : changed.text;
    return [shouted.length === changed.text.length ? { ...changed, text: shouted } : changed];
  });
}

/** Each sentence as a document of its own, but for those that cut a name in two. */
export function sentencesApart(document: GoldDocument): GoldDocument[] {
  return sentencesOf(document.text).flatMap(({ start, end }): GoldDocument[] => {
    const names = document.names.filter((name) => name.start < end && name.end > start);
    if (names.some((name) => name.start < start || name.end > end)) return [];
    const own = names.map((name) => ({ ...name, start: name.start - start, end: name.end - start }));
    return [{ ...document, text: document.text.slice(start, end), names: own, people: [] }];
  });
}

/** The words that begin and that end people's names, each as often as it has bearers. */
interface NameWords {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

function nameWordsOf(documents: readonly GoldDocument[]): NameWords {
  const full = new Set(
    documents.flatMap(({ text, names }) =>
      names.filter(({ type }) => type === 'person').map(({ start, end }) => text.slice(start, end)),
    ),
  );
  const parts = [...full].map((name) => name.split(' ')).filter((name) => name.length > 1);
  const plain = (word: string | undefined): string[] => (word && /^\p{Lu}\p{Ll}{2,}$/u.test(word) ? [word] : []);
  return { given: parts.flatMap((name) => plain(name[0])), family: parts.flatMap((name) => plain(name.at(-1))) };
}

const ONE_WORD = /^\p{Lu}\p{Ll}{2,}$/u;
const COURTESY = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.? $/;
/** So many surnames alone get a given name: who stands in one sentence only stands there in full. */
const IN_FULL = 0.5;

/** The sentence with everybody called otherwise, a word of a name the same way throughout. */
function withStrangers(document: GoldDocument, words: NameWords, random: () => number): GoldDocument {
  const called = new Map<string, string>();
  const names: GoldName[] = [];
  let text = '';
  let at = 0;
  for (const name of document.names) {
    text += document.text.slice(at, name.start);
    const written = document.text.slice(name.start, name.end);
    const start = text.length;
    const told = ONE_WORD.test(written) && !COURTESY.test(text) && random() < IN_FULL ? `Ivan ${written}` : written;
    text += name.type === 'person' ? renamed(told, called, words, random) : written;
    names.push({ ...name, start, end: text.length });
    at = name.end;
  }
  return { ...document, text: text + document.text.slice(at), names };
}

function renamed(name: string, called: Map<string, string>, words: NameWords, random: () => number): string {
  const parts = name.split(' ');
  const others = parts.map((part, i) => {
    const other = called.get(part) ?? part.replace(/\p{Lu}\p{Ll}{2,}/gu, () => madeWord(words, i === 0, random));
    called.set(part, other);
    return other;
  });
  return parts.length === 2 ? shaped(others, random).join(' ') : others.join(' ');
}

/** The beginning of one name and the end of another: "Nik-" and "-arov". One in three is left whole. */
function madeWord({ given, family }: NameWords, first: boolean, random: () => number): string {
  const list = first ? given : family;
  const pick = () => list[Math.floor(random() * list.length)] ?? 'Ivan';
  const [a, b] = [pick(), pick()];
  return random() < 1 / 3 ? a : a.slice(0, Math.ceil(a.length / 2)) + b.slice(Math.floor(b.length / 2));
}

/** What stands before family names in the languages of the world; a name of two words may take one on. */
const BEFORE_FAMILY =
  'al-|al-|el-|Al |bin |bin |ibn |ben |Abu |Abdul |Ould |von |von der |van |van der |de |de la |da |dos |del |Ben-|Ter-|Mc|O’';
const PATRONYMICS = ['ovich', 'evich', 'ovna', 'zadeh', 'pour', 'oğlu', 'yan', 'shvili'];
const SHAPED = 0.4;

function shaped([given = '', family = '']: readonly string[], random: () => number): string[] {
  const way = random() / SHAPED;
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  if (way < 0.5) return [given, one(BEFORE_FAMILY.split('|')) + family];
  if (way < 0.65) return [one(['Abu', 'Umm', 'Abd', 'Abdul', 'Ibn', 'Ben', 'Haji']), given, family];
  if (way < 0.8) return [given, given.slice(0, -1) + one(PATRONYMICS), family];
  if (way < 0.9) return [given, `${family}-${given.toLowerCase()}`];
  if (way < 1) return [`${given.charAt(0)}.`, `${family.charAt(0)}.`, family];
  return [given, family];
}
