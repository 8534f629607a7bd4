import { lowerBound } from '../../../text/binary-search.ts';
import { span } from '../../../text/span.ts';
import type { Mention, Speaker } from '../../reading.ts';
import { isPossessive, type Phrase } from '../attribution/phrases.ts';
import { DETERMINERS, UTTERANCES } from '../attribution/words.ts';
import { cueOf } from '../cues.ts';
import type { Item, Outline, Unit } from '../outline.ts';
import { type PronounCandidate, personFor } from './pronouns.ts';
import { byCourtesy, holderOf } from './titles.ts';

export type ChoosePerson = (candidates: readonly PronounCandidate[], at: number) => PronounCandidate | null;

/** Who spoke where, as far as the article has been read. */
export interface SpeakersSoFar {
  /** Speakers in order, each with the unit and paragraph in which words were theirs. */
  readonly spoken: { speaker: Speaker; unit: number; paragraph: number }[];
  /** Whose statement, letter or release was told of last. */
  statementBy: Speaker | null;
  /** Which of the people before a pronoun, which stands at `at`, it means; by the learned weights where left out. */
  readonly choose?: ChoosePerson | undefined;
}

/** Names the speaker that a phrase means; null where the text does not tell. */
export function speakerOf(outline: Outline, phrase: Phrase, unit: number, soFar: SpeakersSoFar): Speaker | null {
  const { items, meant } = outline;
  const item = items[phrase.name >= 0 ? phrase.name : phrase.headAt];
  if (!item) return null;
  if (phrase.name >= 0) {
    const mention = meant[item.index];
    return mention ? named(outline, mention, phrase) : null;
  }
  const where = span(item.start, item.end);
  if (/^(?:he|she|him|her|himself|herself)$/.test(phrase.head)) {
    const person = personFor(outline, phrase.headAt, unit, soFar);
    if (!person) return null;
    return 'name' in person ? { ...person, ...where } : { ...where, ...identity(outline, person) };
  }
  if (phrase.head === 'it') {
    const body = soFar.spoken.findLast(({ speaker }) => speaker.kind === 'body')?.speaker;
    return body ? { ...body, ...where } : null;
  }
  if (phrase.head === 'they') {
    const last = soFar.spoken.at(-1);
    return last && last.speaker.kind === 'body' ? { ...last.speaker, ...where } : null;
  }
  if (/^(?:we|i|you|who|them|themselves|itself)$/.test(phrase.head)) return null;
  return byNoun(outline, phrase, soFar);
}

const identity = (outline: Outline, mention: Mention): Pick<Speaker, 'name' | 'kind' | 'entity' | 'role'> => ({
  name: nameOf(outline, mention),
  kind: mention.type === 'person' ? 'person' : 'body',
  entity: mention.entity,
  role: mention.role?.text ?? null,
});

/** How many mentions are looked through for a better name. */
const MENTIONS_TRIED = 500;

/** The fullest name, unless it is a compound ("anti-Rojas") or a headline's run of capitals ("Rojas Says Haddad"). */
function nameOf({ document: { text, entities, mentions } }: Outline, mention: Mention): string {
  const name = (entities[mention.entity]?.name ?? '').replace(/^[^\p{L}\p{N}]+/u, '');
  const own = text.slice(mention.start, mention.end);
  if (mention.type !== 'person' || own.length >= name.length || own.includes(' ')) return name;
  if (!name.includes(' ')) return name.endsWith(`-${own}`) ? own : name;
  const words = name.split(' ');
  if (words.length < 3 || words[0] === own || name.endsWith(own) || !words.includes(own)) return name;
  let best = name;
  for (const other of mentions.slice(0, MENTIONS_TRIED)) {
    if (other.entity !== mention.entity) continue;
    const written = text.slice(other.start, other.end);
    if (written.endsWith(` ${own}`) && (best === name || written.length > best.length)) best = written;
  }
  return best;
}

function named(outline: Outline, mention: Mention, phrase: Phrase): Speaker {
  const { text } = outline.document;
  const who = identity(outline, mention);
  const where = span(mention.start, mention.end);
  if (mention.type !== 'organisation') return { ...where, ...who };
  // "the Russian Foreign Ministry": whose ministry it is belongs to its name.
  const first = outline.items[withoutDeterminer(outline, phrase)];
  const adjacent = first?.capital && first.start < mention.start ? text.slice(first.start, mention.end) : '';
  const own = text.slice(mention.start, mention.end);
  const full = adjacent !== '' && /^\p{Lu}[\p{L}-]+ $/u.test(adjacent.slice(0, -own.length)) ? adjacent : own;
  return { ...where, ...who, name: who.name.length >= full.length ? who.name : full };
}

function withoutDeterminer({ items }: Outline, phrase: Phrase): number {
  const bare = phrase.to - phrase.from > 1 && DETERMINERS.has(items[phrase.from]?.word ?? '');
  return bare && items[phrase.from + 1]?.word !== 'of' ? phrase.from + 1 : phrase.from;
}

/** "the ministry", "a spokesman for the ministry", "the Deputy Chairman of the government", "the statement". */
function byNoun(outline: Outline, phrase: Phrase, soFar: SpeakersSoFar): Speaker | null {
  const { items, document } = outline;
  const first = items[withoutDeterminer(outline, phrase)];
  const last = items[phrase.to - 1];
  if (!first || !last) return null;
  const where = span(first.start, last.end);
  const titled = byCourtesy(outline, where);
  if (titled) return titled;
  if (UTTERANCES.has(phrase.head)) {
    const owner = ownerOf(outline, phrase, soFar) ?? soFar.statementBy;
    if (owner) {
      soFar.statementBy = owner;
      return { ...owner, ...where };
    }
  }
  // "Russia's Interfax news agency"
  if (
    /^(?:agency|newspaper|paper|magazine|network|channel|website|site|station|daily|broadcaster)$/.test(phrase.head)
  ) {
    for (let i = phrase.headAt - 1; i >= phrase.from; i--) {
      const inside = items[i]?.kind === 'name' ? document.mentions[items[i]?.index ?? -1] : undefined;
      if (inside?.type === 'organisation') return { ...span(inside.start, inside.end), ...identity(outline, inside) };
    }
  }
  const determiner = items[phrase.from]?.word ?? '';
  const definite = !/^(?:an?|some|any|no|one|two|three|many|most|several|another|both|each|every)$/.test(determiner);
  if (definite) {
    const holder = holderOf(outline, phrase, soFar);
    if (holder) return { ...where, ...identity(outline, holder) };
    if (isBare(outline, phrase)) {
      const known = soFar.spoken.findLast(
        ({ speaker }) => speaker.kind === 'body' && endsWith(speaker.name, phrase.head),
      );
      if (known) return { ...known.speaker, ...where };
      const body = lastBody(outline, phrase);
      if (body) return { ...where, ...identity(outline, body), name: fullName(outline, body) };
    }
  }
  const whole = span(first.start, items[describedTo(outline, phrase) - 1]?.end ?? last.end);
  const name = document.text.slice(whole.start, whole.end).replace(/\s+/g, ' ');
  return { ...whole, name, kind: 'body', entity: null, role: null };
}

/** What tells an unnamed source apart: "a person| with knowledge of the talks", "a lawyer| who asked not to be named". */
const DESCRIPTION = /^(?:with|who|whose|involved|familiar|close|briefed|going|calling|named|by|to|and)$/;

/** No description is longer, in items. */
const LONGEST_DESCRIPTION = 14;

/** Where the description of an unnamed source ends: with the next comma, stop or quotation. */
function describedTo({ items }: Outline, phrase: Phrase): number {
  if (!DESCRIPTION.test(items[phrase.to]?.word ?? '')) return phrase.to;
  let to = phrase.to;
  for (; to - phrase.to < LONGEST_DESCRIPTION; to++) {
    const item = items[to];
    if (!item || item.kind === 'mark' || item.kind === 'marked') return to;
    // The report itself begins, or it is told why the source stays unnamed.
    if (cueOf(item.word)?.form === 'finite' || item.word.startsWith('anonym')) return phrase.to;
  }
  return phrase.to;
}

/** Whose statement: "a statement from the command", "the ministry's letter". */
function ownerOf(outline: Outline, phrase: Phrase, soFar: SpeakersSoFar): Speaker | null {
  const { items, document } = outline;
  for (let i = phrase.from; i < phrase.to; i++) {
    const mention = items[i]?.kind === 'name' ? document.mentions[items[i]?.index ?? -1] : undefined;
    const follows = items[i - 1];
    const given = isPossessive(items[i + 1]) || (i > phrase.headAt && follows !== undefined);
    if (!mention || !given) continue;
    const to = i + 1;
    const noun = items[to];
    let from = i;
    while (from > phrase.headAt + 1 && isCapitalWord(items[from - 1])) from--;
    // "from the Chilean Armed Forces command": the name goes on in small letters.
    if (i > phrase.headAt && to < phrase.to && noun?.kind === 'word' && !isPossessive(noun)) break;
    return named(outline, mention, { from, to, name: i, head: '', headAt: i });
  }
  const preposition = items[phrase.headAt + 1];
  if (preposition && /^(?:from|by|of)$/.test(preposition.word) && phrase.to > phrase.headAt + 2) {
    const inner: Phrase = {
      from: phrase.headAt + 2,
      to: phrase.to,
      name: -1,
      head: items[phrase.to - 1]?.word ?? '',
      headAt: phrase.to - 1,
    };
    return byNoun(outline, inner, soFar);
  }
  return null;
}

const isCapitalWord = (item: Item | undefined): boolean => item?.kind === 'word' && item.capital;

/** Nothing but the noun and its article. */
const isBare = ({ items }: Outline, phrase: Phrase): boolean =>
  phrase.to - phrase.from === 1 || (phrase.to - phrase.from === 2 && DETERMINERS.has(items[phrase.from]?.word ?? ''));

const endsWith = (name: string, noun: string): boolean => name.toLowerCase().split(/[\s-]/).includes(noun);

/** "the ministry": the last body named before whose name has that noun. */
function lastBody(outline: Outline, phrase: Phrase): Mention | null {
  const { document, items } = outline;
  const at = items[phrase.from]?.start ?? 0;
  for (let i = firstAfter(document.mentions, at) - 1, steps = 0; i >= 0 && steps < 200; i--, steps++) {
    const mention = document.mentions[i];
    if (mention?.type !== 'organisation') continue;
    const name = document.entities[mention.entity]?.name ?? '';
    if (endsWith(name, phrase.head)) return mention;
  }
  return null;
}

/** With the country before it, which names of ministries need and taggers leave out: "the Chilean| Foreign Ministry". */
function fullName({ document: { text, entities } }: Outline, body: Mention): string {
  const name = entities[body.entity]?.name ?? '';
  const before = /\b(?:the|of|by|from|with|and) (\p{Lu}\p{L}+) $/u.exec(
    text.slice(Math.max(0, body.start - 40), body.start),
  );
  return before && name === text.slice(body.start, body.end) ? `${before[1]} ${name}` : name;
}

/** Position of the first mention that starts at or behind `at`. */
export const firstAfter = (mentions: readonly Mention[], at: number): number =>
  lowerBound(mentions, ({ start }) => start >= at);

/** Notes that words in this unit were the speaker's. */
export function remember(outline: Outline, soFar: SpeakersSoFar, speaker: Speaker, unit: Unit, position: number): void {
  const { items } = outline;
  soFar.spoken.push({ speaker, unit: position, paragraph: unit.paragraph });
  if (soFar.spoken.length > 64) soFar.spoken.splice(0, 32);
  for (let i = unit.from + 1; i < unit.to; i++) {
    if (UTTERANCES.has(items[i]?.word ?? '') && /^(?:an?|in|this|written)$/.test(items[i - 1]?.word ?? ''))
      soFar.statementBy = speaker;
  }
}
