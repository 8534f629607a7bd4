import { POSTS } from '../roles/posts.ts';

/**
 * What the training data are too old, or too few, to teach: groups named since, which stand in sentences as people do
 * ("X killed …", "X’s leader"), and given names made of two.
 */
const GROUPS = new Set(
  `daesh isis isil hamas hezbollah hizbullah hizballah taliban houthi houthis peshmerga pkk ypg sdf al-nusra al-shabaab
  al-shabab jabhat al-qaeda al-qaida al-qa'ida fatah wagner interfax tass reuters sputnik xinhua`.split(/\s+/),
);

/** Is the word, taken alone, a group or agency and no person? */
export const isGroup = (written: string): boolean => GROUPS.has(written.toLowerCase().replace(/’/g, "'"));

const COMPOUND =
  /^(?:Ab[du]|Abd[aeu]l|Umm|M[ou]hamm?[ae]d|Ali|Amir|Jean|Anne|Marie|Karl|Hans|Juan|Jos[eé]|Mar[iy]a?)[-‐‑]\p{Lu}\p{Ll}/u;

/** Is the word a given name made of two, "Abdul-Rahim", "Jean-Luc", which begins a name whatever stands before it? */
export const isCompoundGivenName = (written: string): boolean => COMPOUND.test(written);

/** "anti-Rojas", "Rojas-style": words made of a name, which name nobody. */
const MADE_OF_NAME =
  /^(?:anti|pro|non|pre|post|ex|mid)-\p{Lu}|-(?:style|led|backed|like|era|based|affiliated|aligned|friendly|related|supporting|inspired)$/iu;

export const isNameCompound = (word: string): boolean => MADE_OF_NAME.test(word);

/** Verbs that headlines put between two names, where every word is capitalised: "Ana Rojas Backs Ali Haddad". */
const BETWEEN_NAMES = new Set(
  `Says Tells Asks Calls Backs Slams Blasts Rips Hits Mocks Endorses Urges Warns Vows Wants Accuses Defends Praises Attacks
  Meets Joins Leads Beats Defeats Faces Thanks Visits Hosts Names Picks Fires Hires Sues Knocks Bashes Trolls Destroys
  Denies Rejects Supports Condemns Criticizes Criticises Congratulates Welcomes Invites Challenges Threatens`.split(
    /\s+/,
  ),
);

export const isHeadlineVerb = (word: string): boolean => BETWEEN_NAMES.has(word);

/** What stands before names and is none, beside the words for posts; the annotated sets leave such titles out of the name, but know few of them. */
const TITLES = new Set(
  `sheikh sheikha sheik shaikh shaykh ayatollah hojjatoleslam hojatoleslam hojjat-ol-eslam hujjat-ul-islam sayyed sayyid
  seyyed seyed mufti maulana archbishop cardinal patriarch pope mr mrs ms dr prof gen maj col lt sgt capt brig adm cpl cmdr
  rev sir dame sen rep gov king queen prince princess president`.split(/\s+/),
);
/** Titles that are given names as well: a title where another follows, "Emir Sheikh Hamad". */
const TITLES_OR_NAMES = new Set(
  'emir sultan imam major general marshal brigadier grand crown judge justice bishop sheriff chancellor dean'.split(
    ' ',
  ),
);

const COURTESIES = new Set('mr mrs ms messrs'.split(' '));

/** "Mrs. March": behind these stands a person's name, whatever else the word may be. */
export const isCourtesy = (written: string): boolean => COURTESIES.has(written.toLowerCase().replace(/\.$/, ''));

/** Is the first word of what was taken for a name a title? `next` is the word behind it. */
export function isTitle(written: string, next: string): boolean {
  const plain = (word: string) => word.toLowerCase().replace(/\.$/, '');
  const own = plain(written);
  if (TITLES.has(own) || (POSTS.has(own) && !TITLES_OR_NAMES.has(own))) return true;
  return TITLES_OR_NAMES.has(own) && (TITLES.has(plain(next)) || TITLES_OR_NAMES.has(plain(next)));
}
