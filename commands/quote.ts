import type { Answer, Entry } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, sentence, text } from '../src/answers/citations/bibliography.ts';
import type { Command } from '../src/answers/command.ts';
import { quotationsOnce } from '../src/answers/entries/distinct-quotations.ts';
import { byOccasion } from '../src/answers/entries/occasions.ts';
import { quotationEntry, speakerLine } from '../src/answers/entries/quotation.ts';
import { strongestFirst } from '../src/answers/entries/strength.ts';
import { mentioned } from '../src/answers/find/nearest.ts';
import {
  assumption,
  fullPartyName,
  introduced,
  type Party,
  partyName,
  resolveParty,
} from '../src/answers/find/parties.ts';
import { provenance } from '../src/answers/plain.ts';
import type { QuoteQuestion } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { periodInWords, periodOption } from '../src/answers/understand/periods.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Actor, Archive, QuotationFilter, QuotationRecord } from '../src/archive/archive.ts';
import { spend } from '../src/text/work.ts';

export const quote: Command<'quote'> = {
  name: 'quote',
  description: 'What somebody said, word for word, with the source',
  options: [
    { name: 'who', description: 'A person, or a body such as a ministry', required: false, completes: 'person' },
    { name: 'about', description: 'Words of the quotation, or what it is about', required: false },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
    { name: 'outlet', description: 'Only as reported by this outlet', required: false, completes: 'outlet' },
  ],
  question: ({ who, about, outlet, ...dates }, today, words) => ({
    command: 'quote',
    ...(who && { who }),
    ...(about && { about }),
    ...(outlet && { outlet }),
    ...periodOption(dates, today, words),
  }),
  answer: async (...asked) => {
    const whole = await quotations(...asked);
    return whole.found ? { ...whole, entries: byOccasion(whole.entries) } : whole;
  },
};

/** Every quotation as an entry of its own, the strongest first. */
export async function quotations(question: QuoteQuestion, archive: Archive, words: Words): Promise<Answer> {
  const party = question.who ? await resolveSpeaker(question.who, archive) : null;
  const sources = bibliography(archive, words);
  const base = {
    question,
    words,
    understood: understood(question, party, words),
    assumed: [party && assumption(party, words)],
    sources: sources.sources,
    choices: choices(question, party, words),
  };
  if (party?.is === 'unknown')
    return nothing({ ...base, because: words.say('The archive knows nobody called {name}.', { name: party.typed }) });
  if (party?.is === 'country')
    return nothing({
      ...base,
      because: words.say('No words are attributed to {name}.', { name: words.country(party.country) }),
    });

  const { records, notShown } = await recordsOf(question, party, archive);
  const verbatim = records.filter(isVerbatim);
  const indirect = oncePerSentence(records.filter((record) => !isVerbatim(record)));
  const reported = question.reported ? indirect : [];
  if (verbatim.length + reported.length === 0) {
    const { because, entries } = await nearestMiss(question, party, records, archive, sources);
    return nothing({ ...base, because, entries });
  }
  const entries: Entry[] = [];
  const bodies = new Map<string, string>();
  for (const { card } of verbatim) bodies.set(card.id, await sources.body(card.id));
  const once = strongestFirst(await quotationsOnce(verbatim, sources), bodies);
  for (const { record, copies, elsewhere } of once)
    if (entries.length === 0 || spend(LAID_OUT))
      entries.push(await quotationEntry(record, archive, sources, copies, elsewhere));
  for (const record of reported)
    if (entries.length === 0 || spend(LAID_OUT)) entries.push(await reportOf(record, archive, sources));
  const unsaid = indirect.length - reported.length;
  const lead = [
    unsaid > 0 && party && words.say('Also reported {n} times in indirect speech, not word for word.', { n: unsaid }),
  ].filter((line) => typeof line === 'string');
  const number = [
    once.length > 0 && words.say('{n} quotations', { n: once.length }),
    reported.length > 0 && words.say('{n} reports in indirect speech', { n: reported.length }),
  ].filter((part) => typeof part === 'string');
  return found({
    ...base,
    assumed: [
      ...base.assumed,
      notShown > 0 ? words.say('{n} more events left out: ask about a shorter time', { n: notShown }) : null,
    ],
    heading: `${words.list(number, 'and')}: ${base.understood}`,
    lead: lead.length > 0 ? [text(lead.join(' '))] : [],
    entries,
  });
}

/** What laying one out costs, in units of work. */
const LAID_OUT = 20;

/** How many quotations and reports of each speaker are looked through for the verbatim ones; nobody pages through more. */
const MAX_SHOWN = 200;

const isVerbatim = ({ quotation: { kind } }: QuotationRecord): boolean => kind !== 'indirect';

/** "The strike, she said, will go on": one report, though it is read in two parts. */
function oncePerSentence(records: readonly QuotationRecord[]): QuotationRecord[] {
  const seen = new Set<string>();
  return records.filter(({ card, sentence: { start }, quotation: { speaker } }) => {
    const report = `${card.id} ${start} ${speaker?.name}`;
    if (seen.has(report)) return false;
    seen.add(report);
    return true;
  });
}

/** A country speaks too ("Iraq confirmed"): where a body bears its name, that body is meant. */
async function resolveSpeaker(who: string, archive: Archive): Promise<Party> {
  const party = await resolveParty(who, archive);
  if (party.is !== 'country') return party;
  const [body] = (await archive.findActors(party.country)).filter(({ how }) => how === 'same');
  return body ? { is: 'actor', actor: body.actor, typed: who, corrected: false } : party;
}

async function recordsOf(
  { about, since, until, outlet }: QuoteQuestion,
  party: Party | null,
  archive: Archive,
): Promise<{ readonly records: readonly QuotationRecord[]; readonly notShown: number }> {
  const where: QuotationFilter = {
    ...(about && { about }),
    ...(since && { since }),
    ...(until && { until }),
    ...(outlet && { outlet }),
  };
  const speakers = party?.is === 'actor' ? [party.actor] : party?.is === 'several' ? party.actors : [];
  const filters = speakers.length === 0 ? [where] : speakers.map(({ id }) => ({ ...where, speaker: id }));
  const lists = await Promise.all(filters.map((filter) => archive.quotations(filter, MAX_SHOWN)));
  const records = lists.flat();
  if (lists.every(({ length }) => length < MAX_SHOWN)) return { records, notShown: 0 };
  const counts = await Promise.all(filters.map((filter) => archive.countQuotations(filter)));
  return { records, notShown: counts.reduce((sum, one) => sum + one, 0) - records.length };
}

/** Words reported without quotation marks: the article's own sentence. */
async function reportOf(record: QuotationRecord, archive: Archive, sources: Bibliography): Promise<Entry> {
  const { words: said } = sources;
  const { words, citation } = await sources.cutSentence(record.card, record.sentence);
  const source = sources.sources[citation.source - 1];
  return {
    title: [
      ...(await speakerLine(record, source?.published ?? null, archive, said)),
      text(`, ${said.say('in indirect speech')}`),
    ],
    body: [[sentence(words)], [text(source ? provenance(source, said) : '')]],
    citations: [citation],
  };
}

/** Nothing verbatim: what is reported of them indirectly, else where they are mentioned. */
async function nearestMiss(
  question: QuoteQuestion,
  party: Party | null,
  indirect: readonly QuotationRecord[],
  archive: Archive,
  sources: Bibliography,
): Promise<{ because: string; entries: Entry[] }> {
  const { words: said } = sources;
  const which = [
    party && said.say('of {who}', { who: fullPartyName(party, said) }),
    question.about && said.say('about {topic}', { topic: question.about }),
    periodInWords(question, said),
  ]
    .filter(Boolean)
    .join(' ');
  const because = which ? said.say('No words {which} are quoted.', { which }) : said.say('No words are quoted.');
  const [nearest] = indirect;
  if (nearest && party) {
    const { words, citation } = await sources.cutSentence(nearest.card, nearest.sentence);
    const title = [text(said.say('Reported in indirect speech'))];
    const entry = { title, body: [[sentence(words)]], citations: [citation] };
    return { because, entries: [entry] };
  }
  return { because, entries: party ? await mentioned([party], archive, sources) : [] };
}

function understood(question: QuoteQuestion, party: Party | null, words: Words): string {
  const { about: topic, outlet } = question;
  return [
    party ? words.say('what {name} said', { name: partyName(party, words) }) : words.say('quotations'),
    topic && words.say(party ? 'about {topic}' : 'with the words {topic}', { topic }),
    outlet && words.say('in {outlet}', { outlet }),
    periodInWords(question, words),
  ]
    .filter(Boolean)
    .join(' ');
}

function choices(question: QuoteQuestion, party: Party | null, words: Words): Answer['choices'] {
  const actors: readonly Actor[] = party?.is === 'several' ? party.actors : [];
  return actors.map((actor) => ({ label: introduced(actor, words), question: { ...question, who: actor.name } }));
}
