// npm run eval -- FOLDER [reading|search|summaries]: the tables of everything that is measured on annotated text.
import { join } from 'node:path';
import { evaluateReading } from './reading.ts';
import { evaluateSearch } from './search.ts';
import { evaluateSummaries } from './summaries.ts';

const [folder, only] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run eval -- FOLDER [reading|search|summaries]');
  process.exit(2);
}
const wanted = (part: string) => !only || only === part;
if (wanted('reading')) evaluateReading(folder);
if (wanted('search')) console.table(evaluateSearch(join(folder, 'data/search')));
if (wanted('summaries')) console.table(evaluateSummaries(join(folder, 'data/summaries')));
