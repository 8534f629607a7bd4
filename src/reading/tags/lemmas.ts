import { TAGS } from './tags.ts';

/**
 * How words of one tag come by their lemma: the longest known ending of the word says how many letters go and what comes
 * instead. Keys are `tag index|ending`, with `^` before an ending that is the whole word; values are "2+y".
 */
export type LemmaRules = ReadonlyMap<string, string>;

const LONGEST_ENDING = 5;

/** A name stays as written; all else is in small letters. */
export function lemmaOf(word: string, tag: number, rules: LemmaRules): string {
  const isName = TAGS[tag]?.upos === 'PROPN';
  const written = word.replaceAll('’', "'");
  const lower = written.toLowerCase();
  const rule = rules.get(`${tag}|^${lower}`) ?? endingRule(lower, tag, rules);
  if (rule === undefined) return isName ? written : lower;
  return applyRule(rule, isName ? written : lower);
}

function endingRule(lower: string, tag: number, rules: LemmaRules): string | undefined {
  for (let length = Math.min(LONGEST_ENDING, lower.length - 1); length >= 0; length--) {
    const rule = rules.get(`${tag}|${lower.slice(lower.length - length)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

export function applyRule(rule: string, word: string): string {
  const plus = rule.indexOf('+');
  const cut = Number(rule.slice(0, plus));
  return word.slice(0, Math.max(0, word.length - cut)) + rule.slice(plus + 1);
}
