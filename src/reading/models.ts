import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NameModel, parseNameModel } from './names/model.ts';
import { parseSyntaxModel, type SyntaxModel } from './parse/model.ts';

/** The trained models that reading needs; each has its card beside it in `data/`. */
export interface ReadingModels {
  readonly names: NameModel;
  readonly syntax: SyntaxModel;
}

/**
 * Loads the models from the folder that holds them: the one place of this room that reads files. Throws where one is missing
 * or is of another version of the program.
 */
export const loadModels = (folder: string): ReadingModels => ({
  names: parseNameModel(readFileSync(join(folder, 'names.model'))),
  syntax: parseSyntaxModel(readFileSync(join(folder, 'syntax.model'))),
});
