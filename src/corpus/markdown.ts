const TARGET = String.raw`\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)`;
const IMAGE = new RegExp(String.raw`!\[[^\]\n]{0,500}\](?:${TARGET}|\[[^\]\n]*\])`, 'g');
const LINK = new RegExp(String.raw`(?<![!\\])\[([^[\]\n]+)\]${TARGET}`, 'g');
/** "[1]: https://example.org 'Title'" */
const DEFINITION = /^ {0,3}\[([^\]\n]+)\]:[ \t]+<?\S+>?(?:[ \t]+["'(].*)?$/gm;
const BY_REFERENCE = /(?<![!\\])\[([^[\]\n]+)\]\[([^\]\n]*)\]/g;
const FOOTNOTE = /\[\^[^\]\s]+\](?!:)/g;
/** Marks stand around words, and never within one: "s***t" is no emphasis. */
const EMPHASIS = /(?<![\p{L}\p{N}\\*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]*[^\s*_])\1(?![\p{L}\p{N}*_])/gu;

const HEADING = /^#{1,6}[ \t]+(\S.*?)[ \t]*#*$/gm;

/** Stars alone may be an article's own: a text with a link, a picture or a heading is Markdown. */
const isMarkdown = (text: string): boolean => [IMAGE, LINK, DEFINITION, HEADING].some((mark) => text.search(mark) >= 0);

/**
 * The text of a Markdown file as people read it: links by their words, no pictures, no marks of emphasis and headings. A text
 * without any of its links, pictures and headings stays as it is.
 */
export function withoutMarkdown(text: string): string {
  if (!isMarkdown(text)) return text;
  const names = new Set([...text.matchAll(DEFINITION)].map(([, name = '']) => name.toLowerCase()));
  return text
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(BY_REFERENCE, (all, words: string, name: string) =>
      names.has((name || words).toLowerCase()) ? words : all,
    )
    .replace(DEFINITION, '')
    .replace(FOOTNOTE, '')
    .replace(HEADING, '$1')
    .replace(EMPHASIS, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1');
}
