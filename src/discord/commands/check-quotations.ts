import { join } from 'node:path';
import type { Answer, Citable, Entry } from '../../answers/answer.ts';
import { strong, text } from '../../answers/citations/bibliography.ts';
import { NotUnderstood } from '../../answers/command.ts';
import { resolveParty } from '../../answers/find/parties.ts';
import type { Question } from '../../answers/question.ts';
import { found, nothing } from '../../answers/replies.ts';
import type { Archive } from '../../archive/archive.ts';
import { projectFolder } from '../../project/folder.ts';
import { loadModels, type ReadingModels } from '../../reading/models.ts';
import { markedStretches } from '../../reading/quotations/marks.ts';
import { read } from '../../reading/read.ts';
import { askQuestion } from '../../remote/ask.ts';
import { overlaps, slice } from '../../text/span.ts';
import { clipped } from '../render/escape.ts';
import type { BotWords } from '../words/words.ts';

/** A quotation in a message, and who the message says it is by. */
interface Claimed {
  readonly words: string;
  readonly who: string | null;
}

/** Discord's longest message has 4,000 characters, which hold no more quotations worth a look. */
const MOST_QUOTATIONS = 25;

/** Compares every quotation of a message with the archive. Throws `NotUnderstood` where there is none. */
export async function checkQuotations(message: string, archive: Archive, words: BotWords): Promise<Answer> {
  const claims = await claimsIn(message, archive);
  if (claims.length === 0)
    throw new NotUnderstood(words.say('That message has no quotation in it: nothing stands between quotation marks.'));
  const answers: Answer[] = [];
  for (const claim of claims) answers.push(await checked(claim, archive, words));
  return together(answers, {
    words,
    understood: words.say('the quotations of that message'),
    heading: words.say('Quotations checked: {n}', { n: claims.length }),
    because: '',
  });
}

/** What stands between marks, as the message has it. Single words in marks are no quotation where longer ones are there. */
async function claimsIn(message: string, archive: Archive): Promise<Claimed[]> {
  // Formatting would stand between a mark and its word.
  const plain = message.replace(/[*_~`|]+/g, '').replace(/^> ?/gm, '');
  const { sentences, quotations } = read({ text: plain, published: null, headline: null }, readingModels());
  const claims: Claimed[] = [];
  for (const stretch of markedStretches(plain, sentences)) {
    const said = quotations.find((one) => overlaps(one.words, stretch.words));
    const name = said?.speaker?.name ?? null;
    const party = name === null ? null : await resolveParty(name, archive);
    // A name that fits only after a correction may be somebody else's: then nobody is said to have said it.
    const known = party?.is === 'several' || (party?.is === 'actor' && !party.corrected);
    claims.push({ words: slice(plain, stretch.words).trim(), who: known ? name : null });
  }
  const longer = claims.filter((claim) => /\s/.test(claim.words));
  return (longer.length > 0 ? longer : claims).filter((claim) => /\p{L}/u.test(claim.words)).slice(0, MOST_QUOTATIONS);
}

let models: ReadingModels | null = null;
/** Loaded at first use: most bots never need them in this thread. */
function readingModels(): ReadingModels {
  models ??= loadModels(join(projectFolder, 'data'));
  return models;
}

/** The verdict on one quotation as an entry: what the message has, and what the archive has. */
async function checked({ words: quoted, who }: Claimed, archive: Archive, words: BotWords): Promise<Answer> {
  const question: Question = { command: 'verify', words: quoted, ...(who !== null && { who }) };
  const answer = await askQuestion(question, archive, words.language);
  const [nearest] = answer.entries;
  const verdict = answer.found ? answer.heading : words.say('Not here: these words stand in no article');
  const pasted = clipped(quoted, 500);
  const counted =
    who === null
      ? words.say('The message has: {pasted}', { pasted })
      : words.say('The message has, by {who}: {pasted}', { who, pasted });
  const entry: Entry = {
    title: [text(verdict)],
    body: [
      [text(counted)],
      ...(nearest ? [nearest.title.map((run) => (run.is === 'text' ? strong(run.text) : run)), ...nearest.body] : []),
    ],
    citations: nearest?.citations ?? [],
  };
  return { ...answer, found: true, entries: [entry] };
}

/** So much of what a message says must an article have, for it to be called its source. */
const SPEAKS_OF_IT = 0.4;
const MOST_ADDRESSES = 5;

/** Finds the articles that a message links to or speaks of. Throws `NotUnderstood` where it has no words. */
export async function findSources(message: string, archive: Archive, words: BotWords): Promise<Answer> {
  const addresses = [...new Set(message.match(/https?:\/\/[^\s<>)]+/g))].slice(0, MOST_ADDRESSES);
  // As plain words: what the search would take for operators is gone, as are mentions and emoji.
  const said = message
    .replace(/https?:\/\/\S+|<[@#:a][^>]*>/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}’'\s]+/gu, ' ')
    .trim();
  if (said === '' && addresses.length === 0)
    throw new NotUnderstood(words.say('That message has no words that I could look for.'));
  const linked = addresses.length === 0 ? [] : await archive.articles({ urls: addresses });
  const answers: Answer[] = [];
  for (const { id } of linked)
    answers.push(await askQuestion({ command: 'article', article: id }, archive, words.language));
  const { hits } = said === '' ? { hits: [] } : await archive.search(said, {}, 1);
  if (hits.some(({ coverage }) => coverage >= SPEAKS_OF_IT))
    answers.push(await askQuestion({ command: 'search', text: said, nearOnly: true }, archive, words.language));
  return together(answers, {
    words,
    understood: words.say('the articles that message speaks of'),
    heading: words.say('Where this may come from'),
    because: words.say('No article speaks of this.'),
  });
}

/** Several answers as one: their entries in order, each article once among the sources. */
function together(
  answers: readonly Answer[],
  parts: { readonly words: BotWords; readonly understood: string; readonly heading: string; readonly because: string },
): Answer {
  const sources: Citable[] = [];
  const numberOf = (source: Citable): number => {
    const at = sources.findIndex(({ article }) => article === source.article);
    return at >= 0 ? at + 1 : sources.push(source);
  };
  const entries = answers.flatMap((answer) =>
    answer.entries.map((entry): Entry => {
      const citations = entry.citations.flatMap((citation) => {
        const source = answer.sources[citation.source - 1];
        return source ? [{ ...citation, source: numberOf(source) }] : [];
      });
      return { ...entry, citations };
    }),
  );
  const { words, understood } = parts;
  const shared = { question: { command: 'help' } as const, words, understood, sources };
  return entries.length > 0
    ? found({ ...shared, heading: parts.heading, entries })
    : nothing({ ...shared, because: parts.because });
}
