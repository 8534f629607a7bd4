// npm run errors:names -- FOLDER: the 50 most frequent kinds of error in the names of people, with counts and an example each,
// in the two sets that the model did not learn from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../src/project/folder.ts';
import { findNames, parseNameModel } from '../src/reading/names/find-names.ts';
import type { NameSpan } from '../src/reading/names/name-span.ts';
import { sentencesOf } from '../src/reading/tokens/sentences.ts';
import { tokenise } from '../src/reading/tokens/tokenise.ts';
import { type GoldDocument, type GoldName, taggedDocuments } from '../training/names/data.ts';

const KINDS_SHOWN = 50;
/** Characters shown on either side of an example. */
const AROUND = 45;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run errors:names -- FOLDER (the folder of the annotated sets)');
  process.exit(2);
}
const model = parseNameModel(readFileSync(join(projectFolder, 'data/names.model')));
const everyTenth = (_: unknown, i: number) => i % 10 === 9;
show('ner-conllpp-dev', taggedDocuments(folder, 'ner-conllpp-dev.jsonl', 'as they are'));
const worldwide = taggedDocuments(folder, 'ner-worldwide-non-me.jsonl', 'as they are').filter(everyTenth);
show('ner-worldwide-non-me, every tenth document, kept out of training', worldwide);

function show(name: string, documents: readonly GoldDocument[]): void {
  const kinds = new Map<string, { count: number; example: string }>();
  let errors = 0;
  for (const document of documents) {
    for (const [kind, from, to] of errorsIn(document)) {
      errors++;
      const example = exampleOf(document.text, from, to);
      const known = kinds.get(kind);
      kinds.set(kind, { count: (known?.count ?? 0) + 1, example: known?.example ?? example });
    }
  }
  console.log(`\n${name}: ${errors} errors of ${kinds.size} kinds`);
  const sorted = [...kinds].sort(([, a], [, b]) => b.count - a.count);
  for (const [kind, { count, example }] of sorted.slice(0, KINDS_SHOWN))
    console.log(`${String(count).padStart(5)}  ${kind}\n         ${example}`);
}

type NameError = readonly [kind: string, from: number, to: number];

function errorsIn({ text, names }: GoldDocument): NameError[] {
  const found = findNames(text, tokenise(text), sentencesOf(text), model);
  const errors: NameError[] = [];
  for (const gold of names) {
    if (gold.type !== 'person') continue;
    const near = found.filter((one) => one.start < gold.end && gold.start < one.end);
    const kind = missedKind(text, gold, near, names);
    if (kind) errors.push([kind, gold.start, gold.end]);
  }
  for (const one of found) {
    if (one.type !== 'person') continue;
    const near = names.filter((gold) => gold.start < one.end && one.start < gold.end);
    // A person found where the gold has one, if with other ends, was told above.
    if (near.some(({ type }) => type === 'person')) continue;
    errors.push([
      `false: ${near[0] ? `is ${article(near[0].type)}` : 'not annotated'} · ${formOf(text, one)}`,
      one.start,
      one.end,
    ]);
  }
  return errors;
}

function article(type: GoldName['type']): string {
  if (type === 'other') return 'another kind of name';
  return type === 'organisation' ? `an ${type}` : `a ${type}`;
}

/** What went wrong with a person of the gold; null where the name was found. */
function missedKind(
  text: string,
  gold: GoldName,
  near: readonly NameSpan[],
  names: readonly GoldName[],
): string | null {
  const [first] = near;
  if (!first)
    return `missed · ${formOf(text, gold)}${isNamedInFull(text, gold, names) ? ', named in full elsewhere' : ''}`;
  const person = near.find(({ type }) => type === 'person');
  if (!person) return `read as ${article(first.type)} · ${formOf(text, gold)}`;
  if (near.length > 1) return 'ends: one person read as two names';
  if (person.start === gold.start && person.end === gold.end) return null;
  const others = names.filter((other) => other !== gold && other.start < person.end && person.start < other.end);
  if (others.length > 0) return `ends: run together with ${article(others[0]?.type ?? 'other')}`;
  return [endKind(text, 'begins', person.start, gold.start), endKind(text, 'ends', gold.end, person.end)]
    .filter(Boolean)
    .join(' and ');
}

/** How one end of the name found lies to the one wanted: `before` is the outer of the two where the name found is too long. */
function endKind(text: string, verb: 'begins' | 'ends', before: number, after: number): string {
  if (before === after) return '';
  const words = text.slice(Math.min(before, after), Math.max(before, after)).trim();
  const kind = /\p{Lu}/u.test(words) ? (/\s/.test(words) ? 'capitalised words' : 'a capitalised word') : `"${words}"`;
  return `ends: ${verb} with ${kind} too ${before < after ? 'many' : 'few'}`;
}

/** One word or several, and what is special about how they stand. */
function formOf(text: string, { start, end }: { start: number; end: number }): string {
  const written = text.slice(start, end);
  const words = written.split(/\s+/).length;
  const line = text.slice(text.lastIndexOf('\n', start) + 1, (text.indexOf('\n', end) + 1 || text.length + 1) - 1);
  const features = [
    words === 1 ? 'one word' : words === 2 ? 'two words' : 'three words or more',
    !/\p{Ll}/u.test(line) ? 'line in capitals' : written === written.toUpperCase() ? 'in capitals' : '',
    !/\p{Lu}/u.test(written) ? 'in small letters' : '',
    line.startsWith(written) ? 'opening its line' : '',
    !/[.!?]["'”’ ]*$/.test(line) ? 'line without a stop' : '',
    /\d/.test(line) && !/[.!?]["'”’ ]*$/.test(line) ? 'line with figures' : '',
    text[end] === "'" || text.startsWith('’s', end) || text.startsWith(" 's", end) ? 'possessive' : '',
    /-/.test(written) ? 'with a hyphen' : '',
  ];
  return features.filter(Boolean).join(', ');
}

function isNamedInFull(text: string, gold: GoldName, names: readonly GoldName[]): boolean {
  const written = text.slice(gold.start, gold.end);
  return names.some(({ start, end, type }) => type === 'person' && text.slice(start, end).endsWith(` ${written}`));
}

function exampleOf(text: string, from: number, to: number): string {
  const words = `…${text.slice(Math.max(0, from - AROUND), from)}⟦${text.slice(from, to)}⟧${text.slice(to, to + AROUND)}…`;
  return words.replace(/\s+/g, ' ');
}
