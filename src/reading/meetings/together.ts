import { span } from '../../text/span.ts';
import type { Participant } from '../reading.ts';
import { type Circumstances, circumstancesAfter, topicFrom } from './circumstances.ts';
import { type AfterTrigger, type Draft, drafted, isOfficial, type Scene, several } from './draft.ts';
import { participantsIn } from './participants.ts';
import { nextOf, phraseFrom, type Range, subjectOf } from './phrases.ts';
import { isPluralPost } from './roles.ts';
import type { VerbTrigger } from './triggers.ts';
import type { Word } from './words.ts';

// Verbs whose subject is all who met: "A and B spoke by phone", "the ministers gathered", "the two discussed the war".

/** "The ministers gathered in Cairo", "convened to decide on the budget": officials or a body, at a place, on a day or to an end. */
export function gathered(scene: Scene, i: number, rule: VerbTrigger, subject: Participant[], start: AfterTrigger) {
  const { document, words } = scene;
  const range = subjectOf(words, i);
  if (!several(subject, words, range) || !subject.some((p) => p.kind !== 'role' || isOfficial(p))) return null;
  const around = circumstancesAfter(document, words, start.at, false);
  const toAnEnd = words[start.at]?.lower === 'to' && TO_DECIDE.test(words[start.at + 1]?.lower ?? '');
  if (!around.place && !around.topic && !around.date && !start.date && !toAnEnd) return null;
  return drafted(scene, i, i, rule.form, subject, { ...around, date: around.date ?? start.date });
}

const TO_DECIDE =
  /^(?:discuss|decide|consider|debate|negotiate|talk|plan|adopt|approve|agree|vote|elect|choose|nominate|review|forge|hammer|sign)$/;

/** "discussed the war with the emir"; "A and B discussed the war" where both are named. */
export function discussed(scene: Scene, i: number, subject: Participant[], start: AfterTrigger): Draft | null {
  const { document, words } = scene;
  let k = start.at;
  for (; k < words.length && k - start.at < 20; k++) {
    const word = words[k];
    if (word?.part === 'stop' || word?.part === 'verb' || word?.part === 'relative') break;
    if (word?.lower !== 'with' || words[k + 1]?.part === 'date') continue;
    const range = phraseFrom(words, k + 1);
    const others = range
      ? participantsIn(document, words, range).filter((p) => p.kind !== 'body' || p.entity !== null)
      : [];
    if (!range || others.length === 0 || subject.length === 0) return null;
    const around = circumstancesAfter(document, words, range.to, false);
    const last = words[k - 1]?.part === 'comma' ? words[k - 2] : words[k - 1];
    const from = words[start.at]?.start ?? word.start;
    const topic = last && last.end > from ? span(from, last.end) : null;
    const form = around.byPhone ? 'call' : 'talks';
    return drafted(scene, i, i, form, [...subject, ...others], { ...around, topic, date: around.date ?? start.date });
  }
  const single = (p: Participant) => p.kind === 'role' && !isPluralPost(p.name.split(' ').at(-1)?.toLowerCase() ?? '');
  // "received him to discuss the war" says why; with whom has been told
  if (words[i - 1]?.lower === 'to') return null;
  const byPhone = words.slice(start.at, k + 6).some((word) => /^(?:phone|telephone|videolink)$/.test(word.lower));
  const together =
    (subject.length === 2 || (byPhone && subject.length > 2)) &&
    subject.every((p) => p.kind === 'person' || p.kind === 'country' || single(p));
  if (!together) return null;
  const views = /^exchang/.test(words[i]?.lower ?? '') ? nextOf(words, 'preposition', start.at, start.at + 4) + 1 : 0;
  const topic = topicFrom(document, words, views || start.at);
  const around: Circumstances = { others: [], place: null, date: start.date, topic, byPhone, talks: null };
  return drafted(scene, i, i, byPhone ? 'call' : 'talks', subject, around);
}

/**
 * "The two presidents spoke by phone", "talked for an hour", "spoke on Monday about trade", "Cairo and Oslo negotiated":
 * nobody is told by "with", so those who did it together are the subject. Of "spoke at the rally" that does not follow.
 */
export function spokeTogether(
  scene: Scene,
  i: number,
  rule: VerbTrigger,
  subject: readonly Participant[],
  start: AfterTrigger,
): Draft | null {
  const { document, words } = scene;
  const around = circumstancesAfter(document, words, start.at, false);
  const lasted = words.slice(start.at, start.at + 6).some((word) => /^(?:minutes?|hours?)$/.test(word.lower));
  const dated = words.slice(i + 1, start.at).some((word) => word.part === 'date');
  const closed = /^(?:[.;,]|about|and|to)?$/.test(words[start.at]?.lower ?? '');
  const { lower = '' } = words[i] ?? {};
  // "received consulting fees"
  if (lower.endsWith('ing') && !/^(?:auxiliary|adverb)$/.test(words[i - 1]?.part ?? '')) return null;
  const either = /^(?:spoke|speak|talk)/.test(lower);
  if (either && !around.byPhone && !lasted && !(dated && closed)) return null;
  if (!isPair(words, subjectOf(words, i), subject)) return null;
  const form = around.byPhone ? 'call' : rule.form;
  return drafted(scene, i, i, form, subject, { ...around, date: around.date ?? start.date });
}

/** Two who are named, or "the two presidents". */
function isPair(words: readonly Word[], range: Range | null, subject: readonly Participant[]): boolean {
  if (subject.length === 2) return subject.every((p) => p.kind !== 'body');
  const counted = words.slice(range?.from, range?.to).some((word) => /^(?:two|both|three)$/.test(word.lower));
  return counted && subject.length === 1 && subject.every(isOfficial);
}
