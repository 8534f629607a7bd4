import type { AnaphorClass } from '../../src/reading/coreference/anaphors.ts';
import type { DiscourseEntity } from '../../src/reading/coreference/discourse.ts';
import type { AntecedentCandidate, AntecedentFeatures } from '../../src/reading/coreference/features.ts';
import type { Weights } from '../../src/reading/coreference/rank.ts';
import { type Decision, resolveMentions } from '../../src/reading/coreference/resolve.ts';
import type { ReadingDocument } from '../../src/reading/document.ts';
import type { ReadingModels } from '../../src/reading/models.ts';
import { nameReading } from '../../src/reading/read.ts';
import { checkedPronouns } from '../pronouns-checked.ts';
import { type QuotationRow, quotationRows, sameSpeaker } from '../quotation-scores.ts';
import { type GumDocument, type GumMention, gumDocuments } from './gum.ts';

/** One anaphor: its candidates, and which of them are right. */
export interface Example {
  readonly source: string;
  readonly class: AnaphorClass;
  readonly rows: readonly AntecedentFeatures[];
  readonly right: readonly boolean[];
  /** Candidates that say whom the article names; the others mean nobody. */
  readonly named: readonly boolean[];
  /** For looking at: the anaphor in its surroundings, the candidates' names. */
  readonly show: () => string;
  readonly names: readonly string[];
}

const documentOf = (text: string, models: ReadingModels): ReadingDocument =>
  nameReading({ text, published: null, headline: null }, models);

/** All anaphors of GUM's documents; each article goes on with what is right. */
export function gumExamples(file: string, models: ReadingModels, weights: Weights): Example[] {
  return gumDocuments(file).flatMap((gold) => {
    const document = documentOf(gold.text, models);
    const clusterOf = clustersBy(document, gold);
    const examples: Example[] = [];
    resolveMentions(document, {
      weights,
      teacher: (decision) => {
        const { anaphor, candidates } = decision.context;
        const cluster = goldAt(gold, anaphor.head)?.cluster ?? -1;
        const isRight = ({ members, place }: AntecedentCandidate) => {
          if (cluster < 0 || members.length === 0) return false;
          if (members.length === 1) return members.some((one) => clusterOf(one) === cluster);
          return gold.mentions.some(
            (mention) =>
              mention.cluster === cluster &&
              /\band\b|&/u.test(gold.text.slice(mention.start, mention.end)) &&
              members.every((one) => one.places.some(({ token }) => inside(document, token, mention))) &&
              place !== null,
          );
        };
        const right = candidates.map(isRight);
        const fits = right.map((is, i) => is && isNamed(candidates[i]));
        const kept = fits.includes(true) ? fits : right;
        if (!kept.includes(true)) kept[0] = true;
        examples.push(exampleOf(gold.id, decision, kept));
        return kept.indexOf(true);
      },
    });
    return examples;
  });
}

const isNamed = (candidate: AntecedentCandidate | undefined): boolean =>
  candidate !== undefined && candidate.members.length > 0 && candidate.members.every(({ entity }) => entity !== null);

function inside(document: ReadingDocument, token: number, { start, end }: GumMention): boolean {
  const at = document.tokens[token]?.start ?? -1;
  return at >= start && at < end;
}

/** The smallest annotated mention whose core has this word. */
function goldAt(gold: GumDocument, { start, end }: { start: number; end: number }): GumMention | null {
  let best: GumMention | null = null;
  for (const mention of gold.mentions) {
    if (!mention.core.some((word) => word.start < end && word.end > start)) continue;
    if (!best || mention.end - mention.start < best.end - best.start) best = mention;
  }
  return best;
}

/** The gold cluster most of an entity's places belong to; names count before what was taught. */
function clustersBy(document: ReadingDocument, gold: GumDocument): (one: DiscourseEntity) => number {
  const byEntity = new Map<number, number[]>();
  for (const mention of document.mentions) {
    const cluster = goldAt(gold, mention)?.cluster ?? -1;
    byEntity.set(mention.entity, [...(byEntity.get(mention.entity) ?? []), cluster]);
  }
  return ({ entity, places }) => {
    const clusters =
      entity !== null
        ? (byEntity.get(entity) ?? [])
        : places.map(({ token }) => goldAt(gold, document.tokens[token] ?? { start: 0, end: 0 })?.cluster ?? -1);
    return mostFrequent(clusters);
  };
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  let best = -1;
  for (const [n, count] of counts) if (count > (counts.get(best) ?? 0)) best = n;
  return best;
}

/** For each article of polnear, the person or body whom the pronoun at each position means. */
export type KnownPronouns = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** Guesses are many and doubtful: of every so many articles, one is used. */
const EACH_GUESSED = 3;

/** What polnear's machine guessed (`speaker_silver`), for the pronouns that were not checked. */
export function guessedIn(file: string): KnownPronouns {
  const checked = checkedPronouns('train');
  return new Map(
    quotationRows(file).flatMap(({ id, quotes }, i) => {
      if (i % EACH_GUESSED !== 0) return [];
      const guesses = quotes.flatMap(({ speaker = '', speaker_start: at = -1, speaker_silver: guess }) => {
        const known = checked.has(id) && /^s?he$/iu.test(speaker);
        return guess && !known && /^(?:he|she|it|they)$/iu.test(speaker) ? ([[at, guess]] as const) : [];
      });
      return [[id, new Map(guesses)] as const];
    }),
  );
}

/** The pronouns of polnear's quotations of which it is known whom they mean; the rest of each article is read with `weights`. */
export function polnearExamples(
  file: string,
  known: KnownPronouns,
  models: ReadingModels,
  weights: Weights,
): Example[] {
  return quotationRows(file).flatMap((row: QuotationRow) => {
    const people = known.get(row.id);
    if (!people || people.size === 0) return [];
    const document = documentOf(row.text, models);
    const examples: Example[] = [];
    resolveMentions(document, {
      weights,
      teacher: (decision) => {
        const { anaphor, candidates } = decision.context;
        const person = people.get(anaphor.start);
        if (person === undefined) return -1;
        const right = candidates.map(({ members: [one, more] }) => {
          return !more && one?.entity != null && sameSpeaker(person, document.entities[one.entity]?.name);
        });
        examples.push(exampleOf(row.id, decision, right));
        return right.indexOf(true);
      },
    });
    return examples;
  });
}

function exampleOf(source: string, { context, rows }: Decision, right: readonly boolean[]): Example {
  const { anaphor, candidates, document } = context;
  const names = candidates.map(({ members }) =>
    members
      .map(({ entity, nouns }) => (entity === null ? `[${[...nouns][0]}]` : (document.entities[entity]?.name ?? '')))
      .join('+'),
  );
  const { start, end } = anaphor;
  const show = () =>
    `${document.text.slice(Math.max(0, start - 300), start)}>>${document.text.slice(start, end)}<<${document.text.slice(end, end + 60)}`.replace(
      /\s+/gu,
      ' ',
    );
  return { source, class: anaphor.class, rows, right, named: candidates.map(isNamed), show, names };
}
