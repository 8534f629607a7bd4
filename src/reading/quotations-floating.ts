import { span } from '../text/span.ts';
import { attributionsIn } from './attribution.ts';
import { isPerson, phraseStartingAt } from './attribution-phrases.ts';
import { sharedSubject } from './attribution-subjects.ts';
import type { Outline, Unit } from './quotations-outline.ts';
import { isUtterance } from './quotations-utterances.ts';
import type { Quotation, Speaker } from './reading.ts';
import { type SpeakersSoFar, speakerOf } from './speakers.ts';

/** Who speaks in words that no cue reports; undefined where they are no quotation, null where nobody is told. */
export function floating(
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
  const below = signature(outline, at + 1, unit.to, position, soFar);
  if (below) return below;
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
  const signed = behind && signature(outline, behind.from, behind.to, position + 1, soFar);
  if (signed) return signed;
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

/** `"…" — Ana Rojas`: who signs the words before; by the letters of the name where nothing else tells that it is one. */
function signature(
  outline: Outline,
  at: number,
  limit: number,
  position: number,
  soFar: SpeakersSoFar,
): Speaker | null {
  const { items, document } = outline;
  if (!/^[–—―-]+$/.test(items[at]?.word ?? '')) return null;
  let to = at + 1;
  while (to < limit && to - at < 7 && items[to]?.capital) to++;
  const first = items[at + 1];
  const last = items[to - 1];
  const ends = to >= limit || items[to]?.kind === 'mark' || items[to]?.kind === 'marked';
  if (!first || !last || to === at + 1 || !ends) return null;
  const phrase = phraseStartingAt(outline, at + 1, to);
  if (phrase && phrase.name >= 0 && isPerson(outline, phrase.name)) return speakerOf(outline, phrase, position, soFar);
  const where = span(first.start, last.end);
  return { ...where, name: document.text.slice(where.start, where.end), kind: 'person', entity: null, role: null };
}

/** Does nothing stand in the unit but words in marks? */
function isAlone({ items }: Outline, unit: Unit): boolean {
  for (let i = unit.from; i < unit.to; i++) if (items[i]?.kind !== 'marked' && items[i]?.kind !== 'mark') return false;
  return true;
}
