import { constants, setPriority } from 'node:os';

/**
 * Lets the threads that answer go first while this one reads or builds. On Linux the priority of "the calling process" is that
 * of the calling thread alone (setpriority(2), "C library/kernel differences"); elsewhere it would be the whole program's, and
 * is left as it is.
 */
export function yieldToOthers(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
