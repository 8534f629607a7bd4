import { applyRule, lemmaOf } from '../../src/reading/tags/lemmas.ts';
import { TAGS } from '../../src/reading/tags/tags.ts';
import type { TreebankSentence } from './conllu.ts';
import type { VerbForm } from './lexicon-verbs.ts';

const LONGEST_ENDING = 5;
const NAMES = new Set(TAGS.flatMap(({ upos }, i) => (upos === 'PROPN' ? [i] : [])));

/**
 * Learns the endings of each tag that change, and the words that change otherwise; of `forms` each word by itself where the treebank
 * has it not and its ending says otherwise. Lines of "tag|ending<TAB>rule".
 */
export function learnLemmas(sentences: readonly TreebankSentence[], forms: readonly VerbForm[]): string {
  const counts = new Map<string, Map<string, number>>();
  for (const { tokens } of sentences) {
    for (const { word, lemma, tag } of tokens) {
      const written = word.replaceAll('’', "'");
      const lower = written.toLowerCase();
      const rule = NAMES.has(tag) ? ruleFor(written, lemma) : ruleFor(lower, lemma.toLowerCase());
      const keys = [`${tag}|^${lower}`];
      for (let length = 0; length <= Math.min(LONGEST_ENDING, lower.length - 1); length++) {
        keys.push(`${tag}|${lower.slice(lower.length - length)}`);
      }
      for (const key of keys) {
        const rules = counts.get(key) ?? new Map<string, number>();
        rules.set(rule, (rules.get(rule) ?? 0) + 1);
        counts.set(key, rules);
      }
    }
  }
  const byLength = [...counts].sort(([a], [b]) => a.length - b.length);
  const rules = byLength.reduce(addWhereDifferent, new Map<string, string>());
  for (const { word, lemma, tag } of forms) {
    if (!counts.has(`${tag}|^${word}`) && lemmaOf(word, tag, rules) !== lemma)
      rules.set(`${tag}|^${word}`, ruleFor(word, lemma));
  }
  return [...rules].map(([key, rule]) => `${key}\t${rule}`).join('\n');
}

/** Keeps an ending's usual rule where shorter endings say otherwise. Whole words come last, for they are longest. */
function addWhereDifferent(
  rules: Map<string, string>,
  [key, counted]: [string, Map<string, number>],
): Map<string, string> {
  const [rule, count] = [...counted].sort((a, b) => b[1] - a[1])[0] ?? ['0+', 0];
  const bar = key.indexOf('|');
  const whole = key.charAt(bar + 1) === '^' && key.length > bar + 2;
  if (count < (whole ? 1 : 2)) return rules;
  const word = key.slice(bar + (whole ? 2 : 1));
  for (let cut = whole ? 0 : 1; cut <= word.length; cut++) {
    if (word.length - cut > LONGEST_ENDING) continue;
    const shorter = rules.get(`${key.slice(0, bar + 1)}${word.slice(cut)}`);
    if (shorter === undefined) continue;
    if (shorter !== rule) rules.set(key, rule);
    return rules;
  }
  return rules.set(key, rule);
}

/** "2+y": how many letters go, what comes instead. */
function ruleFor(word: string, lemma: string): string {
  let same = 0;
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++;
  const rule = `${word.length - same}+${lemma.slice(same)}`;
  return applyRule(rule, word) === lemma ? rule : '0+';
}
