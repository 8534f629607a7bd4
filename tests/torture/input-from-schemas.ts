import {
  type APIApplicationCommandOption,
  InteractionType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import type { StandIn } from '../../src/stand-in/stand-in.ts';
import type { Person } from '../../src/stand-in/world.ts';
import { makerOfInstances } from './from-schemas.ts';
import { HOSTILE } from './hostile-words.ts';
import type { Input } from './input-made-up.ts';

/** What a modal's fields may be, as Discord sends them when it is submitted: each with its value. */
const FIELDS = [
  { type: 4, value: 'text' },
  { type: 3, values: 'list' },
  { type: 5, values: 'list' },
  { type: 19, values: 'list' },
  { type: 21, value: 'text' },
  { type: 22, values: 'list' },
  { type: 23, value: 'yes' },
] as const;

/** Whatever is looked up by its id, and by which schema it is. */
const RESOLVED = {
  users: 'UserResponse',
  roles: 'GuildRoleResponse',
  channels: 'GuildChannelResponse',
  attachments: 'AttachmentResponse',
} as const;

/** Interactions whose parts are generated from Discord's own description of users, messages, files, channels and components. */
export function inputFromSchemas(
  standIn: StandIn,
  people: readonly Person[],
  openApi: unknown,
  random: () => number,
): () => Input {
  const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One; // never of none
  const text = () => (random() < 0.3 ? pick(HOSTILE) + pick(HOSTILE) : pick(HOSTILE));
  const make = makerOfInstances(openApi, random, text);
  const member = () => {
    const { user: _, ...own } = make('GuildMemberResponse');
    return { ...own, permissions: '0' };
  };

  /** Values for some of a command's options, of whatever type each is declared; what they point to is put into `resolved`. */
  function filled(
    options: readonly APIApplicationCommandOption[],
    resolved: Record<string, Record<string, unknown>>,
  ): object[] {
    const groups = options.filter(({ type }) => type <= Option.SubcommandGroup);
    if (groups.length > 0) {
      const { name, type, ...rest } = pick(groups);
      return [{ name, type, options: filled('options' in rest ? (rest.options ?? []) : [], resolved) }];
    }
    // Now and then of another type than declared: what is registered may be older than the bot.
    const any = [3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
    return options
      .filter(({ required }) => required || random() < 0.6)
      .map(({ name, type: declared }) => {
        const type = random() < 0.1 ? pick(any) : declared;
        return { name, type, value: given(type, resolved) };
      });
  }

  function given(type: Option, resolved: Record<string, Record<string, unknown>>): unknown {
    if (type === Option.String) return text().slice(0, 6000);
    if (type === Option.Integer) return pick([0, -1, 2 ** 53, -(2 ** 53)]);
    if (type === Option.Number) return pick([0.5, -1e300, 1e300]);
    if (type === Option.Boolean) return random() < 0.5;
    const kind = { 6: 'users', 7: 'channels', 8: 'roles', 9: 'users', 11: 'attachments' }[
      type as 6
    ] as keyof typeof RESOLVED;
    const one = make(RESOLVED[kind]);
    // A number of bits, which the description does not say.
    if ('permissions' in one) one.permissions = '0';
    if (Array.isArray(one.permission_overwrites)) one.permission_overwrites = [];
    const id = String(one.id);
    resolved[kind] = { ...resolved[kind], [id]: one };
    if (kind === 'users') resolved.members = { ...resolved.members, [id]: member() };
    return id;
  }

  function message(person: Person): Record<string, unknown> {
    const { message: real } = standIn.say(person, standIn.world.channel, text().slice(0, 2000) || 'x');
    // The parts that hold what somebody wrote; the rest is as Discord would send it there.
    const {
      content,
      embeds,
      attachments,
      components,
      mentions,
      message_snapshots: snapshots,
    } = make('MessageResponse');
    return {
      ...real,
      content,
      embeds,
      attachments,
      components,
      mentions,
      ...(snapshots ? { message_snapshots: snapshots, message_reference: make('MessageReferenceResponse') } : {}),
    };
  }

  const field = () => {
    const { type, ...holds } = pick(FIELDS);
    const value =
      'values' in holds
        ? { values: [text(), text()] }
        : { value: holds.value === 'yes' ? random() < 0.5 : text().slice(0, 4000) };
    return { id: 1, type, custom_id: pick(['words', 'x', text().slice(0, 100) || 'y']), ...value };
  };

  return () => {
    const person = pick(people);
    const place = random() < 0.8 ? 'dm' : standIn.world.channel;
    const resolved: Record<string, Record<string, unknown>> = {};
    const sent = (type: InteractionType, data: object, is = InteractionType[type]): Input => ({
      is: `from the schemas, ${is}`,
      asked: standIn.forge(person, place, type, { ...data, ...(Object.keys(resolved).length > 0 && { resolved }) }),
      input: JSON.stringify(data).slice(0, 300),
    });
    const command = pick([...standIn.world.commands.values()]);
    const { id, name, type } = command;
    const kind = random();
    if (kind < 0.2 || (kind < 0.6 && type !== 1)) {
      const target = type === 2 ? make('UserResponse') : message(person);
      const targets = String(target.id);
      resolved[type === 2 ? 'users' : 'messages'] = { [targets]: target };
      return sent(
        InteractionType.ApplicationCommand,
        { id, name, type: type === 2 ? 2 : 3, target_id: targets },
        'apps menu',
      );
    }
    if (kind < 0.45)
      return sent(InteractionType.ApplicationCommand, {
        id,
        name,
        type,
        options: filled(command.options ?? [], resolved),
      });
    if (kind < 0.6) {
      const options = focusedIn(filled(command.options ?? [], resolved));
      if (options !== null) return sent(InteractionType.ApplicationCommandAutocomplete, { id, name, type, options });
    }
    if (kind < 0.8) {
      const menu = pick([5, 6, 7, 8, 3] as const);
      const values = [given(menu === 3 ? Option.String : ({ 5: 6, 6: 8, 7: 9, 8: 7 } as const)[menu], resolved)];
      const ids = ['pick', 'page:1:x', 'admin:set:roles', 'add:keep:x', 'ask:~x', text().slice(0, 100) || 'x'];
      return sent(InteractionType.MessageComponent, { id: 1, component_type: menu, custom_id: pick(ids), values });
    }
    const components = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      random() < 0.5 ? { type: 1, id: 1, components: [field()] } : { type: 18, id: 1, component: field() },
    );
    return sent(InteractionType.ModalSubmit, {
      custom_id: pick(['wrong:0:~x', 'wrong', 'add:correct:x', text().slice(0, 100) || 'x']),
      components,
    });
  };
}

/** The same options with one of them being typed just now; null where there is none. */
function focusedIn(options: readonly object[]): object[] | null {
  const [first] = options as readonly { options?: readonly object[]; value?: unknown }[];
  if (first === undefined) return null;
  if (first.options === undefined)
    return options.map((one, at) => (at === 0 ? { ...one, value: String(first.value), focused: true } : one));
  const inner = focusedIn(first.options);
  return inner && [{ ...first, options: inner }];
}
