import type { Edtf } from '../text/edtf.ts';
import type { Span } from '../text/span.ts';

/** What one article is, as far as reading needs to know. */
export interface ReadingSource {
  readonly text: string;
  /** The publication date, to which "on Friday" is relative. */
  readonly published: Edtf | null;
  readonly headline: string | null;
}

/** Everything found in one article. All spans are offsets into its text; the lists are in order of their start. */
export interface Reading {
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  /** Who and what is mentioned, each once. */
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  readonly meetings: readonly MeetingReport[];
  readonly dates: readonly DateMention[];
}

/** A sentence; `paragraph` counts from 0. */
export interface Sentence extends Span {
  readonly paragraph: number;
}

export type EntityType = 'person' | 'organisation' | 'place';

/** Position in `Reading.entities`. */
export type EntityIndex = number & { readonly entityIndex: unique symbol };

/** A stretch of text that names somebody or something. The span is the name alone, without title ("Sergei Lavrov" in "Foreign Minister Sergei Lavrov"). */
export interface Mention extends Span {
  readonly type: EntityType;
  readonly entity: EntityIndex;
  /** The post or title told beside the name ("Russian Deputy Foreign Minister"), if any. */
  readonly role: Role | null;
}

/** A post or title as written, and the country it belongs to, in English ("Russia"), where the words tell. */
export interface Role extends Span {
  readonly text: string;
  readonly country: string | null;
}

/** Somebody or something mentioned in one article. */
export interface Entity {
  readonly type: EntityType;
  /** The fullest name that the text gives. */
  readonly name: string;
}

/**
 * Does the text say that the words were said? Denied: that they were not ("denied having said", "falsely quoted as saying").
 * Hypothetical: that they might be, will be or would have been.
 */
export type Polarity = 'said' | 'denied' | 'hypothetical';

export type QuotationKind = 'direct' | 'mixed' | 'indirect';

/**
 * Words reported as somebody's. Direct: the span runs from the opening mark to the closing mark, marks included. Indirect: over
 * its clause. Mixed: over the reporter's clause that the marked words are part of; a second marked stretch of one clause is a
 * quotation of its own, over its marks alone. What stood in marks is always `words`.
 */
export interface Quotation extends Span {
  readonly kind: QuotationKind;
  /** The words alone, without the outer marks; of a mixed quotation, the verbatim ones only. */
  readonly words: Span;
  readonly speaker: Speaker | null;
  /** The words that report it: "said", "according to". */
  readonly cue: Span | null;
  readonly polarity: Polarity;
  /** Remarks of an editor inside the marks: "(terrorists)", "[sic]". */
  readonly asides: readonly Span[];
}

/** Who said it: a person, or a body such as a ministry. The span is what stands at the quotation ("he", "the ministry"); the name is whom that means, in full. */
export interface Speaker extends Span {
  readonly name: string;
  readonly kind: 'person' | 'body';
  /** Null for a body that no mention names. */
  readonly entity: EntityIndex | null;
  readonly role: string | null;
}

export type MeetingStatus = 'held' | 'planned' | 'requested' | 'called-off' | 'denied' | 'recurring';
export type MeetingForm = 'talks' | 'visit' | 'session' | 'call' | 'meeting';

/** One telling of a meeting. The span is the sentence that tells it. */
export interface MeetingReport extends Span {
  /** The words that make it a meeting: "sat down for talks". */
  readonly trigger: Span;
  readonly form: MeetingForm;
  readonly status: MeetingStatus;
  readonly participants: readonly Participant[];
  /** When it took place, as far as the text tells: the meeting's own date, never the article's. */
  readonly date: DateMention | null;
  /** Where the text says it took place; a city or country name. */
  readonly place: Place | null;
  readonly topic: Span | null;
  /** Further sentences about the same meeting: "The two sides exchanged views on …". */
  readonly also: readonly Span[];
}

export interface Place extends Span {
  readonly name: string;
}

/** Who took part: a person, a body or delegation, a country or capital that stands for its government, or a role without a name ("the Iraqi ambassador"). */
export interface Participant extends Span {
  readonly name: string;
  readonly kind: 'person' | 'body' | 'country' | 'role';
  readonly entity: EntityIndex | null;
  /** The post held then, as written here. */
  readonly role: string | null;
  /** The country represented, in English, where the words tell. */
  readonly country: string | null;
}

/** Words that tell a date, and the date they mean. */
export interface DateMention extends Span {
  readonly value: Edtf;
}
