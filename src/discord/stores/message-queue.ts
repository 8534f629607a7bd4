import type { Interaction, MessageComponentInteraction, ModalMessageModalSubmitInteraction } from 'discord.js';

/** Something pressed, chosen or filled in whose message is to change in place. */
type Pressed = MessageComponentInteraction | ModalMessageModalSubmitInteraction;

/**
 * Who may write to a message when. A request whose confirmation got lost is sent again, seconds later perhaps: by then
 * somebody may have turned the page, and would see the first one again.
 */
export interface MessageQueue {
  /** Does the work of answering an interaction, and remembers until its end that it is under way. */
  answer(interaction: Interaction, work: () => Promise<void>): Promise<void>;
  /** Acknowledges a press, then waits until all that was begun earlier on its message is over. */
  changeInPlace(pressed: Pressed): Promise<void>;
}

export function openMessageQueue(): MessageQueue {
  /** By message: what was begun on it. */
  const underWay = new Map<string, Promise<unknown>>();
  const earlierThan = new WeakMap<object, Promise<unknown>>();
  return {
    async answer(interaction, work) {
      const message = messageOf(interaction);
      const earlier = underWay.get(message);
      if (earlier !== undefined) earlierThan.set(interaction, earlier);
      const answered = work();
      const all = Promise.allSettled([earlier, answered]).then(() => {
        if (underWay.get(message) === all) underWay.delete(message);
      });
      underWay.set(message, all);
      await answered;
    },
    async changeInPlace(pressed) {
      await pressed.deferUpdate();
      await earlierThan.get(pressed);
    },
  };
}

/** The message that an interaction belongs to, by the interaction that made it: that is known before the message is there. */
function messageOf(interaction: Interaction): string {
  const from = interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null;
  return from === null ? interaction.id : (from.interactionMetadata?.id ?? from.id);
}
