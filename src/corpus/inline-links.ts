/**
 * A box of other stories that a site puts behind a name, within the sentence: the name in full, headlines run together with it,
 * and the button at their end. "Senator Ann Lee Ann Marie LeePort deal divides the council Ferries stay in harbour MORE said".
 */
const BOX = String.raw`(?=\p{Lu})[^\n]{10,600}?\s?MORE\b`;
const NAMES = String.raw`(?:\(?\p{Lu}[\p{L}.'’-]*\)?\s){1,5}`;

/** The name in full ends as the name before it does, and a headline is stuck to it. */
const BY_SURNAME = new RegExp(
  String.raw`(?<=\b(\p{Lu}[\p{L}'’-]+)(?:\s(?:Jr|Sr)\.?)?)\s(?!(?:Jr|Sr)\b)${NAMES}\1${BOX}`,
  'gu',
);
/** Or it begins as the name before it does, which is another surname: "Ann Lee Ann Marie MoePort deal …". */
const BY_GIVEN_NAME = new RegExp(
  String.raw`(?<=\b(\p{Lu}\p{Ll}+)\s\p{Lu}[\p{L}'’-]+)\s\1\s(?:\(?\p{Lu}[\p{L}.'’-]*\)?\s){0,3}\p{Lu}\p{Ll}+${BOX}`,
  'gu',
);

/** A longer line is no paragraph, and is not looked through. */
const LONGEST_LINE = 20_000;

/** A text without boxes of links in its sentences. */
export function withoutInlineLinks(text: string): string {
  if (!text.includes('MORE')) return text;
  return text.replace(/^.*MORE\b.*$/gm, (line) =>
    line.length > LONGEST_LINE ? line : line.replace(BY_SURNAME, '').replace(BY_GIVEN_NAME, ''),
  );
}
