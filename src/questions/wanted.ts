/** What a question wants to know. Several may hold: "when and where did they meet". */
export interface WantedAnswer {
  readonly number: boolean;
  readonly date: boolean;
  readonly place: boolean;
  readonly person: boolean;
  readonly cause: boolean;
  /** Somebody's words. */
  readonly words: boolean;
  readonly meeting: boolean;
  readonly comparison: boolean;
  readonly list: boolean;
  readonly summary: boolean;
  readonly outlets: boolean;
  /** The articles themselves. */
  readonly article: boolean;
  readonly identity: boolean;
  readonly timeline: boolean;
  readonly check: boolean;
}

/** Cues of each kind of answer: question words, and the few nouns and verbs that name the kind itself. */
const CUES: Readonly<Record<keyof WantedAnswer, RegExp>> = {
  number:
    /\bhow (?:many|much|long|far|old|big|large|often|high)\b|\b(?:number|count|total|toll|percent(?:age)?|per cent|share|figure|figures|amount|price|cost|worth|tally|sum|size|age|rate)s?\b|\bhow (?:\w+ )?(?:many|much)\b/,
  date: /\bwhen\b|\bwhat (?:date|day|year|month|time)\b|\b(?:which|what) (?:date|day|year|month)\b|\bhow long ago\b|\bsince when\b|\bdate\b/,
  place:
    /\bwhere\b|\b(?:which|what|in what|at which) (?:city|town|country|place|venue|village|state|region|location|airport|hotel|island)\b|\bwhereabouts\b/,
  person:
    /\bwho(?:m|se)?\b|\bwhos\b|\b(?:which|what) (?:\w+ )?(?:leader|leaders|minister|official|politician|president|person|man|woman|senator)s?\b|\bby whom\b/,
  cause:
    /\bwhy\b|\bhow come\b|\b(?:reason|reasons|cause|motive|grounds|pretext)\b|\bbecause\b|\bwhat (?:led|made|prompted|caused|drove)\b/,
  words:
    /\b(?:sa(?:y|ys|id)|quote[ds]?|quotes|quotation|told|telling|call(?:ed)?|words|remark(?:s|ed)?|statement|comment(?:s|ed)?|tweet(?:s|ed)?|wording|verbatim|line|reply|replied|response|respond(?:ed)?|react(?:ed|ion)?|describe[ds]?|put it|claim(?:s|ed)?|warn(?:s|ed)?|spoke|spoken|insist(?:ed)?|think|view|opinion|brand(?:ed)?|promise[ds]?|vow(?:s|ed)?|den(?:y|ied|ies))\b/,
  meeting:
    /\b(?:met|meet|meets|meeting|meetings|talks|summit|summits|get-?together|sit down|sat down|visit|visits|visited|hosted|received|receive|see each other|delegation|negotiat\w+|hold talks|held talks|spoke with|encounter|session|conferred|talk(?:ed)? (?:about|with|to)|discuss\w*)\b/,
  comparison:
    /\b(?:compare|comparison|differ(?:s|ed|ence|ences)?|agree|disagree|contradict\w*|versus|vs|same|both|each outlet|how do)\b/,
  list: /\b(?:list|all|every|everyone|which (?:\w+ )?(?:countries|leaders|outlets|ministers|people|states|names)|names?|members)\b/,
  summary:
    /\b(?:summar\w+|tl;?dr|overview|sum up|brief me|rundown|recap|gist|in short|what happened|what has \w+ done|tell me about|whats going on|background|main points)\b/,
  outlets:
    /\b(?:outlets?|newspapers?|papers?|media|press|sources?|reported by|carried|carry|cover(?:ed|s|age)?|published)\b/,
  article: /\b(?:articles?|story|stories|pieces?|link to)\b/,
  identity: /\bwho(?:'s|s| is| was| are| were)\b/,
  timeline:
    /\b(?:timeline|time line|chronolog\w+|sequence|came first|happened first|in order|order of events|step by step)\b/,
  check: /\b(?:true|false|verify|real|really|fake|accurate|did \w+ (?:\w+ )?(?:deny|say)|is it right|correct)\b/,
};

const KINDS = Object.keys(CUES) as (keyof WantedAnswer)[]; // of the record above

export function wantedBy(question: string, command: string | null): WantedAnswer {
  const text = question.toLowerCase().replace(/[’‘]/g, "'");
  const found = Object.fromEntries(KINDS.map((kind) => [kind, CUES[kind].test(text)])) as Record<
    keyof WantedAnswer,
    boolean
  >;
  if (command === 'met') found.meeting = true;
  if (command === 'quote') found.words = true;
  if (command === 'compare') found.comparison = true;
  if (command === 'summary') found.summary = true;
  if (command === 'timeline') found.timeline = true;
  return found;
}
