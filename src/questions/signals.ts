import type { Archive } from '../archive/archive.ts';
import type { Candidate } from './find.ts';
import type { AskedQuestion } from './question.ts';

/** What tells whether the sentences found answer the question, in the order of the weights. */
export const SIGNALS = [
  'one',
  'score',
  'lead over the tenth',
  'coverage',
  'names covered',
  'topic covered',
  'coverage by neighbours',
  'coverage by article',
  'all names in one article',
  'rarest word missing',
  'words unknown',
  'number wanted and missing',
  'number wanted and there',
  'date wanted and there',
  'place wanted and there',
  'place wanted and missing',
  'person wanted and there',
  'person wanted and missing',
  'cause wanted and there',
  'cause wanted and missing',
  'speaker never quoted',
  'speaker quoted on it',
  'words wanted of nobody found',
  'two parties met',
  'two parties never met',
  'time asked and other',
  'check',
] as const;

/** So many of the best sentences are looked at. */
const LOOKED_AT = 3;
const MEETINGS_LOOKED_AT = 12;
/** Of three who are named, two. */
const MOST_OF_THEM = 0.66;

export async function signalsOf(
  question: AskedQuestion,
  ranked: readonly Candidate[],
  archive: Archive,
): Promise<Float64Array> {
  const top = ranked.slice(0, LOOKED_AT);
  const best = top[0];
  const { wanted, units, links } = question;
  const feature = (name: string) => Math.max(0, ...top.map(({ values }) => values[name as keyof typeof values] ?? 0));
  const total = Math.max(
    1e-9,
    units.reduce((sum, { idf }) => sum + idf, 0),
  );
  const met = units.map((_, unit) =>
    Math.max(0, ...ranked.filter(({ article }) => article === best?.article).map((one) => one.met[unit] ?? 0)),
  );
  const missing = Math.max(0, ...units.map(({ idf }, unit) => idf * (1 - (met[unit] ?? 0))));
  const unknown = units.filter(
    ({ alternatives }) =>
      alternatives.length === 0 ||
      !alternatives.some(({ term }) => ranked.some((one) => one.sentence.terms.includes(term))),
  );
  const people = links.filter((link) => link.is === 'actors' || link.is === 'role');
  // "What do Sputnik and Press TV say about Lee?": it is they who speak.
  const speaker = wanted.words && !links.some(({ is }) => is === 'outlet') ? people[0] : undefined;
  const quoted = speaker ? await quotationsBy(speaker, archive) : 0;
  const pair = wanted.meeting && people.length >= 2;
  const meeting = Math.max(
    0,
    ...ranked
      .slice(0, MEETINGS_LOOKED_AT)
      .map(({ values }) => (values['meeting held'] > 0 ? values['meeting of those asked'] : 0)),
  );
  const flag = (is: boolean) => (is ? 1 : 0);
  const values: Readonly<Record<(typeof SIGNALS)[number], number>> = {
    one: 1,
    score: (best?.score ?? 0) / 10,
    'lead over the tenth': ((best?.score ?? 0) - (ranked[9]?.score ?? 0)) / 5,
    coverage: feature('coverage'),
    'names covered': feature('names covered'),
    'topic covered': feature('topic covered'),
    'coverage by neighbours': feature('neighbours'),
    'coverage by article': units.reduce((sum, { idf }, unit) => sum + idf * (met[unit] ?? 0), 0) / total,
    'all names in one article': feature('all names in article'),
    'rarest word missing': missing / 7,
    'words unknown': unknown.length / Math.max(1, units.length),
    'number wanted and missing': flag(wanted.number && feature('number wanted') === 0),
    'number wanted and there': feature('number beside its noun'),
    'date wanted and there': feature('date wanted'),
    'place wanted and there': feature('place wanted'),
    'place wanted and missing': flag(wanted.place && feature('place wanted') === 0),
    'person wanted and there': feature('person wanted'),
    'person wanted and missing': flag(wanted.person && feature('person wanted') === 0),
    'cause wanted and there': feature('cause wanted'),
    'cause wanted and missing': flag(wanted.cause && feature('cause wanted') === 0),
    'speaker never quoted': flag(speaker !== undefined && quoted === 0),
    'speaker quoted on it': Math.max(feature('words of the one asked'), feature('reported of the one asked')),
    'words wanted of nobody found': flag(
      wanted.words &&
        speaker !== undefined &&
        feature('words of the one asked') + feature('reported of the one asked') === 0,
    ),
    'two parties met': flag(pair && meeting >= MOST_OF_THEM),
    'two parties never met': flag(pair && meeting < MOST_OF_THEM),
    'time asked and other': feature('article out of period'),
    check: flag(wanted.check),
  };
  return Float64Array.from(SIGNALS, (name) => values[name]);
}

async function quotationsBy(
  link: Extract<AskedQuestion['links'][number], { actors: unknown }>,
  archive: Archive,
): Promise<number> {
  const counts = await Promise.all(link.actors.map(({ id }) => archive.countQuotations({ speaker: id })));
  return counts.reduce((sum, count) => sum + count, 0);
}
