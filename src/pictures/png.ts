import { Resvg } from '@resvg/resvg-js';
import type { Picture } from '../answers/picture.ts';
import { FONT } from './fonts.ts';
import { drawMentions } from './mentions.ts';
import { drawNetwork } from './network.ts';
import { drawTimeline } from './timeline.ts';

/** Draws a picture as PNG. Takes some tenths of a second of processor time: see draw.ts. */
export async function pngOf(picture: Picture): Promise<Buffer> {
  return new Resvg(await svgOf(picture), { font: FONT }).render().asPng();
}

/** A picture as SVG, from which the PNG is painted. */
export async function svgOf(picture: Picture): Promise<string> {
  switch (picture.is) {
    case 'network':
      return (await drawNetwork(picture)).svg;
    case 'timeline':
      return drawTimeline(picture).svg;
    case 'mentions':
      return drawMentions(picture).svg;
  }
}
