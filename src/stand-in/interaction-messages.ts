import {
  type APIMessage,
  ApplicationIntegrationType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { ApiError, invalidForm } from './api-error.ts';
import type { Interaction, InteractionScene } from './interaction.ts';
import { problems } from './limits.ts';
import type { Before } from './message-limits.ts';
import { asBefore, editMessage, type MessageBody, pingsByDefault, postMessage, type SentFile } from './messages.ts';
import { asUser } from './world.ts';

/** The messages of an interaction: its answer, the edits of it, and what follows. */

/** An acknowledged interaction may go on answering for this long. */
const tokenLives = 15 * 60_000;
/** Follow-ups allowed where only the person, not the guild, has the application. */
const followUpsOfUserInstall = 5;

/** The interaction a webhook token belongs to, if it was acknowledged and the token still lives. */
export function byToken(scene: InteractionScene, application: string, token: string): Interaction {
  const interaction = scene.interactions.get(token);
  if (interaction === undefined || application !== scene.world.application.id || interaction.acknowledgement === null) {
    throw new ApiError(404, 10015, 'Unknown Webhook');
  }
  if (Date.now() - interaction.sentAt > tokenLives) throw new ApiError(401, 50027, 'Invalid Webhook Token');
  return interaction;
}

/** POST /webhooks/:application/:token: a further message, or the awaited one where the answer was deferred. */
export function followUp(
  scene: InteractionScene,
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
  scene: InteractionScene,
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
  if (id === interaction.original) {
    interaction.awaiting = false;
    interaction.edited = true;
  }
  scene.announce('MESSAGE_UPDATE', interaction.channel, edited);
  return edited;
}

/** A message that belongs to an interaction. */
export function messageOf(scene: InteractionScene, interaction: Interaction, id: string | null): APIMessage {
  const own = id !== null && (id === interaction.original || interaction.followUps.includes(id));
  const message = own ? scene.world.messages.get(id) : undefined;
  if (message === undefined) throw new ApiError(404, 10008, 'Unknown Message');
  return message;
}

/** The message that answers the interaction from then on. */
export function answer(
  scene: InteractionScene,
  interaction: Interaction,
  body: unknown,
  files: readonly SentFile[],
): APIMessage {
  const message = post(scene, interaction, body as MessageBody, files); // checked by the caller
  interaction.original = message.id;
  return message;
}

function post(
  scene: InteractionScene,
  interaction: Interaction,
  body: MessageBody,
  files: readonly SentFile[],
): APIMessage {
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

/** Refuses what breaks a limit. */
export function check(
  kind: 'response' | 'edit' | 'choices' | 'modal',
  body: unknown,
  files: readonly SentFile[],
  before?: Before,
): void {
  const names = files.map((file) => file.name);
  const found = problems(kind, body, before === undefined ? { files: names } : { files: names, before });
  if (found.length > 0) throw invalidForm(found);
}

export function isEphemeral(message: APIMessage): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
