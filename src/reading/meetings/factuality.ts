import type { MeetingStatus } from '../reading.ts';

/** What stands around the words that tell a meeting, within their sentence. */
export interface Telling {
  /** The sentence up to the trigger, from the last semicolon, colon or quotation mark on. */
  readonly before: string;
  /** "held talks", "to meet" without the "to". */
  readonly trigger: string;
  readonly after: string;
  /** Is the trigger a noun with no verb of its own: "a meeting", not "held a meeting"? Then what follows may decide. */
  readonly nominal: boolean;
}

interface Rule {
  /** Null where nothing is told: a question. */
  readonly status: MeetingStatus | null;
  readonly example: string;
  readonly before?: RegExp;
  readonly trigger?: RegExp;
  readonly after?: RegExp;
  readonly nominal?: true;
}

/** Up to so many words between what governs the trigger and the trigger, no clause between. */
const near = (words: number) => `(?:[^\\s,;:.]+\\s+){0,${words}}$`;
const before = (pattern: string, words = 3) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})\\s+${near(words)}`, 'iu');
/** The same, with no "at" or "during" between: what happens at a meeting does not govern it. */
const governing = (pattern: string, words: number) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${pattern})\\s+(?:(?!(?:at|during)\\s)[^\\s,;:.]+\\s+){0,${words}}$`, 'iu');
// What may stand between a noun of meeting and its own verb: "talks with X in Y were …"
const after = (pattern: string) =>
  new RegExp(
    `^(?:(?!\\s(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|that)\\s)[^;:.!?]){0,110}?\\s(?:${pattern})(?![\\p{L}\\d])`,
    'iu',
  );

const NOT =
  "(?:not|never|n['’]t|no longer|cannot|won['’]t|didn['’]t|hasn['’]t|haven['’]t|hadn['’]t|wouldn['’]t|doesn['’]t|don['’]t)";
const CALL_OFF =
  'cancel(?:s|led|ed|ing|ling)?|call(?:s|ed|ing) off|postpon(?:e|es|ed|ing)|scrap(?:s|ped|ping)?|suspend(?:s|ed|ing)?|delay(?:s|ed|ing)|break(?:s|ing)? off|broke off|halt(?:s|ed|ing)?|abandon(?:s|ed|ing)?|pull(?:s|ed|ing)? out of|withdr[ae]w(?:s|n|ing)? from|cut(?:s|ting)? (?:short|off)|put(?:s|ting)? off|broken off|walk(?:s|ed|ing)? out of|pull(?:s|ed|ing)? out';
const REFUSE =
  'refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|reject(?:s|ed|ing|ion of)?|rul(?:e|es|ed|ing) out|den(?:y|ies|ied|ying)|boycott(?:s|ed|ing)?|snub(?:s|bed|bing)?|turn(?:s|ed|ing) down|avoid(?:s|ed|ing)?|oppos(?:e|es|ed|ing)|skip(?:s|ped|ping)?|no plans?|failed|fails|unable|unwilling|without';
const REQUEST =
  'ask(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|invit(?:e|es|ed|ing|ation)|call(?:s|ed|ing)? (?:for|on)|appeal(?:s|ed|ing)? for|seek(?:s|ing)?|sought|propos(?:e|es|ed|ing|al)|offer(?:s|ed|ing)?|suggest(?:s|ed|ing)?|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for';
const MODAL = "will|would|shall|may|might|could|can|should|must|'ll|’ll|would-be|ought to|need to|needs to";
const INTEND =
  'plan(?:s|ned|ning)?|hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|wish(?:es|ed)?|intend(?:s|ed|ing)?|expect(?:s|ed|ing)?|due|schedul(?:e|ed)|set|slated|poised|prepar(?:e|es|ed|ing)|ready|readiness|willing|willingness|agre(?:e|es|ed|ing)|decid(?:e|es|ed|ing)|decision|going|keen|eager|likely|aim(?:s|ed|ing)?|try|tries|trying|tried|attempt(?:s|ed|ing)?|vow(?:s|ed)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|order(?:s|ed|ing)?|opportunity|chance|way|efforts?|bid|mission|about|mandate|is|are|was|were|be';

/** Tried from top to bottom; where none fits, the meeting was held. */
export const REALIS: readonly Rule[] = [
  // One that happened after all, though the words around it sound like a plan.
  {
    status: 'held',
    example: 'He managed to meet the queen.',
    before: /(?<!\b(?:not|never|cannot|n['’]t)\s(?:\S+\s)?)(?<!\bbe\s)\b(?:managed|able|came|got|returned from) to $/i,
  },
  { status: 'held', example: 'While visiting Rome he met the pope.', before: /\b(?:afterwards?|subsequently) $/i },

  {
    status: null,
    example: 'Asked whether he had met her, he smiled.',
    before: /\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed)?)\s+(?:\S+\s+)?(?:if|whether)\b[^,;]*$/i,
  },

  { status: 'called-off', example: 'He cancelled a planned meeting.', before: before(CALL_OFF, 5) },
  {
    status: 'called-off',
    example: 'Talks between the two were postponed.',
    after: after(
      '(?:was|were|been|being|be|is|are|got)\\s+(?:\\S+\\s+)?(?:cancell?ed|postponed|called off|scrapped|suspended|put off|delayed|shelved|frozen|broken off)|(?:collapsed|fell through) before',
    ),
  },
  { status: 'denied', example: 'She refused to meet him.', before: before(REFUSE, 5) },
  {
    status: 'denied',
    example: 'He has no plans to visit or to meet anyone.',
    before: /\bno (?:plans?|intention|wish|desire) (?:to|of) [^,;.]{0,60}$/i,
  },
  {
    status: 'denied',
    example: 'The two did not meet.',
    before: new RegExp(
      `(?<![\\p{L}\\d])${NOT}\\s+(?:be\\s+|been\\s+|have\\s+|go to \\S+ .{0,20}|\\S+ly\\s+|to\\s+|yet\\s+|immediately\\s+|hold\\s+|any\\s+|a\\s+){0,4}$`,
      'iu',
    ),
  },
  {
    status: 'denied',
    example: 'No meeting took place.',
    before: /(?<![\p{L}\d])(?:no|neither|nor|never)\s+(?:[\p{L}-]+\s+){0,2}$/iu,
  },
  {
    status: 'denied',
    example: 'He will not go to Oslo to meet her.',
    before: new RegExp(`${NOT}\\s+(?:go|travel|come|fly|attend)\\b[^,;]{0,40}$`, 'iu'),
  },
  { status: 'denied', example: 'He had no talks with her.', trigger: /\b(?:no|neither|nor|never)\s/i },
  {
    status: 'denied',
    example: 'The meeting never took place.',
    after: after("(?:did not|didn[’']t|never) (?:take|took|happen\\w*)"),
  },

  { status: 'requested', example: 'The envoy asked to meet the general.', before: before(REQUEST, 6) },

  {
    status: 'recurring',
    example: 'The sides have held several rounds of talks.',
    trigger:
      /\b(?:several|many|numerous|multiple|various|frequent|regular|repeated|dozens of|a series of|series of|a number of|countless|weekly|monthly|annual|periodic)\s+(?:[\p{L}-]+\s+){0,3}(?:rounds?|meetings|talks|sessions|visits|discussions|consultations|negotiations|conversations|summits|calls)\b/iu,
  },
  {
    status: 'recurring',
    example: 'most of her meetings with donors',
    trigger: /\b(?:meetings|sessions|visits)$/i,
    nominal: true,
  },
  {
    status: 'recurring',
    example: 'They regularly meet in Vienna.',
    before:
      /(?<![\p{L}\d])(?:regularly|often|frequently|routinely|repeatedly|periodically|usually|used to|annually|always)\s+$/iu,
  },
  {
    status: 'recurring',
    example: 'They meet every month.',
    trigger: /^meets?\b/i,
    after: /^(?:\s+[\p{L}-]+){0,3}\s+(?:every|each|regularly|annually|twice a|once a)\b/iu,
  },

  {
    status: 'planned',
    example: 'The focus is on negotiating with the bloc.',
    trigger: /^\p{Ll}+ing\b/u,
    before: /(?<![\p{L}\d])(?:on|of|about|for|in|toward|towards|from)\s+$/iu,
  },
  {
    status: 'planned',
    example: 'He decides after he meets the king.',
    trigger: /^(?:meets?|holds?|hosts?|receives?|sits?|convenes?)\b/i,
    before: /\b(?:after|when|before|once|until|if|unless)\s+[^,;]{1,60}$/i,
  },
  {
    status: 'planned',
    example: 'The envoy left on Friday for talks with the emir.',
    before:
      /\b(?:left|leaves?|leaving|flew|flies|flying|travel\w*|head(?:s|ed|ing)|depart\w*|went|goes|arriv\w*|is in|are in|was in|were in|en route)\b[^,;]{0,50}\bfor\s+(?:\S+\s+){0,2}$/i,
  },
  {
    status: 'planned',
    example: 'The pact paves the way for talks between the two.',
    before: governing(
      '(?:way|path|basis|grounds?|groundwork|date|dates|venue|conditions?|prerequisites?|preconditions?|framework|calls?|called|calling|need|push|support|time|agenda|opportunity|allow\\w*|proposals?|efforts?|stage|hope|urgency|chances?|mandate|format|room) (?:for|of|to)|return to|resumption of|renewal of|toward|towards|idea of|lack of|offer of|absence of',
      4,
    ),
  },
  {
    status: 'planned',
    example: 'The firm could press on by calling a meeting of its board.',
    before: /\b(?:could|would|may|might|will|can)\s[^,;]{1,60}\sby\s+$/,
  },
  // With a small letter: Theresa May has met many.
  {
    status: 'planned',
    example: 'He will meet the king.',
    before: new RegExp(`(?<![\\p{L}\\d])(?:${MODAL})\\s+${near(4)}`, 'u'),
  },
  {
    status: 'planned',
    example: 'They are due to hold talks.',
    before: new RegExp(`(?<![\\p{L}\\d])(?:${INTEND})\\s+(?:\\S+\\s+)?to\\s+(?:be\\s+|have\\s+)?${near(3)}`, 'iu'),
  },
  {
    status: 'planned',
    example: 'They should lay down arms and enter talks.',
    trigger:
      /^(?:meet|hold|arrange|engage|enter|begin|resume|open|start|attend|host|join|visit|receive|welcome|conduct|convene|sit|discuss|negotiate|consult|confer|speak|take|have|make)\b/,
    before:
      /(?<![\p{L}\d])(?:will|would|shall|may|might|could|can|should|must|to)\s[^;]{0,150}\s(?:and|or)\s+(?:\p{Ll}+ly\s+)?$/u,
  },
  {
    status: 'planned',
    example: 'He flew to Rome to meet the pope.',
    before: /(?<![\p{L}\d])to\s+(?:[\p{L}-]+ly\s+)?$/iu,
  },
  {
    status: 'planned',
    example: 'a planned meeting with the emir',
    // "before she met him" tells of one that was
    trigger: /^(?!(?:met|held|hosted|received|sat|spoke|welcomed|attended|took|had|visited)\b)/i,
    before:
      /(?<![\p{L}\d])(?:planned|upcoming|next|future|forthcoming|scheduled|possible|potential|proposed|eventual|expected|ahead of|before|prior to|on the eve of|in preparation for|preparations for|awaiting|pending|plans? for|planning|schedule[sd]?|arrange[sd]?|hopes? (?:for|of)|prospects? (?:for|of)|expects?|if|whether|unless|ready for|possibility of|readiness for|agreed (?:on|to)|announced|deciding|until)\s+(?:[^\s,;:.]+\s+){0,4}$/iu,
  },
  {
    status: 'planned',
    example: 'the next session will be held in Oslo',
    after: after(
      `(?:will|would|can|could|may|might|should|shall|must)\\s+(?:also\\s+)?(?:be|take|begin|start|resume|continue|open|focus|happen|go|last|cover)|(?:is|are|was|were|be)\\s+(?:\\S+ly\\s+)?(?:due|scheduled|expected|planned|set|slated|likely|to be|possible)`,
    ),
  },
  {
    status: 'planned',
    example: 'The envoy launched a mediation between the two.',
    trigger: /\bmediation$/i,
  },
  {
    status: 'planned',
    example: 'They will sign it at the summit next month.',
    after:
      /^(?:\s+[^\s,;:.]+){0,4}\s+(?:later this|next)\s+(?:week|month|year|spring|summer|autumn|fall|winter|\p{Lu}\p{Ll}+)/u,
    nominal: true,
  },
  {
    status: 'planned',
    example: 'the next meeting of the commission',
    trigger: /\b(?:next|upcoming|forthcoming|planned|future|possible|potential|proposed|scheduled|eventual)\b/i,
  },
];

/** Was it held, or only planned, requested, called off, denied; or did it happen again and again? */
export function statusOf(telling: Telling): MeetingStatus | null {
  for (const rule of REALIS) {
    const fits =
      (rule.nominal === undefined || telling.nominal) &&
      (rule.before === undefined || rule.before.test(telling.before)) &&
      (rule.trigger === undefined || rule.trigger.test(telling.trigger)) &&
      (rule.after === undefined ||
        ((telling.nominal || rule.status === 'recurring') && rule.after.test(telling.after)));
    if (fits) return rule.status;
  }
  return telling.nominal && !hasHappened(telling) ? 'planned' : 'held';
}

const IN_ITS_COURSE =
  /(?<![\p{L}\d])(?:during|after|following|at|in|on|from|since|despite|amid|follow(?:s|ed)|of|over|by|attend\p{L}*|end(?:s|ed)|conclud\p{L}*|discuss\p{L}*|describ\p{L}*|recall\p{L}*|recount\p{L}*|remember\p{L}*|ha[sd]|have|had|(?:it|this|that)\s+(?:is|was|marked|marks))\s+(?:[^\s,;:.]+\s+){0,4}$/iu;
const WENT_ON =
  /^[^;]{0,140}?\s(?:was|were|has|had|lasted|took|held|began|came|led|ended|went|fell|broke|ran|\p{Ll}{2,}ed)(?![\p{L}\d])/u;

/** Does anything say that a meeting only named came about: "after a meeting", "the talks ended"? */
const hasHappened = ({ before, after }: Telling): boolean => IN_ITS_COURSE.test(before) || WENT_ON.test(after);
