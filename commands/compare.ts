import type { Answer, Entry } from '../src/answers/answer.ts';
import { type Bibliography, bibliography, sentence, strong, text } from '../src/answers/citations/bibliography.ts';
import { copyNotes, originalOf } from '../src/answers/citations/copies.ts';
import type { Command } from '../src/answers/command.ts';
import { agreement, type OutletReport, reportIn } from '../src/answers/compare/agreement.ts';
import { type ArticlePassages, articlesOnEvent, articlesOnMeeting } from '../src/answers/compare/find-articles.ts';
import { mentioned } from '../src/answers/find/nearest.ts';
import { assumption, partyName, resolveParty } from '../src/answers/find/parties.ts';
import type { AboutQuestion } from '../src/answers/question.ts';
import { found, nothing } from '../src/answers/replies.ts';
import { periodInWords, periodOption } from '../src/answers/understand/periods.ts';
import type { Words } from '../src/answers/words/words.ts';
import type { Archive, ArticleCard } from '../src/archive/archive.ts';
import { byDate } from '../src/text/edtf.ts';

type Question = AboutQuestion<'compare'>;

export const compare: Command<'compare'> = {
  name: 'compare',
  description: 'How several outlets tell of one meeting or event, side by side, and where they differ',
  options: [
    { name: 'about', description: 'The meeting or event: joint patrols in the strait', required: true },
    { name: 'since', description: 'From this date on: 2015, 2015-11, 13 November 2015', required: false },
    { name: 'until', description: 'Up to this date', required: false },
  ],
  question: ({ about = '', ...dates }, today, words) => ({
    command: 'compare',
    about,
    ...periodOption(dates, today, words),
  }),
  answer,
};

async function answer(question: Question, archive: Archive, words: Words): Promise<Answer> {
  const sources = bibliography(archive, words);
  const about = question.about.replaceAll('"', '').trim();
  const period = periodInWords(question, words);
  const base = {
    question,
    words,
    understood: [words.say('how outlets report {about}', { about }), period].filter(Boolean).join(' '),
    sources: sources.sources,
  };
  const party = await resolveParty(about, archive);
  const assumed = [assumption(party, words)];
  const meeting = await articlesOnMeeting(question, party, archive, sources);
  if (!meeting && party.is !== 'unknown') {
    const because = words.say(
      'No meeting of {name} is reported by several articles. Name an event to compare: what happened, and where.',
      { name: partyName(party, words) },
    );
    return nothing({ ...base, assumed, because, entries: await mentioned([party], archive, sources) });
  }
  const places = meeting ?? (await articlesOnEvent(question, archive, sources));
  const cards = places.map(({ card }) => card);
  const known = new Set((await archive.outlets(0)).map(({ outlet }) => outlet.name));
  const reports: OutletReport[] = [];
  // An outlet that prints another's text reports nothing of its own: each text counts for its source, else for who printed it first.
  for (const { card, sentences } of firstOfEach([...places].sort((a, b) => byDate(dateOf(a.card), dateOf(b.card)))))
    reports.push(
      await named(
        reportIn(card, await sources.body(card.id), await sources.reading(card.id), sentences, known),
        archive,
      ),
    );
  if (reports.length === 0)
    return nothing({
      ...base,
      assumed,
      because: words.say('No article reports {about}.', { about: `${about} ${period}`.trim() }),
    });
  const entries: Entry[] = [];
  for (const report of reports) entries.push(await entryOf(report, sources));
  const copies = await copyNotes(cards, sources);
  if (reports.length === 1)
    return nothing({
      ...base,
      assumed,
      because: [words.say('Only one article reports {about}: nothing to compare.', { about }), ...copies].join(' '),
      entries,
    });
  const outlets = new Set(reports.map(({ card }) => card.outlet.name)).size;
  return found({
    ...base,
    assumed,
    heading: words.say('{about}: {reports} by {outlets}', {
      about,
      reports: words.say('{n} reports', { n: reports.length }),
      outlets: words.say('{n} outlets', { n: outlets }),
    }),
    entries: [
      {
        title: [text(words.say('Where they agree, and where not'))],
        body: [...agreement(reports, words), ...copies.map((one) => [text(one)])],
        citations: [],
      },
      ...entries,
    ],
  });
}

/** Who is one for the archive has one name, however each report writes it. */
async function named(report: OutletReport, archive: Archive): Promise<OutletReport> {
  const who = await Promise.all(
    report.who.map(async (name) => {
      const party = await resolveParty(name, archive);
      return party.is === 'actor' && !party.corrected ? party.actor.name : name;
    }),
  );
  return { ...report, who: [...new Set(who)] };
}

/** Of the articles that print one text, one. */
function firstOfEach(places: readonly ArticlePassages[]): ArticlePassages[] {
  const bySource = new Map<string, ArticlePassages>();
  for (const place of places) {
    const known = bySource.get(originalOf(place.card));
    if (!known || (known.card.copyOf !== null && place.card.copyOf === null))
      bySource.set(originalOf(place.card), place);
  }
  return [...bySource.values()];
}

const dateOf = ({ published }: ArticleCard) => published?.date ?? null;

async function entryOf(
  { card, sentences, dates, places, who, numbers }: OutletReport,
  sources: Bibliography,
): Promise<Entry> {
  const { words } = sources;
  const cuts = [];
  for (const where of sentences) cuts.push(await sources.cutSentence(card, where));
  const { outlet } = card;
  const kind = words.say(outlet.kind === 'unreviewed' ? 'unreviewed outlet' : outlet.kind);
  const facts = [
    `${words.say('When')}: ${dates.map(words.date).join(', ') || words.say('not stated')}`,
    `${words.say('Where')}: ${places.join(', ') || words.say('not stated')}`,
    who.length > 0 && `${words.say('Who')}: ${words.list(who, 'and')}`,
    numbers.length > 0 && `${words.say('How many')}: ${numbers.join(', ')}`,
  ].filter((fact) => typeof fact === 'string');
  const published = dateOf(card);
  return {
    title: [
      strong(outlet.name),
      text(
        ` · ${kind}${outlet.country ? ` (${words.country(outlet.country)})` : ''} · ${published ? words.date(published) : words.say('date unknown')}`,
      ),
    ],
    body: [...cuts.map((cut) => [sentence(cut.words)]), [text(facts.join(' · '))]],
    citations: cuts.map(({ citation }) => citation),
  };
}
