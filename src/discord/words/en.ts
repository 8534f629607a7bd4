import type { Catalogue } from '../../answers/words/catalogue.ts';
import { answersEn } from '../../answers/words/en.ts';

/** English has its phrases in the code; here are the forms of those that count. */
export const botEn: Partial<Catalogue> = {
  ...answersEn,
  'Keep these {n} articles?': { one: 'Keep this article?', other: 'Keep these {n} articles?' },
  '{n} people': { one: '{n} person', other: '{n} people' },
};
