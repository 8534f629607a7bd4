/** Lets somebody wait until something has come true, looked at again after each change. */
export interface ChangeSignal {
  changed(): void;
  /** Calls `listener` after each change until the returned function is called. */
  watch(listener: () => void): () => void;
  /** Resolves with the first value of `look` that is not null; rejects with `late()` after `ms`. */
  until<Value>(look: () => Value | null, ms: number, late: () => string): Promise<Value>;
}

export function makeChanges(): ChangeSignal {
  const watchers = new Set<() => void>();
  return {
    changed() {
      for (const watcher of [...watchers]) watcher();
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    until(look, ms, late) {
      return new Promise((resolve, reject) => {
        const done = () => {
          watchers.delete(watch);
          clearTimeout(timer);
        };
        const watch = () => {
          try {
            const value = look();
            if (value === null) return;
            done();
            resolve(value);
          } catch (error) {
            done();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          done();
          reject(new Error(late()));
        }, ms);
        watchers.add(watch);
        watch();
      });
    },
  };
}
