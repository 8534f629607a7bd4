import type { Answer, Entry, FollowUp } from '../src/answers/answer.ts';
import { strong, text } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { found } from '../src/answers/replies.ts';
import type { AnswerPhrase } from '../src/answers/words/de.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive } from '../src/archive/archive.ts';

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
  ['/verify', 'whether a quotation is in the archive as you have it'],
  ['/network', 'who met whom, as a picture'],
  ['/timeline', 'meetings, quotations and articles over time, as a picture'],
  ['/compare', 'how several outlets report one event'],
  ['/cite', 'a citation again, by its id'],
  ['/search', 'articles that contain some words'],
  ['/article', 'one article’s card'],
  ['/sources', 'which outlets and articles there are'],
] as const satisfies readonly (readonly [string, AnswerPhrase])[];

async function answer(question: QuestionFor<'help'>, archive: Archive, words: Words): Promise<Answer> {
  const examples = await examplesFrom(archive);
  if (question.after) return pointer(question, examples, words);
  const status = await archive.status();
  const entries: Entry[] = [
    {
      title: [strong(words.say('You can ask'))],
      body: WHAT.map(([command, what]) => [strong(command), text(` ${words.say(what)}`)]),
      citations: [],
    },
  ];
  if (examples.length > 0) {
    const title = [strong(words.say('For example'))];
    entries.push({ title, body: examples.map(({ label }) => [text(label)]), citations: [] });
  }
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
    understood: words.say('what can be asked'),
    heading: 'Readout',
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
    understood: greeted ? words.say('a greeting') : words.say('no question'),
    assumed: [],
    heading: 'Readout',
    lead: [text(lines.filter(Boolean).join(' '))],
    entries: [],
    sources: [],
    choices: examples,
  };
}

/** Among so many there is one to make an example of. */
const ENOUGH = 30;

/** Questions that this archive has an answer to. */
async function examplesFrom(archive: Archive): Promise<FollowUp[]> {
  const examples: FollowUp[] = [];
  const meetings = await archive.meetings({}, ENOUGH);
  const met = meetings.flatMap(({ participants }) => participants).find(({ kind }) => kind === 'person');
  if (met) examples.push({ label: `/met ${met.name}`, question: { command: 'met', person: met.name } });
  const quoted = (await archive.quotations({}, ENOUGH)).find(
    ({ speaker, quotation }) => speaker && quotation.kind === 'direct',
  );
  const speaker = quoted?.speaker ? await archive.actor(quoted.speaker) : null;
  if (speaker) examples.push({ label: `/quote ${speaker.name}`, question: { command: 'quote', who: speaker.name } });
  const [article] = await archive.articles({}, 1);
  if (article?.headline)
    examples.push({ label: `/summary ${article.headline}`, question: { command: 'summary', about: article.headline } });
  return examples;
}
