import type { MeetingStatus } from '../reading/reading.ts';
import type { Edtf } from '../text/edtf.ts';
import type { Language } from './words/catalogue.ts';
import type { Words } from './words/words.ts';

/** What an answer shows besides its words, as plain data; src/pictures draws it. */
export type Picture = NetworkPicture | TimelinePicture | MentionsPicture;

/** Who met whom. */
export interface NetworkPicture {
  readonly is: 'network';
  readonly language: Language;
  readonly heading: string;
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Says the same in words, in at most `LONGEST_ALT` characters. */
  readonly alt: string;
}

export interface NetworkNode {
  readonly name: string;
  /** The country represented, in English; null where the articles don't say. */
  readonly country: string | null;
  /** A body, a country's government or a post without a name is drawn otherwise than a person. */
  readonly person: boolean;
  /** Whoever the question named. */
  readonly asked: boolean;
}

export interface NetworkEdge {
  /** Positions in `nodes`. */
  readonly from: number;
  readonly to: number;
  /** Meetings held; 0 where they were only planned. */
  readonly held: number;
  readonly planned: number;
  /** The numbers of the entries that report these meetings, from 1. */
  readonly entries: readonly number[];
}

/** Meetings, quotations and articles over time, oldest first. */
export interface TimelinePicture {
  readonly is: 'timeline';
  readonly language: Language;
  readonly heading: string;
  readonly points: readonly TimelinePoint[];
  readonly alt: string;
}

/** In how many articles somebody is mentioned, month by month or year by year. */
export interface MentionsPicture {
  readonly is: 'mentions';
  readonly language: Language;
  readonly heading: string;
  readonly bars: readonly { readonly time: Edtf; readonly articles: number }[];
  readonly alt: string;
}

export interface TimelinePoint {
  readonly kind: 'meeting' | 'quotation' | 'article';
  /** A day, or a time as uncertain as the articles leave it. */
  readonly date: Edtf;
  readonly label: string;
  /** Outlet, place, status: said small beneath. */
  readonly detail: string;
  readonly status: MeetingStatus | null;
  /** The numbers of its entries, from 1, in a row. */
  readonly entries: readonly number[];
}

/** Discord's limit for the description of a picture. */
export const LONGEST_ALT = 1024;

/** As many whole sentences as fit a description; then how many are left. */
export function altText(opening: string, sentences: readonly string[], words: Words): string {
  let description = opening;
  for (const [index, sentence] of sentences.entries()) {
    const left = words.say('… and {n} more, in the message.', { n: sentences.length - index });
    const longer = `${description} ${sentence}`;
    const isLast = index === sentences.length - 1;
    if (longer.length + (isLast ? 0 : left.length + 1) > LONGEST_ALT)
      return `${description} ${left}`.slice(0, LONGEST_ALT);
    description = longer;
  }
  return description;
}
