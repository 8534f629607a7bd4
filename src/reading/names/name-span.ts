import type { Span } from '../../text/span.ts';
import type { EntityType } from '../reading.ts';

/** A name as found in the text, not yet put together with others of the same person. */
export interface NameSpan extends Span {
  readonly type: EntityType;
}
