import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createHttpServer } from '../http/http-server.ts';
import { closeServer } from './shutdown.ts';
import { listen } from '../testing/listen.ts';

describe('closeServer', () => {
  it('cuts off what does not finish in time', async () => {
    const server = createHttpServer(() => undefined);
    const address = await listen(server);
    const call = fetch(address);
    await new Promise((resolve) => server.once('request', resolve));
    const closed = closeServer(server, 50);
    await expect(call).rejects.toThrow();
    expect(await closed).toEqual({ cutOff: true });
  });

  it('does not wait for idle connections', async () => {
    const server = createHttpServer((_req, res) => void res.end('x'));
    const { port } = new URL(await listen(server));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    const gone = new Promise((resolve) => socket.once('close', resolve));
    expect(await closeServer(server, 30_000)).toEqual({ cutOff: false });
    await gone;
  });
});
