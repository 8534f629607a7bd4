import { findOccurrences } from '../../text/occurrences.ts';
import { overlaps } from '../../text/span.ts';
import type { Archive, StoredArticle } from '../archive.ts';
import { comparableWords, sameWordByWord } from '../entities/names.ts';
import { disambiguatedName, isOutlet, quotationsAt } from './apply.ts';
import type { Correction } from './file.ts';

/** A correction that the archive as it stands does not show, and why. */
export interface Astray {
  readonly correction: Correction;
  readonly because: Because;
  /** Whom the archive or the article does not know, where that is why. */
  readonly name: string;
}

export type Because =
  | 'the archive has no article of this outlet'
  | 'the archive knows nobody called {name}'
  | 'its article is not in the archive'
  | 'the archive does not show it: reindex'
  | 'nobody in the article is called {name}'
  | 'its words no longer stand in the article'
  | 'nothing is read as a quotation there'
  | 'nothing is read as a meeting there';

/** The corrections that no longer find what they correct: their article is gone, its words changed, or nothing is read there. */
export async function correctionsAstray(corrections: readonly Correction[], archive: Archive): Promise<Astray[]> {
  const astray: Astray[] = [];
  for (const correction of corrections) {
    const why = await whyNot(correction, archive);
    if (why !== null) astray.push({ correction, name: '', ...(typeof why === 'string' ? { because: why } : why) });
  }
  return astray;
}

type Why = Because | { readonly because: Because; readonly name: string };

async function whyNot(correction: Correction, archive: Archive): Promise<Why | null> {
  switch (correction.what) {
    case 'outlet': {
      const cards = await archive.articles({ outlet: correction.outlet });
      const theirs = cards.filter(({ outlet }) => isOutlet(outlet.name, correction.outlet));
      if (theirs.length === 0) return 'the archive has no article of this outlet';
      return theirs.every(({ outlet }) => outlet.kind === correction.is) ? null : NOT_YET;
    }
    case 'one person': {
      const [name, is] = await Promise.all([
        actorsNamed(correction.name, archive),
        actorsNamed(correction.is, archive),
      ]);
      if (name.size === 0) return { because: 'the archive knows nobody called {name}', name: correction.name };
      if (is.size === 0) return { because: 'the archive knows nobody called {name}', name: correction.is };
      return [...name].every((id) => is.has(id)) ? null : NOT_YET;
    }
    default: {
      const stored = await archive.article(correction.article);
      return stored === null ? 'its article is not in the archive' : whyNotIn(stored, correction);
    }
  }
}

const NOT_YET: Because = 'the archive does not show it: reindex';

function whyNotIn(
  { article, reading }: StoredArticle,
  correction: Exclude<Correction, { what: 'outlet' | 'one person' }>,
): Why | null {
  if (correction.what === 'published') return article.published?.date === correction.is ? null : NOT_YET;
  if (correction.what === 'two people') {
    if (reading.entities.some(({ name }) => name === disambiguatedName(correction))) return null;
    return { because: 'nobody in the article is called {name}', name: correction.name };
  }
  const places = findOccurrences(correction.words, article.body);
  if (places.length === 0) return 'its words no longer stand in the article';
  const meetings = reading.meetings.filter((meeting) => places.some((place) => overlaps(place, meeting)));
  if (correction.what === 'not a meeting') return meetings.length === 0 ? null : NOT_YET;
  if (correction.what === 'speaker') {
    const quotations = quotationsAt(reading, places);
    if (quotations.length === 0) return 'nothing is read as a quotation there';
    return quotations.every(({ speaker }) => hasName(speaker?.name ?? null, correction.is)) ? null : NOT_YET;
  }
  if (meetings.length === 0) return 'nothing is read as a meeting there';
  const holds = meetings.every(({ date, place }) =>
    correction.what === 'meeting date'
      ? (date?.value ?? null) === correction.is
      : (place?.name ?? null) === correction.is,
  );
  return holds ? null : NOT_YET;
}

function hasName(name: string | null, is: string | null): boolean {
  if (name === null || is === null) return name === is;
  return sameWordByWord(comparableWords(name), comparableWords(is));
}

async function actorsNamed(name: string, archive: Archive): Promise<ReadonlySet<string>> {
  const matches = await archive.findActors(name);
  return new Set(matches.filter(({ how }) => how === 'same').map(({ actor }) => actor.id));
}
