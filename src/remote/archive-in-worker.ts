import { Worker } from 'node:worker_threads';
import type { ArchivePlaces, Keeper, ReindexProgress } from '../archive/keeper.ts';
import { compiled } from '../project/compiled.ts';
import type { ThreadNews } from './archive-worker.ts';
import { caller } from './calls.ts';
import { type Opening, remoteKeeper, revive } from './serve-archive.ts';

const startThread = (places: ArchivePlaces): Worker =>
  new Worker(compiled('src/remote/archive-worker.ts'), { workerData: places });

const died = (why: string): string =>
  `The thread that answers ended while it was answering${why}. Ask again; if this stays, restart the bot.`;

/**
 * Opens the archive in a thread of its own, as `openArchive` does in this one, so that this thread stays free for
 * Discord's heartbeat however long an answer takes. A thread that dies is started again at the next question, and what it
 * had not answered is asked once more. Rejects where the archive can't be opened.
 */
export async function openArchiveInWorker(
  places: ArchivePlaces,
  onProgress: (progress: ReindexProgress) => void = () => {},
  start: (places: ArchivePlaces) => Worker = startThread,
  onDamage: (file: string) => void = () => {},
): Promise<Keeper> {
  let thread: Worker | null = null;
  let closing = false;
  let opened: (opening: Opening) => void = () => {};
  let failed: (error: Error) => void = () => {};
  const opening = new Promise<Opening>((resolve, reject) => {
    [opened, failed] = [resolve, reject];
  });

  const standing = (): Worker => {
    if (thread) return thread;
    const started = start(places);
    thread = started;
    /** Why it will be gone, where that is known. */
    let end: Error | null = null;
    let why = '';
    started.on('message', (news: ThreadNews) => {
      if (news.is === 'building') onProgress(news.progress);
      else if (news.is === 'damaged') onDamage(news.file);
      else if (news.is === 'open') opened(news.opening);
      else if (news.is === 'not open') end = revive(news.error);
      else line.receive(news);
    });
    // Out of memory, or an error outside of any call; `exit` follows.
    started.on('error', ({ message }) => {
      why = ` (${message})`;
    });
    started.on('exit', () => {
      thread = null;
      failed(end ?? new Error(died(why)));
      if (end || closing) line.giveUp(end ?? new Error('The bot is closing.'));
      else line.broke(died(why));
    });
    return started;
  };
  const line = caller((call) => standing().postMessage(call), revive);

  standing();
  return remoteKeeper(await opening, line, async () => {
    closing = true;
    const last = thread;
    if (!last) return;
    const ended = new Promise((resolve) => last.once('exit', resolve));
    last.postMessage('close');
    await ended;
  });
}
