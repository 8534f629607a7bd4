import { describeDocuments, eachDescribing } from './describe.ts';
import type { FrozenIndex } from './segment.ts';
import { nothingDerived, type SearchIndex } from './structure.ts';

/**
 * A frozen index with the documents that came since, as one index, the way log-structured stores read: those of the frozen
 * one first, without the `gone`; then those of the growing one.
 */
export function together(frozen: FrozenIndex, gone: ReadonlySet<number>, since: SearchIndex): SearchIndex {
  if (gone.size === 0 && since.size === 0) return frozen;
  const first = frozen.end;
  const isGone = new Uint8Array(first);
  for (const document of gone) isGone[document] = 1;
  const lengthSums = frozen.lengthSums.map((sum, field) => {
    let removed = 0;
    for (const document of gone) removed += frozen.lengthOf(document, field);
    return sum - removed + (since.lengthSums[field] ?? 0);
  });
  /** By term: to leave out the gone takes a walk through its postings, and a query asks several times. */
  const counted = new Map<string, number>();
  const index: SearchIndex = {
    size: frozen.size - gone.size + since.size,
    end: first + since.end,
    lengthSums,
    derived: nothingDerived(),
    *documents() {
      for (const document of frozen.documents()) if (!gone.has(document)) yield document;
      for (const document of since.documents()) yield first + document;
    },
    idOf(document) {
      if (document >= first) return since.idOf(document - first);
      return gone.has(document) ? null : frozen.idOf(document);
    },
    lengthOf: (document, field) =>
      document < first ? frozen.lengthOf(document, field) : since.lengthOf(document - first, field),
    terms: () => [...new Set([...frozen.terms(), ...since.terms()])].sort(),
    documentsHaving(term) {
      const having = counted.get(term) ?? countOf(term);
      counted.set(term, having);
      return having;
    },
    eachPosting(term, take) {
      frozen.eachPosting(term, (document, headline, lead, body) => {
        if (isGone[document] === 0) take(document, headline, lead, body);
      });
      since.eachPosting(term, (document, headline, lead, body) => take(first + document, headline, lead, body));
    },
    word(word) {
      const [before, after] = [frozen.word(word), since.word(word)];
      if (!before || !after) return before ?? after;
      return {
        documents: before.documents + after.documents,
        capitalised: before.capitalised + after.capitalised,
      };
    },
    *words() {
      for (const [word, count] of frozen.words()) yield [word, index.word(word) ?? count];
      for (const [word, count] of since.words()) if (frozen.word(word) === null) yield [word, count];
    },
    sharing: (key) => new Set([...frozen.sharing(key), ...since.sharing(key)]),
    *names() {
      yield* frozen.names();
      yield* since.names();
    },
    eachKeyTerm(document, take) {
      if (document < first) frozen.eachKeyTerm(document, take);
      else eachDescribing(described, document, (number, weight) => take(keys[number] ?? '', weight));
    },
  };
  function countOf(term: string): number {
    let having = frozen.documentsHaving(term) + since.documentsHaving(term);
    if (gone.size > 0)
      frozen.eachPosting(term, (document) => {
        having -= isGone[document]!; // as long as the frozen index
      });
    return having;
  }
  const terms = [...since.terms()];
  const described = describeDocuments(index, terms, first);
  /** By the frozen index's numbers where it knows the term, so that old and new documents can be compared. */
  const keys = terms.map((term) => {
    const number = frozen.termNumber(term);
    return number < 0 ? term : number;
  });
  return index;
}
