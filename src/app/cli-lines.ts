import { createReadStream } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Budget, summarise } from '../answers/summarise/summarise.ts';
import { searchDocuments } from '../archive/search/documents.ts';
import { projectFolder } from '../project/folder.ts';
import { loadModels } from '../reading/models.ts';
import { read } from '../reading/read.ts';
import type { Reading } from '../reading/reading.ts';
import { sentencesOf } from '../reading/tokens/sentences.ts';
import { type JoinedText, joinBrokenWords } from '../text/broken-words.ts';
import { edtf } from '../text/edtf.ts';
import { parse, WrongUsage, whole } from './cli-arguments.ts';

// The verbs that read rows of JSON, one a line, and print such rows: for measuring, and for other programs.

export async function readLines(rest: string[]): Promise<void> {
  parse(rest, { jsonl: { type: 'boolean' } });
  const models = loadModels(resolve(projectFolder, 'data'));
  for await (const row of jsonLines(process.stdin)) {
    const published = typeof row.published === 'string' ? edtf(row.published) : null;
    const headline = typeof row.headline === 'string' ? row.headline : null;
    // Read as the archive would store it; offsets count in the text that was given.
    const { text, original } = joinBrokenWords(textField(row, 'text'));
    const reading = read({ text, published, headline }, models);
    await write(JSON.stringify({ id: row.id, ...readingRow(reading, original) }));
  }
}

/** A reading as the verb `read` prints it: the parts that are scored, names in place of entity numbers. */
function readingRow(reading: Reading, original: JoinedText['original']) {
  return {
    mentions: reading.mentions.map(({ type, entity, ...where }) => ({
      ...original(where),
      type,
      name: reading.entities[entity]?.name ?? '',
    })),
    quotations: reading.quotations.map(({ speaker, cue, kind, polarity, ...where }) => ({
      ...original(where),
      speaker: speaker?.name ?? null,
      speakerStart: speaker ? original(speaker).start : null,
      speakerEnd: speaker ? original(speaker).end : null,
      cue,
      kind,
      polarity,
    })),
    meetings: reading.meetings.map(({ participants, date, place, status, ...where }) => ({
      ...original(where),
      participants: participants.map((one) => ({ name: one.name, ...original(one) })),
      date,
      place: place?.name ?? null,
      status,
    })),
    dates: reading.dates.map((one) => ({ ...one, ...original(one) })),
  };
}

export async function searchVerb(rest: string[]): Promise<void> {
  const { values } = parse(rest, { docs: { type: 'string' }, queries: { type: 'string' }, k: { type: 'string' } });
  if (typeof values.docs !== 'string' || typeof values.queries !== 'string')
    throw new WrongUsage('search needs --docs FILE and --queries FILE');
  const docs = await allLines(values.docs);
  const queries = await allLines(values.queries);
  // The boundary: rows come from a file whose shape is the caller's promise.
  const rows = searchDocuments(docs as never, queries as never, whole(values.k, 'k', 100));
  for (const row of rows) await write(JSON.stringify(row));
}

export async function summariseVerb(rest: string[]): Promise<void> {
  const { values } = parse(rest, {
    jsonl: { type: 'boolean' },
    sentences: { type: 'string' },
    words: { type: 'string' },
  });
  const budget: Budget = values.words
    ? { words: whole(values.words, 'words', 100) }
    : { sentences: whole(values.sentences, 'sentences', 3) };
  for await (const row of jsonLines(process.stdin)) {
    const texts = Array.isArray(row.docs) ? row.docs.map(String) : [];
    const documents = texts.map((text) => ({ text, sentences: sentencesOf(text) }));
    const sentences = summarise(documents, null, budget).map(({ document, sentence }) => ({
      doc: document,
      start: sentence.start,
      end: sentence.end,
    }));
    await write(JSON.stringify({ id: row.id, sentences }));
  }
}

type Row = Record<string, unknown>;

export async function* jsonLines(input: NodeJS.ReadableStream): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of createInterface({ input })) {
    number++;
    if (line.trim() === '') continue;
    try {
      yield JSON.parse(line);
    } catch {
      throw new WrongUsage(`line ${number} of the input is not JSON`);
    }
  }
}

async function allLines(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  const path = isAbsolute(file) ? file : resolve(file);
  for await (const row of jsonLines(createReadStream(path))) rows.push(row);
  return rows;
}

export function textField(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new WrongUsage(`the row with id ${String(row.id)} has no ${name}`);
  return value;
}

/** Writes a line, and waits where the reader of the pipe is slower than we are. */
export function write(line: string): Promise<void> {
  return new Promise((written) => {
    if (process.stdout.write(`${line}\n`)) written();
    else process.stdout.once('drain', written);
  });
}
