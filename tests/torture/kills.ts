import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArchivePlaces, openArchive } from '../../src/archive/keeper.ts';
import { compiled } from '../../src/project/compiled.ts';
import { projectFolder } from '../../src/project/folder.ts';
import { seeded } from '../support/seeded.ts';

const ARTICLES = 40;

/** The articles as they stand in one generation: in each, one is new and one gone. */
const idsOf = (generation: number): string[] =>
  Array.from({ length: ARTICLES }, (_, at) => `article-${at + generation}`).sort();

function write(folder: string, generation: number): void {
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, `article-${generation - 1}.md`), { force: true });
  for (const id of idsOf(generation)) {
    const text = `Foreign Minister Anna Berg met envoy Omar Dari in Oslo on 2 May 2019. “We agreed on ${id},” Berg said. `;
    writeFileSync(join(folder, `${id}.md`), `---\nheadline: News of ${id}\n---\n${text.repeat(8)}\n`);
  }
}

/**
 * Reindexes `points` times, each time killed with -9 at a random moment. After each kill the archive is opened as the next
 * start would: it must be whole, of the articles before or after. Tells what was not as it should be, one line each.
 */
export async function killReindexing(folder: string, points: number, seed: number): Promise<string[]> {
  const random = seeded(seed);
  const places: ArchivePlaces = {
    articlesDir: join(folder, 'articles'),
    dataDir: join(folder, 'var'),
    outletsDir: join(projectFolder, 'data/outlets'),
    modelsDir: join(projectFolder, 'data'),
  };
  write(places.articlesDir, 0);
  await (await openArchive(places)).close();
  write(places.articlesDir, 1);
  const whole = await reindexFor(places, Number.POSITIVE_INFINITY);
  const wrongs: string[] = [];
  let standing = 1;
  for (let point = 1; point <= points; point++) {
    const generation = point + 1;
    write(places.articlesDir, generation);
    const ms = Math.round(random() * whole * 1.1);
    await reindexFor(places, ms);
    const keeper = await openArchive(places);
    const ids = (await keeper.archive.articles()).map(({ id }) => String(id)).sort();
    const { hits } = await keeper.archive.search('agreed');
    const { quotations } = await keeper.archive.status();
    await keeper.close();
    const stands = [standing, generation].find((one) => idsOf(one).join() === ids.join());
    const line = `killed after ${ms} ms of about ${Math.round(whole)}`;
    if (stands === undefined) wrongs.push(`${line}: the archive holds ${ids.length} articles, of no one generation`);
    if (keeper.notices.length > 0) wrongs.push(`${line}: ${keeper.notices.join(' ')}`);
    if (hits.length === 0 || quotations < ARTICLES) wrongs.push(`${line}: it answers from less than it holds`);
    standing = stands ?? generation;
    // So that each point is one step from the archive that stands.
    if (standing !== generation) {
      for (let old = standing; old < generation; old++)
        rmSync(join(places.articlesDir, `article-${old}.md`), { force: true });
    }
  }
  return wrongs;
}

/** Reindexes in a process of its own, killed after so many milliseconds unless it has finished; how long it ran. */
function reindexFor(places: ArchivePlaces, ms: number): Promise<number> {
  const program = `import(${JSON.stringify(compiled('src/archive/build/build-archive.ts'))}).then(({ buildArchive }) =>
    buildArchive(${JSON.stringify(places)}, () => {}))`;
  return new Promise((resolve) => {
    const since = performance.now();
    const child = spawn(process.execPath, ['--eval', program], { stdio: 'ignore' });
    const timer = Number.isFinite(ms) ? setTimeout(() => child.kill('SIGKILL'), ms) : undefined;
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(performance.now() - since);
    });
  });
}
