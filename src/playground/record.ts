import { writeFileSync } from 'node:fs';

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
  readonly files: readonly { readonly field: string; readonly name: string; readonly bytes: number }[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The status answered; 0 where the connection was dropped on purpose. */
  status: number;
  /** What Discord would have refused it for; empty for a good one. */
  readonly violations: string[];
}

/** Adds everything sent to a file, one JSON object a line, for a conformance check to go over later. */
export function writeRequests(file: string, requests: readonly SentRequest[]): void {
  writeFileSync(file, requests.map((request) => `${JSON.stringify(request)}\n`).join(''), { flag: 'a' });
}
