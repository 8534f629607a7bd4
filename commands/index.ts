import type { Answer } from '../src/answers/answer.ts';
import { ArticleGone } from '../src/answers/citations/bibliography.ts';
import { type Command, NotUnderstood } from '../src/answers/command.ts';
import type { AskQuestion, CommandName, Question } from '../src/answers/question.ts';
import { partial } from '../src/answers/replies.ts';
import { slashLine } from '../src/answers/understand/slash.ts';
import type { Language } from '../src/answers/words/catalogue.ts';
import { inEnglish, type Words, wordsIn } from '../src/answers/words/words.ts';
import type { Archive } from '../src/archive/archive.ts';
import { withoutDiscordMarks } from '../src/text/discord-marks.ts';
import type { Day } from '../src/text/edtf.ts';
import { MOST_WORK, mayGoOn, withinWork } from '../src/text/work.ts';
import { article } from './article.ts';
import { ask, commandFor } from './ask.ts';
import { briefing } from './briefing.ts';
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
import { who } from './who.ts';

const byName: { readonly [Name in CommandName]: Command<Name> } = {
  summary,
  met,
  quote,
  who,
  verify,
  network,
  timeline,
  briefing,
  compare,
  cite,
  search,
  article,
  sources,
  help,
  ask,
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

/**
 * Answers a question from an archive of this thread; what the bot says of its own is in `language`. It costs `most` units of work
 * (text/work.ts) and little more: what was found by then is the answer, and says so.
 */
export async function answerQuestion(
  asked: Question,
  archive: Archive,
  language: Language = 'en',
  most = MOST_WORK,
): Promise<Answer> {
  const { result, isPartial } = await withinWork(() => answeredAgain(asked, archive, language), most);
  return isPartial ? partial(result, wordsIn(language)) : result;
}

/** So many articles may turn out to be gone while a question is answered. */
const MOST_GONE = 20;

/** Answers; where an article that was found turns out to be gone, once more from the others. */
async function answeredAgain(asked: Question, archive: Archive, language: Language): Promise<Answer> {
  for (let gone = 0; ; gone++) {
    try {
      return await answered(asked, archive, language);
    } catch (error) {
      if (!(error instanceof ArticleGone) || gone >= MOST_GONE) throw error;
    }
  }
}

async function answered(asked: Question, archive: Archive, language: Language): Promise<Answer> {
  const question = (asked.command === 'ask' ? await commandFor(asked, archive) : null) ?? asked;
  // A question names its command, so the two fit; the compiler can't follow the pair through the table.
  const command = byName[question.command] as unknown as Command;
  const words = wordsIn(language);
  const answer = await command.answer(question, archive, words);
  const isPlain = asked.command === 'ask' && question.command === 'compare';
  if (answer.found || !mayGoOn() || !(isPlain || ANSWERED_IN_SENTENCES.has(question.command))) return answer;
  // What no fact answers, a sentence may.
  const inSentences = await ask.answer(inPlainWords(question), archive, words);
  return inSentences.found ? { ...inSentences, question } : answer;
}

/** Commands whose options say the same as a question in plain words. */
const ANSWERED_IN_SENTENCES: ReadonlySet<CommandName> = new Set<CommandName>(['met', 'quote']);

function inPlainWords({ command, ...options }: Question): AskQuestion {
  const words = Object.entries(options).flatMap(([option, value]) =>
    typeof value === 'string' ? [optionInWords(option, value)] : [],
  );
  return { command: 'ask', words: words.join(' '), as: command };
}

/** "since 2017", "in Cork" say what they are; a name goes by itself. */
const optionInWords = (option: string, value: string): string =>
  [BEFORE_OPTION[option], value].filter(Boolean).join(' ');

const BEFORE_OPTION: Readonly<Record<string, string>> = {
  since: 'since',
  until: 'until',
  with: 'with',
  place: 'in',
  about: 'about',
};

/** Answers a line as a person types it: "/met Hill", "/met person:Hill", or a question in plain words. */
export async function answerWords(
  typed: string,
  archive: Archive,
  today: Day,
  language: Language = 'en',
): Promise<Answer> {
  return answerQuestion(questionIn(withoutDiscordMarks(typed), today, wordsIn(language)), archive, language);
}

/** Commands after which words may stand as in any question: "/quote Hill on gas". After the others all of them are one option. */
const IN_WORDS: ReadonlySet<CommandName> = new Set<CommandName>(['met', 'quote', 'summary', 'verify', 'ask']);

function questionIn(line: string, today: Day, said: Words): Question {
  const optionsOf = (name: string) => (isCommandName(name) ? byName[name].options.map((option) => option.name) : []);
  const slash = slashLine(line, optionsOf);
  if (!slash) return { command: 'ask', words: line, asOf: today };
  const { name, options, words } = slash;
  if (!isCommandName(name))
    throw new NotUnderstood(said.say('There is no command /{name}. /help shows what can be asked.', { name }));
  if (words === '') return asked(name, options, today, said);
  if (!IN_WORDS.has(name)) {
    const [first] = byName[name].options;
    return asked(name, first ? { [first.name]: words, ...options } : {}, today, said);
  }
  const all = [words, ...Object.entries(options).map(([option, value]) => optionInWords(option, value))].join(' ');
  return { command: 'ask', words: all, asOf: today, ...(name !== 'ask' && { as: name }) };
}

function asked(name: CommandName, options: Readonly<Record<string, string>>, today: Day, words: Words): Question {
  const missing = byName[name].options.find((option) => option.required && !options[option.name]?.trim());
  if (missing)
    throw new NotUnderstood(words.say('/{name} needs the option “{option}”.', { name, option: missing.name }));
  return questionOf(name, options, today, words);
}
