import { countriesIn } from '../../../text/countries.ts';
import type { Span } from '../../../text/span.ts';
import type { Mention, Speaker } from '../../reading.ts';
import type { Phrase } from '../attribution/phrases.ts';
import { DETERMINERS } from '../attribution/words.ts';
import type { Outline } from '../outline.ts';
import type { SpeakersSoFar } from './find-speaker.ts';
import { postWords } from './posts.ts';

/** "said the foreign minister": the person of that post, the last named before who fits best; null where nobody does. */
export function holderOf(outline: Outline, phrase: Phrase, soFar: SpeakersSoFar): Mention | null {
  const { document, items } = outline;
  const first = items[DETERMINERS.has(items[phrase.from]?.word ?? '') ? phrase.from + 1 : phrase.from];
  const last = items[phrase.to - 1];
  if (!first || !last || last.end <= first.start || last.end - first.start > 120) return null;
  const title = document.text.slice(first.start, last.end);
  const wanted = postWords(title);
  // "The French foreign minister", where nothing French was told of before, is none of those introduced without a country.
  const [named] = countriesIn(title);
  const known = named && document.text.lastIndexOf(title.slice(named.start, named.end), first.start - 1) >= 0;
  const head = wanted.at(-1);
  if (!head) return null;
  let best: Mention | null = null;
  let bestScore = 0;
  for (const [i, { mention, post }] of outline.holders.entries()) {
    if (post.at(-1) !== head || !mention.role) continue;
    // A deputy is not the minister, nor the minister his deputy.
    if (
      post.includes('deputy') !== wanted.includes('deputy') ||
      post.includes('vice-president') !== wanted.includes('vice-president')
    )
      continue;
    if (named && mention.role.country !== named.country && (mention.role.country !== null || !known)) continue;
    const country = mention.role.country?.toLowerCase();
    const shared = wanted.filter(
      (word) => post.includes(word) || (country !== undefined && word.startsWith(country.slice(0, 4))),
    ).length;
    const foreign = wanted.length - shared;
    if (foreign > 0 && shared < 2) continue;
    const earlier = mention.start < first.start ? 1 : 0;
    const spoke = soFar.spoken.at(-1)?.speaker.entity === mention.entity ? 0.5 : 0;
    const score = 2 * shared - foreign + earlier + spoke + 0.0001 * i;
    if (score > bestScore && (earlier || shared > 1)) {
      best = mention;
      bestScore = score;
    }
  }
  return best;
}

const COURTESY = /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Judge|Justice|Professor)\.? (?=\p{Lu}\p{Ll})(?!.* (?:of|for) )/u;

/** "Mr. Earnest", where no name was seen: whoever has that family name, or else a person of whom only that is told. */
export function byCourtesy({ document }: Outline, where: Span): Speaker | null {
  const written = document.text.slice(where.start, where.end).replace(/\s+/g, ' ');
  const title = COURTESY.exec(written);
  if (!title) return null;
  const name = written.slice(title[0].length);
  const index = document.entities.findIndex(({ type, name: full }) => type === 'person' && full.endsWith(` ${name}`));
  const known = document.entities[index];
  const mention = known && document.mentions.find(({ entity }) => entity === index);
  return {
    ...where,
    name: known?.name ?? name,
    kind: 'person',
    entity: mention?.entity ?? null,
    role: mention?.role?.text ?? null,
  };
}
