import { get, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assistant } from '../assistant/services.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { fakeAssistant } from '../testing/fake-services.ts';
import { listen } from '../testing/listen.ts';
import { createHttpServer } from './http-server.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const serve = (ask: Assistant['ask'] = fakeAssistant.ask): Promise<string> => {
  server = createHttpServer(createTestApp({ services: { assistant: { ...fakeAssistant, ask } } }).app);
  return listen(server);
};

const bytesOf = async (response: IncomingMessage): Promise<Buffer> => Buffer.concat(await response.toArray() as Buffer[]);
const fetchRaw = (address: string, headers: Record<string, string>): Promise<IncomingMessage> => new Promise((resolve, reject) => get(address, { headers }, resolve).once('error', reject));

describe('compression', () => {
  it.each([['br', brotliDecompressSync], ['gzip', gunzipSync]] as const)('sends a page with %s to who accepts it', async (encoding, decompress) => {
    const address = await serve();
    const plain = await fetchRaw(`${address}/privacy`, {});
    const compressed = await fetchRaw(`${address}/privacy`, { 'Accept-Encoding': encoding });
    expect([plain.headers['content-encoding'], compressed.headers['content-encoding']]).toEqual([undefined, encoding]);
    expect(compressed.headers['vary']).toContain('Accept-Encoding');
    const [whole, sent] = [await bytesOf(plain), await bytesOf(compressed)];
    expect(decompress(sent).equals(whole)).toBe(true);
    expect(sent.length).toBeLessThan(whole.length / 2);
  });

  it('leaves small answers and parts of files as they are', async () => {
    const address = await serve();
    const small = await fetchRaw(`${address}/livez`, { 'Accept-Encoding': 'br' });
    expect([small.headers['content-encoding'], Number(small.headers['content-length'])]).toEqual([undefined, (await bytesOf(small)).length]);
    const part = await fetchRaw(`${address}/widget.js`, { 'Accept-Encoding': 'br', Range: 'bytes=0-2047' });
    expect([part.statusCode, part.headers['content-encoding'], (await bytesOf(part)).length]).toEqual([206, undefined, 2048]);
  });

  it.each(['br', 'identity'])('files say how long they hold and are not sent again while they have not changed (%s)', async (encoding) => {
    const address = await serve();
    const page = (await bytesOf(await fetchRaw(`${address}/`, {}))).toString();
    const hashed = /(?:src|href)="(\/[\w.-]+-[\w-]{8}\.(?:js|css))"/.exec(page)?.[1];
    for (const [path, holds] of [['/widget.js', 'no-cache'], [hashed!, 'public, max-age=31536000, immutable'], ['/', 'no-cache']] as const) {
      const first = await fetchRaw(`${address}${path}`, { 'Accept-Encoding': encoding });
      await bytesOf(first);
      expect([first.statusCode, first.headers['cache-control']], path).toEqual([200, holds]);
      const again = await fetchRaw(`${address}${path}`, { 'Accept-Encoding': encoding, 'If-None-Match': first.headers.etag! });
      expect([again.statusCode, (await bytesOf(again)).length], path).toEqual([304, 0]);
    }
  });

  it('lets each event of a stream through at once', async () => {
    let finish = (): void => undefined;
    const until = new Promise<void>((done) => (finish = done));
    const address = await serve(async (input, options) => {
      options?.onEvent?.({ type: 'status', text: 'De bronnen worden doorzocht …' });
      await until;
      return fakeAssistant.ask(input);
    });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      httpRequest(`${address}/api/v1/ask`, { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', 'Accept-Encoding': 'br, gzip' } }, resolve)
        .once('error', reject)
        .end('{"question":"Wie betaalt?"}');
    });
    expect(response.headers['content-encoding']).toBeUndefined();
    // the answer is not made before its first event has arrived
    const [first] = (await response.iterator({ destroyOnReturn: false }).next()).value.toString().split('\n') as string[];
    expect(first).toBe('event: status');
    finish();
    expect((await bytesOf(response)).toString()).toContain('event: done');
  });
});
