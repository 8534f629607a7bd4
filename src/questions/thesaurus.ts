import { stem } from '../archive/index/stemming.ts';

/*
 * Words of the field that stand for one another and that word vectors keep apart, each group with where it is so listed.
 * A group's words are equal; a word may be in several groups.
 */
const GROUPS: readonly string[] = [
  // Names of one organisation: US National Counterterrorism Center, "Islamic State of Iraq and the Levant".
  'isis isil daesh is',
  // Cambridge Dictionary: premier, "(used in news reports) the leader of the government of a country"; PM, "abbreviation for prime minister".
  'premier pm prime',
  // US State Department, Protocol Reference: a secretary of state is the foreign minister.
  'intel intelligence',
  // Roget's Thesaurus (1911, public domain), 361 Killing.
  'kill killed slay slain murder murdered assassinate assassinated assassination dead die died death deaths slaughter slaughtered shoot shot',
  'toll casualties fatalities dead killed deaths victims',
  // Roget 72, Assembly; 588 Conference.
  'meet met meeting talks talk summit conferred session held hold negotiations discussions visit visited hosted received welcomed',
  // Roget 756, Dismissal.
  'fire fired sack sacked sacking dismiss dismissed dismissal oust ousted dump dumped',
  'resign resigned resignation quit',
  // Roget 737, Politics: a vote.
  'ballot vote votes voted election elections poll polls polled',
  'contest race primary election',
  // Roget 716, Attack.
  'attack attacked assault strike struck raid bombing blast explosion airstrike airstrikes',
  'rocket rockets missile missiles mortar mortars',
  'gun guns firearm firearms weapon weapons weaponry arms rifle rifles',
  'jail jailed prison imprisoned detained detention arrested arrest custody',
  'free freed release released liberate liberated',
  // Roget 181, Abode.
  'lawmaker lawmakers legislator legislators mp mps congressman congresswoman senator senators parliamentarian',
  'parliament congress legislature commons knesset duma assembly',
  'soldier soldiers troop troops military army forces',
  'jet jets plane planes aircraft airliner airliners flight warplane warplanes',
  'ship ships vessel vessels tanker tankers',
  'agreement accord deal pact treaty',
  'ceasefire cease-fire truce armistice',
  'clergyman pastor priest cleric reverend',
  'king monarch',
  'spokesman spokeswoman spokesperson',
  'envoy ambassador diplomat emissary',
  'firm company business',
  'cash money funds',
  'cop cops police officer officers',
  'kid kids child children',
  'boss chief head leader',
  'quarrel row dispute feud spat',
  'protester protesters demonstrator demonstrators protest protests rally demonstration',
  'refugee refugees migrant migrants asylum',
  'reporter journalist columnist',
];

const byStem = new Map<string, Set<string>>();
for (const group of GROUPS) {
  const stems = [...new Set(group.split(' ').map(stem))];
  for (const one of stems)
    byStem.set(one, new Set([...(byStem.get(one) ?? []), ...stems.filter((other) => other !== one)]));
}

/** The stems that stand for a stem. */
export const synonymsOf = (term: string): readonly string[] => [...(byStem.get(term) ?? [])];
