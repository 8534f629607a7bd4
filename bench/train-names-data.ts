import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityType } from '../src/reading/reading.ts';

/** A name marked by a human reader. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType | 'other';
}

/** One annotated document. */
export interface GoldDocument {
  readonly text: string;
  readonly names: readonly GoldName[];
  /** Does the annotation mark names of other things (nationalities, events, works) too? Where not, nothing is known of them. */
  readonly marksOther: boolean;
}

const TYPES: Readonly<Record<string, GoldName['type']>> = {
  PER: 'person',
  Person: 'person',
  ORG: 'organisation',
  Organization: 'organisation',
  LOC: 'place',
  GPE: 'place',
  Location: 'place',
  Facility: 'place',
  MISC: 'other',
  NORP: 'other',
  Misc: 'other',
  Product: 'other',
};

const rows = <Row>(folder: string, file: string): Row[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    // The sets are ours to trust: their fields are described in the model's card.
    .map((line) => JSON.parse(line) as Row);

interface TaggedRow {
  readonly doc: string | number;
  readonly tokens: readonly string[];
  readonly ner: readonly string[];
}

const spaced = (before: string, token: string) =>
  !/^([.,;:!?%)\]]|'s|’s|n't|''|'re|'ve|'ll|'d)$/.test(token) && !/^[([$`]+$/.test(before);

/** Documents of token-tagged rows, a sentence a line, words spaced as in print. `hyphens` closes up "al - Hariri" where tokens were cut at hyphens. */
export function taggedDocuments(folder: string, file: string, hyphens: 'as they are' | 'closed up'): GoldDocument[] {
  const documents = new Map<string, { text: string; names: GoldName[] }>();
  for (const { doc, tokens, ner } of rows<TaggedRow>(folder, file)) {
    const document = documents.get(String(doc)) ?? { text: '', names: [] };
    documents.set(String(doc), document);
    if (document.text) document.text += '\n';
    let open: { start: number; end: number; type: string } | null = null;
    const close = () => {
      const type = open && TYPES[open.type];
      if (open && type) document.names.push({ start: open.start, end: open.end, type });
      open = null;
    };
    tokens.forEach((token, i) => {
      const before = tokens[i - 1] ?? '';
      const atHyphen =
        hyphens === 'closed up' &&
        ((token === '-' && joins(tokens, ner, i)) || (before === '-' && joins(tokens, ner, i - 1)));
      if (i > 0 && spaced(before, token) && !atHyphen) document.text += ' ';
      const start = document.text.length;
      document.text += token;
      const [mark = 'O', type = ''] = (ner[i] ?? 'O').split('-');
      if (open && (mark !== 'I' || type !== open.type)) close();
      if (mark !== 'O') {
        open ??= { type, start, end: 0 };
        open.end = document.text.length;
      }
    });
    close();
  }
  return [...documents.values()].map((document) => ({ ...document, marksOther: true }));
}

/** Was the hyphen at `i` cut out of one word? Within one name, or between two lower-case words; a dash stands between others. */
function joins(tokens: readonly string[], ner: readonly string[], i: number): boolean {
  const inName = (ner[i] ?? '').startsWith('I-') && (ner[i + 1] ?? '').startsWith('I-');
  const outside = [i - 1, i, i + 1].every((j) => ner[j] === 'O');
  return inName || (outside && /^\p{Ll}+$/u.test(tokens[i - 1] ?? '') && /^\p{Ll}+$/u.test(tokens[i + 1] ?? ''));
}

interface EntityRow {
  readonly text: string;
  readonly entities: readonly {
    readonly type: string;
    readonly mentions: readonly (readonly [number, number, string])[];
  }[];
}

/** Documents whose entities list their mentions; overlapping ones keep the longest. */
export function entityDocuments(folder: string, file: string): GoldDocument[] {
  return rows<EntityRow>(folder, file).map(({ text, entities }) => {
    const names: GoldName[] = entities.flatMap(({ type, mentions }) => {
      const known = TYPES[type];
      return known ? mentions.map(([start, end]) => ({ start, end, type: known })) : [];
    });
    names.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      text,
      names: names.filter((name, i) => !names.slice(0, i).some((other) => other.end > name.start)),
      marksOther: false,
    };
  });
}

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
