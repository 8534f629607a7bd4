import { lowerBound } from '../../text/binary-search.ts';
import { overlaps, type Span, span } from '../../text/span.ts';
import type { Coreference } from '../coreference/coreference.ts';
import type { ReadingDocument } from '../document.ts';
import { type Factuality, factualityOf } from '../factuality/factuality.ts';
import { childrenBy, type SyntaxTree } from '../parse/tree.ts';
import type { DateMention, MeetingReport, MeetingStatus, Mention, Quotation, Sentence } from '../reading.ts';
import { type Predicate, predicatesIn } from './arguments.ts';
import { onItsSide, topicOf } from './circumstances.ts';
import { occasionsOf } from './occasions.ts';
import { SIGNAL } from './predicates.ts';
import { type Draft, joinSameMeetings } from './same-meeting.ts';
import { type Scene, spanOf } from './scene.ts';

/** How many sentences into a paragraph its dateline still counts. */
const DATELINE_REACH = 5;
/** No sentence holds more. */
const MOST_QUOTATIONS = 20;
/** In words. What is longer is a list or no text; each predicate looks at the whole sentence. */
const LONGEST_SENTENCE = 400;

/**
 * Who met whom, as the text reports it: held, planned, requested, called off, denied or again and again. Sentences of one
 * text that report the same meeting become one report. Needs names, coreference, dates and quotations; parses sentences that have a word
 * of meeting in them.
 */
export function findMeetings(
  document: ReadingDocument,
  coreference: Coreference,
  dates: readonly DateMention[],
  quotations: readonly Quotation[],
): MeetingReport[] {
  const drafts: Draft[] = [];
  document.sentences.forEach((sentence, i) => {
    if (!SIGNAL.test(document.text.slice(sentence.start, sentence.end))) return;
    const tree = document.syntax.ofSentence(i);
    if (tree.words.length > LONGEST_SENTENCE) return;
    const scene = sceneOf(document, coreference, dates, quotations, sentence, tree);
    drafts.push(...draftsIn(scene, i));
  });
  return joinSameMeetings(drafts).map((report) => withDateline(report, document, dates));
}

/** "BAGHDAD, 11 February. … said at a meeting": where no date is given, the dateline's day is the meeting's. */
function withDateline(report: MeetingReport, document: ReadingDocument, dates: readonly DateMention[]): MeetingReport {
  if (report.date !== null || report.status !== 'held' || report.place === null) return report;
  const at = lowerBound(document.sentences, ({ start }) => start > report.start) - 1;
  const paragraph = document.sentences[at]?.paragraph;
  const first = document.sentences
    .slice(Math.max(0, at - DATELINE_REACH), at + 1)
    .find((one) => one.paragraph === paragraph);
  const [dateline] = first ? spansIn(dates, first) : [];
  if (!first || !dateline) return report;
  const town = /^\p{Lu}[\p{Lu} .'’-]+(?=,)/u.exec(document.text.slice(first.start, dateline.start));
  return town && town[0].toLowerCase() === report.place.name.toLowerCase() ? { ...report, date: dateline } : report;
}

function sceneOf(
  document: ReadingDocument,
  coreference: Coreference,
  allDates: readonly DateMention[],
  allQuotations: readonly Quotation[],
  sentence: Sentence,
  tree: SyntaxTree,
): Scene {
  const mentions = spansIn(document.mentions, sentence);
  const mentionAt: (Mention | null)[] = [];
  const dates = spansIn(allDates, sentence);
  const behind = lowerBound(allQuotations, ({ start }) => start >= sentence.end);
  const quotations = allQuotations
    .slice(Math.max(0, behind - MOST_QUOTATIONS), behind)
    .filter((one) => overlaps(one, sentence));
  const scene: Scene = { document, coreference, sentence, tree, mentionAt, dates, quotations };
  for (let k = 0; k < tree.words.length; k++)
    mentionAt.push(mentions.find((mention) => overlaps(mention, spanOf(scene, k))) ?? null);
  return scene;
}

/** Those that begin in the sentence; `all` in order of their start. */
function spansIn<T extends Span>(all: readonly T[], sentence: Span): T[] {
  const from = lowerBound(all, ({ start }) => start >= sentence.start);
  const to = lowerBound(all, ({ start }) => start >= sentence.end);
  return all.slice(from, to);
}

function draftsIn(scene: Scene, sentenceIndex: number): Draft[] {
  return predicatesIn(scene).flatMap((predicate) => {
    const status = statusOf(scene, predicate);
    if (status === null) return [];
    return occasionsOf(scene, predicate).flatMap((occasion) => {
      const date = onItsSide(occasion.date, scene, status);
      const draft: Draft = {
        sentence: scene.sentence,
        sentenceIndex,
        trigger: triggerOf(scene, predicate),
        form: predicate.form,
        status: status === 'held' && isAhead(date, scene.document) ? 'planned' : status,
        participants: predicate.parties,
        date,
        place: occasion.place,
        topic: topicOf(scene, predicate),
        refersBack: predicate.refersBack,
        another: isAnother(scene, predicate),
      };
      if (predicate.separate.length === 0) return [draft];
      const all = draft.participants.filter((party) => !predicate.separate.includes(party));
      return predicate.separate.map((other) => ({ ...draft, participants: [...all, other] }));
    });
  });
}

const triggerOf = (scene: Scene, { node, carriers }: Predicate) => {
  const near = carriers.filter((k) => Math.abs(k - node) <= 3);
  const [first, last] = [Math.min(...near), Math.max(...near)];
  return span(spanOf(scene, first).start, spanOf(scene, last).end);
};

/** Null: a meeting that is only imagined, asked about or named. */
function statusOf(scene: Scene, predicate: Predicate): MeetingStatus | null {
  const found = factualityOf(scene.tree, predicate.node);
  const recurs = isRecurring(scene, predicate);
  return inWords(found, recurs);
}

function inWords(found: Factuality, recurs: boolean): MeetingStatus | null {
  if (found === 'hypothetical') return null;
  if (found === 'open') return 'planned';
  if (found === 'actual') return recurs ? 'recurring' : 'held';
  return found;
}

const OFTEN =
  /^(?:regularly|often|frequently|routinely|repeatedly|periodically|usually|annually|always|weekly|monthly|sometimes)$/i;
const MANY =
  /^(?:several|many|numerous|multiple|various|frequent|regular|repeated|countless|weekly|monthly|annual|periodic|dozens)$/i;

function isRecurring({ tree }: Scene, { node, carriers }: Predicate): boolean {
  if (carriers.some((verb) => childrenBy(tree, verb, 'advmod').some((k) => OFTEN.test(tree.words[k] ?? ''))))
    return true;
  if (
    carriers.some((verb) =>
      childrenBy(tree, verb, 'obl', 'nmod').some((k) =>
        childrenBy(tree, k, 'det').some((d) => /^(?:every|each)$/i.test(tree.words[d] ?? '')),
      ),
    )
  )
    return true;
  // "Several rounds of talks"
  const counted = tree.relations[node] === 'nmod' ? [tree.heads[node] ?? node] : [];
  const isPlural = tree.forms[node] === 'plural';
  if (
    counted.some(
      (k) => tree.forms[k] === 'plural' && childrenBy(tree, k, 'amod').some((one) => MANY.test(tree.words[one] ?? '')),
    )
  )
    return true;
  return isPlural && childrenBy(tree, node, 'amod').some((k) => MANY.test(tree.words[k] ?? ''));
}

const isAhead = (date: DateMention | null, { published }: ReadingDocument): boolean =>
  date !== null &&
  published !== null &&
  /^\d{4}-\d\d-\d\d$/.test(published) &&
  /^\d{4}-\d\d-\d\d/.test(date.value) &&
  date.value.slice(0, 10) > published;

const OTHER =
  /^(?:another|second|third|other|separate|previous|earlier|last|next|later|subsequent|follow-up|new|fresh|also)$/i;

/** "Another meeting", "the previous summit": not the one just reported. */
const isAnother = ({ tree }: Scene, { node }: Predicate): boolean =>
  childrenBy(tree, node, 'amod', 'det', 'advmod').some((k) => OTHER.test(tree.words[k] ?? ''));
