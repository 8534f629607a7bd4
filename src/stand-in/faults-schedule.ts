import type { Misbehaviour } from './faults.ts';
import type { StandIn } from './stand-in.ts';

/** One thing that goes wrong, at a moment of a schedule. */
export interface PlannedFault {
  /** Milliseconds from the schedule's beginning. */
  readonly at: number;
  readonly what: string;
  readonly strike: (standIn: StandIn) => void;
}

const CALLBACK = /\/callback$/u;
const ORIGINAL = /(?:@|%40)original$/u;
const MESSAGES = /^\/channels\/\d+\/messages$/u;

/** Faults strike within so long; what they bring about may last longer. */
const SCHEDULE_LASTS = 2500;
const MOST_FAULTS = 6;

/** A few random faults of Discord's at random moments; `random` gives numbers from 0 to 1, the same ones for the same schedule. */
export function randomFaults(random: () => number): readonly PlannedFault[] {
  const number = 1 + Math.floor(random() * MOST_FAULTS);
  const faults = Array.from({ length: number }, () => randomFault(Math.floor(random() * SCHEDULE_LASTS), random));
  return faults.sort((a, b) => a.at - b.at);
}

function randomFault(at: number, random: () => number): PlannedFault {
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const answers = (method: string, path: RegExp, times: number, fault: Misbehaviour): PlannedFault => ({
    at,
    what: `${times} × ${method} ${path.source}: ${JSON.stringify(fault)}`,
    strike: ({ faults }) => faults.next(times, method, path, fault),
  });
  const [method, path] = [
    ['POST', CALLBACK],
    ['PATCH', ORIGINAL],
    ['POST', MESSAGES],
  ][between(0, 2)] as [string, RegExp]; // one of the three
  const kinds: readonly (() => PlannedFault)[] = [
    () => ({ at, what: 'closed socket', strike: ({ gateway }) => gateway.closeSockets(4000) }),
    () => ({ at, what: 'cut socket', strike: ({ gateway }) => gateway.cutSockets() }),
    () => ({ at, what: 'op 7', strike: ({ gateway }) => gateway.askToReconnect() }),
    () => ({ at, what: 'op 9, resumable', strike: ({ gateway }) => gateway.invalidate(true) }),
    () => ({ at, what: 'op 9, for good', strike: ({ gateway }) => gateway.invalidate(false) }),
    () => ({ at, what: 'deaf', strike: ({ faults }) => Object.assign(faults, { acknowledgeHeartbeats: false }) }),
    () => ({ at, what: 'events twice', strike: ({ faults }) => Object.assign(faults, { repeating: true }) }),
    () => answers(method, path, between(1, 3), { is: 'rate-limited', retryAfter: between(1, 15) / 10 }),
    () => answers(method, path, between(1, 6), { is: 'status', status: [500, 502, 503][between(0, 2)] ?? 500 }),
    () => answers(method, path, between(1, 4), { is: 'dropped' }),
    () => answers(method, path, between(1, 4), { is: 'lost' }),
    () => answers(method, path, between(1, 4), { is: 'lost', status: 502 }),
    () => answers('POST', CALLBACK, between(1, 3), { is: 'slow', ms: between(200, 5000) }),
    () => answers('PATCH', ORIGINAL, between(1, 3), { is: 'slow', ms: 5000 }),
    () => answers('POST', CALLBACK, 1, { is: 'status', status: 404, code: 10062 }),
    () => answers('POST', CALLBACK, 1, { is: 'status', status: 400, code: 40060 }),
  ];
  const kind = kinds[between(0, kinds.length - 1)] ?? kinds[0];
  if (kind === undefined) throw new RangeError('There are no faults to draw from.');
  return kind();
}

/** Lets the faults strike, each at its moment; then Discord is itself again. */
export async function strike(standIn: StandIn, faults: readonly PlannedFault[]): Promise<void> {
  const since = Date.now();
  for (const fault of faults) {
    await new Promise((resolve) => setTimeout(resolve, fault.at - (Date.now() - since)));
    fault.strike(standIn);
  }
  await new Promise((resolve) => setTimeout(resolve, SCHEDULE_LASTS - (Date.now() - since)));
  standIn.faults.calm();
}
