import { POSTS } from '../roles/posts.ts';

/** Besides posts, what a person who meets somebody may be called. */
const CALLINGS = `caliph premier-designate pontiff delegate statesman aide artist poet writer actor actress singer musician composer
  painter philosopher architect astronaut soldier doctor teacher priest businessman campaigner dissident host guest
  opponent rival successor predecessor convener nun monk husband wife widow`;
/** People by what they are, mostly told in the plural. */
const PEOPLE = `officials members lawmakers parliamentarians commanders ministers negotiators diplomats delegates militants rebels elders
  clerics activists businessmen executives journalists leaders representatives experts advisers senators envoys
  heads chiefs generals officers families relatives mps staffers politicians allies partners counterparts people side sides
  parties factions men women donors investors veterans refugees voters students governors mayors aides colleagues
  authorities opponents foreign-ministers stakeholders ceos workers employees residents victims survivors scientists policemen
  soldiers police agents monks farmers fishermen traders`;
/** Bodies and groups that can sit at a table. */
const BODIES = `delegation delegations commission committee council ministry ministries government governments parliament cabinet group
  groups party union organisation organization agency board team mission missions embassy alliance bloc bank fund foundation
  company firms firm administration regime assembly senate congress movement militia opposition taliban army nations states
  countries coalition authority forum association federation league office department court church front junta presidency
  powers troika quartet panel body bodies watchdog taskforce squad staff family inspectors communities community`;

const set = (words: string) => new Set(words.split(/\s+/));
/** What one person is: "the foreign ministers of A and B" are two people. */
const posts = new Set([...POSTS, ...set(CALLINGS)]);
const people = set(PEOPLE);
const bodies = set(BODIES);
const singular = (word: string) =>
  word
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '')
    .replace(/men$/, 'man');

/** "governor-general", "vice-convener": one of its halves is a post. */
const halves = (lower: string) => (lower.includes('-') ? lower.split('-') : []);

export const isPost = (lower: string): boolean =>
  [lower, ...halves(lower)].some((word) => posts.has(word) || posts.has(singular(word)));
/** "oceanographers", "physicists", "fishermen" */
const CALLED_SO = /(?:ists|ographers|ologists|icians|arians|smen|swomen)$/;

export const isPeople = (lower: string): boolean => isPost(lower) || people.has(lower) || CALLED_SO.test(lower);
export const isBody = (lower: string): boolean => bodies.has(lower);
export const isPluralPost = (lower: string): boolean =>
  people.has(lower) || CALLED_SO.test(lower) || (!posts.has(lower) && posts.has(singular(lower)));

/** Posts of which each country has one, so that of two countries' "foreign ministers" each is one person. */
const ONE_EACH = /^(?:presidents|ministers|premiers|ambassadors|chancellors|secretaries|kings|speakers)$/;

/** "foreign ministers" → "foreign minister", "deputy chiefs of staff" stays: only a post that each country has once. */
export const onePost = (role: string): string =>
  role.replace(/\p{L}+$/u, (last) => (ONE_EACH.test(last.toLowerCase()) ? singular(last) : last));
