import type { ReadingDocument } from '../document.ts';
import type { EntityIndex, Mention } from '../reading.ts';
import { type AnaphorClass, type FoundAnaphor, findAnaphors } from './anaphors.ts';
import type { Anaphor, Coreference, Referent } from './coreference.ts';
import {
  type DiscourseEntity,
  discourseEntities,
  type MentionPlace,
  placeOfAnaphor,
  placeOfMention,
  unnamedEntity,
} from './discourse.ts';
import { antecedentFeatures, mayFit } from './extract.ts';
import type { AntecedentCandidate, AntecedentFeatures, Context, SpeakingPlace } from './features.ts';
import { indexTokens, type TokenIndex } from './grammar.ts';
import { groupsBefore } from './groups.ts';
import { antecedentChances, type Weights } from './rank.ts';
import { COREFERENCE_WEIGHTS } from './weights.ts';

/** Below this margin nobody is meant. Chosen on the curve that `npm run eval:coreference` prints. */
export const LEAST_MARGIN: Readonly<Record<AnaphorClass, number>> = {
  he: 0.3,
  it: 0.5,
  they: 0.6,
  person: 0.4,
  body: 0.5,
  several: 0.3,
};
/** How many sentences back a pronoun's candidates stand; a nominal looks through the whole article. */
const REACH = 12;
/** No article has more entities that are worth comparing; the ones mentioned last are kept. */
const MOST_CANDIDATES = 40;

/** With at least this chance a mention counts as one more of whom it means; with at least that, its gender as theirs. */
const LIKELY = 0.75;
const SURE = 0.85;
/** How many without a name are kept in mind. */
const MOST_UNNAMED = 60;

/** An anaphor with its candidates: what is decided on. */
export interface Decision {
  readonly context: Context;
  readonly rows: readonly AntecedentFeatures[];
}

/** For learning: `teacher` says which candidate is right; -1: go on as if it were not known. */
export interface Learning {
  readonly weights: Weights;
  readonly teacher: (decision: Decision) => number;
}

/** Whom each pronoun and nominal of an article means. */
export function resolveMentions(document: ReadingDocument, learning?: Learning): Coreference {
  const index = indexTokens(document);
  const discourse: Discourse = {
    document,
    index,
    entities: discourseEntities(document),
    lastSpeaker: null,
    mentions: 0,
  };
  const anaphors = findAnaphors(document, index).map((anaphor) => {
    readNamesBefore(discourse, anaphor.token);
    return resolve(discourse, anaphor, learning);
  });
  return { anaphors, mentions: document.mentions };
}

/** The article as far as it has been read. */
interface Discourse {
  readonly document: ReadingDocument;
  readonly index: TokenIndex;
  /** The named, at their entity's index; then the unnamed as they come. */
  readonly entities: DiscourseEntity[];
  lastSpeaker: SpeakingPlace | null;
  /** How many of the document's mentions have been passed. */
  mentions: number;
}

function readNamesBefore(discourse: Discourse, token: number): void {
  const { document, index } = discourse;
  for (
    let mention = document.mentions[discourse.mentions];
    mention;
    mention = document.mentions[++discourse.mentions]
  ) {
    if (index.tokenOf(mention) >= token) return;
    const entity = discourse.entities[mention.entity];
    if (entity) addPlace(discourse, entity, placeOfMention(document, index, mention));
  }
}

function addPlace(discourse: Discourse, entity: DiscourseEntity, place: MentionPlace): void {
  entity.places.push(place);
  if (entity.type !== 'place' && place.quoted < 0 && place.grammar().speaks) {
    entity.spoken.push(place);
    discourse.lastSpeaker = { entity, place };
  }
}

function resolve(discourse: Discourse, anaphor: FoundAnaphor, learning: Learning | undefined): Anaphor {
  const { document, index } = discourse;
  const at = placeOfAnaphor(document, index, anaphor);
  const { start, end, head, noun } = anaphor;
  const plain = {
    start,
    end,
    head,
    kind: noun ? 'nominal' : 'pronoun',
    plural: anaphor.class === 'they' || anaphor.class === 'several',
  } as const;
  const beside = anaphor.apposition && discourse.entities[anaphor.apposition.entity];
  if (beside && anaphor.apposition) {
    beside.nouns.add(noun?.lemma ?? '');
    return { ...plain, referent: { entities: [anaphor.apposition.entity], margin: 1 } };
  }
  if (noun && !noun.definite) {
    remember(discourse, anaphor, at, []);
    return { ...plain, referent: null };
  }
  const context = contextOf(discourse, anaphor, at);
  const { candidates } = context;
  const rows = candidates.map((candidate) => antecedentFeatures(context, candidate));
  const chances = antecedentChances(rows, anaphor.class, learning?.weights ?? COREFERENCE_WEIGHTS);
  const referent = mostLikely(candidates, chances);
  const sure = referent !== null && referent.margin >= LEAST_MARGIN[anaphor.class];
  const taught = learning ? learning.teacher({ context, rows }) : -1;
  // A mention resolved with doubt founds nothing further.
  const best = taught >= 0 ? taught : chances.indexOf(Math.max(...chances));
  const isSure = taught >= 0 || (chances[best] ?? 0) >= LIKELY;
  const members = isSure ? (candidates[best]?.members ?? []) : null;
  remember(discourse, anaphor, at, members);
  const [only] = members?.length === 1 && (taught >= 0 || (chances[best] ?? 0) >= SURE) ? members : [];
  if (only && anaphor.class === 'he') only.gender ??= anaphor.gender;
  return { ...plain, referent: sure ? referent : null };
}

/** Notes the place for those whom the anaphor means: nobody known yet (none), or not sure (null). */
function remember(
  discourse: Discourse,
  anaphor: FoundAnaphor,
  at: MentionPlace,
  members: readonly DiscourseEntity[] | null,
): void {
  const { noun } = anaphor;
  const { document } = discourse;
  if (members === null) return;
  for (const member of members) {
    if (noun && members.length === 1) member.nouns.add(noun.lemma);
    addPlace(discourse, member, at);
  }
  if (members.length > 0 || !noun) return;
  const known = discourse.entities.findLast(
    ({ entity, nouns, plural }) =>
      entity === null && noun.definite && nouns.has(noun.lemma) && plural === (anaphor.class === 'several'),
  );
  const entity = known ?? unnamedEntity(anaphor);
  if (!known) {
    discourse.entities.push(entity);
    // The unnamed, behind the named, are forgotten in the order they came.
    if (discourse.entities.length > document.entities.length + MOST_UNNAMED)
      discourse.entities.splice(document.entities.length, 1);
  }
  addPlace(discourse, entity, at);
}

function contextOf(discourse: Discourse, anaphor: FoundAnaphor, at: MentionPlace): Context {
  const { document, lastSpeaker } = discourse;
  const later = laterIn(discourse, at);
  const candidates = candidatesFor(discourse, anaphor, at, later);
  const singles = candidates.filter(({ members }) => members.length === 1);
  const fitting = singles.filter((one) => one.place && mayFit(anaphor, one));
  return {
    document,
    anaphor,
    at,
    candidates,
    fitting: fitting.map(({ place }) => place?.token ?? 0),
    onlyNear: fitting.filter(({ place }) => place && at.sentence - place.sentence <= 3).length <= 1,
    mostPlaces: Math.max(0, ...singles.map(({ members: [one] }) => one?.places.length ?? 0)),
    lastSpeaker,
    later,
  };
}

/** Everybody mentioned before within reach, groups of them, those named later in the sentence; and nobody, first. */
function candidatesFor(
  discourse: Discourse,
  anaphor: FoundAnaphor,
  at: MentionPlace,
  later: ReadonlyMap<DiscourseEntity, boolean>,
): AntecedentCandidate[] {
  const kind = anaphor.class;
  const reach = anaphor.noun ? Number.POSITIVE_INFINITY : REACH;
  const singles = discourse.entities
    .filter((one) => fitsKind(anaphor, one) && (one.places.length > 0 || later.has(one)))
    .map((one): AntecedentCandidate => ({ members: [one], place: one.places.at(-1) ?? null, coordinated: false }))
    .filter(({ place, members: [one] }) => (place && at.sentence - place.sentence <= reach) || (one && later.has(one)))
    .sort((a, b) => (b.place?.token ?? at.token) - (a.place?.token ?? at.token))
    .slice(0, MOST_CANDIDATES);
  const groups = kind === 'they' || kind === 'several' ? groupsBefore(singles, at, anaphor) : [];
  return [{ members: [], place: null, coordinated: false }, ...singles, ...groups];
}

/** Nobody takes a ministry for "he": such candidates are left out. */
function fitsKind({ class: kind, noun }: FoundAnaphor, { type, plural }: DiscourseEntity): boolean {
  if (kind === 'he' || kind === 'person') return type === 'person' && !plural;
  if (kind === 'it') return type !== 'person';
  if (kind === 'body') return type !== 'person';
  if (kind === 'several') return noun?.kind === 'person' ? type === 'person' : type !== 'person';
  return true;
}

/** The entities named later in the sentence of a place; true: as its subject. */
function laterIn({ document, index, entities }: Discourse, at: MentionPlace): ReadonlyMap<DiscourseEntity, boolean> {
  const later = new Map<DiscourseEntity, boolean>();
  const end = document.sentences[at.sentence]?.end ?? 0;
  for (let token = at.token + 1; (document.tokens[token]?.start ?? end) < end; token++) {
    const mention: Mention | null = index.mentionOf(token);
    const entity = mention && entities[mention.entity];
    if (!mention || !entity || later.has(entity)) continue;
    const { function: role, main } = placeOfMention(document, index, mention).grammar();
    later.set(entity, role === 'subject' && main);
  }
  return later;
}

/** The named candidate with the best chance; its margin is what it has more than the next, nobody and unnamed ones included. */
function mostLikely(candidates: readonly AntecedentCandidate[], chances: readonly number[]): Referent | null {
  const best = chances.indexOf(Math.max(...chances));
  const entities = (candidates[best]?.members ?? []).flatMap(({ entity }): EntityIndex[] =>
    entity === null ? [] : [entity],
  );
  if (entities.length === 0 || entities.length < (candidates[best]?.members.length ?? 0)) return null;
  const next = Math.max(0, ...chances.filter((_, i) => i !== best));
  return { entities, margin: (chances[best] ?? 0) - next };
}
