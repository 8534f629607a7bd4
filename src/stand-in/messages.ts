import {
  type APIAttachment,
  type APIMessage,
  type APIMessageTopLevelComponent,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { Before } from './message-limits.ts';
import { newSnowflake } from './snowflake.ts';
import { everyComponent } from './tree.ts';
import { asUser, type Channel, type Person, type World } from './world.ts';

export interface SentFile {
  /** `files[0]` */
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A message's body as it is sent; checked against the limits before it comes here. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: APIMessage['embeds'] | null;
  readonly components?: APIMessageTopLevelComponent[] | null;
  readonly flags?: number | null;
  readonly tts?: boolean | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly attachments?:
    | readonly { id: string | number; filename?: string | null; description?: string | null }[]
    | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly message_reference?: { readonly message_id: string } | null;
}

interface AllowedMentions {
  readonly parse?: readonly string[] | null;
  readonly users?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
  readonly replied_user?: boolean | null;
}

/** What pings where nothing is said of it: everything in messages, users only in what answers an interaction. */
export const pingsByDefault = { message: ['users', 'roles', 'everyone'], interaction: ['users'] } as const;

/** Makes a message of what was sent and keeps it in the world. `origin` is where its files are served. */
export function postMessage(
  world: World,
  origin: string,
  channel: Channel,
  author: Person,
  body: MessageBody,
  files: readonly SentFile[] = [],
  also: Partial<APIMessage> & { pings?: readonly string[] } = {},
): APIMessage {
  const { pings = pingsByDefault.message, ...rest } = also;
  const attachments = attach(world, origin, channel, body, files);
  const components = place(body.components ?? [], attachments);
  const referenced = body.message_reference ? world.messages.get(body.message_reference.message_id) : undefined;
  const message: APIMessage = {
    id: newSnowflake(),
    channel_id: channel.id,
    type: referenced === undefined ? MessageType.Default : MessageType.Reply,
    author: asUser(author),
    content: body.content ?? '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    ...mentioned(world, channel, body, pings, referenced),
    attachments,
    embeds: body.embeds ?? [],
    components,
    pinned: false,
    flags: (body.flags ?? 0) as MessageFlags, // a bit field: any sum of the enum's values
    ...(body.nonce == null ? {} : { nonce: body.nonce }),
    ...(referenced === undefined
      ? {}
      : {
          message_reference: { type: 0, channel_id: channel.id, message_id: referenced.id },
          referenced_message: referenced,
        }),
    ...rest,
  };
  world.messages.set(message.id, message);
  return message;
}

/** Changes the fields that an edit names, and returns the new message. */
export function editMessage(
  world: World,
  origin: string,
  channel: Channel,
  message: APIMessage,
  body: MessageBody,
  files: readonly SentFile[] = [],
  pings: readonly string[] = pingsByDefault.message,
): APIMessage {
  const keptIds = body.attachments?.map((one) => String(one.id));
  const kept =
    keptIds === undefined ? message.attachments : message.attachments.filter((one) => keptIds.includes(one.id));
  const attachments = [...kept, ...attach(world, origin, channel, body, files)];
  const lasting = (message.flags ?? 0) & ~(MessageFlags.Loading | MessageFlags.SuppressEmbeds);
  const settable = (body.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds);
  const edited: APIMessage = {
    ...message,
    ...(body.content === undefined ? {} : { content: body.content ?? '' }),
    ...(body.embeds === undefined ? {} : { embeds: body.embeds ?? [] }),
    ...(body.components === undefined ? {} : { components: place(body.components ?? [], attachments) }),
    ...(body.content === undefined && body.components === undefined
      ? {}
      : mentioned(world, channel, { ...body, content: body.content ?? '' }, pings, undefined)),
    attachments,
    flags: (lasting | settable) as MessageFlags, // a bit field
    edited_timestamp: new Date().toISOString(),
  };
  world.messages.set(edited.id, edited);
  return edited;
}

/** What an edit's limits depend on. */
export function asBefore({ flags, content, embeds, components = [], attachments }: APIMessage): Before {
  const files = attachments.map((one) => one.filename);
  return { flags: flags ?? 0, content, embeds: embeds.length, components: components.length, files };
}

/** All text of a message that can mention somebody: its content and its text displays. */
export function mentionableText(message: Pick<MessageBody, 'content' | 'components'>): string {
  const displays = everyComponent(message.components ?? [], []).map(({ component }) => component.content);
  return [message.content, ...displays].filter((text) => typeof text === 'string').join('\n');
}

/** Who a message pings, after what it allows. */
function mentioned(
  world: World,
  channel: Channel,
  body: MessageBody,
  pings: readonly string[],
  referenced: APIMessage | undefined,
): Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const text = mentionableText(body);
  const allowed = body.allowed_mentions ?? { parse: pings, replied_user: true };
  const parse = allowed.parse ?? [];
  const users = new Set([...text.matchAll(/<@!?(\d+)>/gu)].map((match) => match[1] ?? ''));
  const roles = new Set([...text.matchAll(/<@&(\d+)>/gu)].map((match) => match[1] ?? ''));
  const people = [...users].filter((id) => parse.includes('users') || allowed.users?.includes(id));
  if (referenced !== undefined && allowed.replied_user) people.push(referenced.author.id);
  const known = channel.is === 'text' ? new Set(channel.guild.roles.map((role) => role.id)) : new Set<string>();
  return {
    mentions: [...new Set(people)].flatMap((id) => {
      const person = world.people.get(id);
      return person === undefined ? [] : [asUser(person)];
    }),
    mention_roles: [...roles].filter((id) => known.has(id) && (parse.includes('roles') || allowed.roles?.includes(id))),
    mention_everyone: channel.is === 'text' && parse.includes('everyone') && /@(?:everyone|here)\b/u.test(text),
  };
}

function attach(
  world: World,
  origin: string,
  channel: Channel,
  body: MessageBody,
  files: readonly SentFile[],
): APIAttachment[] {
  return files.map((file) => {
    const id = newSnowflake();
    const number = /\d+/u.exec(file.field)?.[0];
    const described = body.attachments?.find((one) => String(one.id) === number);
    const path = `${channel.id}/${id}/${file.name}`;
    world.files.set(path, { name: file.name, type: file.type, bytes: file.bytes });
    const url = `${origin}/attachments/${channel.id}/${id}/${encodeURIComponent(file.name)}`;
    return {
      id,
      filename: file.name,
      size: file.bytes.length,
      url,
      proxy_url: url,
      content_type: file.type,
      ...(described?.description == null ? {} : { description: described.description }),
      ...pngSize(file.bytes),
    };
  });
}

/** A PNG's own header says how large it is: width and height stand at bytes 16 and 20. */
function pngSize(bytes: Buffer): { width?: number; height?: number } {
  const isPng = bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47;
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : {};
}

/** Components as they stand in a message: each with an id, files resolved to where they are served. */
function place(
  components: readonly APIMessageTopLevelComponent[],
  attachments: readonly APIAttachment[],
): APIMessageTopLevelComponent[] {
  const placed = structuredClone([...components]);
  const all = everyComponent(placed, []).map(({ component }) => component as Record<string, unknown>); // our own copy
  const taken = new Set(all.map((one) => one.id));
  let next = 1;
  const resolve = (media: unknown) => {
    if (typeof media !== 'object' || media === null || !('url' in media)) return;
    const found = attachments.find((one) => media.url === `attachment://${one.filename}`);
    if (found === undefined) return;
    const { url, proxy_url, width = null, height = null, content_type, id } = found;
    Object.assign(media, { url, proxy_url, width, height, content_type, attachment_id: id });
  };
  for (const one of all) {
    if (!one.id) {
      while (taken.has(next)) next += 1;
      one.id = next;
      next += 1;
    }
    resolve(one.media);
    resolve(one.file);
    for (const item of Array.isArray(one.items) ? one.items : []) resolve(item?.media);
  }
  return placed;
}
