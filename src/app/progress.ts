import type { ReindexProgress } from '../archive/keeper.ts';

/** "indexing: 230 articles (32 %, 0 of 1 files), 9.5 a second, 51 s left". */
export const indexingInWords = ({ articles, share, done, total, perSecond, secondsLeft }: ReindexProgress): string =>
  `indexing: ${articles} articles (${Math.floor(share * 100)} %, ${done} of ${total} files), ` +
  `${perSecond.toFixed(1)} a second, ${timeInWords(secondsLeft)} left`;

export function timeInWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** On a terminal a line is written over so often, elsewhere a new one is written so often, in milliseconds. */
const EVERY_MS = { terminal: 200, elsewhere: 10_000 };

/** Shows how far something is: on a terminal in one line that is written over, elsewhere in a line now and then. Null ends it. */
export function progressLine(
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
  now: () => number = Date.now,
): (words: string | null) => void {
  const every = stream.isTTY ? EVERY_MS.terminal : EVERY_MS.elsewhere;
  let shownAt = 0;
  return (words) => {
    if (words === null) return void (stream.isTTY && shownAt > 0 && stream.write('\n'));
    if (now() - shownAt < every) return;
    shownAt = now();
    stream.write(stream.isTTY ? `\r\x1b[K${words}` : `${words}\n`);
  };
}
