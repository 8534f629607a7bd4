const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs of speech: whoever is their subject said what stands as their clause, or in marks beside them. */
export const SPEECH_VERBS = words(`say tell add write note report announce argue acknowledge explain claim state suggest
  declare insist warn conclude predict confirm assert reply respond answer continue tweet admit recall remark observe comment
  stress emphasize emphasise underline underscore reiterate repeat testify lament vow pledge complain caution contend maintain
  allege joke quip boast concede affirm reaffirm counter retort declaim exclaim shout yell cry whisper mutter mumble muse wonder
  ask inquire enquire proclaim assure inform remind advise promise swear highlight mention disclose reveal recount hint quote
  notify tout opine propose bemoan decry deny charge estimate interject chant scream laugh sigh post email text blog read urge
  demand appeal plead pray elaborate clarify specify summarise summarize scoff deadpan gush rail fume thunder venture volunteer
  confess chide concur object theorize theorise posit guess surmise reason rule point indicate threaten prophesy bellow snap`);

/** Verbs of how somebody sees or calls a thing: they report words where marks stand by. */
export const VIEW_VERBS = words(`think believe hope expect feel consider call describe dub label brand denounce condemn
  criticise criticize blast slam praise accuse blame refer mock dismiss characterize characterise portray hail deride ridicule
  attack deem term fear doubt understand agree express cite credit accept defend thank question compare liken recommend view
  regard notice invoke rip bash boo title entitle headline caption`);

/** Nouns for what is said or written: "in a statement from the ministry", "Lee's claim". */
export const SPEECH_NOUNS = words(`statement letter memo email release report message tweet post note speech article
  announcement memorandum remark comment claim warning call pledge promise threat view word description argument assertion
  question answer reply response testimony interview quote text book op-ed essay column editorial criticism accusation
  suggestion declaration communique communiqué document ruling opinion decision address vow demand plea caption headline`);

/** Nouns and participles before the title of a work. */
export const WORKS =
  words(`autobiography biography book memoir memoirs novel poem essay play song album record film movie documentary
  show series episode segment painting exhibition magazine programme program podcast entitle entitled title titled`);
