import { PERSON_NOUNS } from '../coreference/nouns.ts';
import {
  auxiliariesOf,
  childrenBy,
  childrenOf,
  firstConjunct,
  type Government,
  governingChain,
  hasRelation,
  isNegated,
  markerOf,
  prepositionOf,
  type SyntaxTree,
  subtreeSpan,
} from '../parse/tree.ts';
import {
  ADJECTIVES,
  CONDITIONS,
  type Effect,
  FACTIVE,
  MOTION,
  NOUN_EFFECTS,
  PHRASAL,
  VERB_EFFECTS,
} from './governors.ts';

/** Did an event happen as far as its sentence says? `open`: a noun names it and nothing says that it came about. */
export type Factuality = 'actual' | 'open' | Effect;

/**
 * What the chain of words above an event says of whether it happened: its own negation, auxiliaries and mood, then each
 * governing word in turn. `event` is the node of a verb ("met") or noun ("meeting").
 */
export function factualityOf(tree: SyntaxTree, event: number): Factuality {
  if (isQuestion(tree)) return 'hypothetical';
  const isVerb = tree.tags[event] === 'VERB' || tree.tags[event] === 'AUX';
  let found: Factuality = isVerb ? ofVerb(tree, event) : ofNoun(tree, event);
  const taker = complementTaker(tree, event);
  if (taker >= 0) found = combined(found, ofGovernor(tree, { governor: taker, dependent: event, relation: 'ccomp' }));
  for (const step of governingChain(tree, event)) {
    // Nothing above a finite clause that stands for itself changes it.
    if (step.relation === 'parataxis') break;
    found = combined(found, ofGovernor(tree, step));
    if (endsChain(tree, step)) break;
  }
  return found;
}

/** An outer word over an inner finding: denial and withdrawal reach all below them, a plan only what would else be actual. */
function combined(inner: Factuality, outer: Effect | 'actual' | null): Factuality {
  if (outer === null) return inner;
  if (outer === 'actual') return inner === 'open' ? 'actual' : inner;
  if (outer === 'denied' || outer === 'called-off') return inner === 'denied' ? 'hypothetical' : outer;
  return inner === 'actual' || inner === 'open' ? outer : inner;
}

const FUTURE = new Set('will would shall may might can could should must ought'.split(' '));

/** A verb's own negation, auxiliaries and form. */
function ofVerb(tree: SyntaxTree, verb: number): Factuality {
  const auxiliaries = sharedAuxiliaries(tree, verb).map((k) => (tree.lemmas[k] ?? '').replace(/['’].*$/, ''));
  const modal = auxiliaries.find((lemma) => FUTURE.has(lemma) || lemma === "'ll" || lemma === 'wo' || lemma === 'ca');
  const perfect = auxiliaries.includes('have');
  if (isNegated(tree, verb)) return isLimited(tree, verb) ? 'actual' : 'denied';
  if (isNoLonger(tree, verb)) return 'called-off';
  // "would have met", "had she met": what was not
  if (modal !== undefined && perfect)
    return modal === 'will' || modal === 'may' || modal === 'must' ? 'planned' : 'hypothetical';
  if (modal !== undefined) return 'planned';
  if (isInverted(tree, verb)) return 'hypothetical';
  // "the two are to meet on Friday"
  if (auxiliaries.includes('be') && markerOf(tree, verb) === 'to') return 'planned';
  return 'actual';
}

/** "Will travel and meet": a bare second verb shares the auxiliaries of the first. */
function sharedAuxiliaries(tree: SyntaxTree, verb: number): number[] {
  const own = auxiliariesOf(tree, verb);
  if (own.length > 0 || tree.relations[verb] !== 'conj') return own;
  const first = firstConjunct(tree, verb);
  return tree.forms[verb] === tree.forms[first] && tree.forms[verb] !== 'past' && tree.forms[verb] !== 'present'
    ? auxiliariesOf(tree, first)
    : own;
}

/** "Did not meet until Monday", "not only met": said of when or of what else, not of whether. */
const isLimited = (tree: SyntaxTree, verb: number): boolean =>
  childrenOf(tree, verb).some(
    (k) =>
      prepositionOf(tree, k) === 'until' ||
      markerOf(tree, k) === 'until' ||
      /^(?:only|alone|just)$/i.test(tree.words[k] ?? ''),
  );

/** "Had she met him, …": an auxiliary before its subject makes a condition. */
function isInverted(tree: SyntaxTree, verb: number): boolean {
  const [subject] = childrenBy(tree, verb, 'nsubj');
  const [auxiliary] = auxiliariesOf(tree, verb);
  const isAside = tree.relations[verb] === 'advcl' || tree.relations[verb] === 'root';
  return (
    isAside &&
    subject !== undefined &&
    auxiliary !== undefined &&
    auxiliary < subject &&
    tree.lemmas[auxiliary] === 'have'
  );
}

/** What a noun of event says by itself: "no meeting", "the planned meeting". */
function ofNoun(tree: SyntaxTree, noun: number): Factuality {
  if (isNegated(tree, noun)) return 'denied';
  for (const k of childrenBy(tree, noun, 'amod', 'compound', 'acl')) {
    const effect =
      ADJECTIVES.get((tree.words[k] ?? '').toLowerCase()) ??
      (tree.relations[k] === 'acl' ? verbEffect(tree, k) : undefined);
    if (effect) return effect;
  }
  // "It was their first meeting", "they are in talks"
  const [copula] = childrenBy(tree, noun, 'cop');
  return copula !== undefined && tree.forms[copula] !== 'base' ? ofVerb(tree, noun) : 'open';
}

/** Prepositions under which an event is taken as having been: "after the meeting", "at talks in Oslo". */
const IN_ITS_COURSE = new Set(
  'after during at in on following since from despite amid over by throughout through within of with between about'.split(
    ' ',
  ),
);
/** "Ahead of the summit", "hopes for talks": it lies ahead. */
const AHEAD = new Set(['ahead of', 'for', 'toward', 'towards', 'until', 'before', 'pending', 'prior to']);

/** "Ahead of", "prior to": an adverb before the preposition belongs to it. */
function wholePreposition(tree: SyntaxTree, noun: number): string {
  const preposition = prepositionOf(tree, noun);
  const [first] = childrenBy(tree, noun, 'case');
  const before = first === undefined ? '' : (tree.words[first - 1] ?? '').toLowerCase();
  return before === 'ahead' || before === 'prior' ? `${before} ${preposition}` : preposition;
}

/** What one governing word does to what stands below it. Null: nothing. */
function ofGovernor(tree: SyntaxTree, step: Government): Effect | 'actual' | null {
  const { governor, dependent, relation } = step;
  const isNominal = tree.tags[dependent] === 'NOUN' || tree.tags[dependent] === 'PROPN';
  const preposition = isNominal ? wholePreposition(tree, dependent) : '';
  const isOfNoun = tree.tags[governor] === 'NOUN' || tree.tags[governor] === 'PROPN';
  if (relation === 'advcl' && !isOfNoun) return ofClause(tree, step);
  if (isOfNoun) {
    const effect = NOUN_EFFECTS.get(tree.lemmas[governor] ?? '');
    if (effect && (relation.startsWith('acl') || relation === 'nmod')) return opposed(tree, governor, effect);
    // "Reports that they met are a hoax"
    if (effect === 'denied' && relation === 'nsubj') return opposed(tree, governor, effect);
    // "No evidence that they met"
    if (isContent(tree, step) && isNegated(tree, governor)) return 'hypothetical';
    if (relation === 'nmod' && AHEAD.has(preposition)) return 'planned';
    // "Eagerness to meet", "reasons to meet": what a noun has before it, but a journey or the first to do it.
    const isInfinitive = relation === 'acl' && !isNominal && markerOf(tree, dependent) === 'to';
    return isInfinitive && !isDoer(tree, governor) && !JOURNEYS.has(tree.lemmas[governor] ?? '') ? 'planned' : null;
  }
  const own = ofVerb(tree, governor);
  const effect = verbEffect(tree, governor);
  // "Claims that they met are baseless": of what is said or thought, not of people, who may be ready or reluctant.
  if (relation === 'nsubj' && tree.tags[governor] === 'ADJ' && (effect === 'denied' || effect === 'hypothetical'))
    return opposed(tree, governor, effect);
  if (relation === 'xcomp' || relation === 'ccomp' || relation.startsWith('csubj')) {
    // Who will say or could say it leaves what is said as it is.
    const speaks = relation === 'ccomp' && effect === undefined;
    if (relation === 'ccomp' && CONDITIONS.has(markerOf(tree, dependent))) return 'hypothetical';
    if (effect) return opposed(tree, governor, effect);
    // "It is not true that they met"
    if (tree.tags[governor] === 'ADJ' && own === 'denied') return 'denied';
    const noun = relation === 'xcomp' ? plannedBefore(tree, governor, dependent) : null;
    if (noun) return noun;
    if (speaks) return own === 'denied' ? 'hypothetical' : null;
    return own === 'actual' ? null : asEffect(own);
  }
  if (!isNominal) return null;
  if (relation === 'obj' || relation === 'obl' || relation.startsWith('nsubj')) {
    const governs =
      relation !== 'obl' ||
      preposition === 'to' ||
      preposition === 'for' ||
      preposition === 'of' ||
      preposition === 'on';
    const isPassiveSubject = relation === 'nsubj:pass';
    // Of who is told, nothing is planned: "told a meeting of the council".
    const isHearer = relation === 'obj' && tree.lemmas[governor] === 'tell';
    if (effect && governs && !isHearer && (relation !== 'nsubj' || isPassiveSubject))
      return opposed(tree, governor, effect);
    if (relation === 'obl' && AHEAD.has(preposition) && !MOTION.has(tree.lemmas[governor] ?? ''))
      return preposition === 'before' && own === 'actual' && !isFinitePresent(tree, governor) ? 'actual' : 'planned';
    // "Has had no talks": the one "no" denies both.
    if (own === 'denied' && isNegated(tree, dependent)) return null;
    if (relation === 'obl' && !governs && !IN_ITS_COURSE.has(preposition)) return null;
    return own === 'actual'
      ? isFinitePresent(tree, governor) && relation !== 'obl' && !FACTIVE.has(tree.lemmas[governor] ?? '')
        ? null
        : 'actual'
      : asEffect(own);
  }
  return null;
}

/** "Flew on a mission to meet the pope": on its way it came about, as with `MOTION`. */
const JOURNEYS = new Set('trip visit journey flight voyage mission tour stop return'.split(' '));

/** "The first president to meet him", "the only one to meet him": who did it. */
const isDoer = (tree: SyntaxTree, noun: number): boolean =>
  PERSON_NOUNS.has(tree.lemmas[noun] ?? '') ||
  [noun, ...childrenBy(tree, noun, 'amod', 'nummod', 'acl')].some((k) =>
    /^(?:first|second|third|last|latest|only|one|ones|\d+(?:st|nd|rd|th))$/i.test(tree.words[k] ?? ''),
  );

/** "Has no plans to meet": the clause may hang on the verb, but it is the plans'. */
function plannedBefore(tree: SyntaxTree, verb: number, clause: number): Effect | null {
  const noun = childrenBy(tree, verb, 'obj').findLast((k) => k < clause && NOUN_EFFECTS.has(tree.lemmas[k] ?? ''));
  const effect = noun === undefined ? undefined : NOUN_EFFECTS.get(tree.lemmas[noun] ?? '');
  return noun === undefined || effect === undefined ? null : opposed(tree, noun, effect);
}

/** "To meet", "before meeting", "if he meets": what the clause's marker and form say, and the governing verb with them. */
function ofClause(tree: SyntaxTree, { governor, dependent }: Government): Effect | null {
  const marker = markerOf(tree, dependent);
  if (CONDITIONS.has(marker)) return 'hypothetical';
  if (marker === 'without' || marker === 'instead of' || marker === 'rather than') return 'denied';
  const isPurpose = marker === 'to' || marker === 'in order' || tree.forms[dependent] === 'base';
  const noun = isPurpose ? plannedBefore(tree, governor, dependent) : null;
  if (noun) return noun;
  if (isPurpose && !MOTION.has(tree.lemmas[governor] ?? '')) return 'planned';
  const own = ofVerb(tree, governor);
  if (isPurpose) return own === 'actual' ? null : asEffect(own);
  if (tree.forms[dependent] === 'present' && /^(?:when|before|until|after|once|as soon as)$/.test(marker))
    return 'planned';
  if (tree.forms[dependent] === 'ing' && marker !== 'after' && own !== 'actual' && own !== 'denied')
    return asEffect(own);
  return null;
}

const asEffect = (found: Factuality): Effect | null => (found === 'actual' || found === 'open' ? null : found);

/**
 * A governor's effect where it is itself denied: no plan to meet is no meeting; nobody refused leaves all open; no doubt
 * leaves it as it is. What is no longer planned is called off.
 */
function opposed(tree: SyntaxTree, governor: number, effect: Effect): Effect | null {
  const isPast = isNoLonger(tree, governor);
  if (!isPast && !isNegated(tree, governor)) return effect;
  if (effect === 'hypothetical') return null;
  if (effect === 'denied' || effect === 'called-off') return 'hypothetical';
  return isPast ? 'called-off' : 'denied';
}

/** "Will no longer meet", "no longer plans to" */
const isNoLonger = (tree: SyntaxTree, i: number): boolean =>
  childrenBy(tree, i, 'advmod').some(
    (k) => /^longer$/i.test(tree.words[k] ?? '') && /^no$/i.test(tree.words[k - 1] ?? ''),
  );

/**
 * Is the clause what its noun says, "the claim that they met", and not one about the noun, "the claim that he made"? Parsers take
 * "that" for the object of the former too, which then has two.
 */
function isContent(tree: SyntaxTree, { governor, dependent, relation }: Government): boolean {
  if (markerOf(tree, dependent) === 'that') return dependent > governor;
  const objects = childrenBy(tree, dependent, 'obj');
  return relation === 'acl:relcl' && objects.length > 1 && objects.some((k) => /^that$/i.test(tree.words[k] ?? ''));
}

/**
 * The verb that a clause is the complement of where the parse has it the wrong way round: in "wished she had met him" no more
 * than a subject stands between the two verbs. -1 where there is none.
 */
function complementTaker(tree: SyntaxTree, event: number): number {
  const [subject] = childrenBy(tree, event, 'nsubj');
  const before = subject === undefined ? -1 : subtreeSpan(tree, subject).first - 1;
  const isTaker =
    before >= 0 &&
    tree.heads[before] === event &&
    tree.tags[before] === 'VERB' &&
    hasRelation(tree, before, 'advcl', 'ccomp', 'parataxis') &&
    childrenBy(tree, before, 'nsubj').length > 0;
  return isTaker ? before : -1;
}

function verbEffect(tree: SyntaxTree, i: number): Effect | undefined {
  const lemma = tree.lemmas[i] ?? '';
  const [particle] = childrenBy(tree, i, 'compound:prt');
  const phrasal =
    particle === undefined ? undefined : PHRASAL.get(`${lemma} ${(tree.words[particle] ?? '').toLowerCase()}`);
  if (phrasal) return phrasal;
  if (tree.tags[i] === 'ADJ') return ADJECTIVES.get((tree.words[i] ?? '').toLowerCase());
  return VERB_EFFECTS.get(lemma) ?? ADJECTIVES.get((tree.words[i] ?? '').toLowerCase());
}

const isFinitePresent = (tree: SyntaxTree, verb: number): boolean =>
  tree.forms[verb] === 'present' && auxiliariesOf(tree, verb).length === 0;

/** A clause with a subject and tense of its own, set beside another one: what is above it is another matter. */
const endsChain = (tree: SyntaxTree, step: Government): boolean =>
  (step.relation === 'acl:relcl' || (step.relation === 'advcl' && tree.forms[step.dependent] === 'past')) &&
  !isContent(tree, step);

const isQuestion = (tree: SyntaxTree): boolean => {
  const last = tree.words.findLast((word) => !/^["“”'’)\]]+$/.test(word));
  return last === '?';
};
