import {
  type APIInteraction,
  type Client,
  Events,
  type GatewayDispatchPayload,
  InteractionResponseType,
  InteractionType,
  Routes,
  Status,
} from 'discord.js';
import type { Logger } from 'pino';
import { faultOfOurs, newIncident, privately } from '../render/trouble.ts';
import { wordsFor } from '../words/words.ts';

/**
 * Answers what the library could not read: it throws on a shape of Discord's that it does not know (a new kind of component,
 * say), and whoever asked would be left with "The application did not respond".
 */
export function explainUnreadable(client: Client, log: Logger): void {
  const unread = new Set<string>();
  client.on(Events.InteractionCreate, ({ id }) => void unread.delete(id));
  client.on(Events.Raw, (packet: GatewayDispatchPayload) => {
    // Until it is ready the library keeps what comes for later.
    if (packet.t !== 'INTERACTION_CREATE' || client.ws.status !== Status.Ready) return;
    const { d: interaction } = packet;
    unread.add(interaction.id);
    // The library reads it right after this, in one go.
    setImmediate(() => {
      if (unread.delete(interaction.id)) void explain(interaction, client, log);
    });
  });
}

async function explain(interaction: APIInteraction, client: Client, log: Logger): Promise<void> {
  const incident = newIncident();
  log.error({ event: 'unreadable', incident, type: interaction.type, interaction: interaction.id });
  const words = wordsFor('locale' in interaction ? interaction.locale : 'en');
  const body =
    interaction.type === InteractionType.ApplicationCommandAutocomplete
      ? { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }
      : {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: privately(faultOfOurs(incident, words)),
        };
  try {
    await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false });
  } catch (error) {
    log.warn({ event: 'could not notify', what: 'unreadable', err: error });
  }
}
