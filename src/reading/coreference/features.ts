import type { ReadingDocument } from '../document.ts';
import type { FoundAnaphor } from './anaphors.ts';
import type { DiscourseEntity, MentionPlace } from './discourse.ts';

/** Whom an anaphor may mean: one entity, or several that were named together; `place` is where last before the anaphor. */
export interface AntecedentCandidate {
  /** Empty: nobody. */
  readonly members: readonly DiscourseEntity[];
  readonly place: MentionPlace | null;
  /** Several, joined by "and" or "with". */
  readonly coordinated: boolean;
}

/** What is known of an anaphor and whom it may mean. What each is worth, for each class of anaphor, is learned (weights.ts). */
export const ANTECEDENT_FEATURES = [
  // What it is.
  'person',
  'organisation',
  'country',
  'place',
  'unnamedPerson',
  'unnamedBody',
  'several',
  'joined',
  'together',
  'nobody',
  // Agreement.
  'gender',
  'genderAgainst',
  'plural',
  'pluralAgainst',
  'count',
  'countAgainst',
  // Distance: sentences, and who else was mentioned since.
  'sameSentence',
  'sentenceBefore',
  'twoBefore',
  'distance',
  'sameParagraph',
  'paragraphBefore',
  'nearest',
  'between',
  'only',
  // Where it was last mentioned.
  'subject',
  'mainSubject',
  'object',
  'possessor',
  'oblique',
  'modifier',
  'coordinated',
  'introduced',
  'subjectBefore',
  'subjectHere',
  'depth',
  'full',
  'byPronoun',
  'byNominal',
  // Both places together.
  'bothSubjects',
  'bothObjects',
  'ownClause',
  'coargument',
  'joinedWith',
  'reflexive',
  'inside',
  'later',
  'laterSubject',
  // Quotations.
  'bothQuoted',
  'quotedBefore',
  'speaksOutside',
  'bothSpeak',
  'lastSpeaker',
  'lastSpeakerInParagraph',
  'lastSpeakerDistance',
  'speaksAgain',
  'speaksAgainInParagraph',
  'speaksAgainDistance',
  'spoken',
  // Salience.
  'frequency',
  'mostFrequent',
  'headline',
  'lead',
  // What a nominal says.
  'sameNoun',
  'sameHead',
  'postShared',
  'postForeign',
  'deputyAgainst',
  'hasPost',
  'unknownPost',
  'otherPost',
  'samePost',
  'sameCountry',
  'otherCountry',
  'countryUnknown',
  'nameHasNoun',
  'countryNoun',
  'countryNounAgainst',
  // Of nobody: how the anaphor stands.
  'nobodyQuoted',
  'nobodyDescribed',
  'nobodyExpletive',
  'nobodyCopula',
  'nobodySubject',
  'nobodyCapital',
  'nobodyCountry',
  'nobodyHeadKnown',
  'nobodyPossessive',
] as const;
export type Feature = (typeof ANTECEDENT_FEATURES)[number];
export type AntecedentFeatures = Partial<Record<Feature, number>>;

/** Somebody as the subject of a verb that reports words. */
export interface SpeakingPlace {
  readonly entity: DiscourseEntity;
  readonly place: MentionPlace;
}

/** An anaphor in its article. */
export interface Context {
  readonly document: ReadingDocument;
  readonly anaphor: FoundAnaphor;
  readonly at: MentionPlace;
  readonly candidates: readonly AntecedentCandidate[];
  /** Where those that it may mean were mentioned last, the nearest first. */
  readonly fitting: readonly number[];
  /** Is at most one of them in this sentence or the three before? */
  readonly onlyNear: boolean;
  /** How often the candidate mentioned most is mentioned. */
  readonly mostPlaces: number;
  /** Who spoke last before it, and where. */
  readonly lastSpeaker: SpeakingPlace | null;
  /** The entities named later in the sentence, and whether as a subject. */
  readonly later: ReadonlyMap<DiscourseEntity, boolean>;
}
