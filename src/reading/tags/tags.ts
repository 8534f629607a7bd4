/** Universal parts of speech. Source: universaldependencies.org/u/pos. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/**
 * What a word's form says: number of a noun; of a verb or auxiliary its form. `base`: "meet", after "to", "will" or as
 * an order; `present`: "meets", "are"; `past`: "met", "was"; `participle`: "met", "been" after "have" or "be";
 * `ing`: "meeting"; `modal`: "will", "could".
 */
export type Form = 'singular' | 'plural' | 'base' | 'present' | 'past' | 'participle' | 'ing' | 'modal';

export interface Tag {
  readonly upos: Upos;
  readonly form: Form | null;
}

const plain = (upos: Upos): Tag => ({ upos, form: null });
const forms = (upos: Upos, ...all: Form[]): Tag[] => all.map((form) => ({ upos, form }));

/** What the tagger tells apart; a model's classes in this order. */
export const TAGS: readonly Tag[] = [
  ...(['ADJ', 'ADP', 'ADV', 'CCONJ', 'DET', 'INTJ', 'NUM', 'PART', 'PRON', 'PUNCT', 'SCONJ', 'SYM', 'X'] as const).map(
    plain,
  ),
  ...forms('NOUN', 'singular', 'plural'),
  ...forms('PROPN', 'singular', 'plural'),
  ...forms('VERB', 'base', 'present', 'past', 'participle', 'ing'),
  ...forms('AUX', 'base', 'present', 'past', 'participle', 'ing', 'modal'),
];

export const tagIndex = (upos: Upos, form: Form | null): number =>
  TAGS.findIndex((tag) => tag.upos === upos && tag.form === form);
