import type { ArticleId, OutletKind } from '../corpus/article.ts';
import type { Edtf } from '../text/edtf.ts';
import type { Span } from '../text/span.ts';
import type { CitationId } from './citation-ids.ts';
import type { Picture } from './picture.ts';
import type { CommandName, Question } from './question.ts';

/** What kind of answer a question wants: that of its command. */
export type AnswerKind = CommandName;

/** What is replied, as plain data with citations; rendered as a Discord message, as text, or exported. */
export interface Answer {
  readonly question: Question;
  /** False where the archive has no answer, however much is said around it. */
  readonly found: boolean;
  /** Only with `found: false`: what is shown comes close to the question without answering it. */
  readonly near: boolean;
  /** What was asked for: a person, a number, a cause, somebody's words, … */
  readonly kind: AnswerKind;
  /** How the question was understood: "who met Mikhail Bogdanov". */
  readonly understood: string;
  /** What was taken for granted: which person, which year, what was corrected. */
  readonly assumed: readonly string[];
  readonly heading: string;
  /** Said before the entries: "Nothing in the archive: …", or a line that sums up; null where the entries speak for themselves. */
  readonly lead: readonly Run[];
  readonly entries: readonly Entry[];
  /** The articles cited, in the order of their numbers: source 1 is `sources[0]`. */
  readonly sources: readonly Citable[];
  /** "Which Hussein?": questions to go on with. */
  readonly choices: readonly FollowUp[];
  /** Shown above the entries, which are its evidence. */
  readonly picture?: Picture;
}

/** One idea: a meeting, a quotation, a summary sentence, an article. */
export interface Entry {
  /** "13 November 2015 · Moscow · held". */
  readonly title: readonly Run[];
  readonly body: readonly (readonly Run[])[];
  /** Where it stands. */
  readonly citations: readonly Citation[];
  /** Shows all of it; without that a message shows its first report, and where the others stand. */
  readonly inFull?: FollowUp;
}

/** A piece of a line. Only `verbatim` runs are ever shown between marks, and they are slices of a stored text. */
export type Run =
  /** The bot's own words, and names as articles spell them. */
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'strong'; readonly text: string }
  | { readonly is: 'date'; readonly date: Edtf; readonly text: string }
  /** Somebody's words between quotation marks. `marked`: stretches to highlight, offsets into the article's body. */
  | { readonly is: 'quotation'; readonly words: Verbatim; readonly marked: readonly Span[] }
  /** An article's own sentence, shown as such (as a block, without quotation marks). */
  | { readonly is: 'sentence'; readonly words: Verbatim; readonly marked: readonly Span[] }
  /** Struck out or added, in the comparison of a pasted quotation with the archive's. The words are the asker's or the archive's. */
  | { readonly is: 'removed' | 'added'; readonly text: string };

/** A slice of an article's stored text, cut when the answer was made. */
export interface Verbatim {
  readonly article: ArticleId;
  readonly span: Span;
  readonly text: string;
}

/** A place in a source: the number is the source's position in `Answer.sources`, from 1. */
export interface Citation {
  readonly source: number;
  readonly span: Span | null;
  /** Opens the article at the words; null where the article has no address. */
  readonly link: string | null;
  /** Names this place for good: `/cite` shows it again. */
  readonly id: CitationId;
}

/** An article as a source. */
export interface Citable {
  readonly article: ArticleId;
  readonly file: string;
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly language: string;
  readonly outlet: string;
  readonly kind: OutletKind;
  /** The state behind it, for state media. */
  readonly country: string | null;
  readonly published: Edtf | null;
  readonly translation: string | null;
}

export interface FollowUp {
  readonly label: string;
  readonly question: Question;
}
