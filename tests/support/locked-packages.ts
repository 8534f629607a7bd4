import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project/folder.ts';

/** A package that the bot runs with, as package-lock.json has it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly hasInstallScript: boolean;
}

/** Whose package.json names no licence, and what their own files say. */
const STATED: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream Vera',
  'world-countries': 'ODbL-1.0',
};

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** What the bot runs with, without what only its development needs; in the order of their names. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'));
  const all: [string, Locked][] = Object.entries(packages);
  const run = all.filter(([path, { dev }]) => path !== '' && !dev);
  const named = run.map(([path, { version, license, hasInstallScript = false }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return { name, version, licence: license ?? STATED[name] ?? 'unknown', hasInstallScript };
  });
  return named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** The list of licences as it stands in docs/licences.md. */
export const licencesInWords = (): string =>
  [
    '# Licences of what Readout runs with',
    '',
    'Made of `package-lock.json` by `npm run audit:deps -- --licences`; a test holds it up to date.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...lockedPackages().map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
  ].join('\n');
