/**
 * What somebody typed in Discord, as its words: without bold, italics, underlines, strikes, spoilers, code, headings and
 * quotation bars, addresses without their angle brackets, links by their words, emoji of a server and mentions taken out.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
export function withoutDiscordMarks(message: string): string {
  if (!/[*_~|`<>#\\[]/.test(message)) return message;
  return (
    message
      // "> quoted" and ">>> quoted": of a reply that quotes a message, what is asked stands below it.
      .replace(/^(?:>>>|>) .*\n(?=\s*[^>\s])/gm, '')
      .replace(/^(?:>>>|>)\s+/gm, '')
      .replace(/^(?:#{1,3}|-#)\s+/gm, '')
      .replace(
        /```(?:[a-z]+\n)?([\s\S]*?)```|``(.+?)``|`([^`\n]+)`/g,
        (_, block, double, single) => block ?? double ?? single,
      )
      .replace(/<(https?:\/\/[^\s>]+)>/gi, '$1')
      // "</met:123>" is a command that can be pressed, "<t:1617436800:D>" a moment.
      .replace(/<\/([\w -]+):\d+>/g, '/$1')
      .replace(/<t:(\d{1,12})(?::[tTdDfFR])?>/g, (_, seconds: string) =>
        new Date(Number(seconds) * 1000).toISOString().slice(0, 10),
      )
      .replace(/<a?:\w+:\d+>|<(?:@[!&]?|#)\d+>|<id:\w+>/g, ' ')
      .replace(/\[([^\]\n]+)\]\(<?https?:\/\/[^\s)]+>?\)/g, '$1')
      .replace(/\|\|([\s\S]+?)\|\|/g, '$1')
      .replace(/(?<!\\)\*{1,3}(?=\S)([^*\n]*[^*\s])\*{1,3}/g, '$1')
      .replace(/(?<![\\\p{L}\p{N}_])_{1,3}(?=\S)([^_\n]*[^_\s])_{1,3}(?![\p{L}\p{N}_])/gu, '$1')
      .replace(/~~(\S[^~\n]*?)~~/g, '$1')
      .replace(/\\([*_~|`>#\\-])/g, '$1')
      .replace(/[ \t]{2,}/g, ' ')
      .trim()
  );
}
