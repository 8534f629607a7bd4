import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { everyPermission, ordinaryPermissions } from './permission-sets.ts';
import type { Channel, Person } from './world.ts';

/**
 * What a person may do in a channel, roles and the channel's overwrites taken together, in the order Discord's
 * documentation gives ("Permission Overwrites"). Somebody who is not in the guild may do nothing.
 */
export function permissionsIn(channel: Channel, person: Person): bigint {
  if (channel.is === 'direct') return ordinaryPermissions;
  const { guild } = channel;
  if (guild.owner.id === person.id) return everyPermission;
  const member = guild.members.get(person.id);
  if (member === undefined) return 0n;
  const held = new Set([guild.id, ...member.roles]);
  let may = 0n;
  for (const role of guild.roles) if (held.has(role.id)) may |= BigInt(role.permissions);
  if ((may & Bits.Administrator) !== 0n) return everyPermission;
  const everyone = channel.overwrites.filter((one) => one.id === guild.id);
  const roles = channel.overwrites.filter((one) => one.of === 'role' && one.id !== guild.id && held.has(one.id));
  const own = channel.overwrites.filter((one) => one.of === 'member' && one.id === person.id);
  for (const step of [everyone, roles, own]) {
    for (const overwrite of step) may &= ~overwrite.deny;
    for (const overwrite of step) may |= overwrite.allow;
  }
  return may;
}
