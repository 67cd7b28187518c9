import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

export interface ConnectionLimits {
  /** Open at once; what comes on top is closed at once. */
  most: number;
  /** Milliseconds that an answer may wait for its client to read on. */
  unreadMs: number;
  /** How often that is looked at. */
  checkEveryMs: number;
}

interface Connection {
  answering: number;
  /** Bytes that had come in when its last answer was complete: more is the beginning of a next request. */
  read: number;
  /** Bytes that have left, and since when no more have (milliseconds of the process's own clock). */
  left: number;
  since: number;
}

const watched = new WeakMap<Server, Connections>();

/** The open connections of a server: their number is bounded, who does not read its answer is dropped, and they can be ended without losing a request. */
export class Connections {
  readonly #server: Server;
  readonly #open = new Map<Socket, Connection>();
  #ending = false;
  /** How many there have been. */
  made = 0;

  private constructor(server: Server, { most, unreadMs, checkEveryMs }: ConnectionLimits) {
    this.#server = server;
    server.maxConnections = most;
    server.on('connection', (socket: Socket) => {
      this.made += 1;
      this.#open.set(socket, { answering: 0, read: 0, left: 0, since: performance.now() });
      socket.once('close', () => this.#open.delete(socket));
    });
    server.prependListener('request', (req: IncomingMessage, res: ServerResponse) => this.#answers(req.socket, res));
    const timer = setInterval(() => this.#dropUnread(unreadMs), checkEveryMs).unref();
    server.once('close', () => clearInterval(timer));
  }

  static watch(server: Server, limits: ConnectionLimits): void {
    watched.set(server, new Connections(server, limits));
  }

  /** @throws TypeError for a server that is not watched */
  static of(server: Server): Connections {
    const connections = watched.get(server);
    if (!connections) throw new TypeError('the connections of this server are not watched');
    return connections;
  }

  /** From now on no connection waits for another request once its answer is complete. */
  endAfterAnswers(): void {
    this.#ending = true;
  }

  /** Takes no new connections. `http.Server.close` would also cut off those that have sent a request which has not been read yet. */
  stopListening(done: () => void): void {
    NetServer.prototype.close.call(this.#server, done);
  }

  /** Closes what waits for a next request; what is being answered closes after it. */
  closeIdle(): void {
    for (const [socket, { answering, read }] of this.#open) if (answering === 0 && socket.bytesRead === read) socket.destroy();
  }

  closeAll(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }

  #answers(socket: Socket, res: ServerResponse): void {
    const connection = this.#open.get(socket);
    if (!connection) return;
    connection.answering += 1;
    if (this.#ending) res.shouldKeepAlive = false;
    res.once('close', () => {
      connection.answering -= 1;
      connection.read = socket.bytesRead;
      // its answer promised another turn before it was known that there would be none
      if (this.#ending && connection.answering === 0) socket.destroySoon();
    });
  }

  #dropUnread(unreadMs: number): void {
    const now = performance.now();
    for (const [socket, connection] of this.#open) {
      const left = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || left !== connection.left) Object.assign(connection, { left, since: now });
      else if (now - connection.since >= unreadMs) socket.destroy();
    }
  }
}
