import { type Span, span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { Quotation, Speaker } from '../reading.ts';
import { type Attribution, attributionsIn } from './attribution/attributions.ts';
import type { Clause } from './clauses.ts';
import { floating } from './floating.ts';
import { indirectIn } from './indirect.ts';
import type { MarkedStretch } from './marks.ts';
import { type Outline, outlineOf, type Unit } from './outline.ts';
import { clauseOf, isApposition, isQuoted, reportOf } from './reported.ts';
import { type ChoosePerson, remember, type SpeakersSoFar, speakerOf } from './speakers/find-speaker.ts';
import { isTitle, isWork } from './utterances.ts';

/**
 * Finds what is reported as somebody's words: in quotation marks (direct; mixed where they are part of the reporter's
 * clause) or without (indirect). In order of their start; words nobody is told to have said have no speaker. `choose` is
 * for learning whom pronouns mean.
 */
export function findQuotations(document: ReadingDocument, choose?: ChoosePerson): Quotation[] {
  const outline = outlineOf(document);
  const soFar: SpeakersSoFar = { spoken: [], statementBy: null, choose };
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
    if (!stretch || isWork(outline, i)) continue;
    const reported = reportOf(outline, unit, i, attributions);
    if (!reported || isApposition(outline, i, reported, used)) {
      const speaker = floating(outline, unit, i, position, soFar, found.at(-1));
      if (speaker !== undefined) found.push(direct(outline, stretch, speaker, null));
      continue;
    }
    const { attribution } = reported;
    const clause = clauseOf(outline, unit, i, reported, attributions);
    if (
      clause &&
      isTitle(outline.document.text.slice(stretch.words.start, Math.min(stretch.words.end, stretch.words.start + 200)))
    )
      continue;
    if (clause && attribution.cue.strength === 'holds' && !isQuoted(stretch, i, attribution)) continue;
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
  for (const { attribution, clause } of indirectIn(outline, unit, attributions, used)) {
    const where = spanOf(outline, clause);
    const cue = cueSpan(outline, attribution);
    found.push({ ...where, kind: 'indirect', words: where, speaker: speakerBy(attribution), cue, asides: [] });
  }
  for (const { speaker } of found) if (speaker) remember(outline, soFar, speaker, unit, position);
  return found;
}

function direct(outline: Outline, stretch: MarkedStretch, speaker: Speaker | null, cue: Span | null): Quotation {
  const { start, end, words } = stretch;
  return { start, end, kind: 'direct', words, speaker, cue, asides: asidesIn(outline, stretch) };
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
