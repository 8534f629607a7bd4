/** A text of any length, made for one way of taking longer than its length. */
export interface EndlessText {
  readonly name: string;
  readonly make: (length: number) => string;
}

const repeat = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const numbered = (piece: (i: number) => string) => (length: number) => {
  let text = '';
  for (let i = 0; text.length < length; i++) text += piece(i);
  return text;
};
const nested = (open: string, inner: string, close: string) => (length: number) => {
  const depth = Math.floor(length / (open.length + close.length));
  return open.repeat(depth) + inner + close.repeat(depth);
};
const each = (kind: string, pieces: readonly string[]): EndlessText[] =>
  pieces.map((piece) => ({ name: `${kind} ${JSON.stringify(piece)}`, make: repeat(piece) }));
const letters = (i: number): string => i.toString(36);

/** `|` parts the pieces. */
const MARKS = `"|“|”|«|''|\`\`|'|’|" |“ |”\n|"\n\n|“Yes ”|“a” |'a' |“I.” `.split('|');
const WITHOUT_SPACE = "x|X|-|a-|a'|A.|.|!|(|[|,|0|1/|😀|\ud83d|\u0301|\u202e|\u200d|\0".split('|');
const SHORT = " |\n|\n\n|\t|\u00a0|\u2028|a |A |a\n|A. |. |, |- |— |( |and |of the |'s ".split('|');
/** Words that begin, or go on with, a name, a post, a quotation, a meeting or a date, and never come to its end. */
const RUNS = [
  "Ivanov |Sergei Ivanov |Mr. |Minister of |head's |said |said Ivanov |he said |according to |who |Ivanov: “",
  '|met |met with |a meeting between |talks with the |Ivanov and |Ivanov, |the minister of A, |Ivanov, the minister, ',
  '|Friday |last |11 February |2020-|will not |He said that he said that |Ivanov met Petrov in Paris and ',
  '|“Yes,” Ivanov said. |“Yes,” said |IVANOV MEETS PETROV |(PMU) |Popular Units (PU) ',
]
  .join('')
  .split('|');

/** Texts that would show a reader whose time grows faster than its text. */
export const ENDLESS: readonly EndlessText[] = [
  ...each('quotation marks', MARKS),
  ...each('without a space', WITHOUT_SPACE),
  ...each('short pieces', SHORT),
  ...each('one run of', RUNS),
  { name: 'from right to left', make: repeat('محمد بن سلمان ') },
  { name: 'combining marks', make: repeat('e\u0301\u0300') },
  { name: 'one letter under combining marks', make: (length) => `e${'\u0301'.repeat(length)}` },
  { name: 'nested quotation marks', make: nested('“', 'Yes', '”') },
  { name: 'nested speeches', make: nested('Ivanov said: “', 'Yes', '.” ') },
  { name: 'nested brackets', make: nested('(', 'a', ')') },
  { name: 'ever new people', make: numbered((i) => `Mr. Ab${letters(i)}x Cd${letters(i)}z said so. `) },
  { name: 'ever new people of one surname', make: numbered((i) => `Xa${letters(i)} Ivanov met Ivanov. `) },
  { name: 'ever new bodies', make: numbered((i) => `The Ministry of Q${letters(i)} (MQ) said so. `) },
  { name: 'ever new speakers', make: numbered((i) => `“We ${i} agree,” said Ab${letters(i)} Ivanov. He met her. `) },
  { name: 'ever new dates', make: numbered((i) => `They met on ${1 + (i % 28)} May ${1000 + (i % 1000)} in Paris. `) },
];
