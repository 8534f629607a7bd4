import { VERB_EFFECTS as GOVERNORS, MOTION } from '../../src/reading/factuality/governors.ts';
import { CARRIERS, VERBS as MEETING_VERBS } from '../../src/reading/meetings/predicates.ts';
import { SPEECH_VERBS, VIEW_VERBS } from '../../src/reading/quotations/lexicon.ts';
import { type Form, tagIndex } from '../../src/reading/tags/tags.ts';

/** A form of a verb as a text has it. `tag`: index into `TAGS`. */
export interface VerbForm {
  readonly word: string;
  readonly lemma: string;
  readonly tag: number;
}

/**
 * The regular forms of the verbs that reading looks for by their lemma, many of which the treebank lacks: "postponed", of which
 * endings alone make "postpon". Forms that English does not have ("telled") stand in no text and do no harm.
 */
export function lexiconVerbForms(): VerbForm[] {
  const verbs = new Set(
    [SPEECH_VERBS, VIEW_VERBS, MOTION, CARRIERS, GOVERNORS.keys(), MEETING_VERBS.keys()].flatMap((some) => [...some]),
  );
  return [...verbs]
    .filter((verb) => /^[a-z]{2,}$/.test(verb))
    .flatMap((lemma) => {
      const stem = /[^aeiou][aeiou][bdgmnprt]$/.test(lemma) && vowels(lemma) === 1 ? lemma + lemma.at(-1) : lemma;
      const past = stem.endsWith('e') ? `${stem}d` : /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
      const ing = /[^eoy]e$/.test(stem) ? `${stem.slice(0, -1)}ing` : `${stem}ing`;
      const present = /(?:s|sh|ch|x|z|o)$/.test(lemma)
        ? `${lemma}es`
        : /[^aeiou]y$/.test(lemma)
          ? `${lemma.slice(0, -1)}ies`
          : `${lemma}s`;
      const forms: [Form, string][] = [
        ['past', past],
        ['participle', past],
        ['ing', ing],
        ['present', present],
      ];
      return forms.map(([form, word]) => ({ word, lemma, tag: tagIndex('VERB', form) }));
    });
}

const vowels = (word: string): number => word.match(/[aeiou]+/g)?.length ?? 0;
