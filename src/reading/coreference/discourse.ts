import { countryNamed, countryOf } from '../../text/countries.ts';
import { slice } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import { type Gender, gendersOf } from '../entities/gender.ts';
import type { EntityIndex, EntityType, Mention } from '../reading.ts';
import { postWords } from '../roles/post-words.ts';
import type { FoundAnaphor } from './anaphors.ts';
import { type Grammar, grammarOf, type TokenIndex } from './grammar.ts';

/** Where somebody or something is mentioned. */
export interface MentionPlace {
  readonly token: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly form: 'name' | 'pronoun' | 'nominal';
  /** The stretch in quotation marks it stands in; -1 for none. */
  readonly quoted: number;
  /** A name told with a post, or in full. */
  readonly full: boolean;
  /** Worked out when first asked for. */
  readonly grammar: () => Grammar;
}

/** Somebody or something that an article speaks of, named or not, as known so far. */
export interface DiscourseEntity {
  /** Null for one without a name ("a witness"). */
  readonly entity: EntityIndex | null;
  /** "" for one without. */
  readonly name: string;
  readonly type: EntityType;
  /** Told by a title or given name, or else by a pronoun that surely meant them. */
  gender: Gender | null;
  readonly plural: boolean;
  /** What the unnamed is called; of the named, the nouns that meant it. */
  readonly nouns: Set<string>;
  /** The posts told beside its names, as `postWords` gives them. */
  readonly posts: readonly (readonly string[])[];
  readonly countries: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Is it a country itself? */
  readonly country: boolean;
  readonly inHeadline: boolean;
  readonly places: MentionPlace[];
  /** Those of them where it is the subject of a verb that reports words. */
  readonly spoken: MentionPlace[];
}

/** No article's posts are more. */
const MOST_POSTS = 12;

/** The entities of a document, before anything is read of them: `places` are filled as the article goes on. */
export function discourseEntities(document: ReadingDocument): DiscourseEntity[] {
  const genders = gendersOf(document);
  const headline = (document.headline ?? '').toLowerCase();
  const roles = new Map<EntityIndex, Mention[]>();
  for (const mention of document.mentions) {
    if (mention.role) roles.set(mention.entity, [...(roles.get(mention.entity) ?? []).slice(-MOST_POSTS), mention]);
  }
  return document.entities.map(({ type, name }, i) => {
    // Positions in `document.entities` are entity indices.
    const entity = i as EntityIndex;
    const own = roles.get(entity) ?? [];
    const named = countryNamed(name);
    const countries = own.flatMap(({ role }) => role?.country ?? []);
    const inName = type === 'organisation' ? countryOf(name) : null;
    if (inName !== null) countries.push(inName);
    const words = name.toLowerCase().split(/[\s-]+/);
    return {
      entity,
      name,
      type,
      gender: genders.get(entity) ?? null,
      plural: type === 'organisation' && /s$/.test(name) && !/ss$/.test(name),
      nouns: new Set<string>(),
      posts: own.map(({ role }) => postWords(role?.text.slice(0, 120) ?? '')),
      countries: new Set(countries),
      words: new Set(words),
      country: type === 'place' && named?.as === 'name',
      inHeadline: headline.includes(words.at(-1) ?? name),
      places: [],
      spoken: [],
    };
  });
}

/** "a witness": somebody whom the article does not name. */
export const unnamedEntity = ({ noun, gender, class: kind }: FoundAnaphor): DiscourseEntity => ({
  entity: null,
  name: '',
  type: noun?.kind === 'person' ? 'person' : noun?.kind === 'place' ? 'place' : 'organisation',
  gender,
  plural: kind === 'several',
  nouns: new Set([noun?.lemma ?? '']),
  posts: noun ? [noun.post] : [],
  countries: new Set(noun?.country ? [noun.country] : []),
  words: new Set(),
  country: false,
  inHeadline: false,
  places: [],
  spoken: [],
});

export function placeOfMention(document: ReadingDocument, index: TokenIndex, mention: Mention): MentionPlace {
  const token = index.tokenOf(mention);
  let end = token;
  while (end < document.tokens.length && (document.tokens[end]?.start ?? mention.end) < mention.end) end++;
  const full = mention.role !== null || slice(document.text, mention).includes(' ');
  return placeAt(document, index, token, Math.max(end, token + 1), 'name', full);
}

export function placeOfAnaphor(document: ReadingDocument, index: TokenIndex, anaphor: FoundAnaphor): MentionPlace {
  const form = anaphor.noun ? 'nominal' : 'pronoun';
  return placeAt(document, index, anaphor.token, anaphor.token + 1, form, false);
}

function placeAt(
  { sentences, syntax }: ReadingDocument,
  index: TokenIndex,
  token: number,
  end: number,
  form: MentionPlace['form'],
  full: boolean,
): MentionPlace {
  const sentence = index.sentenceOf(token);
  let known: Grammar | null = null;
  const grammar = () => {
    if (known === null) {
      const tree = syntax.ofToken(token);
      known = grammarOf(tree, token - tree.first, end - tree.first);
    }
    return known;
  };
  const paragraph = sentences[sentence]?.paragraph ?? 0;
  return { token, sentence, paragraph, form, quoted: index.quotedIn(token), full, grammar };
}
