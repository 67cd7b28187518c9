import type { Response } from 'express';

/** Proxies drop connections that are silent for longer than about half a minute. */
const heartbeatMs = 15_000;

/**
 * Server-sent events as the response to a POST. The response starts with the first event, so that a request that fails
 * before it still gets an ordinary status and problem.
 */
export class EventStream {
  readonly #res: Response;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(res: Response) {
    this.#res = res;
    res.once('close', () => clearInterval(this.#heartbeat));
  }

  get started(): boolean {
    return this.#heartbeat !== undefined;
  }

  /** Sends one event; `data` is one line of JSON. After the client has left it does nothing. */
  send(event: string, data: unknown): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** The same without a name, for protocols of others. @param data one line */
  sendData(data: string): void {
    this.#write(`data: ${data}\n\n`);
  }

  #write(event: string): void {
    if (this.#res.writableEnded || this.#res.destroyed) return;
    if (!this.started) this.#start();
    this.#res.write(event);
  }

  end(): void {
    clearInterval(this.#heartbeat);
    this.#res.end();
  }

  #start(): void {
    this.#res.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform: a compressing proxy would hold events back
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.#res.flushHeaders();
    this.#heartbeat = setInterval(() => this.#res.write(': wacht\n\n'), heartbeatMs).unref();
  }
}
