import { countryNamed } from '../../text/countries.ts';
import { addDays, isDay } from '../../text/edtf.ts';
import { overlaps, type Span, span, trimmed } from '../../text/span.ts';
import {
  ancestors,
  childrenBy,
  conjunctsOf,
  hasRelation,
  markerOf,
  prepositionOf,
  type SyntaxTree,
  subtreeOf,
} from '../parse/tree.ts';
import { SPEECH_VERBS } from '../quotations/lexicon.ts';
import type { DateMention, MeetingStatus, Mention, Place } from '../reading.ts';
import type { Predicate } from './arguments.ts';
import { rowOf } from './parties.ts';
import { ARRIVALS, NOUNS } from './predicates.ts';
import { type Scene, spanOf, spanOver } from './scene.ts';

/**
 * The day that a bare weekday means beside a meeting: of a plan the one ahead, of a report the one behind, and on its own day
 * that day.
 */
export function onItsSide(date: DateMention | null, scene: Scene, status: MeetingStatus): DateMention | null {
  const { text, published } = scene.document;
  const isWeekday = date !== null && /^(?:on )?\p{L}+day$/iu.test(text.slice(date.start, date.end));
  if (!isWeekday || published === null || !isDay(published) || !isDay(date.value)) return date;
  const isPlan = status === 'planned' || status === 'requested' || status === 'called-off';
  const [ahead, today] = [addDays(date.value, 7), published];
  if (date.value === addDays(today, 7) || date.value === addDays(today, -7)) return { ...date, value: today };
  if (isPlan && date.value < today) return { ...date, value: ahead };
  return !isPlan && date.value > today ? { ...date, value: addDays(date.value, -7) } : date;
}

/**
 * When: the date that modifies the predicate or a verb that carries it, through nouns only; where none does, that of what
 * was done on the same occasion.
 */
export function dateOf(scene: Scene, { node, carriers }: Predicate): DateMention | null {
  // Of "where she held talks", the time of getting there is the time of the talks.
  const arrivals = carriers.flatMap((k) => nounOfWhere(scene, k)).flatMap((k) => ancestors(scene.tree, k));
  return dateOn(scene, [...carriers, ...arrivals]) ?? dateOn(scene, sameOccasion(scene, node));
}

/** "Arrived on Friday for a lunch with Moe", "said in Oslo after meeting Moe": the verbs that a predicate goes with. */
function sameOccasion({ tree }: Scene, node: number): number[] {
  const found: number[] = [];
  for (let at = node; ; ) {
    const head = tree.heads[at] ?? -1;
    if (head < 0 || !/^(?:obl|nmod|obj|advcl|xcomp)$/.test(tree.relations[at] ?? 'dep')) return found;
    if (tree.tags[head] === 'VERB') {
      const together = /^(?:at|in|during|after|following|for|to)$/.test(prepositionOf(tree, at) || markerOf(tree, at));
      if (!together && SPEECH_VERBS.has(tree.lemmas[head] ?? '')) return found;
      found.push(head);
    }
    at = head;
  }
}

function dateOn(scene: Scene, carriers: readonly number[]): DateMention | null {
  const { tree, dates } = scene;
  const fitting = dates.filter((date) => {
    let at = headOf(scene, date);
    for (let steps = 0; at >= 0 && steps < tree.heads.length; steps++) {
      if (carriers.includes(at)) return true;
      if (steps > 0 && (tree.tags[at] === 'VERB' || tree.tags[at] === 'AUX')) return false;
      if (steps > 0 && hasRelation(tree, at, 'acl', 'advcl', 'parataxis', 'appos')) return false;
      if (isOtherMeeting(tree, at)) return false;
      at = tree.heads[at] ?? -1;
    }
    return false;
  });
  return fitting[0] ?? null;
}

/** "Discussed with her the paper from the 2012 summit": another meeting, with a day of its own; in "June 12 summit meeting" it is one. */
const isOtherMeeting = (tree: SyntaxTree, node: number): boolean =>
  tree.tags[node] === 'NOUN' &&
  tree.relations[node] !== 'compound' &&
  /^(?:meeting|talks|session)$/.test(NOUNS.get(tree.lemmas[node] ?? '') ?? '');

/** The topmost node of a stretch. */
function headOf(scene: Scene, where: Span): number {
  const { tree } = scene;
  for (let k = 0; k < tree.heads.length; k++) {
    if (!overlaps(spanOf(scene, k), where)) continue;
    const head = tree.heads[k] ?? -1;
    if (tree.tags[k] !== 'ADP' && (head < 0 || !overlaps(spanOf(scene, head), where))) return k;
  }
  return -1;
}

/** Beside, at or during another event: its place is this one's. */
const SAME_PLACE = /^(?:at|during|on|in)$/;

/** Where: the place that modifies the predicate or a verb that carries it, or what was done on the same occasion; "at the palace in Rome" is Rome. */
export const placeOf = (scene: Scene, { node, carriers }: Predicate): Place | null =>
  placeOn(scene, node, carriers) ?? placeOn(scene, node, sameOccasion(scene, node));

function placeOn(scene: Scene, node: number, carriers: readonly number[]): Place | null {
  const { tree } = scene;
  const found: { readonly place: Place; readonly preposition: string }[] = [];
  const look = (governor: number, depth: number): void => {
    for (const k of childrenBy(tree, governor, 'obl', 'nmod', 'obj')) {
      if (tree.relations[k] === 'obj' && (depth > 0 || carriers.includes(k))) continue;
      const preposition = prepositionOf(tree, k);
      if (carriers.includes(k)) continue;
      const isThere = /^(?:in|at|near|inside|outside)$/.test(preposition);
      // "Flew to Rome to meet the pope"
      const isReached = preposition === 'to' && ARRIVALS.has(tree.lemmas[governor] ?? '');
      const isEither = conjunctsOf(tree, k).some((one) =>
        childrenBy(tree, one, 'cc').some((or) => tree.lemmas[or] === 'or'),
      );
      const place = (isThere || isReached) && !isEither ? placeAt(scene, k) : null;
      if (place) found.push({ place, preposition });
      if (
        depth < 3 &&
        (SAME_PLACE.test(preposition) ||
          (preposition === 'of' && depth > 0) ||
          ((/^(?:with|between|among)$/.test(preposition) || tree.relations[k] === 'obj') && depth === 0))
      )
        for (const one of rowOf(scene, k)) look(one, depth + 1);
    }
  };
  for (const carrier of carriers) look(carrier, 0);
  const [beside] = carriers.flatMap((carrier) => nounOfWhere(scene, carrier));
  const there = beside === undefined ? null : placeAt(scene, beside);
  if (there) return there;
  const best = found.find(({ preposition }) => preposition === 'in') ?? found[0];
  return best?.place ?? townBefore(scene, node);
}

/**
 * "A visit last May to Oslo, where she held talks": the place that "where" stands for, which is the nearest before it, wherever
 * the clause hangs.
 */
function nounOfWhere({ tree, mentionAt }: Scene, verb: number): number[] {
  const [where] = childrenBy(tree, verb, 'advmod', 'mark').filter((k) => tree.lemmas[k] === 'where');
  if (where === undefined) return [];
  for (let k = where - 1; k >= 0; k--) if (mentionAt[k]?.type === 'place') return [k];
  return [];
}

/** A place that the noun phrase at `k` names: "Geneva", "the Swiss city of Geneva", "a Geneva hotel". */
function placeAt(scene: Scene, k: number): Place | null {
  const { tree, mentionAt, document } = scene;
  const own = mentionAt[k];
  const nodes = own
    ? [k]
    : [
        ...childrenBy(tree, k, 'compound', 'appos'),
        ...childrenBy(tree, k, 'nmod').filter(
          (one) =>
            prepositionOf(tree, one) === 'of' &&
            /^(?:city|town|capital|village|port|resort|province|state)$/.test(tree.lemmas[k] ?? ''),
        ),
      ];
  for (const one of nodes) {
    const mention = mentionAt[one];
    if (!mention) continue;
    const written = document.text.slice(mention.start, mention.end);
    if (mention.type !== 'place' && !(countryNamed(written)?.as === 'capital')) continue;
    if (countryNamed(written)?.as === 'adjective') continue;
    return placeNamed(scene, mention);
  }
  return null;
}

/** A place as it is mentioned, by the fullest name that the text gives it. */
export const placeNamed = ({ document }: Scene, { start, end, entity }: Mention): Place => ({
  ...span(start, end),
  name: document.entities[entity]?.name ?? document.text.slice(start, end),
});

/** "The Geneva talks", "last year's Singapore summit". */
function townBefore(scene: Scene, node: number): Place | null {
  const { tree, mentionAt, document } = scene;
  for (const k of childrenBy(tree, node, 'compound')) {
    const mention = mentionAt[k];
    if (mention?.type !== 'place') continue;
    const written = document.text.slice(mention.start, mention.end);
    if (countryNamed(written)?.as !== 'adjective' && !/[-–]/.test(written))
      return { ...span(mention.start, mention.end), name: written };
  }
  return null;
}

/** What a meeting is on without being about it: "on the sidelines", "on arrival". */
const BESIDE = new Set(
  'sideline sidelines margin margins fringe occasion eve arrival behalf condition phone telephone trip visit'.split(
    ' ',
  ),
);

/** About what: "talks on fishing", "to discuss fishing". */
export function topicOf(scene: Scene, { carriers }: Predicate): Span | null {
  const { tree, document } = scene;
  for (const carrier of carriers) {
    const about = childrenBy(tree, carrier, 'obl', 'nmod').find(
      (k) =>
        /^(?:on|over|about|regarding|concerning)$/.test(prepositionOf(tree, k)) &&
        !BESIDE.has(tree.lemmas[k] ?? '') &&
        !isDated(scene, k),
    );
    const discussed = childrenBy(tree, carrier, 'advcl', 'acl', 'xcomp')
      .filter((k) => /^(?:discuss|negotiate|review|explore|resolve|address)$/.test(tree.lemmas[k] ?? ''))
      .flatMap((k) => childrenBy(tree, k, 'obj'))[0];
    const head =
      about ?? discussed ?? (tree.lemmas[carrier] === 'discuss' ? childrenBy(tree, carrier, 'obj')[0] : undefined);
    if (head === undefined) continue;
    const nodes = subtreeOf(tree, head).filter((k) => !(tree.heads[k] === head && tree.relations[k] === 'case'));
    const where = nodes.length > 0 ? trimmed(document.text, spanOver(scene, nodes)) : null;
    if (where && where.end > where.start) return where;
  }
  return null;
}

const isDated = (scene: Scene, node: number): boolean =>
  scene.dates.some((date) => overlaps(spanOf(scene, node), date));
