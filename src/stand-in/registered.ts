import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { ApiError, invalidForm } from './api-error.ts';
import { problems } from './limits.ts';
import { newSnowflake } from './snowflake.ts';
import type { World } from './world.ts';

/** The commands an application has registered: everywhere (`guild` null) or in one guild. */

type Command = APIApplicationCommand;
type Body = Readonly<Record<string, unknown>>;

export function registered(world: World, guild: string | null): Command[] {
  return [...world.commands.values()].filter((command) => (command.guild_id ?? null) === guild);
}

/** PUT: these and no others; one that is unchanged keeps its id and version. */
export function replaceAll(world: World, guild: string | null, bodies: unknown): Command[] {
  const found = problems('commands', bodies);
  if (found.length > 0 || !Array.isArray(bodies)) throw invalidForm(found);
  const before = registered(world, guild);
  for (const command of before) world.commands.delete(command.id);
  return bodies.map((body: Body) => put(world, guild, body, before.find(sameAs(body))));
}

/** POST: a new one, or in place of the one with the same name and type. */
export function create(world: World, guild: string | null, body: unknown): Command {
  const found = problems('command', body);
  if (found.length > 0) throw invalidForm(found);
  return put(world, guild, body as Body, registered(world, guild).find(sameAs(body as Body))); // just checked
}

export function change(world: World, guild: string | null, id: string, body: unknown): Command {
  const before = find(world, guild, id);
  const { application_id: _, version: __, guild_id: ___, ...kept } = before;
  const merged: Body = { ...kept, ...(body as Body) }; // checked whole on the next line
  const found = problems('command', merged);
  if (found.length > 0) throw invalidForm(found);
  return put(world, guild, merged, before);
}

export function unregister(world: World, guild: string | null, id: string): void {
  world.commands.delete(find(world, guild, id).id);
}

export function find(world: World, guild: string | null, id: string): Command {
  const command = world.commands.get(id);
  if (command === undefined || (command.guild_id ?? null) !== guild) {
    throw new ApiError(404, 10063, 'Unknown application command');
  }
  return command;
}

function sameAs(body: Body): (command: Command) => boolean {
  return (command) => command.name === body.name && command.type === (body.type ?? ApplicationCommandType.ChatInput);
}

function put(world: World, guild: string | null, body: Body, before: Command | undefined): Command {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  const permissions = body.default_member_permissions;
  const fresh = {
    id: before?.id ?? newSnowflake(),
    application_id: world.application.id,
    version: before?.version ?? newSnowflake(),
    type,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: permissions == null ? null : String(permissions),
    nsfw: body.nsfw ?? false,
    ...(guild === null
      ? {
          dm_permission: body.dm_permission ?? true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [0],
        }
      : { guild_id: guild }),
    ...(Array.isArray(body.options) && body.options.length > 0 ? { options: body.options.map(asKept) } : {}),
  } as unknown as Command; // the shape was checked
  const changed = JSON.stringify(fresh) !== JSON.stringify(before);
  const command = changed && before !== undefined ? { ...fresh, version: newSnowflake() } : fresh;
  world.commands.set(command.id, command);
  return command;
}

/** Discord leaves out of an option what says nothing: false, null, no choices. */
function asKept(option: Body): Body {
  const said = Object.entries(option).filter(
    ([, value]) => value != null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(
    said.map(([key, value]) => [key, key === 'options' && Array.isArray(value) ? value.map(asKept) : value]),
  );
}
