/** What a bot under test has written, wherever it runs. */
export interface Written {
  /** Everything so far. */
  output(): string;
  /** Resolves once a log line holds `words`; rejects if the bot ends before, or after `ms`. */
  logged(words: string, ms?: number): Promise<void>;
  hasEnded(): boolean;
}

/** Waits until `words` stand in `output`; `listeners` are called whenever more was written, `ended` resolves when nothing more will be. */
export const awaitWords = (
  words: string,
  output: () => string,
  listeners: Set<() => void>,
  ended: Promise<unknown>,
  ms = 120_000,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (finish: () => void) => {
      listeners.delete(look);
      clearTimeout(timer);
      finish();
    };
    const look = () => {
      if (output().includes(words)) end(resolve);
    };
    const timer = setTimeout(() => end(() => reject(new Error(`No "${words}" in ${ms} ms:\n${output()}`))), ms);
    void ended.then((how) => end(() => reject(new Error(`The bot ended (${how}):\n${output()}`))));
    listeners.add(look);
    look();
  });
