import type { Answer, Citable, Entry, Run } from './answer.ts';
import { text } from './citations/bibliography.ts';
import type { Question } from './question.ts';
import type { Words } from './words/words.ts';

/** What every answer has, whether found or not. */
interface AnswerParts {
  readonly question: Question;
  /** In which language it is worded. */
  readonly words: Words;
  readonly understood: string;
  readonly assumed?: readonly (string | null)[];
  readonly sources: readonly Citable[];
  readonly choices?: Answer['choices'];
  readonly picture?: Answer['picture'];
}

/** An answer the archive has. */
export function found(
  parts: AnswerParts & { heading: string; lead?: readonly Run[]; entries: readonly Entry[] },
): Answer {
  return reply({ ...parts, found: true, lead: parts.lead ?? [] });
}

/** "Nothing in the archive" or another heading, with what comes nearest: `because` says what is missing, `entries` show the nearest miss. */
export function nothing(
  parts: AnswerParts & { because: string; heading?: string; entries?: readonly Entry[] },
): Answer {
  return reply({
    ...parts,
    found: false,
    heading: parts.heading ?? parts.words.say('Nothing in the archive'),
    lead: [text(parts.because)],
    entries: parts.entries ?? [],
  });
}

/** An answer for which not everything was looked at: it says so, and that nothing is in the archive it does not say. */
export const partial = (answer: Answer, words: Words): Answer =>
  answer.found
    ? {
        ...answer,
        assumed: [
          words.say(
            'not everything was looked at: this question takes more work than one may. Ask with fewer words, or about less',
          ),
          ...answer.assumed,
        ],
      }
    : {
        ...answer,
        heading: words.say('Stopped looking'),
        lead: [
          text(
            words.say(
              'I looked for as long as one question may take, and found nothing by then. Ask with fewer words, or about less.',
            ),
          ),
        ],
      };

function reply(parts: AnswerParts & Pick<Answer, 'found' | 'heading' | 'lead' | 'entries'>): Answer {
  const { question, found, understood, assumed = [], heading, lead, entries, sources, choices = [], picture } = parts;
  const said = assumed.filter((assumption) => assumption !== null);
  return {
    question,
    found,
    near: !found && entries.length > 0,
    kind: question.command,
    understood,
    assumed: said,
    heading,
    lead,
    entries,
    sources,
    choices,
    ...(picture && { picture }),
  };
}

/** A heading begins with a capital letter, in scripts that have them. */
export const asHeading = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
