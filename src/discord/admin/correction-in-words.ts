import type { CorrectionOf } from '../../archive/corrections/file.ts';
import type { Astray } from '../../archive/corrections/holding.ts';
import type { BotWords } from '../words/words.ts';

/** What a correction says: "speaker in talks: “until we agree” was said by Eva Quill". */
export function correctionInWords(correction: CorrectionOf, words: BotWords): string {
  const filled = (is: string | null) => ({ ...correction, is: is ?? words.say('not stated') });
  switch (correction.what) {
    case 'speaker':
      return words.say('speaker in {article}: “{words}” was said by {is}', { ...correction, ...filled(correction.is) });
    case 'meeting date': {
      const is = correction.is && words.date(correction.is);
      return words.say('meeting date in {article}: “{words}” is {is}', { ...correction, ...filled(is) });
    }
    case 'meeting place':
      return words.say('meeting place in {article}: “{words}” is {is}', { ...correction, ...filled(correction.is) });
    case 'not a meeting':
      return words.say('not a meeting in {article}: “{words}”', correction);
    case 'published':
      return words.say('{article} was published {is}', { ...correction, is: words.date(correction.is) });
    case 'one person':
      return words.say('{name} is {is}: one person', correction);
    case 'two people':
      return words.say('{name} in {article} is another: {is}', correction);
    case 'outlet':
      return words.say('{outlet} is {kind}', { outlet: correction.outlet, kind: words.say(correction.is) });
  }
}

/** Why the archive does not show a correction. */
export const becauseInWords = ({ because, name }: Astray, words: BotWords): string => words.say(because, { name });
