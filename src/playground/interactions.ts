import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ApplicationIntegrationType,
  InteractionType,
  MessageFlags,
  MessageType,
  InteractionResponseType as Reply,
} from 'discord-api-types/v10';
import { ApiError, invalidForm } from './api-error.ts';
import { problems } from './limits.ts';
import type { Before } from './message-limits.ts';
import { asBefore, editMessage, type MessageBody, pingsByDefault, postMessage, type SentFile } from './messages.ts';
import { asUser, type Channel, type Person, type World } from './world.ts';

/** Discord gives an application this long to acknowledge, and this long to go on answering. */
export const acknowledgeWithin = 3000;
export const tokenLives = 15 * 60_000;
/** Follow-ups allowed where only the person, not the guild, has the application. */
const followUpsOfUserInstall = 5;

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
  /** When it was sent; a test that moves it back makes the token older. */
  sentAt: number;
  acknowledgement: Acknowledgement | null;
  /** The message that answers: `@original`. */
  original: string | null;
  /** True until a deferred answer has come. */
  awaiting: boolean;
  readonly followUps: string[];
  choices: readonly APIApplicationCommandOptionChoice[] | null;
  modal: APIModalInteractionResponseCallbackData | null;
}

/** What handling an interaction needs of the stand-in. */
export interface Scene {
  readonly world: World;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  readonly origin: () => string;
  /** Tells the gateway's sessions of a message. */
  announce(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE', channel: Channel, message: APIMessage): void;
}

interface Callback {
  readonly type?: unknown;
  readonly data?: unknown;
}

/** POST /interactions/:id/:token/callback; returns what `with_response` shows. */
export function acknowledge(
  scene: Scene,
  id: string,
  token: string,
  body: unknown,
  files: readonly SentFile[],
): unknown {
  const interaction = scene.interactions.get(token);
  if (interaction?.id !== id) throw new ApiError(404, 10062, 'Unknown interaction');
  if (interaction.acknowledgement !== null) {
    throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
  }
  const after = Date.now() - interaction.sentAt;
  if (after > acknowledgeWithin) throw new ApiError(404, 10062, 'Unknown interaction');
  const callback: Callback = typeof body === 'object' && body !== null ? body : {};
  const data = callback.data ?? {};
  const type = Number(callback.type);
  if (!allowed(interaction).includes(type)) {
    throw invalidForm([{ path: ['type'], message: `An answer of type ${type} does not fit ${interaction.what}.` }]);
  }
  const acknowledged = (kind: Acknowledgement['kind'], ephemeral = false) => {
    interaction.acknowledgement = { kind, ephemeral, after };
  };
  let message: APIMessage | null = null;
  switch (type) {
    case Reply.ChannelMessageWithSource: {
      check('response', data, files);
      message = answer(scene, interaction, data, files);
      acknowledged('message', isEphemeral(message));
      break;
    }
    case Reply.DeferredChannelMessageWithSource: {
      const { flags = 0 } = data as { flags?: number }; // checked on the next lines
      const other = Number(flags) & ~MessageFlags.Ephemeral;
      if (other !== 0) throw invalidForm([{ path: ['data', 'flags'], message: 'Only EPHEMERAL fits a deferral.' }]);
      message = answer(scene, interaction, { flags: flags | MessageFlags.Loading }, []);
      interaction.awaiting = true;
      acknowledged('deferred', isEphemeral(message));
      break;
    }
    case Reply.DeferredMessageUpdate:
      interaction.original = interaction.source;
      acknowledged('deferred update');
      break;
    case Reply.UpdateMessage: {
      interaction.original = interaction.source;
      message = editOriginal(scene, interaction, data, files);
      acknowledged('update', isEphemeral(message));
      break;
    }
    case Reply.ApplicationCommandAutocompleteResult:
      check('choices', data, []);
      interaction.choices = (data as { choices?: APIApplicationCommandOptionChoice[] }).choices ?? []; // just checked
      acknowledged('choices');
      break;
    default:
      check('modal', data, []);
      interaction.modal = data as APIModalInteractionResponseCallbackData; // just checked
      acknowledged('modal');
  }
  const told = message ?? (interaction.original === null ? null : scene.world.messages.get(interaction.original));
  return {
    interaction: {
      id,
      type: interaction.type,
      ...(told == null
        ? {}
        : {
            response_message_id: told.id,
            response_message_loading: interaction.awaiting,
            response_message_ephemeral: isEphemeral(told),
          }),
    },
    ...(message === null ? {} : { resource: { type, message } }),
  };
}

/** The interaction a webhook token belongs to, if it was acknowledged and the token still lives. */
export function byToken(scene: Scene, application: string, token: string): Interaction {
  const interaction = scene.interactions.get(token);
  if (interaction === undefined || application !== scene.world.application.id || interaction.acknowledgement === null) {
    throw new ApiError(404, 10015, 'Unknown Webhook');
  }
  if (Date.now() - interaction.sentAt > tokenLives) throw new ApiError(401, 50027, 'Invalid Webhook Token');
  return interaction;
}

/** POST /webhooks/:application/:token: a further message, or the awaited one where the answer was deferred. */
export function followUp(
  scene: Scene,
  interaction: Interaction,
  body: unknown,
  files: readonly SentFile[],
): APIMessage {
  if (interaction.awaiting) return editOriginal(scene, interaction, body, files);
  if (
    interaction.integration === ApplicationIntegrationType.UserInstall &&
    interaction.followUps.length >= followUpsOfUserInstall
  ) {
    throw new ApiError(400, 40094, 'This interaction has hit the maximum number of follow up messages.');
  }
  check('response', body, files);
  const original = interaction.original;
  const reference = original === null ? {} : { message_reference: { message_id: original } };
  const message = post(scene, interaction, { ...(body as MessageBody), ...reference }, files); // just checked
  interaction.followUps.push(message.id);
  return message;
}

/** PATCH …/messages/@original, or of a follow-up by id. */
export function editOriginal(
  scene: Scene,
  interaction: Interaction,
  body: unknown,
  files: readonly SentFile[],
  id: string | null = interaction.original,
): APIMessage {
  const before = messageOf(scene, interaction, id);
  check('edit', body, files, asBefore(before));
  const edited = editMessage(
    scene.world,
    scene.origin(),
    interaction.channel,
    before,
    body as MessageBody, // just checked
    files,
    pingsByDefault.interaction,
  );
  if (id === interaction.original) interaction.awaiting = false;
  scene.announce('MESSAGE_UPDATE', interaction.channel, edited);
  return edited;
}

/** A message that belongs to an interaction. */
export function messageOf(scene: Scene, interaction: Interaction, id: string | null): APIMessage {
  const own = id !== null && (id === interaction.original || interaction.followUps.includes(id));
  const message = own ? scene.world.messages.get(id) : undefined;
  if (message === undefined) throw new ApiError(404, 10008, 'Unknown Message');
  return message;
}

function answer(scene: Scene, interaction: Interaction, body: unknown, files: readonly SentFile[]): APIMessage {
  const message = post(scene, interaction, body as MessageBody, files); // checked by the caller
  interaction.original = message.id;
  return message;
}

function post(scene: Scene, interaction: Interaction, body: MessageBody, files: readonly SentFile[]): APIMessage {
  const { world } = scene;
  const { channel, person } = interaction;
  const isCommand = interaction.type === InteractionType.ApplicationCommand;
  const usedAs = interaction.what.startsWith('/') ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
  const message = postMessage(world, scene.origin(), channel, world.bot, body, files, {
    pings: pingsByDefault.interaction,
    application_id: world.application.id,
    webhook_id: world.application.id,
    ...(body.message_reference == null && isCommand ? { type: usedAs } : {}),
  });
  const user = asUser(person);
  const { id, type, what } = interaction;
  const withOrigin = {
    ...message,
    // Deprecated, still sent, and alone in naming the command.
    ...(isCommand && message.message_reference === undefined
      ? { interaction: { id, type, user, name: what.replace(/^\//u, '') } }
      : {}),
    interaction_metadata: { id, type, user, authorizing_integration_owners: {} },
  } as APIMessage; // some fields left out
  world.messages.set(message.id, withOrigin);
  scene.announce('MESSAGE_CREATE', channel, withOrigin);
  return withOrigin;
}

function check(
  kind: 'response' | 'edit' | 'choices' | 'modal',
  body: unknown,
  files: readonly SentFile[],
  before?: Before,
): void {
  const names = files.map((file) => file.name);
  const found = problems(kind, body, before === undefined ? { files: names } : { files: names, before });
  if (found.length > 0) throw invalidForm(found);
}

function allowed({ type, source }: Interaction): readonly number[] {
  const message = [Reply.ChannelMessageWithSource, Reply.DeferredChannelMessageWithSource];
  const update = source === null ? [] : [Reply.DeferredMessageUpdate, Reply.UpdateMessage];
  switch (type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [Reply.ApplicationCommandAutocompleteResult];
    case InteractionType.ModalSubmit:
      return [...message, ...update];
    default:
      return [...message, ...update, Reply.Modal];
  }
}

function isEphemeral(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
