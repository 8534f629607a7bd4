import { type Span, span } from '../text/span.ts';
import { type Attribution, attributionsIn, sharedSubject } from './attribution.ts';
import { isPerson, type Phrase, phraseStartingAt } from './attribution-phrases.ts';
import { AUXILIARIES, DAYS, isSpeakerNoun, PREPOSITIONS } from './attribution-words.ts';
import { cueOf, NAMING } from './cues.ts';
import type { ReadingDocument } from './document.ts';
import type { MarkedStretch } from './quotation-marks.ts';
import { type Clause, clauseAfter, clauseBefore, isTrailing } from './quotations-clauses.ts';
import { type Item, type Outline, outlineOf, type Unit } from './quotations-outline.ts';
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
    if (!reported || isApposition(outline, stretch, i, reported, used)) {
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
  const before = attributions.findLast((attribution) => attribution.to <= at && reaches(items, attribution, at));
  if (before) return { attribution: before, side: 'before' };
  const middle = attributions.find(({ from }) => from > at);
  if (middle && middle.order !== 'cue first' && !isTrailing(items, unit, middle)) return null;
  return middle ? { attribution: middle, side: 'middle' } : null;
}

/** Can this cue report words that stand behind it at `at`? A doubtful one only from near by. */
function reaches(items: readonly Item[], { cue, to }: Attribution, at: number): boolean {
  if (to === at || (to === at - 1 && items[to]?.kind === 'mark')) return true;
  if (NO_CLAUSE.has(cue.lemma) && !NAMING.has(cue.lemma)) return at - to < 6;
  return cue.strength === 'says' || at - to < 14;
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
    const said = outline.stretches[items[at]?.index ?? -1];
    if (items[at - 1]?.word === ':' && said && isUtterance(outline, said)) return null;
    const own = clause.from === at || (!clause.that && onlyCircumstance(outline, clause.from, at));
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
function isApposition(
  { items }: Outline,
  _stretch: MarkedStretch,
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
function isQuoted(_outline: Outline, stretch: MarkedStretch, at: number, attribution: Attribution): boolean {
  return stretch.words.end - stretch.words.start >= 4 && at - attribution.to < 30;
}

/** Who speaks in words that no cue reports; undefined where they are no quotation, null where nobody is told. */
function floating(
  outline: Outline,
  unit: Unit,
  at: number,
  position: number,
  soFar: SpeakersSoFar,
  earlier: Quotation | undefined,
): Speaker | null | undefined {
  const { items, units } = outline;
  const stretch = outline.stretches[items[at]?.index ?? -1];
  if (!stretch || !isUtterance(outline, stretch)) return undefined;
  const below = signature(outline, at + 1, unit.to);
  if (below) return speakerOf(outline, below, position, soFar);
  if (earlier && earlier.kind === 'direct' && !earlier.cue) return earlier.speaker;
  const alone = isAlone(outline, unit);
  if (!alone) {
    // `Adeyemi on the strike: "…"`, `The mayor was blunt. "…"`
    const introduced = items[at - 1]?.word ?? '';
    const subject = /^[:,]$/.test(introduced) ? sharedSubject(outline, unit, at, []) : null;
    if (subject) return speakerOf(outline, subject, position, soFar);
    if (introduced === ':') return null;
    if (at !== unit.from) return undefined;
    const last = soFar.spoken.at(-1);
    return last?.paragraph === unit.paragraph ? last.speaker : null;
  }
  const behind = units[position + 1];
  const signed = behind && signature(outline, behind.from, behind.to);
  if (signed) return speakerOf(outline, signed, position + 1, soFar);
  if (stretch.words.start === stretch.start + 1 && /['‘]/.test(outline.document.text.charAt(stretch.start)))
    return undefined;
  const before = units[position - 1];
  const last = soFar.spoken.at(-1);
  if (
    before &&
    (items[before.to - 1]?.word === ':' || (before.paragraph === unit.paragraph && last?.unit !== position - 1))
  ) {
    const subject = sharedSubject(outline, before, before.to, attributionsIn(outline, before));
    const speaker = subject && speakerOf(outline, subject, position - 1, soFar);
    if (speaker) return speaker;
  }
  return last && position - last.unit <= 3 ? last.speaker : null;
}

/** `"…" — Ana Rojas`: the name that signs the words before it. */
function signature(outline: Outline, at: number, limit: number): Phrase | null {
  if (!/^[–—―-]+$/.test(outline.items[at]?.word ?? '')) return null;
  const phrase = phraseStartingAt(outline, at + 1, limit);
  const ends =
    phrase &&
    (phrase.to >= limit || outline.items[phrase.to]?.kind === 'mark' || outline.items[phrase.to]?.kind === 'marked');
  return phrase && ends && phrase.name >= 0 && isPerson(outline, phrase.name) ? phrase : null;
}

/** Does nothing stand in the unit but words in marks? */
function isAlone({ items }: Outline, unit: Unit): boolean {
  for (let i = unit.from; i < unit.to; i++) if (items[i]?.kind !== 'marked' && items[i]?.kind !== 'mark') return false;
  return true;
}

/** Is this a whole utterance, and no title, name or word set apart? */
function isUtterance({ document: { text } }: Outline, { words, closed }: MarkedStretch): boolean {
  const said = text.slice(words.start, Math.min(words.end, words.start + 400));
  if (isTitle(said)) return false;
  return (
    !closed || /[.!?…]$/.test(said) || (said.split(/\s+/).length >= 3 && (/[.!?,…—]$/.test(said) || said.length > 120))
  );
}

const TITLE_SMALL = /^(?:the|an?|of|in|on|for|and|or|to|at|by|with|from|vs\.?|is|as)$/;

/** "Sunday Morning Today": every word of weight begins with a capital. */
function isTitle(said: string): boolean {
  const all = said
    .replace(/[.,]$/, '')
    .split(/[\s-]+/)
    .filter((word) => /\p{L}/u.test(word));
  return (
    all.length >= 2 &&
    all.length <= 12 &&
    !/[!?…]$/.test(said) &&
    all.every((word) => /^\P{L}*\p{Lu}/u.test(word) || TITLE_SMALL.test(word))
  );
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
    const trailing =
      attribution.order === 'cue first' ||
      (attribution.order === 'according to'
        ? attribution.from > unit.from
        : attribution.order !== 'shared subject' && isTrailing(items, unit, attribution));
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

function isReported(
  { items }: Outline,
  { cue, order, speaker }: Attribution,
  clause: Clause,
  trailing: boolean,
): boolean {
  for (let i = clause.from; i < clause.to; i++) if (items[i]?.kind === 'marked') return false;
  if (clause.to - clause.from < 4 || NO_CLAUSE.has(cue.lemma) || !speaker) return false;
  if (order === 'according to') return true;
  if (
    trailing &&
    /^(?:as|when|while|after|before|if|once|since|not|in|on|at|by|with|despite|during)$/.test(
      items[clause.from]?.word ?? '',
    )
  ) {
    if (!/^(?:say|write|report|add)$/.test(cue.lemma)) return false;
  }
  if (cue.strength === 'holds')
    return clause.that && /^(?:think|believe|hope|expect|feel|fear|accept|agree|express)$/.test(cue.lemma);
  if (clause.that || trailing) return true;
  const first = items[clause.from];
  if (!maySpeak(speaker) && !/^(?:he|she|they|it|there|we|the)$/.test(first?.word ?? '')) return false;
  if (!first || (PREPOSITIONS.has(first.word) && first.word !== 'to')) return false;
  if (/^(?:and|but|so|goodbye|yes|no)$/.test(first.word) || first.word.endsWith('ly')) return false;
  if (PROMISES.has(cue.lemma)) return true;
  if (!/^(?:say|tell)$/.test(cue.lemma) && !hasVerb(items, clause)) return false;
  return /^(?:say|add|tell|note|argue|claim|warn|suggest|announce|report|acknowledge|write|insist)$/.test(cue.lemma);
}

/** Verbs that report words in marks, but seldom a clause without them. */
const NO_CLAUSE = new Set(
  'continue read charge rule state point venture order email text blog post call describe laugh cry shout yell sigh interject call chant'.split(
    ' ',
  ),
);

/** Acts of speech, whose object is what was said: "urged them to stay", "reiterated its support". */
const PROMISES = new Set(
  'urge pledge vow promise threaten reiterate reaffirm deny demand confirm stress emphasize emphasise underline'.split(
    ' ',
  ),
);

/** Without marks, only who can speak is believed to: a name, a pronoun, or a noun for people and papers. */
const maySpeak = (phrase: Phrase | null): boolean =>
  phrase !== null &&
  (phrase.name >= 0 || /^(?:he|she|they|it|we|i|who)$/.test(phrase.head) || isSpeakerNoun(phrase.head));

/** Is there anything like a verb in the clause, behind its first words? */
function hasVerb(items: readonly Item[], clause: Clause): boolean {
  for (let i = clause.from + 1; i < clause.to; i++) {
    const word = items[i]?.word ?? '';
    if (AUXILIARIES.has(word) || /ed$/.test(word) || (cueOf(word)?.form === 'finite' && !cueOf(word)?.noun))
      return true;
  }
  return false;
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
