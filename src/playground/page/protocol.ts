import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** What the page and the process behind it say to each other. */

/** Someone the visitor can be. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  /** "member", "runs the bot": what being them means here. */
  readonly is: string;
}

/** A channel as one person sees it. */
export interface Room {
  readonly id: string;
  readonly kind: 'channel' | 'direct';
  /** `news`, or the bot's name. */
  readonly name: string;
  /** The server's name; "Direct messages" for those. */
  readonly under: string;
  readonly commands: readonly Offered[];
  readonly messageCommands: readonly string[];
  /** True while the bot is writing there. */
  readonly typing: boolean;
}

/** A command as it is offered: a subcommand is one of its own, `admin status`. */
export interface Offered {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OfferedOption[];
}

export interface OfferedOption {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly kind: 'text' | 'number' | 'yes or no';
  readonly autocomplete: boolean;
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Sent first whole, then whenever something has changed: only the messages that have. */
export interface Update {
  readonly bot: string;
  readonly me: Somebody;
  readonly people: readonly Somebody[];
  readonly rooms: readonly Room[];
  /** What menus of roles and of channels offer. */
  readonly roles: readonly Named[];
  readonly channels: readonly Named[];
  readonly messages: readonly APIMessage[];
  readonly gone: readonly string[];
}

/** What the archive holds; dates in words, null where no article has one. */
export interface Holdings {
  readonly articles: number;
  readonly outlets: number;
  readonly people: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Something the visitor does. */
export type UserAction =
  | { readonly is: 'say'; readonly room: string; readonly content: string }
  | { readonly is: 'slash'; readonly room: string; readonly name: string; readonly options: Values }
  | {
      readonly is: 'autocomplete';
      readonly room: string;
      readonly name: string;
      readonly options: Values;
      readonly focused: string;
    }
  | { readonly is: 'press'; readonly message: string; readonly customId: string }
  | { readonly is: 'select'; readonly message: string; readonly customId: string; readonly values: readonly string[] }
  | { readonly is: 'apps'; readonly message: string; readonly name: string }
  | { readonly is: 'modal'; readonly asked: string; readonly fields: Readonly<Record<string, string>> };

export type Values = Readonly<Record<string, string | number | boolean>>;

/** What came of it at once; messages arrive as updates. */
export interface Outcome {
  /** Said to the visitor: "The application did not respond". */
  readonly failed?: string;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  readonly modal?: { readonly asked: string; readonly shown: APIModalInteractionResponseCallbackData };
}
