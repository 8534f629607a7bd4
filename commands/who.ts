import type { Answer } from '../src/answers/answer.ts';
import { bibliography } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { assumption, introduced, resolveParty } from '../src/answers/find/parties.ts';
import type { WhoQuestion } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { personCard, whoEntries } from '../src/answers/who-card.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive } from '../src/archive/archive.ts';

export const who: Command<'who'> = {
  name: 'who',
  description: 'A person’s card: names, posts, whom they met most, what they said lately, who tells of them',
  options: [
    { name: 'name', description: 'A person, or a body such as a ministry', required: true, completes: 'person' },
  ],
  question: ({ name = '' }) => ({ command: 'who', name }),
  answer,
};

async function answer(question: WhoQuestion, archive: Archive, words: Words): Promise<Answer> {
  const party = await resolveParty(question.name, archive);
  const sources = bibliography(archive, words);
  const understood = words.say('who {name} is', { name: party.is === 'actor' ? party.actor.name : party.typed });
  const base = { question, words, understood, assumed: [assumption(party, words)], sources: sources.sources };
  if (party.is === 'unknown')
    return nothing({ ...base, because: words.say('The archive knows nobody called {name}.', { name: party.typed }) });
  if (party.is === 'country') {
    const name = words.country(party.country);
    return nothing({
      ...base,
      because: words.say('{name} is a country: ask for its meetings, or a timeline.', { name }),
    });
  }
  if (party.is === 'several') {
    const entries = await whoEntries(party.actors, archive, sources);
    const choices = party.actors.map((actor) => ({
      label: introduced(actor, words),
      question: { ...question, name: actor.name },
    }));
    return found({ ...base, heading: understood, entries, choices });
  }
  const { who: entry, further, picture } = await personCard(party.actor, archive, sources);
  if (!entry) return nothing({ ...base, because: words.say('No article is about {about}.', { about: party.typed }) });
  return found({
    ...base,
    heading: party.actor.name,
    // The heading has the name.
    entries: [{ ...entry, title: [] }, ...further],
    ...(picture && { picture }),
  });
}
