/**
 * The states of an arc-eager parser (Nivre, 2003), many in one array so that a beam's state is copied at once. A sentence
 * of n words has nodes 0 to n - 1 and, behind the last, the root. Every parse has 2n steps: each word enters once and
 * leaves the stack once.
 */
export const SHIFT = 0;
export const REDUCE = 1;
/** The next word becomes the head of the stack's top, which leaves the stack. */
export const LEFT = 2;
/** The stack's top becomes the head of the next word, which enters the stack. */
export const RIGHT = 3;
export const ACTIONS = 4;

export const NONE = -1;

/** Fields of a state, one slot a node each. */
export const HEAD = 0;
/** First and second dependent to the left, outermost first; the same to the right. */
export const LEFT1 = 1;
export const LEFT2 = 2;
export const RIGHT1 = 3;
export const RIGHT2 = 4;
/** How many dependents on either side, and which relations they have (bit masks). */
export const LEFT_COUNT = 5;
export const RIGHT_COUNT = 6;
export const LEFT_SET = 7;
export const RIGHT_SET = 8;
export const RELATION = 9;
/** The preposition or case ending below it. */
export const CASE = 10;
const STACK = 11;
const FIELDS = 12;

export interface States {
  readonly words: number;
  /** Slots of one field. */
  readonly width: number;
  /** Slots of one state: two for the stack's height and the next word, then the fields. */
  readonly size: number;
  readonly data: Int32Array;
}

export function makeStates(words: number, count: number): States {
  const width = words + 1;
  const size = 2 + FIELDS * width;
  return { words, width, size, data: new Int32Array(size * count) };
}

export function startState({ data, width, size }: States, slot: number): void {
  const at = slot * size;
  data.fill(0, at, at + size);
  data.fill(NONE, at + 2, at + 2 + 5 * width);
  data.fill(NONE, at + 2 + CASE * width, at + 2 + (CASE + 1) * width);
}

export function copyState({ data: source, size }: States, from: number, { data: target }: States, to: number): void {
  target.set(source.subarray(from * size, (from + 1) * size), to * size);
}

/** Where field `field` of a state begins. */
export const fieldAt = ({ size, width }: States, slot: number, field: number): number =>
  slot * size + 2 + field * width;

export const nextWord = ({ data, size }: States, slot: number): number => data[slot * size + 1] ?? 0;

/** The `depth`-th of the stack from its top; NONE where the stack is not so high. */
export function onStack(states: States, slot: number, depth: number): number {
  const height = states.data[slot * states.size] ?? 0;
  return height > depth ? (states.data[fieldAt(states, slot, STACK) + height - 1 - depth] ?? NONE) : NONE;
}

export function mayDo(states: States, slot: number, action: number): boolean {
  const top = onStack(states, slot, 0);
  const isRootNext = nextWord(states, slot) === states.words;
  if (action === SHIFT) return !isRootNext;
  if (top === NONE) return false;
  const hasHead = states.data[fieldAt(states, slot, HEAD) + top] !== NONE;
  if (action === REDUCE) return hasHead;
  if (action === LEFT) return !hasHead;
  return !isRootNext;
}

/** Head and dependent of the arc that LEFT or RIGHT would draw. */
export function arcOf(
  states: States,
  slot: number,
  action: number,
): { readonly head: number; readonly dependent: number } {
  const top = onStack(states, slot, 0);
  const next = nextWord(states, slot);
  return action === LEFT ? { head: next, dependent: top } : { head: top, dependent: next };
}

/** Takes a step; `relation` is that of the arc, if one is drawn, and `isCase` says whether it is `case`. */
export function take(states: States, slot: number, action: number, relation: number, isCase: boolean): void {
  const { data, size } = states;
  const at = slot * size;
  const height = data[at] ?? 0;
  const next = data[at + 1] ?? 0;
  if (action === LEFT || action === RIGHT) {
    const { head, dependent } = arcOf(states, slot, action);
    data[fieldAt(states, slot, HEAD) + dependent] = head;
    data[fieldAt(states, slot, RELATION) + dependent] = relation;
    const [first, second, count, set] =
      action === LEFT ? [LEFT1, LEFT2, LEFT_COUNT, LEFT_SET] : [RIGHT1, RIGHT2, RIGHT_COUNT, RIGHT_SET];
    data[fieldAt(states, slot, second) + head] = data[fieldAt(states, slot, first) + head] ?? NONE;
    data[fieldAt(states, slot, first) + head] = dependent;
    data[fieldAt(states, slot, count) + head]! += 1;
    data[fieldAt(states, slot, set) + head]! |= 1 << (relation & 31);
    if (isCase) data[fieldAt(states, slot, CASE) + head] = dependent;
  }
  if (action === SHIFT || action === RIGHT) {
    data[fieldAt(states, slot, STACK) + height] = next;
    data[at] = height + 1;
    data[at + 1] = next + 1;
  } else data[at] = height - 1;
}
