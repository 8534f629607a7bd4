import { english as answers } from '../../answers/words/en.ts';
import type { Catalogue } from '../../answers/words/words.ts';

/** English has its phrases in the code; here are the forms of those that count. */
export const english: Partial<Catalogue> = {
  ...answers,
  'Keep these {n} articles?': { one: 'Keep this article?', other: 'Keep these {n} articles?' },
  '{n} people': { one: '{n} person', other: '{n} people' },
};
