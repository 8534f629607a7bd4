/** Discord's ids count milliseconds from here, the first second of 2015. */
const epoch = 1_420_070_400_000n;

let last = 0n;

/** A new id as Discord makes them: 42 bits of milliseconds, then a counter; each greater than the one before. */
export function newSnowflake(now: number = Date.now()): string {
  const fresh = (BigInt(now) - epoch) << 22n;
  last = fresh > last ? fresh : last + 1n;
  return last.toString();
}
