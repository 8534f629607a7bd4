import type { ActorId, Meeting, MeetingParticipant } from '../../archive/archive.ts';
import type { Edtf } from '../../text/edtf.ts';
import { foldName } from '../../text/spelling.ts';
import { altText, type NetworkEdge, type NetworkNode, type NetworkPicture } from '../picture.ts';
import type { Words } from '../words/words.ts';

/** More names than this can't be read in a message, or on a phone: the best-told are drawn. */
const MOST_NODES = 25;

/** A picture of who met whom, and how many had no room in it. */
export interface Network {
  readonly picture: NetworkPicture;
  readonly leftOut: number;
}

/**
 * Who met whom, of meetings in the order of their entries: entry 1 is `meetings[0]`. People of one side (the same country, at a
 * meeting with another) did not meet each other. What came to nothing is not drawn. Null where no two met.
 */
export function networkOf(
  meetings: readonly Meeting[],
  asked: { readonly actors: ReadonlySet<ActorId>; readonly countries: ReadonlySet<string> },
  heading: string,
  words: Words,
): Network | null {
  const nodes = new Map<string, NetworkNode & { meetings: number }>();
  const ties = new Map<string, Tie>();
  for (const [index, meeting] of meetings.entries()) {
    if (meeting.status === 'called-off' || meeting.status === 'denied') continue;
    for (const [a, b] of pairs(meeting)) {
      for (const one of [a, b]) countIn(nodes, one, asked);
      const [from, to] = [keyOf(a), keyOf(b)].sort();
      if (from === undefined || to === undefined) continue;
      const tie = ties.get(`${from}\n${to}`) ?? { from, to, meetings: [] };
      ties.set(`${from}\n${to}`, tie);
      tie.meetings.push({
        entry: index + 1,
        date: meeting.date,
        held: isHeld(meeting),
        several: meeting.status === 'recurring',
      });
    }
  }
  if (ties.size === 0) return null;
  // People before posts, bodies and governments.
  const ranked = [...nodes].sort(
    ([, a], [, b]) =>
      Number(b.asked) - Number(a.asked) || Number(b.person) - Number(a.person) || b.meetings - a.meetings,
  );
  const drawn = ranked.slice(0, MOST_NODES);
  const place = new Map(drawn.map(([key], at) => [key, at]));
  const shown = [...ties.values()].filter(({ from, to }) => place.has(from) && place.has(to));
  const named = (key: string) => nodes.get(key)?.name ?? key;
  const picture: NetworkPicture = {
    is: 'network',
    language: words.language,
    heading,
    nodes: drawn.map(([, { meetings: _, ...node }]) => node),
    edges: shown.map((tie) => edgeOf(tie, place)),
    alt: altText(
      words.say('{heading}: a network of {n} names.', { heading, n: drawn.length }),
      [...shown].sort((a, b) => b.meetings.length - a.meetings.length).map((tie) => inWords(tie, named, words)),
      words,
    ),
  };
  return { picture, leftOut: ranked.length - drawn.length };
}

interface Tie {
  readonly from: string;
  readonly to: string;
  readonly meetings: {
    readonly entry: number;
    readonly date: Edtf | null;
    readonly held: boolean;
    readonly several: boolean;
  }[];
}

const isHeld = ({ status }: Meeting): boolean => status === 'held' || status === 'recurring';

/** One person is one node, however spelled; whoever is no actor of the archive goes by name. */
const keyOf = ({ actor, kind, name }: MeetingParticipant): string => actor ?? `${kind} ${foldName(name)}`;

const countryOf = ({ kind, country, name }: MeetingParticipant): string | null =>
  country ?? (kind === 'country' ? name : null);

function pairs({ participants }: Meeting): [MeetingParticipant, MeetingParticipant][] {
  const once = [...new Map(participants.map((one) => [keyOf(one), one])).values()];
  const sides = new Set(once.map(countryOf).filter((country) => country !== null));
  const isOneSide = (a: MeetingParticipant, b: MeetingParticipant) =>
    sides.size > 1 && countryOf(a) !== null && countryOf(a) === countryOf(b);
  return once.flatMap((a, i) =>
    once.slice(i + 1).flatMap((b): [MeetingParticipant, MeetingParticipant][] => (isOneSide(a, b) ? [] : [[a, b]])),
  );
}

function countIn(
  nodes: Map<string, NetworkNode & { meetings: number }>,
  one: MeetingParticipant,
  asked: { readonly actors: ReadonlySet<ActorId>; readonly countries: ReadonlySet<string> },
): void {
  const known = nodes.get(keyOf(one));
  nodes.set(keyOf(one), {
    name: known?.name ?? one.name,
    country: known?.country ?? countryOf(one),
    person: one.kind === 'person',
    asked:
      (one.actor !== null && asked.actors.has(one.actor)) || (one.kind === 'country' && asked.countries.has(one.name)),
    meetings: (known?.meetings ?? 0) + 1,
  });
}

function edgeOf({ from, to, meetings }: Tie, place: ReadonlyMap<string, number>): NetworkEdge {
  const held = meetings.filter((one) => one.held).length;
  return {
    from: place.get(from) ?? 0,
    to: place.get(to) ?? 0,
    held,
    planned: meetings.length - held,
    entries: [...new Set(meetings.map(({ entry }) => entry))],
  };
}

/** "Sergei Lavrov met Fuad Hussein twice" would hide when: the last date is given. */
function inWords({ from, to, meetings }: Tie, named: (key: string) => string, words: Words): string {
  const names = { one: named(from), other: named(to) };
  const held = meetings.filter((one) => one.held);
  if (held.length === 0) return words.say('{one} and {other}: only planned.', names);
  const last = held.findLast(({ date }) => date !== null)?.date;
  const when = last ? words.date(last) : words.say('date not stated');
  if (held.some(({ several }) => several))
    return words.say('{one} met {other} (several times, last {when}).', { ...names, when });
  return words.say('{one} met {other} ({n} times, last {when}).', { ...names, when, n: held.length });
}
