import { NotUnderstood } from '../../answers/command.ts';
import type { Archive } from '../../archive/archive.ts';
import { type Message, notice } from '../render/render.ts';
import type { BotWords } from '../words/words.ts';

/** /admin correct why: each other name that was taken for somebody's, with what was observed of it (the weights' names, in English). */
export async function whyOnePerson(name: string, archive: Archive, words: BotWords): Promise<Message> {
  const [best] = await archive.findActors(name);
  if (!best)
    throw new NotUnderstood(
      words.say('The archive knows nobody called {name}: choose the name from the list.', { name }),
    );
  const { actor } = best;
  // Reasons are kept by names in small letters.
  const written = (other: string) => actor.spellings.find((one) => one.toLowerCase() === other) ?? other;
  const others = actor.because.filter(({ name: other }) => other !== actor.name);
  return notice(words.say('Other names of {name}: {n}', { name: actor.name, n: others.length }), [
    ...others.map(({ name: other, evidence }) => `${written(other)} · ${evidence.join(', ')}`),
    words.say('/admin correct two-people parts a name from them in one article.'),
  ]);
}
