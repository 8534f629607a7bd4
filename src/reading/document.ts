import type { Edtf } from '../text/edtf.ts';
import type { Syntax } from './parse/syntax.ts';
import type { Entity, Mention, Sentence } from './reading.ts';
import type { Token } from './tokens/tokenise.ts';

/** One article on its way through the reading room: what the earlier stages found, handed to those that read quotations, meetings and dates. */
export interface ReadingDocument {
  readonly text: string;
  readonly published: Edtf | null;
  readonly headline: string | null;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** The sentences' tags and dependencies, parsed as they are asked for. */
  readonly syntax: Syntax;
  /** People, organisations and places, in order of their start; none overlaps another. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}
