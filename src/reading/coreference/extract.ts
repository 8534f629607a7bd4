import { ancestors, firstConjunct } from '../parse/tree.ts';
import type { FoundAnaphor } from './anaphors.ts';
import type { DiscourseEntity, MentionPlace } from './discourse.ts';
import type { AntecedentCandidate, AntecedentFeatures, Context } from './features.ts';

/** Posts that say little: a president is a leader, too. */
const ANY_POST =
  /^(?:leader|head|chief|ruler|official|officer|politician|diplomat|representative|counterpart|candidate|nominee|lawmaker|legislator|expert|member)$/;
const COUNTRY_NOUN = /^(?:country|nation|kingdom|republic|state|monarchy|neighbor|neighbour|ally)$/;

/** What is known of an anaphor's meaning one candidate; by name, the zeros left out. */
export function antecedentFeatures(context: Context, candidate: AntecedentCandidate): AntecedentFeatures {
  const [one] = candidate.members;
  if (!one) return ofNobody(context);
  const features: AntecedentFeatures = {};
  ofKind(features, context, candidate, one);
  if (candidate.place) ofPlace(features, context, candidate, candidate.place);
  ofSalience(features, context, candidate, one);
  if (context.anaphor.noun) ofNoun(features, context.anaphor.noun, candidate, one);
  return features;
}

function ofKind(
  features: AntecedentFeatures,
  { anaphor }: Context,
  { members, coordinated }: AntecedentCandidate,
  one: DiscourseEntity,
): void {
  const isSeveral = members.length > 1;
  if (isSeveral) {
    features.several = 1;
    features[coordinated ? 'joined' : 'together'] = 1;
  }
  if (one.entity === null) features[one.type === 'person' ? 'unnamedPerson' : 'unnamedBody'] = 1;
  else if (!isSeveral || one.type !== 'person') features[one.country ? 'country' : one.type] = 1;
  if (anaphor.gender !== null && one.gender !== null && !isSeveral)
    features[anaphor.gender === one.gender ? 'gender' : 'genderAgainst'] = 1;
  const plural = anaphor.class === 'they' || anaphor.class === 'several';
  if (!isSeveral) features[plural === one.plural ? 'plural' : 'pluralAgainst'] = 1;
  const count = anaphor.noun?.count ?? 0;
  if (count > 0) features[count === members.length ? 'count' : 'countAgainst'] = 1;
}

function ofPlace(
  features: AntecedentFeatures,
  { anaphor, at, fitting, onlyNear, document, lastSpeaker }: Context,
  candidate: AntecedentCandidate,
  place: MentionPlace,
): void {
  const [one] = candidate.members;
  const back = at.sentence - place.sentence;
  features.distance = Math.log2(1 + back);
  if (back === 0) features.sameSentence = 1;
  if (back === 1) features.sentenceBefore = 1;
  if (back === 2) features.twoBefore = 1;
  if (at.paragraph === place.paragraph) features.sameParagraph = 1;
  if (at.paragraph === place.paragraph + 1) features.paragraphBefore = 1;
  if (mayFit(anaphor, candidate)) {
    const since = fitting.findIndex((token) => token <= place.token);
    features.between = Math.log2(1 + (since < 0 ? fitting.length : since));
    if (since === 0) features.nearest = 1;
    if (onlyNear && back <= 3) features.only = 1;
  }
  if (place.full) features.full = 1;
  if (place.form === 'pronoun') features.byPronoun = 1;
  if (place.form === 'nominal') features.byNominal = 1;
  if (at.quoted >= 0 && at.quoted === place.quoted) features.bothQuoted = 1;
  if (at.quoted < 0 && place.quoted >= 0) features.quotedBefore = 1;
  if (lastSpeaker && one === lastSpeaker.entity) {
    features.lastSpeaker = 1;
    if (lastSpeaker.place.paragraph === at.paragraph) features.lastSpeakerInParagraph = 1;
    features.lastSpeakerDistance = Math.log2(1 + at.sentence - lastSpeaker.place.sentence);
    if (at.grammar().speaks && at.quoted < 0) {
      features.speaksAgain = 1;
      if (lastSpeaker.place.paragraph === at.paragraph) features.speaksAgainInParagraph = 1;
      features.speaksAgainDistance = features.lastSpeakerDistance;
    }
  }
  // Further back, how it stood tells little, and a tree costs time.
  if (back > 3) return;
  const here = at.grammar();
  const there = place.grammar();
  if (there.function === 'subject') features[there.main ? 'mainSubject' : 'subject'] = 1;
  else if (there.function !== 'other') features[there.function] = 1;
  if (there.coordinated && candidate.members.length === 1) features.coordinated = 1;
  if (there.introduced) features.introduced = 1;
  if (there.function === 'subject' && there.main && back === 1) features.subjectBefore = 1;
  if (there.function === 'subject' && there.main && back === 0) features.subjectHere = 1;
  features.depth = Math.log2(1 + there.depth);
  if (here.function === 'subject' && there.function === 'subject') features.bothSubjects = 1;
  if (here.function === 'object' && there.function === 'object') features.bothObjects = 1;
  if (here.speaks && there.speaks) features.bothSpeak = 1;
  if (at.quoted >= 0 && place.quoted < 0 && there.speaks && back < 2) features.speaksOutside = 1;
  if (back > 0) return;
  const tree = document.syntax.ofSentence(at.sentence);
  const above = ancestors(tree, here.node);
  if (above.includes(there.node)) features.inside = 1;
  // "The premier and the king": two.
  if (firstConjunct(tree, here.node) === firstConjunct(tree, there.node)) features.joinedWith = 1;
  const argument = here.function === 'subject' || here.function === 'object' || here.function === 'oblique';
  if (argument && here.governor === there.governor && there.function !== 'possessor')
    features[anaphor.reflexive ? 'reflexive' : 'coargument'] = 1;
  else if (there.function === 'subject' && above.includes(there.governor)) features.ownClause = 1;
}

/** May the anaphor mean somebody of that kind and gender? */
export function mayFit({ class: kind, gender, noun }: FoundAnaphor, { members }: AntecedentCandidate): boolean {
  const [one] = members;
  if (!one) return false;
  if (gender !== null && one.gender !== null && gender !== one.gender) return false;
  if (kind === 'he' || kind === 'person') return one.type === 'person' && !one.plural;
  if (kind === 'it' || kind === 'body') return one.type !== 'person' && !one.plural;
  if (kind === 'several' && noun) return (noun.kind === 'person') === (one.type === 'person');
  return true;
}

function ofSalience(
  features: AntecedentFeatures,
  { mostPlaces, later }: Context,
  candidate: AntecedentCandidate,
  one: DiscourseEntity,
): void {
  if (candidate.members.length > 1) return;
  features.frequency = Math.log2(1 + one.places.length);
  if (one.entity === null) return;
  if (one.places.length >= mostPlaces) features.mostFrequent = 1;
  features.spoken = Math.log2(1 + one.spoken.length);
  if (one.inHeadline) features.headline = 1;
  if (one.places[0]?.sentence === 0) features.lead = 1;
  const asSubject = later.get(one);
  if (asSubject !== undefined) features[asSubject ? 'laterSubject' : 'later'] = 1;
}

function ofNoun(
  features: AntecedentFeatures,
  noun: NonNullable<FoundAnaphor['noun']>,
  { members }: AntecedentCandidate,
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
  if (noun.kind === 'person' && one.entity !== null) {
    if (one.posts.length > 0 && fitting.length === 0 && !ANY_POST.test(head ?? '')) features.otherPost = 1;
    const knowsCountry = noun.country === null || one.countries.has(noun.country);
    if (knowsCountry && fitting.some((post) => noun.post.every((word) => post.includes(word)))) features.samePost = 1;
  }
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

function ofNobody({ anaphor, at, candidates, document }: Context): AntecedentFeatures {
  const features: AntecedentFeatures = { nobody: 1 };
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
