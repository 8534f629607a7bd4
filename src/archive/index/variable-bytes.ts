/** Bytes that grow as numbers are written to them, in seven bits a byte, the low ones first, the high bit set on all but the last. */
export class VariableBytes {
  #bytes = new Uint8Array(1 << 6);
  length = 0;

  /** Writes a number of one byte as it is. */
  byte(value: number): void {
    this.#grow();
    this.#bytes[this.length++] = value;
  }

  /** Writes a whole number from 0 on, below 2³¹. */
  number(value: number): void {
    this.#grow();
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = 128 + (rest % 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.length++] = rest;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** Makes room for whatever is written next. */
  #grow(): void {
    if (this.length + 8 <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** The number that begins at a place, below 2³¹. */
export function numberAt(bytes: Uint8Array, at: number): number {
  // Every index lies within the bytes.
  let byte = bytes[at]!;
  let value = byte & 127;
  for (let next = at + 1, shift = 7; byte > 127; next++, shift += 7) {
    byte = bytes[next]!;
    value |= (byte & 127) << shift;
  }
  return value;
}

/** How many bytes a number takes. */
export const bytesOf = (value: number): number =>
  value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5;

/** All numbers that were written, none of them with `byte`. */
export function numbersIn(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const value = numberAt(bytes, at);
    numbers.push(value);
    at += bytesOf(value);
  }
  return numbers;
}
