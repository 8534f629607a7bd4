import { readFileSync } from 'node:fs';

/** A document of GUM as plain text with its annotated mentions. */
export interface GumDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GumMention[];
}

/** Offsets are into the document's text. */
export interface GumMention {
  readonly start: number;
  readonly end: number;
  /** The same for all mentions of one entity of the document. */
  readonly cluster: number;
  /** "person", "organization", "place", "abstract", … */
  readonly type: string;
  /** The words that are its core (GUM's `minspan`): one for a noun or pronoun, all of a name's. */
  readonly core: readonly { readonly start: number; readonly end: number }[];
}

interface Word {
  readonly start: number;
  readonly end: number;
}

interface Open {
  readonly cluster: number;
  readonly type: string;
  readonly core: readonly number[];
  readonly from: number;
}

/**
 * Reads the documents of GUM in a CoNLL-U file: MISC has `Entity=` with an opening "(group-type-status-salience-centering-
 * minspan-link-identity" for each mention that begins at a word and a closing "group)" where it ends. Documents without (EWT) are left out.
 */
export function gumDocuments(file: string): GumDocument[] {
  const documents: GumDocument[] = [];
  for (const part of readFileSync(file, 'utf8').split(/^(?=# newdoc id = )/mu)) {
    const id = /^# newdoc id = (GUM_\S+)/u.exec(part)?.[1];
    if (id !== undefined) documents.push(documentOf(id, part));
  }
  return documents;
}

function documentOf(id: string, part: string): GumDocument {
  let text = '';
  const words: Word[] = [];
  const mentions: GumMention[] = [];
  const open: Open[] = [];
  let at = 0;
  for (const line of part.split('\n')) {
    if (line.startsWith('# newpar') && !line.startsWith('# newpar_block') && text !== '') text += '\n\n';
    else if (line.startsWith('# text = ')) {
      if (text !== '' && !text.endsWith('\n')) text += ' ';
      at = text.length;
      text += line.slice('# text = '.length);
    }
    const [number, word = '', , , , , , , , misc = ''] = line.split('\t');
    if (number === undefined || !/^\d+$/u.test(number)) continue;
    const found = text.indexOf(word, at);
    const start = found >= 0 && found - at < 4 ? found : at;
    const end = found === start ? start + word.length : start;
    at = end;
    words.push({ start, end });
    const entity = /(?:^|\|)Entity=([^|]*)/u.exec(misc)?.[1];
    if (entity !== undefined) readEntity(entity, words, open, mentions);
  }
  return { id, text, mentions };
}

/** "(1-person-…-2-coref", "1)", "(3-place-…-1-coref)", several run together. */
function readEntity(entity: string, words: readonly Word[], open: Open[], mentions: GumMention[]): void {
  const here = words.length - 1;
  for (const [piece] of entity.matchAll(/\([^()]*\)?|\d+\)/gu)) {
    const [cluster = '', type = '', , , , core = ''] = piece.replace(/[()]/gu, '').split('-');
    if (piece.startsWith('(')) {
      const numbers = core.split(',').map((n) => Number(n) - 1);
      open.push({ cluster: Number(cluster), type, core: numbers, from: here });
      if (!piece.endsWith(')')) continue;
    }
    const i = open.findLastIndex((one) => one.cluster === Number(cluster));
    const [closed] = i >= 0 ? open.splice(i, 1) : [];
    if (closed) mentions.push(mentionOf(closed, words, here));
  }
}

function mentionOf({ cluster, type, core, from }: Open, words: readonly Word[], to: number): GumMention {
  const inside = core.flatMap((n) => words[from + n] ?? []);
  return { start: words[from]?.start ?? 0, end: words[to]?.end ?? 0, cluster, type, core: inside };
}
