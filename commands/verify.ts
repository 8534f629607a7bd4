import type { Answer, Entry, Run } from '../src/answers/answer.ts';
import {
  type Bibliography,
  bibliography,
  quotation,
  sentence,
  strong,
  text,
} from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { assumption, type Party, partyName, resolveParty } from '../src/answers/find/parties.ts';
import { provenance } from '../src/answers/plain.ts';
import type { QuestionFor } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { notSaid } from '../src/answers/verify/not-said.ts';
import { type Found, foundIn } from '../src/answers/verify/pasted.ts';
import { difference } from '../src/answers/verify/word-difference.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Actor, Archive, SimilarPassage } from '../src/archive/archive.ts';
import type { Polarity } from '../src/reading/reading.ts';
import { within } from '../src/text/span.ts';

/** Less alike than this, it is not worth a look. */
const NEAR = 0.3;
const CANDIDATES = 10;
/** What counts most first. */
const CLOSEST = ['exact', 'elided', 'altered'] as const satisfies readonly Found['is'][];

type VerifyQuestion = QuestionFor<'verify'>;

export const verify: Command<'verify'> = {
  name: 'verify',
  description: 'Did they really say that? Compares a quotation with the archive word by word',
  options: [
    { name: 'words', description: 'The quotation as you have it', required: true },
    { name: 'who', description: 'Who is supposed to have said it', required: false, completes: 'person' },
  ],
  question: ({ words: typed = '', who }) => ({ command: 'verify', words: typed, ...(who && { who }) }),
  answer,
};

async function answer(question: VerifyQuestion, archive: Archive, words: Words): Promise<Answer> {
  const party = question.who ? await resolveParty(question.who, archive) : null;
  const sources = bibliography(archive, words);
  const base = {
    question,
    words,
    understood: words.say('whether {name} said these words', {
      name: party ? partyName(party, words) : words.say('somebody'),
    }),
    assumed: [party && assumption(party, words)],
    sources: sources.sources,
  };
  const passages = bySimilarity(await archive.similarPassages(question.words, CANDIDATES), party);
  const matches: Found[] = [];
  for (const passage of passages) {
    const { id } = passage.card;
    const match = foundIn(question.words, passage, await sources.body(id), await sources.reading(id));
    if (match) matches.push(match);
  }
  const best = closestOf(matches);
  if (best) {
    const { verdict, entry } = await compared(question.words, best, party, archive, sources);
    // Of words that one article has as said, it counts that another has them as never said.
    const denied =
      best.marked?.polarity === 'said'
        ? closestOf(matches.filter(({ marked }) => marked?.polarity === 'denied'))
        : undefined;
    const against = denied && (await compared(question.words, denied, party, archive, sources));
    if (!against) return found({ ...base, heading: verdict, entries: [entry] });
    const note = [text(against.verdict)];
    return found({
      ...base,
      heading: `${verdict}. ${against.verdict}`,
      entries: [entry, { ...against.entry, body: [note, ...against.entry.body] }],
    });
  }
  const [nearest] = passages;
  const entries = nearest && nearest.similarity >= NEAR ? [await nearestEntry(nearest, archive, sources)] : [];
  return nothing({ ...base, because: words.say('These words stand in no article.'), entries });
}

/** What comes closest to the pasted words; of two as close, the one that was said. */
function closestOf(matches: readonly Found[]): Found | undefined {
  const said = (match: Found) => match.marked?.polarity === 'said';
  return CLOSEST.map((how) => matches.filter(({ is }) => is === how))
    .map((alike) => alike.find(said) ?? alike[0])
    .find((match) => match !== undefined);
}

/** The likest first; among the equally like, one that the supposed speaker said, then one between quotation marks. */
function bySimilarity(passages: readonly SimilarPassage[], party: Party | null): SimilarPassage[] {
  const worth = (passage: SimilarPassage) =>
    passage.similarity + (isBy(passage, party) ? 0.1 : 0) + (passage.quotation ? 0.05 : 0);
  return passages.toSorted((a, b) => worth(b) - worth(a));
}

const isBy = ({ speaker }: SimilarPassage, party: Party | null): boolean =>
  party !== null && speaker !== null && isOneOf(party, speaker);

/** The verdict, with the archive's words and, where they differ, each word struck out or added. */
async function compared(
  asked: string,
  { is, passage, stretch, marked, whole: where, interrupted, sentence: around }: Found,
  party: Party | null,
  archive: Archive,
  sources: Bibliography,
): Promise<{ verdict: string; entry: Entry }> {
  const { words: said } = sources;
  const exact = is !== 'altered';
  // Of indirect speech, and of a quotation broken off, whole sentences: without "he said" their words would look like one.
  const whole = await sources.cut(passage.card, where);
  const speaking = (marked ?? passage.quotation)?.speaker ?? null;
  const [speaker] = speaking ? await archive.findActors(speaking.name) : [];
  const name = speaking?.name ?? null;
  const another = party !== null && name !== null && !(speaker && isOneOf(party, speaker.actor.id));
  const source = sources.sources[whole.citation.source - 1];
  const shown = is === 'elided' ? [] : [stretch];
  const stored: Run = marked && !interrupted ? quotation(whole.words, shown) : sentence(whole.words, shown);
  const body: Run[][] = [[stored]];
  if (!exact) {
    const part = await sources.cut(passage.card, stretch);
    body.push([text(`${said.say('Compared')}: `), ...difference(asked, part.words.text)]);
    if (marked && !interrupted && around && !within(around, marked))
      body.push([text(`${said.say('In full')}: `), sentence((await sources.cut(passage.card, around)).words)]);
  }
  body.push([text([source && provenance(source, said), source?.translation].filter(Boolean).join(' · '))]);
  return {
    verdict: verdictOf({ exact, elided: is === 'elided', polarity: marked?.polarity ?? null, another, name }, said),
    entry: { title: [strong(name ?? said.say('speaker not named'))], body, citations: [whole.citation] },
  };
}

const isOneOf = (party: Party, id: Actor['id']): boolean =>
  (party.is === 'actor' && party.actor.id === id) ||
  (party.is === 'several' && party.actors.some((actor) => actor.id === id));

interface Findings {
  readonly exact: boolean;
  /** Exact but for what an ellipsis leaves out. */
  readonly elided: boolean;
  /** Null: the words stand between no marks. */
  readonly polarity: Polarity | null;
  readonly another: boolean;
  readonly name: string | null;
}

function verdictOf({ exact, elided, polarity, another, name }: Findings, words: Words): string {
  if (polarity === null)
    return words.say(
      exact
        ? 'Not a quotation: the words stand in the article, but not between quotation marks'
        : 'Not verbatim: only reported in the article’s own words',
    );
  const unsaid = notSaid(polarity, words);
  if (unsaid !== null) return unsaid;
  if (another && name !== null)
    return words.say(
      exact ? 'Verbatim, but somebody else said it: {name}' : 'Altered, but somebody else said it: {name}',
      { name },
    );
  if (elided) return words.say('Verbatim in the archive, with words left out where the ellipsis stands');
  return words.say(exact ? 'Verbatim in the archive' : 'Altered: not verbatim in the archive; this is the closest');
}

async function nearestEntry(passage: SimilarPassage, archive: Archive, sources: Bibliography): Promise<Entry> {
  const { words, citation } = await sources.cut(passage.card, passage.quotation?.words ?? passage.span);
  const speaker = passage.speaker ? await archive.actor(passage.speaker) : null;
  const nearest = sources.words.say('What comes nearest');
  const by = speaker && sources.words.say('by {name}', { name: speaker.name });
  const title = [text(by ? `${nearest}, ${by}` : nearest)];
  const marked = passage.quotation && passage.quotation.kind !== 'indirect';
  const unsaid = passage.quotation && notSaid(passage.quotation.polarity, sources.words);
  return {
    title,
    body: [[marked ? quotation(words) : sentence(words)], ...(unsaid ? [[text(unsaid)]] : [])],
    citations: [citation],
  };
}
