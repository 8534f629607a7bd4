import { Resvg } from '@resvg/resvg-js';
import type { Picture } from '../answers/picture.ts';
import { FONT } from './fonts.ts';
import { drawNetwork } from './network.ts';
import { drawTimeline } from './timeline.ts';

/** Draws a picture as PNG. Takes some tenths of a second of processor time: see draw.ts. */
export async function pngOf(picture: Picture): Promise<Buffer> {
  const svg = picture.is === 'network' ? (await drawNetwork(picture)).svg : drawTimeline(picture).svg;
  return new Resvg(svg, { font: FONT }).render().asPng();
}
