import type { Actor, ActorMention, Archive } from '../archive/archive.ts';
import type { AskedQuestion } from '../questions/question.ts';
import type { Edtf } from '../text/edtf.ts';
import type { Entry } from './answer.ts';
import { type Bibliography, sentence, strong, text } from './citations/bibliography.ts';

/** Of so many people of one name, or holders of one post, a card is shown. */
const MOST_CARDS = 3;
const MOST_ROLES = 4;
/** A post that so many times fewer articles give than the best known one is how one of them put it. */
const SELDOM = 4;
/** So many of the latest mentions are looked through for one that says who it is. */
const MENTIONS_LOOKED_AT = 40;

/** "Who is Hill?", "who's the Omani foreign minister?": whoever is meant, with their posts as articles give them. Empty for any other question. */
export async function whoCards(question: AskedQuestion, archive: Archive, sources: Bibliography): Promise<Entry[]> {
  const entries = await Promise.all(meantBy(question).map((actor) => cardOf(actor, archive, sources)));
  return entries.filter((entry) => entry !== null);
}

/** The people that the question asks for and says nothing else about. */
function meantBy({ wanted, links, units, quoted }: AskedQuestion): readonly Actor[] {
  const [link, other] = links.filter(({ is }) => is !== 'outlet');
  if (!wanted.identity || !link || other || quoted.length > 0) return [];
  if ((link.is !== 'actors' && link.is !== 'role') || units.some((unit) => unit.link !== link)) return [];
  return link.actors.filter(({ kind, roles }) => kind === 'person' && roles.length > 0).slice(0, MOST_CARDS);
}

/** Name, posts with the dates between which articles give them, how many articles, meetings and quotations have them, and the latest sentence that names the post. */
async function cardOf(actor: Actor, archive: Archive, sources: Bibliography): Promise<Entry | null> {
  const { words } = sources;
  const mentions = await archive.mentions(actor.id, MENTIONS_LOOKED_AT, 'latest');
  const known = mentions.findLast(saysWho) ?? mentions.at(-1);
  if (!known) return null;
  const shown = await sources.cutSentence(known.card, known.sentence);
  const between = (when: Edtf | null, until: Edtf | null) =>
    [when, until]
      .filter((date, at, both) => date !== null && (at === 0 || date !== both[0]))
      .map((date) => (date ? words.date(date) : ''))
      .join(' – ');
  const most = Math.max(...actor.roles.map(({ articles }) => articles));
  const roles = actor.roles
    .filter(({ articles }) => articles * SELDOM >= most)
    .slice(-MOST_ROLES)
    .map(({ role, when, until }) => [text([role, between(when, until)].filter(Boolean).join(', '))]);
  const counts = [
    words.say('{n} articles', { n: actor.articles }),
    words.say('{n} meetings', { n: actor.meetings }),
    words.say('{n} quotations', { n: actor.quotations }),
  ];
  return {
    title: [strong(actor.name)],
    body: [...roles, [text(counts.join(' · '))], [sentence(shown.words)]],
    citations: [shown.citation],
  };
}

const saysWho = ({ mention }: ActorMention): boolean => mention.role !== null;
