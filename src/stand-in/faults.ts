/** What the next answers to some requests are to be, instead of the true ones. */
export type Misbehaviour =
  /** Too many requests; `retryAfter` in seconds. */
  | { readonly is: 'rate-limited'; readonly retryAfter: number; readonly global?: boolean }
  | { readonly is: 'status'; readonly status: number; readonly code?: number; readonly message?: string }
  /** Answered truly, but late. */
  | { readonly is: 'slow'; readonly ms: number }
  /** Not carried out: the connection breaks without an answer. */
  | { readonly is: 'dropped' }
  /** Carried out, but its answer is lost: an error comes instead, or, without a status, the connection breaks. */
  | { readonly is: 'lost'; readonly status?: number };

interface Planned {
  readonly method: string;
  readonly route: RegExp;
  left: number;
  readonly misbehaviour: Misbehaviour;
}

/** Lets a test say how the stand-in is to misbehave. */
export interface Faults {
  /**
   * The next `times` requests with this method whose path matches get this: `next(3, 'PATCH', /@original$/u, …)`.
   * Paths are as in `SentRequest.path`; plans are used up in the order they were made.
   */
  next(times: number, method: string, path: RegExp, misbehaviour: Misbehaviour): void;
  /** The plan for one request, counted down; null where it is to be answered truly. */
  take(method: string, path: string): Misbehaviour | null;
  /** Drops all plans: from then on everything is answered truly. */
  calm(): void;
  /** When false, heartbeats of the bot are not acknowledged. */
  acknowledgeHeartbeats: boolean;
  /** When false, nothing is dispatched: the gateway is open and mute. */
  dispatching: boolean;
  /** When true, every event is dispatched twice, under a number of its own each. */
  repeating: boolean;
}

export function makeFaults(): Faults {
  const plans: Planned[] = [];
  const faults: Faults = {
    acknowledgeHeartbeats: true,
    dispatching: true,
    repeating: false,
    next(times, method, route, misbehaviour) {
      plans.push({ method, route, left: times, misbehaviour });
    },
    take(method, path) {
      const plan = plans.find((one) => one.left > 0 && one.method === method && one.route.test(path));
      if (plan === undefined) return null;
      plan.left -= 1;
      return plan.misbehaviour;
    },
    calm() {
      plans.length = 0;
      Object.assign(faults, { acknowledgeHeartbeats: true, dispatching: true, repeating: false });
    },
  };
  return faults;
}
