import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * How much one question may cost. Counted is work, not time, so that the same question gets the same answer on a busy machine: a unit
 * is one to two microseconds of one core (npm run hostile:questions prints what a unit took). Loops over words, postings, sentences
 * and articles say what they do, and end early once it is too much.
 */

interface Account {
  readonly most: number;
  spent: number;
}

const accounts = new AsyncLocalStorage<Account>();

/** Two seconds of one core. */
export const MOST_WORK = 1_000_000;

/** Notes that so much work is done for the question that is being answered; false once it is more than it may cost. */
export function spend(units: number): boolean {
  const account = accounts.getStore();
  if (account === undefined) return true;
  account.spent += units;
  return account.spent <= account.most;
}

/** May more be looked at for the question that is being answered? */
export const mayGoOn = (): boolean => spend(0);

/** Does the work of one question at the cost of so many units, and a little more for what has to be finished. */
export async function withinWork<T>(
  work: () => Promise<T>,
  most: number,
): Promise<{ readonly result: T; readonly spent: number; readonly isPartial: boolean }> {
  const account: Account = { most, spent: 0 };
  const result = await accounts.run(account, work);
  const outer = accounts.getStore();
  if (outer) outer.spent += account.spent;
  return { result, spent: account.spent, isPartial: account.spent > most };
}
