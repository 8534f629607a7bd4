import type { MeetingForm } from '../reading.ts';

/** A verb that is a meeting by itself, and how its object stands. */
export interface VerbTrigger {
  readonly example: string;
  readonly verb: RegExp;
  readonly form: MeetingForm;
  /**
   * Where the others stand: `with` after a preposition only ("spoke with Xi"), `object` directly ("hosted Xi") or `either`.
   * `together` needs several subjects and a plural ("the leaders gathered"), `place` a city or country.
   */
  readonly others: 'with' | 'object' | 'either' | 'together' | 'place';
  readonly preposition?: RegExp;
}

export const VERBS: readonly VerbTrigger[] = [
  { example: 'The envoy met the king.', verb: /^(?:met|meets?|meeting)$/, form: 'meeting', others: 'either' },
  { example: 'He sat down with the rebels.', verb: /^(?:sat|sits?|sitting)$/, form: 'talks', others: 'with' },
  { example: 'He shook hands with the rebel.', verb: /^(?:shook|shak(?:es?|ing))$/, form: 'meeting', others: 'with' },
  { example: 'She hosted the Omani premier.', verb: /^host(?:s|ed|ing)?$/, form: 'meeting', others: 'object' },
  { example: 'The king received the envoy.', verb: /^receiv(?:e|es|ed|ing)$/, form: 'meeting', others: 'object' },
  { example: 'The mayor welcomed the president.', verb: /^welcom(?:e|es|ed|ing)$/, form: 'meeting', others: 'object' },
  { example: 'The king greeted the president.', verb: /^greet(?:s|ed|ing)?$/, form: 'meeting', others: 'object' },
  { example: 'He phoned the queen.', verb: /^(?:tele)?phon(?:ed|es|ing)$/, form: 'call', others: 'object' },
  { example: 'She called the king on Friday.', verb: /^called$/, form: 'call', others: 'object' },
  {
    example: 'He spoke with the premier.',
    verb: /^(?:spoke|speaks?|spoken|speaking)$/,
    form: 'talks',
    others: 'with',
    preposition: /^(?:with|to)$/,
  },
  {
    example: 'They talked with the rebels.',
    verb: /^(?:talk(?:s|ed|ing)?|chatt(?:ed|ing)|conversed?)$/,
    form: 'talks',
    others: 'with',
    preposition: /^(?:with|to)$/,
  },
  {
    example: 'She conferred with the generals.',
    verb: /^(?:conferr(?:ed|ing)|confers?|consult(?:s|ed|ing)?|negotiat(?:e|es|ed|ing)|huddl(?:es|ed|ing)|parley(?:s|ed|ing)?)$/,
    form: 'talks',
    others: 'with',
  },
  {
    example: 'The ministers convened in Cairo.',
    verb: /^(?:convene[sd]?|convening|gather(?:ed|s)?)$/,
    form: 'session',
    others: 'together',
  },
  {
    example: 'The ministers came together in Cairo.',
    verb: /^(?:c[ao]mes?|coming)$/,
    form: 'session',
    others: 'together',
  },
  { example: 'The envoy visited Muscat.', verb: /^visit(?:s|ed|ing)?$/, form: 'visit', others: 'place' },
  { example: 'They exchanged views on the war.', verb: /^exchang(?:ed|es|ing)$/, form: 'talks', others: 'with' },
  { example: 'He discussed the war with the emir.', verb: /^discuss(?:ed|es|ing)?$/, form: 'talks', others: 'with' },
];

/** Nouns that are a meeting, and its form. */
export const NOUNS: readonly { readonly example: string; readonly noun: RegExp; readonly form: MeetingForm }[] = [
  { example: 'a meeting between the premiers', noun: /^meetings?$/, form: 'meeting' },
  { example: 'talks with the rebels', noun: /^talks$/, form: 'talks' },
  { example: 'negotiations between the sides', noun: /^negotiations?$/, form: 'talks' },
  { example: 'consultations with allies', noun: /^consultations?$/, form: 'talks' },
  { example: 'bilateral discussions with the premier', noun: /^discussions?$/, form: 'talks' },
  { example: 'a summit of the two leaders', noun: /^summits?$/, form: 'session' },
  { example: 'a session of the commission', noun: /^sessions?$/, form: 'session' },
  {
    example: 'a phone call with the king',
    noun: /^(?:calls?|phone-call|teleconference|videoconference|video-conference)$/,
    form: 'call',
  },
  { example: 'a conference of foreign ministers', noun: /^conferences?$/, form: 'session' },
  { example: 'a conversation with the emir', noun: /^conversations?$/, form: 'talks' },
  { example: 'a visit to Muscat', noun: /^visits?$/, form: 'visit' },
  { example: 'an encounter between the rivals', noun: /^encounters?$/, form: 'meeting' },
  { example: 'a mediation between the sides', noun: /^mediation$/, form: 'talks' },
  { example: 'a gathering of heads of state', noun: /^gatherings?$/, form: 'session' },
  { example: 'an audience with the pope', noun: /^audience$/, form: 'meeting' },
  { example: 'dialogue between the parties', noun: /^dialogue$/, form: 'talks' },
  { example: 'had a chat with the premier', noun: /^(?:talk|chat)$/, form: 'talks' },
  { example: 'had lunch with the president', noun: /^(?:lunch|dinner|breakfast|supper)$/, form: 'meeting' },
];

/** Verbs that a noun of meeting goes with: "held talks", "attended the session", "paid a visit". */
export const LIGHT_VERB =
  /^(?:h[eo]ld(?:s|ing)?|ha(?:s|ve|d|ving)|conduct(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|open(?:s|ed|ing)?|resum(?:e|es|ed|ing)|continu(?:e|es|ed|ing)|launch(?:es|ed|ing)?|start(?:s|ed|ing)?|attend(?:s|ed|ing)?|host(?:s|ed|ing)?|chair(?:s|ed|ing)?|conven(?:e|es|ed|ing)|join(?:s|ed|ing)?|enter(?:s|ed|ing)?|engag(?:e|es|ed|ing)|participat(?:e|es|ed|ing)|t[ao]k(?:e|es|ing)|took|pa(?:y|ys|id|ying)|mak(?:e|es|ing)|made|organi[sz](?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|wrap(?:s|ped)?|le(?:d|ads?|ading)|arrang(?:e|es|ed|ing)|address(?:es|ed|ing)?)$/;

/** What is met that is nobody: "met with criticism", "ready to meet any needs". */
export const NOBODY =
  /^(?:reporters|journalists|voters|supporters|fans|crowds?|audiences?|media|press|readers|viewers|criticism|resistance|needs?|targets?|requirements?|demands?|deadlines?|expectations?|goals?|obligations?|standards?|challenges?|commitments?|conditions?|criteria|fate|death|deaths|success|failure|protests?|approval|opposition|outrage|scepticism|skepticism|silence|force|costs?|quotas?|test|tests|benchmarks?|objectives?|thresholds?|anger|reaction|response|applause|disaster|difficulties|payments?|ends|eye|call|calls|responsibilities|disapproval|condemnation|fire|violence)$/;

/** In such company "meet", "host" and "visit" are sport. */
export const SPORT =
  /\b(?:match(?:es)?|in the finals?|semi-?finals?|quarter-?finals?|championships?|tournaments?|league|cup|season|coach|goals? (?:by|from|in)|striker|midfielder|wickets?|innings|playoffs?|medals?|olympics?|fixtures?|kick-?off|grand prix|stadium|derby|test|scored|defeated|beat|athletes?|paralympics?|grand final|points)\b/i;

/** Sentences without any of these are not looked at. */
export const SIGNAL =
  /(?<![\p{L}\d])(?:met|meets?|meetings?|talk(?:s|ed|ing)?|chat(?:t?ed|ting)?|convers\p{L}+|lunch|dinner|breakfast|supper|negotiat\p{L}+|consult\p{L}*|discuss\p{L}*|summits?|sessions?|calls?|called|visit\p{L}*|audience|dialogue|sat|sits?|sitting|host\p{L}*|receiv\p{L}+|welcom\p{L}+|(?:tele)?phon\p{L}+|spoke|speaks?|spoken|speaking|conferr?\p{L}*|conven\p{L}+|gather\p{L}*|exchanged|teleconference|conferences?|encounters?|mediation|greet\p{L}*|hands|together|huddl\p{L}+|parley\p{L}*)(?![\p{L}\d])/giu;
