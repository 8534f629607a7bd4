import { foldWord, nameWords, spellingKey } from '../../text/spelling.ts';

/** A person's name taken apart; words are folded. */
export interface PersonName {
  /** Given and middle names or their initials; none where the family name stands alone. */
  readonly given: readonly string[];
  readonly family: string;
  /** "jr", "sr", "2", "3" …; null where none is written. */
  readonly generation: string | null;
  /** The word before the family name says whose son or daughter: a patronymic without that word is no family name to go by. */
  readonly isPatronymic: boolean;
  /** Courtesies, ranks and posts that stand before the name as if part of it: "colonel". */
  readonly titles: readonly string[];
}

/** First halves of Arabic given names, written apart, hyphened or together: Abdul-Rahman, Abdulrahman, Abu Bakr. */
const FIRST_HALF = /^(?:abd|abdel|abdul|abdal|abu|abou)$/;
const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['vi', '6'],
  ['vii', '7'],
  ['viii', '8'],
  ['xvi', '16'],
]);
const TITLES = new Set(
  `mr mrs ms miss dr sir dame lord lady president minister premier chancellor secretary ambassador governor mayor senator
  congressman congresswoman representative judge justice colonel general major captain lieutenant admiral marshal sergeant
  gen col lt sgt sen rep gov pres amb prof professor king queen prince princess emir sultan pope chairman crown prime vice
  sheikh sheik ayatollah`.split(/\s+/),
);
const SON_OF = /^(?:bin|bint|ibn|ould|oglu|ogly)$/;
/** Written in lower case, these begin a family name: "von der Leyen", "de la Torre". */
const PARTICLE = /^(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|ter|ten)$/;

/** Takes a name apart: "Robert S. Mueller III", "Col. Gaddafi", "Kim Jong-un", "bin Laden". */
export function personName(name: string): PersonName {
  const spaced = name.replace(/(?<=(?<!\p{L})\p{Lu}\.)(?=\p{Lu})/gu, ' ');
  const lower = new Set([...spaced.matchAll(/(?<![\p{L}'’])\p{Ll}+/gu)].map(([word]) => foldWord(word)));
  const words: string[] = [];
  const titles: string[] = [];
  let generation: string | null = null;
  let half = '';
  const all = nameWords(spaced);
  for (const [at, word] of all.entries()) {
    const ofGeneration = at > 0 ? GENERATIONS.get(word) : undefined;
    if (half === '' && FIRST_HALF.test(word) && at < all.length - 1) half = /^abd/.test(word) ? 'abdul' : 'abu';
    else if (ofGeneration && words.length > 0) generation = ofGeneration;
    else if (words.length === 0 && half === '' && at < all.length - 1 && TITLES.has(word)) titles.push(word);
    else {
      words.push(half + word);
      half = '';
    }
  }
  // A title alone is all there is of the name.
  if (words.length === 0 && half === '') words.push(titles.pop() ?? '');
  if (half !== '') words.push(half);
  const more = { generation, titles };
  if (isFamilyFirst(words)) {
    return { given: [words.slice(1).join('')], family: words[0] ?? '', isPatronymic: false, ...more };
  }
  const family = words.at(-1) ?? '';
  let start = 0;
  while (start < words.length - 1 && isParticle(words[start] ?? '', lower)) start++;
  const given = words.slice(start, -1).filter((word, at, { length }) => at < length - 1 || !isParticle(word, lower));
  const before = words.at(-2) ?? '';
  return { given, family, isPatronymic: SON_OF.test(before), ...more };
}

/** Is it a family name alone? "Obama", "bin Laden", "Col. Gaddafi"; a king's name has its number. */
export const isBare = ({ given, generation }: PersonName): boolean => given.length === 0 && generation === null;

const isParticle = (word: string, lower: ReadonlySet<string>): boolean =>
  SON_OF.test(word) || (PARTICLE.test(word) && lower.has(word));

/** Names with one key may have the same family name in two transliterations: "Gadhafi", "Qaddafi". */
export const familyKey = (family: string): string => spellingKey(family).replaceAll('k', 'g') || family;

/** The commonest family names of China, Korea and Vietnam that stand first in English news (the top of each census list). */
const EAST_ASIAN = new Set(
  `kim lee park choi chung jung jeong kang cho yoon yun jang lim im han oh seo shin kwon hwang ahn song hong moon ban roh ryu
  hyon jo ri pak choe paek no wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie
  tang deng feng yu dong xiao cheng cao yuan peng zeng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan
  fang shi yao liao zou xiong jin hao kong bai cui qiu qin meng mao xi bo wen ling chan wong cheung lam leung tsai ko nguyen tran
  le pham hoang phan vu vo dang bui ho ngo duong ly tsang hua`.split(/\s+/),
);
/** One or two syllables of Korean, Chinese or Vietnamese as English writes them. */
const SYLLABLES =
  /^(?:(?:ch|sh|zh|kk|tt|ph|th|ng|nh|[bcdfghjklmnpqrstwxyz])?[yw]?(?:[aou]|[aeiou]{2,3}|[ei])(?:ng|nh|ck|[nmklptrb])?){1,2}$/;

const isFamilyFirst = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.length < 4 &&
  EAST_ASIAN.has(words[0] ?? '') &&
  words.slice(1).every((word) => word.length > 1 && SYLLABLES.test(word));
