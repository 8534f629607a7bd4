import type { Answer, FollowUp } from '../../answers/answer.ts';
import { type Party, resolveParty } from '../../answers/find/parties.ts';
import type { Period, Question } from '../../answers/question.ts';
import type { Archive } from '../../archive/archive.ts';
import { askQuestion } from '../../remote/ask.ts';
import type { BotWords } from '../words/words.ts';

/**
 * What to ask next about whom or what this was about: meetings, quotations, a summary, pictures, a comparison; over the same
 * time. Only what the archive has an answer to.
 */
export async function nextSteps(answer: Answer, archive: Archive, words: BotWords): Promise<readonly FollowUp[]> {
  const { question } = answer;
  const subject = subjectOf(answer);
  if (subject === null) return [];
  const party = await resolveParty(subject, archive);
  // Which of them is meant is asked first.
  if (party.is === 'several' || (party.is === 'unknown' && !answer.found)) return [];
  const hasSeveralOutlets = party.is === 'unknown' || new Set(answer.sources.map(({ outlet }) => outlet)).size > 1;
  const steps = stepsAbout(party, subject, periodOf(question), words).filter(
    ({ question: { command } }) => command !== question.command && (command !== 'compare' || hasSeveralOutlets),
  );
  // Whether several outlets report the same event can only be seen by comparing them.
  const kept: FollowUp[] = [];
  for (const step of steps) {
    const isSure = step.question.command !== 'compare';
    if (isSure || (await askQuestion(step.question, archive, words.language)).found) kept.push(step);
  }
  return kept;
}

function stepsAbout(party: Party, subject: string, period: Period, words: BotWords): FollowUp[] {
  const steps: FollowUp[] = [];
  const offer = (label: string, question: Question) => steps.push({ label, question });
  const about = party.is === 'actor' ? party.actor.name : subject;
  if (party.is === 'country' || (party.is === 'actor' && party.actor.meetings > 0))
    offer(words.say('Meetings'), { command: 'met', person: about, ...period });
  if (party.is === 'actor' && party.actor.quotations > 0)
    offer(words.say('Quotations'), { command: 'quote', who: about, ...period });
  offer(words.say('Summary'), { command: 'summary', about, ...period });
  if (party.is === 'country' || (party.is === 'actor' && party.actor.meetings > 0))
    offer(words.say('Network'), { command: 'network', person: about, ...period });
  offer(words.say('Timeline'), { command: 'timeline', about, ...period });
  offer(words.say('Compare outlets'), { command: 'compare', about, ...period });
  return steps;
}

/** Whom or what an answer is about, in words a question can be made of; null where that is nobody and nothing. */
function subjectOf({ question, sources, found }: Answer): string | null {
  switch (question.command) {
    case 'met':
    case 'network':
      return question.person ?? null;
    case 'quote':
    case 'verify':
      return question.who ?? null;
    case 'who':
      return question.name;
    case 'summary':
    case 'timeline':
    case 'compare':
      return question.about === '' ? null : question.about;
    case 'article':
      return sources[0]?.headline ?? null;
    case 'search':
      // What was typed may hold operators, which only a search understands.
      return found && /^[\p{L}\p{N} ’'-]{1,80}$/u.test(question.text) ? question.text : null;
    default:
      return null;
  }
}

function periodOf(question: Question): Period {
  const since = 'since' in question ? question.since : undefined;
  const until = 'until' in question ? question.until : undefined;
  return { ...(since && { since }), ...(until && { until }) };
}
