const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const PRONOUNS = words('he she they it we i you who him her them himself herself themselves');

/** Before a noun. */
export const DETERMINERS = words(
  'the a an this that these those his her its their our my your some any no one two three several many most both another other each every',
);

export const AUXILIARIES =
  words(`is are was were be been being am has have had having do does did will would shall should can could may might must
  's 're 've 'll 'd isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot isn’t aren’t wasn’t weren’t hasn’t
  haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t ’s ’re ’ve ’ll ’d`);

export const BE = words(
  `is are was were be been being am 's ’s 're ’re isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t get gets got`,
);

export const NEGATIONS =
  words(`not never neither nor without isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
  cannot isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t declined refused failed`);

export const PREPOSITIONS =
  words(`of for from with at in on to by about against over under after before during between among into through within without
  near toward towards across around behind like via per as than upon amid since until despite`);

/** Words that begin another clause, or join two. */
export const CLAUSE_WORDS = words(
  'there here that and but or so because when if while although though whether which who whom whose where why how unless until as since nor then',
);

/** What may stand between a subject and its verb. */
export const BETWEEN =
  words(`also then later now just even still again already further once twice often always never ever not recently previously earlier
  instead simply only too first both all soon yesterday today tonight thus therefore however meanwhile nevertheless rather actually himself herself themselves itself
  flatly bluntly`);

export const DAYS =
  words(`monday tuesday wednesday thursday friday saturday sunday mon tues wed thurs fri yesterday today tonight week month year morning
  afternoon evening night earlier last this next late early january february march april may june july august september october november december`);

/** One person told of without a name: posts, trades, relations. */
const ONE_PERSON =
  words(`spokesman spokeswoman spokesperson official source aide adviser advisor minister president chairman chairwoman chair director head leader
  chief secretary senator congressman congresswoman representative governor mayor ambassador envoy diplomat general commander officer judge lawyer
  attorney prosecutor analyst expert economist professor researcher scientist author editor columnist reporter journalist strategist manager operative
  candidate nominee lawmaker politician member activist supporter critic opponent ally resident witness voter man woman father mother son daughter
  wife husband brother sister friend student teacher worker employee executive founder owner president-elect premier chancellor king queen prince
  princess deputy counterpart republican democrat conservative veteran businessman billionaire mogul star actor actress singer host anchor moderator
  pollster historian scholar bishop archbishop pope imam cleric rabbi priest pastor doctor physician nurse insider donor delegate investigator
  detective sheriff ex-president commissioner superintendent correspondent neighbor neighbour victim survivor refugee migrant soldier captain colonel
  lieutenant sergeant admiral protester organizer consultant counsel fighter narrator attendee visitor reader caller user viewer passenger negotiator
  interpreter mediator cashier retiree widow pensioner sponsor nun senator-elect lady boy girl`);

/** Several people. */
const PEOPLE =
  words(`spokespeople officials sources aides advisers advisors ministers leaders senators representatives diplomats commanders officers lawyers
  attorneys prosecutors analysts experts economists researchers scientists authors editors reporters journalists strategists managers operatives
  candidates lawmakers politicians members activists supporters critics opponents allies residents witnesses voters people friends students workers
  employees executives counterparts republicans democrats conservatives liberals veterans historians scholars doctors patients insiders donors
  delegates investigators protesters demonstrators organizers consultants rebels militants attendees visitors readers callers users viewers passengers
  insurgents negotiators`);

/** Bodies, papers and pieces of writing. */
const BODIES =
  words(`ministry police statement report letter memo email release document study survey poll newspaper paper magazine network agency agencies
  campaign government administration group organisation organization committee commission council court party parliament department bureau office army
  military force side delegation company firm union coalition alliance authorities authority command regime embassy team staff board panel institute
  center centre university bank newsroom outlet site website article story column editorial post tweet message note speech ad video caption headline
  publication channel station broadcaster daily tabloid blog media press cabinet senate house congress kremlin pentagon voice-over voiceover crowd
  audience airline statements reports documents polls groups forces sides`);

/** Pieces of writing and speech that speak for whoever gave them: "a statement from the command said". */
export const UTTERANCES = words(
  'statement statements letter memo email release report message tweet post note document communique communiqué speech article announcement memorandum',
);

/** Does a noun like this tell of one human being, by itself or by its ending: "the campaigner", "the physicist"? */
export const isOnePerson = (word: string): boolean =>
  ONE_PERSON.has(word) ||
  (!PEOPLE.has(word) &&
    !BODIES.has(word) &&
    /(?:man|woman|person|ist|holder|keeper|maker|adviser|leader|worker|owner)$/.test(word));

/** May a noun like this speak: a person, people, or a body? */
export const isSpeakerNoun = (word: string): boolean =>
  isOnePerson(word) || PEOPLE.has(word) || BODIES.has(word) || /(?:men|women|people|ists)$/.test(word);
