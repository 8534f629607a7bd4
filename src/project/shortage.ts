import { closeSync, openSync } from 'node:fs';

/** What a machine runs out of. */
export type Shortage = 'room on the disk' | 'open files';

/** As the system, SQLite and Node say it; of an error that came from another thread only the words are left. */
const NO_ROOM = /ENOSPC|EDQUOT|SQLITE_FULL|disk is full|no space left/i;
const NO_FILES = /EMFILE|ENFILE|too many open files/i;
/** What is said of a file that is there, where no more may be opened. */
const NOT_OPENED = /ERR_MODULE_NOT_FOUND|ERR_DLOPEN_FAILED|SQLITE_CANTOPEN|unable to open/i;

/** What the machine has run out of, where that is why something failed; else null. */
export function shortageIn(error: unknown): Shortage | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    const said = `${'code' in one ? one.code : ''} ${one.message}`;
    if (NO_ROOM.test(said)) return 'room on the disk';
    if (NO_FILES.test(said) || (NOT_OPENED.test(said) && mayOpenNoMore())) return 'open files';
  }
  return null;
}

function mayOpenNoMore(): boolean {
  try {
    closeSync(openSync(import.meta.filename, 'r'));
    return false;
  } catch {
    return true;
  }
}
