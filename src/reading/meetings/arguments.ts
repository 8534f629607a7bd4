import { countriesIn } from '../../text/countries.ts';
import { span } from '../../text/span.ts';
import { VERB_EFFECTS as EFFECTS } from '../factuality/governors.ts';
import {
  agentOf,
  ancestors,
  childrenBy,
  childrenOf,
  conjunctsOf,
  firstConjunct,
  isPassive,
  objectsOf,
  obliquesBy,
  prepositionOf,
  type SyntaxTree,
  subjectOf,
} from '../parse/tree.ts';
import type { MeetingForm, Participant } from '../reading.ts';
import { distinct, isNamedBefore, isSameParty, isSeveral, isTime, partiesOf } from './parties.ts';
import { ARRIVALS, CARRIERS, NOUNS, VERBS, type VerbSense } from './predicates.ts';
import { type Scene, spanOf, wordAt } from './scene.ts';

/** A word that says that people met, and what belongs to it. */
export interface Predicate {
  readonly node: number;
  readonly form: MeetingForm;
  readonly parties: readonly Participant[];
  /** The predicate with the verbs that carry it: where and when may hang on any of them. */
  readonly carriers: readonly number[];
  /** Of the parties, those met one by one: "separate talks with B and C". */
  readonly separate: readonly Participant[];
  /** "The meeting", "those talks", with nobody named: one reported before. */
  readonly refersBack: boolean;
}

/** What a sentence says of meetings, in the order of its words. */
export const predicatesIn = (scene: Scene): Predicate[] =>
  scene.tree.words.flatMap((_, node) =>
    scene.mentionAt[node] ? [] : (ofVerb(scene, node) ?? ofNoun(scene, node) ?? []),
  );

function ofVerb(scene: Scene, node: number): Predicate | null {
  const { tree } = scene;
  const senses = tree.tags[node] === 'VERB' ? VERBS.get(tree.lemmas[node] ?? '') : undefined;
  const sense = senses?.find((one) => hasItsWords(scene, node, one));
  if (!sense) return null;
  const passive = isPassive(tree, node);
  const subject = doerOf(scene, node);
  const doer = passive ? agentOf(tree, node) : subject;
  const objects = passive ? [subject] : objectsIn(tree, node).filter((k) => !isDescription(scene, node, k, sense));
  const anybody = subjectParties(scene, node, doer);
  const direct = sense.object ? objects.flatMap((object) => partiesOf(scene, object)).filter(mayBeReceived(sense)) : [];
  // "Negotiated a deal with Peru", "discussed the war with the emir": whom with may hang on what about.
  const about = sense.form === 'talks' ? objects : [];
  const withOthers = [node, ...about]
    .flatMap((k) => withAround(scene, k, sense.prepositions))
    .filter((k) => !isPress(scene, k))
    .flatMap((k) => partiesOf(scene, k));
  const besides = accompanying(scene, node);
  const others = [...direct, ...withOthers].filter((party) => sense.form !== 'visit' || isVisited(party));
  // Nobody meets himself: "he" is not whom he met.
  const subjects =
    tree.tags[doer] === 'PRON' ? anybody.filter((one) => !others.some((other) => isSameParty(one, other))) : anybody;
  const isTogether =
    sense.together !== null &&
    hasNoOtherObject(scene, objects, sense) &&
    doer >= 0 &&
    (sense.together === 'plural' ? isSeveral(scene, doer) : areSeveralNamed(subjects) && !speaksTo(scene, node));
  if (others.length === 0 && !isTogether) return null;
  if (sense.form === 'call' && direct.every((party) => party.kind === 'role' && party.country === null)) return null;
  const all = withImplied(scene, node, distinct([...subjects, ...others, ...besides]));
  if (all.length === 0) return null;
  const refersBack = all.every(isNamedBefore);
  const parties = refersBack ? [] : all;
  return {
    node,
    form: isByPhone(scene, node) ? 'call' : sense.form,
    parties,
    carriers: [node, ...governorsOfSame(scene, node)],
    separate: isSeparate(scene, node) || subjects.length === 0 ? (others.length > 1 ? distinct(others) : []) : [],
    refersBack,
  };
}

/** People are visited to meet them; not countries, nor the houses of bodies, nor one's family. */
const isVisited = ({ kind, entity, name }: Participant): boolean =>
  kind !== 'country' && (kind !== 'body' || (entity === null && !/\bfamily$/i.test(name)));

/** "Met with Lee, Moe's father": no object stands behind whom it is with. */
const isDescription = ({ tree }: Scene, node: number, object: number, { prepositions }: VerbSense): boolean =>
  object > node && obliquesBy(tree, node, ...prepositions).some((k) => k > node && k < object);

/** People are received and greeted; a body that is received or welcomed is an honour, a plan, a thing: "received the Order of Merit". */
const mayBeReceived =
  ({ isReception }: VerbSense) =>
  ({ kind, entity }: Participant): boolean =>
    isReception !== true || kind !== 'body' || entity === null;

/** "Lee and Moe talked", but not "Lee and his aides talked about it". */
const areSeveralNamed = (parties: readonly Participant[]): boolean =>
  parties.filter(({ kind }) => kind !== 'role').length > 1 ||
  (parties.length > 1 && parties.every(({ kind }) => kind === 'role'));

/** "Spoke at a rally": to others. */
const speaksTo = ({ tree }: Scene, node: number): boolean =>
  childrenBy(tree, node, 'obl').some(
    (k) => /^(?:at|in|to|before|from)$/.test(prepositionOf(tree, k)) && tree.tags[k] === 'NOUN',
  );

/** No object, or one that leaves the subject's parties among themselves: a time, "each other", what they talked about. */
const hasNoOtherObject = (scene: Scene, objects: readonly number[], sense: VerbSense): boolean =>
  sense.objectLemma !== undefined ||
  sense.takesObject === true ||
  objects.every((k) => isTime(scene, k) || /^(?:other|another)$/.test(scene.tree.lemmas[k] ?? ''));

/** Nouns below `governor` with one of these prepositions, also where a time or place stands between: "met on Friday in Oslo with Lee". */
function withAround(scene: Scene, governor: number, prepositions: readonly string[]): number[] {
  const { tree, mentionAt } = scene;
  const between = childrenBy(tree, governor, 'obl', 'nmod', 'obl:unmarked', 'nmod:unmarked', 'appos').filter(
    (k) => (isTime(scene, k) || mentionAt[k]?.type === 'place') && !prepositions.includes(prepositionOf(tree, k)),
  );
  return [governor, ...between].flatMap((k) => obliquesBy(tree, k, ...prepositions));
}

/** Whoever speaks to them gives an interview: "reporters", "the Norland Times", initials. */
const isPress = ({ tree, mentionAt, document: { text } }: Scene, node: number): boolean => {
  const mention = mentionAt[node];
  const name = mention?.type === 'organisation' ? text.slice(mention.start, mention.end) : (tree.words[node] ?? '');
  return (
    /^(?:reporter|journalist|press|media|newspaper|audience|crowd|correspondent)$/.test(tree.lemmas[node] ?? '') ||
    /\b(?:News|Press|Times|Post|Journal|Radio|Television|TV|Magazine|Herald|Tribune|Gazette|Broadcasting)\b/.test(
      name,
    ) ||
    (/^\p{Lu}{3,4}$/u.test(name) && prepositionOf(tree, node) === 'to')
  );
};

/** "Spoke to Lee in an interview": an interview is no meeting. */
const isInterview = (tree: SyntaxTree, node: number): boolean =>
  childrenBy(tree, node, 'obl').some((k) => tree.lemmas[k] === 'interview');

/** "Met in the final": a match. */
const isMatch = (tree: SyntaxTree, node: number): boolean =>
  childrenBy(tree, node, 'obl').some((k) =>
    /^(?:final|semi-?final|quarter-?final|match|game|cup|championship|tournament|league|playoff)$/.test(
      tree.lemmas[k] ?? '',
    ),
  );

/** Its objects; of a bare relative clause the noun it stands by: "the poets she met". */
function objectsIn(tree: SyntaxTree, node: number): number[] {
  const own = objectsOf(tree, node);
  const isRelative =
    tree.relations[node] === 'acl:relcl' &&
    own.length === 0 &&
    childrenBy(tree, node, 'obl').every((k) => prepositionOf(tree, k) !== 'with');
  const head = tree.heads[node] ?? -1;
  return isRelative && head >= 0 && subjectOf(tree, node) !== head ? [head] : own;
}

/** Who does it: the subject; of a bare "after meeting", that of the verb it hangs on. */
function doerOf({ tree }: Scene, node: number): number {
  const subject = subjectOf(tree, node);
  if (subject >= 0 || tree.forms[node] !== 'ing') return subject;
  const above = verbAbove(tree, node);
  return above < 0 ? -1 : subjectOf(tree, above);
}

/** The nearest verb above; -1 where there is none. */
const verbAbove = (tree: SyntaxTree, node: number): number =>
  ancestors(tree, node).find((k) => tree.tags[k] === 'VERB' || childrenBy(tree, k, 'nsubj').length > 0) ?? -1;

/** Those of the subject, and of what stands beside it as another one: "the two presidents, Lee and Moe, met". */
function subjectParties(scene: Scene, node: number, doer: number): Participant[] {
  const { tree } = scene;
  const beside = childrenBy(tree, node, 'nsubj').filter((k) => k !== doer && !isPassive(tree, node));
  const named = beside.flatMap((k) => partiesOf(scene, k));
  const own = doer < 0 ? [] : partiesOf(scene, doer);
  return named.length > 0 && own.every((party) => party.kind === 'role') ? named : [...own, ...named];
}

/** The particle and object that make the sense ("sat down", "shook hands"), and none that make another ("call off", "call him a liar"). */
function hasItsWords(scene: Scene, node: number, sense: VerbSense): boolean {
  const { tree } = scene;
  const particles = [...childrenBy(tree, node, 'compound:prt', 'advmod')].map((k) =>
    (tree.words[k] ?? '').toLowerCase(),
  );
  if (/^(?:amod|compound)$/.test(tree.relations[node] ?? '') || isMatch(tree, node)) return false;
  if (isInterview(tree, node)) return false;
  if (sense.particle !== undefined) return particles.includes(sense.particle);
  if (childrenBy(tree, node, 'compound:prt').length > 0) return false;
  if (sense.objectLemma !== undefined)
    return objectsOf(tree, node).some((k) => (tree.lemmas[k] ?? '').replace(/s$/, '') === sense.objectLemma);
  if (sense.form !== 'call' && sense.isWhole !== true) return true;
  const otherwise = childrenBy(tree, node, 'xcomp', 'ccomp', 'iobj', 'obl').filter(
    (k) =>
      tree.relations[k] !== 'obl' ||
      (sense.form === 'call' && /^(?:on|upon|for|into|to)$/.test(prepositionOf(tree, k))),
  );
  const isTimed = (k: number) => /day$/.test((tree.words[k] ?? '').toLowerCase());
  const isAsked =
    sense.isWhole === true &&
    obliquesBy(tree, node, ...sense.prepositions).some((k) => childrenBy(tree, k, 'acl', 'advcl').length > 0);
  if (
    isAsked ||
    childrenBy(tree, node, 'advcl').some(
      (k) => tree.forms[k] === 'base' && sense.isWhole === true && !/^discuss$/.test(tree.lemmas[k] ?? ''),
    )
  )
    return false;
  const objects = objectsOf(tree, node);
  // "Called him “reckless”": a word for him taken for another object.
  const isNamedSo = objects.some((k) => conjunctsOf(tree, k).some((one) => tree.tags[one] === 'ADJ'));
  if (tree.lemmas[node] === 'call' && sense.form === 'call' && !isPlacedCall(scene, node)) return false;
  return otherwise.every(isTimed) && !isNamedSo && objects.length === (sense.object ? 1 : 0);
}

/** "Called him on Friday", "called to thank him", but not "as she calls him", of names and judgements. */
const isPlacedCall = (scene: Scene, node: number): boolean =>
  isByPhone(scene, node) ||
  childrenBy(scene.tree, node, 'obl', 'obl:unmarked', 'advmod').some(
    (k) => isTime(scene, k) || /^(?:later|earlier|again|back|then)$/.test(wordAt(scene, k)),
  ) ||
  childrenBy(scene.tree, node, 'advcl').some((k) => scene.tree.forms[k] === 'base');

/** "Together with her minister", "accompanied by her minister", "flanked by". */
function accompanying(scene: Scene, node: number): Participant[] {
  const { tree } = scene;
  const along = obliquesBy(tree, node, 'along with', 'together with', 'alongside').flatMap((k) => partiesOf(scene, k));
  const led = childrenBy(tree, node, 'advcl')
    .filter((k) => /^(?:accompany|flank|join)$/.test(tree.lemmas[k] ?? ''))
    .flatMap((k) => obliquesBy(tree, k, 'by'))
    .flatMap((k) => partiesOf(scene, k));
  return [...along, ...led];
}

/** What a noun of meeting needs beside it to be one: a dinner or a call only with somebody. */
const NEEDS_OTHERS = new Set([
  'dinner',
  'lunch',
  'luncheon',
  'breakfast',
  'banquet',
  'audience',
  'conference',
  'handshake',
  'call',
  'trip',
  'encounter',
]);

function ofNoun(scene: Scene, node: number): Predicate | null {
  const { tree } = scene;
  const lemma = tree.lemmas[node]?.toLowerCase() ?? '';
  const lower = wordAt(scene, node);
  const form =
    tree.tags[node] === 'NOUN' || tree.tags[node] === 'PROPN' ? (NOUNS.get(lower) ?? NOUNS.get(lemma)) : undefined;
  if (!form || (lemma === 'talk' && lower === 'talk')) return null;
  // "a press conference", "the meeting room"
  if (tree.relations[node] === 'compound') return null;
  if (
    lemma === 'conference' &&
    childrenBy(tree, node, 'compound').some((k) => /^(?:news|press)$/.test(wordAt(scene, k)))
  )
    return null;
  const owners = ownersOf(scene, node);
  const prepositions =
    form === 'visit'
      ? ['with', 'by', 'from', 'to']
      : ['with', 'between', 'among', 'alongside', ...(form === 'talks' ? [] : ['of'])];
  const own = withAround(scene, node, prepositions)
    .filter((k) => !isPress(scene, k))
    .flatMap((k) => partiesOf(scene, k));
  const carriers = carriersOf(scene, node);
  const carried = carriers
    .flatMap((verb) => withAround(scene, verb, ['with', 'between']))
    .filter((k) => !isPress(scene, k))
    .flatMap((k) => partiesOf(scene, k));
  const named = distinct([...own, ...carried]).filter((party) => form !== 'visit' || isVisited(party));
  const modifiers = modifying(scene, node);
  const present = attending(scene, node, carriers, named);
  if (NEEDS_OTHERS.has(lemma) && named.length === 0) return null;
  if (form === 'visit' && named.length === 0) return null;
  const parties = withImplied(scene, node, distinct([...owners, ...present, ...modifiers, ...named]));
  const definite = childrenBy(tree, node, 'det').some((k) => /^(?:the|this|that|these|those)$/.test(wordAt(scene, k)));
  const isBare = owners.length + named.length + modifiers.length === 0;
  if (parties.length === 0 && !(definite && isBare)) return null;
  return {
    node,
    form: form === 'call' || isByPhone(scene, node) ? 'call' : form,
    parties,
    carriers: [
      node,
      ...carriers,
      ...carriers.flatMap((verb) => governorsOfSame(scene, verb)),
      ...saidThere(scene, node),
    ],
    separate: isSeparate(scene, node) && named.length > 1 ? named : [],
    refersBack: definite && isBare && isPlain(scene, node),
  };
}

/** "Lee's summit with Moe and meeting with Ray": a bare second noun has the owner of the first. */
function ownersOf(scene: Scene, node: number): Participant[] {
  const { tree } = scene;
  const own = childrenBy(tree, node, 'nmod:poss');
  const shared = own.length === 0 && childrenBy(tree, node, 'det').length === 0 && tree.relations[node] === 'conj';
  return (shared ? childrenBy(tree, firstConjunct(tree, node), 'nmod:poss') : own).flatMap((k) => partiesOf(scene, k));
}

/** With nothing that makes it one of its own: "the meeting", but not "the annual Assembly meetings of the fishers". */
const isPlain = ({ tree }: Scene, node: number): boolean =>
  childrenBy(tree, node, 'compound', 'amod', 'acl', 'appos').length === 0 &&
  obliquesBy(tree, node, 'of', 'for').length === 0;

/** The verbs that carry a noun of meeting: "held talks", "took part in talks", "talks took place". */
function carriersOf({ tree }: Scene, node: number): number[] {
  // "A discussion he had with Lee"
  const had = childrenBy(tree, node, 'acl:relcl').filter(
    (k) => CARRIERS.has(tree.lemmas[k] ?? '') && objectsOf(tree, k).length === 0,
  );
  if (had.length > 0) return had;
  const head = tree.heads[node] ?? -1;
  if (head < 0) return [];
  const relation = tree.relations[node] ?? 'dep';
  const lemma = tree.lemmas[head] ?? '';
  if (relation === 'nmod' && /^(?:round|series|number|day|week|hour|session|set|string)$/.test(lemma))
    return carriersOfCounted(head);
  return carries(head, relation, lemma) ? [head] : [];

  function carriersOfCounted(counted: number): number[] {
    const above = tree.heads[counted] ?? -1;
    return above >= 0 && carries(above, tree.relations[counted] ?? 'dep', tree.lemmas[above] ?? '') ? [above] : [];
  }
  function carries(verb: number, how: string, of: string): boolean {
    if (tree.tags[verb] !== 'VERB' && tree.tags[verb] !== 'AUX') return false;
    if (how === 'obj') return CARRIERS.has(of) || EFFECTS.has(of);
    // "The talks collapsed": what a meeting itself does, it does there and then.
    if (how.startsWith('nsubj'))
      return CARRIERS.has(of) || how === 'nsubj:pass' || childrenBy(tree, verb, 'obj').length === 0;
    return how === 'obl' && /^(?:take|participate|engage|enter|join|attend|sit)$/.test(of);
  }
}

/** Who held or attended it, spoke at it, came to it. */
function attending(
  scene: Scene,
  node: number,
  carriers: readonly number[],
  named: readonly Participant[],
): Participant[] {
  const { tree } = scene;
  const held = carriers.filter(
    (verb) =>
      !isPassive(tree, verb) && tree.heads[node] !== undefined && !childrenBy(tree, verb, 'nsubj').includes(node),
  );
  const holders = held.flatMap((verb) => subjectParties(scene, verb, subjectOf(tree, verb)));
  const isIn = childrenBy(tree, node, 'cop').length > 0 && prepositionOf(tree, node) === 'in';
  const within = isIn ? childrenBy(tree, node, 'nsubj').flatMap((k) => partiesOf(scene, k)) : [];
  const hosts = held.some((verb) => tree.lemmas[verb] === 'host') && named.length > 1 ? holders : [];
  const attendants = [node, ...carriers]
    .flatMap((k) => childrenBy(tree, k, 'acl', 'obl', 'obl:agent').filter((one) => one !== node))
    .flatMap((k) => {
      if (tree.tags[k] === 'VERB' && /^(?:attend|join|hold|chair|lead)$/.test(tree.lemmas[k] ?? ''))
        return obliquesBy(tree, k, 'by').flatMap((by) => partiesOf(scene, by));
      return tree.relations[k] === 'obl:agent' ||
        (prepositionOf(tree, k) === 'by' && carriers.includes(tree.heads[k] ?? -1))
        ? partiesOf(scene, k)
        : [];
    });
  const head = verbAbove(tree, node);
  const preposition = prepositionOf(tree, node);
  const isAside =
    (tree.relations[node] === 'obl' || tree.relations[node] === 'nmod') && head >= 0 && !carriers.includes(head);
  const isThere = isAside && /^(?:in|at|during|after|following|before|over|from|for|to)$/.test(preposition);
  const arrives = /^(?:for|to|from)$/.test(preposition);
  const came = isThere && (!arrives || ARRIVALS.has(tree.lemmas[head] ?? ''));
  const speakers =
    came && (named.length === 1 || (named.length === 0 && /^(?:at|in|during)$/.test(preposition)))
      ? partiesOf(scene, doerOf(scene, head)).filter((party) => party.kind !== 'country')
      : [];
  const together = theirOwn(scene, node, head);
  const already = childrenBy(tree, node, 'nmod:poss').length > 0;
  return [
    ...within,
    ...together,
    ...holders.filter((party) => !hosts.some((host) => isSameParty(host, party))),
    ...attendants,
    ...(already && named.length > 0 ? [] : speakers),
  ];
}

/**
 * Where only one party is named with the predicate, the other is whoever the clause it stands in is about: "Lee won time
 * after talks with Moe". A clause that somebody is said to have said is about nobody outside of it.
 */
function withImplied(scene: Scene, node: number, parties: readonly Participant[]): Participant[] {
  const { tree } = scene;
  const [known] = parties;
  if (!known || parties.length > 1 || isNamedBefore(known)) return [...parties];
  for (let at = node; ; ) {
    const head = tree.heads[at] ?? -1;
    if (head < 0 || /^(?:ccomp|nsubj|csubj|parataxis|appos|acl:relcl)/.test(tree.relations[at] ?? 'dep'))
      return [...parties];
    const subject = subjectOf(tree, head);
    const doers = subject >= 0 && subject !== at ? partiesOf(scene, subject) : [];
    const others = doers.filter((party) => party.kind !== 'country' && !isSameParty(party, known));
    if (others.length > 0) return distinct([...others, ...parties]);
    at = head;
  }
}

/** "At their meeting, Lee told Moe …": they are who speaks and who is spoken to. */
function theirOwn(scene: Scene, node: number, verb: number): Participant[] {
  const { tree } = scene;
  const [owner] = childrenBy(tree, node, 'nmod:poss');
  if (owner === undefined || verb < 0 || wordAt(scene, owner) !== 'their' || partiesOf(scene, owner).length > 0)
    return [];
  const both = [subjectOf(tree, verb), ...objectsOf(tree, verb)].flatMap((k) => partiesOf(scene, k));
  return both.length > 1 ? both : [];
}

/** "The Lee-Moe talks", "U.S.-Omani talks". */
function modifying(scene: Scene, node: number): Participant[] {
  const { tree, document } = scene;
  const nodes = childrenBy(tree, node, 'compound', 'amod', 'nmod:unmarked', 'nmod:desc')
    .flatMap((k) => [k, ...childrenOf(tree, k)])
    .filter((k) => k < node)
    .sort((a, b) => a - b);
  const [first] = nodes;
  if (first === undefined) return [];
  const start = spanOf(scene, first).start;
  const words = document.text.slice(start, spanOf(scene, node).start);
  const states = countriesIn(words)
    .filter((one) => one.as !== 'capital')
    .map(
      (one): Participant => ({
        ...span(start + one.start, start + one.end),
        name: one.country,
        kind: 'country',
        entity: null,
        role: null,
        country: one.country,
      }),
    );
  const pair = /(\p{Lu}[\p{L}'’]+)[-–/](\p{Lu}[\p{L}'’]+)/u.exec(words);
  const people = (pair?.slice(1) ?? []).flatMap((name) => {
    const entity = document.entities.findIndex((one) => one.type === 'person' && one.name.split(' ').at(-1) === name);
    const mention = document.mentions.find((one) => one.entity === entity);
    return entity < 0 || !mention || !pair ? [] : [{ mention, at: start + pair.index + pair[0].indexOf(name), name }];
  });
  const persons = people.map(
    ({ mention, at, name }): Participant => ({
      ...span(at, at + name.length),
      name: document.entities[mention.entity]?.name ?? name,
      kind: 'person',
      entity: mention.entity,
      role: mention.role?.text ?? null,
      country: mention.role?.country ?? null,
    }),
  );
  if (persons.length === 2) return persons;
  return states.length > 1 ? distinct(states) : [];
}

/** "Agreed to meet on Friday", "flew to Rome to meet": the verbs above that are about the same occasion. */
function governorsOfSame({ tree }: Scene, node: number): number[] {
  const found: number[] = [];
  for (let at = node; ; ) {
    const head = tree.heads[at] ?? -1;
    const relation = tree.relations[at];
    const isPurpose =
      relation === 'advcl' &&
      (tree.forms[at] === 'base' || childrenBy(tree, at, 'mark').some((k) => tree.lemmas[k] === 'to')) &&
      ARRIVALS.has(tree.lemmas[head] ?? '');
    if (head < 0 || (relation !== 'xcomp' && !isPurpose)) return found;
    found.push(head);
    at = head;
  }
}

/** "On Friday, at a meeting in Oslo, she said": when and where it was said is when and where they met. */
function saidThere({ tree }: Scene, node: number): number[] {
  const head = tree.heads[node] ?? -1;
  const isThere = tree.relations[node] === 'obl' && /^(?:at|during|in)$/.test(prepositionOf(tree, node));
  return isThere && tree.tags[head] === 'VERB' ? [head] : [];
}

const isSeparate = ({ tree }: Scene, node: number): boolean =>
  [...childrenBy(tree, node, 'amod', 'advmod')].some((k) => /^separate(?:ly)?$/i.test(tree.words[k] ?? ''));

const isByPhone = (scene: Scene, node: number): boolean => {
  const { tree } = scene;
  return childrenOf(tree, node)
    .flatMap((k) => conjunctsOf(tree, k))
    .some((k) => /^(?:phone|telephone|telephonic|video-?link|videoconference)$/.test(wordAt(scene, k)));
};
