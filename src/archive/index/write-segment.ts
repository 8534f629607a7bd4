import { createHash } from 'node:crypto';
import { describeDocuments } from './describe.ts';
import { aligned, HEADER, MAGIC, openSegment, SECTIONS, SEGMENT_VERSION } from './segment.ts';
import { FIELDS, type SearchIndex } from './structure.ts';
import { VariableBytes } from './variable-bytes.ts';

/**
 * Freezes indexes into one: the documents of the first, then those of the second, and so on, numbered anew without gaps.
 * The bytes are those of a file as segment.ts describes it. `described` false leaves out what each document is about,
 * for an index that will only be merged with others.
 */
export function freeze(sources: readonly SearchIndex[], described = true): Uint8Array {
  const numbered = renumbered(sources);
  const size = sources.reduce((sum, { size: documents }) => sum + documents, 0);
  const lengths = new Uint32Array(FIELDS.length * size);
  const ids = new Texts();
  sources.forEach((source, which) => {
    for (const document of source.documents()) {
      const number = numbered[which]?.[document] ?? 0;
      for (const field of FIELDS.keys()) lengths[FIELDS.length * number + field] = source.lengthOf(document, field);
      ids.add(source.idOf(document) ?? '');
    }
  });

  const terms = new Texts();
  const termDocuments: number[] = [];
  const postingOffsets: number[] = [0];
  const postings = new VariableBytes();
  for (const [term, having] of inOrder(sources.map((source) => source.terms()))) {
    let last = -1;
    let documents = 0;
    for (const which of having) {
      const numbers = numbered[which] ?? new Uint32Array();
      sources[which]?.eachPosting(term, (document, headline, lead, body) => {
        const number = numbers[document] ?? 0;
        writePosting(postings, number - last, headline, lead, body);
        last = number;
        documents++;
      });
    }
    if (documents === 0) continue;
    terms.add(term);
    termDocuments.push(documents);
    postingOffsets.push(postings.length);
  }

  const { words, wordDocuments, wordCapitalised, numberOf } = vocabularyOf(sources);
  const { keys, sharingOffsets, sharing } = namesOf(sources, numberOf);
  const parts: Record<(typeof SECTIONS)[number], ArrayBufferView> = {
    lengths,
    idOffsets: ids.offsets(),
    ids: ids.bytes(),
    termOffsets: terms.offsets(),
    terms: terms.bytes(),
    termDocuments: Uint32Array.from(termDocuments),
    postingOffsets: Uint32Array.from(postingOffsets),
    postings: postings.bytes(),
    wordOffsets: words.offsets(),
    words: words.bytes(),
    wordDocuments: Uint32Array.from(wordDocuments),
    wordCapitalised: Uint32Array.from(wordCapitalised),
    keyOffsets: keys.offsets(),
    keys: keys.bytes(),
    sharingOffsets: Uint32Array.from(sharingOffsets),
    sharing: Uint32Array.from(sharing),
    describingOffsets: new Uint32Array(size + 1),
    describing: new Uint8Array(),
  };
  const bare = assembled(SECTIONS.map((name) => parts[name]));
  if (!described) return bare;
  const { offsets, bytes } = describeDocuments(openSegment(bare), terms.all());
  const describing = { describingOffsets: offsets, describing: bytes };
  return assembled(SECTIONS.map((name) => ({ ...parts, ...describing })[name]));
}

/** For each source: its document numbers → the new ones. */
function renumbered(sources: readonly SearchIndex[]): Uint32Array[] {
  let next = 0;
  return sources.map((source) => {
    const numbers = new Uint32Array(source.end);
    for (const document of source.documents()) numbers[document] = next++;
    return numbers;
  });
}

function writePosting(bytes: VariableBytes, step: number, headline: number, lead: number, body: number): void {
  if (headline > 0 || lead > 1 || (lead === 1 && body !== 1) || body === 0) {
    bytes.number(4 * step + 3);
    bytes.number(headline);
    bytes.number(lead);
    bytes.number(body);
  } else if (body > 1) {
    bytes.number(4 * step + 2);
    bytes.number(body);
  } else bytes.number(4 * step + lead);
}

/** Walks sorted lists side by side: each text once, in order, with the numbers of the lists that have it. */
function* inOrder(lists: readonly Iterable<string>[]): Generator<readonly [string, readonly number[]]> {
  const cursors = lists.map((list) => list[Symbol.iterator]());
  const heads = cursors.map((cursor) => headOf(cursor));
  for (;;) {
    let least: string | null = null;
    for (const head of heads) if (head !== null && (least === null || head < least)) least = head;
    if (least === null) return;
    const having: number[] = [];
    for (const [which, head] of heads.entries()) if (head === least) having.push(which);
    yield [least, having];
    for (const which of having) heads[which] = headOf(cursors[which]);
  }
}

function headOf(cursor: Iterator<string> | undefined): string | null {
  const next = cursor?.next();
  return !next || next.done ? null : next.value;
}

function vocabularyOf(sources: readonly SearchIndex[]) {
  const counts = new Map<string, { documents: number; capitalised: number }>();
  for (const source of sources) {
    for (const [word, { documents, capitalised }] of source.words()) {
      const known = counts.get(word);
      if (!known) counts.set(word, { documents, capitalised });
      else {
        known.documents += documents;
        known.capitalised += capitalised;
      }
    }
  }
  const words = new Texts();
  const [wordDocuments, wordCapitalised]: [number[], number[]] = [[], []];
  const numberOf = new Map<string, number>();
  for (const word of [...counts.keys()].sort()) {
    const { documents = 0, capitalised = 0 } = counts.get(word) ?? {};
    numberOf.set(word, numberOf.size);
    words.add(word);
    wordDocuments.push(documents);
    wordCapitalised.push(capitalised);
  }
  return { words, wordDocuments, wordCapitalised, numberOf };
}

function namesOf(sources: readonly SearchIndex[], numberOf: ReadonlyMap<string, number>) {
  const names = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const [key, sharing] of source.names()) {
      const known = names.get(key) ?? new Set();
      names.set(key, known);
      for (const word of sharing) known.add(word);
    }
  }
  const keys = new Texts();
  const sharing: number[] = [];
  const sharingOffsets: number[] = [0];
  for (const key of [...names.keys()].sort()) {
    keys.add(key);
    for (const word of names.get(key) ?? []) sharing.push(numberOf.get(word) ?? 0);
    sharingOffsets.push(sharing.length);
  }
  return { keys, sharingOffsets, sharing };
}

/** Texts one after another, and where each begins. */
class Texts {
  readonly #parts: Buffer[] = [];
  readonly #offsets: number[] = [0];
  #length = 0;

  add(text: string): void {
    const part = Buffer.from(text);
    this.#parts.push(part);
    this.#length += part.length;
    this.#offsets.push(this.#length);
  }

  all(): string[] {
    return this.#parts.map((part) => part.toString());
  }

  offsets(): Uint32Array {
    return Uint32Array.from(this.#offsets);
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}

/** The header, and the sections each at a multiple of 8. */
function assembled(parts: readonly ArrayBufferView[]): Uint8Array {
  let end = aligned(HEADER + 4 * parts.length);
  const places = parts.map(({ byteLength }) => {
    const at = end;
    end = aligned(end + byteLength);
    return at;
  });
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  file.set(Buffer.from(MAGIC, 'latin1'));
  view.setUint32(8, SEGMENT_VERSION, true);
  view.setUint32(12, parts.length, true);
  parts.forEach(({ buffer, byteOffset, byteLength }, index) => {
    view.setUint32(HEADER + 4 * index, byteLength, true);
    file.set(new Uint8Array(buffer, byteOffset, byteLength), places[index]);
  });
  file.set(createHash('sha256').update(file.subarray(HEADER)).digest(), 16);
  return file;
}
