/**
 * npm run audit:deps -- [NAME …]: of every package that the bot depends on itself (or of those named) its age, maintainers, newest version,
 * whether it runs scripts at installing, and its licence; asked of the registry through npm.
 * npm run audit:deps -- --licences: writes docs/licences.md of package-lock.json, and asks nobody.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../src/project/folder.ts';
import { licencesInWords, lockedPackages } from '../tests/support/locked-packages.ts';

const DAY = 86_400_000;
const asked = process.argv.slice(2);
const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
if (asked.includes('--licences')) {
  writeFileSync(join(projectFolder, 'docs/licences.md'), licencesInWords());
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(dependencies)) console.log(await about(name));
}

async function about(name: string): Promise<string> {
  // The one that is depended on, and not another version that a library brings along.
  const ours = dependencies[name];
  const installed = lockedPackages().find((one) => one.name === name && (ours === undefined || one.version === ours));
  if (!installed) return `${name}: not installed`;
  const { stdout } = spawnSync('npm', ['view', name, 'time', 'maintainers', 'dist-tags', '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { time = {}, maintainers, 'dist-tags': tags = {} } = JSON.parse(stdout || '{}');
  const days = (when: string | undefined) => (when ? Math.round((Date.now() - Date.parse(when)) / DAY) : '?');
  return [
    `${name} ${installed.version} (newest ${tags.latest ?? '?'})`,
    `${days(time[installed.version])} days old, the package ${days(time.created)}`,
    // Not every registry says who they are.
    `${maintainers?.length || '?'} maintainers`,
    installed.hasInstallScript ? 'INSTALL SCRIPTS' : 'no install scripts',
    installed.licence,
  ].join(' · ');
}
