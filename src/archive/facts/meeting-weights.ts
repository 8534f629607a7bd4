/*
 * Do two reports tell of one meeting? As with names (identity.ts), a sum of evidence for and against. Participants alone, or a
 * date alone, never suffice: the first must be reported twice alike, and something must say that it was at one time.
 */

export type MeetingEvidenceKind =
  | 'two participants the same'
  | 'one the same, the other of the same country'
  | 'one the same, the other described otherwise'
  | 'one the same, nobody else named'
  | 'nobody named'
  | 'countries the same'
  | 'countries that may be the same'
  | 'each names others'
  | 'participants differ'
  | 'the same day'
  | 'a day apart'
  | 'days differ'
  | 'planned for another day'
  | 'dates overlap'
  | 'the same vague date'
  | 'a long time that includes the other'
  | 'dates exclude each other'
  | 'undated, published within days'
  | 'undated, published weeks apart'
  | 'undated, published long apart'
  | 'undated, published years apart'
  | 'undated, as is the article'
  | 'reported before it was held'
  | 'planned and then held'
  | 'announced long before'
  | 'called off before it was held'
  | 'published after what it plans'
  | 'the same place'
  | 'one place in the other'
  | 'places differ'
  | 'places of one day differ'
  | 'a call and no call'
  | 'the same of a series'
  | 'another of a series'
  | 'in one article'
  | 'two days or places in one article'
  | 'two in one sentence'
  | 'held and not held';

export const MEETING_WEIGHTS: Readonly<Record<MeetingEvidenceKind, number>> = {
  'two participants the same': 4,
  'one the same, the other of the same country': 2,
  'one the same, the other described otherwise': -1,
  'one the same, nobody else named': -1,
  'nobody named': -1,
  'countries the same': 0.5,
  'countries that may be the same': 0,
  'each names others': -6,
  'participants differ': -10,
  'the same day': 4,
  'a day apart': -1,
  'days differ': -10,
  'planned for another day': -3,
  'dates overlap': 2,
  'the same vague date': 2,
  'a long time that includes the other': -1,
  'dates exclude each other': -10,
  'undated, published within days': 1,
  'undated, published weeks apart': -1.5,
  'undated, published long apart': -4,
  'undated, published years apart': -8,
  'undated, as is the article': -3,
  'reported before it was held': -10,
  'planned and then held': -1,
  'announced long before': -2,
  'called off before it was held': -1,
  'published after what it plans': -10,
  'the same place': 2.5,
  'one place in the other': 1.5,
  'places differ': -5,
  'places of one day differ': -3,
  'a call and no call': -6,
  'the same of a series': 2,
  'another of a series': -6,
  'in one article': 3,
  'two days or places in one article': -10,
  'two in one sentence': -10,
  'held and not held': -10,
};

/** From here on two reports are of one meeting. */
export const SAME_MEETING = 4;
/** From here on they may be, where the same two took part in both: if it is no other. */
export const MAY_BE_SAME_MEETING = 2;
/** Below this, two reports cannot be of one meeting, whatever other reports of it say. */
export const OTHER_MEETING = -2.5;

export const meetingScore = (evidence: readonly MeetingEvidenceKind[]): number =>
  evidence.reduce((sum, kind) => sum + MEETING_WEIGHTS[kind], 0);
