import type { Sentence } from '../../reading/reading.ts';
import { slice } from '../../text/span.ts';

/**
 * How a sentence stands when it is taken out of its text: `alone` means something by itself; `leaning` means something
 * only after the sentence before it ("He refused."); `unfit` can't be shown at all: a caption, a teaser, a question,
 * a link, half a quotation.
 */
export type Dependence = 'alone' | 'leaning' | 'unfit';

const TOO_FEW_WORDS = 6;
/** Longer than any sentence that a reader wants: a list, or a page whose full stops were lost. */
const TOO_MANY_WORDS = 90;
const ENDED = /[.!。۔]["'”’»)\]]*$/u;

const PRONOUN = `he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves`;
const POINTING = `this|that|these|those|such|both|neither|either|another|others|one|some|many|most|several|none|all`;
const CONNECTIVE = `also|but|and|or|nor|so|yet|still|then|too|thus|hence|however|meanwhile|moreover|furthermore|instead|
  therefore|otherwise|besides|indeed|likewise|similarly|nevertheless|nonetheless|consequently|accordingly|additionally|
  afterwards?|finally|lastly|secondly|thirdly|conversely|rather|again|elsewhere|plus|because|though|although`.replace(
  /\s+/g,
  '',
);
const PHRASE =
  `as a result|as such|in addition|in (?:this|that|the same|such|both) \\w+|in (?:contrast|fact|response|return|turn|other words|doing so)|
  on the other hand|on the contrary|by contrast|by comparison|for (?:example|instance|that|this|these|those|his part|her part|its part|their part)|
  at the same time|at (?:that|this|the) (?:point|time|stage)|after (?:that|this|which)|since then|until then|even so|
  that said|despite (?:this|that|the)|not only that|to that end|with that|what['’]s more|more than that|the (?:latter|former|other|others|same|pair|duo|trio|rest)|
  the (?:two|three|four|five)|specifically|(?:\\w+ )?(?:days|weeks|months|years|hours|minutes|moments|seconds) (?:later|earlier|afterwards?),|here['’]s|here (?:is|are)|there,|here,|yes,|no,|well,|of course|a (?:second|third|fourth|fifth)`.replace(
    /\|\s+/g,
    '|',
  );
const OPENING = /^[\s"'“‘«([–—-]+/u;

/** "He …", "But …", "The latter …": what it points at stands in the sentence before. */
const LEANS = new RegExp(`^(?:${PRONOUN}|${POINTING}|${CONNECTIVE}|${PHRASE})(?![\\p{L}\\p{N}])`, 'iu');
/** The same words where they point at nothing before: "This week", "Those who …", "Some 300 …", "One of the …", "Both sides". */
const POINTS_NOWHERE =
  /^(?:[Tt]his (?:week|month|year|morning|evening|afternoon|weekend|summer|spring|autumn|fall|winter|time)|(?:[Tt]hose|[Aa]ll|[Oo]ne|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Nn]one|[Bb]oth|[Aa]nother|[Ee]ither|[Nn]either) (?:who|of|in|\p{N}|\p{Lu})|(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa]ll|[Aa]nother|[Oo]ne|[Bb]oth) (?!would|will|had|have|has|is|are|was|were|said|say|also|others?|did|do|could|can)\p{Ll}|[Ss]uch as|[Bb]ecause of (?:the|an?) |(?:[Aa]lthough|[Tt]hough) (?!(?:he|she|it|they|this|that) )|[Ss]o far|[Ss]till,? \p{Lu}|[Rr]ather than)/u;
/** "Now those …", "With this …": the same behind a small word, but for stretches of time. */
const LEANS_BEHIND =
  /^(?:now|today|later|soon|even|only|after|before|with|without|of|in|on|as|while|when|for|by|at|under|from|to|like|since|until|if) (?:this|that|these|those|such) (?!week|month|year|morning|evening|afternoon|weekend|summer|spring|autumn|fall|winter|time|day|who)/i;
/** "After he …", "In their …": a pronoun before anything it could mean. */
const EARLY_PRONOUN = new RegExp(`^(?:[\\p{Ll}\\p{Lu}][\\p{Ll}]*,?\\s){1,3}?(?:${PRONOUN})(?![\\p{L}\\p{N}])`, 'u');
const SUBORDINATE =
  /^(?:after|before|when|while|as|if|since|until|once|in|on|at|by|for|with|from|of|to|during|under|among|according|asked|despite|given|like|unlike|without|while|whether|why|how|what|where|part|much|none|half)\b/i;
/** “…,” he said. */
const SAID_BY_PRONOUN =
  /(?:^|["”’»,]\s+)(?:he|she|they|it)\s+(?:also\s+|then\s+|later\s+)?(?:said|says|added|told|wrote|tweeted|asked|continued|explained|noted|warned|argued|insisted|stated|replied|recalled|claimed|admitted|concluded|declared|stressed|emphasi[sz]ed|announced|posted|went on)\b|\b(?:said|added|says|adds)\s+(?:he|she|they)\b/u;

const NOUN = String.raw`((?:\p{Ll}[\p{Ll}-]+ )?\p{Ll}[\p{Ll}-]+)`;
const STRETCH = `days?|nights?|weeks?|weekends?|months?|years?|times?|mornings?|evenings?|afternoons?|summer|spring|autumn|fall|winter|season`;
const BEFORE_POINTING = `(?:of|to|in|at|by|from|with|for|about|on|over|learned|learn)`;
/**
 * "those words", "learned that important lesson", "that Friday", "the statement said", "did the same": something mentioned before, unless the noun stands earlier in the sentence
 * itself. "those going", "those responsible", "in that the", "this week" and "in this country" point at nothing.
 */
const POINTS_BACK = new RegExp(
  [
    String.raw`\b(?:those|these) (?!(?:who|which|that|of|with|in|from|two|three|four|responsible|closest|present|sorts?|kinds?|\p{Ll}+(?:ing|ed)|${STRETCH})\b)${NOUN}`,
    String.raw`\b${BEFORE_POINTING} that (?!(?:the|an?|he|she|it|they|we|is|was|are|were|has|have|had|will|would|can|could|may|might|${STRETCH})\b)${NOUN}`,
    String.raw`\b${BEFORE_POINTING} this (?!(?:country|nation|city|town|state|report|article|story|${STRETCH})\b)${NOUN}`,
    String.raw`\bthat (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`,
    String.raw`\bthe (statement|report|document|letter|post|memo|communiqué) (?:said|says|reads?|added|stated|noted)\b`,
    String.raw`\b(?:did|do|does|doing) (?:the same|so|likewise)\b(?! as)`,
  ].join('|'),
  'u',
);

/** What pages print between their sentences. */
const PAGE_FURNITURE = new RegExp(
  [
    String.raw`\b(?:getty images|ap photo|afp|image copyright|image caption|media (?:caption|playback)|file photo|photo (?:by|credit)|photograph:|courtesy of|screenshot)\b.{0,80}$`,
    String.raw`^(?:\(?(?:file photo|photo|image|video|credit|caption|source|advertisement|related|read(?: more)?|see also|watch|listen|click|tap|more|editor['’]s note|update|updated|correction|note|story highlights|listen live|share|by|topics|tags|published|posted|copyright|©)\s*[:|/-])`,
    String.raw`^(?:click|tap|read|watch|listen|follow|subscribe|sign up|download|check out|see|scroll|join|share|like) (?:here|more|now|below|the|our|us|for|to|on|up|this|what|how|why|it)\b`,
    String.raw`\b(?:sign up|subscribe|newsletter|click here|read more|follow us|all rights reserved|terms of (?:use|service)|privacy policy|cookies|your (?:inbox|browser|email|device)|javascript|ad ?blocker|pic\.twitter\.com|this (?:article|story|post|report|video|page) (?:was|is|has|originally|may)|story (?:was|has been) (?:updated|corrected)|breaking news (?:story|alert)|check back|stay tuned)\b`,
    String.raw`\bcontributed (?:reporting |to this )|^\(?(?:reporting|editing|writing|additional reporting|compiled|edited|translated|reported) by\b`,
    String.raw`https?:\/\/|www\.|\(@\w+\)|^@\w+|^(?:updated?|published|posted|last modified)\b.{0,12}\d`,
    String.raw`^(?:let['’]s|you (?:will|can|may|['’]ll)) |\b(?:let us know|leav(?:e|ing) a comment|in the gallery above|scroll down|in the comments?)\b|^(?:can|could|do|did|would|have) you |^(?:here(?:['’]s| is| are) (?:what|how|why|the|a|some)|what (?:you|we) (?:need|know))\b`,
  ].join('|'),
  'iu',
);

/** What photographers' captions say: in the present tense, with the full date at the end. */
const CAPTION =
  /\b(?:poses?|celebrates?|arrives?|waves?|looks? on|speaks?|stands?|walks?|gestures?|attends?|sits?|listens?|watch(?:es)?|reacts?|shakes? hands|smiles?|holds?|is seen|are seen|takes? part|delivers?|leaves?|meets?|signs?|addresses|greets?|hugs?|kisses|testif(?:y|ies)|march(?:es)?|gathers?|appears?|visits?|carr(?:y|ies)|rides?|prays?)\b.*\b\p{Lu}\p{Ll}+\.? \d{1,2}, (?:19|20)\d\d\.?$/u;
/** Whose picture it is: "REUTERS/Jo Moe", "(AP Photo/Jo Moe)". What stands before it in the paragraph is a caption. */
const CREDIT = /\b(?:REUTERS|AFP|EPA|Reuters|Getty)\/\p{Lu}|\(AP Photo|Getty Images|Handout via/u;

/** How each sentence of a text stands. */
export function standings(text: string, sentences: readonly Sentence[]): Dependence[] {
  let paragraph = -1;
  let open = false;
  const credited = new Set(sentences.filter((one) => CREDIT.test(slice(text, one))).map((one) => one.paragraph));
  return sentences.map((sentence) => {
    const words = slice(text, sentence);
    if (sentence.paragraph !== paragraph) open = false;
    paragraph = sentence.paragraph;
    const inside = open;
    open = quotationOpen(words, open);
    // Half a quotation has lost its speaker, or its end.
    if (inside || open || credited.has(sentence.paragraph)) return 'unfit';
    return standing(words);
  });
}

/** How a sentence stands by its own words. */
export function standing(sentence: string): Dependence {
  const words = sentence.split(/\s+/u).length;
  if (words < TOO_FEW_WORDS || words > TOO_MANY_WORDS || !ENDED.test(sentence)) return 'unfit';
  if (/(?:\.\.\.|…)["'”’)\]]*$/u.test(sentence) || PAGE_FURNITURE.test(sentence)) return 'unfit';
  if (CAPTION.test(sentence)) return 'unfit';
  if (isShouted(sentence)) return 'unfit';
  return leansOnWhatWasSaid(sentence) ? 'leaning' : 'alone';
}

/** Does the sentence point at somebody or something that it doesn't name? Also asked of a text's first: many are cut out of longer ones. */
export function leansOnWhatWasSaid(sentence: string): boolean {
  const bare = withoutDateline(sentence).replace(OPENING, '');
  if (LEANS.test(bare) && !POINTS_NOWHERE.test(bare)) return true;
  if (LEANS_BEHIND.test(bare)) return true;
  const ours = withoutQuotations(bare);
  // Nothing but somebody's words, and not whose.
  if (!/\p{L}/u.test(ours)) return true;
  if (SUBORDINATE.test(bare) && EARLY_PRONOUN.test(ours) && !hasName(ours)) return true;
  if (pointsBack(ours)) return true;
  const said = SAID_BY_PRONOUN.exec(ours);
  return said !== null && !hasName(ours.slice(0, said.index));
}

/** Does it point at a thing by a word that hasn't been named in the sentence? */
function pointsBack(words: string): boolean {
  const found = POINTS_BACK.exec(words);
  if (!found) return false;
  const noun = found.slice(1).find(Boolean)?.split(' ').at(-1);
  return !noun || !words.slice(0, found.index).toLowerCase().includes(noun.replace(/s$/u, ''));
}

/** A name is a capital letter that no sentence's opening asks for. */
const hasName = (words: string): boolean => /\S\s+["“‘(]?\p{Lu}/u.test(words);

/** "WASHINGTON (Reuters) - He …" */
const withoutDateline = (sentence: string): string =>
  sentence.replace(
    /^(?:[\p{Lu}\d .,/'’-]{3,40})?\s*\([\p{L}\s./-]{2,30}\)\s*(?:[-–—]+\s*)?|^\p{Lu}[\p{Lu} .,]{3,40}\s*[-–—:]+\s+/u,
    '',
  );

const withoutQuotations = (sentence: string): string =>
  sentence
    .replace(/“[^“”]*”?|"[^"]*"?|«[^«»]*»?/gu, ' ” ')
    .replace(/\s+/g, ' ')
    .replace(/^ ” ”? ?$/u, '');

/** Is a quotation still open behind these words? */
function quotationOpen(words: string, open: boolean): boolean {
  let now = open;
  for (const [mark] of words.matchAll(/["“”«»]/gu)) now = mark === '"' ? !now : mark === '“' || mark === '«';
  return now;
}

/** A line in capitals is a headline or a banner. */
function isShouted(sentence: string): boolean {
  if (!/\p{Lu}{3}/u.test(sentence)) return false;
  const letters = sentence.replace(/\P{L}/gu, '');
  return letters.length > 0 && letters.replace(/\P{Lu}/gu, '').length > 0.6 * letters.length;
}
