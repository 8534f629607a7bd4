import type { Answer, Citable, Entry } from './answer.ts';

type Shown = Pick<Answer, 'entries' | 'sources'>;

/** The entries of several answers as those of one: the sources that they cite are numbered through. */
export function entriesJoined(...parts: readonly Shown[]): Shown {
  const sources: Citable[] = [];
  const entries = parts.flatMap((part) =>
    part.entries.map(
      (entry): Entry => ({
        ...entry,
        citations: entry.citations.map((one) => ({
          ...one,
          source: numberOf(part.sources[one.source - 1]) ?? one.source,
        })),
      }),
    ),
  );
  return { entries, sources };

  function numberOf(source: Citable | undefined): number | null {
    if (!source) return null;
    const at = sources.findIndex(({ article }) => article === source.article);
    return at >= 0 ? at + 1 : sources.push(source);
  }
}
