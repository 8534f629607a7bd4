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
