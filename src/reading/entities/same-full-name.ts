import { sameSpelling } from '../../text/spelling.ts';
import { sameGivenName } from './same-given-name.ts';

/** Are these two full names of one person? "Hosni Mubarak", "Hosni El-Sayed Mubarak"; "J. Smith", "John Smith"; not "George W. Bush", "George H. W. Bush". */
export function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!sameSpelling(short.at(-1) ?? '', long.at(-1) ?? '')) {
    return sameWords(short, long);
  }
  if (short.length < 2) return false;
  if (!sameGivenName(short[0] ?? '', long[0] ?? '')) return false;
  const [own, other] = [short[1] ?? '', long[1] ?? ''];
  if (short.length > 2 && own.length === 1 && other.length === 1 && own !== other) return false;
  let next = 1;
  for (const word of short.slice(1, -1)) {
    while (next < long.length - 1 && !sameMiddle(word, long[next] ?? '')) next++;
    if (next >= long.length - 1) return false;
    next++;
  }
  // A middle initial or name that only the longer has is no contradiction; one that differs is.
  return true;
}

const sameMiddle = (a: string, b: string): boolean =>
  a.length === 1 || b.length === 1 ? a.charAt(0) === b.charAt(0) : sameSpelling(a, b);

/** The same words run together or parted otherwise: "Jong-un", "Jong Un", "Jongun". */
const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('');

/** Do these words stand in the other's in a row? "von der Leyen", "Suu Kyi". */
export function partOf(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length >= whole.length) return false;
  return whole.some(
    (_, at) => at + part.length <= whole.length && part.every((word, k) => sameSpelling(word, whole[at + k] ?? '')),
  );
}
