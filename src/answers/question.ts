import type { MeetingId } from '../archive/archive.ts';
import type { ArticleId } from '../corpus/article.ts';
import type { Day, Edtf } from '../text/edtf.ts';

/** What a person may narrow a question to; dates as understood from their words. */
export interface Period {
  readonly since?: Edtf;
  readonly until?: Edtf;
}

export type Length = 'short' | 'medium' | 'long';

/** What was asked, understood: a command and its options. Slash commands, direct messages and the terminal all become this. */
export type Question =
  | SummaryQuestion
  | MetQuestion
  | QuoteQuestion
  | WhoQuestion
  | BriefingQuestion
  | { readonly command: 'verify'; readonly words: string; readonly who?: string }
  | SearchQuestion
  | { readonly command: 'article'; readonly article: string }
  | { readonly command: 'sources' }
  | NetworkQuestion
  | AboutQuestion<'timeline'>
  | AboutQuestion<'compare'>
  | { readonly command: 'cite'; readonly id: string }
  | HelpQuestion
  | AskQuestion;

export type SummaryQuestion = Period & {
  readonly command: 'summary';
  /** An article, a topic, a person; empty for a period as a whole. */
  readonly about: string;
  readonly outlet?: string;
  readonly length?: Length;
};

export type MetQuestion = Period & {
  readonly command: 'met';
  readonly person?: string;
  readonly with?: string;
  readonly place?: string;
  /** "On Friday" in a question: any Friday in the archive, 0 Sunday … 6 Saturday. */
  readonly weekday?: number;
  /** Only meetings that were planned, called off, …: what the question asks for by name. */
  readonly status?: 'planned';
  /** What it was about, or what kind of meeting: "gas", "military". */
  readonly topic?: string;
  /** One of these meetings, by its id: shown with all its reports, and what each said there. */
  readonly meeting?: MeetingId;
  /** What they talked about was asked for: shown with every sentence on it. */
  readonly inFull?: true;
  /** The names of those who took part were asked for: a meeting without names is no answer. */
  readonly names?: true;
};

export type QuoteQuestion = Period & {
  readonly command: 'quote';
  readonly who?: string;
  readonly about?: string;
  readonly outlet?: string;
  /** "What did she say": a report in indirect speech answers that too, "quote her" it does not. */
  readonly reported?: true;
};

export interface BriefingQuestion {
  readonly command: 'briefing';
  /** What came in, where that is known; else what was published since. */
  readonly articles?: readonly ArticleId[];
  readonly since?: Edtf;
  /** The day it is made on: what is planned is planned from then on. */
  readonly today?: Day;
  /** People, places, outlets, topics; everything where none is given. */
  readonly about?: readonly string[];
  /** Whose new words are shown. */
  readonly follow?: readonly string[];
  /** Articles that were edited meanwhile. */
  readonly edited?: readonly ArticleId[];
}

export interface WhoQuestion {
  readonly command: 'who';
  readonly name: string;
}

export type NetworkQuestion = Period & {
  readonly command: 'network';
  /** Whose meetings; everybody's where nobody is named. */
  readonly person?: string;
};

export type AboutQuestion<Name extends 'timeline' | 'compare'> = Period & {
  readonly command: Name;
  /** A person, body, country or topic. */
  readonly about: string;
};

export interface SearchQuestion {
  readonly command: 'search';
  readonly text: string;
  /** A question in plain words rather than a search: only the passages that come near to answering it. */
  readonly nearOnly?: true;
}

export interface AskQuestion {
  readonly command: 'ask';
  /** As typed. */
  readonly words: string;
  /** The command they stood after: "/quote Netanyahu Iran deal" asks for quotations. */
  readonly as?: CommandName;
  /** The day from which "last November" counts; today where it is not given. */
  readonly asOf?: Day;
}

export interface HelpQuestion {
  readonly command: 'help';
  /** A greeting, or words that ask for nothing the archive has: a short pointer is enough. */
  readonly after?: 'greeting' | 'nonsense';
}

export type CommandName = Question['command'];
export type QuestionFor<Name extends CommandName> = Extract<Question, { command: Name }>;
