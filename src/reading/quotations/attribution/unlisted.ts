import { type Cue, cueOf } from '../cues.ts';
import type { Outline, Unit } from '../outline.ts';
import type { Attribution } from './attributions.ts';
import { isPerson, phraseEndingAt, phraseStartingAt } from './phrases.ts';
import { subjectBeyond } from './subjects.ts';
import { AUXILIARIES, BETWEEN } from './words.ts';

const unlisted = (lemma: string): Cue => ({ lemma, form: 'finite', strength: 'says', hearer: false, noun: false });

/** `"…," she interjected`, `"…," the envoy confessed.`: behind words in marks, any verb of a person or pronoun reports. */
export function unlistedVerb(outline: Outline, unit: Unit, at: number): Attribution | null {
  const { items, stretches, document } = outline;
  const stretch = stretches[items[at]?.index ?? -1];
  if (!stretch?.closed) return null;
  const last = document.text.charAt(stretch.words.end - 1);
  const first = items[at + 1]?.word === ',' || /^[–—-]+$/.test(items[at + 1]?.word ?? '') ? at + 2 : at + 1;
  if (!/[,?!…—–.]/.test(last) && first === at + 1) return null;
  const inverted = items[first];
  if (inverted?.kind === 'word' && /ed$/.test(inverted.word) && !inverted.capital && !cueOf(inverted.word)) {
    const behind = phraseStartingAt(outline, first + 1, unit.to);
    if (!behind || behind.name < 0 || !isPerson(outline, behind.name)) return null;
    const cue = unlisted(inverted.word);
    return {
      cue,
      cueFrom: first,
      cueTo: first + 1,
      speaker: behind,
      from: first,
      to: behind.to,
      order: 'cue first',
      negated: false,
    };
  }
  const speaker = phraseStartingAt(outline, first, unit.to);
  if (!speaker || speaker.to >= unit.to) return null;
  if (speaker.name < 0 && !/^(?:he|she|they|i|we)$/.test(speaker.head)) return null;
  let verbAt = speaker.to;
  while (verbAt < unit.to && (AUXILIARIES.has(items[verbAt]?.word ?? '') || BETWEEN.has(items[verbAt]?.word ?? '')))
    verbAt++;
  const word = items[verbAt];
  if (
    word?.kind !== 'word' ||
    word.capital ||
    !/(?:ed|s|said|put|went)$/.test(word.word) ||
    /^(?:is|was|has|does)$/.test(word.word)
  )
    return null;
  const known = cueOf(word.word);
  if (known && !known.noun) return null;
  const cue: Cue = known ? { ...known, strength: 'says' } : unlisted(word.word);
  return {
    cue,
    cueFrom: verbAt,
    cueTo: verbAt + 1,
    speaker,
    from: speaker.from,
    to: verbAt + 1,
    order: 'subject first',
    negated: false,
  };
}

/** `the envoy shot back, "…"`: before words in marks, too. */
export function unlistedVerbBefore(outline: Outline, unit: Unit, at: number): Attribution | null {
  const { items } = outline;
  let verbAt = at - 2;
  if (/^(?:back|out|on|in|up|it)$/.test(items[verbAt]?.word ?? '')) verbAt--;
  const word = items[verbAt];
  if (!word || verbAt <= unit.from || word.kind !== 'word' || word.capital || cueOf(word.word)) return null;
  if (!/(?:ed|shot|put|went|began)$/.test(word.word)) return null;
  const speaker =
    items[verbAt - 1]?.word === ','
      ? subjectBeyond(outline, unit, verbAt - 1)
      : phraseEndingAt(outline, verbAt - 1, unit.from);
  if (!speaker || (speaker.name < 0 && !/^(?:he|she|they|i|we)$/.test(speaker.head))) return null;
  const cue = unlisted(word.word);
  return {
    cue,
    cueFrom: verbAt,
    cueTo: at - 1,
    speaker,
    from: speaker.from,
    to: at - 1,
    order: 'subject first',
    negated: false,
  };
}
