import {
  fieldAt,
  HEAD,
  LEFT,
  makeStates,
  NONE,
  nextWord,
  onStack,
  REDUCE,
  RIGHT,
  SHIFT,
  type States,
  startState,
  take,
} from '../../src/reading/parse/state.ts';

/**
 * Heads without crossing arcs: as long as arcs cross, the shortest that is crossed is lifted to its head's head (Nivre and
 * Nilsson, 2005, without marking what was lifted). -1 stands for the root, as a node behind the last.
 */
export function projective(heads: Int32Array): Int32Array {
  const n = heads.length;
  const lifted = heads.map((head) => (head < 0 ? n : head));
  for (let rounds = 0; rounds < n * n; rounds++) {
    let worst = -1;
    let length = Number.POSITIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      const head = lifted[i]!;
      const size = Math.abs(head - i);
      if (head < n && size < length && !spans(lifted, head, i)) {
        worst = i;
        length = size;
      }
    }
    if (worst < 0) break;
    lifted[worst] = lifted[lifted[worst]!]!;
  }
  return lifted;
}

/** Is all between `head` and `dependent` below `head`? */
function spans(heads: Int32Array, head: number, dependent: number): boolean {
  const n = heads.length;
  for (let k = Math.min(head, dependent) + 1; k < Math.max(head, dependent); k++) {
    let at = k;
    while (at !== head && at < n) at = heads[at]!;
    if (at !== head) return false;
  }
  return true;
}

/** The steps that build these heads (projective, the root as node n); null where none do. A word leaves the stack only when it must. */
export function stepsTo(heads: Int32Array): Int32Array | null {
  const n = heads.length;
  const states = makeStates(n, 1);
  startState(states, 0);
  const steps = new Int32Array(2 * n);
  for (let k = 0; k < steps.length; k++) {
    const action = nextStep(states, heads);
    if (action < 0) return null;
    steps[k] = action;
    take(states, 0, action, 0, false);
  }
  const from = fieldAt(states, 0, HEAD);
  return heads.every((head, i) => states.data[from + i] === head) ? steps : null;
}

function nextStep(states: States, heads: Int32Array): number {
  const n = heads.length;
  const top = onStack(states, 0, 0);
  const next = nextWord(states, 0);
  if (top === NONE) return next < n ? SHIFT : -1;
  if (heads[top] === next) return LEFT;
  if (next < n && heads[next] === top) return RIGHT;
  const hasHead = states.data[fieldAt(states, 0, HEAD) + top] !== NONE;
  if (hasHead && (next === n || linksBelow(states, heads, next))) return REDUCE;
  return next < n ? SHIFT : -1;
}

/** Has the next word its head or a dependent deeper in the stack? */
function linksBelow(states: States, heads: Int32Array, next: number): boolean {
  for (let depth = 1; ; depth++) {
    const node = onStack(states, 0, depth);
    if (node === NONE) return false;
    if (heads[node] === next || heads[next] === node) return true;
  }
}
