import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type NameModel, parseNameModel } from './names/model.ts';
import { parseSyntaxModel, type SyntaxModel } from './parse/model.ts';

/** The trained models that reading needs; each has its card beside it in `data/`. */
export interface ReadingModels {
  readonly names: NameModel;
  readonly syntax: SyntaxModel;
}

/** Parsing them takes a quarter of a second: a thread does it once, and again when a file has changed. */
let loaded: { readonly stamp: string; readonly models: ReadingModels } | null = null;

/**
 * Loads the models from the folder that holds them: the one place of this room that reads files. Throws where one is missing
 * or is of another version of the program.
 */
export function loadModels(folder: string): ReadingModels {
  const [names, syntax] = [join(folder, 'names.model'), join(folder, 'syntax.model')];
  const stamp = JSON.stringify([names, syntax].map((file) => [file, statSync(file).mtimeMs, statSync(file).size]));
  if (loaded?.stamp !== stamp) {
    const models = { names: parseNameModel(readFileSync(names)), syntax: parseSyntaxModel(readFileSync(syntax)) };
    loaded = { stamp, models };
  }
  return loaded.models;
}
