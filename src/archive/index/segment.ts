import { createHash } from 'node:crypto';
import { eachDescribing } from './describe.ts';
import { nothingDerived, type SearchIndex, type TakePosting, type WordCount } from './structure.ts';
import { bytesOf, numberAt } from './variable-bytes.ts';

/*
 * A segment: everything that searching asks, in one file that is read into memory as it is and never changed.
 * Numbers are little-endian; every section begins at a multiple of 8 bytes, zeros between.
 *
 *   bytes 0–7     "READOUTF"
 *   bytes 8–11    version (Uint32)
 *   bytes 12–15   how many sections follow (Uint32)
 *   bytes 16–47   SHA-256 of all that comes after these bytes
 *   then          the length of each section in bytes (Uint32 each), then the sections in the order of SECTIONS
 *
 * A table of texts is two sections: where each begins (Uint32, one more than there are texts) and their UTF-8 one after
 * another. Terms, words and keys are in the order of their UTF-16 code units, so that they are found by binary search.
 *
 * Postings of a term, a document at a time in order of their numbers, in variable-byte numbers (seven bits a byte, the low
 * ones first, the high bit set on all but the last): 4 × (its number less the one before, −1 before the first) + shape, where
 * shape 0 is "once, in the body", 1 "once in the body, and that in the lead", 2 "in the body alone, as often as the next
 * number says", 3 "the next three numbers say how often in headline, lead and body".
 */
export const MAGIC = 'READOUTF';
/** Raised with every change of the format, and of what is taken for a word; a file of another version is built anew. */
export const SEGMENT_VERSION = 3;
export const HEADER = 48;

export const SECTIONS = [
  'lengths', // Uint32, three a document: words of headline, lead, body
  'idOffsets',
  'ids',
  'termOffsets',
  'terms',
  'termDocuments', // Uint32 a term: in how many documents
  'postingOffsets', // Uint32, one more than there are terms
  'postings',
  'wordOffsets',
  'words',
  'wordDocuments', // Uint32 a word
  'wordCapitalised', // Uint32 a word
  'keyOffsets', // keys of names
  'keys',
  'sharingOffsets', // Uint32, one more than there are keys
  'sharing', // Uint32: numbers of the words that share the key
  'describingOffsets', // Uint32, one more than there are documents
  'describing', // the document's key terms, as describe.ts packs them
] as const;

type Section = (typeof SECTIONS)[number];

/** How often a posting's fields have the term, where the fields are headline, lead, body. */
const FIELD_COUNT = 3;

export interface Segment extends SearchIndex {
  /** The number by which `eachKeyTerm` names a term; negative where no document has it. */
  termNumber(term: string): number;
}

/** Reads a segment; throws where it is of another version or damaged. */
export function openSegment(file: Uint8Array): Segment {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  const parts = sectionsOf(bytes);
  const numbers = (name: Section) => {
    const { byteOffset, byteLength } = parts[name];
    return new Uint32Array(bytes.buffer, byteOffset, byteLength / 4);
  };
  const texts = (offsets: Section, text: Section) => textTable(numbers(offsets), parts[text]);

  const lengths = numbers('lengths');
  const ids = texts('idOffsets', 'ids');
  const terms = texts('termOffsets', 'terms');
  const termDocuments = numbers('termDocuments');
  const postingOffsets = numbers('postingOffsets');
  const words = texts('wordOffsets', 'words');
  const [wordDocuments, wordCapitalised] = [numbers('wordDocuments'), numbers('wordCapitalised')];
  const keys = texts('keyOffsets', 'keys');
  const [sharingOffsets, sharing] = [numbers('sharingOffsets'), numbers('sharing')];
  const described = { offsets: numbers('describingOffsets'), bytes: parts.describing };

  const size = ids.length;
  const lengthSums = [0, 0, 0];
  for (let at = 0; at < lengths.length; at++) {
    const field = at % FIELD_COUNT;
    lengthSums[field] = (lengthSums[field] ?? 0) + (lengths[at] ?? 0);
  }
  const wordCount = (at: number): WordCount => ({
    documents: wordDocuments[at] ?? 0,
    capitalised: wordCapitalised[at] ?? 0,
  });

  return {
    size,
    end: size,
    lengthSums,
    derived: nothingDerived(),
    *documents() {
      for (let document = 0; document < size; document++) yield document;
    },
    idOf: (document) => (document < size ? ids.at(document) : null),
    lengthOf: (document, field) => lengths[FIELD_COUNT * document + field] ?? 0,
    *terms() {
      for (let at = 0; at < terms.length; at++) yield terms.at(at);
    },
    documentsHaving(term) {
      const at = terms.find(term);
      return at < 0 ? 0 : (termDocuments[at] ?? 0);
    },
    eachPosting(term, take) {
      const at = terms.find(term);
      if (at >= 0) decodePostings(parts.postings, postingOffsets[at] ?? 0, termDocuments[at] ?? 0, take);
    },
    word(word) {
      const at = words.find(word);
      return at < 0 ? null : wordCount(at);
    },
    *words() {
      for (let at = 0; at < words.length; at++) yield [words.at(at), wordCount(at)];
    },
    *names() {
      for (let at = 0; at < keys.length; at++) yield [keys.at(at), sharingAt(at)];
    },
    sharing(key) {
      const at = keys.find(key);
      return at < 0 ? [] : sharingAt(at);
    },
    eachKeyTerm: (document, take) => eachDescribing(described, document, take),
    termNumber: terms.find,
  };

  function sharingAt(key: number): string[] {
    return Array.from(sharing.subarray(sharingOffsets[key], sharingOffsets[key + 1]), (word) => words.at(word));
  }
}

function sectionsOf(bytes: Uint8Array): Readonly<Record<Section, Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder('latin1');
  if (bytes.length < HEADER + 4 * SECTIONS.length || text.decode(bytes.subarray(0, 8)) !== MAGIC) {
    throw new Error('it is no frozen index');
  }
  const version = view.getUint32(8, true);
  if (version !== SEGMENT_VERSION || view.getUint32(12, true) !== SECTIONS.length) {
    throw new Error(`it is of version ${version}, this program reads version ${SEGMENT_VERSION}`);
  }
  const sum = createHash('sha256').update(bytes.subarray(HEADER)).digest();
  if (!sum.equals(bytes.subarray(16, HEADER))) throw new Error('its checksum does not fit its content');
  let at = aligned(HEADER + 4 * SECTIONS.length);
  const parts = SECTIONS.map((name, index): [Section, Uint8Array] => {
    const length = view.getUint32(HEADER + 4 * index, true);
    const part = bytes.subarray(at, at + length);
    at = aligned(at + length);
    return [name, part];
  });
  return Object.fromEntries(parts) as Record<Section, Uint8Array>; // one for each of SECTIONS
}

export const aligned = (at: number): number => Math.ceil(at / 8) * 8;

interface TextTable {
  readonly length: number;
  at(index: number): string;
  /** The place of a text in a table that is in order; negative where it is not in it. */
  find(text: string): number;
}

/** When so few texts are left to search, each is looked at in the file. */
const NEAR = 64;

function textTable(offsets: Uint32Array, bytes: Uint8Array): TextTable {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (index: number) => buffer.toString('utf8', offsets[index], offsets[index + 1]);
  /** Those at which every search looks first. */
  const milestones = new Map<number, string>();
  const milestone = (index: number): string => {
    const known = milestones.get(index) ?? at(index);
    milestones.set(index, known);
    return known;
  };
  return {
    length: offsets.length - 1,
    at,
    find(text) {
      let [low, high] = [0, offsets.length - 2];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const found = high - low > NEAR ? milestone(middle) : at(middle);
        if (found === text) return middle;
        if (found < text) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
  };
}

/** For speed in whole numbers of 32 bits: a common word has tens of thousands of postings. Every index lies within the bytes. */
function decodePostings(bytes: Uint8Array, from: number, count: number, take: TakePosting): void {
  let at = from;
  let document = -1;
  for (let index = 0; index < count; index++) {
    const coded = numberAt(bytes, at);
    at += bytesOf(coded);
    document += coded >>> 2;
    const shape = coded & 3;
    if (shape < 2) take(document, 0, shape, 1);
    else {
      const first = numberAt(bytes, at);
      at += bytesOf(first);
      if (shape === 2) take(document, 0, 0, first);
      else {
        const lead = numberAt(bytes, at);
        at += bytesOf(lead);
        const body = numberAt(bytes, at);
        at += bytesOf(body);
        take(document, first, lead, body);
      }
    }
  }
}
