import { z } from 'zod';
import type { Article } from '../src/corpus/article.ts';
import type { FeedRow, ReadingRow } from './case-doors.ts';

const Quotation = z.object({ speaker: z.string().optional(), words: z.string().optional() });
const Meeting = z.object({
  who: z.array(z.string()).optional(),
  status: z.string().optional(),
  date: z.string().nullable().optional(),
  place: z.string().nullable().optional(),
});
const strings = z.array(z.string());

/** What is right, as a case says it. */
export const Expected = z.object({
  quotes: z.array(Quotation).optional(),
  quotesNot: z.array(Quotation).optional(),
  meetings: z.array(Meeting).optional(),
  meetingsNot: z.array(Meeting).optional(),
  dates: z.record(z.string(), z.string()).optional(),
  datesNot: z.record(z.string(), z.string()).optional(),
  noDates: z.boolean().optional(),
  published: z.union([z.string(), strings]).nullable().optional(),
  headline: z.string().nullable().optional(),
  outlet: z.string().nullable().optional(),
  url: z.string().nullable().optional(),
  authors: strings.optional(),
  bodyIncludes: strings.optional(),
  bodyExcludes: strings.optional(),
  error: z.boolean().optional(),
  urls: strings.optional(),
  title: z.string().nullable().optional(),
  textIncludes: strings.optional(),
  textExcludes: strings.optional(),
});
export type Expected = z.infer<typeof Expected>;

/** What is wrong, a line each; none where all is right. */
export type Wrong = readonly string[];

const shown = (value: unknown): string => {
  const words = JSON.stringify(value) ?? 'undefined';
  return words.length > 300 ? `${words.slice(0, 300)}…` : words;
};

const differs = (what: string, wanted: unknown, got: unknown): string[] =>
  wanted === undefined || JSON.stringify(wanted) === JSON.stringify(got)
    ? []
    : [`${what}: wanted ${shown(wanted)}, got ${shown(got)}`];

const missing = (what: string, text: string, wanted: readonly string[] = []): string[] =>
  wanted.filter((words) => !text.includes(words)).map((words) => `${what} lacks ${shown(words)}: ${shown(text)}`);

const present = (what: string, text: string, unwanted: readonly string[] = []): string[] =>
  unwanted.filter((words) => text.includes(words)).map((words) => `${what} has ${shown(words)}`);

/** A case without a reading of the text has nothing of it: each kind of wanted thing is looked up among those found. */
export function checkReading(row: ReadingRow, expected: Expected): Wrong {
  const quotations = row.quotations.map(({ start, end, speaker, polarity }) => ({
    words: row.text.slice(start, end),
    speaker,
    polarity,
  }));
  const dates = row.dates.map(({ start, end, value }) => ({ words: row.text.slice(start, end), value }));
  const meetings = row.meetings.map(({ participants, date, place, status }) => ({
    who: participants.map(({ name }) => name),
    date: date?.value ?? null,
    place,
    status,
  }));
  const quoted = (wanted: z.infer<typeof Quotation>) => quotations.some(isQuotation(wanted));
  // What is told as denied, or as what might be said, is not told as said.
  const said = (unwanted: z.infer<typeof Quotation>) =>
    quotations.filter(({ polarity }) => polarity === 'said').some(isQuotation(unwanted));
  const isQuotation =
    (wanted: z.infer<typeof Quotation>) =>
    ({ words, speaker }: (typeof quotations)[number]) =>
      words.includes(wanted.words ?? '') &&
      (wanted.speaker === undefined || (speaker ?? '').toLowerCase().includes(wanted.speaker.toLowerCase()));
  const met = (wanted: z.infer<typeof Meeting>) =>
    meetings.some(
      (one) =>
        (wanted.who ?? []).every((name) => one.who.includes(name)) &&
        (['status', 'date', 'place'] as const).every(
          (name) => wanted[name] === undefined || wanted[name] === one[name],
        ),
    );
  const dated = ([words, value]: [string, string]) =>
    dates.some((one) => (one.words.includes(words) || words.includes(one.words)) && one.value === value);
  const lacks = (what: string, wanted: unknown, found: unknown) => `no such ${what} ${shown(wanted)}: ${shown(found)}`;
  const has = (what: string, unwanted: unknown, found: unknown) =>
    `there is a ${what} ${shown(unwanted)}: ${shown(found)}`;
  return [
    ...(expected.quotes ?? []).filter((one) => !quoted(one)).map((one) => lacks('quotation', one, quotations)),
    ...(expected.quotesNot ?? []).filter(said).map((one) => has('quotation', one, quotations)),
    ...(expected.meetings ?? []).filter((one) => !met(one)).map((one) => lacks('meeting', one, meetings)),
    ...(expected.meetingsNot ?? []).filter(met).map((one) => has('meeting', one, meetings)),
    ...Object.entries(expected.dates ?? {})
      .filter((one) => !dated(one))
      .map((one) => lacks('date', one, dates)),
    ...Object.entries(expected.datesNot ?? {})
      .filter(dated)
      .map((one) => has('date', one, dates)),
    ...(expected.noDates && dates.length > 0 ? [has('date', 'any', dates)] : []),
  ];
}

export function checkArticle(article: Article, expected: Expected): Wrong {
  if (expected.error) return [`refused was wanted; it became an article: ${shown(article.body)}`];
  return [
    ...differs('published', expected.published, article.published?.date ?? null),
    ...differs('headline', expected.headline, article.headline),
    ...differs('outlet', expected.outlet, article.outlet.name),
    ...differs('url', expected.url, article.url),
    ...differs('authors', expected.authors, article.authors),
    ...missing('the body', article.body, expected.bodyIncludes),
    ...present('the body', article.body, expected.bodyExcludes),
  ];
}

export function checkFeed(row: FeedRow, expected: Expected): Wrong {
  return [
    ...differs('urls', expected.urls, row.urls),
    ...differs('published', expected.published, row.published),
    ...differs('title', expected.title, row.title),
  ];
}

export const checkAnswer = (text: string, expected: Expected): Wrong => [
  ...missing('the answer', text, expected.textIncludes),
  ...present('the answer', text, expected.textExcludes),
];
