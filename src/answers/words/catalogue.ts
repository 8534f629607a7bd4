export type Language = 'en' | 'ar' | 'de' | 'es' | 'fr' | 'ru';

/** Phrases by their English, each as one language has it. */
export type Catalogue<Known extends string = string> = Readonly<Record<Known, Translation>>;

/** What counts {n} things has a form for each number that the language distinguishes (CLDR's plural rules). */
export type Translation =
  | string
  | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string });
