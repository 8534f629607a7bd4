import { describeDocuments, eachDescribing } from './describe.ts';
import type { Segment } from './segment.ts';
import { nothingDerived, type SearchIndex } from './structure.ts';

/**
 * A segment with the documents that came since, as one index, the way log-structured stores read: those of the segment
 * first, without the `gone`; then those of the write buffer.
 */
export function mergedReader(segment: Segment, gone: ReadonlySet<number>, since: SearchIndex): SearchIndex {
  if (gone.size === 0 && since.size === 0) return segment;
  const first = segment.end;
  const isGone = new Uint8Array(first);
  for (const document of gone) isGone[document] = 1;
  const lengthSums = segment.lengthSums.map((sum, field) => {
    let removed = 0;
    for (const document of gone) removed += segment.lengthOf(document, field);
    return sum - removed + (since.lengthSums[field] ?? 0);
  });
  /** By term: to leave out the gone takes a walk through its postings, and a query asks several times. */
  const counted = new Map<string, number>();
  const index: SearchIndex = {
    size: segment.size - gone.size + since.size,
    end: first + since.end,
    lengthSums,
    derived: nothingDerived(),
    *documents() {
      for (const document of segment.documents()) if (!gone.has(document)) yield document;
      for (const document of since.documents()) yield first + document;
    },
    idOf(document) {
      if (document >= first) return since.idOf(document - first);
      return gone.has(document) ? null : segment.idOf(document);
    },
    lengthOf: (document, field) =>
      document < first ? segment.lengthOf(document, field) : since.lengthOf(document - first, field),
    terms: () => [...new Set([...segment.terms(), ...since.terms()])].sort(),
    documentsHaving(term) {
      const having = counted.get(term) ?? countOf(term);
      counted.set(term, having);
      return having;
    },
    eachPosting(term, take) {
      segment.eachPosting(term, (document, headline, lead, body) => {
        if (isGone[document] === 0) take(document, headline, lead, body);
      });
      since.eachPosting(term, (document, headline, lead, body) => take(first + document, headline, lead, body));
    },
    word(word) {
      const [before, after] = [segment.word(word), since.word(word)];
      if (!before || !after) return before ?? after;
      return {
        documents: before.documents + after.documents,
        capitalised: before.capitalised + after.capitalised,
      };
    },
    *words() {
      for (const [word, count] of segment.words()) yield [word, index.word(word) ?? count];
      for (const [word, count] of since.words()) if (segment.word(word) === null) yield [word, count];
    },
    sharing: (key) => new Set([...segment.sharing(key), ...since.sharing(key)]),
    *names() {
      yield* segment.names();
      yield* since.names();
    },
    eachKeyTerm(document, take) {
      if (document < first) segment.eachKeyTerm(document, take);
      else eachDescribing(described, document, (number, weight) => take(keys[number] ?? '', weight));
    },
  };
  function countOf(term: string): number {
    let having = segment.documentsHaving(term) + since.documentsHaving(term);
    if (gone.size > 0)
      segment.eachPosting(term, (document) => {
        having -= isGone[document]!; // as long as the segment
      });
    return having;
  }
  const terms = [...since.terms()];
  const described = describeDocuments(index, terms, first);
  /** By the segment's numbers where it knows the term, so that old and new documents can be compared. */
  const keys = terms.map((term) => {
    const number = segment.termNumber(term);
    return number < 0 ? term : number;
  });
  return index;
}
