import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, GatewayCloseCodes, GatewayIntentBits, Options, Partials, Status } from 'discord.js';
import type { Logger } from 'pino';
import { commands } from '../../../commands/index.ts';
import { openBriefings } from '../../alerts/briefings.ts';
import { openWatches } from '../../alerts/watches.ts';
import type { Settings } from '../../app/settings.ts';
import { startFeeds } from '../admin/feeds.ts';
import { explainUnreadable } from '../admin/unreadable.ts';
import { startNews } from '../alerts/send-alerts.ts';
import { greet } from '../commands/welcome.ts';
import { LONGEST_KEY } from '../render/presentation.ts';
import { findAdmins } from '../stores/admins.ts';
import { openButtonStore } from '../stores/button-store.ts';
import type { BotContext } from '../stores/context.ts';
import { openConversations } from '../stores/conversations.ts';
import { keptAbout } from '../stores/kept-about.ts';
import { latest } from '../stores/latest.ts';
import { type Limits, openLimits } from '../stores/limits-per-person.ts';
import { openMessageQueue } from '../stores/message-queue.ts';
import { openReports } from '../stores/reports.ts';
import { openServerSettings } from '../stores/server-settings.ts';
import { dispatch } from './dispatch.ts';
import { answerMessage, isForUs } from './messages.ts';
import { declarations, register } from './register.ts';
import { PROGRAM, patientRequests, RETRIES } from './requests.ts';
import { watchSpeech } from './speech.ts';
import { replyWait, replyWaitToMessage } from './waiting.ts';

/** The bot on Discord. */
export interface Bot {
  /** Takes no more questions, finishes those it has (for at most ten seconds) and goes offline. */
  leave(): Promise<void>;
  /** Whether the gateway is open just now. */
  isOnline(): boolean;
  /** Whether Discord takes what the bot sends. */
  canSpeak(): boolean;
  /** How many questions are being answered, and how many alerts are still to be sent. */
  waiting(): { readonly questions: number; readonly alerts: number };
}

/** Why the bot can't be on Discord, and what to do about it; nothing to be repaired by trying again. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const FINISHES_WITHIN = 10_000;
/** Discord waits three seconds for the first word. */
const READY_WITHIN = 1500;
const SWEPT_EVERY_MS = 60_000;
/** Of so many events it is known that they were answered; Discord repeats one within seconds, if ever. */
const REMEMBERED_EVENTS = 10_000;

/**
 * Goes online and answers once the archive is open; until then people who ask get the notice that it is loading. Throws `Refused` where
 * Discord can't be reached or does not take the token, and what `opening` throws; `lost` is called if Discord ends the
 * connection for good later on.
 */
export async function startBot(
  settings: Settings & { readonly discordToken: string },
  opening: Promise<Pick<BotContext, 'keeper' | 'intake'>>,
  log: Logger,
  lost: (why: Refused) => void,
  limits: Limits = openLimits(),
): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it, direct messages in channels not seen before never arrive.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: {
      api: settings.discordApiUrl,
      makeRequest: patientRequests(),
      retries: RETRIES,
      // The library keeps something of each answer for its limits, for an hour by default.
      handlerSweepInterval: SWEPT_EVERY_MS,
      userAgentAppendix: PROGRAM,
    },
    // Nobody's messages are kept.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  });
  // Without a listener an error in one of discord.js's own would end the process.
  client.on(Events.Error, (error) => log.error({ event: 'client error', err: error }));
  client.on(Events.Warn, () => log.warn({ event: 'client warning' }));
  client.on(Events.ShardError, (error) => log.warn({ event: 'gateway error', err: error }));
  client.on(Events.ShardReconnecting, () => log.info({ event: 'reconnecting' }));
  client.on(Events.ShardResume, () => log.info({ event: 'resumed' }));
  client.on(Events.ShardDisconnect, ({ code }) => lost(new Refused(closeInWords(code))));

  const answering = new Set<Promise<void>>();
  const isNew = latest(REMEMBERED_EVENTS);
  /** Does the work once the bot is ready for it, and never twice for the same event; or replies that it won't be ready soon. */
  const follow = (id: string, work: (bot: BotContext) => Promise<void>, replyLoading: () => Promise<void>) => {
    if (!isNew(id)) return log.info({ event: 'duplicate event', id });
    const done = Promise.race([bot, wait(READY_WITHIN, null, { ref: false })]).then((ready) =>
      ready ? work(ready) : replyLoading(),
    );
    answering.add(done);
    void done.finally(() => answering.delete(done));
  };
  let open: (bot: BotContext) => void = () => {};
  const bot = new Promise<BotContext>((resolve) => {
    open = resolve;
  });
  // From the first event on: what is asked while the bot is still starting is answered too.
  let leaving = false;
  client.on(Events.InteractionCreate, (interaction) => {
    if (leaving) void replyWait(interaction, 'restarting', log);
    else
      follow(
        interaction.id,
        (ready) => ready.messageQueue.answer(interaction, () => dispatch(interaction, ready)),
        () => replyWait(interaction, 'loading', log),
      );
  });
  explainUnreadable(client, log);
  client.on(Events.MessageCreate, (message) => {
    if (!client.isReady() || !isForUs(message, client)) return;
    if (leaving) void replyWaitToMessage(message, 'restarting', log);
    else
      follow(
        message.id,
        (ready) => answerMessage(message, client, ready),
        () => replyWaitToMessage(message, 'loading', log),
      );
  });
  // Sent for servers that invite the bot while it runs, not for those it is in when it starts.
  client.on(Events.GuildCreate, (guild) =>
    follow(
      `invited ${guild.id} ${guild.joinedTimestamp}`,
      (ready) => greet(guild, ready),
      async () => greet(guild, await bot),
    ),
  );

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(settings.discordToken).catch(async (error: unknown) => {
    await client.destroy();
    throw refusal(error, settings.discordApiUrl);
  });
  const online = await ready;
  log.info({ event: 'online', servers: online.guilds.cache.size });
  const speech = watchSpeech(online.rest, settings.discordToken, log, () => lost(new Refused(TOKEN_REFUSED)));

  const buttons = openButtonStore(settings.dataFolder, LONGEST_KEY, log);
  const serverSettings = openServerSettings(settings.dataFolder);
  const reports = openReports(settings.dataFolder);
  const admins = await findAdmins(online.application, settings.adminIds, log);
  const watches = openWatches(settings.dataFolder);
  const briefings = openBriefings(settings.dataFolder);
  const folders = { articles: settings.articlesFolder, data: settings.dataFolder };
  const conversations = openConversations();
  const { keeper, intake } = await opening;
  const whole: BotContext = {
    keeper,
    intake,
    log,
    limits,
    conversations,
    keptAbout: keptAbout({ watches, briefings, reports, conversations, folders }),
    buttons,
    admins,
    settings: serverSettings,
    reports,
    watches,
    briefings,
    folders,
    messageQueue: openMessageQueue(),
  };
  open(whole);
  log.info({ event: 'answering' });
  // What is done once for all servers is done by the first process, where there are several.
  if (online.shard === null || online.shard.ids.includes(0)) {
    await registerOrLog(online, log);
    startFeeds(intake.feeds, online);
  }
  const news = startNews(online, whole);

  return {
    waiting: () => ({ questions: answering.size, alerts: watches.waiting() }),
    canSpeak: speech.canSpeak,
    isOnline: () => online.ws.shards.every(({ status }) => status === Status.Ready),
    async leave() {
      leaving = true;
      speech.stop();
      const late = new Promise((resolve) => setTimeout(resolve, FINISHES_WITHIN).unref());
      await Promise.race([Promise.allSettled([...answering, news.stop()]), late]);
      if (answering.size > 0) log.warn({ event: 'left unanswered', questions: answering.size });
      await online.destroy();
      for (const store of [buttons, serverSettings, reports, watches, briefings]) store.close();
    },
  };
}

/** What is registered stays as it was where Discord refuses; the bot answers all the same. */
async function registerOrLog(client: Client<true>, log: Logger): Promise<void> {
  try {
    const changed = await register(client.rest, client.application.id, declarations(commands));
    log.info({ event: 'registered', changed });
  } catch (error) {
    log.error({ event: 'not registered', consequence: 'commands are as they were', err: error });
  }
}

const TOKEN_REFUSED =
  'Discord does not take this bot token. Make a new one on the "Bot" page of your application on ' +
  'discord.com/developers ("Reset Token") and put it into .env as DISCORD_TOKEN.';

/** An error of logging in, as what to do about it. */
export function refusal(error: unknown, api: string): Refused {
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (code === 'TokenInvalid' || status === 401) {
    return new Refused(TOKEN_REFUSED);
  }
  const why = error instanceof Error ? error.message : String(error);
  if (typeof status === 'number')
    return new Refused(`Discord refused (${status}): ${why}. Update Readout if this stays.`);
  return new Refused(`Discord can't be reached at ${api}: ${why}. Check the network and DISCORD_API_URL.`);
}

function closeInWords(code: number): string {
  const name = GatewayCloseCodes[code] ?? 'no known reason';
  const cure: Partial<Record<number, string>> = {
    [GatewayCloseCodes.AuthenticationFailed]:
      'The bot token is no longer valid: make a new one and put it into .env as DISCORD_TOKEN.',
    [GatewayCloseCodes.ShardingRequired]: 'The bot is in more servers than one connection may serve.',
    [GatewayCloseCodes.InvalidAPIVersion]: 'This version of Readout is too old for Discord: update it.',
    [GatewayCloseCodes.DisallowedIntents]:
      'Discord refuses the events that Readout asks for: look at "Privileged Gateway Intents" on the "Bot" page of your ' +
      'application (Readout needs none of them), and whether Discord has limited the application.',
  };
  return `Discord closed the connection for good: ${code}, ${name}. ${cure[code] ?? 'Update Readout, then start it again.'}`;
}
