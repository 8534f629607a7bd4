import type { Answer, Entry, FollowUp } from '../src/answers/answer.ts';
import { strong, text } from '../src/answers/citations/bibliography.ts';
import { originalOf } from '../src/answers/citations/copies.ts';
import type { Command } from '../src/answers/command.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { found } from '../src/answers/replies.ts';
import type { AnswerPhrase } from '../src/answers/words/de.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Actor, Archive, Meeting } from '../src/archive/archive.ts';

export const help: Command<'help'> = {
  name: 'help',
  description: 'What can be asked, with examples from this archive',
  options: [],
  question: () => ({ command: 'help' }),
  answer,
};

const WHAT = [
  ['/summary', 'what the articles say about a topic, a person or one article'],
  ['/met', 'who met whom, when and where'],
  ['/quote', 'what somebody said, word for word'],
  ['/who', 'who somebody is: posts, meetings, words, outlets'],
  ['/verify', 'whether a quotation is in the archive as you have it'],
  ['/network', 'who met whom, as a picture'],
  ['/timeline', 'meetings, quotations and articles over time, as a picture'],
  ['/briefing', 'what came in: events, meetings, what is planned'],
  ['/compare', 'how several outlets report one event'],
  ['/cite', 'a citation again, by its id'],
  ['/search', 'articles that contain some words'],
  ['/article', 'one article’s card'],
  ['/sources', 'which outlets and articles there are'],
] as const satisfies readonly (readonly [string, AnswerPhrase])[];

async function answer(question: QuestionFor<'help'>, archive: Archive, words: Words): Promise<Answer> {
  const examples = await examplesFrom(archive, words);
  if (question.after) return pointer(question, examples, words);
  const status = await archive.status();
  const entries: Entry[] = [
    {
      title: [strong(words.say('You can ask'))],
      body: WHAT.map(([command, what]) => [strong(command), text(` ${words.say(what)}`)]),
      citations: [],
    },
  ];
  const holds =
    status.articles > 0
      ? words.say(
          'I answer from {n} articles, in their own words, with the source beside each line. Ask with a command or in plain words.',
          { n: status.articles },
        )
      : words.say('The archive is still empty: put articles into its folder, then reindex.');
  return found({
    question,
    words,
    understood: words.say('What can be asked'),
    heading: words.say('What can be asked'),
    lead: [text(holds)],
    entries,
    sources: [],
    choices: examples,
  });
}

/** A short, kind word for a greeting or for words that ask for nothing. */
function pointer(question: QuestionFor<'help'>, examples: readonly FollowUp[], words: Words): Answer {
  const greeted = question.after === 'greeting';
  const [example] = examples;
  const lines = [
    greeted ? words.say('Hello!') : words.say('I could not make out a question in that.'),
    words.say('I answer from the archive: summaries, who met whom, and quotations, each with its source.'),
    example && words.say('Try {example}, or ask who met whom in plain words.', { example: example.label }),
  ];
  return {
    question,
    found: false,
    near: false,
    kind: question.command,
    understood: greeted ? words.say('a greeting') : words.say('no question'),
    assumed: [],
    heading: 'Readout',
    lead: [text(lines.filter(Boolean).join(' '))],
    entries: [],
    sources: [],
    choices: examples,
  };
}

/** Of those mentioned most, so many are looked at for who met most and who is quoted most. */
const MOST_LOOKED_AT = 40;
/** Of somebody's meetings, so many of the latest are looked at for the one that most report. */
const MOST_MEETINGS = 50;

/** What this archive is good at: its best-told meeting, who is quoted most, and who is told of most. */
async function examplesFrom(archive: Archive, words: Words): Promise<FollowUp[]> {
  const ids = (await archive.actorIds()).slice(0, MOST_LOOKED_AT);
  const known = (await Promise.all(ids.map((id) => archive.actor(id)))).filter((one) => one !== null);
  const people = known.filter(({ kind }) => kind === 'person');
  const most = (of: (actor: Actor) => number) => people.toSorted((a, b) => of(b) - of(a)).find((one) => of(one) > 0);
  const examples: FollowUp[] = [];
  const met = most(({ meetings }) => meetings);
  const meetings = met ? await archive.meetings({ actors: [met.id] }, MOST_MEETINGS) : [];
  const [best] = meetings.toSorted((a, b) => reportsOf(b) - reportsOf(a));
  const other = best?.participants.find(({ kind, actor }) => kind === 'person' && actor !== null && actor !== met?.id);
  if (met)
    examples.push({
      label: `/met ${other ? words.say('{name} with {other}', { name: met.name, other: other.name }) : met.name}`,
      question: { command: 'met', person: met.name, ...(other && { with: other.name }) },
    });
  const quoted = most(({ quotations }) => quotations);
  if (quoted) examples.push({ label: `/quote ${quoted.name}`, question: { command: 'quote', who: quoted.name } });
  const [told] = people;
  if (told) examples.push({ label: `/summary ${told.name}`, question: { command: 'summary', about: told.name } });
  return examples;
}

const reportsOf = ({ evidence }: Meeting): number => new Set(evidence.map(({ card }) => originalOf(card))).size;
