import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWatches } from '../../src/alerts/watches.ts';
import { readCorrections } from '../../src/archive/corrections/file.ts';
import { type ArchivePlaces, openArchive } from '../../src/archive/keeper.ts';
import { loadOutlets } from '../../src/corpus/outlets.ts';
import { openServerSettings } from '../../src/discord/stores/server-settings.ts';
import { importArticles } from '../../src/intake/import-articles.ts';
import { compiled } from '../../src/project/compiled.ts';
import { projectFolder } from '../../src/project/folder.ts';
import { seeded } from '../support/seeded.ts';
import { dyingAtWrite } from './dying-at-writes.ts';

/** So many steps are done one after the other, each acknowledged by a line; the process is killed in between. */
const STEPS = 40;
/** About as long as a step takes; some are shorter. */
const LONGEST_STEP_MS = 4;
/** After so many corrections the archive is built. */
const BUILT_EVERY = 10;
const TOWN = (step: number) => `Town${String(step).padStart(2, '0')}`;

interface Change {
  /** JavaScript that does all steps, with the modules of `dist`, and says each that is done. */
  readonly program: (folder: string, places: ArchivePlaces) => string;
  /** What of `done` acknowledged steps is not there when everything is opened again, one line each. */
  readonly lost: (done: number, folder: string, places: ArchivePlaces) => Promise<string[]> | string[];
}

const from = (module: string) => JSON.stringify(pathToFileURL(compiled(module)).href);
const SAY = `const { writeSync } = await import('node:fs'); const say = (step) => writeSync(1, step + '\\n');`;
const each = (step: string) => `for (let step = 1; step <= ${STEPS}; step++) { ${step}; say(step); }`;
/** Nothing of what was acknowledged is missing, and no more than the one step that was under way is there besides. */
const within = (what: string, there: number, done: number): string[] =>
  there === done || there === done + 1 ? [] : [`${what}: ${done} acknowledged, ${there} there`];

export const CHANGES: Readonly<Record<string, Change>> = {
  correction: {
    program: (_folder, places) => `${SAY}
      const { addCorrection } = await import(${from('src/archive/corrections/file.ts')});
      const places = ${JSON.stringify(places)};
      ${each(`
        const is = 'Town' + String(step).padStart(2, '0');
        addCorrection(places.dataDir, '1', { what: 'meeting place', article: 'talks-' + step, words: 'Anna Berg met', is }, new Date());
        if (step % ${BUILT_EVERY} === 0)
          await (await import(${from('src/archive/build/build-archive.ts')})).buildArchive(places, () => {})`)}`,
    async lost(done, _folder, places) {
      const kept = readCorrections(places.dataDir);
      const wrongs = within('corrections', kept.length, done);
      if (done < BUILT_EVERY) return wrongs;
      const keeper = await openArchive(places);
      if (await keeper.isStale()) await keeper.reindex(() => {});
      for (const step of [1, done]) {
        const meetings = await keeper.archive.meetings({ place: TOWN(step) });
        if (meetings.length === 0) wrongs.push(`correction ${step} of ${done} is kept but not made`);
      }
      await keeper.close();
      return wrongs;
    },
  },
  setting: {
    program: (folder) => `${SAY}
      const { openServerSettings } = await import(${from('src/discord/stores/server-settings.ts')});
      const settings = openServerSettings(${JSON.stringify(join(folder, 'var'))});
      ${each('settings.changeServer("1", { channels: [String(step)] })')}`,
    lost(done, folder) {
      const settings = openServerSettings(join(folder, 'var'));
      const there = Number(settings.ofServer('1').channels[0] ?? 0);
      settings.close();
      return within('settings', there, done);
    },
  },
  watch: {
    program: (folder) => `${SAY}
      const { openWatches } = await import(${from('src/alerts/watches.ts')});
      const watches = openWatches(${JSON.stringify(join(folder, 'var'))});
      ${each(`watches.add('1', { is: 'phrase', words: 'word ' + step }, { is: 'direct', person: '1' }, new Date())`)}`,
    lost(done, folder) {
      const watches = openWatches(join(folder, 'var'));
      const there = watches.ofOwner('1').length;
      watches.close();
      return within('watches', there, done);
    },
  },
  import: {
    program: (folder, places) => `${SAY}
      const { importArticles } = await import(${from('src/intake/import-articles.ts')});
      const { loadOutlets } = await import(${from('src/corpus/outlets.ts')});
      const to = { articlesDir: ${JSON.stringify(places.articlesDir)}, dataDir: ${JSON.stringify(places.dataDir)}, outlets: loadOutlets([]) };
      await importArticles(${JSON.stringify(join(folder, 'old.jsonl'))}, to, ({ done }) => say(done), new AbortController().signal);`,
    async lost(done, folder, { articlesDir, dataDir }) {
      const files = () => readdirSync(join(articlesDir, 'old')).filter((name) => name.endsWith('.md'));
      const wrongs = done === 0 ? [] : within('imported articles', files().length, done);
      // The same command goes on from there.
      const report = await importArticles(
        join(folder, 'old.jsonl'),
        { articlesDir, dataDir, outlets: loadOutlets([]) },
        () => {},
        new AbortController().signal,
      );
      if (report.failed.length > 0) wrongs.push(...report.failed);
      const whole = files().filter((name) => readFileSync(join(articlesDir, 'old', name), 'utf8').includes('the end'));
      if (whole.length !== STEPS || files().length !== STEPS)
        wrongs.push(`imported again: ${whole.length} whole of ${files().length} articles, not ${STEPS}`);
      return wrongs;
    },
  },
};

/** Makes the changes of a kind `points` times, each time killed with -9 at a random moment. Tells what was lost, one line each. */
export async function killChanging(what: string, folder: string, points: number, seed: number): Promise<string[]> {
  const random = seeded(seed);
  const wrongs: string[] = [];
  for (let point = 1; point <= points; point++) {
    // In the middle of the work, not of the program's start: so long after so many steps; on a busy machine a kill comes late,
    // and must still find the program at work.
    const [step, ms] = [1 + Math.floor((random() * STEPS) / 2), random() * LONGEST_STEP_MS];
    wrongs.push(...(await lostBy(what, folder, `killed ${ms.toFixed(2)} ms after step ${step}`, { step, ms })));
  }
  return wrongs;
}

/** The same, killed at its first write to disk or to a store, then once more at its second, and so on up to the last one asked for. */
export async function killAtWrites(what: string, folder: string, writes: number): Promise<string[]> {
  const wrongs: string[] = [];
  for (let write = 1; write <= writes; write++)
    wrongs.push(...(await lostBy(what, folder, `killed at write ${write}`, { write })));
  return wrongs;
}

/** When a program is killed: so long after it has said that a step is done; or by itself, in the middle of a write. */
type Moment = { readonly step: number; readonly ms: number } | { readonly write: number };

async function lostBy(what: string, folder: string, how: string, moment: Moment): Promise<string[]> {
  const change = CHANGES[what];
  if (change === undefined) throw new RangeError(`There is no change called ${what}.`);
  const here = mkdtempSync(join(folder, `${what}-`));
  const places = fresh(here, what);
  const { done, killed } = await run(change.program(here, places), moment);
  const look = async () => change.lost(done, here, places);
  const lost = killed
    ? await look().catch((error: Error) => [`after ${done} acknowledged: ${error.message}`])
    : [`it ended after ${done} of ${STEPS} steps without being killed`];
  rmSync(here, { recursive: true, force: true });
  return lost.map((line) => `${line} (${what}, ${how})`);
}

function fresh(folder: string, what: string): ArchivePlaces {
  const articlesDir = join(folder, 'articles');
  mkdirSync(join(folder, 'var'), { recursive: true });
  mkdirSync(articlesDir);
  const text = (step: number) =>
    `Foreign Minister Anna Berg met envoy Omar Dari in Oslo on 2 May 2019. That was talk ${step}, the end.`;
  const steps = Array.from({ length: STEPS }, (_, at) => at + 1);
  if (what === 'correction') {
    for (const step of steps)
      writeFileSync(join(articlesDir, `talks-${step}.md`), `---\nheadline: Talks ${step}\n---\n${text(step)}\n`);
  }
  const lines = steps.map((step) =>
    JSON.stringify({ id: `story ${step}`, headline: `Story ${step}`, text: text(step).repeat(4) }),
  );
  writeFileSync(join(folder, 'old.jsonl'), lines.join('\n'));
  return {
    articlesDir,
    dataDir: join(folder, 'var'),
    outletsDir: join(projectFolder, 'data/outlets'),
    modelsDir: join(projectFolder, 'data'),
  };
}

/** Runs a program until it is killed; the last step that it said was done, and whether it was killed. */
function run(program: string, moment: Moment): Promise<{ readonly done: number; readonly killed: boolean }> {
  return new Promise((resolve) => {
    const loaded = 'write' in moment ? ['--import', dyingAtWrite(moment.write)] : [];
    const child = spawn(process.execPath, [...loaded, '--input-type=module', '--eval', program], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // A line that was not finished was not said.
    const done = () => Number(said.split('\n').at(-2) ?? 0);
    let said = '';
    let killing = false;
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (killing || 'write' in moment || done() < moment.step) return;
      killing = true;
      setTimeout(() => child.kill('SIGKILL'), moment.ms);
    });
    child.on('close', (_code, signal) => resolve({ done: done(), killed: signal === 'SIGKILL' }));
  });
}
