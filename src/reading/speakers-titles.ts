import type { Phrase } from './attribution-phrases.ts';
import { DETERMINERS } from './attribution-words.ts';
import type { Outline } from './quotations-outline.ts';
import type { Mention } from './reading.ts';
import type { SpeakersSoFar } from './speakers.ts';

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

/** "said the foreign minister": the person of that post, the last named before who fits best; null where nobody does. */
export function holderOf(outline: Outline, phrase: Phrase, soFar: SpeakersSoFar): Mention | null {
  const { document, items } = outline;
  const first = items[DETERMINERS.has(items[phrase.from]?.word ?? '') ? phrase.from + 1 : phrase.from];
  const last = items[phrase.to - 1];
  if (!first || !last || last.end <= first.start || last.end - first.start > 120) return null;
  const wanted = postWords(document.text.slice(first.start, last.end));
  const head = wanted.at(-1);
  if (!head) return null;
  let best: Mention | null = null;
  let bestScore = 0;
  for (let i = 0; i < document.mentions.length && i < 400; i++) {
    const mention = document.mentions[i];
    if (!mention || mention.type !== 'person' || !mention.role) continue;
    const post = postWords(mention.role.text);
    if (post.at(-1) !== head) continue;
    // A deputy is not the minister, nor the minister his deputy.
    if (
      post.includes('deputy') !== wanted.includes('deputy') ||
      post.includes('vice-president') !== wanted.includes('vice-president')
    )
      continue;
    const country = mention.role.country?.toLowerCase();
    const shared = wanted.filter(
      (word) => post.includes(word) || (country !== undefined && word.startsWith(country.slice(0, 4))),
    ).length;
    const foreign = wanted.length - shared;
    if (foreign > 0 && shared < 2) continue;
    const earlier = mention.start < first.start ? 1 : 0;
    const spoke = soFar.spoken.at(-1)?.speaker.entity === mention.entity ? 0.5 : 0;
    const score = 2 * shared - foreign + earlier + spoke + 0.0001 * i;
    if (score > bestScore && (earlier || shared > 1)) {
      best = mention;
      bestScore = score;
    }
  }
  return best;
}
