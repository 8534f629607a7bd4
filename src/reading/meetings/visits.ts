import type { Participant } from '../reading.ts';
import { POSTS } from '../roles/posts.ts';
import { type Circumstances, circumstancesAfter, isPlace, placeFrom } from './circumstances.ts';
import { type AfterTrigger, type Draft, drafted, isOfficial, isSomebody, type Scene } from './draft.ts';
import { type BeforeNoun, verbBack } from './noun-phrase.ts';
import { participantsIn } from './participants.ts';
import { phraseFrom, type Range, subjectAfter, subjectOf } from './phrases.ts';
import { isBody } from './roles.ts';
import type { VerbTrigger } from './triggers.ts';
import type { Word } from './words.ts';

/** "The envoy visited Muscat": whoever goes must be named or hold a post. */
export function visits(scene: Scene, i: number, rule: VerbTrigger, subject: Participant[], start: AfterTrigger) {
  const { document, words } = scene;
  const at = words[start.at]?.lower === 'with' ? start.at + 1 : start.at;
  const found = at === start.at ? placeFrom(document, words, at) : null;
  const visitors = subject.filter(isOfficial);
  if (visitors.length === 0 || scene.sport) return null;
  // "the visiting prince"
  if (!found && words[i]?.lower === 'visiting' && !/^(?:auxiliary|relative)$/.test(words[i - 1]?.part ?? ''))
    return null;
  if (!found) return visitsSomebody(scene, i, visitors, { ...start, at });
  const around = circumstancesAfter(document, words, found.to, false);
  return drafted(scene, i, i, rule.form, visitors, { ...around, place: found.place, date: around.date ?? start.date });
}

/** "The envoy visited the king in hospital": a person by name, or by the post held in a country. */
function visitsSomebody(scene: Scene, i: number, visitors: readonly Participant[], start: AfterTrigger): Draft | null {
  const { document, words } = scene;
  const range = phraseFrom(words, start.at);
  // "visited the Ann Lee museum", "visited the king's palace"
  if (!range || words[range.to - 1]?.part === 'possessive') return null;
  const objects = participantsIn(document, words, range);
  const last = words[range.to - 1];
  const whole = objects.every((p) => p.kind === 'person' || (p.kind === 'role' && (p.country !== null || isHolder(p))));
  if (objects.length === 0 || !whole || !last || !objects.some((p) => p.end === last.end)) return null;
  const around = circumstancesAfter(document, words, range.to, false);
  return drafted(scene, i, i, 'visit', [...visitors, ...objects], { ...around, date: around.date ?? start.date });
}

/** "the bishops", "the president": a post; "the doctor" may be anybody's. */
const isHolder = ({ name }: Participant): boolean =>
  /^the /.test(name) && name.split(' ').some((word) => POSTS.has(word.toLowerCase().replace(/s$/, '')));

/** The visit that the noun at `n` tells: of people to a place, on a day, or to one another. */
export function readVisit(
  scene: Scene,
  n: number,
  before: BeforeNoun,
  told: readonly Participant[],
  around: Circumstances,
): Draft | null {
  const { document, words } = scene;
  const read = (range: Range | null) => (range ? participantsIn(document, words, range) : []);
  const other = /^(?:from|to|with)$/.test(words[n + 1]?.lower ?? '') ? phraseFrom(words, n + 2) : null;
  const others = read(other).filter(isSomebody);
  if (words[n + 1]?.lower === 'from') return others.length > 0 ? received(scene, n, others, around) : null;
  // "During his visit to the West Bank, the Pope": the visitor is named behind the comma.
  const ahead = told.length === 0 && before.verb === null && (before.his || before.at !== null);
  const whoever = ahead ? read(visitorAfter(words, n)) : told;
  const visitors = (before.his ? whoever.map(asPerson) : whoever).filter(isOfficial);
  // "the premier's Oslo visit"
  const place = around.place ?? (isPlace(words[n - 1]) ? (placeFrom(document, words, n - 1)?.place ?? null) : null);
  if (visitors.length === 0 || !(place ?? around.date ?? others[0] ?? before.owners[0])) return null;
  return drafted(scene, before.verb ?? before.from, n, 'visit', [...visitors, ...others], { ...around, place });
}

/** "During his visit, Haddad left": a lone name that no mention covers is a person's, "his" says. */
const asPerson = (p: Participant): Participant =>
  p.kind === 'body' && p.entity === null && !p.name.includes(' ') && !isBody(p.name.toLowerCase())
    ? { ...p, kind: 'person' }
    : p;

/** "After his visit to the bank, the Pope left", with or without its comma. */
function visitorAfter(words: readonly Word[], n: number): Range | null {
  const place = words.slice(n + 1, n + 6).findIndex(isPlace);
  const from = n + 1 + place + 1;
  const next = words[from];
  if (place < 0 || isPlace(next) || !/^(?:determiner|name)$/.test(next?.part ?? '')) return subjectAfter(words, n);
  const verb = words.slice(from, from + 8).findIndex((word) => word.part === 'verb');
  return verb > 0 ? { from, to: from + verb } : subjectAfter(words, n);
}

/** "The poet received a visit from two policemen." */
function received(scene: Scene, n: number, guests: readonly Participant[], around: Circumstances): Draft | null {
  const { document, words } = scene;
  const verb = verbBack(words, n, /^(?:receiv(?:e|es|ed|ing)|had|has|have|got|gets?)$/);
  const range = verb === null ? null : subjectOf(words, verb);
  const hosts = range ? participantsIn(document, words, range) : [];
  return verb !== null && hosts.length > 0 ? drafted(scene, verb, n, 'visit', [...hosts, ...guests], around) : null;
}
