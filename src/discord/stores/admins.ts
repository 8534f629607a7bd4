import { type ClientApplication, Team, TeamMemberMembershipState } from 'discord.js';
import type { Logger } from 'pino';

/** Who may use /admin. */
export interface Admins {
  has(userId: string): boolean;
}

/**
 * The application's owner, or its team's members who have accepted, and the people of ADMIN_IDS. Asked of Discord once, at
 * start; where that fails it is logged and only ADMIN_IDS count.
 */
export async function findAdmins(
  application: ClientApplication,
  adminIds: readonly string[],
  log: Logger,
): Promise<Admins> {
  const ids = new Set(adminIds);
  try {
    const { owner } = await application.fetch();
    const members = owner instanceof Team ? [...owner.members.values()] : [];
    for (const member of members) {
      if (member.membershipState === TeamMemberMembershipState.Accepted) ids.add(member.id);
    }
    if (owner !== null && !(owner instanceof Team)) ids.add(owner.id);
  } catch (error) {
    log.warn({ event: 'owner unknown', consequence: 'only ADMIN_IDS may use /admin', err: error });
  }
  return { has: (userId) => ids.has(userId) };
}
