import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { FakeEncoder } from './fake-encoder.ts';

export interface EmbeddingsCall {
  path: string;
  authorization: string | undefined;
  body: { model: string; input: string[] };
}

export interface FakeEmbeddingsServer {
  /** `http://127.0.0.1:PORT/v1` */
  url: string;
  calls: EmbeddingsCall[];
  /** Answers from now on with this instead of a vector. */
  respondWith(respond: ((response: ServerResponse, request: IncomingMessage) => void) | undefined): void;
  close(): Promise<void>;
}

/** An OpenAI-compatible embeddings address on this machine; vectors of the fake encoder, twice as long as they should be. */
export async function startFakeEmbeddings(): Promise<FakeEmbeddingsServer> {
  const encoder = new FakeEncoder();
  const calls: EmbeddingsCall[] = [];
  let respond: ((response: ServerResponse, request: IncomingMessage) => void) | undefined;
  const server: Server = createServer((request, response) => {
    void (async () => {
      const body = JSON.parse(await text(request)) as EmbeddingsCall['body'];
      calls.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      if (respond) return respond(response, request);
      const { vector } = await encoder.encodePassage(body.input);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ object: 'list', model: body.model, data: [{ index: 0, embedding: [...vector].map((x) => x * 2) }] }));
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    respondWith: (next) => (respond = next),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
