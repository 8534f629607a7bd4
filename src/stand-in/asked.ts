import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { ChangeSignal } from './changes.ts';
import type { Acknowledgement, Interaction } from './interaction.ts';
import { acknowledgeWithin } from './interactions.ts';
import type { World } from './world.ts';

/** Long enough for a slow answer on a busy machine. */
const patience = 120_000;

/** Somebody used a command, a button, a menu or a modal: what came of it. */
export interface Interacted {
  readonly interaction: Interaction;
  /** Rejects after the three seconds Discord gives. */
  acknowledged(): Promise<Acknowledgement>;
  /** The message that answers, once it is there: a deferred one after its edit, an updated one after the update. */
  answered(ms?: number): Promise<APIMessage>;
  /** The answer once it is as wanted: for one that is edited as work goes on. */
  until(wanted: (message: APIMessage) => boolean, ms?: number): Promise<APIMessage>;
  /** The further messages so far, as they stand now. */
  followUps(): APIMessage[];
  /** Autocomplete's choices. */
  choices(ms?: number): Promise<readonly APIApplicationCommandOptionChoice[]>;
  modal(ms?: number): Promise<APIModalInteractionResponseCallbackData>;
}

/** Somebody wrote a message: what came of it. */
export interface Said {
  readonly message: APIMessage;
  /** Whether a session of the bot's received it, at once or on resuming. */
  readonly delivered: boolean;
  /** The bot's messages in that channel since, as they stand now. */
  replies(): APIMessage[];
  reply(ms?: number): Promise<APIMessage>;
  /** True once the bot has shown itself typing there since. */
  typed(): boolean;
}

export function followAsked(world: World, changes: ChangeSignal, interaction: Interaction): Interacted {
  const { what } = interaction;
  const message = (id: string | null) => (id === null ? undefined : world.messages.get(id));
  const answer = (wanted: (found: APIMessage) => boolean) => () => {
    const kind = interaction.acknowledgement?.kind;
    if (kind === undefined || interaction.awaiting) return null;
    const found = message(interaction.original);
    // A deferred update counts once the message has been edited.
    const touched = kind !== 'deferred update' || interaction.edited;
    return found !== undefined && touched && wanted(found) ? found : null;
  };
  const late = (missing: string, ms: number) => () => {
    const { acknowledgement } = interaction;
    const so = acknowledgement === null ? 'not even acknowledged' : `acknowledged as ${acknowledgement.kind}`;
    return `${what}: ${missing} within ${ms} ms (${so})`;
  };
  return {
    interaction,
    acknowledged: () =>
      changes.until(() => interaction.acknowledgement, acknowledgeWithin, late('not acknowledged', acknowledgeWithin)),
    answered: (ms = patience) =>
      changes.until(
        answer(() => true),
        ms,
        late('no answer', ms),
      ),
    until: (wanted, ms = patience) => changes.until(answer(wanted), ms, late('the answer was not as wanted', ms)),
    followUps: () => interaction.followUps.flatMap((id) => message(id) ?? []),
    choices: (ms = acknowledgeWithin) => changes.until(() => interaction.choices, ms, late('no choices', ms)),
    modal: (ms = acknowledgeWithin) => changes.until(() => interaction.modal, ms, late('no modal', ms)),
  };
}

export function followSaid(
  world: World,
  changes: ChangeSignal,
  message: APIMessage,
  delivered: boolean,
  typing: () => boolean,
): Said {
  /** In reply to this message, or to none; not what answers an interaction. */
  const belongs = (one: APIMessage) =>
    one.interaction_metadata === undefined && (one.message_reference?.message_id ?? message.id) === message.id;
  const replies = () =>
    [...world.messages.values()].filter(
      (one) =>
        one.channel_id === message.channel_id &&
        one.author.id === world.bot.id &&
        BigInt(one.id) > BigInt(message.id) &&
        belongs(one),
    );
  return {
    delivered,
    message,
    replies,
    typed: typing,
    reply: (ms = patience) =>
      changes.until(
        () => replies()[0] ?? null,
        ms,
        () => `No reply to ${JSON.stringify(message.content)} within ${ms} ms`,
      ),
  };
}
