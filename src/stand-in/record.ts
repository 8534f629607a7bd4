import { appendFileSync } from 'node:fs';

/** One request the bot made, as it came over the wire, and what it was answered. */
export interface SentRequest {
  readonly method: string;
  /** Without `/api/v10` and the query: `/interactions/1/token/callback`. */
  readonly path: string;
  /** The matching route: `/interactions/:interaction/:token/callback`; null where there is none. */
  readonly route: string | null;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON sent, a multipart body's `payload_json`; null where there was none. */
  readonly body: unknown;
  readonly files: readonly SentFileRecord[];
  /** Its `User-Agent`: which program sent it. */
  readonly agent: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The status answered; 0 where the connection was dropped on purpose. */
  status: number;
  /** What Discord would have refused it for; empty for a good one. */
  readonly violations: string[];
}

export interface SentFileRecord {
  readonly field: string;
  readonly name: string;
  readonly bytes: number;
  /** What it says; null for an image. */
  readonly text: string | null;
}

/** Adds a request to a file as one line of JSON, for checks that go over all of them later. */
export function appendRequest(file: string, request: SentRequest): void {
  appendFileSync(file, `${JSON.stringify(request)}\n`);
}
