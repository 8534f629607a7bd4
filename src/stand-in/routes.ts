import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';
import { ApiError, invalidForm } from './api-error.ts';
import type { InteractionScene } from './interaction.ts';
import { byToken, editOriginal, followUp, isEphemeral, messageOf } from './interaction-messages.ts';
import { acknowledge } from './interactions.ts';
import { problems } from './limits.ts';
import { asBefore, editMessage, type MessageBody, postMessage } from './messages.ts';
import { permissionsIn } from './permissions.ts';
import { change, create, find, registered, replaceAll, unregister } from './registered.ts';
import type { RestCall, Route } from './rest.ts';
import { asChannel, asMember, guildCreate } from './wire.ts';
import { asUser, type Channel, directChannel, type Guild, type World } from './world.ts';

/** Every route of Discord's that a bot of this kind calls. */
export function routes(scene: InteractionScene, gateway: () => string, typed: (channel: Channel) => void): Route[] {
  const { world } = scene;
  const withToken = (method: string, path: string, handle: Route['handle']): Route => ({
    method,
    path,
    needsToken: true,
    handle,
  });
  const open = (method: string, path: string, handle: Route['handle']): Route => ({
    method,
    path,
    needsToken: false,
    handle,
  });
  const limits = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 };
  const message = ({ params }: RestCall): [Channel, APIMessage] => {
    const channel = visible(world, params.channel);
    const found = world.messages.get(params.message ?? '');
    if (found === undefined || found.channel_id !== channel.id || isEphemeral(found))
      throw new ApiError(404, 10008, 'Unknown Message');
    return [channel, found];
  };
  const own = (call: RestCall): [Channel, APIMessage] => {
    const [channel, found] = message(call);
    if (found.author.id !== world.bot.id)
      throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
    return [channel, found];
  };

  return [
    withToken('GET', '/gateway/bot', () => ({ url: gateway(), shards: 1, session_start_limit: limits })),
    open('GET', '/gateway', () => ({ url: gateway() })),
    withToken('GET', '/applications/@me', () => application(world)),
    withToken('GET', '/oauth2/applications/@me', () => application(world)),
    withToken('GET', '/users/@me', () => asUser(world.bot)),
    withToken('GET', '/users/:user', ({ params }) => {
      const person = world.people.get(params.user ?? '');
      if (person === undefined) throw new ApiError(404, 10013, 'Unknown User');
      return asUser(person);
    }),
    withToken('GET', '/guilds/:guild', ({ params }) => guildCreate(world, guildOf(world, params.guild))),
    withToken('GET', '/guilds/:guild/members/:user', ({ params }) => {
      const member = guildOf(world, params.guild).members.get(params.user ?? '');
      if (member === undefined) throw new ApiError(404, 10007, 'Unknown Member');
      return asMember(member);
    }),
    ...commandRoutes(world, '/applications/:application/commands'),
    ...commandRoutes(world, '/applications/:application/guilds/:guild/commands'),

    open('POST', '/interactions/:interaction/:token/callback', ({ params, query, body, files }) => {
      const answer = acknowledge(scene, params.interaction ?? '', params.token ?? '', body, files);
      return query.with_response === 'true' ? answer : undefined;
    }),
    open('POST', '/webhooks/:application/:token', ({ params, query, body, files }) => {
      const interaction = byToken(scene, params.application ?? '', params.token ?? '');
      const sent = followUp(scene, interaction, body, files);
      return query.wait === 'false' ? undefined : sent;
    }),
    ...(['GET', 'PATCH', 'DELETE'] as const).map((method) =>
      open(method, '/webhooks/:application/:token/messages/:message', ({ params, body, files }) => {
        const interaction = byToken(scene, params.application ?? '', params.token ?? '');
        const id = params.message === '@original' ? interaction.original : (params.message ?? null);
        if (method === 'PATCH') return editOriginal(scene, interaction, body, files, id);
        const found = messageOf(scene, interaction, id);
        if (method === 'GET') return found;
        world.messages.delete(found.id);
        scene.announce('MESSAGE_DELETE', interaction.channel, found);
        return undefined;
      }),
    ),

    withToken('GET', '/channels/:channel', ({ params }) => asChannel(visible(world, params.channel))),
    withToken('GET', '/channels/:channel/messages', ({ params, query }) => {
      const channel = visible(world, params.channel);
      const all = [...world.messages.values()].filter((one) => one.channel_id === channel.id && !isEphemeral(one));
      return all.reverse().slice(0, Number(query.limit ?? 50));
    }),
    withToken('GET', '/channels/:channel/messages/:message', (call) => message(call)[1]),
    withToken('POST', '/channels/:channel/messages', ({ params, body, files }) => {
      const channel = writable(world, params.channel, files.length > 0);
      const names = files.map((file) => file.name);
      const found = problems('message', body ?? {}, { files: names });
      if (found.length > 0) throw invalidForm(found);
      const message = (body ?? {}) as MessageBody; // just checked
      const before = message.enforce_nonce === true ? sentWithNonce(world, channel, message.nonce) : undefined;
      if (before !== undefined) return before;
      const sent = postMessage(world, scene.origin(), channel, world.bot, message, files);
      scene.announce('MESSAGE_CREATE', channel, sent);
      return sent;
    }),
    withToken('PATCH', '/channels/:channel/messages/:message', (call) => {
      const [channel, before] = own(call);
      const found = problems('edit', call.body, {
        files: call.files.map((file) => file.name),
        before: asBefore(before),
      });
      if (found.length > 0) throw invalidForm(found);
      const edited = editMessage(world, scene.origin(), channel, before, call.body as MessageBody, call.files); // just checked
      scene.announce('MESSAGE_UPDATE', channel, edited);
      return edited;
    }),
    withToken('DELETE', '/channels/:channel/messages/:message', (call) => {
      const [channel, found] = own(call);
      world.messages.delete(found.id);
      scene.announce('MESSAGE_DELETE', channel, found);
      return undefined;
    }),
    withToken('POST', '/channels/:channel/typing', ({ params }) => {
      typed(writable(world, params.channel, false));
      return undefined;
    }),
    withToken('POST', '/users/@me/channels', ({ body }) => {
      const id = typeof body === 'object' && body !== null && 'recipient_id' in body ? String(body.recipient_id) : '';
      const person = world.people.get(id);
      if (person === undefined) throw new ApiError(400, 50033, 'Invalid Recipient(s)');
      return asChannel(directChannel(world, person));
    }),
  ];
}

/** A message of the bot's with the same nonce: with `enforce_nonce` Discord gives it back instead of making another. */
const sentWithNonce = (world: World, channel: Channel, nonce: unknown): APIMessage | undefined =>
  [...world.messages.values()].find(
    (one) => one.channel_id === channel.id && one.author.id === world.bot.id && one.nonce === nonce,
  );

function commandRoutes(world: World, path: string): Route[] {
  const place = ({ params }: RestCall): string | null => {
    if (params.application !== world.application.id) throw new ApiError(403, 20012, 'You are not authorized');
    return params.guild === undefined ? null : guildOf(world, params.guild).id;
  };
  const one = `${path}/:command`;
  const id = (call: RestCall) => call.params.command ?? '';
  const route = (method: string, where: string, handle: Route['handle']): Route => ({
    method,
    path: where,
    needsToken: true,
    handle,
  });
  return [
    route('GET', path, (call) => registered(world, place(call))),
    route('PUT', path, (call) => replaceAll(world, place(call), call.body)),
    route('POST', path, (call) => create(world, place(call), call.body)),
    route('GET', one, (call) => find(world, place(call), id(call))),
    route('PATCH', one, (call) => change(world, place(call), id(call), call.body)),
    route('DELETE', one, (call) => unregister(world, place(call), id(call))),
  ];
}

function application(world: World): unknown {
  const { id, name, team } = world.application;
  const shown = {
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
  };
  const counts = {
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: world.userInstalls.size,
  };
  const base = { id, name, ...shown, ...counts, bot: asUser(world.bot), integration_types_config: { 0: {}, 1: {} } };
  if (team === null) return { ...base, owner: asUser(world.owner), team: null };
  // Discord shows a team as a user of the team's id.
  const pseudo = {
    id: team.id,
    username: `team${team.id}`,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    flags: 1024,
  };
  const members = team.members.map((person) => ({
    user: asUser(person),
    team_id: team.id,
    membership_state: 2,
    role: person === team.owner ? '' : 'developer',
    permissions: ['*'],
  }));
  return {
    ...base,
    owner: pseudo,
    team: { id: team.id, name: 'The team', icon: null, owner_user_id: team.owner.id, members },
  };
}

function guildOf(world: World, id: string | undefined): Guild {
  const guild = world.guilds.get(id ?? '');
  if (guild === undefined) throw new ApiError(404, 10004, 'Unknown Guild');
  if (!guild.hasBot) throw new ApiError(403, 50001, 'Missing Access');
  return guild;
}

function visible(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (channel === undefined) throw new ApiError(404, 10003, 'Unknown Channel');
  if (channel.is === 'text' && (permissionsIn(channel, world.bot) & PermissionFlagsBits.ViewChannel) === 0n) {
    throw new ApiError(403, 50001, 'Missing Access');
  }
  return channel;
}

function writable(world: World, id: string | undefined, withFiles: boolean): Channel {
  const channel = visible(world, id);
  if (channel.is === 'direct' && channel.with.dmsClosed)
    throw new ApiError(403, 50007, 'Cannot send messages to this user');
  const needed = PermissionFlagsBits.SendMessages | (withFiles ? PermissionFlagsBits.AttachFiles : 0n);
  if (channel.is === 'text' && (permissionsIn(channel, world.bot) & needed) !== needed) {
    throw new ApiError(403, 50013, 'Missing Permissions');
  }
  return channel;
}
