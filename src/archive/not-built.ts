import { shortageIn } from '../project/shortage.ts';

/** There is no archive yet, and none could be built. The message says why in one line, and what to do. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
}

/** What is said where nothing may be written. */
// Node says of a folder that can't be made on a read-only disk that its parent is missing.
const NOT_WRITABLE =
  /EROFS|EACCES|EPERM|ENOENT: [^:]*mkdir|readonly|read-only|unable to open database|local database [^"]*: 14\b/;

/** Why a first build failed, by the message of the error that ended it. */
export function notBuilt(dataDir: string, reason: string): NotBuilt {
  const shortage = shortageIn(new Error(reason));
  if (shortage === 'open files')
    return new NotBuilt(
      `The archive could not be built: this process may open too few files. Allow it 1024 or more (ulimit -n, LimitNOFILE=).`,
    );
  if (shortage !== null)
    return new NotBuilt(
      `DATA_DIR: there is no room left in ${dataDir} for the archive. Make room, or name another folder.`,
    );
  if (NOT_WRITABLE.test(reason))
    return new NotBuilt(
      `DATA_DIR: nothing can be written in ${dataDir}, and there is no archive yet. Let the user that Readout runs as ` +
        'write there, or name another folder.',
    );
  return new NotBuilt(`The archive could not be built in ${dataDir}: ${reason}`);
}
