/**
 * What a word does to the event that it governs, after Karttunen (1971, "Implicative verbs") and FactBank (Saurí and
 * Pustejovsky 2009): `planned` it lies ahead or is wanted; `requested` somebody asked for it; `called-off` it was refused or
 * taken back; `denied` it did not happen; `hypothetical` nothing is said of whether it did. What is not listed leaves it as
 * it is: "said that", "managed to", "began".
 */
export type Effect = 'planned' | 'requested' | 'called-off' | 'denied' | 'hypothetical';

const effects = (lists: Readonly<Record<Effect, string>>): ReadonlyMap<string, Effect> =>
  new Map(
    (Object.keys(lists) as Effect[]).flatMap((effect) =>
      lists[effect]
        .trim()
        .split(/\s+/)
        .map((lemma) => [lemma, effect] as const),
    ),
  );

/** Verbs, by lemma: "plans to meet", "denied that they had met", "cancelled the meeting". */
export const VERB_EFFECTS = effects({
  planned: `plan intend expect hope want aim seek try attempt prepare agree decide promise pledge vow offer consider set
    schedule slate arrange await anticipate propose suggest need desire prefer like love wait threaten mean look push press
    encourage allow enable let help permit authorize authorise choose opt commit prompt pave trigger mull weigh eye envision
    contemplate require oblige deserve tell instruct send dispatch draw`,
  requested: 'ask request invite urge demand appeal beg call summon order implore',
  'called-off': `refuse decline cancel postpone suspend scrap scuttle delay shelve skip abandon reject rebuff boycott snub
    derail nix defer freeze sever`,
  denied: 'deny fail avoid neglect forget prevent block stop bar refute disprove debunk dismiss preclude stall miss',
  hypothetical: 'wish imagine pretend wonder speculate rumor rumour dream bet doubt question',
});

/** Nouns, by lemma: "a plan to meet", "hopes for talks", "the refusal to meet". */
export const NOUN_EFFECTS = effects({
  planned: `plan proposal prospect possibility chance hope preparation offer date venue agenda idea way need condition
    expectation intention opportunity willingness readiness desire wish effort attempt bid decision agreement pledge promise
    schedule push ability time step path talk likelihood precondition basis groundwork support openness eve announcement`,
  requested: 'request invitation appeal demand call',
  'called-off': 'refusal cancellation postponement boycott collapse',
  denied: 'lack absence failure denial inability lie hoax fabrication fiction',
  hypothetical: 'rumor rumour speculation question doubt',
});

/** Adjectives: before a noun of event ("the planned meeting") or as its governor ("ready to meet", "due to meet"). */
export const ADJECTIVES = effects({
  planned: `planned upcoming next future forthcoming scheduled possible potential proposed eventual expected due likely ready
    willing eager prepared keen set poised hopeful anticipated awaited long-awaited highly-anticipated
    prospective would-be impending looming`,
  requested: 'requested',
  'called-off': 'cancelled canceled postponed aborted scrapped reluctant unwilling unable suspended abandoned',
  denied: 'false untrue baseless groundless unfounded impossible fictitious nonexistent bogus fabricated',
  hypothetical: 'hypothetical alleged rumored rumoured supposed unlikely imaginary fictional unclear',
});

/** Particles that turn a verb: "called off the talks", "put off the visit", "pulled out of the talks", "ruled out talks". */
export const PHRASAL: ReadonlyMap<string, Effect> = new Map([
  ['call off', 'called-off'],
  ['cut off', 'called-off'],
  ['put off', 'called-off'],
  ['break off', 'called-off'],
  ['pull out', 'called-off'],
  ['back out', 'called-off'],
  ['rule out', 'denied'],
  ['line up', 'planned'],
  ['set up', 'planned'],
]);

/** "Flew to Rome to meet the pope": whoever went for it, and is not said to have missed it, did it. */
export const MOTION = new Set(
  'travel fly go come arrive return head land drive sail journey board gather visit walk rush stop stay sit meet host receive'.split(
    ' ',
  ),
);

/** What opens a clause that tells nothing of whether it came true. */
export const CONDITIONS = new Set(['if', 'unless', 'whether', 'as if', 'as though', 'even if', 'in case', 'lest']);

/** "The statement follows a meeting": also in the present tense, what they govern has been. */
export const FACTIVE = new Set('follow recall remember recount describe mark attend conclude end wrap'.split(' '));
