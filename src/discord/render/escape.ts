/**
 * Makes text of articles and people harmless for Discord: no formatting, mention, emoji, timestamp, link or invite comes
 * of it. Done with backslashes alone, which Discord takes as "the next character is only itself", so that taking them
 * away again gives the very words.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(withoutInvisible(text))
      // Formatting, masked links, mentions (<@…>, <#…>, </…>, <t:…>, <:…:…>, @everyone), and the start of a link or invite.
      .replace(/[\\*_~|`<>[\]@#]/g, '\\$&')
      .replace(/:(?=\/\/)/g, '\\:')
      // Emoji shortcodes (":smile:"); a clock's "10:30" stays as it is.
      .replace(/:(?=([\w+-]+):)/g, (colon, name: string) => (/^\d+$/.test(name) ? colon : '\\:'))
      // discord.gg/…, discord.com/invite/…, discordapp.com/invite/…: shown as an invitation even without https.
      .replace(/(discord(?:app)?)\.(gg|com|me|io|li)\b/gi, '$1\\.$2')
      // At a line's start: lists. (Headings and quotes are escaped above.)
      .replace(/^(\s*)([-+])/u, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/u, '$1\\$2')
  );
}

/**
 * Text without what can't be seen but can reorder, hide or stretch what is: control characters; all that Unicode says is to be ignored
 * where it is not understood (marks and overrides that turn writing direction, by which a name or a date can be made to
 * read backwards; zero-width spaces, fillers of Korean, soft hyphens, "tags", variation selectors) and the empty Braille cell;
 * separators of lines; more marks on one letter than any language stacks. The zero-width joiner and non-joiner stay where
 * Persian, Indic scripts and joined emoji need them: right after an Arabic letter, a vowel sign or other mark, or an emoji; the
 * selector of an emoji's colours after that.
 */
export function withoutInvisible(text: string): string {
  return (
    text
      .replace(/[\u2028\u2029\u0085\v\f]/g, '\n')
      .replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u2800]|[\ufff9-\ufffb]/g, '')
      .replace(/(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/(?<![\p{Extended_Pictographic}\d#*])\ufe0f/gu, '')
      .replace(/(?<![\p{Script=Arabic}\p{Extended_Pictographic}\p{M}])[\u200c\u200d]/gu, '')
      .replace(STACKED, '$1')
      // Half of a surrogate pair is no character; Discord refuses it.
      .replace(/\p{Surrogate}/gu, '\ufffd')
  );
}

/** Marks beyond the fourth: Hebrew with vowels and accents has three or four, Vietnamese two. */
const STACKED = /(\p{M}{4})\p{M}+/gu;

/** Line breaks become spaces: a line that others wrote must not start a line of ours. */
const oneLine = (text: string): string => text.replace(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? ' ' : blank));

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** Right-to-left words kept to themselves (first-strong isolate), so that they don't pull the numbers and marks around them along. */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? ISOLATE + text + END_ISOLATE : text);

/** At most so many UTF-16 units of a text, cut between characters. */
export const cutOff = (text: string, units: number): string =>
  text.length <= units ? text : text.slice(0, units).replace(/[\ud800-\udbff]$/, '');

/** The same, with "…" where something is missing. */
export const clipped = (text: string, units: number): string =>
  text.length <= units ? text : `${cutOff(text, units - 1)}…`;

/** Others' words within a line of ours. */
export const inline = (words: string, units: number): string => isolated(escapeMarkdown(clipped(words, units)));

/** An address counts in the 4,000 characters of a message although nobody sees it. */
export const LONGEST_ADDRESS = 1000;

/** A web address made safe inside `[…](…)`; null where it is none, or too long to be worth its room. */
export function safeAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  // "https://bbc.com@elsewhere.example" leads elsewhere.
  if (url.username !== '' || url.password !== '') return null;
  if (url.href.length > LONGEST_ADDRESS) url.hash = '';
  if (url.href.length > LONGEST_ADDRESS) return null;
  return url.href.replace(/[()<>\\*|`[\]]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
