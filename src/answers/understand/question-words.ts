/** Words that ask, and name nobody; stripped from both ends of what may be a name. */
const ASKING = new Set(
  `a an the who whom whose when where what which why how did do does has have had was were is are be been will would can could
  any all ever there please me us show list tell find give place took take taken happen happened happens held hold holding planned
  plans plan upcoming scheduled next each other one another together anybody anyone somebody someone everybody people say said says
  tell told quote quotes quotation quotations statement statements statements words from by of at to for on in about it that this
  delegation delegations led headed represented chaired lead head names name named were take part taking real true verify check
  really actually ever once first last recently last latest direct verbatim anything everything something comment commented
  his her their they he she discuss discussed talked talk spoke speak call called kind sort attended attend part quoted as saying archive between with and`.split(
    /\s+/,
  ),
);

/** Words between two names in a question about a meeting. */
const BETWEEN =
  /\s*(?:[,;?!]|\b(?:and|with|between|versus|vs|meet|meets|met|meeting|meetings|talks?|talked|negotiations?|negotiate[ds]?|summits?|sessions?|visit|visits|visited|hosted|hosts?|received|receives?|sat down|sit down|discuss|discussed|spoke|speak|led|headed|represented|chaired|attended|attend|took part|participated|say|said|says|told|tell|quotes?|quotations?)\b)\s*/iu;

/** The names in a stretch of a question, in order: "did Lee meet the Omani envoy" → Lee, Omani envoy. */
export function namesIn(words: string): string[] {
  return words
    .replace(/["“”«»():]/gu, ' ')
    .split(BETWEEN)
    .map(nameAlone)
    .filter((name) => name !== '');
}

function nameAlone(piece: string): string {
  const words = piece.split(/\s+/u).filter(Boolean);
  const idle = (word: string | undefined) =>
    word !== undefined && ASKING.has(word.toLowerCase().replace(/[.?!…]+$/u, ''));
  while (idle(words[0])) words.shift();
  while (idle(words.at(-1))) words.pop();
  return words
    .join(' ')
    .replace(/['’]s$/u, '')
    .replace(/[?!.,]+$/u, '');
}

/** Splits "Lee on gas prices" or "Lee say about gas" at the topic; `topic` null where none is named. */
export function topicIn(words: string): { before: string; topic: string | null } {
  const at = /\b(?:about|on|regarding|concerning|as for)\s+(?=\S)/iu.exec(words);
  if (!at) return { before: words, topic: null };
  return { before: words.slice(0, at.index), topic: words.slice(at.index + at[0].length) };
}

/** The words quoted in a question: between marks, else after the last colon, else all. `before` and `after` are the rest. */
export function quotedWords(words: string): { quoted: string; before: string; after: string } {
  const marked = /["“«„](.+)["”»“]/su.exec(words) ?? /(?<![\p{L}\p{N}])['‘](.+)['’](?!\p{L})/su.exec(words);
  if (marked?.[1])
    return {
      quoted: marked[1],
      before: words.slice(0, marked.index),
      after: words.slice(marked.index + marked[0].length),
    };
  const colon = words.lastIndexOf(':');
  if (colon >= 0) return { quoted: words.slice(colon + 1).trim(), before: words.slice(0, colon), after: '' };
  const said = /\b(?:really |actually |ever )?(?:say|said)(?: that)?\s+/iu.exec(words);
  if (said) return { quoted: words.slice(said.index + said[0].length), before: words.slice(0, said.index), after: '' };
  return { quoted: words, before: '', after: '' };
}

/** Without question marks and outer quotation marks. */
export const bareWords = (words: string): string => words.replace(/^[\s"“«'‘]+|[\s"”»'’?!.]+$/gu, '');
