import { genderOfGivenName } from '../../reading/entities/gender.ts';
import type { EntityIndex, Mention, Reading, Sentence } from '../../reading/reading.ts';
import { countriesIn } from '../../text/countries.ts';
import { isGivenName } from '../../text/given-names.ts';
import { within } from '../../text/span.ts';
import { foldWord } from '../../text/spelling.ts';
import { personName } from './person-name.ts';
import { PERSON_BIAS, PERSON_WEIGHTS } from './person-weights.ts';

/*
 * Is what an article's reading took for a person one? A storm, a product, a headline's first words or two names with a hyphen are
 * not. Some are none by their form; of the rest a logistic model says how likely it is by what all mentions in the article show
 * (weights by training/train-person-filter.ts). One article shows little: whether a name is nobody's is decided by all that have it.
 */

export type PersonFeature = keyof typeof PERSON_WEIGHTS;

/** What names are of which article's people, and of outlets. */
export interface NamesAround {
  readonly families: ReadonlySet<string>;
  readonly isOutlet: (name: string) => boolean;
}

/** Names of God; and the words for supporters, party, front, movement, army with which names of Arabic bodies begin. */
const NO_PERSON = /^(?:god|allah|allahu)$/;
const ARABIC_BODY = /^(?:ansar|hizb|jabhat|harakat|jaysh|jaish|liwa|katibat|jamaat|jamaah)$/;

/**
 * Two of the article's people joined by a hyphen ("Berg-Dari talks"), an outlet, "Jr." alone, a list of countries, God, a body
 * by its Arabic name.
 */
export function isNoName(name: string, { families, isOutlet }: NamesAround): boolean {
  const [first = '', ...more] = name.split(/\s+/u);
  const halves = first.split(/[-–—]/u).map(foldWord);
  if (halves.length > 1 && more.length < 2 && halves.every((half) => families.has(half))) return true;
  const { family } = personName(name);
  return (
    isOutlet(name) ||
    /^(?:jr|sr|ii|iii)?$/.test(family) ||
    (more.length === 0 ? NO_PERSON : ARABIC_BODY).test(foldWord(first)) ||
    isListOfCountries(name)
  );
}

/** Some of a list's names are no country's in English ("Nevis Saint Lucia Saint Pierre"); a prince is "of" one. */
function isListOfCountries(name: string): boolean {
  const named = new Set(countriesIn(name).map(({ country }) => country)).size;
  return named > 1 || (named > 0 && name.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word)).length > 4);
}

/** The family names of an article's people, and the last words of their names. */
export const familiesIn = ({ entities }: Reading): Set<string> =>
  new Set(
    entities.flatMap(({ type, name }) =>
      type === 'person' ? [personName(name).family, foldWord(name.split(/\s+/u).at(-1) ?? '')] : [],
    ),
  );

/** Natural logarithm of the odds that it is a person. */
export const oddsOfPerson = (features: readonly PersonFeature[]): number =>
  features.reduce((sum, feature) => sum + PERSON_WEIGHTS[feature], PERSON_BIAS);

/** Somebody in the archive has the family name and a given name. */
const FAMILY_KNOWN = 2;
/** Below these odds, on an average of the articles, a name is nobody's: it costs more to lose somebody than to list a storm. */
const LEAST_ODDS = -0.5;

export function isNobody(mentionGroups: readonly { readonly odds: number }[], isFamilyKnown: boolean): boolean {
  const mean = mentionGroups.reduce((sum, { odds }) => sum + odds, 0) / mentionGroups.length;
  return mean + (isFamilyKnown ? FAMILY_KNOWN : 0) < LEAST_ODDS;
}

/** What an entity's mentions show, each feature once. */
export function personFeatures(
  entity: EntityIndex,
  mentions: readonly Mention[],
  body: string,
  reading: Reading,
): PersonFeature[] {
  const features = new Set<PersonFeature>();
  const { name = '' } = reading.entities[entity] ?? {};
  const words = name.split(/\s+/u);
  const [first = ''] = words;
  features.add(words.length === 1 ? 'one word' : words.length < 4 ? 'two or three words' : 'four words or more');
  const given = foldWord(first);
  if (isGivenName(given) || genderOfGivenName(given) !== null) features.add('begins with a given name');
  const countries = countriesIn(name).length;
  if (countries > 0) features.add(countries > 1 ? 'countries in the name' : 'a country in the name');
  if (/[\d@#_/&|+]/.test(name)) features.add('digits or signs');
  if (/^\P{L}*\p{Lu}{2,}\P{Ll}*$/u.test(name)) features.add('all capitals');
  if (!/^\p{Lu}/u.test(name)) features.add('small first letter');
  if (/(?<!^|\s|-|Mc|Mac|De|La|Le|Di|Van|Fitz|O['’])\p{Lu}(?=\p{Ll})/u.test(name))
    features.add('capitals within a word');
  if (/-/.test(name)) features.add('hyphen');
  if (/\p{Ll}{2}s$/u.test(name)) features.add('ends with s');
  if (reading.quotations.some(({ speaker }) => speaker?.entity === entity)) features.add('speaks');
  if (reading.meetings.some(({ participants }) => participants.some((one) => one.entity === entity))) {
    features.add('meets');
  }
  features.add(mentions.length === 1 ? 'mentioned once' : mentions.length > 3 ? 'mentioned often' : 'mentioned again');
  if (mentions.some(({ role }) => role !== null)) features.add('a role beside it');
  const spellings = new Set(mentions.map(({ start, end }) => body.slice(start, end)));
  if (spellings.size > 1) features.add('several spellings');
  if (words.length === 1 && new RegExp(`(?<![\\p{L}])${escaped(name.toLowerCase())}(?!\\p{L})`, 'u').test(body)) {
    features.add('a small word too');
  }
  const before = mentions.map(({ start }) => body.slice(Math.max(0, start - 14), start));
  const after = mentions.map(({ end }) => body.slice(end, end + 24));
  const share = (texts: readonly string[], pattern: RegExp) =>
    texts.filter((text) => pattern.test(text)).length / texts.length;
  if (share(before, /\b(?:the|a|an)\s$/iu) >= 0.5) features.add('behind an article');
  if (share(before, /\b(?:in|at|near|across|throughout|inside|on)\s$/iu) >= 0.5) features.add('behind in or at');
  if (share(before, /\b(?:from|to|into|of|over|around)\s$/iu) >= 0.5) features.add('behind from or to');
  if (share(before, /\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sen|Rep|Gov|Gen|Col|Lord|Lady)\.?\s$/u) > 0) features.add('Mr or Mrs');
  if (
    share(
      after,
      /^,?\s(?:said|says|told|tweeted|wrote|added|argued|asked|warned|insisted|believes?|thinks?|knew|wants?|tells)\b/u,
    ) > 0
  ) {
    features.add('a verb of speech or mind behind it');
  }
  if (share(after, /^,\s(?:\d\d\b|who\b|an?\s\p{Ll}|the\s\p{Ll})/u) > 0) features.add('introduced behind it');
  if (share(after, /^['’]s\b/u) > 0) features.add('possessive');
  if (share(after, /^(?:[-–]\p{L}|\s\p{Lu}\p{Ll})/u) >= 0.5) features.add('a capital or hyphen behind it');
  if (share(before, /(?:\p{Lu}\p{Ll}+\s|\p{L}[-–])$/u) >= 0.5) features.add('a capital before it');
  const sentences = mentions.map((mention) => sentenceOf(mention, reading.sentences));
  if (mentions.every(({ start }, at) => sentences[at]?.start === start)) features.add('only where sentences begin');
  if (sentences.every((sentence) => sentence && isTitleCase(body.slice(sentence.start, sentence.end)))) {
    features.add('only among capitals');
  }
  return [...features];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function sentenceOf(mention: Mention, sentences: readonly Sentence[]): Sentence | null {
  return sentences.find((sentence) => within(mention, sentence)) ?? null;
}

/** A headline, a caption, a list: two of three words have a capital. */
function isTitleCase(sentence: string): boolean {
  const words = sentence.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= words.length * 2;
}
