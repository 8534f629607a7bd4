import { parentPort, workerData } from 'node:worker_threads';
import type { Picture } from '../answers/picture.ts';
import { pngOf, svgOf } from './png.ts';

// The boundary: whoever starts this thread (draw.ts) hands over a picture, and as what to draw it.
const { picture, as } = workerData as { picture: Picture; as: 'png' | 'svg' };
parentPort?.postMessage(as === 'png' ? await pngOf(picture) : Buffer.from(await svgOf(picture)));
