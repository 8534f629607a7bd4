import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NameModel, parseNameModel } from './names/model.ts';
import { parseSyntaxModel, type SyntaxModel } from './parse/model.ts';

/** What was learned that reading needs. */
export interface ReadingModels {
  readonly names: NameModel;
  readonly syntax: SyntaxModel;
}

/** The files of a folder of models that reading depends on. */
export const modelFilesIn = (folder: string): string[] => [join(folder, 'names.model'), join(folder, 'syntax.model')];

/** Reads the models in a folder. Throws where a file is missing or no model. */
export function loadReadingModels(folder: string): ReadingModels {
  const [names = '', syntax = ''] = modelFilesIn(folder);
  return { names: parseNameModel(readFileSync(names)), syntax: parseSyntaxModel(readFileSync(syntax)) };
}
