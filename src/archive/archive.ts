import type { Article, ArticleId, Outlet, OutletKind, Unread } from '../corpus/article.ts';
import type { MeetingForm, MeetingStatus, Mention, Quotation, Reading } from '../reading/reading.ts';
import type { Edtf } from '../text/edtf.ts';
import type { Span } from '../text/span.ts';

/** Names one person or body across articles; made of the name, so that it survives reindexing ("sergei-lavrov"). */
export type ActorId = string & { readonly actorId: unique symbol };
/** Names one meeting, made of its first report (article and position), so that it survives reindexing. */
export type MeetingId = string & { readonly meetingId: unique symbol };

/**
 * All articles and readings, ready to be asked. Asynchronous throughout: in this process, in a worker thread or elsewhere,
 * callers cannot tell which. Answers are plain data.
 */
export interface Archive {
  status(): Promise<ArchiveStatus>;
  /** `status().builtAt` alone, for who looks again and again whether the archive was built anew. */
  builtAt(): Promise<string>;
  /** The articles that fit, newest first; undated ones last. */
  articles(filter?: ArticleFilter, limit?: number): Promise<readonly ArticleCard[]>;
  /** Articles by their address, their file or words of their headline in order, newest first; no more than a page or two. */
  articlesNamed(name: string): Promise<readonly ArticleCard[]>;
  /** The outlets, those with the most articles first, each with its `newest` articles. */
  outlets(newest: number): Promise<readonly OutletHeld[]>;
  article(id: ArticleId): Promise<StoredArticle | null>;
  /** The ids of all articles. */
  articleIds(): Promise<readonly ArticleId[]>;
  /** The ids of all people and bodies, those mentioned most first. */
  actorIds(): Promise<readonly ActorId[]>;
  /** Ranked full-text search. */
  search(words: string, filter?: ArticleFilter, limit?: number): Promise<SearchResult>;
  /** The articles that have most of a question's units, best first. */
  rankByUnits(units: readonly QueryUnit[], limit: number): Promise<readonly UnitHit[]>;
  /** What the archive knows of words as typed: how common, a name or not, other spellings, what a mistyped one may mean. */
  wordsKnown(words: readonly string[]): Promise<readonly WordKnown[]>;
  /** In how many articles each term (a stem) stands, and its idf. */
  termCounts(terms: readonly string[]): Promise<readonly { readonly documents: number; readonly idf: number }[]>;
  /**
   * The people and bodies that a name as typed may mean, best first: spellings, scripts and typing errors allowed for.
   * Empty where the archive knows nobody of that name.
   */
  findActors(name: string): Promise<readonly ActorMatch[]>;
  actor(id: ActorId): Promise<Actor | null>;
  /** Where an actor is mentioned, oldest article first; of more than `limit` articles, in the oldest or the latest. */
  mentions(id: ActorId, limit?: number, which?: 'oldest' | 'latest'): Promise<readonly ActorMention[]>;
  /** Meetings by date, oldest first, undated ones last; of more than `limit` the latest. */
  meetings(filter?: MeetingFilter, limit?: number): Promise<readonly Meeting[]>;
  countMeetings(filter?: MeetingFilter): Promise<number>;
  /** Quotations, oldest article first, then in the order of the text; of more than `limit` those of the latest articles. */
  quotations(filter?: QuotationFilter, limit?: number): Promise<readonly QuotationRecord[]>;
  countQuotations(filter?: QuotationFilter): Promise<number>;
  /** Autocompletion: what begins like, or is spelled like, what was typed so far; best first. */
  complete(what: Completable, typed: string, limit: number): Promise<readonly string[]>;
  /** Whether these words stand in an article, compared without regard to typographic marks, case and white space; and the closest stretches. */
  similarPassages(words: string, limit: number): Promise<readonly SimilarPassage[]>;
}

export type Completable = 'person' | 'place' | 'outlet' | 'article';

export interface ArchiveStatus {
  readonly articles: number;
  readonly quotations: number;
  readonly meetings: number;
  readonly people: number;
  /** When this archive was built, ISO 8601. */
  readonly builtAt: string;
  /** First and last publication date. */
  readonly from: Edtf | null;
  readonly to: Edtf | null;
  readonly unread: readonly Unread[];
  /** Files whose articles were found damaged in the archive since it was opened: left out, and read again from the articles folder. */
  readonly damaged: readonly string[];
  /** Articles that the last build found edited in place, each with the sentences it did not have before. */
  readonly edited: Readonly<Record<ArticleId, readonly Span[]>>;
}

/** What the archive holds of an outlet. */
export interface OutletHeld {
  readonly outlet: Outlet;
  readonly articles: number;
  readonly newest: readonly ArticleCard[];
}

/** An article without its text. */
export type ArticleCard = Omit<Article, 'body' | 'explainer'> & {
  /** The article whose text it prints, edited, cut or put among other words; null where it is nobody's copy. */
  readonly copyOf: ArticleId | null;
};

export interface StoredArticle {
  readonly card: ArticleCard;
  readonly article: Article;
  readonly reading: Reading;
}

/** All that is given must hold. */
export interface ArticleFilter {
  readonly since?: Edtf;
  readonly until?: Edtf;
  /** Part of the outlet's name or its domain. */
  readonly outlet?: string;
  readonly kind?: OutletKind;
  /** Published at one of these addresses, to the letter. */
  readonly urls?: readonly string[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Words the archive does not know, and what was searched for in their place. */
  readonly corrected: readonly { readonly typed: string; readonly searched: string }[];
  /** Words it hardly knows, and what they may have been meant for: what has only that follows after the rest. */
  readonly also: readonly { readonly typed: string; readonly searched: string }[];
  /** What could not be understood of the query's syntax, in words for the person. */
  readonly problems: readonly QueryProblem[];
}

/** What could not be understood, or not all: it was searched for as words. */
export type QueryProblem =
  | { readonly is: 'more than is read'; readonly characters: number }
  | { readonly is: 'a text put in whole' | 'OR with nothing beside it' | 'a quotation mark not closed' }
  | { readonly is: 'a field left empty' | 'a field taken away'; readonly field: string }
  | { readonly is: 'no kind of outlet'; readonly value: string }
  | { readonly is: 'no date'; readonly field: string; readonly value: string };

export interface SearchHit {
  readonly card: ArticleCard;
  readonly score: number;
  /** The stretch that answers best: whole sentences. Null where only the headline matched. */
  readonly passage: Span | null;
  /** The query's words within the body, for highlighting. */
  readonly marked: readonly Span[];
  /** Share of the query's words (weighted by idf) that the article contains, 0 to 1. */
  readonly coverage: number;
}

export type ActorKind = 'person' | 'body';

export interface Actor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  /** The fullest name in the archive. */
  readonly name: string;
  readonly spellings: readonly string[];
  /** Offices that articles say they held, the one said last comes last. */
  readonly roles: readonly RoleHeld[];
  /** In how many articles. */
  readonly articles: number;
  readonly mentions: number;
  readonly meetings: number;
  readonly quotations: number;
  /** Why names that differ were taken for theirs, each by what was observed of it (identity.ts, join-bodies.ts). */
  readonly because: readonly { readonly name: string; readonly evidence: readonly string[] }[];
}

export interface RoleHeld {
  readonly role: string;
  readonly country: string | null;
  /** Publication dates of the first and the last article that says so. */
  readonly when: Edtf | null;
  readonly until: Edtf | null;
  /** How many articles say so; the first of them. */
  readonly articles: number;
  readonly article: ArticleId;
}

export interface ActorMatch {
  readonly actor: Actor;
  /** same: the name as typed or one of its spellings ("al-Zamili" for "Zamili"); near: a typing error away; part: one name among several ("Hussein" in "al-Husseini"). */
  readonly how: 'same' | 'near' | 'part';
}

export interface ActorMention {
  readonly card: ArticleCard;
  readonly mention: Mention;
  readonly sentence: Span;
}

/** A meeting that took place, was planned, …: one, however many articles report it. */
export interface Meeting {
  readonly id: MeetingId;
  readonly status: MeetingStatus;
  readonly form: MeetingForm;
  readonly date: Edtf | null;
  /** Null: the place is not stated. */
  readonly place: string | null;
  readonly participants: readonly MeetingParticipant[];
  /** The reports, best first. */
  readonly evidence: readonly MeetingEvidence[];
}

export interface MeetingParticipant {
  readonly name: string;
  readonly kind: 'person' | 'body' | 'country' | 'role';
  readonly actor: ActorId | null;
  /** The role they had then. */
  readonly role: string | null;
  readonly country: string | null;
}

export interface MeetingEvidence {
  readonly card: ArticleCard;
  readonly sentence: Span;
  readonly topic: Span | null;
  readonly also: readonly Span[];
  readonly status: MeetingStatus;
  readonly date: Edtf | null;
  /** The words that state the date: "last November". */
  readonly dateWords: Span | null;
  readonly place: string | null;
}

export interface MeetingFilter {
  /** Meetings in which each of these took part. */
  readonly actors?: readonly ActorId[];
  /** Meetings in which each of these countries (English names) was represented. */
  readonly countries?: readonly string[];
  readonly place?: string;
  readonly since?: Edtf;
  readonly until?: Edtf;
  /** 0 Sunday … 6 Saturday: only meetings whose date is a day and falls on it. */
  readonly weekday?: number;
}

export interface QuotationRecord {
  readonly card: ArticleCard;
  readonly quotation: Quotation;
  readonly speaker: ActorId | null;
  readonly sentence: Span;
  /** When it was said as far as the article says; else the publication date. */
  readonly date: Edtf | null;
}

export interface QuotationFilter {
  readonly speaker?: ActorId;
  /** Words that the quotation, or the sentence around it, must contain: stemmed. */
  readonly about?: string;
  readonly since?: Edtf;
  readonly until?: Edtf;
  readonly outlet?: string;
}

export interface SimilarPassage {
  readonly card: ArticleCard;
  readonly span: Span;
  /** The quotation this stretch belongs to, if it stands between marks. */
  readonly quotation: Quotation | null;
  readonly speaker: ActorId | null;
  /** 1 where word for word the same; else the share of words in common, in order. */
  readonly similarity: number;
}

/** One thing a question names, by all the terms under which an article may have it. */
export interface QueryUnit {
  /** What finding it says: the idf of the word as asked. */
  readonly idf: number;
  readonly alternatives: readonly Alternative[];
}

/** A term as indexed (a stem), and how well it stands for the word asked, 0 to 1. */
export interface Alternative {
  readonly term: string;
  readonly weight: number;
}

export interface UnitHit {
  readonly card: ArticleCard;
  readonly score: number;
  /** Share of the units, weighted by idf and by how well they are met, 0 to 1. */
  readonly coverage: number;
}

/** What the archive knows of a word as typed. */
export interface WordKnown {
  readonly term: string;
  readonly documents: number;
  /** Is it written with a capital nearly everywhere? */
  readonly isName: boolean;
  /** The same name in other letters or transliterations, as terms. */
  readonly spellings: readonly string[];
  /** The likeliest word of the archive for one it does not know. */
  readonly meant: string | null;
}
