import anyAscii from 'any-ascii';

/** The Arabic article before a family name, as English papers spell it: al-Zamili, El-Sisi, ad-Din, ash-Shater. */
const ARTICLE = /^(?:al|el|ul|ad|ar|as|ash|at|az|an)$/;
const HYPHEN = /[\s\-‐‑–—]+/u;

/** A word in lower-case Latin letters: "Thaçi" → "thaci", "Лавров" → "lavrov", "Ja'afari" → "jaafari", "Lavrov’s" → "lavrov". */
export function foldWord(word: string): string {
  const bare = word
    .normalize('NFC')
    .replace(/['’]s$/u, '')
    .replace(/^ال(?=\p{Script=Arabic}{3})/u, '');
  return anyAscii(bare)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
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
  const sounds = soundsOf(folded);
  const consonants = sounds.replace(/(?!^)[au]/g, '');
  return consonants + ending(folded);
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

/** Consonants by sound, each vowel or run of them as `u` (rounded: o, u) or `a` (the rest): what transliterations keep apart. */
function soundsOf(folded: string): string {
  return folded
    .replace(/sch|sh/g, 'x')
    .replace(/tch|tsch|ch/g, 'c')
    .replace(/ph/g, 'f')
    .replace(/[kgdtz]h/g, (pair) => pair.charAt(0))
    .replace(/ck|q/g, 'k')
    .replace(/dj/g, 'j')
    .replace(/ts/g, 'z')
    .replace(/w/g, 'v')
    .replace(/(?!^)h(?![aeiouy])/g, '')
    .replace(/[aeiouy]+/g, (vowels) => (/^[ou]/.test(vowels) ? 'u' : 'a'))
    .replace(/(.)\1+/g, '$1');
}

/** `i`, `a` or `o` where the word ends in such a vowel; nothing for a consonant or a mute e. */
function ending(folded: string): string {
  const [last = ''] = /[aiouy]+$/.exec(folded.replace(/ah$/, 'a')) ?? [];
  if (last === '') return '';
  return /[iy]$/.test(last) ? 'i' : last.endsWith('a') ? 'a' : 'o';
}
