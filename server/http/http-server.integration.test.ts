import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../contract.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { listen } from '../testing/listen.ts';
import { createHttpServer, productionTimeouts, type Timeouts } from './http-server.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(timeouts?: Timeouts): Promise<number> {
  server = createHttpServer(createTestApp().app, timeouts);
  return Number(new URL(await listen(server)).port);
}

/** Sends raw bytes, keeps the connection open and gives what came back when the server closed it. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket
      .on('data', (chunk) => (received += chunk.toString()))
      .on('close', () => resolve(received))
      .on('error', reject);
  });
}

const problemIn = (received: string) => Problem.parse(JSON.parse(received.slice(received.indexOf('\r\n\r\n'))));

describe('createHttpServer', () => {
  it('has the measured timeouts', async () => {
    await serve();
    expect(productionTimeouts).toEqual({ headersMs: 8000, requestMs: 15_000, keepAliveMs: 5000, unreadMs: 15_000, checkEveryMs: 2000 });
    expect(server).toMatchObject({ headersTimeout: 8000, requestTimeout: 15_000, keepAliveTimeout: 5000 });
  });

  const impatient: Timeouts = { headersMs: 100, requestMs: 200, keepAliveMs: 100, unreadMs: 1000, checkEveryMs: 20 };

  it.each([
    ['that sends no end of its headers', 'GET /livez HTTP/1.1\r\nHost: a\r\nX-Langzaam: '],
    ['that sends no end of its body', 'POST /api/v1/ask HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"q'],
  ])('drops a client %s', async (_name, bytes) => {
    const received = await exchange(await serve(impatient), bytes);
    expect(received).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\nContent-Type: application\/problem\+json\r\n/);
    expect(problemIn(received)).toMatchObject({ status: 408 });
  });

  it('drops a client that is told so and keeps its side of the connection open', async () => {
    server = createHttpServer(createTestApp().app, impatient);
    const { port } = new URL(await listen(server));
    const dropped = new Promise((resolve) => server!.once('connection', (socket: Socket) => socket.once('close', () => resolve('dropped'))));
    const client = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined);
    client.resume();
    expect(await dropped).toBe('dropped');
    client.destroy();
  });

  it('drops an answer that its client does not read', async () => {
    server = createHttpServer((_req, res) => void res.end('x'.repeat(50_000_000)), impatient);
    const { port } = new URL(await listen(server));
    const dropped = new Promise((resolve) => server!.once('connection', (socket: Socket) => socket.once('close', () => resolve('dropped'))));
    const client = connect(Number(port), '127.0.0.1', () => client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')).on('error', () => undefined);
    client.pause();
    expect(await dropped).toBe('dropped');
    client.destroy();
  });

  it('gives a slow reader its whole answer', async () => {
    const size = 20_000_000;
    server = createHttpServer((_req, res) => void res.end('x'.repeat(size)), impatient);
    const { port } = new URL(await listen(server));
    let received = 0;
    await new Promise<void>((resolve, reject) => {
      const client = connect(Number(port), '127.0.0.1', () => client.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'));
      client.on('data', (chunk: Buffer) => {
        received += chunk.length;
        client.pause();
        setTimeout(() => client.resume(), 1);
      });
      client.on('close', () => resolve()).on('error', reject);
    });
    expect(received).toBeGreaterThan(size);
  });

  it('closes connections past the most that may be open, and takes new ones when others have gone', async () => {
    server = createHttpServer(createTestApp().app, productionTimeouts, 2);
    const { port } = new URL(await listen(server));
    const open = () => connect(Number(port), '127.0.0.1').on('error', () => undefined);
    const [one, two] = [open(), open()];
    await Promise.all([one, two].map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const third = open();
    await new Promise((resolve) => third.once('close', resolve));
    one.destroy();
    two.destroy();
    await new Promise<void>((resolve) => {
      const look = () => void server!.getConnections((_error, count) => (count === 0 ? resolve() : setImmediate(look)));
      look();
    });
    expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
  });

  it('drops a client that sends nothing at all', async () => {
    expect(await exchange(await serve(impatient), '')).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it.each([
    ['what is no HTTP', 'wie betaalt dit?\r\n\r\n', 400],
    ['two lengths', 'POST /livez HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['a length and chunks', 'POST /livez HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    ['headers over 16 kB', `GET /livez HTTP/1.1\r\nHost: a\r\nX-Groot: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers %s with a problem', async (_name, bytes, status) => {
    const received = await exchange(await serve(), bytes);
    expect(received).toContain(`HTTP/1.1 ${status} `);
    expect(problemIn(received.slice(received.lastIndexOf('HTTP/1.1')))).toMatchObject({ status });
  });

  it('closes the connection rather than read a huge body off', async () => {
    const head = 'POST /api/v1/ask HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n';
    const received = await exchange(await serve(), head);
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toContain('Connection: close');
  });

  it('answers a chunked body over the limit', async () => {
    const chunk = 'x'.repeat(40_000);
    const received = await exchange(
      await serve(),
      `POST /api/v1/ask HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.length.toString(16)}\r\n${chunk}\r\n0\r\n\r\n`,
    );
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
  });
});
