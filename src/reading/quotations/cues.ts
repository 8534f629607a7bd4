/** How surely a verb reports words: `says` always, `holds` tells a view or an act of speech as often as words, `asks` may be put as a question. */
export type CueStrength = 'says' | 'holds';
export type CueForm = 'finite' | 'participle' | 'base';

export interface Cue {
  readonly lemma: string;
  readonly form: CueForm;
  readonly strength: CueStrength;
  /** Takes the hearer before the words: "told reporters that". */
  readonly hearer: boolean;
  /** Looks the same as a noun: "claims", "reports", "notes". */
  readonly noun: boolean;
}

/** Verbs whose clause, or whose words in marks, are what somebody said. */
const SAYS = `say tell add write note report announce argue acknowledge explain claim state suggest declare insist warn conclude
  predict confirm assert reply respond answer continue tweet admit recall remark observe comment stress emphasize emphasise
  underline underscore reiterate repeat testify lament vow pledge complain caution contend maintain allege joke quip boast
  concede affirm reaffirm counter retort declaim exclaim shout yell cry whisper mutter mumble muse wonder ask inquire enquire
  proclaim assure inform remind advise promise swear highlight mention disclose reveal recount hint quote notify
  tout opine propose bemoan decry deny charge estimate interject chant scream laugh sigh post email text blog read urge
  demand appeal plead pray elaborate clarify specify summarise summarize write scoff deadpan gush rail fume thunder
  venture volunteer interject confess affirm chide concur object theorize theorise posit guess surmise reason rule point indicate threaten prophesy bellow snap`;

/** Verbs that tell how somebody sees or calls a thing: of speech where marks stand by, or where they say so. */
const HOLDS = `think believe hope expect feel consider call describe dub label brand denounce condemn criticise criticize blast
  slam praise accuse blame refer mock dismiss characterize characterise portray hail deride ridicule attack deem
  term fear doubt understand agree express cite credit accept defend thank question compare liken tell recommend
  view regard notice invoke rip bash boo declare title entitle headline caption`;

const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  feel: ['felt', 'felt'],
  know: ['knew', 'known'],
  understand: ['understood', 'understood'],
  find: ['found', 'found'],
  show: ['showed', 'shown'],
  swear: ['swore', 'sworn'],
  read: ['read', 'read'],
  see: ['saw', 'seen'],
  give: ['gave', 'given'],
  make: ['made', 'made'],
  cast: ['cast', 'cast'],
};

const HEARER = new Set('tell remind assure inform advise warn notify promise urge'.split(' '));

/** Verbs whose words in marks are the whole of what is reported: "called the plan “a trap”". */
export const NAMING = new Set('call dub label brand term deem title entitle headline caption'.split(' '));

const NOUN = new Set(
  `claim report note call comment demand question charge order hope fear doubt view estimate answer reply promise pledge
  vow highlight post email text blog read address remark quote mention state counter threat attack challenge praise blame
  cause address cry laugh joke rule reason point offer issue use make show find guess recall warning finding saying feeling
  meaning writing term brand label hint appeal tweet repeat reveal insist thought notice cast headline title caption feel
  order number express snap paint slam blast text venture retort quip joke boast`.split(/\s+/),
);

function table(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  const lists: [string, CueStrength][] = [
    [HOLDS, 'holds'],
    [SAYS, 'says'],
  ];
  for (const [list, strength] of lists) {
    for (const lemma of list.trim().split(/\s+/)) {
      const noun = NOUN.has(lemma);
      const add = (word: string, form: CueForm) =>
        cues.set(word, { lemma, form, strength, hearer: HEARER.has(lemma), noun: noun && !/ed$/.test(word) });
      const [past, perfect] = IRREGULAR[lemma] ?? [pastOf(lemma), pastOf(lemma)];
      add(lemma, 'base');
      add(presentOf(lemma), 'finite');
      add(participleOf(lemma), 'participle');
      add(perfect, 'finite');
      add(past, 'finite');
    }
  }
  return cues;
}

const presentOf = (verb: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;

/** "admit" and "quip" double their last letter; "answer" and "offer" do not. */
const DOUBLED = /^(?:admit|quip|refer|blog|dub|slam|rip|snap)$/;

function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLED.test(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}

function participleOf(verb: string): string {
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return DOUBLED.test(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}

const CUES = table();

/** The cue that the word is, in lower case, or undefined. */
export const cueOf = (word: string): Cue | undefined => CUES.get(word);
