import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLemmas } from '../../src/reading/parse/model.ts';
import { parseConllu } from './conllu.ts';
import { learnLemmas } from './lemmas.ts';
import { lexiconVerbForms } from './lexicon-verbs.ts';

// Learns the lemmas of data/syntax.model anew and leaves all else in it: `npm run train:lemmas -- FOLDER`, in seconds, after the
// lists of verbs that reading looks for have changed. FOLDER holds syntax/ud-train.conllu.

const [folder = '', file = 'data/syntax.model'] = process.argv.slice(2);
const sentences = parseConllu(readFileSync(join(folder, 'syntax', 'ud-train.conllu'), 'utf8'));
const lemmas = new TextEncoder().encode(learnLemmas(sentences, lexiconVerbForms()));
writeFileSync(file, withLemmas(readFileSync(file), lemmas));
console.log(`${file}: ${lemmas.byteLength} bytes of lemmas`);
