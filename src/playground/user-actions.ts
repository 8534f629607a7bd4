import type { APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Interacted } from '../stand-in/asked.ts';
import type { DriveChannel } from '../stand-in/drive.ts';
import type { StandIn } from '../stand-in/stand-in.ts';
import { directChannel, type Person } from '../stand-in/world.ts';
import type { Outcome, UserAction } from './page/protocol.ts';
import { channelOf, isFor } from './view.ts';

const values = z.record(z.string(), z.union([z.string().max(6000), z.number(), z.boolean()]));
const id = z.string().max(200);

/** A user action as the page sends it. */
export const userActionShape: z.ZodType<UserAction> = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('say'), room: id, content: z.string().min(1).max(2000) }),
  z.strictObject({ is: z.literal('slash'), room: id, name: id, options: values }),
  z.strictObject({ is: z.literal('autocomplete'), room: id, name: id, options: values, focused: id }),
  z.strictObject({ is: z.literal('press'), message: id, customId: id }),
  z.strictObject({ is: z.literal('select'), message: id, customId: id, values: z.array(id).max(25) }),
  z.strictObject({ is: z.literal('apps'), message: id, name: id }),
  z.strictObject({ is: z.literal('modal'), asked: id, fields: z.record(z.string(), z.string().max(4000)) }),
]);

/** Does what a visitor did, as the person they are, and says what came of it at once. */
export function makePerformer(standIn: StandIn): (person: Person, action: UserAction) => Promise<Outcome> {
  /** Those answered with a modal, by their interaction's id. */
  const modals = new Map<string, Interacted>();

  const placeOf = (person: Person, room: string): DriveChannel => {
    if (room === directChannel(standIn.world, person).id) return 'dm';
    const channel = channelOf(standIn, person);
    if (room !== channel.id) throw new Error('There is no such channel for you');
    return channel;
  };
  const messageOf = (person: Person, message: string): APIMessage => {
    const found = standIn.world.messages.get(message);
    if (found === undefined || !isFor(found, person)) throw new Error('That message is gone');
    placeOf(person, found.channel_id);
    return found;
  };
  const outcome = async (asked: Interacted): Promise<Outcome> => {
    const acknowledged = await asked.acknowledged().catch(() => null);
    if (acknowledged === null) return { failed: 'The application did not respond' };
    if (acknowledged.kind !== 'modal') return {};
    const asking = asked.interaction.id;
    modals.set(asking, asked);
    return { modal: { asked: asking, shown: await asked.modal() } };
  };

  return async (person, action) => {
    switch (action.is) {
      case 'say': {
        const place = placeOf(person, action.room);
        if (place === 'dm') standIn.directMessage(person, action.content);
        else standIn.say(person, place, action.content);
        return {};
      }
      case 'slash':
        return outcome(standIn.slash(person, placeOf(person, action.room), action.name, action.options));
      case 'autocomplete': {
        const { room, name, options, focused } = action;
        const asked = standIn.autocomplete(person, placeOf(person, room), name, options, focused);
        const choices = await asked.choices().catch(() => null);
        return choices === null ? { failed: 'Loading options failed' } : { choices };
      }
      case 'press':
        return outcome(standIn.press(person, messageOf(person, action.message), action.customId));
      case 'select':
        return outcome(standIn.select(person, messageOf(person, action.message), action.customId, action.values));
      case 'apps':
        return outcome(standIn.messageCommand(person, messageOf(person, action.message), action.name));
      case 'modal': {
        const asked = modals.get(action.asked);
        if (asked === undefined || asked.interaction.person !== person) throw new Error('That form is gone');
        modals.delete(action.asked);
        return outcome(standIn.submitModal(asked, action.fields));
      }
    }
  };
}
