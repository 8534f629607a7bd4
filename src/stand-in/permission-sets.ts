import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';

export const everyPermission: bigint = Object.values(Bits).reduce((all, one) => all | one, 0n);

/** What the @everyone role of a new guild may do. */
export const ordinaryPermissions: bigint =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.ReadMessageHistory |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.AddReactions |
  Bits.UseExternalEmojis |
  Bits.UseApplicationCommands |
  Bits.UseExternalApps |
  Bits.MentionEveryone |
  Bits.ChangeNickname |
  Bits.CreateInstantInvite |
  Bits.SendMessagesInThreads;
