import type { ReadingDocument } from '../document.ts';
import { type Gender, gendersOf } from '../entities/gender.ts';
import type { EntityIndex, Mention } from '../reading.ts';
import { type MarkedStretch, markedStretches } from './marks.ts';
import { postWords } from './speakers/posts.ts';

/** What an article is made of when one looks for who said what: words, marks, names, and stretches in quotation marks as a whole. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark' | 'name' | 'marked';
  /** In lower case; "" for names and marked stretches. */
  readonly word: string;
  readonly capital: boolean;
  /** Position in `document.mentions` or in `stretches`; −1 for the others. */
  readonly index: number;
}

/** Sentences that belong together, because something in quotation marks reaches over the stops between them. */
export interface Unit {
  /** Its items, from the first to (excluded) the last. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  /** Does it stand first in its paragraph? */
  readonly first: boolean;
}

export interface Outline {
  readonly document: ReadingDocument;
  readonly stretches: readonly MarkedStretch[];
  readonly items: readonly Item[];
  readonly units: readonly Unit[];
  /** For each mention, the one that tells who is meant: itself, or a person whose family name it is though it was taken for a body's. */
  readonly meant: readonly Mention[];
  /** Who holds a post, as far as the article tells, and the words of the post. */
  readonly holders: readonly Holder[];
  /** Of whom the article tells, or the given name, that it is a man or a woman. */
  readonly genders: ReadonlyMap<EntityIndex, Gender>;
}

export interface Holder {
  readonly mention: Mention;
  readonly post: readonly string[];
}

/** No sentence of print is longer, in items; what pretends to be is cut, so that reading stays linear. */
const LONGEST_UNIT = 400;
/** The longest word that is looked up anywhere. */
const LONGEST_WORD = 24;

/** Lays an article out as items and units. Names within quotation marks are part of what stands there. */
export function outlineOf(document: ReadingDocument): Outline {
  const stretches = markedStretches(document.text, document.sentences);
  const items = itemsOf(document, stretches);
  return {
    document,
    stretches,
    items,
    units: unitsOf(document, items),
    meant: meantBy(document),
    holders: holdersIn(document),
    genders: gendersOf(document),
  };
}

/** No article introduces more people by their posts. */
const MOST_HOLDERS = 200;

function holdersIn({ mentions }: ReadingDocument): Holder[] {
  const holders: Holder[] = [];
  for (const mention of mentions) {
    if (mention.type !== 'person' || !mention.role || mention.role.text.length > 120) continue;
    holders.push({ mention, post: postWords(mention.role.text) });
    if (holders.length === MOST_HOLDERS) break;
  }
  return holders;
}

function meantBy({ mentions, entities }: ReadingDocument): Mention[] {
  const byFamilyName = new Map<string, Mention>();
  for (const mention of mentions) {
    if (mention.type !== 'person') continue;
    const name = entities[mention.entity]?.name.toLowerCase() ?? '';
    const family = name.slice(name.indexOf(' ') + 1);
    if (family !== name && !byFamilyName.has(family)) byFamilyName.set(family, mention);
  }
  return mentions.map((mention) => {
    if (mention.type === 'person') return mention;
    const person = byFamilyName.get(entities[mention.entity]?.name.toLowerCase() ?? '');
    return person ? { ...person, start: mention.start, end: mention.end, role: null } : mention;
  });
}

function itemsOf({ text, tokens, mentions }: ReadingDocument, stretches: readonly MarkedStretch[]): Item[] {
  const items: Item[] = [];
  let s = 0;
  let m = 0;
  let done = 0;
  const addMarkedBefore = (position: number) => {
    for (let next = stretches[s]; next && next.start <= position; next = stretches[s]) {
      items.push({ start: next.start, end: next.end, kind: 'marked', word: '', capital: false, index: s++ });
      done = Math.max(done, next.end);
    }
  };
  for (const token of tokens) {
    addMarkedBefore(token.start);
    if (token.start < done) continue;
    let mention = mentions[m];
    while (mention && mention.end <= token.start) mention = mentions[++m];
    const cut = stretches[s]?.start ?? Number.POSITIVE_INFINITY;
    // A dash or mark before a name is none of it, even where the tagger took it in.
    const dash = token.kind === 'mark' && token.start === mention?.start;
    if (mention && !dash && mention.start <= token.start && mention.end <= cut) {
      items.push({ start: token.start, end: mention.end, kind: 'name', word: '', capital: true, index: m });
      done = Math.max(mention.end, token.end);
      continue;
    }
    const word = token.end - token.start > LONGEST_WORD ? '' : text.slice(token.start, token.end).toLowerCase();
    items.push({ start: token.start, end: token.end, kind: token.kind, word, capital: token.capital, index: -1 });
  }
  addMarkedBefore(text.length);
  return items;
}

function unitsOf(document: ReadingDocument, items: readonly Item[]): Unit[] {
  const { sentences } = document;
  const units: Unit[] = [];
  let i = 0;
  let paragraph = -1;
  for (let s = 0; s < sentences.length; ) {
    const opening = sentences[s];
    if (!opening) break;
    const from = i;
    let { end }: { end: number } = opening;
    s++;
    for (let item = items[i]; item && item.start < end; item = items[++i]) {
      // Whatever reaches over the stop draws the next sentence in.
      while (item.end > end) {
        const next = sentences[s];
        if (!next || next.start >= item.end) break;
        end = next.end;
        s++;
      }
    }
    const first = opening.paragraph !== paragraph;
    paragraph = opening.paragraph;
    const opens = afterDateline(document.text, items, from, i);
    for (let cut = opens; cut < i || cut === opens; cut += LONGEST_UNIT) {
      units.push({ from: cut, to: Math.min(i, cut + LONGEST_UNIT), start: opening.start, end, paragraph, first });
    }
  }
  return units;
}

/** "LIMA (Agency) — ", "GENEVA, 3 May - ": where and when the report was written, which nobody in it says. */
const DATELINE = /^\p{Lu}{3}[\p{Lu}.'’ -]*(?:,[^.—–\n]{1,40}?)?\s?(?:\([^()\n]{1,40}\)\s?)?(?:[—–]|--|-\s)/u;

function afterDateline(text: string, items: readonly Item[], from: number, to: number): number {
  const start = items[from]?.start ?? text.length;
  const dateline = DATELINE.exec(text.slice(start, start + 120));
  let first = from;
  if (dateline) while (first < to && (items[first]?.start ?? 0) < start + dateline[0].length) first++;
  return first < to ? first : from;
}
