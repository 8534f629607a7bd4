import type { Server } from 'node:http';
import { GatewayIntentBits as Intents, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Faults } from './faults.ts';
import { newSnowflake } from './snowflake.ts';
import { guildCreate, ready } from './wire.ts';
import type { World } from './world.ts';

const privileged = Intents.GuildMembers | Intents.GuildPresences | Intents.MessageContent;
const knownIntents = Object.values(Intents).reduce<number>(
  (all, one) => (typeof one === 'number' ? all | one : all),
  0,
);
/** Events kept of a session, to be sent again on resuming. */
const replayed = 2000;
/** Discord closes a connection that sends more in a minute. */
const sendsAMinute = 120;

/** The WebSocket side: dispatches events to whoever is identified. */
export interface Gateway {
  /**
   * Sends an event to each session, in its sequence; one whose socket is closed gets it on resuming. `data` makes the
   * payload from the session's intents, null where it is not for them. False where there is no session to hear it.
   */
  dispatch(event: string, data: (intents: number) => unknown): boolean;
  /** Closes every socket with a code: 4000 can be resumed, 4014 can't be recovered from. */
  closeSockets(code: number): void;
  /** Cuts every connection without a closing handshake. */
  cutSockets(): void;
  /** Asks to reconnect (op 7). */
  askToReconnect(): void;
  /** Declares the session invalid (op 9). */
  invalidate(resumable: boolean): void;
  /** How often a session was begun and resumed, and sockets opened. */
  readonly counts: { readonly identified: number; readonly resumed: number; readonly opened: number };
  /** Heartbeats received. */
  readonly heartbeats: readonly number[];
  /** Resolves once a session is identified and its socket open. */
  identified(): Promise<void>;
  close(): Promise<void>;
}

interface Session {
  readonly id: string;
  readonly intents: number;
  sequence: number;
  readonly sent: { readonly op: Op; readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | null;
}

/** Opens the gateway on the same port as the REST side. `address` is what READY names for resuming. */
export function openGateway(
  server: Server,
  world: World,
  faults: Faults,
  address: () => string,
  heartbeatInterval: number,
): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway', maxPayload: 64 * 1024 });
  const sessions = new Map<string, Session>();
  /** Whose a socket is, once identified or resumed. */
  const owned = new WeakMap<WebSocket, Session>();
  const counts = { identified: 0, resumed: 0, opened: 0 };
  const heartbeats: number[] = [];
  let waiting: (() => void)[] = [];

  const emit = (session: Session, t: string, d: unknown) => {
    session.sequence += 1;
    const event = { op: Op.Dispatch, t, s: session.sequence, d };
    session.sent.push(event);
    if (session.sent.length > replayed) session.sent.shift();
    send(session.socket, event);
  };

  const identify = (socket: WebSocket, token: unknown, intents: number): Session | null => {
    if (token !== world.token) return refuse(socket, 4004, 'Authentication failed.');
    if (!Number.isInteger(intents) || (intents & ~knownIntents) !== 0)
      return refuse(socket, 4013, 'Invalid intent(s).');
    if ((intents & privileged & ~world.application.privilegedIntents) !== 0) {
      return refuse(socket, 4014, 'Disallowed intent(s).');
    }
    const session: Session = { id: newSnowflake(), intents, sequence: 0, sent: [], socket };
    sessions.set(session.id, session);
    counts.identified += 1;
    const inside = [...world.guilds.values()].filter((guild) => guild.hasBot);
    emit(session, 'READY', ready(world, inside, session.id, address()));
    if ((intents & Intents.Guilds) !== 0) {
      for (const guild of inside) emit(session, 'GUILD_CREATE', guildCreate(world, guild));
    }
    return session;
  };

  const resume = (socket: WebSocket, token: unknown, id: unknown, after: unknown): Session | null => {
    if (token !== world.token) return refuse(socket, 4004, 'Authentication failed.');
    const session = typeof id === 'string' ? sessions.get(id) : undefined;
    if (session === undefined || typeof after !== 'number' || after > session.sequence) {
      send(socket, { op: Op.InvalidSession, d: false });
      return null;
    }
    session.socket = socket;
    counts.resumed += 1;
    for (const event of session.sent) if (event.s > after) send(socket, event);
    emit(session, 'RESUMED', {});
    return session;
  };

  sockets.on('connection', (socket) => {
    counts.opened += 1;
    const received: number[] = [];
    send(socket, { op: Op.Hello, d: { heartbeat_interval: heartbeatInterval } });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      const session = owned.get(socket);
      if (session?.socket === socket) {
        session.socket = null;
        // A client that says goodbye with 1000 or 1001 gives its session up.
        if (code === 1000 || code === 1001) sessions.delete(session.id);
      }
    });
    socket.on('message', (raw) => {
      const now = Date.now();
      received.push(now);
      while (received[0] !== undefined && received[0] < now - 60_000) received.shift();
      if (received.length > sendsAMinute) return socket.close(4008, 'Rate limited.');
      const payload = decode(String(raw));
      if (payload === null) return socket.close(4002, 'Error while decoding payload.');
      const { op, d } = payload;
      if (op === Op.Heartbeat) {
        heartbeats.push(now);
        if (faults.acknowledgeHeartbeats) send(socket, { op: Op.HeartbeatAck });
        return;
      }
      const body = typeof d === 'object' && d !== null ? (d as Record<string, unknown>) : {}; // checked field by field
      if (op === Op.Identify || op === Op.Resume) {
        if (owned.has(socket)) return socket.close(4005, 'Already authenticated.');
        const session =
          op === Op.Identify
            ? identify(socket, body.token, Number(body.intents))
            : resume(socket, body.token, body.session_id, body.seq);
        if (session === null) return;
        owned.set(socket, session);
        for (const done of waiting.splice(0)) done();
        return;
      }
      if (!owned.has(socket)) return socket.close(4003, 'Not authenticated.');
      if (op !== Op.PresenceUpdate && op !== Op.VoiceStateUpdate && op !== Op.RequestGuildMembers) {
        socket.close(4001, 'Unknown opcode.');
      }
    });
  });

  const open = () => [...sockets.clients];
  return {
    counts,
    heartbeats,
    dispatch(event, data) {
      if (!faults.dispatching) return false;
      for (const session of sessions.values()) {
        const d = data(session.intents);
        if (d === null) continue;
        emit(session, event, d);
        if (faults.repeating) emit(session, event, d);
      }
      return sessions.size > 0;
    },
    closeSockets(code) {
      for (const socket of open()) socket.close(code);
    },
    cutSockets() {
      for (const socket of open()) socket.terminate();
    },
    askToReconnect() {
      for (const socket of open()) send(socket, { op: Op.Reconnect, d: null });
    },
    invalidate(resumable) {
      if (!resumable) sessions.clear();
      for (const socket of open()) {
        owned.delete(socket);
        send(socket, { op: Op.InvalidSession, d: resumable });
      }
      for (const session of sessions.values()) session.socket = null;
    },
    identified() {
      if ([...sessions.values()].some((session) => session.socket !== null)) return Promise.resolve();
      return new Promise((resolve) => waiting.push(resolve));
    },
    close() {
      waiting = [];
      for (const socket of open()) socket.terminate();
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}

function refuse(socket: WebSocket, code: number, reason: string): null {
  socket.close(code, reason);
  return null;
}

function send(socket: WebSocket | null, payload: { op: Op; d?: unknown; s?: number; t?: string }): void {
  if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify({ t: null, s: null, d: null, ...payload }));
}

function decode(raw: string): { op: unknown; d: unknown } | null {
  try {
    const payload: unknown = JSON.parse(raw);
    return typeof payload === 'object' && payload !== null && 'op' in payload
      ? { op: payload.op, d: 'd' in payload ? payload.d : null }
      : null;
  } catch {
    return null;
  }
}
