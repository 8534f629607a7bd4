import {
  type AnswerPhrase as AnswerPhrase,
  catalogues as answers,
  type Catalogue,
  type Language,
  type Words as WordsOf,
  speak,
} from '../../answers/words/words.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { english } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';

/** What the bot says on Discord, of its answers and around them. */
export type BotWords = WordsOf<BotPhrase | AnswerPhrase>;

/** Every phrase that is said on Discord alone. */
export type BotPhrase = keyof typeof de;

export const catalogues = { ar, de, es, fr, ru } as const satisfies Readonly<
  Record<Exclude<Language, 'en'>, Catalogue<BotPhrase>>
>;

const WORDS: Readonly<Record<Language, BotWords>> = {
  en: speak<BotPhrase | AnswerPhrase>('en', english),
  ar: speak<BotPhrase | AnswerPhrase>('ar', { ...answers.ar, ...ar }),
  de: speak<BotPhrase | AnswerPhrase>('de', { ...answers.de, ...de }),
  es: speak<BotPhrase | AnswerPhrase>('es', { ...answers.es, ...es }),
  fr: speak<BotPhrase | AnswerPhrase>('fr', { ...answers.fr, ...fr }),
  ru: speak<BotPhrase | AnswerPhrase>('ru', { ...answers.ru, ...ru }),
};

export const isLanguage = (name: string): name is Language => Object.hasOwn(WORDS, name);

/** The words for one of Discord's locales ("es-419"); English where there are none. */
export function wordsFor(locale: string): BotWords {
  const [language = ''] = locale.split('-');
  return isLanguage(language) ? WORDS[language] : WORDS.en;
}

/** Languages by their script, for words typed without a locale; Discord itself has no Arabic locale. */
const BY_SCRIPT = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
] as const;

/** The language that typed words are written in, as far as the script alone tells; null where it does not. */
export function languageByScript(typed: string): Language | null {
  const letters = typed.match(/\p{L}/gu)?.length ?? 0;
  const found = BY_SCRIPT.find(([script]) => (typed.match(script)?.length ?? 0) * 2 > letters);
  return found?.[1] ?? null;
}
