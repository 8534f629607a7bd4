import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
  InteractionResponseType as Reply,
} from 'discord-api-types/v10';
import { ApiError, invalidForm } from './api-error.ts';
import type { Acknowledgement, Interaction, InteractionScene } from './interaction.ts';
import { answer, check, editOriginal, isEphemeral } from './interaction-messages.ts';
import type { SentFile } from './messages.ts';

/** Discord gives an application this long to acknowledge. */
export const acknowledgeWithin = 3000;

interface Callback {
  readonly type?: unknown;
  readonly data?: unknown;
}

/** POST /interactions/:id/:token/callback; returns what `with_response` shows. */
export function acknowledge(
  scene: InteractionScene,
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
  const original = message ?? (interaction.original === null ? null : scene.world.messages.get(interaction.original));
  return {
    interaction: {
      id,
      type: interaction.type,
      ...(original == null
        ? {}
        : {
            response_message_id: original.id,
            response_message_loading: interaction.awaiting,
            response_message_ephemeral: isEphemeral(original),
          }),
    },
    ...(message === null ? {} : { resource: { type, message } }),
  };
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
