import type { Span } from '../../text/span.ts';
import type { Entry, Run } from '../answer.ts';

/** So many quotations of one occasion stand together; further ones come after the other occasions. */
const MOST_TOGETHER = 3;

/**
 * Quotations put together by occasion: what one article quotes of one speaker, of one day. The order stays: an occasion stands
 * where the first of its quotations stood, and what it has beyond a few follows when every occasion has had its turn.
 */
export function byOccasion(entries: readonly Entry[]): Entry[] {
  const occasions = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.citations[0]?.source, entry.title]);
    occasions.set(key, [...(occasions.get(key) ?? []), entry]);
  }
  const rounds: Entry[][] = [];
  for (const own of occasions.values())
    for (let at = 0; at < own.length; at += MOST_TOGETHER) {
      const round = at / MOST_TOGETHER;
      rounds[round] = [...(rounds[round] ?? []), together(own.slice(at, at + MOST_TOGETHER))];
    }
  return rounds.flat();
}

/** In the order of the text; what is said of each, such as the outlet, once. */
function together(entries: readonly Entry[]): Entry {
  const [first, ...others] = entries.toSorted((a, b) => placeOf(a) - placeOf(b));
  if (!first || others.length === 0) return first ?? { title: [], body: [], citations: [] };
  const all = [first, ...others];
  const body = markedTogether(all.flatMap((entry) => entry.body));
  const last = new Map(body.map((paragraph, at) => [JSON.stringify(paragraph), at]));
  return {
    title: first.title,
    body: body.filter((paragraph, at) => last.get(JSON.stringify(paragraph)) === at),
    citations: all.flatMap(({ citations }) => citations),
  };
}

/** A sentence that several fragments stand in is shown once, with all of them marked. */
function markedTogether(paragraphs: readonly (readonly Run[])[]): (readonly Run[])[] {
  const marks = new Map<string, readonly Span[]>();
  const keyOf = (run: Run) => (run.is === 'sentence' ? `${run.words.article} ${run.words.span.start}` : '');
  for (const run of paragraphs.flat())
    if (run.is === 'sentence') marks.set(keyOf(run), [...(marks.get(keyOf(run)) ?? []), ...run.marked]);
  return paragraphs.map((paragraph) =>
    paragraph.map((run) => (run.is === 'sentence' ? { ...run, marked: marks.get(keyOf(run)) ?? run.marked } : run)),
  );
}

const placeOf = ({ citations }: Entry): number => citations[0]?.span?.start ?? 0;
