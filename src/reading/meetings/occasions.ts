import { span } from '../../text/span.ts';
import { childrenBy, conjunctsOf, prepositionOf } from '../parse/tree.ts';
import type { DateMention, Place } from '../reading.ts';
import type { Predicate } from './arguments.ts';
import { dateOf, placeNamed, placeOf } from './circumstances.ts';
import { type Scene, spanOf, wordAt } from './scene.ts';

/** When and where one meeting was. */
export interface Occasion {
  readonly date: DateMention | null;
  readonly place: Place | null;
}

/**
 * The occasions that a predicate tells of: one, or of a noun in the plural each that is told by itself, as in "summits in Oslo and
 * Lima" and "two meetings, one in Oslo last year, the other in Lima".
 */
export function occasionsOf(scene: Scene, predicate: Predicate): Occasion[] {
  const { tree } = scene;
  const one = { date: dateOf(scene, predicate), place: placeOf(scene, predicate) };
  if (tree.tags[predicate.node] !== 'NOUN' || tree.forms[predicate.node] !== 'plural') return [one];
  const counted = oneByOne(scene, predicate.node);
  if (counted.length > 1) return counted;
  const places = placesInRow(scene, predicate);
  return places.length > 1 ? places.map((place) => ({ date: one.date, place })) : [one];
}

/** "One in Oslo last year, the other in Lima": each from its word to the next; none where one of them has neither day nor place. */
function oneByOne(scene: Scene, noun: number): Occasion[] {
  const { words } = scene.tree;
  const starts = words.flatMap((_, k) => (k > noun && /^(?:one|other|another)$/.test(wordAt(scene, k)) ? [k] : []));
  if (starts.length < 2 || wordAt(scene, starts[0] ?? 0) !== 'one') return [];
  const occasions = starts.map((from, i): Occasion => {
    const next = starts[i + 1] ?? words.length;
    const stop = words.findIndex((word, k) => k > from && k < next && /^[–—;-]$/.test(word));
    const where = span(spanOf(scene, from).start, spanOf(scene, (stop < 0 ? next : stop) - 1).end);
    const isHere = ({ start, end }: { start: number; end: number }) => start >= where.start && end <= where.end;
    return { date: scene.dates.find(isHere) ?? null, place: placeAmong(scene, from, next, isHere) };
  });
  return occasions.every(({ date, place }) => date !== null || place !== null) ? occasions : [];
}

function placeAmong(scene: Scene, from: number, to: number, isHere: (where: Place) => boolean): Place | null {
  for (let k = from; k < to; k++) {
    const place = placeNamedAt(scene, k);
    if (place && isHere(place)) return place;
  }
  return null;
}

/** "Summits in Oslo and Lima" */
function placesInRow(scene: Scene, { carriers }: Predicate): Place[] {
  const { tree } = scene;
  const rows = carriers
    .flatMap((k) => childrenBy(tree, k, 'obl', 'nmod'))
    .flatMap((k) => [k, ...childrenBy(tree, k, 'nmod')])
    .filter((k) => /^(?:in|at)$/.test(prepositionOf(tree, k)))
    .map((k) => conjunctsOf(tree, k).flatMap((one) => placeNamedAt(scene, one) ?? []));
  return rows.find((row) => row.length > 1) ?? [];
}

function placeNamedAt(scene: Scene, k: number): Place | null {
  const mention = scene.mentionAt[k];
  return mention?.type === 'place' ? placeNamed(scene, mention) : null;
}
