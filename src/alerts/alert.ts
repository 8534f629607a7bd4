import type { Answer, Entry } from '../answers/answer.ts';
import { type Bibliography, bibliography, sentence, strong, text } from '../answers/citations/bibliography.ts';
import { meetingEntry } from '../answers/entries/meeting.ts';
import { quotationEntry } from '../answers/entries/quotation.ts';
import { found } from '../answers/replies.ts';
import type { AnswerPhrase } from '../answers/words/de.ts';
import type { Words } from '../answers/words/words.ts';
import type { Archive } from '../archive/archive.ts';
import type { Edtf } from '../text/edtf.ts';
import type { Fact } from './matching.ts';
import { allWatched, type Watch } from './watch.ts';

/** How many reports of one meeting an alert shows. */
const MAX_REPORTS = 3;

/** New facts as an answer to be sent: one alone, several as a digest; `more` are only counted. */
export async function alertOf(
  facts: readonly Fact[],
  watches: readonly Watch[],
  more: number,
  archive: Archive,
  words: Words,
): Promise<Answer> {
  const sources = bibliography(archive, words);
  const entries: Entry[] = [];
  for (const fact of facts) entries.push(await entryOf(fact, archive, sources));
  const [first] = facts;
  const heading =
    facts.length + more === 1 && first
      ? words.say(HEADINGS[first.is])
      : words.say('{n} new in the archive', { n: facts.length + more });
  const left = more > 0 ? words.say('… and {n} more: ask for them with /met, /quote or /search.', { n: more }) : '';
  return found({
    // Of the commands there are, the one that shows what came in last.
    question: { command: 'sources' },
    words,
    understood: words.say('what is watched: {what}', { what: allWatched(watches, words) }),
    heading,
    lead: left ? [text(left)] : [],
    entries,
    sources: sources.sources,
  });
}

const HEADINGS = {
  meeting: 'A new meeting in the archive',
  quotation: 'A new quotation in the archive',
  article: 'A new article in the archive',
} as const satisfies Record<Fact['is'], AnswerPhrase>;

/** When it was; of an article, when it came out. */
export function factDate(fact: Fact): Edtf | null {
  if (fact.is === 'meeting') return fact.meeting.date;
  return (fact.is === 'quotation' ? fact.record.date : fact.card.published?.date) ?? null;
}

async function entryOf(fact: Fact, archive: Archive, sources: Bibliography): Promise<Entry> {
  if (fact.is === 'quotation') return quotationEntry(fact.record, archive, sources);
  if (fact.is === 'article') return articleEntry(fact, sources);
  const { meeting, planned } = fact;
  const entry = await meetingEntry({ ...meeting, evidence: meeting.evidence.slice(0, MAX_REPORTS) }, false, sources);
  const [announced] = planned?.evidence ?? [];
  if (!announced) return entry;
  const { words, citation } = await sources.cutSentence(announced.card, announced.sentence);
  const change = text(
    sources.words.say('It had been planned, and is now reported as held. This was the earlier report:'),
  );
  return {
    ...entry,
    body: [...entry.body, [change], [sentence(words)]],
    citations: [...entry.citations, citation],
  };
}

async function articleEntry({ card, place }: Extract<Fact, { is: 'article' }>, sources: Bibliography): Promise<Entry> {
  const title = [strong(card.headline ?? card.file)];
  if (place === null) return { title, body: [], citations: [sources.cite(card)] };
  const { words, citation } = await sources.cutSentence(card, place.sentence);
  return { title, body: [[sentence(words, [place.at])]], citations: [citation] };
}
