import type { Span } from '../../text/span.ts';
import type { ReadingDocument } from '../document.ts';
import type { DateMention, MeetingReport, Sentence } from '../reading.ts';
import { type Draft, isNoun } from './draft.ts';
import { withAntecedents, withDateline, withFollowUps } from './follow-up.ts';
import { mergedMeetings } from './merge.ts';
import { readNoun } from './nouns.ts';
import { samePart } from './participants.ts';
import { NOUNS, SIGNAL, SPORT, VERBS } from './triggers.ts';
import { readVerb } from './verbs.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * Who met whom, as the text tells it: held, planned, requested, called off, denied or again and again. Sentences of one
 * text that tell the same meeting become one report.
 */
export function findMeetings(document: ReadingDocument, dates: readonly DateMention[]): MeetingReport[] {
  const drafts = sentencesWithSignal(document).flatMap((sentence) =>
    draftsIn(document, sentence, wordsOf(document, dates, sentence)),
  );
  const reports = withDateline(document, dates, mergedMeetings(document, drafts));
  return withFollowUps(document, withAntecedents(document, dates, reports));
}

/** The sentences that have a word of meeting in them; the rest, nearly all, are not looked at. */
function sentencesWithSignal({ text, sentences }: ReadingDocument): Sentence[] {
  const found: Sentence[] = [];
  let at = 0;
  SIGNAL.lastIndex = 0;
  for (let signal = SIGNAL.exec(text); signal; signal = SIGNAL.exec(text)) {
    while ((sentences[at]?.end ?? Infinity) <= signal.index) at++;
    const sentence = sentences[at];
    if (!sentence) break;
    if (sentence.start > signal.index) continue;
    found.push(sentence);
    SIGNAL.lastIndex = Math.max(sentence.end, signal.index + 1);
  }
  return found;
}

/** The meetings that a sentence tells, one for each trigger that has people, bodies or countries around it. */
function draftsIn(document: ReadingDocument, sentence: Span, words: readonly Word[]): Draft[] {
  const scene = { document, sentence, words, sport: SPORT.test(document.text.slice(sentence.start, sentence.end)) };
  const drafts: Draft[] = [];
  words.forEach((word, i) => {
    if (word.mention || word.date) return;
    // "Trump Calls Out Cruz": in headlines a capital says nothing
    const verb = word.capital && i > 0 ? undefined : VERBS.find((rule) => rule.verb.test(word.lower));
    const noun = NOUNS.find((rule) => rule.noun.test(word.lower));
    const asVerb = verb && !(noun && isNoun(words, i)) ? readVerb(scene, i, verb) : null;
    const draft = asVerb ?? (noun && isNoun(words, i) ? readNoun(scene, i, noun.form) : null);
    if (draft) drafts.push(...oneByOne(draft));
  });
  // "refused to meet him when he visited Cuba": a visit that another meeting's sentence only mentions
  const lone = (draft: Draft) => draft.form === 'visit' && draft.participants.length === 1;
  return drafts.filter(
    (draft) => !lone(draft) || drafts.every((other) => other === draft || other.status === draft.status),
  );
}

/** "A held separate talks with B and C" tells two meetings. */
function oneByOne(draft: Draft): Draft[] {
  if (draft.apart.length === 0) return [draft];
  const all = draft.participants.filter((p) => !draft.apart.some((other) => samePart(other, p)));
  return draft.apart.map((other) => ({ ...draft, participants: [...all, other], apart: [] }));
}
