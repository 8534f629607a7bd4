/** Why a line of a page is not read as its article. */
export type DroppedKind =
  | 'headline'
  | 'navigation'
  | 'share line'
  | 'counter'
  | 'see also'
  | 'related story'
  | 'tags'
  | 'caption'
  | 'page stamp'
  | 'byline'
  | 'comments'
  | 'notice'
  | 'advertisement'
  | 'credits';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s*)';
const CLOCK = '(?:\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?)';
const ZONE = '(?:\\s*\\(?(?:gmt|utc|est|edt|cet|msk|bst|et|pt|ist)(?:\\s*[+-]\\d+)?\\)?)';
const DATE = `(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4})`;
const LABEL = '(?:(?:first |last )?(?:published|updated|posted|modified|created|date)(?:\\s+(?:on|at))?:?\\s*)';
const BULLET = '(?:[•·*|–-]\\s*)';
const STAMP = new RegExp(
  `^${BULLET}?${LABEL}?(?:${CLOCK}${ZONE}?,?\\s*(?:on\\s+)?)?${WEEKDAY}?(?:${DATE})(?:T[\\d:.+Z-]+|[\\s,|·•@–-]*(?:at\\s+)?${CLOCK}${ZONE}?)?\\s*[|·•]?$`,
  'i',
);

/** A line that is nothing but a date, with or without a time and a label: "Updated: 3 May 2018, 14:05 GMT". */
export const isStamp = (line: string): boolean => line.length <= 90 && STAMP.test(line);

/** A date line that also tells the time of day. */
export const hasClockTime = (line: string): boolean => new RegExp(CLOCK.replaceAll('.]', ']'), 'i').test(line);

const NETWORK =
  '(?:facebook|twitter|x|whats ?app|telegram|linkedin|pinterest|reddit|e-?mail|vk|viber|tumblr|messenger|copy link|print|instagram|youtube|line|flipboard|pocket|sms)';

const AGENCY =
  'AP|AFP|Reuters|EPA|EFE|ANSA|UPI|TASS|Xinhua|Anadolu(?: Agency)?|Getty(?: Images)?|Shutterstock|Bloomberg';
/** Who made a picture, as it ends the words under it: "… in Lima. | Jane Roe/AP Photo", "Photograph: Jane Roe/Reuters", "… Jane Roe—AFP/Getty Images". */
const CREDITED = new RegExp(
  [
    String.raw`(?:^|[.!?”"|)\s])\s*(?:[Pp]hoto|[Pp]hotograph|[Pp]hotographer|[Ii]mage|[Pp]icture|[Cc]redit)(?: by| credit)?: ?\p{Lu}[^.!?]{1,80}$`,
    String.raw`(?:[.!?”"|)] ?|^)(?:\p{Lu}[\p{L}.'’-]* ){0,4}\p{Lu}[\p{L}'’-]*\s?[/—–|]\s?(?:${AGENCY})(?:[/ ](?:${AGENCY}|Photo|Pool|File))*$`,
    String.raw`\|\s?(?:${AGENCY})(?: Photo)?$`,
  ].join('|'),
  'u',
);
/** The words of a player's or a gallery's own buttons: the paragraph around them is what they play and show. */
const PLAYER =
  /\bhide caption\b|\breplay more videos\b|\bmedia playback is (?:un|not )supported\b|\bvideo (?:file )?(?:cannot|can['’]t|could not) be (?:played|loaded)\b|^\(?error code:|^(?:image|media) (?:copyright|caption)\b|\btoggle caption\b|\bview slideshow\b|^(?:play|watch) video\s+\d+:\d\d\b|\bPrevious Next\b/i;

/** The rules for single lines, each with a line it was written for. First match wins. */
const RULES: readonly (readonly [DroppedKind, RegExp])[] = [
  // "SHARE THIS ARTICLE", "Share on Facebook", "Share:"
  [
    'share line',
    /^(?:share|tweet|pin it|e-?mail|print|like|save|bookmark)(?:\s+(?:this|on|via|to|with|it)\b.{0,40})?:?\s*\d*$/i,
  ],
  // "Facebook Twitter WhatsApp", "Facebook | Twitter | Email"
  ['share line', new RegExp(`^(?:share\\s*(?:on|via)?:?\\s*)?${NETWORK}(?:[\\s,|/·•]+(?:and\\s+)?${NETWORK})+$`, 'i')],
  ['share line', new RegExp(`^${NETWORK}$`, 'i')],
  // "Read or share this story: https://…"
  ['share line', /^(?:read or )?share this (?:story|article|post|page)\b.{0,120}$/i],
  // "Get short URL", "Copy link to clipboard"
  ['share line', /^(?:get|copy)\s+(?:short |the )?(?:url|link|address)\b.{0,30}$/i],
  // "0 124", "1,204 views", "12 shares"
  ['counter', /^[\d.,\s]+[km]?$/i],
  [
    'counter',
    /^[\d.,]+\s*[km]?\s+(?:views?|shares?|likes?|reads?|votes?|retweets?|min(?:ute)?s?(?: read)?)(?:\s+\d+\s+\w+)?$/i,
  ],
  [
    'counter',
    /^(?:views?|hits|reads?|reading time|estimated reading time)\s*:\s*[\d.,]+\s*[km]?(?:\s*min(?:ute)?s?)?$/i,
  ],
  // "Violence in the region (1881)": a topic with the number of its items
  ['tags', /^(?!\d)[^.!?]{3,80}\s\(\d{1,6}\)$/],
  // "Tags: Syria, Iraq", "Filed under: World", "Main category:"
  ['tags', /^(?:tags?|topics?|keywords?|labels?|filed under|posted in|(?:main )?categor(?:y|ies)|sections?)\s*:/i],
  ['tags', /^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u],
  // "Photo: Reuters", "A file photo of soldiers", "Photo of a bridge" (but not "The image of a boy … went round the world.")
  [
    'caption',
    /^(?:file |stock |hand ?out |undated )?(?:photo|image|picture|video|photograph|illustration)s?\s*(?:credit|caption|copyright|source|by|:|\/|©|courtesy)/i,
  ],
  [
    'caption',
    /^(?:an?\s+|the\s+)?(?:photo|image|picture|photograph|illustration)s? (?:of|shows?|taken)\b(?:[^.!?]|\.(?=\S))*$/i,
  ],
  [
    'caption',
    /^(?:an?\s+|this\s+|the\s+)?(?:file|undated|hand-?out|stock|archive|illustrative)\s+(?:photo|image|picture)/i,
  ],
  ['caption', /^enlarge this image\b/i],
  // "FILE - In this June 3, 2019, file photo a ferry leaves the harbour."
  ['caption', /^FILE(?: PHOTO)?\s?[-–—:]/],
  ['caption', CREDITED],
  // "© AFP", "Soldiers near the town. (AP Photo/Jane Roe)", "… speaks on Tuesday. [Reuters]", "… (Jane Roe/Reuters)"
  ['caption', /^\(?(?:©|\(c\)|copyright)\s?(?:ap|afp|reuters|epa|getty|sputnik|ria|tass|xinhua|anadolu)\b/i],
  ['caption', /^.{0,300}\((?:[\p{L}.]+ )?(?:photo|file photo|image)\b[^)]{0,60}\)\.?$/iu],
  [
    'caption',
    /^[^.!?]{10,300}\.?\s?[[(](?:photo|file|image|picture|reuters|afp|ap|epa|getty images)(?:[ /](?:photo|file|via|by)[^)\]]*)?[)\]]$/i,
  ],
  [
    'caption',
    /^.{0,300}\(\p{Lu}[\p{L}. '’-]{2,40}\/(?:\p{L}+ ){0,3}(?:reuters|afp|ap|epa|getty|getty images|shutterstock)\)$/iu,
  ],
  // "By Jane Roe", "By JANE ROE, Staff Writer", "Author: Jane Roe | AFP ID: 155"
  ['byline', /^(?:by|BY|By|(?:Written|Posted|Reported) by)\s+\p{Lu}[^!?"“]{2,80}$/u],
  ['byline', /^author\s*:/i],
  // "Reporting by A; editing by B", "© 2015 The Daily. All rights reserved.", "Powered by Blogger"
  ['credits', /^\(?(?:additional |with )?(?:reporting|writing|editing|edited|translated|compiled)\s+by\s+\p{Lu}/iu],
  ['credits', /^(?:©|\(c\)|copyright\b(?:\s*(?:©|\(c\)))?)\s*(?:\d{4}|the\b|by\b)/i],
  ['credits', /\ball rights reserved\b/i],
  ['credits', /^(?:powered|designed|developed|hosted|theme|template|built) (?:by|with)\b/i],
  [
    'credits',
    /\bmay not be (?:published|reproduced|republished)\b.{0,60}\b(?:broadcast|rewritten|redistributed|permission)\b/i,
  ],
  ['credits', /^[^“"]{0,120}\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\b[^“"]{0,80}$/i],
  ['credits', /^[\s–—-]*(?:contributing|contributors?)\s*:\s*\p{Lu}[^“"]{2,160}$/iu],
  // "Advertisement", "Sponsored content", "Buy AdSpace", "Story continues below"
  [
    'advertisement',
    /^(?:advert(?:isement|ising)?s?|ads?(?: by \w+)?|sponsored(?: content| by .{0,30})?|promoted(?: content| stories)?|buy ad ?space|paid content)[.:]?(?: continue reading(?: the main story| below)?)?$/i,
  ],
  ['advertisement', /^(?:article|story|post) continues (?:below|after)\b/i],
  // "Home", "Skip to content", "Listen Live", "Sign in", "Menu", "Back to top"
  [
    'navigation',
    /^(?:home|menu|search|log ?in|sign ?(?:in|up)|register|my account|subscribe(?: now)?|donate(?: now)?|contact(?: us)?|about(?: us)?|skip to (?:main )?(?:content|navigation)|(?:listen|watch|tv|radio) live|live|back to (?:top|home)|top|next|previous|prev|older posts?|newer posts?|home ?page|sitemap|terms(?: of (?:use|service))?|privacy(?: policy)?|cookie(?: policy| settings)?|advertise(?: with us)?|careers|jobs|faqs?|help|rss|archives?|all news|more|read more|show more|load more|close|ok|accept(?: all)?|reject(?: all)?|community standards.*|discussion)$/i,
  ],
  // "News / Iraq / Russia", "Home > World > Asia"
  ['navigation', /^[^.!?/>»|]{1,40}(?:\s+[/>»›|]\s+[^.!?/>»|]{1,40}){1,6}$/],
  ['navigation', /^(?:home|news|world)\s*[/>»›|]/i],

  // "We use cookies to …", "Please enable JavaScript", "Sign up for our newsletter", "Follow us on …", "Visit our new website:"
  ['notice', /^[^“"]*\b(?:we|our|this (?:web)?site|partners?|you)\b[^“"]*\bcookies\b/i],
  ['notice', /^(?:please )?(?:enable|turn on|turn off|disable) (?:javascript|your ad|cookies|ad ?block)/i],
  [
    'notice',
    /^(?:please )?(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletters?|e-?mails?|alerts?|updates?|channel|briefing|inbox|today|now|free)\b/i,
  ],
  ['notice', /\bby (?:signing up|subscribing|registering),? you (?:agree|accept)\b|\bnewsletter sign-?up\b/i],
  // "Write to Jane Roe at jane@example.org", "Send tips to tips@example.org.", "Click for more from the Herald."
  [
    'notice',
    /^(?:write to|send (?:your )?(?:tips|e-?mails?|letters)|e-?mail|contact|reach)\b[^“"]{0,80}\S+@\S+\.\w+\.?$/i,
  ],
  ['notice', /^click (?:here )?(?:for|to (?:read|see|watch|view)) (?:more|the (?:full|original))\b.{0,80}$/i],
  // "You are receiving this because you signed up.", "Unsubscribe from this list", "View this email in your browser"
  ['notice', /^(?:you(?: are|['’]re| have)? receiv(?:ing|ed) this|this (?:e-?mail|message) was sent to)\b/i],
  [
    'notice',
    /^(?:(?:to )?unsubscribe\b[^“"]{0,100}|(?:view|open|read|see) (?:this|it|the) ?(?:e-?mail|newsletter|message|online)?\b.{0,10}in (?:your|a) browser\b.{0,60})$/i,
  ],
  ['notice', /^(?:please )?(?:follow|like|join|find) us\b/i],
  [
    'notice',
    /^[^“"]{0,200}\bfollow (?:him|her|them|me|us|@\w+|[\p{Lu}][\p{L} .]{2,30}) (?:on|at|via) (?:twitter|facebook|x|instagram|telegram|@)/iu,
  ],
  ['notice', /^(?:download|get|install) (?:our|the) (?:[\w ]{0,20})?app\b/i],
  ['notice', /^visit our\b.{0,40}(?:site|page|app|channel|shop)\b/i],
  [
    'notice',
    /^.{0,60}\b(?:web ?site|page)\b.{0,40}\b(?:be accessed|available)\b.{0,40}\b(?:address(?:es)?|mirrors?|domains?)\b/i,
  ],
  [
    'notice',
    /^(?:to )?(?:read|see|view|get) (?:the |this )?(?:full|rest of the|whole|complete) (?:story|article|text|report)\b.{0,60}$/i,
  ],
  ['notice', /^click here\b.{0,80}$/i],
  ['notice', /^your (?:e-?mail|email address|subscription|browser|privacy)\b.{0,80}$/i],
  // A teaser of a feed: a byline and its number run together, or a stamp and the story's opening words, cut off
  ['related story', /\bid:\s*\d{12,}/i],
  // "Minister quits over ferry deal Read more": another story's headline with its button
  ['related story', /^[^.!?]{10,200}[^.!]\s(?:Read more|READ MORE|Continue reading)(?: »| >)?$/],
];

/** "www.example.co.uk", "https://example.org/x". */
export const isBareAddress = (line: string): boolean =>
  /^(?:https?:\/\/\S+|www\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|co\.uk|ru|ir|tv|news))$/i.test(line);

/** What a line is by its own shape, if it can be nothing of an article; null where it may be. */
export function boilerplateKind(line: string): DroppedKind | null {
  if (isStamp(line)) return 'page stamp';
  if (isBareAddress(line)) return 'navigation';
  if (PLAYER.test(line)) return 'caption';
  if (line.length > 400) return null;
  return RULES.find(([, shape]) => shape.test(line))?.[0] ?? (isKeywordList(line) ? 'tags' : null);
}

/** "Syria, Iraq, counterterrorism, Jane Roe": five or more short terms between commas, and no sentence. */
export function isKeywordList(line: string): boolean {
  const terms = line.split(/\s*[,;|]\s*/);
  return (
    terms.length >= 5 &&
    !/[.!?:"”]$/.test(line) &&
    terms.every((term) => term && term.split(/\s+/).length <= 3 && !/^(?:and|or)\b/.test(term))
  );
}

/** "See also", "Read more:": the next line that is no sentence is another story's headline, and the article goes on. */
export const isSeeAlso = (line: string): boolean =>
  /^(?:see also|read (?:also|more|next)|also read|more on this(?: story| topic)?|don['’]t miss|related(?: story| article| link| news)?|watch(?: also| more)?|must read|more)\s*[:.…»>-]*$/i.test(
    line,
  );

/** "Read more: Headline of another story", on one line. */
export const isSeeAlsoWithHeadline = (line: string): boolean =>
  /^(?:see also|read (?:also|more|next)|also read|more|related|don['’]t miss|watch|must read)\s*(?:[:»>]|[-–—]\s)\s*\S/i.test(
    line,
  ) && line.length < 200;

/** "Related Stories": teasers of other stories follow, as a rule to the end. */
export const isRelatedHeading = (line: string): boolean =>
  /^(?:related (?:stories|articles|news|posts|content|topics|links|coverage|reading)|(?:more|other|latest|top|recent|popular|trending|recommended|editor['’]?s['’]?) (?:stories|articles|news|posts|headlines|picks?|choice)|more (?:from|in|on|about) .{2,40}|most (?:read|popular|viewed|shared|commented|recent)(?: .{2,20})?|you (?:may|might|could) (?:also )?(?:like|be interested in|have missed)|recommended(?: for you| by)?|read next|up next|what to read next|around the web|from around the web|trending(?: now)?|popular(?: now| posts)?|in case you missed it|also in the news)\s*[:.…»>]*$/i.test(
    line,
  );

/** "No comments:", "3 Comments", "Leave a reply": readers speak from here on. */
export const isCommentsHeading = (line: string): boolean =>
  /^(?:(?:no|\d[\d,.]*)\s+(?:comments?|responses?|replies)\b.{0,40}|comments?\s*(?:\(\d*\)|\d*)|(?:leave|post|write|add|view|show|see)\s+(?:a |your |all |an? )?(?:\d+ )?(?:comments?|reply)|reader comments?|join the (?:discussion|conversation)|what do you think\??|have your say)\s*[:.…]*$/i.test(
    line,
  );
