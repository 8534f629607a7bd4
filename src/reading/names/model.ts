/**
 * What the tagger may call a word: the beginning, inside, last or only word of a person's name; the beginning or inside of
 * the name of an organisation, a place, or something else; or nothing.
 */
export const LABELS = [
  'O',
  'B-person',
  'I-person',
  'L-person',
  'U-person',
  'B-organisation',
  'I-organisation',
  'B-place',
  'I-place',
  'B-other',
  'I-other',
] as const;

export type Label = (typeof LABELS)[number];

/** The trained tagger: a linear-chain conditional random field over hashed features, its weights rounded to bytes. */
export interface NameModel {
  /** The table has 2 ** slotBits slots. */
  readonly slotBits: number;
  /** The low half of each feature's hash; the high bits say where in the table the search for it begins. 0 is an empty slot. */
  readonly checks: Uint16Array;
  /** `LABELS.length` weights for each slot. */
  readonly weights: Int8Array;
  /** From label (row) to label (column), in the unit of the weights. */
  readonly transitions: Int32Array;
  /** Hashes, sorted, of words as written that are never part of a name: they are passed over. */
  readonly plain: Uint32Array;
}

const MAGIC = 0x524e414d;

/** Reads a model file. Throws where the bytes are none, or of another version of the reader. */
export function parseNameModel(bytes: Uint8Array): NameModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 16 || view.getUint32(0) !== MAGIC) throw new Error('the name model is not a model file');
  const slotBits = view.getUint32(4);
  const labels = view.getUint32(8);
  const words = view.getUint32(12);
  if (labels !== LABELS.length) throw new Error(`the name model has ${labels} labels instead of ${LABELS.length}`);
  const slots = 2 ** slotBits;
  let offset = 16;
  /** A copy, for typed arrays need their own alignment. (A Buffer's own slice would be no copy.) */
  const take = (length: number) => {
    const end = offset + length;
    if (end > bytes.byteLength) throw new Error('the name model is cut off');
    const part = new Uint8Array(length);
    part.set(bytes.subarray(offset, end));
    offset = end;
    return part.buffer;
  };
  const model = {
    slotBits,
    transitions: new Int32Array(take(4 * labels * labels)),
    plain: new Uint32Array(take(4 * words)),
    checks: new Uint16Array(take(2 * slots)),
    weights: new Int8Array(take(slots * labels)),
  };
  // A search for a feature ends at an empty slot.
  if (!model.checks.includes(0)) throw new Error('the name model is damaged');
  return model;
}

/** The bytes that `parseNameModel` reads. Little-endian, as every machine Node runs on. */
export function serialiseNameModel(model: NameModel): Uint8Array {
  const head = new DataView(new ArrayBuffer(16));
  head.setUint32(0, MAGIC);
  head.setUint32(4, model.slotBits);
  head.setUint32(8, LABELS.length);
  head.setUint32(12, model.plain.length);
  const parts = [head, model.transitions, model.plain, model.checks, model.weights];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
    offset += part.byteLength;
  }
  return bytes;
}

/** Where a feature's weights begin in `weights`, or -1 where it has none. */
export function findFeature(model: NameModel, hash: number): number {
  const { checks, slotBits } = model;
  const mask = checks.length - 1;
  const check = checkOf(hash);
  for (let slot = hash >>> (32 - slotBits); ; slot = (slot + 1) & mask) {
    const found = checks[slot];
    if (found === check) return slot * LABELS.length;
    if (found === 0) return -1;
  }
}

/** The half of a hash that is kept; never 0, which marks an empty slot. */
export const checkOf = (hash: number): number => hash & 0xffff || 1;

/** Is the word with this hash never part of a name? */
export function isPlain(plain: Uint32Array, hash: number): boolean {
  let low = 0;
  let high = plain.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = plain[middle] ?? 0;
    if (found === hash) return true;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

const kind = (y: number) => (LABELS[y] ?? 'O').slice(2);
const part = (y: number) => (LABELS[y] ?? 'O').charAt(0);

/** May a sentence begin with this label? */
export const mayStart = (y: number): boolean => part(y) !== 'I' && part(y) !== 'L';

/** May a sentence end with it? A person's name has a last word. */
export const mayEnd = (y: number): boolean => !((part(y) === 'B' || part(y) === 'I') && kind(y) === 'person');

/** May label `y` follow label `x`? */
export function mayFollow(x: number, y: number): boolean {
  if (part(y) === 'I' || part(y) === 'L') return kind(x) === kind(y) && (part(x) === 'B' || part(x) === 'I');
  return mayEnd(x);
}
