/** A map of at most `capacity` entries: the one set longest ago makes room. */
export interface BoundedCache<Key, Value> {
  get(key: Key): Value | undefined;
  /** Makes the entry the newest. */
  set(key: Key, value: Value): void;
}

/** Twenty lines instead of a library: nothing here needs times to live, sizes of entries or events. */
export function boundedCache<Key, Value>(capacity: number): BoundedCache<Key, Value> {
  const entries = new Map<Key, Value>();
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size <= capacity) return;
      // A map keeps its entries in the order in which they were set.
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        return;
      }
    },
  };
}
