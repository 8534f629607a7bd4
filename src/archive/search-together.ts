import { describeDocuments, descriptionOf } from './search-describe.ts';
import type { FrozenIndex } from './search-frozen.ts';
import { FIELDS, nothingDerived, type Postings, type SearchIndex } from './search-structure.ts';

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
    postings: (term) => joined(without(frozen.postings(term), isGone), since.postings(term), first),
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
    keyTerms: (document) => (document < first ? frozen.keyTerms(document) : keyTermsSince(document)),
  };
  const terms = [...since.terms()];
  const described = describeDocuments(index, terms, first);
  /** By the frozen index's numbers where it knows the term, so that old and new documents can be compared. */
  const keys = terms.map((term) => {
    const number = frozen.termNumber(term);
    return number < 0 ? term : number;
  });
  const keyTermsSince = (document: number) => {
    const { terms: numbers, weights } = descriptionOf(described, document);
    return { terms: Array.from(numbers, (number) => keys[number] ?? ''), weights };
  };
  return index;
}

function without(postings: Postings | null, isGone: Uint8Array): Postings | null {
  if (!postings) return null;
  const { documents, counts } = postings;
  const fields = FIELDS.length;
  let kept = 0;
  // Moved together in place: postings are worked out for whoever asks.
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    if (isGone[document] === 1) continue;
    documents[kept] = document;
    for (let field = 0; field < fields; field++) counts[fields * kept + field] = counts[fields * at + field] ?? 0;
    kept++;
  }
  return { documents: documents.subarray(0, kept), counts: counts.subarray(0, fields * kept) };
}

function joined(before: Postings | null, after: Postings | null, first: number): Postings | null {
  if (!after) return before;
  const documents = after.documents.map((document) => first + document);
  if (!before) return { documents, counts: after.counts };
  return { documents: concatenated(before.documents, documents), counts: concatenated(before.counts, after.counts) };
}

function concatenated(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
