import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * An archive that is brought up to date may still hold words of what was taken out: in free pages, in the list of all words.
 * Where no word may be left, the next build makes everything anew, however little changed. A file says so until it is done,
 * also over a crash.
 */

const markIn = (dataDir: string): string => join(dataDir, 'purge-wanted');

export const wantPurge = (dataDir: string): void => writeFileSync(markIn(dataDir), '', { flush: true });

export const isPurgeWanted = (dataDir: string): boolean => existsSync(markIn(dataDir));

export const purged = (dataDir: string): void => rmSync(markIn(dataDir), { force: true });

/*
 * An archive that was found damaged is built anew in the same way, whatever of it is damaged besides.
 */

const repairMarkIn = (dataDir: string): string => join(dataDir, 'repair-wanted');

export const wantRepair = (dataDir: string): void => writeFileSync(repairMarkIn(dataDir), '', { flush: true });

export const isRepairWanted = (dataDir: string): boolean => existsSync(repairMarkIn(dataDir));

export const repaired = (dataDir: string): void => rmSync(repairMarkIn(dataDir), { force: true });
