import { lowerBound } from '../../text/binary-search.ts';
import { countryNamed, type NamedAs } from '../../text/countries.ts';
import { type Span, span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { DateMention, Mention, Sentence } from '../reading.ts';
import type { Token } from '../tokens/tokenise.ts';
import { withListMarks } from './lists.ts';

/**
 * What a word does in its sentence, as far as its form tells: enough to see where a noun phrase begins and ends.
 * `name` is a whole mention, `date` a whole date, `country` a country's name, adjective or capital that is no mention.
 */
export type Part =
  | 'name'
  | 'country'
  | 'date'
  | 'noun'
  | 'determiner'
  | 'possessive'
  | 'pronoun'
  | 'relative'
  | 'preposition'
  | 'and'
  | 'comma'
  | 'stop'
  | 'auxiliary'
  | 'verb'
  | 'adverb';

export interface Word extends Span {
  readonly part: Part;
  readonly lower: string;
  readonly capital: boolean;
  readonly mention: Mention | null;
  readonly date: DateMention | null;
  /** Set where the words name a country. */
  readonly country: { readonly country: string; readonly as: NamedAs } | null;
}

const PARTS = new Map<string, Part>();
const listed = (part: Part, words: string) => {
  for (const word of words.split(/\s+/)) PARTS.set(word, part);
};
listed(
  'determiner',
  'the a an this these those its his her their our my your some several many both all other another each any no',
);
listed('pronoun', 'he she they it we i you him them us me');
listed(
  'relative',
  `how who whom which that where when while because although though if whether whose as amid despite since until unless once
  after before following prior ahead than but so including including then`,
);
listed(
  'preposition',
  `with of in on at by for from to into over about between among during regarding concerning under against through via per near
  inside outside without within upon according toward towards around across alongside behind like ahead`,
);
listed('and', 'and or & plus');
listed(
  'auxiliary',
  `is are was were be been being am has have had do does did will would shall should may might can could must not n't won't
  cannot didn't doesn't don't hasn't haven't hadn't wasn't weren't isn't aren't wouldn't couldn't never 'll ’ll 've ’ve`,
);
listed(
  'verb',
  `said says told tells met meets held holds hosts sat spoke speaks calls paid took takes went goes came comes gave gives got
  made makes began begins led leads left leaves saw sees found became seeks sought wants plans hopes expects agreed flew
  knew thought think thinks felt kept put brought won lost wrote writes stood fell rose grew ran set sent rejects refuses
  accuses adds asks visits arrives attends received visited hosted welcomed greets shook shakes confers consults negotiates huddles begun gone taken given shown known meet hold sit
  speak visit attend convene convenes joins join welcomes receives invites phoned phones telephoned discusses discuss remains
  follows follow came drew heard read understood chose tried try signed failed warns urges`,
);
listed(
  'adverb',
  `himself herself themselves itself also later earlier separately briefly recently then jointly personally reportedly secretly privately publicly officially
  again already just only still now here there yesterday together first soon once twice meanwhile however moreover too even
  previously currently once-again alone apart instead finally formally regularly repeatedly often frequently successfully`,
);
const NOUN_AFTER = /^(?:determiner|possessive|preposition|date)$/;
// "-ly" words that are nouns or adjectives of a name.
const NOT_ADVERB =
  /^(?:assembly|family|ally|italy|july|daily|weekly|early|friendly|elderly|monthly|supply|rally|reply|deputy)$/;
const RAN_IN =
  /^(?:united|armed|unnamed|allied|hundred|led|backed|based|retired|combined|red|need|feed|breed|seed|bed|unified)$/;

// Days and months that could not be resolved, for want of a day to reckon from, are still no part of a noun phrase.
const CALENDAR =
  /^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|today|yesterday|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.)$/;

/** The words of a sentence, mentions and dates as one word each, with the part each plays. */
export function wordsOf(document: ReadingDocument, dates: readonly DateMention[], where: Span): readonly Word[] {
  const { text, tokens, mentions } = document;
  const words: Word[] = [];
  let mention = firstFrom(mentions, where.start);
  let date = firstFrom(dates, where.start);
  for (let i = firstFrom(tokens, where.start); i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.start >= where.end) break;
    while ((mentions[mention]?.end ?? Infinity) <= token.start) mention++;
    while ((dates[date]?.end ?? Infinity) <= token.start) date++;
    const named = mentions[mention];
    const dated = dates[date];
    if (named && named.start <= token.start) {
      if (named.start === token.start || words.at(-1)?.mention !== named) words.push(nameWord(text, named));
      continue;
    }
    if (dated && dated.start <= token.start) {
      if (words.at(-1)?.date !== dated) words.push(dateWord(dated));
      continue;
    }
    words.push(word(text, token, words.at(-1)));
  }
  return withListMarks(withCountries(text, withoutAsides(words)));
}

const LONGEST_ASIDE = 12;

/** Leaves out what stands in brackets, "(Reuters)", and the "left" and "right" of captions. */
function withoutAsides(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) break;
    if (OPEN.test(word.lower)) {
      const close = closing(words, i);
      if (close > 0) {
        i = close;
        continue;
      }
    }
    if (/^(?:left|right|center|centre)$/.test(word.lower) && words[i + 1]?.part === 'comma') {
      while (/^(?:second|third|fourth|far|,)$/.test(kept.at(-1)?.lower ?? '')) kept.pop();
      i++;
      continue;
    }
    const before = kept.at(-1);
    // "23 July"
    if (word.part === 'date' && !word.date && before && /^\d{1,2}$/.test(before.lower))
      kept[kept.length - 1] = { ...before, part: 'date' };
    kept.push(word);
  }
  return kept;
}

/** The bracket that closes the one at `open`, if it is near; 0 where there is none. */
function closing(words: readonly Word[], open: number): number {
  for (let i = open + 1; i < open + LONGEST_ASIDE; i++) if (CLOSE.test(words[i]?.lower ?? '')) return i;
  return 0;
}

const OPEN = /^[([]$/;
const CLOSE = /^[)\]]$/;

function nameWord(text: string, mention: Mention): Word {
  const { start, end } = mention;
  const written = text.slice(start, end);
  const country = mention.type === 'person' ? null : countryNamed(written);
  return { start, end, part: 'name', lower: written.toLowerCase(), capital: true, mention, date: null, country };
}

function dateWord(date: DateMention): Word {
  const { start, end } = date;
  return { start, end, part: 'date', lower: '', capital: false, mention: null, date, country: null };
}

function word(text: string, token: Token, before: Word | undefined): Word {
  const { start, end, capital } = token;
  const lower = text.slice(start, end).toLowerCase();
  return { start, end, part: partOf(lower, token, before), lower, capital, mention: null, date: null, country: null };
}

function partOf(lower: string, where: Token, before: Word | undefined): Part {
  if (where.kind === 'mark') {
    if (lower === ',') return 'comma';
    if (/^['’]$/.test(lower) && before?.end === where.start && before.lower.endsWith('s')) return 'possessive';
    return lower === '&' ? 'and' : 'stop';
  }
  if (/^['’]s$/.test(lower)) return 'possessive';
  const listedAs = PARTS.get(lower);
  // "a visit", "his last call"
  if (/^(?:visit|call|hold|meet|host|calls|visits|hosts|holds)$/.test(lower) && before && NOUN_AFTER.test(before.part))
    return 'noun';
  // "May" and "Will" within a name; "The" and "After" at the head of a sentence
  if (listedAs && !(where.capital && before && (listedAs === 'auxiliary' || listedAs === 'verb'))) return listedAs;
  if (CALENDAR.test(lower) && (where.capital || !/^may|march/.test(lower))) return 'date';
  if (where.kind === 'number') return before?.part === 'date' ? 'date' : 'noun';
  if (where.capital) return 'noun';
  if (lower.endsWith('ly') && !NOT_ADVERB.test(lower)) return 'adverb';
  if (lower.length > 3 && lower.endsWith('ed') && !RAN_IN.test(lower) && !lower.includes('-')) return edForm(before);
  return 'noun';
}

/** "X hosted", "who was visited" are verbs; "a planned visit", "the newly elected president" are not. */
function edForm(before: Word | undefined): Part {
  if (!before || before.part === 'determiner' || before.part === 'possessive') return 'noun';
  if (before.part === 'country' || before.part === 'preposition') return 'noun';
  return 'verb';
}

/** Marks the countries that no mention covers: "the Russian-Iraqi commission", "Iranian". Longer names first, up to three words. */
function withCountries(text: string, words: Word[]): Word[] {
  for (let i = 0; i < words.length; i++) {
    const first = words[i];
    if (!first?.capital || first.part !== 'noun') continue;
    for (let n = 3; n > 0; n--) {
      const last = words[i + n - 1];
      if (!last || last.mention || !last.capital) continue;
      const country = countryNamed(text.slice(first.start, last.end));
      if (!country) continue;
      words.splice(i, n, { ...first, ...span(first.start, last.end), part: 'country', country });
      break;
    }
  }
  return words;
}

/** The position of the first that does not end before `from`; they are in order. */
export const firstFrom = (list: readonly Span[], from: number): number => lowerBound(list, ({ end }) => end > from);

/** The position of the sentence that stands at `at`, or of the first after it. */
export const sentenceIndexAt = (sentences: readonly Sentence[], at: number): number => firstFrom(sentences, at);

/** The mentions that lie within a stretch of the text. */
export function mentionsIn(mentions: readonly Mention[], where: Span): Mention[] {
  const found: Mention[] = [];
  for (let i = firstFrom(mentions, where.start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.end > where.end) break;
    if (mention.start >= where.start) found.push(mention);
  }
  return found;
}
