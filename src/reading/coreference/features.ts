import type { ReadingDocument } from '../document.ts';
import { ancestors } from '../parse/tree.ts';
import type { FoundAnaphor } from './anaphors.ts';
import type { DiscourseEntity, Place } from './discourse.ts';

/** Whom an anaphor may mean: one entity, or several that were named together; `place` is where last before the anaphor. */
export interface Candidate {
  /** Empty: nobody. */
  readonly members: readonly DiscourseEntity[];
  readonly place: Place | null;
  /** Several, joined by "and" or "with". */
  readonly coordinated: boolean;
}

/** What is known of an anaphor and whom it may mean. What each is worth, for each class of anaphor, is learned (weights.ts). */
export const FEATURES = [
  // What it is.
  'person',
  'organisation',
  'country',
  'place',
  'unnamedPerson',
  'unnamedBody',
  'several',
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
  'full',
  'byPronoun',
  'byNominal',
  // Both places together.
  'bothSubjects',
  'bothObjects',
  'ownClause',
  'coargument',
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
export type Feature = (typeof FEATURES)[number];
export type Features = Partial<Record<Feature, number>>;

/** An anaphor in its article. */
export interface Context {
  readonly document: ReadingDocument;
  readonly anaphor: FoundAnaphor;
  readonly at: Place;
  readonly candidates: readonly Candidate[];
  /** Who spoke last before it. */
  readonly lastSpeaker: DiscourseEntity | null;
  /** The entities named later in the sentence, and whether as a subject. */
  readonly later: ReadonlyMap<DiscourseEntity, boolean>;
}

const COUNTRY_NOUN = /^(?:country|nation|kingdom|republic|state|monarchy|neighbor|neighbour|ally)$/;

export function featuresOf(context: Context, candidate: Candidate): Features {
  const [one] = candidate.members;
  if (!one) return ofNobody(context);
  const features: Features = {};
  ofKind(features, context, candidate, one);
  if (candidate.place) ofPlace(features, context, candidate, candidate.place);
  ofSalience(features, context, candidate, one);
  if (context.anaphor.noun) ofNoun(features, context.anaphor.noun, candidate, one);
  return features;
}

function ofKind(
  features: Features,
  { anaphor }: Context,
  { members, coordinated }: Candidate,
  one: DiscourseEntity,
): void {
  if (members.length > 1) features.several = 1;
  else if (one.entity === null) features[one.type === 'person' ? 'unnamedPerson' : 'unnamedBody'] = 1;
  else features[one.country ? 'country' : one.type] = 1;
  if (coordinated) features.coordinated = 1;
  if (members.length > 1 && one.type !== 'person') features[one.country ? 'country' : one.type] = 1;
  if (anaphor.gender !== null && one.gender !== null && members.length === 1)
    features[anaphor.gender === one.gender ? 'gender' : 'genderAgainst'] = 1;
  const plural = anaphor.class === 'they' || anaphor.class === 'several';
  if (members.length === 1) features[plural === one.plural ? 'plural' : 'pluralAgainst'] = 1;
  const count = anaphor.noun?.count ?? 0;
  if (count > 0) features[count === members.length ? 'count' : 'countAgainst'] = 1;
}

function ofPlace(
  features: Features,
  { anaphor, at, candidates, document, lastSpeaker }: Context,
  candidate: Candidate,
  place: Place,
): void {
  const [one] = candidate.members;
  const back = at.sentence - place.sentence;
  features.distance = Math.log2(1 + back);
  if (back === 0) features.sameSentence = 1;
  if (back === 1) features.sentenceBefore = 1;
  if (back === 2) features.twoBefore = 1;
  if (at.paragraph === place.paragraph) features.sameParagraph = 1;
  if (at.paragraph === place.paragraph + 1) features.paragraphBefore = 1;
  const alike = candidates.filter((other) => other.place && other.members.length === 1 && mayFit(anaphor, other));
  const since = alike.filter((other) => (other.place?.token ?? 0) > place.token).length;
  features.between = Math.log2(1 + since);
  if (since === 0 && mayFit(anaphor, candidate)) features.nearest = 1;
  if (
    mayFit(anaphor, candidate) &&
    alike.every((other) => other === candidate || at.sentence - (other.place?.sentence ?? 0) > 3)
  )
    features.only = 1;
  if (place.full) features.full = 1;
  if (place.form === 'pronoun') features.byPronoun = 1;
  if (place.form === 'nominal') features.byNominal = 1;
  if (at.quoted >= 0 && at.quoted === place.quoted) features.bothQuoted = 1;
  if (at.quoted < 0 && place.quoted >= 0) features.quotedBefore = 1;
  if (one === lastSpeaker) features.lastSpeaker = 1;
  // Further back, how it stood tells little, and a tree costs time.
  if (back > 3) return;
  const here = at.grammar();
  const there = place.grammar();
  if (there.function === 'subject') features[there.main ? 'mainSubject' : 'subject'] = 1;
  else if (there.function !== 'other') features[there.function] = 1;
  if (there.introduced) features.introduced = 1;
  if (here.function === 'subject' && there.function === 'subject') features.bothSubjects = 1;
  if (here.function === 'object' && there.function === 'object') features.bothObjects = 1;
  if (here.speaks && there.speaks) features.bothSpeak = 1;
  if (at.quoted >= 0 && place.quoted < 0 && there.speaks && back < 2) features.speaksOutside = 1;
  if (back > 0) return;
  const tree = document.syntax.ofSentence(at.sentence);
  const above = ancestors(tree, here.node);
  if (above.includes(there.node)) features.inside = 1;
  const argument = here.function === 'subject' || here.function === 'object' || here.function === 'oblique';
  if (argument && here.governor === there.governor && there.function !== 'possessor')
    features[anaphor.reflexive ? 'reflexive' : 'coargument'] = 1;
  else if (there.function === 'subject' && above.includes(there.governor)) features.ownClause = 1;
}

/** May the anaphor mean somebody of that kind and gender? */
function mayFit({ class: kind, gender, noun }: FoundAnaphor, { members }: Candidate): boolean {
  const [one] = members;
  if (!one) return false;
  if (gender !== null && one.gender !== null && gender !== one.gender) return false;
  if (kind === 'he' || kind === 'person') return one.type === 'person' && !one.plural;
  if (kind === 'it' || kind === 'body') return one.type !== 'person' && !one.plural;
  if (kind === 'several' && noun) return (noun.kind === 'person') === (one.type === 'person');
  return true;
}

function ofSalience(
  features: Features,
  { candidates, later }: Context,
  candidate: Candidate,
  one: DiscourseEntity,
): void {
  if (candidate.members.length > 1) return;
  features.frequency = Math.log2(1 + one.places.length);
  if (one.entity === null) return;
  if (candidates.every(({ members }) => members.length !== 1 || (members[0]?.places.length ?? 0) <= one.places.length))
    features.mostFrequent = 1;
  if (one.inHeadline) features.headline = 1;
  if (one.places[0]?.sentence === 0) features.lead = 1;
  const asSubject = later.get(one);
  if (asSubject !== undefined) features[asSubject ? 'laterSubject' : 'later'] = 1;
}

function ofNoun(
  features: Features,
  noun: NonNullable<FoundAnaphor['noun']>,
  { members }: Candidate,
  one: DiscourseEntity,
): void {
  if (COUNTRY_NOUN.test(noun.lemma)) features[one.country ? 'countryNoun' : 'countryNounAgainst'] = 1;
  if (members.length > 1) return;
  if (one.nouns.has(noun.lemma)) features.sameNoun = 1;
  if (one.entity !== null && one.words.has(noun.lemma)) features.nameHasNoun = 1;
  if (one.posts.length > 0) features.hasPost = 1;
  const head = noun.post.at(-1);
  const isDeputy = (post: readonly string[]) => post.includes('deputy') || post.includes('vice-president');
  const alike = one.posts.filter((post) => post.at(-1) === head);
  const fitting = alike.filter((post) => isDeputy(post) === isDeputy(noun.post));
  if (alike.length > 0 && fitting.length === 0) features.deputyAgainst = 1;
  if (fitting.length > 0) {
    const ofCountry = (word: string) =>
      [...one.countries].some((country) => word.startsWith(country.toLowerCase().slice(0, 4)));
    const shares = fitting.map(
      (post) => noun.post.filter((word) => word !== head && (post.includes(word) || ofCountry(word))).length,
    );
    features.sameHead = 1;
    features.postShared = Math.min(2, Math.max(...shares));
    features.postForeign = Math.min(2, Math.max(0, noun.post.length - 1 - Math.max(...shares)));
  } else if (one.posts.length > 0) features.unknownPost = 1;
  if (noun.country === null) return;
  if (one.countries.has(noun.country)) features.sameCountry = 1;
  else features[one.countries.size > 0 ? 'otherCountry' : 'countryUnknown'] = 1;
}

function ofNobody({ anaphor, at, candidates, document }: Context): Features {
  const features: Features = { nobody: 1 };
  const { noun } = anaphor;
  if (at.quoted >= 0) features.nobodyQuoted = 1;
  if (anaphor.possessive) features.nobodyPossessive = 1;
  const here = at.grammar();
  if (here.function === 'subject') features.nobodySubject = 1;
  const tree = document.syntax.ofSentence(at.sentence);
  if (anaphor.class === 'it') {
    if (tree.relations[here.node] === 'expl') features.nobodyExpletive = 1;
    const verb = here.governor;
    const opens = tree.heads.some((head, k) => head === verb && /^(?:cop|csubj|ccomp)/.test(tree.relations[k] ?? ''));
    if (opens) features.nobodyCopula = 1;
  }
  if (!noun) return features;
  if (noun.described) features.nobodyDescribed = 1;
  if (noun.capital) features.nobodyCapital = 1;
  if (noun.country !== null) features.nobodyCountry = 1;
  const head = noun.post.at(-1);
  if (
    candidates.some(({ members }) =>
      members.some(({ posts, nouns }) => nouns.has(noun.lemma) || posts.some((post) => post.at(-1) === head)),
    )
  )
    features.nobodyHeadKnown = 1;
  return features;
}
