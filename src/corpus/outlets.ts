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

const Entry = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain is written "example.org"')).default([]),
  kind: z.enum(OUTLET_KINDS).exclude(['unreviewed']),
  country: z.string().min(1).optional(),
  basis: z.string().min(1),
});

/** Reads `data/outlets.yaml`; throws, naming the entry, where it is not as expected or lists a name or domain twice. */
export function loadOutlets(yaml: string): OutletBook {
  const read = z.array(Entry).safeParse(parse(yaml, { maxAliasCount: 0 }) ?? []);
  if (!read.success) throw new Error(`outlets.yaml is not as expected:\n${z.prettifyError(read.error)}`);
  const byDomain = new Map<string, Outlet>();
  const byName = new Map<string, Outlet>();
  for (const { name, aliases, domains, kind, country, basis } of read.data) {
    const outlet: Outlet = { name, kind, country: country ?? null, basis };
    for (const domain of domains) enter(byDomain, domain, outlet);
    for (const known of [name, ...aliases]) enter(byName, nameKey(known), outlet);
  }
  return { byDomain, byName };
}

function enter(book: Map<string, Outlet>, key: string, outlet: Outlet): void {
  const other = book.get(key);
  if (other && other !== outlet) throw new Error(`outlets.yaml lists "${key}" under ${other.name} and ${outlet.name}`);
  book.set(key, outlet);
}

/** The outlet an article's clues point to: by its name, then by its domain; one nobody listed is `unreviewed`. */
export function outletOf(book: OutletBook, { name, url }: OutletClues): Outlet {
  const domain = url ? domainOf(url) : null;
  return (
    (name ? (book.byName.get(nameKey(name)) ?? atDomain(book, name.trim().toLowerCase())) : null) ??
    (domain ? atDomain(book, domain) : null) ??
    unreviewed(name?.trim() || domain)
  );
}

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

const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
