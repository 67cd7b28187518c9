import { request as httpRequest, type ClientRequest, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { AskRequest } from '../../contract.ts';
import { BadInputError } from '../../errors.ts';
import type { AskOptions, Assistant } from '../../assistant/services.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeAssistant } from '../../testing/fake-services.ts';
import { listen } from '../../testing/listen.ts';
import { createHttpServer } from '../http-server.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(ask: Assistant['ask']) {
  const test = createTestApp({ services: { assistant: { ...fakeAssistant, ask } } });
  server = createHttpServer(test.app);
  return { ...test, address: await listen(server) };
}

function post(address: string, accept: string): { call: ClientRequest; response: Promise<IncomingMessage> } {
  const call = httpRequest(`${address}/api/v1/ask`, { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: accept } });
  const response = new Promise<IncomingMessage>((resolve, reject) => call.once('response', resolve).once('error', reject));
  call.end('{"question":"Wie betaalt?"}');
  return { call, response };
}

/** Resolves with what was sent so far as soon as `text` is part of it. */
async function readUntil(response: IncomingMessage, text: string): Promise<string> {
  let received = '';
  for await (const chunk of response.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    received += chunk.toString();
    if (received.includes(text)) return received;
  }
  return received;
}

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('POST /api/v1/ask as events', () => {
  it('sends status, citations, blocks, text and the whole answer, in this order', async () => {
    const { address } = await serve(fakeAssistant.ask);
    const response = await fetch(`${address}/api/v1/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify({ question: 'Wie betaalt?' } satisfies AskRequest),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    const events = (await response.text())
      .trimEnd()
      .split('\n\n')
      .map((event) => /^event: (\w+)\ndata: (.*)$/.exec(event)?.slice(1))
      .map((parts) => [parts?.[0], JSON.parse(parts?.[1] ?? 'null') as object] as const);
    const answer = await fakeAssistant.ask({ question: 'Wie betaalt?' });
    expect(events).toEqual([
      ['status', { text: 'De bronnen worden doorzocht' }],
      ['citations', answer.citations],
      ...(answer.blocks ?? []).map((block) => ['block', { block }]),
      ['delta', { text: answer.answer }],
      ['done', { ...answer, id: expect.any(String) as string }],
    ]);
  });

  it('sends each event at once, not with the end', async () => {
    let finish = (): void => undefined;
    const { address } = await serve(async (request, options) => {
      options?.onEvent?.({ type: 'status', text: 'bezig' });
      await new Promise<void>((resolve) => (finish = resolve));
      return fakeAssistant.ask(request);
    });
    const response = await post(address, 'text/event-stream').response;
    expect(await readUntil(response, 'bezig')).toBe('event: status\ndata: {"text":"bezig"}\n\n');
    finish();
    expect(await readUntil(response, 'event: done')).toContain('event: done');
  });

  it('keeps text with line ends in one event', async () => {
    const { address } = await serve((request, options) => {
      options?.onEvent?.({ type: 'delta', text: 'regel 1\n\nevent: done\r\u2028regel 2' });
      return fakeAssistant.ask(request);
    });
    const response = await post(address, 'text/event-stream').response;
    const received = await readUntil(response, '"outcome"');
    expect(received.split('\n\n')[0]).toBe(`event: delta\ndata: ${JSON.stringify({ text: 'regel 1\n\nevent: done\r\u2028regel 2' })}`);
  });

  it('sends a fault after the first event as the last event, without telling about the inside', async () => {
    const { address, logged } = await serve((_request, options) => {
      options?.onEvent?.({ type: 'status', text: 'bezig' });
      return Promise.reject(new Error('/srv/geheim'));
    });
    const response = await post(address, 'text/event-stream').response;
    const received = await readUntil(response, 'nooit');
    const event = received.trimEnd().split('\n\n').at(-1) ?? '';
    expect(event).toMatch(/^event: error\ndata: \{/);
    expect(JSON.parse(event.slice(event.indexOf('{')))).toMatchObject({ status: 500, title: 'Er ging iets mis' });
    expect(received).not.toContain('/srv');
    await until(() => logged().length === 2);
    expect(logged().map(({ msg }) => msg)).toEqual(['stream failed', 'request']);
  });

  it('sends a fault before the first event as an ordinary problem', async () => {
    const { address } = await serve(() => Promise.reject(new BadInputError('Noem geen patiënten.')));
    const response = await post(address, 'text/event-stream').response;
    expect([response.statusCode, response.headers['content-type']]).toEqual([400, 'application/problem+json']);
    response.resume();
  });
});

describe('a client that leaves', () => {
  it.each(['text/event-stream', 'application/json'])('stops the work for %s and is logged as gone', async (accept) => {
    let options: AskOptions | undefined;
    const { address, logged, metrics } = await serve((_request, given) => {
      options = given;
      given?.onEvent?.({ type: 'status', text: 'bezig' });
      return new Promise((_resolve, reject) => given?.signal?.addEventListener('abort', () => reject(new DOMException('weg', 'AbortError'))));
    });
    const { call, response } = post(address, accept);
    response.catch(() => undefined);
    if (accept === 'text/event-stream') await readUntil(await response, 'bezig');
    await until(() => options !== undefined);
    expect(options?.signal?.aborted).toBe(false);
    call.destroy();
    await until(() => options?.signal?.aborted === true && logged().length > 0);
    expect(logged()).toMatchObject([{ msg: 'request', route: '/api/v1/ask', status: 499 }]);
    expect((await metrics.render()).text).toContain('http_requests_total{route="/api/v1/ask",method="POST",status="499"} 1');
  });

  it('harms nothing when the work goes on regardless', async () => {
    let finish = (): void => undefined;
    let finished = false;
    const { address, logged } = await serve(async (request, options) => {
      options?.onEvent?.({ type: 'status', text: 'bezig' });
      await new Promise<void>((resolve) => (finish = resolve));
      options?.onEvent?.({ type: 'delta', text: 'te laat' });
      finished = true;
      return fakeAssistant.ask(request);
    });
    const { call, response } = post(address, 'text/event-stream');
    await readUntil(await response, 'bezig');
    call.destroy();
    await until(() => logged().length > 0);
    finish();
    await until(() => finished);
    const next = await fetch(`${address}/livez`);
    expect(next.status).toBe(200);
    expect(logged().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it('does not abort a signal after a complete answer', async () => {
    let options: AskOptions | undefined;
    const { address, logged } = await serve((request, given) => {
      options = given;
      return fakeAssistant.ask(request, given);
    });
    const { response } = post(address, 'text/event-stream');
    await readUntil(await response, 'nooit');
    await until(() => logged().length > 0);
    expect(options?.signal?.aborted).toBe(false);
  });
});
