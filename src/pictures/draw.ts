import { Worker } from 'node:worker_threads';
import type { Picture } from '../answers/picture.ts';
import { compiled } from '../project/compiled.ts';

/** A picture that takes longer is given up. */
const DRAWN_WITHIN = 20_000;

/** One after another: each takes a processor and some memory to itself. */
let last: Promise<unknown> = Promise.resolve();

/** Draws a picture as PNG or SVG, in a thread of its own, so that others are answered meanwhile. Rejects where it can't be drawn. */
export function draw(picture: Picture, as: 'png' | 'svg' = 'png'): Promise<Buffer> {
  const drawing = last.then(() => drawInWorker(picture, as));
  last = drawing.catch(() => {});
  return drawing;
}

function drawInWorker(picture: Picture, as: 'png' | 'svg'): Promise<Buffer> {
  const worker = new Worker(compiled('src/pictures/draw-worker.ts'), { workerData: { picture, as } });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Buffer>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the picture took longer than ${DRAWN_WITHIN} ms`)), DRAWN_WITHIN);
    worker.once('message', (drawn: Uint8Array) => resolve(Buffer.from(drawn)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that draws ended without a picture')));
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}
