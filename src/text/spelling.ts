import anyAscii from 'any-ascii';

/** The Arabic article before a family name, as English papers spell it: al-Zamili, El-Sisi, ad-Din, ash-Shater. */
const ARTICLE = /^(?:al|el|ul|ad|ar|as|ash|at|az|an)$/;
export const isArabicArticle = (folded: string): boolean => ARTICLE.test(folded);
const HYPHEN = /[\s\-‐‑–—]+/u;

/** A word in lower-case Latin letters: "Thaçi" → "thaci", "Лавров" → "lavrov", "Ja'afari" → "jaafari", "Lavrov’s" → "lavrov". */
export function foldWord(word: string): string {
  const bare = word.normalize('NFC').replace(/['’]s$/u, '');
  return anyAscii(ARABIC_LETTERS.test(bare) ? withArabicVowels(bare) : bare)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const ARABIC_LETTERS = /\p{Script=Arabic}/u;

/**
 * An Arabic word without its article, and with vowels where its letters stand for them: و and ي are consonants beside an alef
 * or where the word begins, else long vowels ("بوتين" → Putin), and so they are after a first alef ("أوباما" → Obama). Alef,
 * which any-ascii leaves out, is an a; a ه at the end stands for a mute e ("هانكه" → Hanke).
 */
function withArabicVowels(word: string): string {
  return word
    .replace(/^ال(?=\p{Script=Arabic}{3})/u, '')
    .replace(/^[اأإآ]و(?=[^اأآ])/u, 'o')
    .replace(/^[اأإ]ي(?=[^اأآ])/u, 'i')
    .replace(/(?<=[^اأآ\s])و(?![اأآ])/gu, 'u')
    .replace(/(?<=[^اأآ\s])ي(?![اأآ])/gu, 'i')
    .replace(/(?<=\p{Script=Arabic})ه$/u, '')
    .replace(/[اأإآة]/gu, 'a');
}

/**
 * The folded words of a name, hyphens parted, the Arabic article gone: "Abdul-Rahman Hamid al-Husseini" → abdul rahman hamid
 * husseini. A first word that only looks like the article stays ("Al Gore").
 */
export function nameWords(name: string): string[] {
  const words: string[] = [];
  for (const part of name.split(/\s+/u)) {
    const pieces = part.split(HYPHEN).map(foldWord).filter(Boolean);
    const [first = ''] = pieces;
    const article = ARTICLE.test(first) && (pieces.length > 1 || words.length > 0);
    words.push(...(article ? pieces.slice(1) : pieces));
  }
  return words;
}

/** A whole name folded: two names that fold alike are spelled alike but for case, accents, hyphens and articles. */
export const foldName = (name: string): string => nameWords(name).join(' ');

/**
 * What stays of a word whatever the transliteration: its consonants, and how it ends. "Husseini", "Hossaini" and "الحسيني"
 * share a key; "Hussein" has another, for the last vowel makes another name of it. Words with one key are candidates;
 * `sameSpelling` decides.
 */
export function spellingKey(word: string): string {
  const folded = foldWord(word);
  const consonants = soundsOf(folded).replace(/(?!^)[au]/g, '');
  // Arabic has no p and no v.
  const written = consonants
    .replaceAll('p', 'b')
    .replaceAll('v', 'f')
    .replace(/(.)\1+/g, '$1');
  return written.replace(/^[au]/, 'a') + ending(folded);
}

/** May the two be one word in two transliterations? Arabic and Hebrew letters leave out vowels, so there consonants decide. */
export function sameSpelling(a: string, b: string): boolean {
  const [x, y] = [foldWord(a), foldWord(b)];
  if (x === y) return true;
  if (x === '' || y === '' || spellingKey(a) !== spellingKey(b)) return false;
  const consonantal = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  if (consonantal.test(a) || consonantal.test(b)) return true;
  return soundsOf(x) === soundsOf(y);
}

/**
 * Consonants by sound, each vowel or run of them as `u` (rounded: o, u) or `a` (the rest): what transliterations distinguish.
 * Capitals are sounds that two letters write.
 */
function soundsOf(folded: string): string {
  return folded
    .replaceAll('x', 'ks')
    .replace(/tsch|tch|tsh/g, 'C')
    .replace(/sch|sh/g, 'S')
    .replace(/ch/g, 'C')
    .replace(/ph/g, 'f')
    .replace(/(?<=[oe])ff?$/, 'v')
    .replace(/dzh|dj/g, 'j')
    .replace(/kh(?=[aeiouy]|$)/g, 'h')
    .replace(/[kgdtz]h/g, (pair) => pair.charAt(0))
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/ts/g, 'z')
    .replace(/w/g, 'v')
    .replace(/(?!^)h(?![aeiouy])/g, '')
    .replace(/[aeiouy]+/g, (vowels) => (/^[ou]/.test(vowels) ? 'u' : 'a'))
    .replace(/(.)\1+/g, '$1');
}

/** `i`, `a` or `o` where the word ends in such a vowel; nothing for a consonant or a mute e. */
function ending(folded: string): string {
  const [last = ''] = /[aiouy]+$/.exec(folded.replace(/ak?h$/, 'a')) ?? [];
  if (last === '') return '';
  return /[iy]$/.test(last) ? 'i' : last.endsWith('a') ? 'a' : 'o';
}
