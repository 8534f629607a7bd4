/**
 * Ways in which a name is spelled otherwise, as rules on its letters: what transliterations differ in, and the name in
 * Cyrillic and in Arabic letters, by the tables that newspapers' own spellings follow.
 */
export const SPELLINGS: readonly { readonly name: string; readonly spell: (name: string) => string }[] = [
  { name: 'lower case', spell: (name) => name.toLowerCase() },
  { name: 'with the Arabic article, al-', spell: (name) => (/^(?:al|el)-/i.test(name) ? name : `al-${name}`) },
  { name: 'with the Arabic article, El', spell: (name) => (/^(?:al|el)-/i.test(name) ? name : `El ${name}`) },
  { name: 'hyphens dropped', spell: (name) => name.replaceAll('-', '') },
  { name: 'hyphens as spaces', spell: (name) => name.replaceAll('-', ' ') },
  { name: 'apostrophes dropped', spell: (name) => name.replace(/['’]/gu, '') },
  { name: 'accents dropped', spell: (name) => name.normalize('NFD').replace(/\p{M}/gu, '') },
  { name: 'double letters once', spell: (name) => name.replace(/([a-z])\1/g, '$1') },
  { name: 'ss for s within', spell: (name) => name.replace(/(?<=[aeiou])s(?=[aeiou])/, 'ss') },
  { name: 'kh as h', spell: (name) => name.replace(/kh/g, 'h').replace(/Kh/g, 'H') },
  { name: 'ou as u', spell: (name) => name.replace(/ou/g, 'u') },
  { name: 'oo as u', spell: (name) => name.replace(/oo/g, 'u') },
  { name: 'q as k', spell: (name) => name.replace(/q(?!u)/g, 'k').replace(/Q(?!u)/g, 'K') },
  { name: 'w as v', spell: (name) => name.replace(/w/g, 'v').replace(/W/g, 'V') },
  { name: 'v at the end as ff', spell: (name) => name.replace(/v$/, 'ff') },
  { name: 'ei as ai', spell: (name) => name.replace(/ei/g, 'ai') },
  { name: '-y as -i', spell: (name) => name.replace(/(?<=[b-df-hj-np-tv-z])y$/, 'i') },
  { name: '-ah for -a', spell: (name) => name.replace(/(?<=[a-z]{3})a$/, 'ah') },
  { name: 'in Cyrillic letters', spell: (name) => (PLAIN.test(name) ? inLetters(asHeard(name), CYRILLIC) : name) },
  { name: 'in Arabic letters', spell: (name) => (PLAIN.test(name) ? inLetters(once(asHeard(name)), ARABIC) : name) },
];

const PLAIN = /^[A-Za-z]+$/;

/** As Каль for Kahl and Марсель for Marcel: a mute h is not written, c before e and i is s. */
const asHeard = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(?<![kgtdpsc]|^)h(?![aeiouy])/g, '')
    .replace(/c(?=[eiy])/g, 's');

/** Arabic writes a double consonant once. */
const once = (name: string): string => name.replace(/([b-df-hj-np-tv-z])\1/g, '$1');

/** The longest piece that has letters of its own, one after another. */
function inLetters(name: string, table: Readonly<Record<string, string>>): string {
  const pieces = Object.keys(table).sort((a, b) => b.length - a.length);
  let rest = name;
  let spelled = '';
  while (rest !== '') {
    const piece = pieces.find((one) => rest.startsWith(one)) ?? '';
    const end = rest === piece ? table[`${piece}$`] : undefined;
    const start = spelled === '' ? table[`^${piece}`] : undefined;
    spelled += end ?? start ?? table[piece] ?? '';
    rest = rest.slice(piece.length || 1);
  }
  return table === CYRILLIC ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled;
}

const letters = (pairs: string): Record<string, string> =>
  Object.fromEntries(
    pairs
      .split(/\s+/)
      .map((pair) => pair.split('='))
      .map(([latin = '', other = '']) => [latin, other]),
  );

const CYRILLIC = letters(
  `shch=щ sch=ш sh=ш ch=ч zh=ж kh=х ts=ц ya=я yu=ю ye=е yo=ё ph=ф th=т ck=к ee=и oo=у ie=и ei=ей ai=ай ay=ай ey=ей
  a=а b=б c=к d=д e=е f=ф g=г h=х i=и j=дж k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в x=кс y=и z=з
  ^e=э y$=и sky$=ский`,
);

const ARABIC = letters(
  `sch=ش sh=ش ch=تش kh=خ gh=غ th=ث dh=ذ ph=ف ck=ك ou=و oo=و ee=ي ei=ي ai=ي ie=ي ay=ي ey=ي
  a=ا b=ب c=ك d=د e= f=ف g=غ h=ه i=ي j=ج k=ك l=ل m=م n=ن o=و p=ب q=ق r=ر s=س t=ت u=و v=ف w=و x=كس y=ي z=ز
  ^a=أ ^e=إ ^i=إي ^o=أو ^u=أو ^ou=أو ^ei=أي e$=ه`,
);
