import { readFileSync, writeFileSync } from 'node:fs';
import { openSegment, type Segment } from './segment.ts';
import { buildIndex, loadIndex, serialiseIndex, type WriteBuffer } from './write-buffer.ts';

/** A text index as it is stored: a segment, with what came and went since. */
export interface IndexParts {
  readonly segment: Segment;
  /** Numbers of documents in the segment that are gone or have come anew. */
  readonly gone: ReadonlySet<number>;
  readonly since: WriteBuffer;
}

/** Reads the two files of an index; throws where one is damaged. */
export function readIndex(files: { readonly segment: string; readonly since: string }): IndexParts {
  const segment = openSegment(readFileSync(files.segment));
  const lines = linesOf(readFileSync(files.since));
  const first = lines.next();
  // Written by writeSince; a file that is not is refused by loadIndex.
  const { gone } = JSON.parse(first.done ? '{"gone":[]}' : first.value) as { gone: number[] };
  return { segment, gone: new Set(gone), since: first.done ? buildIndex([]) : loadIndex(lines) };
}

/** Writes what came and went since the segment was written. */
export function writeSince(file: string, gone: ReadonlySet<number>, since: WriteBuffer): void {
  const lines = [JSON.stringify({ gone: [...gone] }), ...serialiseIndex(since)];
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
}

/** Lines of a file larger than one string can be. */
function* linesOf(bytes: Buffer): Generator<string, void> {
  let from = 0;
  for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
    yield bytes.toString('utf8', from, to);
    from = to + 1;
  }
}
