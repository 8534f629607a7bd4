import { createServer, type Server } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What is counted while the bot answers. */
export interface Metrics {
  /** Receives each line of the log, and counts those that say how a question ended. */
  record(fields: object): void;
  /** Everything in Prometheus's text format. */
  text(standing: BotState): string;
}

const OUTCOMES: readonly unknown[] = [
  'answered',
  'failed',
  'refused',
  'too fast',
  'too late',
  'could not reply',
  'unreadable',
];

/** What is looked up when somebody asks for the figures. */
export interface BotState {
  readonly online: boolean;
  /** Discord takes what the bot sends. */
  readonly speaking: boolean;
  readonly articles: number;
  readonly reindexing: boolean;
  /** Questions that are being answered. */
  readonly questions: number;
  /** Alerts that are still to be sent. */
  readonly alerts: number;
}

/** Upper ends of the latencies that are counted together, in seconds. */
const LATENCIES = [0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Custom ids can be forged: no more names than this are counted separately. */
const MOST_SERIES = 200;

export function openMetrics(): Metrics {
  const outcomes = new Map<string, number>();
  const within = new Array<number>(LATENCIES.length + 1).fill(0);
  let seconds = 0;
  let reindexed: number | null = null;
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return {
    record(fields) {
      const { event, what, ms, seconds: reindexTook } = fields as Readonly<Record<string, unknown>>; // looked at one by one
      if (event === 'reindexed' && typeof reindexTook === 'number') reindexed = reindexTook;
      if (!OUTCOMES.includes(event) || typeof what !== 'string') return;
      const series = `command=${quoted(what)},outcome=${quoted(String(event))}`;
      const known = outcomes.has(series) || outcomes.size < MOST_SERIES ? series : 'command="other",outcome="other"';
      outcomes.set(known, (outcomes.get(known) ?? 0) + 1);
      if (typeof ms !== 'number') return;
      seconds += ms / 1000;
      const at = LATENCIES.findIndex((end) => ms / 1000 <= end);
      const slot = at === -1 ? LATENCIES.length : at;
      within[slot] = (within[slot] ?? 0) + 1;
    },
    text({ online, speaking, articles, reindexing, questions, alerts }) {
      let sum = 0;
      const buckets = within.map((number, at) => {
        sum += number;
        return `readout_answer_seconds_bucket{le="${LATENCIES[at] ?? '+Inf'}"} ${sum}`;
      });
      const { heapUsed, rss } = process.memoryUsage();
      // The delay is measured over the time since it was last asked for.
      const p99 = delay.percentile(99) / 1e9;
      delay.reset();
      return [
        '# TYPE readout_questions_total counter',
        ...[...outcomes].map(([series, number]) => `readout_questions_total{${series}} ${number}`),
        '# TYPE readout_answer_seconds histogram',
        ...buckets,
        `readout_answer_seconds_sum ${seconds}`,
        `readout_answer_seconds_count ${sum}`,
        ...gauge('readout_gateway_up', online ? 1 : 0),
        ...gauge('readout_speaking', speaking ? 1 : 0),
        ...gauge('readout_archive_articles', articles),
        ...(reindexed === null ? [] : gauge('readout_last_reindex_seconds', reindexed)),
        ...gauge('readout_reindexing', reindexing ? 1 : 0),
        ...gauge('readout_questions_waiting', questions),
        ...gauge('readout_alerts_waiting', alerts),
        ...gauge('readout_event_loop_delay_p99_seconds', p99),
        ...gauge('readout_heap_bytes', heapUsed),
        ...gauge('readout_resident_bytes', rss),
        '',
      ].join('\n');
    },
  };
}

const gauge = (name: string, value: number): string[] => [`# TYPE ${name} gauge`, `${name} ${value}`];

const quoted = (value: string): string => `"${value.slice(0, 60).replace(/[^\w /-]/g, '_')}"`;

/** What a probe of health is answered: alive is whoever answers; healthy, whoever hears and can speak. */
const healthOf = ({ online, speaking }: BotState): [status: number, body: string] =>
  online && speaking
    ? [200, 'ok\n']
    : [503, online ? 'online, but Discord does not take what is sent\n' : 'not online\n'];

/** Names of this machine: a page elsewhere whose name was made to lead here sends another one. */
const isLocal = (host: string | undefined): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? '');

/**
 * Serves on loopback /metrics (Prometheus's text format), /healthz (200 while online and able to speak, else 503) and /livez (200
 * while the process answers at all), to whoever asks for this machine by its own name.
 */
export async function serveMetrics(port: number, metrics: Metrics, standing: () => Promise<BotState>): Promise<Server> {
  const server = createServer((request, response) => {
    const reply = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(body);
    if (!isLocal(request.headers.host)) return reply(421, 'Ask for localhost or 127.0.0.1\n');
    if (request.method !== 'GET') return reply(405, 'Only GET\n');
    if (request.url === '/livez') return reply(200, 'alive\n');
    standing().then(
      (now) => {
        if (request.url === '/healthz') reply(...healthOf(now));
        else if (request.url === '/metrics') reply(200, metrics.text(now));
        else reply(404, 'There are /metrics, /healthz and /livez\n');
      },
      () => reply(503, 'the archive does not answer\n'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // Nobody who asks for figures keeps the program from ending.
  server.unref();
  return server;
}
