import type { QueryProblem } from '../../archive/archive.ts';
import { OUTLET_KINDS } from '../../corpus/article.ts';
import type { Words } from '../words/words.ts';

/** What of a search was not understood, or not all searched for, in a sentence for the person. */
export function problemInWords(problem: QueryProblem, words: Words): string {
  switch (problem.is) {
    case 'more than is read':
      return words.say('Only the first {characters} characters were searched for.', problem);
    case 'a text put in whole':
      return words.say('So long a text is searched as words: its quotation marks ask for nothing exact.');
    case 'OR with nothing beside it':
      return words.say('"OR" needs a word on both sides.');
    case 'a quotation mark not closed':
      return words.say('A quotation mark is not closed: what follows it was searched for as words.');
    case 'a field left empty':
      return words.say('"{field}:" needs something after the colon.', problem);
    case 'a field taken away':
      return words.say('"-{field}:" is not understood: it was searched for as words.', problem);
    case 'no kind of outlet':
      return words.say('"{value}" is no kind of outlet ({kinds}): it was searched for as words.', {
        value: problem.value,
        kinds: OUTLET_KINDS.join(', '),
      });
    case 'no date':
      return words.say(
        '"{field}:{value}" is no date: write 2015, 2015-09 or 2015-09-13. It was searched for as words.',
        problem,
      );
  }
}
