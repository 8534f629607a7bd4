import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  ApplicationIntegrationType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Channel, Person, World } from './world.ts';

export interface Acknowledgement {
  readonly kind: 'message' | 'deferred' | 'update' | 'deferred update' | 'choices' | 'modal';
  readonly ephemeral: boolean;
  /** Milliseconds after the interaction was sent. */
  readonly after: number;
}

/** An interaction as the stand-in keeps it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  /** For messages: "/met", "the button page:2". */
  readonly what: string;
  readonly person: Person;
  readonly channel: Channel;
  readonly integration: ApplicationIntegrationType;
  /** The message whose component was used. */
  readonly source: string | null;
  /** False where no session of the bot was there to hear of it. */
  delivered: boolean;
  /** When it was sent; a test that moves it back makes the token older. */
  sentAt: number;
  acknowledgement: Acknowledgement | null;
  /** The message that answers: `@original`. */
  original: string | null;
  /** True until a deferred answer has come. */
  awaiting: boolean;
  /** True once the answer, or the message whose component was used, has been edited. */
  edited: boolean;
  readonly followUps: string[];
  choices: readonly APIApplicationCommandOptionChoice[] | null;
  modal: APIModalInteractionResponseCallbackData | null;
}

/** What handling an interaction needs of the stand-in. */
export interface InteractionScene {
  readonly world: World;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  readonly origin: () => string;
  /** Sends the bot a message event; true if one of its sessions will receive it. */
  announce(
    event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
    channel: Channel,
    message: APIMessage,
  ): boolean;
}
