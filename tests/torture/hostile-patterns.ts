/** A text that somebody may send to keep the bot busy. */
export interface HostilePattern {
  readonly name: string;
  readonly text: string;
}

/** Pieces by kind: words that every article has, words that few have, names, words nearly right, other scripts, marks, syntax. */
const PIECES: readonly string[] = [
  'a|the|of the|said|who met|what did he say|president|minister of foreign affairs|said that the',
  'government meeting talks|war|2015|13 November 2015|since 2010 until 2020|between 2001 and 2019',
  'sanctionz|presidnt|ministre|goverment|wehat|abcdefghijk|zzzzzzzz|worldbankworldbank|qwrtpsdfg',
  'Hussein|Mohammed al|Ali|Sergei|Muhammad bin Salman|Jean-Claude|van der|ben|Abdul-Rahman|O’Brien',
  'قال|من قال|محمد|السعودية|Лавров|Путин|习近平|プーチン|नरेन्द्र|Thaçi|Erdoğan|ﷺ|👨‍👩‍👧',
  '"|“|”|’|(|[|{|<|*|_|~|`|:|:a|::|.|,|-|–|/|@|#|&|?|!|%|\\',
  'OR|-the|by:|from:2015|to:|person:Hussein|kind:state|"the of"|(a+)+$|a*|NEAR(|S-300|1.5 billion|U.S.',
  '\u0301|\u200d|\u202e|\ud83d|\u3164|\u2800|\ufe0f|\0|\t|\n|\u00a0',
  'https://a.example/|<@1>|discord.gg/a|{{7*7}}|%s|../|file:///|since|until|in|with|about|not|never denied',
].flatMap((line) => line.split('|'));

/** As long as an option may be made by a forged interaction. */
const LONGEST = 6000;

/** Each piece again and again, in ways that make readers look back: with and without spaces, numbered, between others. */
const WAYS: readonly [string, (piece: string, at: number) => string][] = [
  ['spaced', (piece) => `${piece} `],
  ['unspaced', (piece) => piece],
  ['numbered', (piece, at) => `${piece}${at} `],
  ['lettered', (piece, at) => `${piece}${letters(at)} `],
  ['among names', (piece, at) => `${piece} ${['Hussein', 'Sergei', 'Ali', 'Mohammed'][at % 4]} `],
  ['between marks', (piece, at) => `"${piece} ${letters(at)}" `],
  ['in lines', (piece) => `${piece}\n`],
  ['hyphenated', (piece, at) => `${piece}-${letters(at % 7)}-`],
  ['with capitals', (piece, at) => `${piece.charAt(0).toUpperCase()}${piece.slice(1)} ${letters(at).toUpperCase()} `],
  ['as options', (piece, at) => `about:${piece} with:${letters(at)} `],
];

const letters = (at: number): string =>
  String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26), 97 + (Math.floor(at / 676) % 26), 114, 101);

/** Every piece in every way: more than 1,200 texts of thousands of characters each. */
export const hostilePatterns = (): HostilePattern[] =>
  PIECES.flatMap((piece) =>
    WAYS.map(([way, make]) => {
      let text = '';
      for (let at = 0; text.length < LONGEST; at++) text += make(piece, at);
      return { name: `${JSON.stringify(piece)} ${way}`, text: text.slice(0, LONGEST) };
    }),
  );
