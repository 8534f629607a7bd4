import { hashString, mix } from '../linear/hash.ts';
import type { SentenceWords } from './words.ts';

/** No word has more features. */
export const MOST_TAG_FEATURES = 64;

const OUTSIDE = 0x5bd1;

/**
 * The features of word `i` for its tag: word, endings, beginnings, shape, cluster, neighbours, and the tags already given
 * to those before it. Written as buckets to `out`; the number of them is returned.
 */
export function tagFeatures(
  { lower, ids, shapes, clusters, titleCase }: SentenceWords,
  tags: ArrayLike<number>,
  i: number,
  bits: number,
  out: Int32Array,
): number {
  const shift = 32 - bits;
  let count = 0;
  const put = (template: number, a: number, b = 0) => {
    out[count++] = mix(mix(Math.imul(template, 0x85ebca6b), a), b) >>> shift;
  };
  const last = ids.length - 1;
  const id = (k: number) => (k < 0 || k > last ? OUTSIDE : (ids[k] ?? 0));
  const cluster = (k: number) => (k < 0 || k > last ? -1 : (clusters[k] ?? 0));
  const ending = (k: number, length: number) => {
    const word = lower[k];
    return word === undefined ? OUTSIDE : hashString(word, Math.max(0, word.length - length));
  };
  const word = lower[i] ?? '';
  const own = id(i);
  const shape = mix(shapes[i] ?? 0, titleCase ? 1 : 0);
  const before = i > 0 ? (tags[i - 1] ?? 0) : -1;
  const before2 = i > 1 ? (tags[i - 2] ?? 0) : -1;

  put(1, own);
  put(2, own, shape);
  put(3, id(i - 1));
  put(4, id(i + 1));
  put(5, id(i - 2));
  put(6, id(i + 2));
  put(7, before);
  put(8, before2);
  put(9, before, before2);
  put(10, before, own);
  put(11, id(i - 1), own);
  put(12, own, id(i + 1));
  put(13, before, id(i + 1));
  for (let length = 1; length <= 5; length++) if (word.length > length) put(13 + length, ending(i, length));
  for (let length = 1; length <= 4; length++) {
    if (word.length > length) put(19 + length, hashString(word, 0, length));
  }
  put(24, shape);
  put(25, shape, i === 0 ? 1 : 0);
  put(26, ending(i, 3), before);
  put(27, ending(i, 2), mix(before, before2));
  put(28, ending(i + 1, 3));
  put(29, ending(i - 1, 3));
  put(30, id(i - 1), id(i + 1));
  put(31, ending(i, 3), shape);
  put(32, ending(i, 3), ending(i + 1, 3));
  put(33, ending(i, 2), ending(i + 1, 2));
  put(34, id(i + 1), id(i + 2));
  put(35, id(i - 1), id(i - 2));
  put(36, mix(before, before2), own);
  put(37, shapes[i + 1] ?? OUTSIDE, shape);
  put(38, shapes[i - 1] ?? OUTSIDE, shape);
  put(39, word.length > 3 ? hashString(word, 0, 3) : own, ending(i, 3));
  put(40, cluster(i));
  put(41, cluster(i), before);
  put(42, cluster(i), cluster(i + 1));
  put(43, cluster(i - 1), cluster(i));
  put(44, cluster(i + 1));
  put(45, cluster(i + 2), cluster(i + 1));
  put(46, cluster(i), ending(i, 2));
  put(47, cluster(i), shape);
  put(48, before, cluster(i + 1));
  put(49, 0);
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0 && hyphen < word.length - 1) put(50, hashString(word, hyphen + 1));
  return count;
}
