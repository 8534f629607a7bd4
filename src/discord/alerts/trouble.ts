import { RESTJSONErrorCodes as Code } from 'discord.js';

/** After a failed send: 5 s, 10 s, … an hour; after a day it is given up. */
const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 3_600_000;
export const MOST_TRIES = 32;

/** When to try again what has failed so often. */
export const after = (tries: number): Date =>
  new Date(Date.now() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)));

/** Nothing can be sent there any more, however often it is tried. */
export const GONE: readonly unknown[] = [
  Code.UnknownChannel,
  Code.MissingAccess,
  Code.MissingPermissions,
  Code.CannotSendMessagesToThisUser,
  Code.UnknownUser,
  Code.InvalidRecipients,
];
