import type { Attribution } from './attribution/attributions.ts';
import { AUXILIARIES, DAYS, PREPOSITIONS } from './attribution/words.ts';
import { type Clause, clauseAfter, clauseBefore, isTrailing } from './clauses.ts';
import { NAMING } from './cues.ts';
import { NO_CLAUSE } from './indirect.ts';
import type { MarkedStretch } from './marks.ts';
import type { Item, Outline, Unit } from './outline.ts';
import { isUtterance } from './utterances.ts';

/** How a stretch in quotation marks stands to the words that report it. */
export interface Reported {
  readonly attribution: Attribution;
  readonly side: 'before' | 'after' | 'middle';
}

/** The attribution that a stretch in marks belongs to; null where none in its unit does. */
export function reportOf(
  outline: Outline,
  unit: Unit,
  at: number,
  attributions: readonly Attribution[],
): Reported | null {
  const { items } = outline;
  let next = at + 1;
  while (next < unit.to && items[next]?.kind === 'mark' && items[next]?.word !== ':') next++;
  const before = attributions.findLast((attribution) => attribution.to <= at && reaches(items, attribution, at));
  const after = attributions.find(({ from }) => from === next);
  // "which Haddad called “a trap,” blaming the mayor": the participle begins something new.
  const named = before && before.to === at && NAMING.has(before.cue.lemma) && after?.order === 'shared subject';
  if (after && !named && after.order !== 'colon' && !introduces(outline, after, at))
    return { attribution: after, side: 'after' };
  if (before) return { attribution: before, side: 'before' };
  const apart = attributions.find(
    ({ from, order }) => from > next && from - next < APPOSITION_REACH && order === 'subject first',
  );
  if (apart && at === unit.from && endsInComma(outline, at) && !introduces(outline, apart, at))
    return { attribution: apart, side: 'after' };
  const middle = attributions.find(({ from }) => from > at);
  if (middle && middle.order !== 'cue first' && !isTrailing(items, unit, middle)) return null;
  return middle ? { attribution: middle, side: 'middle' } : null;
}

/** How far behind the words their reporter may stand: `"…," the mayor, in a red coat and a hat, told us.` */
const APPOSITION_REACH = 25;

/** Does the sentence go on behind these words, as the comma before the closing mark tells? */
export function endsInComma({ items, stretches, document }: Outline, at: number): boolean {
  const stretch = stretches[items[at]?.index ?? -1];
  return stretch !== undefined && /,['’]?\s*$/.test(document.text.slice(stretch.words.end - 3, stretch.words.end));
}

/** Can this cue report words that stand behind it at `at`? A doubtful one only from near by. */
function reaches(items: readonly Item[], { cue, to }: Attribution, at: number): boolean {
  if (to === at || (to === at - 1 && items[to]?.kind === 'mark')) return true;
  if (NO_CLAUSE.has(cue.lemma) && !NAMING.has(cue.lemma)) return at - to < 6;
  return cue.strength === 'says' || at - to < 14;
}

/** `"…" and he added: "…"`: does the attribution behind this stretch lead to the next one instead? */
function introduces(outline: Outline, attribution: Attribution, at: number): boolean {
  const { items } = outline;
  return items[attribution.to]?.word === ':' && items[at + 1]?.word !== ',' && !endsInComma(outline, at);
}

/** The reporter's clause around the words in marks; null where they stand for themselves. */
export function clauseOf(
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
    const said = outline.stretches[items[at]?.index ?? -1];
    if (items[at - 1]?.word === ':' && said && isUtterance(outline, said)) return null;
    const toHearer = attribution.cue.hearer && items[clause.from]?.word === 'who' && items[at - 1]?.word === ',';
    const own = clause.from === at || toHearer || (!clause.that && onlyCircumstance(outline, clause.from, at));
    // "called the plan “a trap” in a letter": what is named belongs to what is reported, what follows does not.
    if (NAMING.has(attribution.cue.lemma))
      return own ? null : items[at + 1]?.word === 'of' ? clause : { ...clause, to: at + 1 };
    return own && standsAlone(outline, at, clause) ? null : clause;
  }
  const clause = clauseBefore(outline, unit, attribution, all);
  if (!clause || clause.from > at || clause.to <= at) return null;
  const words = outline.stretches[items[at]?.index ?? -1]?.words;
  if (clause.from === at && words && /,\s*$/.test(outline.document.text.slice(words.end - 2, words.end))) return null;
  if (clause.to > at + 1) return clause;
  const before = items[at - 1];
  return clause.from === at || !before || before.kind === 'mark' || before.kind === 'marked' ? null : clause;
}

/** Do the words in marks stand for themselves behind their cue, whatever comes after them? */
function standsAlone(outline: Outline, at: number, clause: Clause): boolean {
  const { items, stretches, document } = outline;
  const next = items[at + 1];
  if (clause.to === at + 1 || (next?.kind === 'mark' && next.word !== '(')) return true;
  if (/^[,:]$/.test(items[at - 1]?.word ?? '')) return true;
  const words = stretches[items[at]?.index ?? -1]?.words;
  const said = words ? document.text.slice(words.start, words.end) : '';
  if (/^\p{Lu}/u.test(said) && /[.!?,]$/.test(said)) return true;
  return (
    next !== undefined &&
    (PREPOSITIONS.has(next.word) || /^(?:and|but|when|while|as|before|after)$/.test(next.word)) &&
    !/^of$/.test(next.word)
  );
}

/** `"…," said Ana Rojas, 34, who had waited in an "endless line"`: marks within what is told of the speaker. */
export function isApposition(
  { items }: Outline,
  at: number,
  { attribution, side }: Reported,
  used: ReadonlySet<Attribution>,
): boolean {
  if (side !== 'before' || !used.has(attribution)) return false;
  const before = items[at - 1];
  if (before?.kind === 'mark' || before?.kind === 'marked') return false;
  return items[attribution.from - 1]?.kind === 'marked' || items[attribution.from - 2]?.kind === 'marked';
}

/** Between cue and words nothing but hearer, time and place: `told reporters in Lima, "…"`. */
function onlyCircumstance({ items }: Outline, from: number, at: number): boolean {
  const first = items[from];
  if (!first || at - from > 14) return false;
  for (let i = from; i < at; i++) {
    const word = items[i]?.word ?? '';
    if (AUXILIARIES.has(word) || /^(?:he|she|they|it|we|i|that|who)$/.test(word)) return false;
  }
  if (/^[,:]$/.test(items[at - 1]?.word ?? '')) return true;
  return at - from < 8 && (PREPOSITIONS.has(first.word) || DAYS.has(first.word)) && first.word !== 'to';
}

/** Does a verb like "called" or "described" really quote here, or do the marks only set a word apart? */
export function isQuoted(stretch: MarkedStretch, at: number, attribution: Attribution): boolean {
  return stretch.words.end - stretch.words.start >= 4 && at - attribution.to < 30;
}
