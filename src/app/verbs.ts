import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { NotUnderstood } from '../answers/command.ts';
import { EXPORT_FORMATS, exportAnswer, isExportFormat } from '../answers/export/export-answer.ts';
import { type Keeper, NotBuilt, openArchive, type ReindexProgress } from '../archive/keeper.ts';
import { unknownFieldsIn } from '../corpus/folder.ts';
import { readOutlets } from '../corpus/outlets.ts';
import { type ImportProgress, importArticles } from '../intake/import-articles.ts';
import { projectFolder } from '../project/folder.ts';
import { askWords } from '../remote/ask.ts';
import { dayOf } from '../text/edtf.ts';
import { BackupRefused, backup, restore } from './backup.ts';
import { parse, WrongUsage } from './cli-arguments.ts';
import { answerAsData, answerLines } from './cli-ask.ts';
import { readLines, searchVerb, summariseVerb } from './cli-lines.ts';
import { makeDataFolder } from './data-folder.ts';
import { dumpRows } from './dump.ts';
import { indexingInWords, progressLine, timeInWords } from './progress.ts';
import { readSettings, SettingsWrong } from './settings.ts';
import { reply } from './terminal.ts';

const USAGE = `readout <verb>
  ask "question or /command" [--json]        answer a question from the archive
      [--export FORMAT]                      the answer as a file: csv, json, bibtex, ris, csl-json, markdown
  ask --jsonl                                answer questions, rows of {"id", "ask"}, from standard input
  index [--articles DIR] [--json]            read the articles anew where they changed, and report
  import DIR|FILE.jsonl                      bring articles into the articles folder; run again, it goes on where it was
  dump                                       the whole archive as JSON lines: articles, people, quotations, meetings
  backup FOLDER                              copy articles and data, also while the bot runs
  restore FOLDER                             put a backup back into empty ARTICLES_DIR and DATA_DIR
  read --jsonl                               readings of articles from standard input
  search --docs FILE --queries FILE --k N    ranked search over the documents of a file
  summarise --jsonl (--sentences N | --words N)   summaries of documents from standard input`;

const verbs: Readonly<Record<string, (rest: string[]) => Promise<void>>> = {
  ask: askVerb,
  index: indexVerb,
  import: importVerb,
  dump: dumpVerb,
  backup: async (rest) => backup(readSettings(), folderIn(rest, 'backup')),
  restore: async (rest) => restore(readSettings(), folderIn(rest, 'restore')),
  read: readLines,
  search: searchVerb,
  summarise: summariseVerb,
};

function folderIn(rest: string[], verb: string): string {
  const [folder, ...others] = parse(rest, {}).positionals;
  if (folder === undefined || others.length > 0) throw new WrongUsage(`${verb} needs a folder`);
  return resolve(folder);
}

async function askVerb(rest: string[]): Promise<void> {
  const { values, positionals } = parse(rest, {
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    export: { type: 'string' },
  });
  if (values.jsonl) return withArchive((keeper) => answerLines(keeper.archive));
  const words = positionals.join(' ').trim();
  if (words === '') throw new WrongUsage('ask needs a question: readout ask "who met Hill?"');
  const format = values.export;
  if (format !== undefined && !(typeof format === 'string' && isExportFormat(format)))
    throw new WrongUsage(`--export takes one of ${EXPORT_FORMATS.join(', ')}`);
  await withArchive(async (keeper) => {
    if (await keeper.isStale()) await keeper.reindex(() => {});
    const today = dayOf(new Date());
    if (format) {
      process.stdout.write(exportAnswer(await askWords(words, keeper.archive, today), format, today).text);
      return;
    }
    if (!values.json) return print(await reply(words, keeper.archive));
    print(JSON.stringify(await answerAsData(words, keeper.archive)));
  });
}

async function indexVerb(rest: string[]): Promise<void> {
  const { values } = parse(rest, { articles: { type: 'string' }, json: { type: 'boolean' } });
  if (typeof values.articles === 'string') process.env.ARTICLES_DIR = resolve(values.articles);
  const show = progressLine(process.stderr);
  await withArchive(
    async (keeper) => {
      const report = keeper.built ?? (await keeper.reindex((at) => show(indexingInWords(at))));
      show(null);
      if (values.json) return print(JSON.stringify(report));
      print(
        `${report.articles} articles (${report.readAnew} read anew, ${report.reused} reused, ${report.removed} removed)`,
      );
      print(
        `${report.meetings} meetings, ${report.quotations} quotations, ${report.people} people; ${report.seconds.toFixed(1)} s`,
      );
      for (const { file, reason } of report.unread) print(`not read: ${file}: ${reason}`);
      if (report.readAnew > 0) printUnknown(await unknownFieldsIn(readSettings().articlesFolder));
    },
    (at) => show(indexingInWords(at)),
  );
}

async function importVerb(rest: string[]): Promise<void> {
  const [from, ...others] = parse(rest, {}).positionals;
  if (from === undefined || others.length > 0) throw new WrongUsage('import needs a folder or a .jsonl file');
  if (!existsSync(from)) throw new WrongUsage(`there is no ${from}`);
  const { articlesFolder: articlesDir, dataFolder: dataDir } = readSettings();
  const outlets = readOutlets(resolve(projectFolder, 'data/outlets'));
  const stopping = new AbortController();
  // Once: the article at hand is finished. Twice: at once; that article is done again the next time.
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  const show = progressLine(process.stderr);
  const report = await importArticles(
    from,
    { articlesDir, dataDir, outlets },
    (at) => show(importInWords(at)),
    stopping.signal,
  );
  process.off('SIGINT', stop);
  show(null);
  for (const failure of report.failed) print(`not imported: ${failure}`);
  print(`${report.kept} articles imported, ${report.already} there already, ${report.failed.length} not imported`);
  printUnknown(report.unknown);
  if (report.stopped) return print('Stopped. Run the same command again to go on from here.');
  await withArchive(
    async (keeper) => {
      const isStale = keeper.built === null && (await keeper.isStale());
      const report = isStale ? await keeper.reindex((at) => show(indexingInWords(at))) : keeper.built;
      show(null);
      if (report) print(`${report.articles} articles in the archive`);
    },
    (at) => show(indexingInWords(at)),
  );
}

async function dumpVerb(rest: string[]): Promise<void> {
  if (rest.length > 0) throw new WrongUsage('dump takes nothing after it');
  await withArchive(async (keeper) => {
    if (await keeper.isStale()) await keeper.reindex(() => {});
    for await (const row of dumpRows(keeper.archive)) print(JSON.stringify(row));
  });
}

/** Fields of front matter and records that were passed over, which may be typing errors. */
function printUnknown(unknown: ReadonlyMap<string, number>): void {
  const names = [...unknown].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name, n]) => `${name} (${n})`);
  if (names.length > 0) print(`fields that mean nothing here, and in how many articles: ${names.join(', ')}`);
}

const importInWords = ({ done, before, share, perSecond, secondsLeft }: ImportProgress): string =>
  `${before + done} done (${(share * 100).toFixed(1)} %), ${perSecond.toFixed(1)} a second, ${timeInWords(secondsLeft)} left`;

/** Opens the archive, which is built first where there is none. */
async function withArchive(
  work: (keeper: Keeper) => Promise<void>,
  onProgress: (progress: ReindexProgress) => void = () => {},
): Promise<void> {
  const settings = readSettings();
  const places = {
    articlesDir: settings.articlesFolder,
    dataDir: settings.dataFolder,
    outletsDir: resolve(projectFolder, 'data/outlets'),
    modelsDir: resolve(projectFolder, 'data'),
  };
  makeDataFolder(settings.dataFolder);
  const keeper = await openArchive(places, onProgress);
  try {
    await work(keeper);
  } finally {
    await keeper.close();
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main([verb = '', ...rest]: string[]): Promise<void> {
  if (verb === 'help' || [verb, ...rest].some((word) => word === '--help' || word === '-h')) return print(USAGE);
  const run = verbs[verb];
  if (!run) throw new WrongUsage(verb ? `there is no verb ${verb}` : 'what shall it do?');
  await run(rest);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof WrongUsage) console.error(`readout: ${error.message}\n\n${USAGE}`);
  else if (
    error instanceof SettingsWrong ||
    error instanceof NotUnderstood ||
    error instanceof BackupRefused ||
    error instanceof NotBuilt
  )
    console.error(`readout: ${error.message}`);
  else throw error;
  process.exitCode = 2;
}
