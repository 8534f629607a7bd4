import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/project/folder.ts';
import { licencesInWords } from '../support/locked-packages.ts';

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly integrity?: string;
}
const json = (file: string) => JSON.parse(readFileSync(join(projectFolder, file), 'utf8'));
const locked: [string, Locked][] = Object.entries(json('package-lock.json').packages);
const others = locked.filter(([path]) => path !== '');

test('nothing that is installed runs a script of its own at installing', () => {
  // fsevents is for macOS alone, comes with its binary, and is never needed.
  const scripted = others.filter(([path, one]) => one.hasInstallScript && !path.endsWith('/fsevents'));
  expect(scripted.map(([path]) => path)).toEqual([]);
});

test('every version is exact, and every package is known by its content', () => {
  const { dependencies, devDependencies } = json('package.json');
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(others.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
});

test('what the bot runs with may be used and passed on freely', () => {
  const free =
    /^\(?(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|MPL-2\.0|CC0-1\.0|Unlicense|Python-2\.0|ODbL-1\.0)/;
  // Their package.json names none: the fonts are under the Bitstream Vera licence, the countries under ODbL-1.0.
  const told = ['node_modules/dejavu-fonts-ttf', 'node_modules/world-countries'];
  const odd = others.filter(([path, { dev, license }]) => !dev && !free.test(license ?? '') && !told.includes(path));
  expect(odd.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test('the list of licences is that of what is installed', () => {
  const list = readFileSync(join(projectFolder, 'docs/licences.md'), 'utf8');
  expect(list, 'npm run audit:deps -- --licences writes it anew').toBe(licencesInWords());
  expect(list).not.toContain('unknown');
});
