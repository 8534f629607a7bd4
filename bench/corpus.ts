import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { Curves } from './corpus-curves.ts';
import { Recombined, type SourceArticle } from './corpus-recombined.ts';

/**
 * npm run bench:corpus -- SOURCE.jsonl COUNT [FURTHER.jsonl …]
 * Makes a load corpus of COUNT articles from real ones, into var/corpus/: paragraphs recombined, names and dates swapped
 * for others of their kind, rare words coined at the rate at which a growing corpus brings new ones (Heaps's law, fitted
 * to the source). The same source and count make the same corpus. Prints what was made beside the source.
 */

/** Articles of a .jsonl file: the body may be called text, the headline title. */
async function sourceArticles(file: string): Promise<SourceArticle[]> {
  const articles: SourceArticle[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim() === '') continue;
    const row: Record<string, unknown> = JSON.parse(line);
    const text = String(row.body ?? row.text ?? '');
    const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
    if (paragraphs.length === 0) continue;
    const headline = String(row.headline ?? row.title ?? '');
    articles.push({ headline, outlet: String(row.outlet ?? 'unknown outlet'), paragraphs });
  }
  return articles;
}

const wholeText = ({ headline, paragraphs }: SourceArticle): string => `${headline}\n${paragraphs.join('\n')}`;

const [first, counted, ...further] = process.argv.slice(2);
const count = Number(counted);
if (first === undefined || !Number.isInteger(count) || count < 1) {
  throw new Error('Say what to make the corpus from and how large: npm run bench:corpus -- SOURCE.jsonl 100000');
}
const source = (await Promise.all([first, ...further].map((file) => sourceArticles(resolve(file))))).flat();
const recombined = new Recombined(source, count);
const ofSource = new Curves(count);
// In an order that no date and no topic rules, as the corpus is.
for (const at of recombined.order) ofSource.add(wholeText(source[at] ?? { headline: '', outlet: '', paragraphs: [] }));

const folder = resolve('var/corpus');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${basename(first, '.jsonl')}-${count}.jsonl`);
const made = new Curves(count);

function* lines(): Generator<string> {
  for (let at = 0; at < count; at++) {
    const article = recombined.article(at);
    made.add(wholeText(article));
    const { headline, outlet, paragraphs, date } = article;
    yield `${JSON.stringify({ id: `load-${at + 1}`, headline, outlet, date, body: paragraphs.join('\n\n') })}\n`;
  }
}

await pipeline(lines, createWriteStream(file));
console.log(`${count} articles made from ${source.length}: ${file}\n`);
console.log(Curves.sideBySide(ofSource, made));
