import type { Answer, Citable, Entry, Verbatim } from '../answer.ts';
import type { CitationId } from '../citation-ids.ts';
import { line } from '../plain.ts';

/** One cited place of an answer, with all that belongs to it. */
export interface Cited {
  /** Number of the entry it is evidence for, from 1. */
  readonly entry: number;
  /** The entry's title and the bot's own words in it. */
  readonly about: string;
  readonly id: CitationId;
  /** Whether the words are a quotation, the article's own sentence, or the article is cited as a whole. */
  readonly is: 'quotation' | 'sentence' | 'article';
  /** Exactly as stored; empty for an article as a whole. */
  readonly words: string;
  /** Offsets into the stored text, in UTF-16 units. */
  readonly start: number | null;
  readonly end: number | null;
  /** Opens the article at the words. */
  readonly link: string | null;
  /** Number of the source, from 1. */
  readonly number: number;
  readonly source: Citable;
}

/** Every place an answer cites, in its order. */
export function citedIn({ entries, sources }: Answer): readonly Cited[] {
  return entries.flatMap((entry, index) =>
    entry.citations.flatMap(({ source: number, span, link, id }): Cited[] => {
      const source = sources[number - 1];
      if (!source) return [];
      const shown = span && wordsAt(entry, source, span.start, span.end);
      return [
        {
          entry: index + 1,
          about: aboutOf(entry),
          id,
          is: shown?.is ?? 'article',
          words: shown?.words.text ?? '',
          start: span?.start ?? null,
          end: span?.end ?? null,
          link,
          number,
          source,
        },
      ];
    }),
  );
}

function wordsAt(entry: Entry, source: Citable, start: number, end: number) {
  for (const run of entry.body.flat())
    if ((run.is === 'quotation' || run.is === 'sentence') && isAt(run.words, source, start, end)) return run;
  return null;
}

const isAt = ({ article, span }: Verbatim, source: Citable, start: number, end: number): boolean =>
  article === source.article && span.start === start && span.end === end;

function aboutOf({ title, body }: Entry): string {
  const own = body.filter((paragraph) => !paragraph.some((run) => 'words' in run));
  return [line(title), ...own.map(line)].filter(Boolean).join(' · ');
}
