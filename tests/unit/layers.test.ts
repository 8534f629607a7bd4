import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** From the bottom up: a file imports only from its own layer and from those before it. The longest match says a file's layer. */
const LAYERS = [
  'src/project',
  'src/text',
  'src/corpus',
  'src/reading',
  'src/archive/archive.ts',
  'src/archive/spelling',
  'src/archive/index',
  'src/archive/query.ts',
  'src/archive/store',
  'src/archive/copies',
  'src/archive/entities',
  'src/archive/corrections',
  'src/archive/facts',
  'src/archive/search',
  'src/archive/build',
  'src/archive',
  'src/intake',
  'src/answers/words',
  'src/answers/citation-ids.ts',
  'src/answers/picture.ts',
  'src/answers/question.ts',
  'src/answers/question-schema.ts',
  'src/answers/answer.ts',
  'src/answers/plain.ts',
  'src/answers/command.ts',
  'src/answers/citations',
  'src/answers/find',
  'src/answers/understand',
  'src/questions',
  'src/answers',
  'src/alerts',
  'src/pictures',
  'commands',
  'src/remote',
  'src/app/settings.ts',
  'src/stand-in',
  'src/discord/words',
  'src/discord/stores',
  'src/discord/render',
  'src/discord/alerts',
  'src/discord/commands',
  'src/discord/admin',
  'src/discord/gateway',
  'src/playground',
  'src/app',
  'tests/support',
  'training/names',
  'training/syntax',
  'evaluation',
  'training',
  'bench',
  'tests',
];

const root = join(import.meta.dirname, '../..');
const files = ['src', 'commands', 'training', 'evaluation', 'bench', 'tests'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`),
);
const importsOf = new Map(
  files.map((file) => {
    const imported = readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import) '(\.{1,2}\/[^']+\.ts)'/g);
    return [file, [...imported].map(([, path = '']) => normalize(join(dirname(file), path)))] as const;
  }),
);

const layerOf = (file: string): number => {
  const above = LAYERS.filter((layer) => file === layer || file.startsWith(`${layer}/`));
  const nearest = above.reduce((longest, layer) => (layer.length > longest.length ? layer : longest), '');
  return LAYERS.indexOf(nearest);
};

test('every file belongs to a layer', () => {
  expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
});

test('no file imports from a layer above its own', () => {
  const upwards = [...importsOf].flatMap(([file, imported]) =>
    imported.filter((other) => layerOf(other) > layerOf(file)).map((other) => `${file} imports ${other}`),
  );
  expect(upwards).toEqual([]);
});

test('what is shipped imports nothing from tests, benches, training or evaluation', () => {
  const shipped = (file: string) => file.startsWith('src/') || file.startsWith('commands/');
  const outside = [...importsOf].flatMap(([file, imported]) =>
    shipped(file) ? imported.filter((other) => !shipped(other)).map((other) => `${file} imports ${other}`) : [],
  );
  expect(outside).toEqual([]);
});

test('no files import one another in a circle, types included', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const before = path.indexOf(file);
    if (before >= 0) circles.push([...path.slice(before), file].join(' → '));
    if (before >= 0 || done.has(file)) return;
    for (const other of importsOf.get(file) ?? []) walk(other, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});
