import type { Words } from '../answers/words/words.ts';
import type { ActorId } from '../archive/archive.ts';

/** Somebody who is followed. The id is null while the archive knows nobody of that name. */
export type Followed =
  | { readonly is: 'actor'; readonly actor: ActorId | null; readonly name: string }
  | { readonly is: 'country'; readonly name: string };

/** What a watch looks for in new articles. */
export type Watched =
  /** Meetings and quotations of one. */
  | { readonly is: 'person'; readonly who: Followed }
  /** Meetings of the two with each other. */
  | { readonly is: 'pair'; readonly who: readonly [Followed, Followed] }
  /** These words, in this order. */
  | { readonly is: 'phrase'; readonly words: string }
  | { readonly is: 'outlet'; readonly outlet: string };

/** Where alerts go. */
export type Destination =
  | { readonly is: 'channel'; readonly channel: string; readonly server: string }
  | { readonly is: 'direct'; readonly person: string };

/** What somebody wants alerts about. */
export interface Watch {
  readonly number: number;
  /** Discord's number of whoever made it. */
  readonly owner: string;
  readonly what: Watched;
  readonly to: Destination;
  /** Why nothing comes of it any more; null while it runs. */
  readonly ended: string | null;
}

/** "Ada Berg", "Ada Berg with Omar Nadir", "the words “gas pipeline”", "articles of The Example". */
export function watchedInWords(what: Watched, words: Words): string {
  switch (what.is) {
    case 'person':
      return what.who.name;
    case 'pair':
      return words.say('{name} with {other}', { name: what.who[0].name, other: what.who[1].name });
    case 'phrase':
      return words.say('the words “{words}”', { words: what.words });
    case 'outlet':
      return words.say('articles of {outlet}', { outlet: what.outlet });
  }
}

/** All that several watches look for, each once. */
export const allWatched = (watches: readonly Watch[], words: Words): string =>
  words.list([...new Set(watches.map(({ what }) => watchedInWords(what, words)))], 'and');
