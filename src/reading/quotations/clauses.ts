import type { Attribution } from './attribution/attributions.ts';
import { phraseStartingAt } from './attribution/phrases.ts';
import { AUXILIARIES, BETWEEN, DAYS, PREPOSITIONS } from './attribution/words.ts';
import { cueOf } from './cues.ts';
import type { Item, Outline, Unit } from './outline.ts';

/** The items of a reported clause, from the first to (excluded) the last. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** Is it introduced by "that" (or how, whether, why)? */
  readonly that: boolean;
}

/** How far behind the cue a "that" may stand: "said in an interview with the newspaper on Sunday that". */
const THAT_REACH = 16;

/** What a cue before its words reports: "X told reporters on Friday that …|". */
export function clauseAfter(
  outline: Outline,
  unit: Unit,
  attribution: Attribution,
  later: readonly Attribution[],
): Clause | null {
  const { items } = outline;
  let from = attribution.to;
  let that = false;
  const introduced = thatBehind(items, from, unit.to, attribution.cue.hearer);
  if (introduced >= 0) {
    from = items[introduced]?.word === 'that' ? introduced + 1 : introduced;
    that = true;
  } else from = behindHearer(outline, unit, attribution);
  while (/^[,:–—-]$/.test(items[from]?.word ?? '')) from++;
  let to = unit.to;
  const cut = later.find(
    ({ order, from: at }) =>
      (order === 'shared subject' || order === 'according to') &&
      at > from + 2 &&
      /^(?:,|and|but)$/.test(items[at - 1]?.word ?? ''),
  );
  if (cut) to = cut.from;
  const contrast = later.find(
    ({ order, from: at }) =>
      order === 'subject first' &&
      at > from + 2 &&
      /^(?:and|but|while)$/.test(items[at - 1]?.word ?? '') &&
      /^,?$/.test(items[at - 2]?.word ?? 'x') &&
      items[at - 2]?.kind !== 'name',
  );
  if (contrast) to = Math.min(to, contrast.from);
  for (let i = from; i < to; i++) if (items[i]?.word === ';') to = i;
  to = withoutTail(items, from, inRelative(items, attribution) ? endOfRelative(items, from, to) : to);
  return to > from ? { from, to, that } : null;
}

/** "Rojas, who said …": is the report part of a clause that tells about its speaker? */
function inRelative(items: readonly Item[], { speaker, order, cueFrom }: Attribution): boolean {
  if (!speaker || order !== 'subject first') return false;
  for (let i = speaker.to; i < cueFrom && i - speaker.to < 4; i++) if (items[i]?.word === 'who') return true;
  return false;
}

/** "who said that it was over|, left": where the verb of the main clause follows. */
function endOfRelative(items: readonly Item[], from: number, to: number): number {
  for (let i = from + 2; i < to - 1; i++) {
    const next = items[i + 1]?.word ?? '';
    const verb = AUXILIARIES.has(next) || next.endsWith('ed') || cueOf(next)?.form === 'finite';
    if (items[i]?.word === ',' && verb) return i;
  }
  return to;
}

/** The "that" which belongs to the cue: only hearers, times and circumstances may stand between. */
function thatBehind(items: readonly Item[], from: number, limit: number, hearer: boolean): number {
  for (let i = from; i < limit && i - from < THAT_REACH; i++) {
    const item = items[i];
    if (!item || item.kind === 'marked') return -1;
    if (item.word === 'that' || (i === from && /^(?:how|whether|why|what|if)$/.test(item.word))) {
      const first = items[from];
      const circumstance =
        i === from ||
        /^(?:hope|concern|concerns|fear|fears|confidence|regret|doubt|doubts|belief|conviction|satisfaction|gratitude|surprise|view|opinion|readiness)$/.test(
          items[i - 1]?.word ?? '',
        ) ||
        hearer ||
        (first !== undefined &&
          (first.kind === 'mark' ||
            PREPOSITIONS.has(first.word) ||
            DAYS.has(first.word) ||
            BETWEEN.has(first.word) ||
            first.word.endsWith('ly') ||
            first.word === 'back'));
      return circumstance ? i : -1;
    }
    if (item.kind === 'mark' && item.word !== ',') return -1;
  }
  return -1;
}

/** Over the hearer and the time: "told reporters| the", "said on Tuesday| the". */
function behindHearer(outline: Outline, unit: Unit, attribution: Attribution): number {
  const { items } = outline;
  let at = attribution.to;
  if (attribution.cue.hearer) {
    const hearer = items[at];
    const phrase = /^(?:him|her|them|me|us|you)$/.test(hearer?.word ?? '')
      ? { to: at + 1 }
      : phraseStartingAt(outline, at, unit.to);
    if (phrase) at = phrase.to;
  }
  while (
    at < unit.to &&
    (DAYS.has(items[at]?.word ?? '') ||
      (items[at]?.word === 'on' && DAYS.has(items[at + 1]?.word ?? '')) ||
      items[at]?.word === 'back')
  )
    at++;
  return at;
}

/** What a cue behind its words reports: "|…, X said." */
export function clauseBefore(
  outline: Outline,
  unit: Unit,
  attribution: Attribution,
  earlier: readonly Attribution[],
): Clause | null {
  const { items } = outline;
  let to = attribution.from;
  const before = items[to - 1];
  if (!before || to <= unit.from) return null;
  if (
    attribution.order !== 'according to' &&
    before.word !== ',' &&
    before.kind !== 'marked' &&
    !/^[–—]+$/.test(before.word)
  )
    return null;
  to = withoutTail(items, unit.from, to);
  const last = earlier.findLast(({ to: end }) => end <= attribution.from);
  const from = last && isTrailing(items, unit, last) ? last.to : unit.from;
  return to > from ? { from, to, that: false } : null;
}

/** Does the attribution stand behind what it reports: does nothing follow it but a time, a place, a hearer? */
export function isTrailing(items: readonly Item[], unit: Unit, attribution: Attribution): boolean {
  const before = items[attribution.from - 1];
  if (attribution.from <= unit.from || !before) return false;
  if (before.word !== ',' && before.kind !== 'marked' && !/^[–—]+$/.test(before.word)) return false;
  const next = items[attribution.to];
  if (attribution.to >= unit.to || !next) return true;
  if (next.kind === 'mark')
    return next.word !== ':' && (next.word !== ',' || before.word === ',' || before.kind === 'marked');
  if (next.kind === 'marked' || next.word === 'that') return false;
  const circumstance =
    PREPOSITIONS.has(next.word) || DAYS.has(next.word) || /^(?:when|while|as|after|before)$/.test(next.word);
  if (
    !circumstance &&
    !attribution.cue.hearer &&
    !next.word.endsWith('ly') &&
    next.word !== 'last' &&
    next.word !== 'earlier'
  )
    return false;
  for (let i = attribution.to; i < unit.to; i++) if (items[i]?.word === 'that') return false;
  return unit.to - attribution.to < 20;
}

/** Without the marks, and the "and" or "but", at its end. */
function withoutTail(items: readonly Item[], from: number, end: number): number {
  let to = end;
  while (
    to > from &&
    (items[to - 1]?.kind === 'mark' || /^(?:and|but|while|as)$/.test(items[to - 1]?.word ?? '')) &&
    !/^[)\]%]$/.test(items[to - 1]?.word ?? '')
  )
    to--;
  return to;
}
