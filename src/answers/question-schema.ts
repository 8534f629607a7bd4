import { z } from 'zod';
import type { MeetingId } from '../archive/archive.ts';
import type { ArticleId } from '../corpus/article.ts';
import { type Day, type Edtf, edtf } from '../text/edtf.ts';
import type { Question } from './question.ts';

/** Longer than any question typed on Discord, in characters. */
const LONGEST = 6000;

const words = z.string().max(LONGEST);
const given = words.exactOptional();
const yes = z.literal(true).exactOptional();
const date = z.custom<Edtf>((value) => typeof value === 'string' && edtf(value) !== null).exactOptional();
const day = z
  .custom<Day>((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && edtf(value) !== null)
  .exactOptional();
/** As many as a briefing is made of. */
const MOST_IDS = 300;
const ids = z
  .array(z.custom<ArticleId>((value) => typeof value === 'string' && value.length <= 200))
  .max(MOST_IDS)
  .exactOptional();
const list = z.array(z.string().max(200)).max(50).exactOptional();
const period = { since: date, until: date };

/** What a question from outside must look like: a stored one, or one in a button that anybody could forge. */
export const questionSchema: z.ZodType<Question> = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('summary'),
    about: words,
    outlet: given,
    length: z.enum(['short', 'medium', 'long']).exactOptional(),
    ...period,
  }),
  z.object({
    command: z.literal('met'),
    person: given,
    with: given,
    place: given,
    weekday: z.int().min(0).max(6).exactOptional(),
    status: z.literal('planned').exactOptional(),
    topic: given,
    meeting: z.custom<MeetingId>((value) => typeof value === 'string' && value.length <= LONGEST).exactOptional(),
    inFull: yes,
    names: yes,
    ...period,
  }),
  z.object({ command: z.literal('quote'), who: given, about: given, outlet: given, reported: yes, ...period }),
  z.object({ command: z.literal('who'), name: words }),
  z.object({
    command: z.literal('briefing'),
    articles: ids,
    since: date,
    today: day,
    about: list,
    follow: list,
    edited: ids,
  }),
  z.object({ command: z.literal('verify'), words, who: given }),
  z.object({ command: z.literal('network'), person: given, ...period }),
  z.object({ command: z.literal('timeline'), about: words, ...period }),
  z.object({ command: z.literal('compare'), about: words, ...period }),
  z.object({ command: z.literal('cite'), id: words }),
  z.object({ command: z.literal('search'), text: words, nearOnly: yes }),
  z.object({ command: z.literal('article'), article: words }),
  z.object({ command: z.literal('sources') }),
  z.object({
    command: z.literal('ask'),
    words,
    as: z
      .enum([
        'summary',
        'met',
        'quote',
        'who',
        'briefing',
        'verify',
        'network',
        'timeline',
        'compare',
        'cite',
        'search',
        'article',
        'sources',
        'help',
      ])
      .exactOptional(),
    asOf: day,
  }),
  z.object({ command: z.literal('help'), after: z.enum(['greeting', 'nonsense']).exactOptional() }),
]);
