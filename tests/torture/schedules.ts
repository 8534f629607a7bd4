import { randomFaults, strike } from '../../src/stand-in/faults-schedule.ts';
import type { StandIn } from '../../src/stand-in/stand-in.ts';
import { wordsOf } from '../support/messages.ts';
import { seeded } from '../support/seeded.ts';
import { type Outcome, startTraffic } from '../support/traffic.ts';

/** A short interval, so that a deaf gateway is noticed within a schedule. */
export const HEARTBEATS = 1000;

/** Random faults in the middle of traffic, then peace: what was asked must be answered, and so must one more question. */
export async function runSchedule(standIn: StandIn, seed: number): Promise<Outcome & { readonly faults: string[] }> {
  const planned = randomFaults(seeded(seed));
  const traffic = startTraffic(standIn, { seed, everyMs: 120 });
  await strike(standIn, planned);
  const outcome = await traffic.settled();
  await standIn.gateway.identified();
  const probe = standIn.slash(standIn.world.member, 'dm', 'help');
  const words = await probe.answered().then(wordsOf, (error: Error) => error.message);
  const afterwards = words.includes('/met') ? [] : [`afterwards: ${words}`];
  const faults = planned.map(({ at, what }) => `${at} ms: ${what}`);
  return { ...outcome, wrongs: [...outcome.wrongs, ...afterwards], faults };
}
