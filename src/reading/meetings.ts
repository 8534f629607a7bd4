import type { ReadingDocument } from './document.ts';
import { draftsIn } from './meeting-drafts.ts';
import { SIGNAL } from './meeting-triggers.ts';
import { wordsOf } from './meeting-words.ts';
import { withAntecedents, withDateline, withFollowUps } from './meetings-follow-up.ts';
import { mergedMeetings } from './meetings-merge.ts';
import type { DateMention, MeetingReport, Sentence } from './reading.ts';

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
