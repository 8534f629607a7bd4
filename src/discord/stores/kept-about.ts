import type { Briefings } from '../../alerts/briefings.ts';
import type { Watches } from '../../alerts/watches.ts';
import { forgetCorrector, readCorrections } from '../../archive/corrections/file.ts';
import { forgetWhoAddedFeeds, readFeeds } from '../../intake/feed-list.ts';
import type { BotPhrase } from '../words/words.ts';
import type { Conversations } from './conversations.ts';
import type { Reports } from './reports.ts';

/** A place where something is kept under somebody's Discord id. */
interface Place {
  /** What it is, said to them. */
  readonly what: Extract<BotPhrase, `${string}({n})`>;
  /** Whether it goes with their name, or stays without it. */
  readonly erasing: 'goes' | 'stays without the name';
  count(person: string): number;
  erase(person: string): void;
}

/** What is kept about one person in one place. */
export interface Kept extends Pick<Place, 'what' | 'erasing'> {
  readonly n: number;
}

/**
 * Every place where people's ids are kept: /privacy shows and erases these, and a test fills each of them and looks through all files
 * afterwards. Whatever begins to keep an id is entered here. (The log names who used /admin; it is the operator's. Nothing is in memory alone
 * but the last question, and what is being answered.)
 */
export interface KeptAbout {
  /** Throws `FileWrong` where a file of them can't be read. */
  of(person: string): readonly Kept[];
  /** Erases all of it, or nothing: throws `FileWrong` before anything is erased. What it was. */
  erase(person: string): readonly Kept[];
}

interface Stores {
  readonly watches: Watches;
  readonly briefings: Briefings;
  readonly reports: Reports;
  readonly conversations: Conversations;
  readonly folders: { readonly data: string };
}

export function keptAbout({ watches, briefings, reports, conversations, folders: { data } }: Stores): KeptAbout {
  const places: readonly Place[] = [
    {
      what: 'what you follow ({n})',
      erasing: 'goes',
      count: (person) => watches.ofOwner(person).length,
      // Its alerts, notices and quiet hours too.
      erase: (person) => void watches.forgetPerson(person),
    },
    {
      what: 'your briefings ({n})',
      erasing: 'goes',
      count: (person) => briefings.ofOwner(person).length,
      erase: (person) => void briefings.forgetPerson(person),
    },
    {
      what: 'your quiet hours ({n})',
      erasing: 'goes',
      count: (person) => (watches.quietOf(person) ? 1 : 0),
      erase: (person) => watches.setQuiet(person, null),
    },
    {
      what: 'reports that something is wrong ({n})',
      erasing: 'goes',
      count: (person) => reports.ofPerson(person),
      erase: (person) => void reports.forgetPerson(person),
    },
    {
      what: 'your last question, in memory ({n})',
      erasing: 'goes',
      count: (person) => (conversations.isRemembered(person) ? 1 : 0),
      erase: (person) => conversations.forgetPerson(person),
    },
    {
      what: 'corrections that you made ({n})',
      erasing: 'stays without the name',
      count: (person) => readCorrections(data).filter(({ by }) => by === person).length,
      erase: (person) => void forgetCorrector(data, person),
    },
    {
      what: 'feeds that you added ({n})',
      erasing: 'stays without the name',
      count: (person) => readFeeds(data).filter(({ added_by }) => added_by === person).length,
      erase: (person) => forgetWhoAddedFeeds(data, person),
    },
  ];
  const of = (person: string): Kept[] =>
    places.map(({ what, erasing, count }) => ({ what, erasing, n: count(person) }));
  return {
    of,
    erase(person) {
      const kept = of(person);
      for (const place of places) place.erase(person);
      return kept;
    },
  };
}
