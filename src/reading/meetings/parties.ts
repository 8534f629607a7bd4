import { countriesIn, countryNamed } from '../../text/countries.ts';
import { overlaps, type Span, slice, span, within } from '../../text/span.ts';
import { anaphorIn, referentOf } from '../coreference/coreference.ts';
import { PERSON_NOUNS } from '../coreference/nouns.ts';
import { isTimeWord } from '../dates/time-words.ts';
import { childrenBy, childrenOf, conjunctsOf, prepositionOf } from '../parse/tree.ts';
import type { EntityIndex, Mention, Participant } from '../reading.ts';
import { isBody, isPeople, isPluralPost, isPost, onePost } from './groups.ts';
import { phraseAround, type Scene, spanOf, spanOver, wordAt } from './scene.ts';

/** Whom a noun phrase names as parties of a meeting: each of its conjuncts; nobody where it is a thing. */
export const partiesOf = (scene: Scene, node: number): Participant[] =>
  node < 0 ? [] : distinct(rowOf(scene, node).flatMap((one) => [...partyAt(scene, one), ...companions(scene, one)]));

/**
 * All of a row, also where the second hangs on the name in apposition: "the premier Lee and Moe". What has a preposition of place
 * or time of its own is in no row: "between Lee and Moe, at the Assembly in Rome".
 */
export const rowOf = ({ tree }: Scene, node: number): number[] =>
  conjunctsOf(tree, node)
    .filter((one) => one === node || !/^(?:at|in|on|near|during|after|before)$/.test(prepositionOf(tree, one)))
    .flatMap((one) => [
      one,
      ...childrenBy(tree, one, 'appos', 'flat').flatMap((k) => conjunctsOf(tree, k).filter((other) => other !== k)),
    ]);

/** "Lee, accompanied by Moe", "Lee along with Moe", "ministers including Moe". */
function companions(scene: Scene, node: number): Participant[] {
  const { tree } = scene;
  return childrenOf(tree, node).flatMap((k) => {
    const isCompany =
      (tree.relations[k] === 'nmod' &&
        /^(?:along with|together with|alongside|including|as well as|among)$/.test(prepositionOf(tree, k))) ||
      false;
    if (isCompany) return partiesOf(scene, k);
    if (tree.relations[k] === 'acl' && /^(?:accompany|flank|join)$/.test(tree.lemmas[k] ?? ''))
      return childrenBy(tree, k, 'obl')
        .filter((by) => prepositionOf(tree, by) === 'by')
        .flatMap((by) => partiesOf(scene, by));
    return [];
  });
}

const ASIDE = /^(?:acl|acl:relcl|advcl|conj|cc|appos|parataxis|punct|case|ccomp)$/;

function partyAt(scene: Scene, node: number): Participant[] {
  const { tree, mentionAt, document } = scene;
  const tag = tree.tags[node];
  if (tag === 'PRON') return meant(scene, spanOf(scene, node), node);
  if (!/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tag ?? '')) return [];
  // "Met with officials Saturday": a day taken for the head of what stands before it.
  if (isTime(scene, node)) return childrenBy(tree, node, 'compound').flatMap((k) => partyAt(scene, k));
  // "Lee was the first to meet him", "Lee was the premier who met him": it is whom the subject names.
  const [subject] = childrenBy(tree, node, 'cop').length > 0 ? childrenBy(tree, node, 'nsubj') : [];
  if (subject !== undefined) return partiesOf(scene, subject);
  const person = personIn(scene, node);
  if (person) return [ofPerson(scene, person, node)];
  const own = mentionAt[node] ?? null;
  const phrase = phraseAround(scene, node, ASIDE, isFurther);
  const where = spanOver(scene, phrase);
  const lower = wordAt(scene, node);
  // "The Commission" is a name; "the Omani fishing Commission" says more than its mention.
  if (own && !(own.type === 'organisation' && isBody(lower) && phrase.length > 1))
    return [ofName(scene, own)].flatMap((one) => one ?? []);
  const referents = meant(scene, where, node);
  // A minister is no ministry.
  const isHuman = isPost(lower) || isPeople(lower);
  if (referents.length > 0 && (!isHuman || referents.every(({ kind }) => kind === 'person'))) return referents;
  const words = document.text.slice(where.start, where.end);
  const nation = countryNamed(tree.words[node] ?? '');
  if (nation && tag !== 'ADJ')
    return [nation.as === 'adjective' ? group(scene, where, nation.country) : country(where, nation.country)];
  if (isPost(lower) && !isPluralPost(lower)) return isTitleOfNext(scene, node) ? [] : [role(where, words)];
  // "Three hostages", "the hostages"; of bare "children" nobody is meant.
  const isCertain = childrenBy(tree, node, 'nummod', 'det', 'nmod:poss').length > 0;
  if (isPeople(lower) || (isCertain && PERSON_NOUNS.has(tree.lemmas[node] ?? '')))
    return posts(scene, node, where, words);
  if (isBody(lower)) return [{ ...bare(where), name: undetermined(words), kind: 'body', country: firstCountry(words) }];
  if (tag === 'PROPN' && /^\p{Lu}/u.test(words)) return [named(scene, node, phrase)].flatMap((one) => one ?? []);
  return [];
}

/** "Met on Friday", "met a day later": a time is no party. */
export const isTime = (scene: Scene, node: number): boolean =>
  isTimeWord(wordAt(scene, node)) || scene.dates.some((date) => overlaps(date, spanOf(scene, node)));

/** "Crown Prince and Defence Minister Omar Lee": the first title is his too. */
function isTitleOfNext(scene: Scene, node: number): boolean {
  const { tree } = scene;
  const [next] = childrenBy(tree, node, 'conj');
  if (next === undefined || childrenBy(tree, node, 'det').length > 0) return false;
  const person = personIn(scene, next);
  return person !== null && spanOf(scene, next).start <= person.end && childrenBy(tree, next, 'det').length === 0;
}

/** "Officials of Oman", "a delegation from Oman" are one description; "leaders since 2000", "a ministry on its page" are not. */
const isFurther = ({ tree }: Scene, k: number): boolean =>
  tree.relations[k] === 'nmod' && !/^(?:of|from|for|to)$/.test(prepositionOf(tree, k));

const bare = (where: Span) => ({ ...span(where.start, where.end), entity: null, role: null, country: null });
const country = (where: Span, name: string): Participant => ({ ...bare(where), name, kind: 'country', country: name });
const firstCountry = (words: string): string | null => countriesIn(words)[0]?.country ?? null;
const undetermined = (words: string): string => words.replace(/\s+/gu, ' ').replace(/^(?:the|an?)\s+/iu, '');
const role = (where: Span, words: string): Participant => ({
  ...bare(where),
  name: words.replace(/\s+/gu, ' '),
  kind: 'role',
  role: undetermined(words),
  country: firstCountry(words),
});
const group = (scene: Scene, where: Span, of: string): Participant => ({
  ...bare(where),
  name: scene.document.text.slice(where.start, where.end).replace(/\s+/gu, ' '),
  kind: 'role',
  country: of,
});

/** "The foreign ministers of A and B" are two people; "European officials" one group. */
function posts(scene: Scene, node: number, where: Span, words: string): Participant[] {
  const { tree, document } = scene;
  const described = childrenBy(tree, node, 'amod', 'compound', 'nmod:poss').flatMap((k) => conjunctsOf(tree, k));
  const of = childrenBy(tree, node, 'nmod')
    .filter((k) => prepositionOf(tree, k) === 'of')
    .flatMap((k) => conjunctsOf(tree, k));
  const states = [
    ...new Set(
      [...described, ...of].flatMap((k) => {
        const { start, end } = scene.mentionAt[k] ?? spanOf(scene, k);
        return countriesIn(document.text.slice(start, end)).map((one) => one.country);
      }),
    ),
  ];
  const plural = wordAt(scene, node);
  const adjectives = described.filter(
    (k) => countriesIn(tree.words[k] ?? '').length === 0 && /^(?:amod|compound)$/.test(tree.relations[k] ?? ''),
  );
  const post = [...adjectives.map((k) => wordAt(scene, k)), onePost(plural)].join(' ');
  if (states.length < 2) return [role(where, words)];
  if (onePost(plural) === plural)
    // "Her Omani and Egyptian counterparts"
    return described.flatMap((k) => {
      const nation = countryNamed(tree.words[k] ?? '');
      return nation
        ? [
            {
              ...bare(where),
              name: `${tree.words[k]} ${plural}`,
              kind: 'role' as const,
              role: plural,
              country: nation.country,
            },
          ]
        : [];
    });
  return states.map((state) => ({
    ...bare(where),
    name: `${post} of ${state}`,
    kind: 'role',
    role: post,
    country: state,
  }));
}

/** A proper noun that no name covers: "the Taliban". */
function named(scene: Scene, node: number, phrase: readonly number[]): Participant | null {
  const { tree, document } = scene;
  const words = phrase.filter((k) => tree.tags[k] === 'PROPN' && k <= node + 3);
  if (words.length === 0 || (tree.forms[node] === 'plural' && words.length === 1 && node === 0)) return null;
  const where = spanOver(scene, words);
  const name = document.text.slice(where.start, where.end);
  return /^(?:I|We|Mr|Mrs|Ms)\b/.test(name)
    ? null
    : { ...bare(where), name, kind: 'body', country: firstCountry(name) };
}

/** The person that a phrase names: "Lee", "President Lee", "the premier, Ann Lee,", "Labour leader Ann Lee". */
function personIn(scene: Scene, node: number): Mention | null {
  const { tree, mentionAt } = scene;
  const own = mentionAt[node];
  if (own?.type === 'person') return own;
  const inApposition = childrenBy(tree, node, 'flat', 'appos', 'nmod:desc').map((k) => mentionAt[k]);
  const beside = inApposition.find((mention) => mention?.type === 'person');
  if (beside && (isPost(wordAt(scene, node)) || own === null || own === undefined)) return beside;
  // A title and a name in one run, whatever its head: the name comes last. "The Lee government" is no Lee.
  const run = phraseAround(scene, node, NOT_IN_RUN).at(-1) ?? node;
  const whole = phraseAround(scene, node, ASIDE, isFurther).at(-1) ?? node;
  // "The ambassador to Oman Ann Lee"
  const last = isPost(wordAt(scene, node)) && mentionAt[whole]?.type === 'person' ? whole : run;
  const mention = mentionAt[last] ?? mentionAt[last + 1];
  return last > node && mention?.type === 'person' && mention.start >= spanOf(scene, node).start ? mention : null;
}

const NOT_IN_RUN = /^(?:acl|acl:relcl|advcl|conj|cc|parataxis|punct|case|ccomp|nmod|nmod:poss|obl|appos)$/;

/** `node` heads the phrase: with no role beside the name, what else it says is one ("the Omani delegation’s head"). */
function ofPerson(scene: Scene, mention: Mention, node: number): Participant {
  const { document } = scene;
  const phrase = spanOver(scene, phraseAround(scene, node, ASIDE, isFurther));
  const words = slice(document.text, phrase);
  // "Her counterpart" is no office.
  const isOffice =
    isPost(wordAt(scene, node)) && !overlaps(phrase, mention) && !/^(?:his|her|its|their|our|my)\b/iu.test(words);
  const described = isOffice ? words : null;
  return {
    ...span(mention.start, mention.end),
    name: document.entities[mention.entity]?.name ?? document.text.slice(mention.start, mention.end),
    kind: 'person',
    entity: mention.entity,
    role: mention.role?.text ?? (described && undetermined(described)),
    country: mention.role?.country ?? (described && firstCountry(described)),
  };
}

/** A body, a state or the seat of its government; null for a town, which meets nobody. */
function ofName(scene: Scene, mention: Mention): Participant | null {
  const { document } = scene;
  const written = document.text.slice(mention.start, mention.end);
  const state = countryNamed(written);
  if (mention.type === 'place') return state ? country(mention, state.country) : null;
  const name = document.entities[mention.entity]?.name ?? written;
  return {
    ...span(mention.start, mention.end),
    name,
    kind: 'body',
    entity: mention.entity,
    role: null,
    country: state?.country ?? firstCountry(written),
  };
}

/** Whom a pronoun or a nominal means: "she", "the president", "the two leaders"; "I" whoever is quoted. */
function meant(scene: Scene, where: Span, node: number): Participant[] {
  const { coreference, document } = scene;
  const anaphor = anaphorIn(coreference, where);
  if (/^(?:i|me)$/.test(wordAt(scene, node))) {
    const speaker = scene.quotations.find(({ words }) => within(where, words))?.speaker?.entity ?? null;
    return speaker === null ? [] : ofEntity(document.entities[speaker]?.type, speaker);
  }
  // The phrase itself, not a pronoun within it ("criticism of his visit").
  if (!anaphor || !overlaps(anaphor.head, spanOf(scene, node))) return [];
  return (referentOf(coreference, where)?.entities ?? []).flatMap((entity) =>
    ofEntity(document.entities[entity]?.type, entity),
  );

  function ofEntity(type: string | undefined, entity: EntityIndex): Participant[] {
    const name = document.entities[entity]?.name ?? '';
    const at = span(anaphor?.start ?? where.start, anaphor?.end ?? where.end);
    const mention = coreference.mentions.find((one) => one.entity === entity);
    if (type === 'person')
      return [
        {
          ...at,
          name,
          kind: 'person',
          entity,
          role: mention?.role?.text ?? null,
          country: mention?.role?.country ?? null,
        },
      ];
    const state = countryNamed(name);
    if (type === 'place') return state ? [country(at, state.country)] : [];
    return [{ ...at, name, kind: 'body', entity, role: null, country: state?.country ?? null }];
  }
}

/** Each once: the same entity, or the same words. */
export const distinct = (parties: readonly Participant[]): Participant[] =>
  parties.filter((party, i) => parties.findIndex((other) => isSameParty(party, other)) === i);

export const isSameParty = (a: Participant, b: Participant): boolean =>
  a.entity !== null && b.entity !== null ? a.entity === b.entity : a.name.toLowerCase() === b.name.toLowerCase();

/** Several by itself: "the ministers", "the two sides". */
export const isSeveral = (scene: Scene, node: number): boolean =>
  scene.tree.forms[node] === 'plural' ||
  /^(?:they|we|both|all)$/.test(wordAt(scene, node)) ||
  conjunctsOf(scene.tree, node).length > 1 ||
  isBody(wordAt(scene, node));

/** "The two sides", "both leaders": those named before. */
export const isNamedBefore = (party: Participant): boolean =>
  party.kind === 'role' && party.entity === null && /^(?:the (?:two|three|four)|both)\b/i.test(party.name);
