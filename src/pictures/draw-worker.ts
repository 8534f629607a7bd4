import { parentPort, workerData } from 'node:worker_threads';
import type { Picture } from '../answers/picture.ts';
import { pngOf } from './png.ts';

// The boundary: whoever starts this thread (draw.ts) hands over a picture.
parentPort?.postMessage(await pngOf(workerData as Picture));
