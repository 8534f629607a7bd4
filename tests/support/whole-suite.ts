import { createReadStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROGRAM } from '../../src/discord/gateway/requests.ts';
import { checkAgainstOpenApi } from '../../src/stand-in/conformance.ts';
import type { SentRequest } from '../../src/stand-in/record.ts';
import { readOpenApi } from './openapi.ts';

// What is checked once all tests have run: everything the bot sent to Discord, and everything that was written to disk.

/** The stand-in's secrets: its bot tokens, and the tokens of interactions (base64 of "interaction:"). */
const SECRET = /stand-in\.[\w-]{32}|aW50ZXJhY3Rpb246[\w-]+/u;

/** Gives the tests a folder of their own for whatever they write, and has stand-ins record there. */
export function setup(): () => Promise<void> {
  const outer = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'readout-suite-'));
  const record = join(folder, 'record', 'requests.jsonl');
  mkdirSync(join(folder, 'record'));
  writeFileSync(record, '');
  Object.assign(process.env, { TMPDIR: folder, SUITE_FOLDER: folder, STAND_IN_RECORD: record });
  return async () => {
    const wrongs = [...(await wrongsSent(record)), ...secretsIn(folder, record)];
    for (const line of wrongs.slice(0, 50)) console.error(line.slice(0, 600));
    if (wrongs.length > 0) process.exitCode = 1;
    if (outer === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outer;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** What Discord would have refused of what the bot sent, or does not describe; and secrets in it. Each payload is looked at once. */
async function wrongsSent(record: string): Promise<string[]> {
  const different = new Map<string, SentRequest>();
  let sent = 0;
  for await (const line of createInterface(createReadStream(record))) {
    const request = JSON.parse(line) as SentRequest; // As it was written.
    if (!request.agent.includes(PROGRAM)) continue;
    sent++;
    const what = JSON.stringify([request.method, request.route, request.body, request.files, request.violations]);
    if (!different.has(what)) different.set(what, request);
  }
  const requests = [...different.values()];
  const openApi = readOpenApi();
  console.info(`Sent by the bot in these tests: ${sent} requests, ${requests.length} different payloads.`);
  return [
    ...requests.flatMap(({ method, path, violations }) => violations.map((wrong) => `${method} ${path}: ${wrong}`)),
    ...requests.filter(({ route }) => route === null).map(({ method, path }) => `${method} ${path}: no such route`),
    ...(openApi === null ? [] : checkAgainstOpenApi(requests, openApi)),
    ...requests.flatMap(({ method, route, body, files }) =>
      SECRET.test(JSON.stringify([body, files])) ? [`${method} ${route}: a token is in what was sent`] : [],
    ),
  ];
}

/** Files that hold a secret: logs, archives, stores, exports, crash output. */
function secretsIn(folder: string, record: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((one) => join(one.parentPath, one.name)).filter((path) => path !== record);
  console.info(`Looked through for tokens: ${paths.length} files.`);
  return paths.filter((path) => SECRET.test(readFileSync(path, 'latin1'))).map((path) => `${path}: holds a token`);
}
