import { type Day, dateInWords, type Edtf } from '../../text/edtf.ts';
import type { Citable } from '../answer.ts';
import { citationId } from '../citation-ids.ts';
import type { Cited } from './cited.ts';

// One reference for each source, with what was cited of it as notes. Fields as in the manuals of BibLaTeX (3.20), RIS
// (Research Information Systems' tags as Zotero reads them) and CSL 1.0.2.

/** For BibTeX, BibLaTeX, pandoc and Zotero. */
export function bibtex(sources: readonly Citable[], cited: readonly Cited[], accessed: Day): string {
  return keyed(sources)
    .map(([key, source]) => {
      const [year, month] = pointOf(source.published);
      const fields: readonly (readonly [string, string | null])[] = [
        ['title', source.headline && `{${tex(source.headline)}}`],
        // In braces each: nobody knows which part of a name is the family's.
        ['author', source.authors.map((name) => `{${tex(name)}}`).join(' and ')],
        ['organization', `{${tex(source.outlet)}}`],
        ['date', source.published && isPlain(source.published) ? source.published : null],
        // What BibTeX itself reads.
        ['year', year ?? null],
        ['month', month ? String(Number(month)) : null],
        ['url', source.url && bare(source.url)],
        ['urldate', accessed],
        ['langid', source.language],
        ['note', tex(notes(source, cited).join(' '))],
      ];
      const written = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
      return `@online{${key},\n${written.join('')}}\n`;
    })
    .join('\n');
}

/** For Zotero, EndNote, Mendeley, … */
export function ris(sources: readonly Citable[], cited: readonly Cited[], accessed: Day): string {
  return keyed(sources)
    .map(([key, source]) => {
      const [year, month = '', day = ''] = pointOf(source.published);
      const lines: readonly (readonly [string, string | null | undefined])[] = [
        ['TY', source.kind === 'blog' ? 'BLOG' : 'NEWS'],
        ['ID', key],
        ...source.authors.map((name) => ['AU', name] as const),
        ['TI', source.headline],
        ['T2', source.outlet],
        ['PY', year],
        ['DA', year && `${year}/${month}/${day}/`],
        ['UR', source.url],
        ['Y2', accessed.replaceAll('-', '/')],
        ['LA', source.language],
        ...notes(source, cited).map((note) => ['N1', note] as const),
      ];
      const written = lines.flatMap(([name, value]) => (value ? [`${name}  - ${oneLine(value)}\r\n`] : []));
      return `${written.join('')}ER  - \r\n`;
    })
    .join('\r\n');
}

/** For pandoc, Zotero and whatever else speaks the Citation Style Language. */
export function cslJson(sources: readonly Citable[], cited: readonly Cited[], accessed: Day): string {
  const items = keyed(sources).map(([key, source]) => ({
    id: key,
    type: source.kind === 'blog' ? 'post-weblog' : 'article-newspaper',
    ...(source.authors.length > 0 && { author: source.authors.map((name) => ({ literal: name })) }),
    ...(source.headline && { title: source.headline }),
    'container-title': source.outlet,
    ...(source.published && { issued: cslDate(source.published) }),
    accessed: cslDate(accessed),
    ...(source.url && { URL: source.url }),
    ...(source.archivedUrl && { archive_location: source.archivedUrl }),
    language: source.language,
    note: notes(source, cited).join(' '),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** What was cited, word for word, and what there is no field for. */
function notes(source: Citable, cited: readonly Cited[]): string[] {
  const { kind, country, published, translation, archivedUrl, url, file, article } = source;
  const own = cited.filter((one) => one.source.article === article && one.words !== '');
  return [
    ...own.map(({ words, id, start, end }) => `“${words}” [${id}, characters ${start}–${end}]`),
    `Outlet: ${kind}${country ? ` (${country})` : ''}.`,
    published === null ? 'Date unknown.' : isPlain(published) ? '' : `Published ${dateInWords(published)}.`,
    translation ? `In translation: ${translation}.` : '',
    archivedUrl ? `Archived: ${archivedUrl}` : '',
    url ? '' : `File: ${file}.`,
  ].filter(Boolean);
}

/** Keys of letters and digits, the same in every export: "sputnik2015k7qf". */
function keyed(sources: readonly Citable[]): [string, Citable][] {
  const taken = new Set<string>();
  return sources.map((source) => {
    const outlet =
      source.outlet
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .slice(0, 24) || 'outlet';
    const [year = ''] = pointOf(source.published);
    let key = `${outlet}${year}${citationId(source.article, '', null).slice(0, 4).toLowerCase()}`;
    while (taken.has(key)) key += 'x';
    taken.add(key);
    return [key, source];
  });
}

/** A day, a month or a year: what every reader knows. */
const isPlain = (date: Edtf): boolean => /^\d{4}(?:-\d\d){0,2}$/.test(date);

const pointOf = (date: Edtf | null): string[] => (date && isPlain(date) ? date.split('-') : []);

function cslDate(date: Edtf) {
  return isPlain(date) ? { 'date-parts': [date.split('-').map(Number)] } : { literal: dateInWords(date) };
}

/** Two blanks mean something in RIS, none in TeX. */
const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '\\{',
  '}': '\\}',
};

/** Text as TeX shows it. */
const tex = (words: string): string => oneLine(words).replace(/[\\~^{}&%$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** An address stands as it is, but for signs that would end the field. */
const bare = (url: string): string => url.replace(/[{}\\\s]/g, encodeURIComponent);
