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

/** Who or what speaks without a name: posts, trades, papers, groups. */
export const SPEAKER_NOUNS =
  words(`spokesman spokeswoman spokesperson spokespeople official officials source sources aide aides adviser advisers advisor advisors
  minister ministers ministry president chairman chairwoman chair director head leader leaders chief secretary senator senators congressman congresswoman
  representative representatives governor mayor ambassador envoy diplomat diplomats general commander commanders officer officers police judge lawyer lawyers attorney
  attorneys prosecutor prosecutors analyst analysts expert experts economist economists professor researcher researchers scientist scientists author authors
  editor editors columnist reporter reporters journalist journalists strategist strategists manager managers operative operatives candidate candidates
  nominee governor lawmaker lawmakers politician politicians member members activist activists supporter supporters critic critics opponent opponents ally allies
  resident residents witness witnesses voter voters man woman people father mother son daughter wife husband brother sister friend friends student students teacher
  worker workers employee employees executive executives founder owner president-elect premier chancellor king queen prince princess deputy counterpart
  counterparts statement statements report reports letter memo email release document documents study survey poll polls newspaper paper magazine network agency
  agencies campaign government administration group groups organisation organization committee commission council court party parliament department bureau office
  army military force forces side sides delegation company firm union coalition alliance authorities authority command regime embassy team staff board panel
  institute center centre university bank newsroom outlet site website article story column editorial post tweet message note speech ad video caption headline
  republican republicans democrat democrats conservative conservatives liberals veteran veterans businessman billionaire mogul star actor actress singer host anchor
  moderator pollster historian historians scholar scholars bishop archbishop pope imam cleric rabbi priest pastor doctor doctors physician nurse patients
  insiders insider donor donors delegates delegate investigator investigators detective sheriff ex-president congresswoman commissioner superintendent
  correspondent publication channel station broadcaster daily tabloid blog media press neighbor neighbour victim survivor refugee migrant soldier captain
  colonel lieutenant sergeant admiral protester protesters demonstrators organizer organizers consultant consultants counsel fighter rebels militants
  cabinet senate house congress kremlin pentagon narrator voice-over voiceover crowd attendees attendee audience visitor visitors reader readers caller callers
  user users viewer viewers passenger passengers airline insurgents negotiator negotiators interpreter mediator`);

/** Pieces of writing and speech that speak for whoever gave them: "a statement from the command said". */
export const UTTERANCES = words(
  'statement statements letter memo email release report message tweet post note document communique communiqué speech article announcement memorandum',
);

/** May a noun like this speak, by its ending: "the campaigner", "the physicist"? */
export const isSpeakerNoun = (word: string): boolean =>
  SPEAKER_NOUNS.has(word) ||
  /(?:man|men|woman|women|person|people|ist|ists|holder|keeper|maker|adviser|leader|worker|owner)$/.test(word);
