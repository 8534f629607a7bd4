import { sameSpelling } from '../../text/spelling.ts';
import type { Actor, ActorMatch } from '../archive.ts';
import { personName } from './person-name.ts';

/** Somebody whom a typed name may mean, and how much of the name was typed. */
export interface ActorFound extends ActorMatch {
  readonly fit: number;
}

/** Who is mentioned so many times as often as anybody else of a name bears it by far: the others are hardly ever meant by it. */
const BY_FAR = 20;

/**
 * Of those whom a name means as well, one who bears it by far is meant by it, and the others by their fuller names. What bears
 * a lone word may be a body ("May"), or a person who bears it as a surname.
 */
export function byFar(found: readonly ActorFound[], words: readonly string[] = []): ActorFound[] {
  const [surname = null] = words.length === 1 ? words.map((word) => personName(word).family) : [];
  const bearsIt = ({ kind, name }: Actor) => {
    const { family } = personName(name);
    const isTheirs = (one: string) => sameSpelling(family, one);
    return surname !== null && kind === 'person' && (isTheirs(surname) || isTheirs(`${surname}i`));
  };
  const isRival = ({ how, actor }: ActorFound) => how === 'same' || bearsIt(actor);
  const [best, next, ...others] = found.filter(isRival).sort((a, b) => b.actor.mentions - a.actor.mentions);
  if (!best) return [...found];
  if (next && best.actor.mentions < BY_FAR * next.actor.mentions) {
    const isShared = [best, next, ...others].some(({ actor }) => bearsIt(actor));
    return found.map((one) => (isShared && one.how === 'same' ? { ...one, how: 'part' } : one));
  }
  return found.flatMap((one): ActorFound[] => {
    if (one === best) return [{ ...one, how: 'same' }];
    if (!isRival(one)) return [one];
    // Of whom only the surname is known there is no fuller name to ask by.
    return one.actor.name.includes(' ') ? [{ ...one, how: 'part' }] : [];
  });
}
