import type { Edtf } from '../text/edtf.ts';

/** What a person may narrow a question to; dates as understood from their words. */
export interface Period {
  readonly since?: Edtf;
  readonly until?: Edtf;
}

export type Length = 'short' | 'medium' | 'long';

/** What was asked, understood: a command and its options. Slash commands, direct messages and the terminal all become this. */
export type Question =
  | ({
      readonly command: 'summary';
      readonly about: string;
      readonly outlet?: string;
      readonly length?: Length;
    } & Period &
      Weekday)
  | ({ readonly command: 'met'; readonly person?: string; readonly with?: string; readonly place?: string } & Period &
      Weekday)
  | ({ readonly command: 'quote'; readonly who?: string; readonly about?: string; readonly outlet?: string } & Period)
  | { readonly command: 'verify'; readonly words: string; readonly who?: string }
  | { readonly command: 'search'; readonly text: string }
  | { readonly command: 'article'; readonly article: string }
  | { readonly command: 'sources' }
  | { readonly command: 'help' };

/** "On Friday" in a question: any Friday in the archive, 0 Sunday … 6 Saturday. */
interface Weekday {
  readonly weekday?: number;
}

export type CommandName = Question['command'];
