import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsWrong } from './settings.ts';

/** Makes the data folder where there is none, to be written in. Throws `SettingsWrong` where nothing can be. */
export function openDataFolder(folder: string): void {
  const probe = join(folder, `.written-by-${process.pid}`);
  writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
  });
}

/** Makes the data folder where there is none; who only asks may do so of one that can't be written. Throws `SettingsWrong`. */
export const makeDataFolder = (folder: string): void =>
  writing(folder, () => void mkdirSync(folder, { recursive: true }));

function writing(folder: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // On a full disk the bot still answers from what it has.
    if (code === 'ENOSPC') return;
    throw new SettingsWrong(
      `DATA_DIR: nothing can be written in ${folder} (${code}). Let the user that Readout runs as write there, or name ` +
        'another folder.',
    );
  }
}
