import type { Actor, Archive } from '../../archive/archive.ts';
import type { Entry } from '../answer.ts';
import { type Bibliography, sentence, text } from '../citations/bibliography.ts';
import type { Party } from './parties.ts';

/** The nearest miss for people of whom nothing that was asked is found: where each of them is mentioned, once. */
export async function mentioned(parties: readonly Party[], archive: Archive, sources: Bibliography): Promise<Entry[]> {
  const actors = parties.flatMap((party) =>
    party.is === 'actor' ? [party.actor] : party.is === 'several' ? party.actors : [],
  );
  const entries = await Promise.all(actors.map((actor) => mentionOf(actor, archive, sources)));
  return entries.filter((entry) => entry !== null);
}

async function mentionOf(actor: Actor, archive: Archive, sources: Bibliography): Promise<Entry | null> {
  const [first] = await archive.mentions(actor.id, 1);
  if (!first) return null;
  const { words, citation } = await sources.cutSentence(first.card, first.sentence);
  const line = sources.words.say('{name}: mentioned in {n} places', { name: actor.name, n: actor.mentions });
  return { title: [text(line)], body: [[sentence(words)]], citations: [citation] };
}
