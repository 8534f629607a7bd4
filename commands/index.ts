import type { Answer } from '../src/answers/answer.ts';
import { type Command, NotUnderstood } from '../src/answers/command.ts';
import type { CommandName, Question } from '../src/answers/question.ts';
import { slashLine } from '../src/answers/understand/slash.ts';
import { isRead, understand, understandAs } from '../src/answers/understand/understand.ts';
import type { Understood } from '../src/answers/understand/understood.ts';
import type { Language } from '../src/answers/words/catalogue.ts';
import { inEnglish, type Words, wordsIn } from '../src/answers/words/words.ts';
import type { Archive } from '../src/archive/archive.ts';
import { withoutDiscordMarks } from '../src/text/discord-marks.ts';
import type { Day } from '../src/text/edtf.ts';
import { article } from './article.ts';
import { cite } from './cite.ts';
import { compare } from './compare.ts';
import { help } from './help.ts';
import { met } from './met.ts';
import { network } from './network.ts';
import { quote } from './quote.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { summary } from './summary.ts';
import { timeline } from './timeline.ts';
import { verify } from './verify.ts';

const byName: { readonly [Name in CommandName]: Command<Name> } = {
  summary,
  met,
  quote,
  verify,
  network,
  timeline,
  compare,
  cite,
  search,
  article,
  sources,
  help,
};

/** What people can ask, in the order it is shown. */
export const commands: readonly Command[] = Object.values(byName) as unknown as readonly Command[];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(byName, name);

/** Makes a question of a command's options as typed; throws `NotUnderstood` with what to do instead. */
export const questionOf = (
  name: CommandName,
  options: Readonly<Record<string, string>>,
  today: Day,
  words: Words = inEnglish,
): Question => byName[name].question(options, today, words);

/** Answers a question from an archive of this thread; what the bot says of its own is in `language`. */
export function answerQuestion(question: Question, archive: Archive, language: Language = 'en'): Promise<Answer> {
  // A question names its command, so the two fit; the compiler can't follow the pair through the table.
  const command = byName[question.command] as unknown as Command;
  return command.answer(question, archive, wordsIn(language));
}

/** Answers a line as a person types it: "/met Hill", "/met person:Hill", or a question in plain words. */
export async function answerWords(
  typed: string,
  archive: Archive,
  today: Day,
  language: Language = 'en',
): Promise<Answer> {
  const line = withoutDiscordMarks(typed);
  const words = wordsIn(language);
  const { question, assumed } = await understandLine(line, archive, today, words);
  const answer = await answerQuestion(question, archive, language);
  const taken = assumed.map(({ typed, date }) =>
    words.say('took {typed} to be {meant}', { typed, meant: words.date(date) }),
  );
  return { ...answer, assumed: [...taken, ...answer.assumed] };
}

async function understandLine(line: string, archive: Archive, today: Day, said: Words): Promise<Understood> {
  const optionsOf = (name: string) => (isCommandName(name) ? byName[name].options.map((option) => option.name) : []);
  const slash = slashLine(line, optionsOf);
  if (!slash) return understand(line, archive, today);
  const { name, options, words } = slash;
  if (!isCommandName(name))
    throw new NotUnderstood(said.say('There is no command /{name}. /help shows what can be asked.', { name }));
  if (words === '') return { question: asked(name, options, today, said), assumed: [] };
  if (!isRead(name)) {
    const [first] = byName[name].options;
    return { question: asked(name, first ? { [first.name]: words, ...options } : {}, today, said), assumed: [] };
  }
  const { question, assumed } = await understandAs(name, words, archive, today);
  const given = Object.fromEntries(
    Object.entries(questionOf(name, options, today, said)).filter(([, value]) => value !== ''),
  );
  // What options say beside the words wins. Both are of one command, which the compiler can't follow.
  return { question: { ...question, ...given } as Question, assumed };
}

function asked(name: CommandName, options: Readonly<Record<string, string>>, today: Day, words: Words): Question {
  const missing = byName[name].options.find((option) => option.required && !options[option.name]?.trim());
  if (missing)
    throw new NotUnderstood(words.say('/{name} needs the option “{option}”.', { name, option: missing.name }));
  return questionOf(name, options, today, words);
}
