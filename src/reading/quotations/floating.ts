import { span } from '../../text/span.ts';
import type { Quotation, Speaker } from '../reading.ts';
import { attributionsIn } from './attribution/attributions.ts';
import { isPerson, type Phrase, phraseStartingAt } from './attribution/phrases.ts';
import { sharedSubject } from './attribution/subjects.ts';
import { isSpeakerNoun, PREPOSITIONS } from './attribution/words.ts';
import type { Outline, Unit } from './outline.ts';
import { endsInComma } from './reported.ts';
import { type SpeakersSoFar, speakerOf } from './speakers/find-speaker.ts';
import { isUtterance } from './utterances.ts';

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
  const next = nextSubject(outline, unit, at);
  if (next) return speakerOf(outline, next, position, soFar);
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
  const told = behind && behind.paragraph === unit.paragraph ? toldBehind(outline, behind) : null;
  if (told) return speakerOf(outline, told, position + 1, soFar);
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

/** `"…," Rojas from her desk.`: whoever follows the comma, where no verb that reports does. */
function nextSubject(outline: Outline, unit: Unit, at: number): Phrase | null {
  if (at !== unit.from || !endsInComma(outline, at)) return null;
  const phrase = phraseStartingAt(outline, at + 1, unit.to);
  if (!phrase) return null;
  const speaks = phrase.name >= 0 ? isPerson(outline, phrase.name) : isSpeakerNoun(phrase.head);
  return speaks || /^(?:he|she)$/.test(phrase.head) ? phrase : null;
}

/** `"Will you go?" Rojas pressed.`: where the question ends a sentence, the next one begins with who asked it. */
function toldBehind(outline: Outline, behind: Unit): Phrase | null {
  const { items } = outline;
  const [attribution] = attributionsIn(outline, behind);
  if (!attribution?.speaker || attribution.from !== behind.from || attribution.order !== 'subject first') return null;
  const after = items[attribution.to];
  const closed =
    attribution.to >= behind.to ||
    (after?.kind === 'mark' && after.word !== ':') ||
    (after !== undefined && (PREPOSITIONS.has(after.word) || after.word.endsWith('ly')));
  return closed && items[attribution.to + 1]?.kind !== 'marked' ? attribution.speaker : null;
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
