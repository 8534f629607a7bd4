import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';

/** What the bot says in its own voice, in one language. "{name}" is filled in; what articles say stays in their language. */
export interface Words {
  // On an answer.
  readonly understoodAs: string;
  readonly nothing: string;
  readonly page: string;
  readonly back: string;
  readonly more: string;
  readonly continued: string;
  readonly end: string;
  readonly choose: string;
  readonly tooMany: string;
  readonly cut: string;
  readonly emptyArchive: string;
  // What to do next.
  readonly meetings: string;
  readonly quotations: string;
  readonly summary: string;
  readonly network: string;
  readonly timeline: string;
  readonly compare: string;
  readonly openArticle: string;
  readonly saveAs: string;
  readonly saved: string;
  readonly showToAll: string;
  readonly somethingWrong: string;
  // Something wrong?
  readonly reportTitle: string;
  readonly reportLabel: string;
  readonly reportHint: string;
  readonly reported: string;
  readonly reportedWhy: string;
  readonly reportedEnough: string;
  // The apps menu of a message.
  readonly noQuotations: string;
  readonly noWords: string;
  readonly quotationsChecked: string;
  readonly sourcesFound: string;
  // Trouble.
  readonly notUnderstood: string;
  readonly notOffered: string;
  readonly tooOld: string;
  readonly failed: string;
  readonly failedWhy: string;
  readonly incident: string;
  readonly mayNotWrite: string;
  readonly mayNotWriteWhy: string;
  readonly restarting: string;
  readonly restartingWhy: string;
  readonly loading: string;
  readonly loadingWhy: string;
  readonly notForYou: string;
  readonly adminsOnly: string;
  readonly tooFast: string;
  /** {seconds} */
  readonly tooFastWhy: string;
  readonly notHere: string;
  readonly serverRefused: string;
  readonly roleRefused: string;
  readonly channelRefused: string;
  readonly directRefused: string;
  readonly installRefused: string;
  // To a server that has just invited the bot.
  readonly welcome: string;
  readonly welcomeHow: string;
  /** Commands ("met", "admin reindex", "Check quotes") and options ("person") as declared; English stands in the commands. */
  readonly commands: Readonly<Record<string, Declared>>;
  readonly options: Readonly<Record<string, Declared>>;
}

/** Name and description of a command or an option, as Discord lists it. */
export interface Declared {
  readonly name: string;
  readonly description: string;
}

export const catalogues = { en, ar, de, es, fr, ru } as const satisfies Readonly<Record<string, Words>>;

export type Language = keyof typeof catalogues;

export const isLanguage = (name: string): name is Language => Object.hasOwn(catalogues, name);

/** The words for one of Discord's locales ("es-419"); English where there are none. */
export function wordsFor(locale: string): Words {
  const [language = ''] = locale.split('-');
  return isLanguage(language) ? catalogues[language] : en;
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

/** A phrase with its places filled in. */
export const fill = (phrase: string, places: Readonly<Record<string, string | number>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, place: string) => String(places[place] ?? whole));
