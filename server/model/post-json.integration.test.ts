import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { postJson } from './post-json.ts';

const sockets = new Set<Socket>();
let server: Server | undefined;
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
});

async function listenRaw(onSocket: (socket: Socket) => void): Promise<number> {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

const limits = { connectMs: 3_000, totalMs: 15_000, mostBytes: 1000 };

it('gives up on a server that accepts and never answers', async () => {
  const port = await listenRaw(() => undefined);
  await expect(postJson(new URL(`http://127.0.0.1:${port}/`), {}, { ...limits, totalMs: 50 })).rejects.toMatchObject({ reason: 'timeout' });
});

it('gives up on a server that stops halfway', async () => {
  const port = await listenRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":'));
  await expect(postJson(new URL(`http://127.0.0.1:${port}/`), {}, { ...limits, totalMs: 50 })).rejects.toMatchObject({ reason: 'timeout' });
});

it('gives up on a server that never finishes the TLS handshake', async () => {
  const port = await listenRaw(() => undefined);
  await expect(postJson(new URL(`https://127.0.0.1:${port}/`), {}, { ...limits, connectMs: 50 })).rejects.toMatchObject({ reason: 'connect' });
});

it('tells an answer that breaks off', async () => {
  const port = await listenRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":'));
  await expect(postJson(new URL(`http://127.0.0.1:${port}/`), {}, limits)).rejects.toMatchObject({ reason: 'content' });
});
