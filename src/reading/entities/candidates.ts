import type { EntityType } from '../reading.ts';

/** One way of writing a name, and where. */
export interface Spelling {
  readonly type: EntityType;
  readonly written: string;
  /** Folded, without particles that spelling leaves out, generations and stray marks. */
  readonly words: readonly string[];
  /** "jr", "ii"; null where the name has none. */
  readonly generation: string | null;
  /** Positions in the list of names. */
  readonly at: number[];
}

/** Somebody or something, as put together so far. */
export interface EntityCandidate {
  readonly type: EntityType;
  readonly spellings: Spelling[];
  /** Mr or Mrs, where the text says either, or the given name. */
  courtesy: Courtesy | null;
  /** A monarch's title or an office, where one stands before the name: no one has both. */
  honour: Honour | null;
}

export type Courtesy = 'Mr' | 'Mrs';
export type Honour = 'monarch' | 'office';
