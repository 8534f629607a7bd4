import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

export type Log = Logger;

/**
 * One line of JSON an event, on standard error (standard output belongs to answers in the terminal).
 * Two guards stand before every line: errors are reduced to what can hold nobody's words (their messages are logged at level
 * debug only), and secrets are cut out of the finished line, wherever in it they may be. `onLine` gets the fields of each line
 * that is logged, to count them; `write`, where it is given, gets the finished lines in place of standard error.
 */
export function openLog(
  settings: Pick<Settings, 'logLevel' | 'discordToken'>,
  onLine: (fields: object) => void = () => {},
  write?: (line: string) => void,
): Log {
  const outspoken = settings.logLevel === 'debug' || settings.logLevel === 'trace';
  return pino(
    {
      level: settings.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error, outspoken) },
      hooks: {
        streamWrite: (line) => withoutSecrets(line, settings.discordToken),
        logMethod(args, method) {
          const [fields] = args as readonly unknown[];
          if (typeof fields === 'object' && fields !== null) onLine(fields);
          method.apply(this, args);
        },
      },
    },
    write ? { write } : pino.destination({ fd: 2, sync: true }),
  );
}

/** What a log may contain of an error. `outspoken`: the message too, which may hold words of whoever asked. */
function describeError(error: unknown, outspoken: boolean): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, status, method, url } = error as { code?: unknown; status?: unknown; method?: unknown; url?: unknown };
  // Discord's errors (they alone have a method) and the system's (ECONNREFUSED …) name fields, hosts and codes in their
  // messages, never what was written.
  const theirs = typeof method === 'string' || (typeof code === 'string' && /^E[A-Z\d]+$/.test(code));
  return {
    type: error.name,
    code,
    status,
    method,
    url,
    ...(outspoken || theirs ? { message: error.message } : {}),
    frames: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  };
}

/** Cuts out the bot's token, anything shaped like one, and the tokens of interactions, which stand in their addresses. */
export function withoutSecrets(line: string, token: string | null): string {
  const safe = token === null ? line : line.replaceAll(token, '[token]');
  return safe
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/"\s?]+/g, '$1[token]')
    .replace(/\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, '[token]');
}
