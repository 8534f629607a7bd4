import type { Quotation } from '../reading.ts';
import { contentsOf } from './content.ts';
import { SPEECH_VERBS, VIEW_VERBS } from './lexicon.ts';
import type { MarkedDocument } from './marked-document.ts';
import { polarityOf } from './polarity.ts';
import { cueOf, type SpeechSource, spanOfTokens } from './sources.ts';
import { speakerOf } from './speaker.ts';

/** Clauses reported without marks: those that a verb of speech governs, or "according to". `used`: cues of words in marks. */
export function indirectIn(
  marked: MarkedDocument,
  sourcesOf: (sentence: number) => readonly SpeechSource[],
  used: ReadonlySet<number>,
): Quotation[] {
  const found: Quotation[] = [];
  marked.document.sentences.forEach((_, sentence) => {
    let done = 0;
    for (const source of sourcesOf(sentence)) {
      if (used.has(source.cue) || source.first < done || !reports(source)) continue;
      const polarity = polarityOf(marked, source, null);
      if (polarity !== 'said') continue;
      for (const content of contentsOf(marked, source)) {
        if (content.last - Math.max(content.first, marked.begin) < 2 || isMarked(marked, content.first, content.last))
          continue;
        if (VIEW_VERBS.has(source.lemma) && !content.marked) continue;
        const where = spanOfTokens(marked, Math.max(content.first, marked.begin), content.last);
        done = Math.max(done, content.last);
        found.push({
          ...where,
          kind: 'indirect',
          words: where,
          speaker: speakerOf(marked, source, sourcesOf),
          cue: cueOf(marked, source),
          polarity,
          asides: [],
        });
      }
    }
  });
  return found;
}

const reports = ({ kind, lemma }: SpeechSource): boolean =>
  kind === 'according' || (kind === 'verb' && (SPEECH_VERBS.has(lemma) || VIEW_VERBS.has(lemma)));

function isMarked({ stretchOf }: MarkedDocument, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if ((stretchOf[i] ?? -1) >= 0) return true;
  return false;
}
