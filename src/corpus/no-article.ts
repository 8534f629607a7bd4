import { wordCount } from './units.ts';

/** Pages that a site sends in place of an article, with what each is reported as; the words stand in the title, a heading or the first lines. */
const INSTEAD: readonly (readonly [string, RegExp])[] = [
  [
    'it is no article: the site says there is no such page',
    /\b404\b|\b(?:page|article|story|content|url|document|file)\b.{0,60}\b(?:not (?:be )?found|does(?:n['’]t| not) exist|no longer (?:available|exists?)|(?:has|have|was|may have) (?:been )?(?:moved|removed|deleted|expired))|\bcan(?:['’]t|not)(?: seem to)? find (?:the|that|this|what) |\bseite (?:wurde )?nicht gefunden|\bpage (?:introuvable|non trouvée)|\b(?:page que vous|seite,? die sie|página que|pagina che) (?:\p{L}+ )?(?:re?cherche|demande|suche|angefordert|busca|procura|cerca)|página no encontrada|страница не найдена|الصفحة غير موجودة/iu,
  ],
  [
    'it is no article: the site asks for consent to cookies first',
    /\bbefore you continue\b|\bwe (?:value|care about) your privacy\b|\b(?:we|us) and our (?:\d+ )?partners\b|\b(?:accept|manage|reject) (?:all )?(?:cookies|choices|preferences)\b|\bconsent to (?:the use of )?cookies\b|\bcookie (?:consent|settings|preferences)\b|\bzustimm.{0,40}cookies|\bmit werbung (?:und tracking )?(?:weiter|nutzen)|\bcontinuer sans accepter\b|\b(?:accepter|aceptar|accettare?|aceitar) .{0,20}cookies\b/iu,
  ],
  [
    'it is no article: the site wants to see that a person asks',
    /\bare you (?:a )?(?:human|robot)\b|\bverify(?:ing)? (?:that )?you are (?:a )?human\b|\bchecking (?:if the site connection is secure|your browser)\b|\bjust a moment\b|\benable javascript and cookies\b|\bcaptcha\b|\bunusual (?:traffic|activity)\b|\baccess (?:to this page (?:has been )?)?denied\b|\bplease (?:enable|turn on) javascript\b|\bddos protection\b|\brequest (?:was )?blocked\b/i,
  ],
  [
    'it is no article: the site asks for a login or a subscription first',
    /\b(?:log|sign) ?in (?:or (?:register|subscribe) )?to (?:continue|read|view)\b|\bsubscribe (?:now )?to (?:continue|read|unlock)\b|\bthis (?:article|content|story) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members)\b/i,
  ],
  [
    'it is no article: the site is in trouble',
    /\b(?:50[0234]) (?:internal|bad|service|gateway|error)|\b(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)\b|\b(?:scheduled|down for) maintenance\b|\bsomething went wrong\b|\ban (?:unexpected )?error (?:has )?occurred\b/i,
  ],
];

/** An article has more words than this, or does not speak of itself as such pages do. */
const FEW_WORDS = 150;
const MANY_WORDS = 400;

/**
 * Why a page that came as an article is none, worded for the person who added it; null where it may be one. An article *about*
 * such pages is longer than they are.
 */
export function insteadOfArticle(title: string | null, headings: readonly string[], text: string): string | null {
  const words = wordCount(text);
  if (words > MANY_WORDS || reportsWords(text)) return null;
  const heads = [title ?? '', ...headings].filter((line) => wordCount(line) <= 12);
  const opening = text.slice(0, 500);
  for (const [reason, shape] of INSTEAD) {
    if (heads.some((line) => shape.test(line)) && (words < FEW_WORDS || shape.test(opening))) return reason;
    if (words < FEW_WORDS && shape.test(opening) && isOfSitesOwnVoice(opening)) return reason;
  }
  return null;
}

/** Speaks to who reads it and of the page itself, and quotes nobody. */
const isOfSitesOwnVoice = (text: string): boolean =>
  /\b(?:you|your|please|sorry|we|our|vous|votre|sie|ihrem?|usted|tu|você|вы)\b/i.test(text) &&
  !QUOTED.test(text) &&
  !SAID.test(text);

const QUOTED = /[“"«„][^”"»“]{15,}[”"»“]/;
const SAID = /\b(?:said|told reporters)\b/;

/** Somebody is quoted, and who: a page that speaks for its site quotes nobody. */
const reportsWords = (text: string): boolean => QUOTED.test(text) && SAID.test(text);
