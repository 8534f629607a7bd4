import type { Catalogue, Language } from '../../answers/words/catalogue.ts';
import type { AnswerPhrase } from '../../answers/words/de.ts';
import { answerCatalogues, speak, type Words } from '../../answers/words/words.ts';
import { botAr } from './ar.ts';
import { botDe } from './de.ts';
import { botEn } from './en.ts';
import { botEs } from './es.ts';
import { botFr } from './fr.ts';
import { botRu } from './ru.ts';

/** What the bot says on Discord, of its answers and around them. */
export type BotWords = Words<BotPhrase | AnswerPhrase>;

/** Every phrase that is said on Discord alone. */
export type BotPhrase = keyof typeof botDe;

export const botCatalogues = { ar: botAr, de: botDe, es: botEs, fr: botFr, ru: botRu } as const satisfies Readonly<
  Record<Exclude<Language, 'en'>, Catalogue<BotPhrase>>
>;

const WORDS: Readonly<Record<Language, BotWords>> = {
  en: speak<BotPhrase | AnswerPhrase>('en', botEn),
  ar: speak<BotPhrase | AnswerPhrase>('ar', { ...answerCatalogues.ar, ...botAr }),
  de: speak<BotPhrase | AnswerPhrase>('de', { ...answerCatalogues.de, ...botDe }),
  es: speak<BotPhrase | AnswerPhrase>('es', { ...answerCatalogues.es, ...botEs }),
  fr: speak<BotPhrase | AnswerPhrase>('fr', { ...answerCatalogues.fr, ...botFr }),
  ru: speak<BotPhrase | AnswerPhrase>('ru', { ...answerCatalogues.ru, ...botRu }),
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
