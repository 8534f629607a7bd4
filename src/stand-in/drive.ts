import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandType,
  InteractionContextType as Context,
  ApplicationIntegrationType as Install,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { followAsked, followSaid, type Interacted, type Said } from './asked.ts';
import type { ChangeSignal } from './changes.ts';
import type { Gateway } from './gateway.ts';
import type { Interaction, InteractionScene } from './interaction.ts';
import { postMessage } from './messages.ts';
import { type Filled, findCommand, sentOptions } from './options.ts';
import { permissionsIn } from './permissions.ts';
import { registered } from './registered.ts';
import { newSnowflake } from './snowflake.ts';
import { everyComponent, list, record } from './tree.ts';
import { appPermissions, asChannel, asMember } from './wire.ts';
import { asUser, type Channel, directChannel, type GuildChannel, join, type Person, type StoredFile } from './world.ts';

/** Where something is done: a guild's channel, or the direct messages with the bot. */
export type DriveChannel = GuildChannel | 'dm';

/** Doing what people do in Discord; each call sends the gateway event and returns what comes of it. */
export interface Drive {
  slash(
    person: Person,
    place: DriveChannel,
    name: string,
    options?: Filled,
    files?: Readonly<Record<string, StoredFile>>,
  ): Interacted;
  /** As `slash`, while the option `focused` is being typed. */
  autocomplete(person: Person, place: DriveChannel, name: string, options: Filled, focused: string): Interacted;
  press(person: Person, message: APIMessage, customId: string): Interacted;
  select(person: Person, message: APIMessage, customId: string, values: readonly string[]): Interacted;
  /** Sends the modal that `asked` was answered with, filled in by custom id. */
  submitModal(asked: Interacted, fields: Readonly<Record<string, string>>): Interacted;
  /** The apps menu of a message, as `person` sees it. */
  messageCommand(person: Person, message: APIMessage, name: string): Interacted;
  directMessage(person: Person, content: string): Said;
  say(person: Person, channel: GuildChannel, content: string): Said;
  /** The commands a person is offered in a place. */
  offered(person: Person, place: DriveChannel): APIApplicationCommand[];
  /** An interaction with whatever data, such as no client of Discord's sends; for a component there is a message to it. */
  forge(person: Person, place: DriveChannel, type: InteractionType, data: object): Interacted;
  /** The bot is added to a guild while it runs. */
  invite(guild: GuildChannel['guild']): void;
}

/** A file of 10 MiB is what everybody may send. */
const attachmentLimit = 10 * 1024 * 1024;

export function makeDrive(
  scene: InteractionScene,
  gateway: Gateway,
  changes: ChangeSignal,
  typedAt: ReadonlyMap<string, number>,
  guildCreate: (guild: GuildChannel['guild']) => unknown,
): Drive {
  const { world } = scene;
  const channelOf = (person: Person, place: DriveChannel): Channel =>
    place === 'dm' ? directChannel(world, person) : place;

  const send = (
    type: InteractionType,
    what: string,
    person: Person,
    channel: Channel,
    data: unknown,
    source: APIMessage | null = null,
  ): Interacted => {
    const whoWhere = whoAndWhere(person, channel);
    const guildHasBot = channel.is === 'text' && channel.guild.hasBot;
    const byUser = channel.is === 'text' ? !guildHasBot : world.userInstalls.has(person.id);
    const owners = {
      ...(guildHasBot ? { [Install.GuildInstall]: channel.guild.id } : {}),
      ...(channel.is === 'direct' ? { [Install.GuildInstall]: '0' } : {}),
      ...(world.userInstalls.has(person.id) ? { [Install.UserInstall]: person.id } : {}),
    };
    const interaction: Interaction = {
      id: newSnowflake(),
      token: Buffer.from(`interaction:${newSnowflake()}:${Math.random()}`).toString('base64url'),
      type,
      what,
      person,
      channel,
      integration: byUser && channel.is === 'text' ? Install.UserInstall : Install.GuildInstall,
      source: source?.id ?? null,
      delivered: false,
      sentAt: Date.now(),
      acknowledgement: null,
      original: null,
      awaiting: false,
      edited: false,
      followUps: [],
      choices: null,
      modal: null,
    };
    scene.interactions.set(interaction.token, interaction);
    const event = {
      id: interaction.id,
      application_id: world.application.id,
      type,
      token: interaction.token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: partialChannel(scene, channel, person),
      ...whoWhere,
      ...(source === null ? {} : { message: source }),
      locale: person.locale,
      app_permissions: appPermissions(world, channel),
      entitlements: [],
      entitlement_sku_ids: [],
      authorizing_integration_owners: owners,
      context: channel.is === 'direct' ? Context.BotDM : Context.Guild,
      attachment_size_limit: attachmentLimit,
    };
    interaction.delivered = gateway.dispatch('INTERACTION_CREATE', () => event);
    changes.changed();
    return followAsked(world, changes, interaction);
  };

  const offered = (person: Person, place: DriveChannel): APIApplicationCommand[] => {
    const channel = channelOf(person, place);
    const here = channel.is === 'direct' ? Context.BotDM : Context.Guild;
    const hasBot = channel.is === 'direct' || channel.guild.hasBot;
    const inGuild = channel.is === 'text' && hasBot ? registered(world, channel.guild.id) : [];
    const everywhere = registered(world, null).filter((command) => {
      const installs = command.integration_types ?? [Install.GuildInstall];
      const installed =
        (hasBot && installs.includes(Install.GuildInstall)) ||
        (world.userInstalls.has(person.id) && installs.includes(Install.UserInstall));
      const shadowed = inGuild.some((one) => one.name === command.name && one.type === command.type);
      return installed && !shadowed && (command.contexts?.includes(here) ?? true);
    });
    return [...inGuild, ...everywhere];
  };
  /** Hidden by default permissions: Discord's client does not show it, its administrators may still let it be used. */
  const shownTo = (person: Person, place: DriveChannel) => (command: APIApplicationCommand) => {
    const needed = command.default_member_permissions;
    if (place === 'dm' || needed == null) return true;
    const has = permissionsIn(place, person);
    if ((has & PermissionFlagsBits.Administrator) !== 0n) return true;
    return needed !== '0' && (has & BigInt(needed)) === BigInt(needed);
  };

  const component = (person: Person, message: APIMessage, customId: string, values?: readonly string[]): Interacted => {
    const current = world.messages.get(message.id);
    if (current === undefined) throw new Error('That message is gone');
    const found = everyComponent(current.components ?? [], []).find((one) => one.component.custom_id === customId);
    if (found === undefined) throw new Error(`The message has nothing with the custom id "${customId}"`);
    if (found.component.disabled === true) throw new Error(`"${customId}" is disabled`);
    const offers = list(found.component.options).map((one) => record(one).value);
    const strange = values?.find((value) => offers.length > 0 && !offers.includes(value));
    if (strange !== undefined) throw new Error(`"${customId}" does not offer ${JSON.stringify(strange)}`);
    const channel = world.channels.get(current.channel_id);
    if (channel === undefined) throw new Error('That message stands in no channel');
    const { id, type } = found.component;
    const data = { component_type: type, custom_id: customId, id, ...(values === undefined ? {} : { values }) };
    return send(InteractionType.MessageComponent, `the component ${customId}`, person, channel, data, current);
  };

  /** A file as Discord keeps it for an option of a command. */
  const upload = (file: StoredFile) => {
    const id = newSnowflake();
    world.files.set(`ephemeral/${id}/${file.name}`, file);
    const url = `${scene.origin()}/attachments/ephemeral/${id}/${encodeURIComponent(file.name)}`;
    const { name: filename, type: content_type, bytes } = file;
    return { id, filename, size: bytes.length, url, proxy_url: url, content_type, ephemeral: true };
  };

  const speak = (person: Person, channel: Channel, content: string): Said => {
    const nonce = newSnowflake();
    const message = postMessage(world, scene.origin(), channel, person, { content, nonce });
    const saidAt = Date.now();
    const delivered = scene.announce('MESSAGE_CREATE', channel, message);
    return followSaid(world, changes, message, delivered, () => (typedAt.get(channel.id) ?? 0) >= saidAt);
  };

  return {
    slash(person, place, name, options = {}, files = {}) {
      const { command, path } = findCommand(offered(person, place), name);
      const sent = Object.entries(files).map(([option, file]) => [option, upload(file)] as const);
      const filled = { ...options, ...Object.fromEntries(sent.map(([option, { id }]) => [option, id])) };
      const data = {
        ...identity(command),
        options: sentOptions(command, path, filled),
        ...(sent.length > 0 && { resolved: { attachments: Object.fromEntries(sent.map(([, one]) => [one.id, one])) } }),
      };
      return send(InteractionType.ApplicationCommand, `/${name}`, person, channelOf(person, place), data);
    },
    autocomplete(person, place, name, options, focused) {
      const { command, path } = findCommand(offered(person, place), name);
      const data = { ...identity(command), options: sentOptions(command, path, options, focused) };
      const what = `autocomplete of /${name} ${focused}`;
      return send(InteractionType.ApplicationCommandAutocomplete, what, person, channelOf(person, place), data);
    },
    press: (person, message, customId) => component(person, message, customId),
    select: (person, message, customId, values) => component(person, message, customId, values),
    submitModal({ interaction }, fields) {
      const { modal, person, channel, source } = interaction;
      if (modal === null) throw new Error(`${interaction.what} was not answered with a modal`);
      const filled = (one: unknown): unknown => {
        const {
          type,
          custom_id,
          id,
          value = '',
        } = one as { type: number; custom_id: string; id?: number; value?: string }; // checked on the way in
        return { type, custom_id, id, value: fields[custom_id] ?? value };
      };
      const components = modal.components.map((one) =>
        'component' in one
          ? { type: one.type, id: one.id, component: filled(one.component) }
          : 'components' in one
            ? { type: one.type, id: one.id, components: one.components.map(filled) }
            : { type: one.type, id: one.id },
      );
      const data = { custom_id: modal.custom_id, components };
      const message = source === null ? null : (world.messages.get(source) ?? null);
      return send(InteractionType.ModalSubmit, `the modal ${modal.custom_id}`, person, channel, data, message);
    },
    messageCommand(person, message, name) {
      const channel = world.channels.get(message.channel_id);
      if (channel === undefined) throw new Error('That message stands in no channel');
      const place = channel.is === 'direct' ? 'dm' : channel;
      const { command } = findCommand(offered(person, place), name, ApplicationCommandType.Message);
      const current = world.messages.get(message.id) ?? message;
      const data = { ...identity(command), target_id: message.id, resolved: { messages: { [message.id]: current } } };
      return send(InteractionType.ApplicationCommand, name, person, channel, data);
    },
    directMessage: (person, content) => speak(person, directChannel(world, person), content),
    say: (person, channel, content) => speak(person, channel, content),
    forge(person, place, type, data) {
      const channel = channelOf(person, place);
      const isComponent = type === InteractionType.MessageComponent;
      const below = { flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'forged' } as const] };
      const source = isComponent ? postMessage(world, scene.origin(), channel, world.bot, below) : null;
      return send(type, `a forged interaction of type ${type}`, person, channel, data, source);
    },
    offered: (person, place) => offered(person, place).filter(shownTo(person, place)),
    invite(guild) {
      guild.hasBot = true;
      if (!guild.members.has(world.bot.id)) join(guild, world.bot);
      gateway.dispatch('GUILD_CREATE', () => guildCreate(guild));
    },
  };
}

function identity(command: APIApplicationCommand): Record<string, unknown> {
  const { id, name, type, guild_id } = command;
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}

function partialChannel(_scene: InteractionScene, channel: Channel, person: Person): unknown {
  const whole = asChannel(channel);
  if (channel.is === 'direct') return whole;
  const { permission_overwrites: _, ...shown } = whole;
  return { ...shown, permissions: permissionsIn(channel, person).toString() };
}

/** A member in a guild, a user in direct messages. */
function whoAndWhere(person: Person, channel: Channel): Record<string, unknown> {
  if (channel.is === 'direct') return { user: asUser(person) };
  const { guild } = channel;
  const member = guild.members.get(person.id);
  if (member === undefined) throw new Error(`${person.displayName} is not in the guild ${guild.name}`);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...asMember(member), permissions: permissionsIn(channel, person).toString() },
  };
}
