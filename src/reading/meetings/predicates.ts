import type { MeetingForm } from '../reading.ts';

/**
 * Words that say that people met, as senses with their arguments. For each sense of a verb: where the others stand.
 *   object: "met Lee", "hosted Lee"      with: "met with Lee", "spoke to Lee" (the prepositions)
 *   together: the subject alone, where it is several: "the ministers met"
 */
export interface VerbSense {
  readonly form: MeetingForm;
  readonly object: boolean;
  readonly prepositions: readonly string[];
  /** Several subjects alone make a meeting: any plural ("the ministers met"), or named ones only ("Lee and Moe spoke"). */
  readonly together: 'plural' | 'named' | null;
  /** What else must stand there for the sense: "sat down", "shook hands". */
  readonly particle?: string;
  readonly objectLemma?: string;
  /** Nothing else follows: "called on the king", but not "called on the king to resign". */
  readonly isWhole?: boolean;
  /** Its object is a guest: a person or a delegation. */
  readonly isReception?: boolean;
  /** Its object is what they talked about, no party. */
  readonly takesObject?: boolean;
  readonly example: string;
}

const WITH = ['with', 'alongside', 'along with', 'together with'];
const verb = (form: MeetingForm, example: string, rest: Partial<VerbSense>): VerbSense => ({
  form,
  object: false,
  prepositions: [],
  together: null,
  ...rest,
  example,
});
const meeting = { object: true, prepositions: WITH, together: 'plural' } as const;
const talk = { prepositions: [...WITH, 'to'], together: 'named' } as const;
const host = { object: true };
const reception = { object: true, isReception: true };

/** By lemma. */
const SENSES: readonly (readonly [lemma: string, sense: VerbSense])[] = [
  ['meet', verb('meeting', 'The envoy met the king.', meeting)],
  ['speak', verb('talks', 'He spoke with the premier.', talk)],
  ['talk', verb('talks', 'They talked to the rebels.', talk)],
  ['chat', verb('talks', 'She chatted with the queen.', talk)],
  ['converse', verb('talks', 'He conversed with the poet.', talk)],
  ['confer', verb('talks', 'She conferred with the generals.', { prepositions: WITH, together: 'plural' })],
  ['consult', verb('talks', 'He consulted with allies.', { prepositions: WITH, together: 'plural' })],
  ['negotiate', verb('talks', 'They are negotiating with the rebels.', { prepositions: WITH, together: 'plural' })],
  ['huddle', verb('talks', 'She huddled with her advisers.', { prepositions: WITH, together: 'plural' })],
  ['parley', verb('talks', 'They parleyed with the rebels.', { prepositions: WITH, together: 'plural' })],
  ['sit', verb('talks', 'He sat down with the rebels.', { prepositions: WITH, particle: 'down', together: 'plural' })],
  [
    'shake',
    verb('meeting', 'He shook hands with the rebel.', { prepositions: WITH, objectLemma: 'hand', together: 'plural' }),
  ],
  [
    'exchange',
    verb('talks', 'They exchanged views with the envoy.', {
      prepositions: WITH,
      objectLemma: 'view',
      together: 'plural',
    }),
  ],
  [
    'discuss',
    verb('talks', 'He discussed the war with the emir.', { prepositions: WITH, together: 'named', takesObject: true }),
  ],
  ['dine', verb('meeting', 'She dined with the president.', { prepositions: WITH, together: 'plural' })],
  ['lunch', verb('meeting', 'She lunched with the president.', { prepositions: WITH, together: 'plural' })],
  ['host', verb('meeting', 'She hosted the Omani premier.', reception)],
  ['receive', verb('meeting', 'The king received the envoy.', reception)],
  ['welcome', verb('meeting', 'The mayor welcomed the president.', reception)],
  ['greet', verb('meeting', 'The king greeted the president.', reception)],
  ['visit', verb('visit', 'The envoy visited the king.', host)],
  ['phone', verb('call', 'He phoned the queen.', host)],
  ['telephone', verb('call', 'He telephoned the queen.', host)],
  ['call', verb('call', 'She called the king on Friday.', host)],
  ['convene', verb('session', 'The ministers convened in Cairo.', { together: 'plural' })],
  ['gather', verb('session', 'The ministers gathered in Cairo.', { together: 'plural' })],
  ['reconvene', verb('session', 'The sides reconvened in Cairo.', { together: 'plural', prepositions: WITH })],
  ['assemble', verb('session', 'The ministers assembled in Cairo.', { together: 'plural' })],
  ['call', verb('visit', 'The envoy called on the king.', { prepositions: ['on', 'upon'], isWhole: true })],
  ['come', verb('session', 'The ministers came together in Cairo.', { particle: 'together', together: 'plural' })],
  [
    'get',
    verb('session', 'The ministers got together in Cairo.', {
      particle: 'together',
      prepositions: WITH,
      together: 'plural',
    }),
  ],
];

/** By lemma; where there are several, the first that fits. */
export const VERBS: ReadonlyMap<string, readonly VerbSense[]> = new Map(
  [...new Set(SENSES.map(([lemma]) => lemma))].map((lemma) => [
    lemma,
    SENSES.filter(([other]) => other === lemma).map(([, sense]) => sense),
  ]),
);

/** Nouns that are a meeting, by lemma. */
export const NOUNS: ReadonlyMap<string, MeetingForm> = new Map([
  ['meeting', 'meeting'],
  ['encounter', 'meeting'],
  ['sit-down', 'meeting'],
  ['rendezvous', 'meeting'],
  ['audience', 'meeting'],
  ['dinner', 'meeting'],
  ['lunch', 'meeting'],
  ['luncheon', 'meeting'],
  ['breakfast', 'meeting'],
  ['banquet', 'meeting'],
  ['handshake', 'meeting'],
  ['talk', 'talks'],
  ['talks', 'talks'],
  ['negotiation', 'talks'],
  ['consultation', 'talks'],
  ['discussion', 'talks'],
  ['dialogue', 'talks'],
  ['conversation', 'talks'],
  ['summit', 'session'],
  ['session', 'session'],
  ['gathering', 'session'],
  ['conference', 'session'],
  ['visit', 'visit'],
  ['trip', 'visit'],
  ['call', 'call'],
  ['phone-call', 'call'],
  ['teleconference', 'call'],
]);

/** Verbs that only carry such a noun: their subject took part, and "with", when and where may hang on them: "held talks on Friday with". */
export const CARRIERS = new Set(
  'hold have attend convene organize organise conduct begin start open reopen resume restart renew continue finish end conclude join enter take make pay receive lead chair host wrap complete'.split(
    ' ',
  ),
);

/** Verbs of getting somewhere: "arrived for talks with", "flew in for a meeting". */
export const ARRIVALS = new Set('arrive travel fly come go return head leave visit gather emerge sit stop'.split(' '));

/** Words without one of which no sentence is looked at. A stem of each predicate above. */
export const SIGNAL = new RegExp(
  `\\b(?:${[
    ...new Set([...VERBS.keys(), ...NOUNS.keys()].map((lemma) => lemma.replace(/(?:e|y)$/, '').slice(0, 7))),
    'met',
    'spok',
    'shook',
    'sat',
  ].join('|')})`,
  'iu',
);
