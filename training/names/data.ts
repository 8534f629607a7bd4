import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityType } from '../../src/reading/reading.ts';

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
  /** For each person the places of the names that mean him or her; none where the annotation does not tell. */
  readonly people: readonly (readonly { readonly start: number; readonly end: number }[])[];
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
  return [...documents.values()].map((document) => ({ ...document, people: [], marksOther: true }));
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
function entityDocuments(folder: string, file: string): GoldDocument[] {
  return rows<EntityRow>(folder, file).map(({ text, entities }) => {
    const names: GoldName[] = entities.flatMap(({ type, mentions }) => {
      const known = TYPES[type];
      return known ? mentions.map(([start, end]) => ({ start, end, type: known })) : [];
    });
    names.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      text,
      names: names.filter((name, i) => !names.slice(0, i).some((other) => other.end > name.start)),
      people: entities
        .filter(({ type }) => TYPES[type] === 'person')
        .map(({ mentions }) => mentions.map(([start, end]) => ({ start, end }))),
      marksOther: false,
    };
  });
}

/** The sets to learn from. `worldwideToLearn` is `worldwide` with the hyphens of every other document closed up. */
export interface AnnotatedSets {
  readonly conll: readonly GoldDocument[];
  readonly worldwide: readonly GoldDocument[];
  readonly worldwideToLearn: readonly GoldDocument[];
  readonly welle: readonly GoldDocument[];
}

export function annotatedSets(folder: string): AnnotatedSets {
  const worldwide = taggedDocuments(folder, 'ner-worldwide-non-me.jsonl', 'as they are');
  const closedUp = taggedDocuments(folder, 'ner-worldwide-non-me.jsonl', 'closed up');
  return {
    conll: taggedDocuments(folder, 'ner-conllpp-train.jsonl', 'as they are'),
    worldwide,
    worldwideToLearn: worldwide.map((document, i) => (i % 2 ? document : (closedUp[i] ?? document))),
    welle: entityDocuments(folder, 'dwie-entities.jsonl'),
  };
}
