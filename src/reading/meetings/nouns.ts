import type { MeetingForm, Participant } from '../reading.ts';
import { attendants, isBare, isTold } from './attendance.ts';
import { BEGAN, type Circumstances, circumstancesAfter } from './circumstances.ts';
import { type Draft, drafted, isOfficial, isSomebody, metApart, type Scene, several } from './draft.ts';
import { type BeforeNoun, beforeNoun, destination } from './noun-phrase.ts';
import { distinct, participantsIn } from './participants.ts';
import type { Range } from './phrases.ts';
import { readVisit } from './visits.ts';
import type { Word } from './words.ts';

/** The meeting that the noun at `n` tells, if it tells one: "held talks with the king", "a meeting between A and B". */
export function readNoun(scene: Scene, n: number, form: MeetingForm): Draft | null {
  const { document, words } = scene;
  const read = (range: Range | null) => (range ? participantsIn(document, words, range) : []);
  const before = beforeNoun(scene, n);
  const around = circumstancesAfter(document, words, n + 1, true);
  const lower = words[n]?.lower ?? '';
  const kind = words[n - 1]?.lower ?? '';
  if (/^calls?$/.test(lower) && !/^(?:phone|telephone|conference|video)$/.test(kind)) return null;
  const explicit = around.others.flatMap((range) => read(range));
  if (
    /^(?:talk|chat|lunch|dinner|breakfast|supper)$/.test(lower) &&
    (explicit.length === 0 || !isTold(words, around, /^(?:with|between)$/))
  )
    return null;
  const own = [...before.owners, ...explicit];
  const everyone = distinct([...attendants(scene, n, form, before, around), ...own]);
  const first = before.verb ?? before.from;
  if (form === 'visit') {
    const place = around.place ?? destination(scene, before.travel, n);
    return readVisit(scene, n, before, everyone, { ...around, place, date: around.date ?? before.date });
  }
  if (scene.sport && !everyone.some((p) => p.role !== null)) return null;
  if (/^sessions?$/.test(lower) && !sitting(words, n)) return null;
  if (/^conferences?$/.test(lower) && !conferring(before, everyone, kind, own.length > 0)) return null;
  // With a whole town, or God: no meeting of people who are named.
  if (/^(?:hall|hall-style|prayer|track|race|revival|shareholders?)$/.test(words[n - 1]?.lower ?? '')) return null;
  // Talk in the air ("after days of negotiations") is nobody's meeting.
  const [only] = everyone;
  if (!only || (everyone.length < 2 && !standsAlone(scene, n, before, around, only))) return null;
  const draft = drafted(scene, first, n, around.byPhone ? 'call' : form, everyone, {
    ...around,
    place: around.place ?? destination(scene, before.travel, n),
    date: around.date ?? before.date,
  });
  if (!draft) return null;
  const withWhom = around.others
    // those with whom a meeting "began" were all there
    .filter(({ from }) => words[from - 1]?.lower === 'with' && !BEGAN.test(words[from - 2]?.lower ?? ''))
    .flatMap((range) => read(range));
  return { ...metApart(scene, draft, withWhom), bare: own.length === 0 && isBare(scene, before) };
}

/** One participant is enough where the text says that it took place: "attended the summit", "the council's session was held". */
function standsAlone(scene: Scene, n: number, before: BeforeNoun, around: Circumstances, only: Participant): boolean {
  const { words } = scene;
  const lower = words[n]?.lower ?? '';
  // "my meeting with Eliot": whose it is, the text at hand does not say
  const pair = isTold(words, around, /^between$/) || (before.whose && isTold(words, around, /^with$/));
  if (pair && only.kind !== 'country') return true;
  if (isTold(words, around, /^with$/) && only.kind === 'person') return true;
  // "was chaired by the premier"
  if (isTold(words, around, /^by$/) && isSomebody(only)) return true;
  if (/^(?:discussions?|conversations?|dialogue|consultations?)$/.test(lower))
    return before.verb !== null && only.kind === 'body';
  if (before.verb !== null || before.governor !== null) return true;
  if (before.at === 'after' && only.kind === 'person') return isBare(scene, before);
  // "following a council meeting on Sunday"
  if (before.at === 'after' && only.kind === 'body' && (around.date || around.place)) return true;
  // "the upcoming summit of the alliance": a plan may be told by its body alone
  const ahead = words.slice(before.from, n).some((word) => /^(?:upcoming|forthcoming|planned|next)$/.test(word.lower));
  if (ahead && only.kind === 'body' && before.owners.length > 0) return true;
  // "a meeting of ten countries", "negotiations between the two parties"
  const many = around.others.some(
    (range) => /^(?:of|between|among)$/.test(words[range.from - 1]?.lower ?? '') && several([], words, range),
  );
  if (many && only.kind !== 'person' && only.kind !== 'country') return true;
  if (before.at === 'during')
    return only.kind === 'person' || (only.kind !== 'country' && (before.owners.length > 0 || !isBare(scene, before)));
  const clause = scene.document.text.slice(words[n]?.end ?? 0, (words[n]?.end ?? 0) + 120);
  return only.kind === 'body' && /^[^.;]*\b(?:held|convened|(?:take|taken|took) place)\b/.test(clause);
}

/** A conference of people who confer. One for the press only where two held it together: they were both there. */
function conferring(before: BeforeNoun, everyone: readonly Participant[], kind: string, told: boolean): boolean {
  if (/^(?:press|news)$/.test(kind)) return before.verb !== null && everyone.filter(isOfficial).length > 1;
  if (/^(?:call|party|east|west|eastern|western|athletic)$/.test(kind)) return false;
  return told || (before.verb !== null && everyone.some(isOfficial));
}

/** A session of people at a table, not of training or trading. */
const sitting = (words: readonly Word[], n: number): boolean =>
  words[n - 1]?.part !== 'noun' ||
  words[n - 1]?.capital === true ||
  /^(?:plenary|emergency|special|joint|closed-door|negotiating|cabinet|council|parliament|working|bilateral|next|opening|inaugural|regular|annual|extraordinary|closed|first|second|third)$/.test(
    words[n - 1]?.lower ?? '',
  );
