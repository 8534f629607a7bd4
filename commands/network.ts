import type { Answer, Entry } from '../src/answers/answer.ts';
import { bibliography, text } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { meetingEntry } from '../src/answers/entries/meeting.ts';
import { meetingsOf } from '../src/answers/find/meetings.ts';
import { mentioned } from '../src/answers/find/nearest.ts';
import { assumption, introduced, type Party, partyName, resolveParty } from '../src/answers/find/parties.ts';
import { type Network, networkOf } from '../src/answers/pictures/network.ts';
import type { NetworkQuestion } from '../src/answers/question.ts';
import { asHeading, found, nothing } from '../src/answers/replies.ts';
import { periodInWords, periodOption } from '../src/answers/understand/periods.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, Meeting } from '../src/archive/archive.ts';

export const network: Command<'network'> = {
  name: 'network',
  description: 'Who met whom as a picture, with the sentences that say so',
  options: [
    { name: 'person', description: 'A person, body or country', required: false, completes: 'person' },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
  ],
  question: ({ person, ...dates }, today, words) => ({
    command: 'network',
    ...(person && { person }),
    ...periodOption(dates, today, words),
  }),
  answer,
};

async function answer(question: NetworkQuestion, archive: Archive, words: Words): Promise<Answer> {
  const { person, since, until } = question;
  const party = person ? await resolveParty(person, archive) : null;
  const sources = bibliography(archive, words);
  const who = party ? words.say('who met {name}', { name: partyName(party, words) }) : words.say('who met whom');
  const asked = [who, periodInWords(question, words)].filter(Boolean).join(' ');
  const heading = asHeading(asked);
  const base = {
    question,
    words,
    understood: words.say('network: {asked}', { asked }),
    sources: sources.sources,
    choices: party?.is === 'several' ? party.actors.map((actor) => choice(question, actor, words)) : [],
  };
  const taken = [party && assumption(party, words)];
  if (party?.is === 'unknown')
    return nothing({
      ...base,
      because: words.say('The archive knows nobody called {name}.', { name: party.typed }),
      assumed: taken,
    });

  const where = { ...(since && { since }), ...(until && { until }) };
  const { meetings: all, count } = await meetingsOf(party ? [party] : [], where, archive, MOST_LOOKED_AT);
  const notShown = count - all.length;
  const overall = networkOf(all, askedIn(party), heading, words);
  const meetings = evidenceOf(all, overall);
  const drawn = overall && networkOf(meetings, askedIn(party), heading, words);
  if (!overall || !drawn) {
    const entries = party ? await mentioned([party], archive, sources) : [];
    return nothing({ ...base, because: noMeeting(party, question, words), assumed: taken, entries });
  }
  const entries: Entry[] = [];
  for (const [index, meeting] of meetings.entries()) {
    const entry = await meetingEntry(meeting, false, sources);
    entries.push({ ...entry, title: [text(`${index + 1} · `), ...entry.title] });
  }
  const undone = meetings.filter(({ status }) => status === 'called-off' || status === 'denied').length;
  return found({
    ...base,
    heading,
    entries,
    picture: drawn.picture,
    assumed: [
      ...taken,
      notShown > 0 ? words.say('{n} more events left out: ask about a shorter time', { n: notShown }) : null,
      undone > 0 ? words.say('{n} meetings called off or denied: listed below, not drawn', { n: undone }) : null,
      overall.leftOut > 0
        ? words.say('drew those who met most often; {n} names had no room', { n: overall.leftOut })
        : null,
    ],
  });
}

/** So many of the latest meetings make a network. */
const MOST_LOOKED_AT = 500;
/** Evidence beyond this nobody pages through. */
const MOST_MEETINGS = 300;

/** The meetings that the picture draws, and those that came to nothing; the latest where there are too many. */
function evidenceOf(all: readonly Meeting[], drawn: Network | null): readonly Meeting[] {
  const numbers = new Set(drawn?.picture.edges.flatMap(({ entries }) => entries));
  const isShown = ({ status }: Meeting, index: number) =>
    numbers.has(index + 1) || status === 'called-off' || status === 'denied';
  return all.filter(isShown).slice(-MOST_MEETINGS);
}

const choice = (question: NetworkQuestion, actor: Parameters<typeof introduced>[0], words: Words) => ({
  label: introduced(actor, words),
  question: { ...question, person: actor.name },
});

const askedIn = (party: Party | null) => ({
  actors: new Set(
    party?.is === 'actor' ? [party.actor.id] : party?.is === 'several' ? party.actors.map(({ id }) => id) : [],
  ),
  countries: new Set(party?.is === 'country' ? [party.country] : []),
});

function noMeeting(party: Party | null, question: NetworkQuestion, words: Words): string {
  const which = [party && words.say('of {who}', { who: partyName(party, words) }), periodInWords(question, words)]
    .filter(Boolean)
    .join(' ');
  return which
    ? words.say('No meeting {which} is reported in which two are named.', { which })
    : words.say('No meeting is reported in which two are named.');
}
