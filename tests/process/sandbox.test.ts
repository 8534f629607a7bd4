import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/project/folder.ts';
import { startStandIn } from '../../src/stand-in/stand-in.ts';
import { wordsOf } from '../support/messages.ts';
import { runProgram } from '../support/program.ts';

// What the Dockerfile and the systemd unit promise, without either: nobody's rights, and nothing to be written but DATA_DIR.

/** There everywhere, and in use nowhere. */
const DATA = '/mnt';

/** Runs what follows as nobody, in a file system of which nothing may be written but an empty folder. */
const SANDBOX = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  `mount -t tmpfs -o mode=777 tmpfs ${DATA} && mount -o remount,bind,ro / &&
    exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --bounding-set=-all "$@"`,
  'sh',
];

const inside = (...command: string[]): number | null => {
  const [program = '', ...rest] = SANDBOX;
  return spawnSync(program, [...rest, ...command]).status;
};

// Where this can't be set up (no root, a container without namespaces, a project that only root may read) nothing is tried.
const isPossible =
  inside('test', '-r', join(projectFolder, 'dist/src/app/main.js')) === 0 &&
  inside('test', '-x', process.execPath) === 0;

test.skipIf(!isPossible)(
  'as nobody, and with nothing to be written but its data folder, the bot builds its archive and answers',
  async () => {
    expect(inside('touch', join(projectFolder, 'README.md'))).not.toBe(0);
    const standIn = await startStandIn();
    const bot = runProgram(standIn, DATA, { within: SANDBOX });
    await bot.logged('"event":"registered"');
    const asked = standIn.slash(standIn.world.member, 'dm', 'met', { person: 'Lavrov' });
    expect(wordsOf(await asked.answered())).toContain('Lavrov');
    const picture = standIn.slash(standIn.world.member, 'dm', 'network', { person: 'Lavrov' });
    expect((await picture.answered()).attachments.length).toBe(1);
    expect(await bot.stop()).toBe(0);
    await standIn.close();
  },
);
