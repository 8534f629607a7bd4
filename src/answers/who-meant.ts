import type { Actor } from '../archive/archive.ts';
import type { AskedQuestion } from '../questions/question.ts';

/** Of so many people of one name, or holders of one post, a card is shown. */
const MOST_CARDS = 3;

/** "Who is Hill?", "who's the Omani foreign minister?": the people that the question asks for and says nothing else about; else nobody. */
export function whoMeant({ wanted, links, units, quoted }: AskedQuestion): readonly Actor[] {
  const [link, other] = links.filter(({ is }) => is !== 'outlet');
  if (!wanted.identity || !link || other || quoted.length > 0) return [];
  if ((link.is !== 'actors' && link.is !== 'role') || units.some((unit) => unit.link !== link)) return [];
  return link.actors.filter(({ kind, roles }) => kind === 'person' && roles.length > 0).slice(0, MOST_CARDS);
}
