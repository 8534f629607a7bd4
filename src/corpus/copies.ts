import type { ArticleId } from './article.ts';

/**
 * How an article is a copy of the fullest one of its group: word for word; edited; or a part of it, or with more around it,
 * as agencies' stories are taken over.
 */
export type CopyKind = 'exact' | 'near' | 'syndicated';

export interface Copy {
  readonly id: ArticleId;
  readonly kind: CopyKind;
  /** The share of the shorter one's words, in their order, that the other has too, 0 to 1. */
  readonly likeness: number;
}

/** One text in several articles: one source, however many print it. */
export interface CopyGroup {
  /** The fullest; of equals the first given. */
  readonly original: ArticleId;
  readonly copies: readonly Copy[];
}

/** So many words in a row are compared. */
const SHINGLE = 4;
/** One in so many shingles is looked up to find what may be a copy. */
const SAMPLED = 6;
/** Shingles that two must share among those looked up before they are compared in full; of short texts fewer. */
const ENOUGH_SHARED = 3;
/** A phrase that more than so many different texts have is a standing one, and points to no copy. */
const STANDING = 60;
/** Below so many shingles a text says too little: two briefs of one event come out alike. */
const SHORTEST = 25;
/** A copy has at least this share of the shorter text; other reports of the same event share quotations, not this much. */
const LEAST_LIKENESS = 0.6;
/** As much of both together: the one is the other, edited. */
const LEAST_RESEMBLANCE = 0.6;

/**
 * Groups articles that print the same text. Compared are shingles (runs of four words, capitals and marks aside) in the
 * way of Broder (On the resemblance and containment of documents, 1997): resemblance for edited copies, containment for
 * those that were cut or put among other words. Each article is held against the fullest of each group only, so that
 * likeness is not handed on from copy to copy. Linear in what is given but for standing phrases.
 */
export function groupCopies(articles: Iterable<{ readonly id: ArticleId; readonly body: string }>): CopyGroup[] {
  const texts = [...articles].map(({ id, body }) => ({ id, shingles: shinglesOf(body) }));
  // The fullest first; the sort keeps the order of equals.
  const leaders: { readonly id: ArticleId; readonly shingles: Uint32Array; readonly copies: Copy[] }[] = [];
  const leadersWith = new Map<number, number[]>();
  for (const text of texts.sort((a, b) => b.shingles.length - a.shingles.length)) {
    if (text.shingles.length < SHORTEST) break;
    const found = bestOf(candidates(text.shingles, leadersWith), text.shingles, leaders);
    if (found) leaders[found.leader]?.copies.push({ id: text.id, kind: found.kind, likeness: found.likeness });
    else {
      for (const shingle of sampled(text.shingles)) {
        const with_ = leadersWith.get(shingle);
        if (with_) with_.push(leaders.length);
        else leadersWith.set(shingle, [leaders.length]);
      }
      leaders.push({ ...text, copies: [] });
    }
  }
  return leaders.flatMap(({ id, copies }) => (copies.length > 0 ? [{ original: id, copies }] : []));
}

/** For each article that is a copy, the original of its group: what has the same original is one source. */
export function originalsOf(groups: readonly CopyGroup[]): ReadonlyMap<ArticleId, ArticleId> {
  return new Map(groups.flatMap(({ original, copies }) => copies.map(({ id }) => [id, original] as const)));
}

/** How many sources these articles are, copies of one text counted once. */
export function sourcesAmong(ids: Iterable<ArticleId>, originals: ReadonlyMap<ArticleId, ArticleId>): number {
  return new Set([...ids].map((id) => originals.get(id) ?? id)).size;
}

/** The leaders that share enough of the shingles looked up. */
function candidates(shingles: Uint32Array, leadersWith: ReadonlyMap<number, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  let looked = 0;
  for (const shingle of sampled(shingles)) {
    const leaders = leadersWith.get(shingle) ?? [];
    if (leaders.length > STANDING) continue;
    looked++;
    for (const leader of leaders) shared.set(leader, (shared.get(leader) ?? 0) + 1);
  }
  const enough = Math.max(1, Math.min(ENOUGH_SHARED, Math.floor(looked * 0.25)));
  return [...shared].flatMap(([leader, count]) => (count >= enough ? [leader] : []));
}

function bestOf(
  among: readonly number[],
  shingles: Uint32Array,
  leaders: readonly { readonly shingles: Uint32Array }[],
): { leader: number; kind: CopyKind; likeness: number } | null {
  let best: { leader: number; kind: CopyKind; likeness: number } | null = null;
  for (const leader of among) {
    const other = leaders[leader]?.shingles ?? new Uint32Array();
    const common = inCommon(shingles, other);
    const likeness = common / Math.min(shingles.length, other.length);
    if (likeness < LEAST_LIKENESS || likeness <= (best?.likeness ?? 0)) continue;
    const all = shingles.length + other.length - common;
    const kind = common === all ? 'exact' : common / all >= LEAST_RESEMBLANCE ? 'near' : 'syndicated';
    best = { leader, kind, likeness };
  }
  return best;
}

/** A text's shingles as numbers, each once, ascending. */
function shinglesOf(body: string): Uint32Array {
  const words =
    body
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let start = 0; start + SHINGLE <= hashes.length; start++) {
    let mixed = 0;
    for (let at = start; at < start + SHINGLE; at++) mixed = Math.imul(mixed, 0x9e3779b1) + (hashes[at] ?? 0);
    shingles.add(finished(mixed));
  }
  return Uint32Array.from(shingles).sort();
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads a number over all 32 bits (the finish of MurmurHash3), so that sampling by remainder is fair. */
function finished(mixed: number): number {
  let hash = mixed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The same shingles of every text: those that SAMPLED divides. */
const sampled = (shingles: Uint32Array): Uint32Array => shingles.filter((shingle) => shingle % SAMPLED === 0);

function inCommon(a: Uint32Array, b: Uint32Array): number {
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common;
}
