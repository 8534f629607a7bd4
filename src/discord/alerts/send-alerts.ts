import { randomBytes } from 'node:crypto';
import { type Client, DiscordAPIError, Events, Routes, ShardClientUtil } from 'discord.js';
import { alertOf, factDate } from '../../alerts/alert.ts';
import { type Fact, factsIn, newsFor } from '../../alerts/matching.ts';
import { isQuiet } from '../../alerts/quiet.ts';
import { allWatched, type Destination, type Watch } from '../../alerts/watch.ts';
import type { PendingAlert, Watches } from '../../alerts/watches.ts';
import type { Archive } from '../../archive/archive.ts';
import { byDate } from '../../text/edtf.ts';
import { inBestForm } from '../render/best-form.ts';
import type { Presentation } from '../render/presentation.ts';
import { type Message, notice, pagesIn, render } from '../render/render.ts';
import type { BotContext } from '../stores/context.ts';
import { wordsFor } from '../words/words.ts';
import { sendBriefings } from './send-briefings.ts';
import { after, GONE, MOST_TRIES } from './trouble.ts';

/** How often it is looked whether the archive is another, or something is to be sent. */
const LOOKS_EVERY = 500;
/** Limits of a digest: entries in one message, and messages. */
const MOST_IN_MESSAGE = 10;
const MOST_MESSAGES = 3;
/**
 * Alerts people to what new articles bring of what they follow. Looks again and again whether the archive was built anew,
 * by whomever; notes what is to be sent before it is sent, so that nothing is lost or sent twice over a restart.
 */
export function startNews(client: Client<true>, bot: BotContext): { stop(): Promise<void> } {
  const { watches, log } = bot;
  forgetServersLeft(client, bot);
  client.on(Events.GuildDelete, ({ id }) => forgetServer(id, bot));
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      await noteNews(bot.keeper.archive, bot);
      await sendDue(client, bot);
      await sendWords(client, watches);
      await sendBriefings(client, bot);
      log.trace({ event: 'alerts polled' });
    } catch (error) {
      log.error({ event: 'alerts failed', consequence: 'it is tried again', err: error });
    }
    if (!stopped) timer = setTimeout(repeat, LOOKS_EVERY);
  };
  let looking = Promise.resolve();
  const repeat = () => {
    looking = look();
  };
  // Where several processes serve parts of the servers, the first sends alerts for all.
  if (client.shard === null || client.shard.ids.includes(0)) repeat();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

/** What has to go where the bot was removed from a server. */
function forgetServer(server: string, { watches, briefings, settings, log }: BotContext): void {
  briefings.forgetServer(server);
  const removed = watches.forgetServer(server);
  settings.forgetServer(server);
  log.info({ event: 'server left', server, watches: removed });
}

/** Servers that removed the bot while it was not running; of those that this process serves. */
function forgetServersLeft({ guilds, shard }: Client<true>, bot: BotContext): void {
  for (const server of bot.watches.servers()) {
    const isOurs = shard === null || shard.ids.includes(ShardClientUtil.shardIdForGuildId(server, shard.count));
    if (isOurs && !guilds.cache.has(server)) forgetServer(server, bot);
  }
}

/** Looks through an archive that was not yet looked through for what is followed. */
async function noteNews(archive: Archive, { watches, briefings, log }: BotContext): Promise<void> {
  const lastSeen = watches.lastSeen();
  if ((await archive.builtAt()) === lastSeen) return;
  const { builtAt, edited: edits } = await archive.status();
  const known = watches.known();
  const fresh = new Set((await archive.articleIds()).filter((id) => !known.has(id)));
  // The keys are ids: JSON knows no other keys than text.
  const edited = new Map(Object.entries(edits).map(([id, added]) => [id as Fact['article'], added]));
  const found: { watch: Watch; fact: string; article: Fact['article'] }[] = [];
  // What was there before anybody could follow anything is no news.
  for (const watch of lastSeen === null || fresh.size + edited.size === 0 ? [] : watches.running()) {
    const news = await newsFor(watch.what, fresh, edited, archive);
    found.push(...news.map(({ key, article }) => ({ watch, fact: key, article })));
  }
  if (lastSeen !== null) briefings.arrived(fresh, edited.keys(), new Date());
  const alerts = watches.saw(builtAt, fresh, found, new Date());
  log.info({ event: 'alerts checked', articles: lastSeen === null ? 0 : fresh.size, alerts });
}

/** Sends all that is due, place by place. */
async function sendDue(client: Client<true>, bot: BotContext): Promise<void> {
  const now = new Date();
  const places = new Map<string, PendingAlert[]>();
  for (const alert of bot.watches.due(now)) {
    const hours = bot.watches.quietOf(alert.watch.owner);
    if (hours && isQuiet(hours, now)) continue;
    const { to } = alert.watch;
    const place = to.is === 'channel' ? to.channel : `direct ${to.person}`;
    places.set(place, [...(places.get(place) ?? []), alert]);
  }
  for (const alerts of places.values()) await sendTo(client, alerts, bot);
}

/** What is still to be sent to one place: messages that were tried before again as they were, then the rest. */
async function sendTo(client: Client<true>, alerts: readonly PendingAlert[], bot: BotContext): Promise<void> {
  const [first] = alerts;
  if (!first) return;
  const { to } = first.watch;
  const facts = await factsOf(alerts, bot.keeper.archive);
  const gone = alerts.filter(({ fact }) => !facts.has(fact));
  if (gone.length > 0) {
    bot.watches.settle(gone, new Date());
    bot.log.info({ event: 'alerts dropped', reason: 'the archive no longer tells it', alerts: gone.length });
  }
  const left = alerts.filter(({ fact }) => facts.has(fact));
  const batches = new Set(left.flatMap(({ batch }) => batch ?? []));
  const tried = [...batches].map((batch) => left.filter((alert) => alert.batch === batch));
  for (const message of [...tried, ...inMessages(left.filter(({ batch }) => batch === null))]) {
    if (!(await sendOne(client, to, message, facts, bot))) return;
  }
}

/** As many messages as may be; what does not fit is counted in the last one. */
function inMessages(alerts: readonly PendingAlert[]): PendingAlert[][] {
  const keys = [...new Set(alerts.map(({ fact }) => fact))];
  const chunks: PendingAlert[][] = [];
  for (let at = 0; at < keys.length && chunks.length < MOST_MESSAGES; at += MOST_IN_MESSAGE) {
    const isLast = chunks.length === MOST_MESSAGES - 1;
    const these = new Set(keys.slice(at, isLast ? undefined : at + MOST_IN_MESSAGE));
    chunks.push(alerts.filter(({ fact }) => these.has(fact)));
  }
  return chunks;
}

/** Sends one message; false where nothing more can be sent there for now. */
async function sendOne(
  client: Client<true>,
  to: Destination,
  alerts: readonly PendingAlert[],
  facts: ReadonlyMap<string, Fact>,
  bot: BotContext,
): Promise<boolean> {
  const { watches, log } = bot;
  const batch = alerts[0]?.batch ?? randomBytes(8).toString('hex');
  watches.pack(batch, alerts);
  const message = await messageOf(alerts, facts, bot);
  try {
    // Discord makes no second message of one nonce: sent again after a lost answer, it is still one.
    if (to.is === 'direct') {
      const payload = { ...message, nonce: batch, enforceNonce: true };
      await inBestForm(payload, (form) => client.users.send(to.person, form));
    } else {
      // Not through discord.js's channels: it knows only those of servers that this process serves.
      const body = { ...message, nonce: batch, enforce_nonce: true, allowed_mentions: { parse: [] } };
      await inBestForm(body, (form) => client.rest.post(Routes.channelMessages(to.channel), { body: form }));
    }
    watches.settle(alerts, new Date());
    log.info({ event: 'alerts sent', alerts: alerts.length });
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.includes(error.code)) return endWatches(client, to, bot);
    const tries = Math.max(...alerts.map((alert) => alert.tries)) + 1;
    if (tries >= MOST_TRIES) {
      log.error({ event: 'alerts given up', alerts: alerts.length, tries, err: error });
      watches.settle(alerts, new Date());
    } else {
      log.warn({ event: 'alerts put off', alerts: alerts.length, tries, err: error });
      watches.putOff(alerts, after(tries));
    }
    return false;
  }
}

/** The place is gone or closed: its watches end, and their owners are notified. */
function endWatches(client: Client<true>, to: Destination, { watches, log }: BotContext): false {
  const name = to.is === 'channel' ? client.channels.cache.get(to.channel) : undefined;
  const where = name && 'name' in name && name.name ? `#${name.name}` : 'a channel';
  const why =
    to.is === 'direct' ? 'your direct messages were closed' : `${where} is gone, or I may no longer write there`;
  const ended = watches.end(
    to,
    why,
    (theirs) =>
      to.is === 'direct'
        ? null
        : `You had me tell news of ${allWatched(theirs, wordsFor('en'))} in ${where}. That is over: ${why}.`,
    new Date(),
  );
  log.warn({ event: 'watches ended', watches: ended, place: to.is });
  return false;
}

/** What was found, looked up in the archive as it stands: an article may have been taken down or edited since. */
async function factsOf(alerts: readonly PendingAlert[], archive: Archive): Promise<ReadonlyMap<string, Fact>> {
  const facts = new Map<string, Fact>();
  const watches = new Map(alerts.map(({ watch }) => [watch.number, watch]));
  for (const { number, what } of watches.values()) {
    const theirs = alerts.filter(({ watch }) => watch.number === number);
    const wanted = new Set(theirs.map(({ fact }) => fact));
    for (const fact of await factsIn(new Set(theirs.map(({ article }) => article)), what, archive)) {
      const other = facts.get(fact.key);
      // An article watched for its outlet and for its words is sent once, with the words.
      if (wanted.has(fact.key) && !(other?.is === 'article' && other.place)) facts.set(fact.key, fact);
    }
  }
  return facts;
}

/** As many of the facts as fit into one message; the rest is counted. */
async function messageOf(
  alerts: readonly PendingAlert[],
  facts: ReadonlyMap<string, Fact>,
  { keeper, buttons, settings }: BotContext,
): Promise<Message> {
  const keys = [...new Set(alerts.map(({ fact }) => fact))];
  const found = keys.flatMap((key) => facts.get(key) ?? []).sort((a, b) => byDate(factDate(a), factDate(b)));
  const watches = alerts.map(({ watch }) => watch);
  const to = watches[0]?.to;
  const language = to?.is === 'channel' ? settings.ofServer(to.server).language : null;
  const presentation: Presentation = {
    words: wordsFor(language ?? 'en'),
    keyOf: (question) => buttons.keyOf({ question, notes: [] }),
    ownKey: null,
    next: [],
    isPrivate: false,
    formats: [],
  };
  for (let count = Math.min(found.length, MOST_IN_MESSAGE); ; count--) {
    const answer = await alertOf(
      found.slice(0, count),
      watches,
      found.length - count,
      keeper.archive,
      presentation.words,
    );
    if (count <= 1 || pagesIn(answer, presentation) === 1) return render(answer, 0, presentation);
  }
}

/** Notices about watches themselves, by direct message. */
async function sendWords(client: Client<true>, watches: Watches): Promise<void> {
  for (const { number, person, words, tries } of watches.wordsDue(new Date())) {
    try {
      await client.users.send(
        person,
        notice('I can no longer tell news there', [words, '/watch add starts anew elsewhere.']),
      );
      watches.wordDone(number);
    } catch (error) {
      const isGone = error instanceof DiscordAPIError && GONE.includes(error.code);
      if (isGone || tries + 1 >= MOST_TRIES) watches.wordDone(number);
      else watches.putOffWord(number, after(tries + 1));
    }
  }
}
