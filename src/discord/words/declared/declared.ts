import { ar } from './ar.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';

/** Commands ("met", "admin reindex", "Check quotes") and options ("person") as Discord lists them in one language. */
export interface Declared {
  readonly commands: Readonly<Record<string, Entry>>;
  readonly options: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly name: string;
  readonly description: string;
}

/** English stands in the commands themselves. */
export const declared = { ar, de, es, fr, ru } as const;
