/**
 * A module to load before a program, which then dies with -9 at the `at`-th time that it writes to disk or to a store: half
 * of a file's content is written by then; what is renamed, linked, removed or run as SQL, is not.
 */
export const dyingAtWrite = (at: number): string =>
  `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { createRequire, syncBuiltinESMExports } from 'node:module';
  import { join } from 'node:path';
  const { writeFileSync, appendFileSync } = fs;
  let writes = 0;
  const dieAt = (last) => {
    if (++writes !== ${at}) return;
    last();
    process.kill(process.pid, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
  const half = (content) => content.slice(0, content.length / 2);
  const dying = (where, name, last) => {
    const real = where[name];
    where[name] = function (...given) {
      dieAt(() => last(...given));
      return real.apply(this, given);
    };
  };
  for (const [where, end] of [[fs, 'Sync'], [fs.promises, '']]) {
    dying(where, 'writeFile' + end, (file, content, how) => writeFileSync(file, half(content), how));
    dying(where, 'appendFile' + end, (file, content, how) => appendFileSync(file, half(content), how));
    for (const name of ['rename', 'link', 'copyFile', 'rm', 'mkdir']) dying(where, name + end, () => {});
  }
  syncBuiltinESMExports();
  const Database = createRequire(join(process.cwd(), 'package.json'))('libsql');
  dying(Database.prototype, 'exec', () => {});
  const any = new Database(':memory:');
  dying(Object.getPrototypeOf(any.prepare('SELECT 1')), 'run', () => {});
`)}`;
