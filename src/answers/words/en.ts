import type { Catalogue } from './catalogue.ts';
import type { AnswerPhrase } from './de.ts';

/** English has its phrases in the code; here are the forms of those that count. */
export const answersEn: Partial<Catalogue<AnswerPhrase>> = {
  '{n} meetings': { one: '{n} meeting', other: '{n} meetings' },
  '{n} quotations': { one: '{n} quotation', other: '{n} quotations' },
  '{n} articles': { one: '{n} article', other: '{n} articles' },
  '{n} new articles': { one: '{n} new article', other: '{n} new articles' },
  '{n} events': { one: '{n} event', other: '{n} events' },
  '{n} outlets': { one: '{n} outlet', other: '{n} outlets' },
  '{n} reports': { one: '{n} report', other: '{n} reports' },
  '{n} sources': { one: '{n} source', other: '{n} sources' },
  '{n} years': { one: '{n} year', other: '{n} years' },
  '{n} months': { one: '{n} month', other: '{n} months' },
  '{n} reports in indirect speech': {
    one: '{n} report in indirect speech',
    other: '{n} reports in indirect speech',
  },
  'Also reported {n} times in indirect speech, not word for word.': {
    one: 'Also reported once in indirect speech, not word for word.',
    other: 'Also reported {n} times in indirect speech, not word for word.',
  },
  'I answer from {n} articles, in their own words, with the source beside each line. Ask with a command or in plain words.':
    {
      one: 'I answer from {n} article, in its own words, with the source beside each line. Ask with a command or in plain words.',
      other:
        'I answer from {n} articles, in their own words, with the source beside each line. Ask with a command or in plain words.',
    },
  '{n} meetings called off or denied: listed below, not drawn': {
    one: '{n} meeting called off or denied: listed below, not drawn',
    other: '{n} meetings called off or denied: listed below, not drawn',
  },
  'drew those who met most often; {n} names had no room': {
    one: 'drew those who met most often; {n} name had no room',
    other: 'drew those who met most often; {n} names had no room',
  },
  '{n} more events left out: ask about a shorter time': {
    one: '{n} more event left out: ask about a shorter time',
    other: '{n} more events left out: ask about a shorter time',
  },
  'drew meetings first; {n} events had no room and stand below': {
    one: 'drew meetings first; {n} event had no room and stands below',
    other: 'drew meetings first; {n} events had no room and stand below',
  },
  '{n} events without a date: listed last, not drawn': {
    one: '{n} event without a date: listed last, not drawn',
    other: '{n} events without a date: listed last, not drawn',
  },
  '{name}: mentioned in {n} places': { one: '{name}: mentioned once', other: '{name}: mentioned in {n} places' },
  '{heading}: a network of {n} names.': {
    one: '{heading}: a network of {n} name.',
    other: '{heading}: a network of {n} names.',
  },
  '{heading}: a timeline of {n} events.': {
    one: '{heading}: a timeline of {n} event.',
    other: '{heading}: a timeline of {n} events.',
  },
  '{one} met {other} ({n} times, last {when}).': {
    one: '{one} met {other} ({when}).',
    other: '{one} met {other} ({n} times, last {when}).',
  },
};
