import { createServer } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ModelUnavailableError } from '../errors.ts';
import { createEncoder } from './create-encoder.ts';
import { RemoteEncoder, remoteModelSha256 } from './remote-encoder.ts';
import { FakeEncoder } from './testing/fake-encoder.ts';
import { startFakeEmbeddings } from './testing/fake-embeddings-server.ts';

const server = await startFakeEmbeddings();
afterAll(() => server.close());
beforeEach(() => {
  server.respondWith(undefined);
  server.calls.length = 0;
});

const apiKey = 'sk-zeer-geheim';
const connect = (change: Partial<Parameters<typeof RemoteEncoder.connect>[0]> = {}) =>
  RemoteEncoder.connect({ url: server.url, model: 'bge-m3', apiKey, ...change });

describe('RemoteEncoder', () => {
  it('gives the server’s vectors at unit length, and no token vectors', async () => {
    const encoder = await connect();
    expect(encoder.dimensions).toBe(9);
    const encoded = await encoder.encodePassage(['De gemeente betaalt.', 'De verzekeraar niet.'], 'Titel');
    const expected = await new FakeEncoder().encodePassage(['Titel De gemeente betaalt. De verzekeraar niet.']);
    expect([...encoded.vector]).toEqual([...expected.vector].map((x) => expect.closeTo(x, 6) as number));
    expect(encoded).toMatchObject({ ids: [], parts: [] });
    expect(encoded.vectors).toHaveLength(0);
  });

  it('asks as OpenAI’s interface has it, with the key and the model', async () => {
    await (await connect()).encodeQuery('wie betaalt');
    expect(server.calls.at(-1)).toEqual({
      path: '/v1/embeddings',
      authorization: `Bearer ${apiKey}`,
      body: { model: 'bge-m3', input: ['wie betaalt'], encoding_format: 'float' },
    });
    await connect({ url: `${server.url}/embeddings/` });
    expect(server.calls.at(-1)?.path).toBe('/v1/embeddings');
  });

  it.each([
    ['intfloat/multilingual-e5-large', 'query: zorg', 'passage: zorg'],
    ['intfloat/multilingual-e5-large-instruct', 'zorg', 'zorg'],
    ['text-embedding-3-small', 'zorg', 'zorg'],
  ])('gives %s the prefixes it was trained with', async (model, query, passage) => {
    const encoder = await connect({ model });
    await encoder.encodeQuery('zorg');
    await encoder.encodePassage(['zorg']);
    expect(server.calls.slice(-2).map(({ body }) => body.input[0])).toEqual([query, passage]);
  });

  it('is another model at another address or by another name, whatever the key', () => {
    const model = { url: 'https://a.nl/v1', model: 'm' };
    const sha = remoteModelSha256(model);
    expect(sha).toMatch(/^[0-9a-f]{64}$/);
    expect(remoteModelSha256({ ...model, url: 'https://a.nl/v1/embeddings', apiKey: 'x' })).toBe(sha);
    expect(remoteModelSha256({ ...model, model: 'n' })).not.toBe(sha);
    expect(remoteModelSha256({ ...model, url: 'https://b.nl/v1' })).not.toBe(sha);
  });

  it.each<[string, Parameters<typeof server.respondWith>[0], RegExp]>([
    ['a refused key', (response) => void response.writeHead(401).end(`wrong key ${apiKey}`), /EMBEDDINGS_API_KEY klopt niet/],
    ['an unknown model', (response) => void response.writeHead(404).end(), /kent dit adres of dit model niet/],
    ['a limit', (response) => void response.writeHead(429).end(), /laat nu geen verzoeken meer toe/],
    ['a fault', (response) => void response.writeHead(500).end('stack'), /gaf foutcode 500/],
    ['no JSON', (response) => void response.end('<html>'), /niet te lezen/],
    ['an answer without vector', (response) => void response.end('{"data":[]}'), /geen bruikbare vector/],
    ['a vector of zeros', (response) => void response.end('{"data":[{"embedding":[0,0]}]}'), /geen bruikbare vector/],
    ['a broken connection', (response) => void response.destroy(), /is niet te bereiken/],
    ['an answer without end', (response) => { while (response.write(' '.repeat(100_000)) || response.writableLength < 5_000_000); }, /niet te lezen/], // prettier-ignore
  ])('tells %s in Dutch, without key, text or what the server wrote', async (_, respond, expected) => {
    const encoder = await connect();
    server.respondWith(respond);
    const error: unknown = await encoder.encodeQuery('geheime vraag').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ModelUnavailableError);
    const { message } = error as Error;
    expect(message).toMatch(expected);
    expect(message).toContain('Controleer EMBEDDINGS_URL, EMBEDDINGS_MODEL en EMBEDDINGS_API_KEY');
    expect(message).not.toMatch(/geheim|stack|html/);
    expect((error as Error).cause).toBeUndefined();
  });

  it('follows no redirect: the key stays with its host', async () => {
    server.respondWith((response) => void response.writeHead(307, { Location: `${server.url}/elders` }).end());
    await expect(connect()).rejects.toThrow(/foutcode 307/);
    expect(server.calls).toHaveLength(1);
  });

  it('refuses a vector of another length than at the start', async () => {
    const encoder = await connect();
    server.respondWith((response) => void response.end('{"data":[{"embedding":[1,0]}]}'));
    await expect(encoder.encodeQuery('x')).rejects.toThrow(/andere lengte/);
  });

  it('tells an address where nobody listens', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as { port: number };
    await new Promise((done) => taken.close(done));
    await expect(connect({ url: `http://127.0.0.1:${port}/v1` })).rejects.toThrow(`(127.0.0.1:${port}) is niet te bereiken`);
  });

  it('is what the configuration chooses in place of the local model', async () => {
    const encoder = await createEncoder({ embeddingModelDir: '/bestaat-niet', remoteEmbeddings: { url: server.url, model: 'm' } });
    expect(encoder).toBeInstanceOf(RemoteEncoder);
    await expect(createEncoder({ embeddingModelDir: '/srv/geheim/bestaat-niet' })).rejects.toThrow('"bestaat-niet" is niet compleet');
  });
});
