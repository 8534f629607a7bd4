/** Bytes that grow as numbers are written to them, in seven bits a byte, the low ones first, the high bit set on all but the last. */
export class VariableBytes {
  #bytes = new Uint8Array(1 << 6);
  length = 0;

  /** Writes a number of one byte as it is. */
  byte(value: number): void {
    this.#grow();
    this.#bytes[this.length++] = value;
  }

  /** Writes a whole number from 0 on. */
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

/** The numbers that were written between two places. */
export function numbersIn(bytes: Uint8Array, from = 0, to = bytes.length): number[] {
  const numbers: number[] = [];
  let [value, factor] = [0, 1];
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!; // within the bytes
    value += (byte & 127) * factor;
    factor *= 128;
    if (byte > 127) continue;
    numbers.push(value);
    [value, factor] = [0, 1];
  }
  return numbers;
}
