import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Running text of news for word clusters: only which words stand side by side is looked at. */
export function* newsTexts(folder: string): Generator<string> {
  for (const { text } of records(folder, 'dwie-entities.jsonl')) yield asText(text);
  for (const { text } of records(folder, 'polnear.train.jsonl')) yield asText(text);
  for (const { tokens } of records(folder, 'ner-worldwide-non-me.jsonl')) yield joined(tokens);
  for (const { tokens } of records(folder, 'ner-conllpp-train.jsonl')) yield joined(tokens);
  for (const { docs } of records(folder, 'summaries/cnndm_val.jsonl')) yield joined(docs);
  for (const { body } of records(folder, 'search/allsides-events/docs.jsonl').slice(0, MOST_EVENTS)) yield asText(body);
}

const MOST_EVENTS = 1600;

function records(folder: string, file: string): Record<string, unknown>[] {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const joined = (value: unknown): string => (Array.isArray(value) ? value.join(' ').replaceAll(" n't", "n't") : '');
