import { findNames } from '../src/reading/names.ts';
import type { NameModel } from '../src/reading/names-model.ts';
import { sentencesOf } from '../src/reading/sentences.ts';
import { tokenise } from '../src/reading/tokens.ts';
import type { GoldDocument } from './train-names-data.ts';

/** Prints how well the names of `gold` are found, exact in both ends, a line for each type. */
export function scoreNames(name: string, gold: readonly GoldDocument[], model: NameModel): void {
  for (const type of ['person', 'organisation', 'place'] as const) {
    let right = 0;
    let found = 0;
    let wanted = 0;
    for (const { text, names } of gold) {
      const want = new Set(names.filter((n) => n.type === type).map((n) => `${n.start}-${n.end}`));
      const got = findNames(text, tokenise(text), sentencesOf(text), model).filter((n) => n.type === type);
      wanted += want.size;
      found += got.length;
      right += got.filter((n) => want.has(`${n.start}-${n.end}`)).length;
    }
    const precision = (100 * right) / found;
    const recall = (100 * right) / wanted;
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(`${name}: ${type} P ${precision.toFixed(1)} R ${recall.toFixed(1)} F1 ${f1.toFixed(1)}`);
  }
}
