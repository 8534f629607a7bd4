/*
 * Words with which people ask, and that say nothing of what they ask about: they are in no unit of a question. Closed classes
 * only (politeness, commands to a machine, words for answers and sources, fillers of talk); what a word asks for is in wanted.ts.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

export const FILLERS: ReadonlySet<string> = set(`
  please pls plz kindly could can would will shall may might must should want wanted wish like need know wonder wondering
  tell show give find get got getting look looking dig pull let lets help ask asking answer explain check
  guys folks mate dude bro sir madam
  me us you your yours my our i we u ur im ive id youre
  hey hi hello yo ok okay so well um uh er hmm thanks thank cheers thx ta sorry actually really exactly precisely just maybe
  perhaps basically literally anyway right ever again also too even still either though
  anything something everything anyone someone anybody somebody everybody nobody nothing thing things stuff bit kind sort
  archive archives source sources acc according sth somehow somewhere
  possible possibly able moment grateful appreciate mind if quick quickly briefly details detail info information
  earth heck hell gonna wanna gotta cannot isnt wasnt arent werent dont doesnt didnt hasnt havent wont wouldnt couldnt
  wasn isn aren weren don doesn didn hasn haven won wouldn couldn
  the a an of to in on at by for from with about as into over under between among during and or but not no nor than then that this
  these those there here it its he him his she her hers they them their theirs who whom whose which what when where why how is are
  was were be been being am do does did done has have had having wich wat whats whatd whered whod howd whyd whos wheres whens hows`);

/** A question's very own nouns: "the quote", "a summary", "how many articles". They are wanted, not looked for. */
export const ANSWER_NOUNS: ReadonlySet<string> = set(`
  quote quotes quoted quotation quotations verbatim wording exact summary summarise summarize summarised summarized tldr tl dr overview
  timeline chronology compare comparison verify article articles outlet outlets piece pieces story stories coverage report reports
  reported true false list count many much often`);

/** Words that ask for somebody's words. Only where a question has no others are they looked for ("what was said in May?"). */
export const SAYING: ReadonlySet<string> = set('say says said saying told');
