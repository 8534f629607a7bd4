import { getPriority, setPriority } from 'node:os';

/** How "nice" a thread that builds is: a little, or on a busy machine it would hardly get on. */
const NICE = 2;

/**
 * Lets the threads that answer go first while this one reads or builds. On Linux the priority of "the calling process" is that
 * of the calling thread alone (setpriority(2), "C library/kernel differences"); elsewhere it would be the whole program's, and
 * is left as it is.
 */
export function yieldToOthers(): void {
  if (process.platform === 'linux' && getPriority() < NICE) setPriority(NICE);
}
