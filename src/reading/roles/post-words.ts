/** One post under the names it goes by; in translations from Russian, a deputy prime minister is "deputy chairman of the government". */
const SAME_POST: readonly (readonly [RegExp, string])[] = [
  [/\b(?:vice|deputy)[ -]?(?:prime minister|premier)\b|\bvice[ -]premier\b/g, 'deputy prime-minister'],
  [
    /\b(?:vice|deputy) (?:chairman|chairwoman|chair|head) of (?:the )?(?:\p{L}+ )?(?:government|cabinet|council of ministers)\b/gu,
    'deputy prime-minister',
  ],
  [
    /\b(?:chairman|chairwoman|head|chief) of (?:the )?(?:\p{L}+ )?(?:government|cabinet|council of ministers)\b/gu,
    'prime-minister',
  ],
  [/\b(?:head|chief|boss) of (?:the )?(?:\p{L}+ )??(\p{L}+) (?:ministry|office)\b/gu, '$1 minister'],
  [/\b(?:prime minister|premier)\b/g, 'prime-minister'],
  [/\b(?:external affairs|foreign affairs)\b/g, 'foreign'],
  [/\b(?:minister|secretary) (?:of|for) (?:the )?foreign(?: affairs)?\b/g, 'foreign minister'],
  [/\b(?:minister|secretary) (?:of|for) (?:the )?(\p{L}+)\b/gu, '$1 minister'],
  [/\bsecretary of state\b/g, 'state-secretary'],
  [/\bdefence\b/g, 'defense'],
  [/\b(?:spokeswoman|spokesman|spokesperson)\b/g, 'spokesperson'],
  [/\b(?:chairman|chairwoman|chair|chairperson)\b/g, 'chairman'],
  [/\b(?:congressman|congresswoman|rep\.?)(?=\s|$)/g, 'representative'],
  [/\bsen\.?(?=\s|$)/g, 'senator'],
  [/\bgov\.?(?=\s|$)/g, 'governor'],
  [/\bvice president\b/g, 'vice-president'],
];

const SMALL = /^(?:the|of|for|a|an|and|in|to|at|'s|’s|his|her|its|their|country|former|current|then|new)$/;

/** The words of a post, the same for all names it goes by; the last is what the holder is ("minister"). */
export function postWords(title: string): string[] {
  let post = title.toLowerCase().replace(/[’']s\b/g, '');
  for (const [pattern, name] of SAME_POST) post = post.replace(pattern, name);
  const [before = ''] = post.split(/ (?:of|for|to|at|in) /);
  const head = before
    .split(/[\s,]+/)
    .filter((word) => word && !SMALL.test(word))
    .at(-1);
  const all = post.split(/[\s,]+/).filter((word) => word && !SMALL.test(word) && word !== head);
  return head ? [...all, head] : all;
}
