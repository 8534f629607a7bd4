import type { Actor, ActorMention, Archive, Meeting } from '../archive/archive.ts';
import { byDate, type Edtf } from '../text/edtf.ts';
import type { Citation, Entry, Run } from './answer.ts';
import { type Bibliography, sentence, strong, text } from './citations/bibliography.ts';
import { quotationsOnce } from './entries/distinct-quotations.ts';
import { byOccasion } from './entries/occasions.ts';
import { quotationEntry } from './entries/quotation.ts';
import { strongestFirst } from './entries/strength.ts';
import type { MentionsPicture } from './picture.ts';
import { mentionsByMonth } from './pictures/mentions.ts';

const MOST_ROLES = 4;
/** A post that so many times fewer articles give than the best known one is how one of them put it. */
const SELDOM = 4;
const MOST_SPELLINGS = 6;
const MOST_OUTLETS = 6;
/** Whom they met most: so many, counted over so many of the latest meetings. */
const MOST_MET = 5;
const MEETINGS_COUNTED = 500;
/** Of so many of the latest articles: mentions by month, outlets, and a sentence that says who it is. */
const ARTICLES_COUNTED = 2000;
/** Of each of several, so many of the latest mentions are looked through for a sentence that says who it is. */
const MENTIONS_LOOKED_AT = 40;
/** What was said lately: so many, of so many looked through. */
const MOST_SAID = 3;
const SAID_LOOKED_AT = 40;

/** What the archive knows of one person or body. */
export interface PersonCard {
  /** Names, posts, when and where they are told of, and the latest sentence that says who it is; null where no article mentions them. */
  readonly who: Entry | null;
  /** Whom they met most, and what they said lately. */
  readonly further: readonly Entry[];
  readonly picture: MentionsPicture | null;
}

export async function personCard(actor: Actor, archive: Archive, sources: Bibliography): Promise<PersonCard> {
  const mentions = await archive.mentions(actor.id, ARTICLES_COUNTED, 'latest');
  return {
    who: await whoEntry(actor, mentions, archive, sources),
    further: [...(await metMost(actor, archive, sources)), ...(await saidLately(actor, archive, sources))],
    picture: mentionsByMonth(actor.name, datesOf(mentions), sources.words),
  };
}

/** Of several that may be meant, who each of them is. */
export async function whoEntries(actors: readonly Actor[], archive: Archive, sources: Bibliography): Promise<Entry[]> {
  const entries: (Entry | null)[] = [];
  for (const actor of actors) {
    const mentions = await archive.mentions(actor.id, MENTIONS_LOOKED_AT, 'latest');
    entries.push(await whoEntry(actor, mentions, archive, sources));
  }
  return entries.filter((entry) => entry !== null);
}

async function whoEntry(
  actor: Actor,
  mentions: readonly ActorMention[],
  archive: Archive,
  sources: Bibliography,
): Promise<Entry | null> {
  const { words } = sources;
  const known =
    mentions.findLast((one) => saysWho(one) && isDated(one)) ?? mentions.findLast(saysWho) ?? mentions.at(-1);
  if (!known) return null;
  const shown = await sources.cutSentence(known.card, known.sentence);
  const roles = await rolesOf(actor, archive, sources);
  const others = actor.spellings.filter((one) => one !== actor.name).slice(0, MOST_SPELLINGS);
  const dates = datesOf(mentions);
  const [first, last] = [dates[0] ?? null, dates.at(-1) ?? null];
  const counts = [
    words.say('{n} articles', { n: actor.articles }),
    words.say('{n} meetings', { n: actor.meetings }),
    words.say('{n} quotations', { n: actor.quotations }),
    first &&
      last &&
      (first === last
        ? words.date(first)
        : words.say('{from} to {to}', { from: words.date(first), to: words.date(last) })),
  ].filter((one) => typeof one === 'string');
  return {
    title: [strong(actor.name)],
    body: [
      ...roles.map(({ line }) => [line]),
      [text(counts.join(' · '))],
      [text(words.say('Most in {outlets}.', { outlets: outletsOf(mentions).join(', ') }))],
      ...(others.length > 0 ? [[text(words.say('Also written {names}', { names: others.join(' · ') }))]] : []),
      [sentence(shown.words)],
    ],
    citations: [shown.citation, ...roles.flatMap(({ citation }) => citation ?? [])],
  };
}

/** Their posts, each with the dates between which articles give it and the first article that does. */
async function rolesOf(actor: Actor, archive: Archive, sources: Bibliography) {
  const { words } = sources;
  const most = Math.max(...actor.roles.map(({ articles }) => articles));
  const kept = actor.roles.filter(({ articles }) => articles * SELDOM >= most).slice(-MOST_ROLES);
  return Promise.all(
    kept.map(async ({ role, when, until, article }): Promise<{ line: Run; citation: Citation | null }> => {
      const between = [when, until].filter((date, at) => date !== null && (at === 0 || date !== when));
      const dates = between.map((date) => (date ? words.date(date) : '')).join(' – ');
      const stored = await archive.article(article);
      return { line: text([role, dates].filter(Boolean).join(', ')), citation: stored && sources.cite(stored.card) };
    }),
  );
}

/** The outlets that tell of them, with how many articles each: those with the most first. */
function outletsOf(mentions: readonly ActorMention[]): string[] {
  const articles = new Map(mentions.map(({ card }) => [card.id, card.outlet.name]));
  const counts = new Map<string, number>();
  for (const outlet of articles.values()) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_OUTLETS);
  return most.map(([outlet, n]) => `${outlet} (${n})`);
}

/** When the articles came out that mention them, each article once, oldest first. */
function datesOf(mentions: readonly ActorMention[]): Edtf[] {
  const articles = new Map(mentions.map(({ card }) => [card.id, card.published?.date ?? null]));
  return [...articles.values()].filter((date) => date !== null).sort(byDate);
}

async function metMost(actor: Actor, archive: Archive, sources: Bibliography): Promise<Entry[]> {
  const { words } = sources;
  const meetings = await archive.meetings({ actors: [actor.id] }, MEETINGS_COUNTED);
  const met = new Map<string, { name: string; meetings: Meeting[] }>();
  for (const meeting of meetings.filter(({ status }) => status === 'held'))
    for (const { actor: id, name, kind } of meeting.participants) {
      if (id === null || id === actor.id || kind !== 'person') continue;
      met.set(id, {
        name: met.get(id)?.name ?? (await archive.actor(id))?.name ?? name,
        meetings: [...(met.get(id)?.meetings ?? []), meeting],
      });
    }
  const most = [...met.values()].sort((a, b) => b.meetings.length - a.meetings.length).slice(0, MOST_MET);
  if (most.length === 0) return [];
  const latest = most.flatMap(({ meetings: held }) => held.at(-1)?.evidence[0] ?? []);
  const cited = await Promise.all(latest.map(({ card, sentence: where }) => sources.cutSentence(card, where)));
  return [
    {
      title: [strong(words.say('Met most'))],
      body: [[text(most.map(({ name, meetings: held }) => `${name} (${held.length})`).join(', '))]],
      citations: cited.map(({ citation }) => citation),
    },
  ];
}

async function saidLately(actor: Actor, archive: Archive, sources: Bibliography): Promise<Entry[]> {
  const records = await archive.quotations({ speaker: actor.id }, SAID_LOOKED_AT);
  const said = records.filter(({ quotation: { kind, polarity } }) => kind !== 'indirect' && polarity === 'said');
  const bodies = new Map<string, string>();
  for (const { card } of said) bodies.set(card.id, await sources.body(card.id));
  const strongest = strongestFirst(await quotationsOnce(said, sources), bodies);
  const latest = strongest.toSorted((a, b) => byDate(b.record.date, a.record.date));
  const entries: Entry[] = [];
  for (const { record, copies, elsewhere } of latest.slice(0, MOST_SAID))
    entries.push(await quotationEntry(record, archive, sources, copies, elsewhere));
  return byOccasion(entries);
}

const isDated = ({ card }: ActorMention): boolean => card.published !== null;
const saysWho = ({ mention }: ActorMention): boolean => mention.role !== null;
