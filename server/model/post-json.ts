import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface PostOptions {
  headers?: Record<string, string>;
  /** Time to be connected, TLS included. */
  connectMs: number;
  /** Time to the end of the response. */
  totalMs: number;
  /** A longer response is refused (bytes). */
  mostBytes: number;
}

/** Why a call failed, for programs; never the address, the key or what the other side wrote. */
export class PostError extends Error {
  override readonly name = 'PostError';
  readonly reason: 'connect' | 'timeout' | 'status' | 'content';
  /** HTTP status, when that was the reason. */
  readonly status: number | undefined;

  constructor(reason: PostError['reason'], status?: number) {
    super(status === undefined ? reason : `${reason} ${status}`);
    this.reason = reason;
    this.status = status;
  }
}

/**
 * POSTs JSON and parses the JSON response. Two things `fetch` cannot: a time limit of its own for
 * connecting, and no redirect followed, so that a key never travels to another host.
 * @throws PostError
 */
export function postJson(url: URL, body: unknown, { headers = {}, connectMs, totalMs, mostBytes }: PostOptions): Promise<unknown> {
  const payload = Buffer.from(JSON.stringify(body));
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = send(url, {
      method: 'POST',
      headers: { Accept: 'application/json', ...headers, 'Content-Type': 'application/json', 'Content-Length': payload.length },
    });
    const fail = (error: PostError): void => {
      clearTimeout(connecting);
      clearTimeout(whole);
      call.destroy();
      reject(error);
    };
    const connecting = setTimeout(() => fail(new PostError('connect')), connectMs);
    const whole = setTimeout(() => fail(new PostError('timeout')), totalMs);
    call.on('socket', (socket) => {
      const connected = (): void => clearTimeout(connecting);
      if (!socket.connecting) connected();
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
    });
    let answered = false;
    call.on('error', () => fail(new PostError(answered ? 'content' : 'connect')));
    call.on('response', (response) => {
      answered = true;
      const status = response.statusCode ?? 0;
      if (status < 200 || status > 299) return fail(new PostError('status', status));
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', () => fail(new PostError('content')));
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > mostBytes) fail(new PostError('content'));
      });
      response.on('end', () => {
        clearTimeout(whole);
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString()));
        } catch {
          reject(new PostError('content'));
        }
      });
    });
    call.end(payload);
  });
}
