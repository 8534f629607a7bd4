import type { Day } from '../../text/edtf.ts';
import type { Picture } from '../picture.ts';
import type { Cited } from './cited.ts';

const COLUMNS: readonly (readonly [string, (cited: Cited, accessed: Day) => string | number | null])[] = [
  ['citation_id', ({ id }) => id],
  ['entry', ({ entry }) => entry],
  ['about', ({ about }) => about],
  ['kind', ({ is }) => is],
  ['words', ({ words }) => words],
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['outlet', ({ source }) => source.outlet],
  ['outlet_kind', ({ source }) => source.kind],
  ['outlet_country', ({ source }) => source.country],
  ['headline', ({ source }) => source.headline],
  ['authors', ({ source }) => source.authors.join('; ')],
  ['published', ({ source }) => source.published],
  ['language', ({ source }) => source.language],
  ['translation', ({ source }) => source.translation],
  ['url', ({ source }) => source.url],
  ['link_to_words', ({ link }) => link],
  ['archived_url', ({ source }) => source.archivedUrl],
  ['accessed', (_cited, accessed) => accessed],
  ['article', ({ source }) => source.article],
  ['file', ({ source }) => source.file],
];

/** Each cited place as a line (RFC 4180), with a byte order mark, without which Excel takes UTF-8 for something else. */
export function csv(cited: readonly Cited[], accessed: Day): string {
  const head = COLUMNS.map(([name]) => name);
  const rows = cited.map((one) => COLUMNS.map(([, value]) => cell(value(one, accessed))));
  return table([head, ...rows]);
}

const table = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.join(',')}\r\n`).join('')}`;

/** What a picture shows, as a table: a line for each tie, event or bar. */
export const pictureCsv = (picture: Picture): string => table(rowsOf(picture).map((row) => row.map(cell)));

function rowsOf(picture: Picture): readonly (readonly (string | number | null)[])[] {
  switch (picture.is) {
    case 'network':
      return [
        ['from', 'from_country', 'to', 'to_country', 'held', 'planned', 'entries'],
        ...picture.edges.map(({ from, to, held, planned, entries }) => {
          const [one, other] = [picture.nodes[from], picture.nodes[to]];
          const ends = [one?.name ?? null, one?.country ?? null, other?.name ?? null, other?.country ?? null];
          return [...ends, held, planned, entries.join(' ')];
        }),
      ];
    case 'timeline':
      return [
        ['date', 'kind', 'label', 'detail', 'status', 'entries'],
        ...picture.points.map(({ date, kind, label, detail, status, entries }) => [
          date,
          kind,
          label,
          detail,
          status,
          entries.join(' '),
        ]),
      ];
    case 'mentions':
      return [['time', 'articles'], ...picture.bars.map(({ time, articles }) => [time, articles])];
  }
}

/**
 * A spreadsheet runs a cell that begins with one of these, also after blanks, as a formula; an apostrophe before it makes it text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[\s\u0000-\u001f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠|]|^[\t\r\n]/u;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
