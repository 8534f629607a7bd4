import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { OUTLET_KINDS, type Outlet } from './article.ts';

/** The outlets somebody reviewed, found by domain or by name. */
export interface OutletBook {
  readonly byDomain: ReadonlyMap<string, Outlet>;
  readonly byName: ReadonlyMap<string, Outlet>;
}

/** What an article tells about its publisher. */
export interface OutletClues {
  readonly name?: string | null;
  readonly url?: string | null;
}

/** One file of outlets. */
export interface OutletFile {
  readonly name: string;
  readonly yaml: string;
}

const Entry = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain is written "example.org"')).default([]),
  kind: z.enum(OUTLET_KINDS).exclude(['unreviewed']),
  country: z.string().min(1).optional(),
  basis: z.string().min(1),
});

/** The files of a folder of outlets, in the order of their names. */
export const outletFilesIn = (folder: string): OutletFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, yaml: readFileSync(join(folder, name), 'utf8') }));

/** Parsing two thousand entries takes about a second: a thread does it once, and again when a file has changed. */
let parsed: { readonly files: readonly OutletFile[]; readonly book: OutletBook } | null = null;

/** Reads the folder `data/outlets`; throws as `loadOutlets` does. */
export function readOutlets(folder: string): OutletBook {
  const files = outletFilesIn(folder);
  if (!parsed || !isDeepStrictEqual(parsed.files, files)) parsed = { files, book: loadOutlets(files) };
  return parsed.book;
}

/** Reads files of outlets; throws, naming file and entry, where one is not as expected or a name or domain is listed twice. */
export function loadOutlets(files: readonly OutletFile[]): OutletBook {
  const byDomain = new Map<string, Outlet>();
  const byName = new Map<string, Outlet>();
  for (const { name: file, yaml } of files) {
    const read = z.array(Entry).safeParse(parse(yaml, { maxAliasCount: 0 }) ?? []);
    if (!read.success) throw new Error(`${file} is not as expected:\n${z.prettifyError(read.error)}`);
    for (const { name, aliases, domains, kind, country, basis } of read.data) {
      const outlet: Outlet = { name, kind, country: country ?? null, basis };
      for (const domain of domains) enter(byDomain, domain, outlet, file);
      for (const known of [name, ...aliases]) enter(byName, nameKey(known), outlet, file);
    }
  }
  return { byDomain, byName };
}

function enter(book: Map<string, Outlet>, key: string, outlet: Outlet, file: string): void {
  const other = book.get(key);
  if (other && other !== outlet) throw new Error(`${file}: "${key}" is listed under ${other.name} and ${outlet.name}`);
  book.set(key, outlet);
}

/**
 * The outlet an article's clues point to: the one that is named, else the one at the address; one nobody listed is
 * `unreviewed`. A name that several bear is of the one at the address: "ABC News" at abc.net.au is Australia's.
 */
export function outletOf(book: OutletBook, { name, url }: OutletClues): Outlet {
  const domain = url ? domainOf(url) : null;
  const here = domain ? atDomain(book, domain) : null;
  if (!name) return here ?? unreviewed(domain);
  if (here && nameKey(withoutCountry(here.name)) === nameKey(name)) return here;
  return outletNamed(book, name) ?? here ?? unreviewed(name.trim() || domain);
}

/** The listed outlet that these words name: "the herald", "Herald - Politics", "herald.example"; null where none. */
function outletNamed(book: OutletBook, name: string): Outlet | null {
  const known = book.byName.get(nameKey(name)) ?? atDomain(book, name.trim().toLowerCase());
  if (known) return known;
  const paper = name.length <= LONGEST ? SECTION.exec(name)?.groups?.paper : null;
  return paper ? outletNamed(book, paper) : null;
}

/** A name of more characters has gone astray: it is not taken apart. */
const LONGEST = 100;

/** A newspaper's section or medium behind its name: "Herald - News", "Herald | Opinion", "Herald (Online News)". */
const SECTION =
  /^(?<paper>.+?)\s*(?:[-–—|:]\s+|\()(?:(?:web|online|world|latest|breaking|us|uk|international) ?)*(?:news|politics|opinion|editorials?|business|world|web|online|international|analysis|blogs?)\)?\s*$/iu;

/** "The Star" of "The Star (Malaysia)": names that several bear are listed with their country or city. */
const withoutCountry = (name: string): string => name.replace(/\s*\([^()]*\)$/, '');

/** An outlet nobody listed. */
export const unreviewed = (name: string | null): Outlet => ({
  name: name ?? 'unknown outlet',
  kind: 'unreviewed',
  country: null,
  basis: null,
});

/** "www.example.org" of an address, without the "www."; null where it is no web address. */
export function domainOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\d?\./, '') : null;
}

/** The listed outlet of this domain or of the nearest one it belongs to ("arabic.rt.com" is RT's, "start.com" is not). */
export function atDomain(book: OutletBook, domain: string): Outlet | null {
  const labels = domain.replace(/^www\d?\./, '').split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const outlet = book.byDomain.get(labels.slice(from).join('.'));
    if (outlet) return outlet;
  }
  return null;
}

/** A name without case, accents, punctuation, spaces and its first "the": "El País" and "El Pais", "PressTV" and "Press TV" are one. */
function nameKey(name: string): string {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}+]+/gu, '');
  return bare.replace(/^the(?=.)/, '');
}
