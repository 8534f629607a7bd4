/** Words that head a post or title, in the singular: what somebody is, not what he does at the moment. */
export const POSTS: ReadonlySet<string> = new Set(
  `president vice-president minister premier chancellor secretary undersecretary ambassador envoy representative
  counterpart chairman chairwoman chairperson chair co-chair chief commander general head leader director
  commissioner governor mayor king queen prince princess emir sultan crown-prince pope bishop archbishop cardinal
  patriarch ayatollah hojjatoleslam hojatoleslam mufti imam mullah sheikh sheikha sheik rabbi spokesman spokeswoman spokesperson adviser advisor senator congressman
  congresswoman deputy negotiator mediator diplomat councillor counselor colonel captain major admiral marshal
  lieutenant sergeant brigadier prosecutor attorney judge justice lawyer speaker whip lawmaker legislator politician
  founder co-founder ceo cfo officer official coordinator analyst expert professor economist historian author
  journalist correspondent editor reporter researcher scientist fellow consul attache charge-d'affaires inspector
  detective sheriff superintendent treasurer secretary-general director-general attorney-general activist organiser
  organizer candidate nominee strategist consultant manager coach executive owner partner pm mp mep rapporteur
  dictator ruler militant warlord cleric preacher monarch foreign-minister gen lt col sen rep gov capt sgt maj adm
  prof pres amb`.split(/\s+/),
);
