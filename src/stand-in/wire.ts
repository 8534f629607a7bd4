import {
  type APIMessage,
  ApplicationFlags,
  ChannelType,
  GatewayIntentBits as Intents,
  MessageFlags,
} from 'discord-api-types/v10';
import { ordinaryPermissions } from './permission-sets.ts';
import { permissionsIn } from './permissions.ts';
import { asUser, type Channel, type Guild, type Member, type World } from './world.ts';

/** The shapes Discord sends over the gateway, made from the world. */

export function ready(world: World, guilds: readonly Guild[], session: string, address: string): unknown {
  return {
    v: 10,
    user: { ...asUser(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session,
    session_type: 'normal',
    resume_gateway_url: address,
    shard: [0, 1],
    application: { id: world.application.id, flags: ApplicationFlags.ApplicationCommandBadge },
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    _trace: [],
  };
}

export function guildCreate(world: World, guild: Guild): unknown {
  const channels = [...world.channels.values()].filter((channel) => channel.is === 'text' && channel.guild === guild);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.owner.id,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: channels[0]?.id ?? null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    vanity_url_code: null,
    features: [],
    application_id: null,
    max_members: 500_000,
    roles: guild.roles,
    emojis: [],
    stickers: [],
    joined_at: guild.members.get(world.bot.id)?.joined ?? new Date().toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    // Without the members intent only the bot itself is sent.
    members: [...guild.members.values()].filter((one) => one.person === world.bot).map(asMember),
    channels: channels.map((channel) => asChannel(channel)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function asMember(member: Member): Record<string, unknown> {
  return { ...asMemberWithoutUser(member), user: asUser(member.person) };
}

export function asMemberWithoutUser(member: Member): Record<string, unknown> {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: member.joined,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

export function asChannel(channel: Channel): Record<string, unknown> {
  if (channel.is === 'direct') {
    return {
      id: channel.id,
      type: ChannelType.DM,
      flags: 0,
      last_message_id: null,
      recipients: [asUser(channel.with)],
    };
  }
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: channel.guild.id,
    name: channel.name,
    position: 0,
    flags: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permission_overwrites: channel.overwrites.map((one) => ({
      id: one.id,
      type: one.of === 'role' ? 0 : 1,
      allow: one.allow.toString(),
      deny: one.deny.toString(),
    })),
  };
}

/** What the bot may do where an interaction comes from; outside its guilds what Discord grants every application. */
export function appPermissions(world: World, channel: Channel): string {
  const inside = channel.is === 'text' && channel.guild.hasBot;
  return (inside ? permissionsIn(channel, world.bot) : ordinaryPermissions).toString();
}

/**
 * A message event for a session with these intents: null where it is not for them, and without what was said where
 * the bot may not read it (not its own, not direct, not mentioning it).
 */
export function messageFor(world: World, channel: Channel, message: APIMessage, intents: number): unknown {
  if (((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0) return null;
  const direct = channel.is === 'direct';
  if (!direct && !channel.guild.hasBot) return null;
  if ((intents & (direct ? Intents.DirectMessages : Intents.GuildMessages)) === 0) return null;
  const readable =
    direct ||
    message.author.id === world.bot.id ||
    message.mentions.some((one) => one.id === world.bot.id) ||
    (intents & Intents.MessageContent) !== 0;
  const place = direct ? {} : { guild_id: channel.guild.id, ...memberOf(channel, message.author.id) };
  const hidden = readable ? {} : { content: '', embeds: [], attachments: [], components: [] };
  return { ...message, ...hidden, ...place, channel_type: direct ? ChannelType.DM : ChannelType.GuildText };
}

function memberOf(channel: Channel, person: string): { member?: unknown } {
  const member = channel.is === 'text' ? channel.guild.members.get(person) : undefined;
  return member === undefined ? {} : { member: asMemberWithoutUser(member) };
}
