import { type Span, span } from '../text/span.ts';
import { type Attribution, attributionsIn } from './attribution.ts';
import { DAYS, PREPOSITIONS } from './attribution-words.ts';
import type { ReadingDocument } from './document.ts';
import type { MarkedStretch } from './quotation-marks.ts';
import { type Clause, clauseAfter, clauseBefore, isTrailing } from './quotations-clauses.ts';
import { type Outline, outlineOf, type Unit } from './quotations-outline.ts';
import type { Quotation, Speaker } from './reading.ts';
import { remember, type SpeakersSoFar, speakerOf } from './speakers.ts';

/** How a stretch in quotation marks stands to the words that report it. */
interface Reported {
  readonly attribution: Attribution;
  readonly side: 'before' | 'after' | 'middle';
}

/**
 * Finds what is reported as somebody's words: in quotation marks (direct; mixed where they are part of the reporter's
 * clause) or without (indirect). In order of their start; words nobody is told to have said have no speaker.
 */
export function findQuotations(document: ReadingDocument): Quotation[] {
  const outline = outlineOf(document);
  const soFar: SpeakersSoFar = { spoken: [], statementBy: null };
  const quotations: Quotation[] = [];
  outline.units.forEach((unit, position) => {
    quotations.push(...quotationsIn(outline, unit, position, soFar));
  });
  return quotations.sort((a, b) => a.start - b.start || a.end - b.end);
}

function quotationsIn(outline: Outline, unit: Unit, position: number, soFar: SpeakersSoFar): Quotation[] {
  const { items, stretches } = outline;
  const all = attributionsIn(outline, unit);
  const attributions = all.filter(({ negated }) => !negated);
  const speakers = new Map<Attribution, Speaker | null>();
  const speakerBy = (attribution: Attribution): Speaker | null => {
    const known = speakers.get(attribution);
    if (known !== undefined) return known;
    const speaker = attribution.speaker && speakerOf(outline, attribution.speaker, position, soFar);
    speakers.set(attribution, speaker);
    return speaker;
  };
  const found: Quotation[] = [];
  const used = new Set<Attribution>();
  const clauses = new Set<string>();

  for (let i = unit.from; i < unit.to; i++) {
    const item = items[i];
    const stretch = item?.kind === 'marked' ? stretches[item.index] : undefined;
    if (!stretch) continue;
    const reported = reportOf(outline, unit, i, attributions);
    if (!reported) {
      const speaker = floating(outline, unit, i, position, soFar);
      if (speaker !== undefined) found.push(direct(outline, stretch, speaker, null));
      continue;
    }
    const { attribution } = reported;
    const clause = clauseOf(outline, unit, i, reported, attributions);
    if (clause && attribution.cue.strength === 'holds' && !isQuoted(outline, stretch, i, attribution)) continue;
    used.add(attribution);
    const speaker = speakerBy(attribution);
    const cue = cueSpan(outline, attribution);
    const key = clause ? `${clause.from}-${clause.to}` : '';
    if (clause && !clauses.has(key)) {
      clauses.add(key);
      found.push({
        ...spanOf(outline, clause),
        kind: 'mixed',
        words: stretch.words,
        speaker,
        cue,
        asides: asidesIn(outline, stretch),
      });
    } else found.push({ ...direct(outline, stretch, speaker, cue), kind: clause ? 'mixed' : 'direct' });
  }
  found.push(...indirectIn(outline, unit, attributions, used, speakerBy));
  for (const { speaker } of found) if (speaker) remember(outline, soFar, speaker, unit, position);
  return found;
}

/** The attribution that a stretch in marks belongs to; null where none in its unit does. */
function reportOf(outline: Outline, unit: Unit, at: number, attributions: readonly Attribution[]): Reported | null {
  const { items } = outline;
  let next = at + 1;
  while (next < unit.to && items[next]?.kind === 'mark' && items[next]?.word !== ':') next++;
  const after = attributions.find(({ from, order }) => from === next || (order === 'shared subject' && from === next));
  if (after && after.order !== 'colon' && !introduces(outline, after, at)) return { attribution: after, side: 'after' };
  const before = attributions.findLast(({ to }) => to <= at);
  if (before) return { attribution: before, side: 'before' };
  const middle = attributions.find(({ from }) => from > at);
  return middle ? { attribution: middle, side: 'middle' } : null;
}

/** `"…" and he added: "…"`: does the attribution behind this stretch lead to the next one instead? */
function introduces({ items }: Outline, attribution: Attribution, at: number): boolean {
  const last = items[at];
  if (!last || items[attribution.to]?.word !== ':') return false;
  return items[at + 1]?.word !== ',';
}

/** The reporter's clause around the words in marks; null where they stand for themselves. */
function clauseOf(
  outline: Outline,
  unit: Unit,
  at: number,
  { attribution, side }: Reported,
  all: readonly Attribution[],
): Clause | null {
  const { items } = outline;
  if (side === 'before') {
    const clause = clauseAfter(
      outline,
      unit,
      attribution,
      all.filter(({ from }) => from > at),
    );
    if (!clause || clause.from > at || clause.to <= at) return null;
    const own = clause.from === at || onlyCircumstance(outline, clause.from, at);
    const ends = clause.to === at + 1 || (items[at + 1]?.kind === 'mark' && items[at + 1]?.word !== '(');
    return own && ends ? null : clause;
  }
  const clause = clauseBefore(outline, unit, attribution, all);
  if (!clause || clause.from > at || clause.to <= at) return null;
  if (clause.to > at + 1) return clause;
  const before = items[at - 1];
  return clause.from === at || !before || before.kind === 'mark' || before.kind === 'marked' ? null : clause;
}

/** Between cue and words nothing but hearer, time and place: `told reporters in Lima, "…"`. */
function onlyCircumstance({ items }: Outline, from: number, at: number): boolean {
  const last = items[at - 1];
  if (last?.word === ',' || last?.word === ':') return true;
  const first = items[from];
  return first !== undefined && at - from < 8 && (PREPOSITIONS.has(first.word) || DAYS.has(first.word));
}

/** Does a verb like "called" or "described" really quote here, or do the marks only set a word apart? */
function isQuoted(outline: Outline, stretch: MarkedStretch, at: number, attribution: Attribution): boolean {
  return stretch.words.end - stretch.words.start >= 4 && at - attribution.to < 30;
}

/** Who goes on speaking in words that no cue reports; undefined where they are no quotation. */
function floating(
  outline: Outline,
  unit: Unit,
  at: number,
  position: number,
  soFar: SpeakersSoFar,
): Speaker | null | undefined {
  const { items, stretches, document } = outline;
  const stretch = stretches[items[at]?.index ?? -1];
  if (!stretch) return undefined;
  for (let i = unit.from; i < unit.to; i++)
    if (items[i]?.kind !== 'marked' && items[i]?.kind !== 'mark') return undefined;
  const words = document.text.slice(stretch.words.start, Math.min(stretch.words.end, stretch.words.start + 400));
  if (stretch.closed && words.split(/\s+/).length < 3 && !/[.!?,…]$/.test(words)) return undefined;
  const last = soFar.spoken.at(-1);
  return last && position - last.unit <= 3 ? last.speaker : null;
}

function direct(outline: Outline, stretch: MarkedStretch, speaker: Speaker | null, cue: Span | null): Quotation {
  const { start, end, words } = stretch;
  return { start, end, kind: 'direct', words, speaker, cue, asides: asidesIn(outline, stretch) };
}

function indirectIn(
  outline: Outline,
  unit: Unit,
  attributions: readonly Attribution[],
  used: ReadonlySet<Attribution>,
  speakerBy: (attribution: Attribution) => Speaker | null,
): Quotation[] {
  const { items } = outline;
  const found: Quotation[] = [];
  let done = unit.from;
  for (const attribution of attributions) {
    if (used.has(attribution) || attribution.from < done || attribution.order === 'colon') continue;
    const later = attributions.filter(({ from }) => from > attribution.from);
    const trailing = isTrailing(items, unit, attribution) || attribution.order === 'cue first';
    const clause = trailing
      ? clauseBefore(outline, unit, attribution, attributions)
      : clauseAfter(outline, unit, attribution, later);
    if (!clause || !isReported(outline, attribution, clause, trailing)) continue;
    const speaker = speakerBy(attribution);
    const where = spanOf(outline, clause);
    found.push({ ...where, kind: 'indirect', words: where, speaker, cue: cueSpan(outline, attribution), asides: [] });
    done = Math.max(clause.to, attribution.to);
  }
  return found;
}

function isReported({ items }: Outline, { cue, order }: Attribution, clause: Clause, trailing: boolean): boolean {
  for (let i = clause.from; i < clause.to; i++) if (items[i]?.kind === 'marked') return false;
  if (clause.to - clause.from < 3) return false;
  if (order === 'according to') return true;
  if (cue.strength === 'holds')
    return clause.that && /^(?:think|believe|hope|expect|feel|fear|accept|agree|express)$/.test(cue.lemma);
  return (
    clause.that ||
    trailing ||
    /^(?:say|add|tell|note|argue|claim|warn|suggest|announce|report|acknowledge|write|insist)$/.test(cue.lemma)
  );
}

const cueSpan = ({ items }: Outline, { cueFrom, cueTo }: Attribution): Span =>
  span(items[cueFrom]?.start ?? 0, items[cueTo - 1]?.end ?? 0);

const spanOf = ({ items }: Outline, { from, to }: Clause): Span =>
  span(items[from]?.start ?? 0, items[to - 1]?.end ?? 0);

const ASIDE = /\([^()]{1,300}\)|\[[^[\]]{1,300}\]/g;

/** Remarks of an editor inside the marks. */
function asidesIn({ document }: Outline, { words }: MarkedStretch): Span[] {
  const text = document.text.slice(words.start, words.end);
  return [...text.matchAll(ASIDE)].map(({ index, 0: aside }) =>
    span(words.start + index, words.start + index + aside.length),
  );
}
