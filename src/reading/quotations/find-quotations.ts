import { type Span, span } from '../../text/span.ts';
import type { Coreference } from '../coreference/coreference.ts';
import { resolveMentions } from '../coreference/resolve.ts';
import type { ReadingDocument } from '../document.ts';
import type { Quotation, Speaker } from '../reading.ts';
import { candidatesFor, chooseCandidate, sourcesCache } from './choose.ts';
import { type Content, contentsOf } from './content.ts';
import { type Decided, isRemark, isTitleOfWork } from './features.ts';
import { indirectIn } from './indirect.ts';
import { type MarkedDocument, markedDocument, type Stretch, speechesIn, wholeOf } from './marked-document.ts';
import { polarityOf } from './polarity.ts';
import { cueOf, type SpeechSource, spanOfTokens } from './sources.ts';

/**
 * Finds what is reported as somebody's words: in quotation marks (direct; mixed where they are part of the reporter's
 * clause) or without (indirect). In order of their start; words nobody is known to have said have no speaker.
 */
export function findQuotations(
  document: ReadingDocument,
  coreference: Coreference = resolveMentions(document),
): Quotation[] {
  const marked = markedDocument(document, coreference);
  const sourcesOf = sourcesCache(marked);
  const quotations: Quotation[] = [];
  /** Cues whose words stand in marks, and clauses that have been given as mixed. */
  const used = new Set<number>();
  const clauses = new Set<number>();
  let last: Decided | null = null;
  for (const speech of speechesIn(marked)) {
    const stretch = wholeOf(speech);
    if (stretch.turn !== undefined) {
      last = { stretch, source: null, speaker: stretch.turn };
      quotations.push(quotationOf(marked, stretch, null, stretch.turn, clauses));
      continue;
    }
    if (isTitleOfWork(marked, stretch) || isRemark(marked, stretch)) continue;
    const chosen = chooseCandidate(stretch, candidatesFor(marked, stretch, sourcesOf, last));
    if (!chosen) continue;
    const { speaker } = chosen;
    const { source } = chosen.candidate;
    last = { stretch, source, speaker };
    if (source) used.add(source.cue);
    for (const part of speech) quotations.push(quotationOf(marked, part, source, speaker, clauses));
  }
  quotations.push(...indirectIn(marked, sourcesOf, used));
  return quotations.sort((a, b) => a.start - b.start || a.end - b.end);
}

function quotationOf(
  marked: MarkedDocument,
  stretch: Stretch,
  source: SpeechSource | null,
  speaker: Speaker | null,
  clauses: Set<number>,
): Quotation {
  const clause = source && clauseAround(marked, stretch, source);
  const isFirst = clause !== null && !clauses.has(clause.first);
  if (clause) clauses.add(clause.first);
  const where = clause && isFirst ? spanOfTokens(marked, clause.first, clause.last) : span(stretch.start, stretch.end);
  return {
    ...where,
    kind: clause ? 'mixed' : 'direct',
    words: stretch.words,
    speaker,
    cue: source && cueOf(marked, source),
    polarity: source ? polarityOf(marked, source, stretch) : 'said',
    asides: asidesIn(marked.document.text, stretch.words),
  };
}

/** The reporter's clause that the words in marks are part of; null where they stand for themselves. */
function clauseAround(marked: MarkedDocument, stretch: Stretch, source: SpeechSource): Content | null {
  const {
    document: { text, tokens },
  } = marked;
  const said = text.slice(stretch.words.start, stretch.words.end);
  const before = text.slice(Math.max(0, stretch.start - 2), stretch.start).trim();
  const isWhole = /^\P{L}*\p{Lu}/u.test(said) && /[.,!?…]['’)\]]*\s*$/.test(said);
  if (
    (isWhole && (/^[:,]$/.test(before) || source.first >= stretch.last)) ||
    stretch.firstSentence !== stretch.lastSentence
  )
    return null;
  const clause = contentsOf(marked, source).find(({ first, last }) => first < stretch.last && last > stretch.first);
  if (!clause) return null;
  const first = Math.min(clause.first, stretch.first);
  const last = Math.max(clause.last, stretch.last);
  let others = 0;
  for (let i = first; i < last; i++)
    if (tokens[i]?.kind !== 'mark' && (i < stretch.first || i >= stretch.last)) others++;
  return others === 0 ? null : { ...clause, first, last };
}

const ASIDE = /\([^()]{1,300}\)|\[[^[\]]{1,300}\]/g;

/** Remarks of an editor inside the marks. */
function asidesIn(text: string, words: Span): Span[] {
  return [...text.slice(words.start, words.end).matchAll(ASIDE)].map(({ index, 0: aside }) =>
    span(words.start + index, words.start + index + aside.length),
  );
}
