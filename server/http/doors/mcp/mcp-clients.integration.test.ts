import type { Server } from 'node:http';
import { Client as PreviousClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as PreviousTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterEach, describe, expect, it } from 'vitest';
import type { Services } from '../../../assistant/services.ts';
import { createTestApp } from '../../../testing/create-test-app.ts';
import { fakeDocument } from '../../../testing/fake-services.ts';
import { listen } from '../../../testing/listen.ts';
import { createHttpServer } from '../../http-server.ts';

const servers: Server[] = [];
const clients: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(services: Partial<Services> = {}): Promise<string> {
  const server = createHttpServer(createTestApp({ services }).app);
  servers.push(server);
  return listen(server);
}

interface Called {
  isError?: boolean | undefined;
  structuredContent?: unknown;
  content?: unknown;
}
/** What both generations of the client can do. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string; annotations?: { readOnlyHint?: boolean | undefined } | undefined; outputSchema?: unknown }[] }>;
  callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<Called>;
  listResources(): Promise<{ resources: { uri: string }[] }>;
  readResource(resource: { uri: string }): Promise<{ contents: unknown[] }>;
  getInstructions(): string | undefined;
}

const current = (versionNegotiation?: { mode: 'auto' }) => async (address: string): Promise<AnyClient> => {
  const client = new Client({ name: 'test', version: '1.0.0' }, versionNegotiation && { versionNegotiation });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
  clients.push(client);
  return client;
};

async function previous(address: string): Promise<AnyClient> {
  const client = new PreviousClient({ name: 'test', version: '1.0.0' });
  await client.connect(new PreviousTransport(new URL(`${address}/mcp`)));
  clients.push(client);
  return client as unknown as AnyClient;
}

describe.each([
  ['the current client and protocol', current({ mode: 'auto' })],
  ['the current client as it is by default', current()],
  ['the client of the previous generation', previous],
])('%s', (_name, connect) => {
  it('finds tools that only read, each with the form of its answer', async () => {
    const { tools } = await (await connect(await serve())).listTools();
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'search', 'fetch', 'check', 'plan', 'verify_quote']);
    for (const { annotations, outputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(outputSchema).toMatchObject({ type: 'object' });
    }
  });

  it('asks, and verifies what was quoted', async () => {
    const client = await connect(await serve());
    const answer = await client.callTool({ name: 'ask', arguments: { question: 'Wanneer wordt coördinatie betaald?' } });
    const { citations } = answer.structuredContent as { citations: { quote: string; documentId: string; page: number; url: string }[] };
    expect(answer.content).toEqual([{ type: 'text', text: JSON.stringify(answer.structuredContent) }]);
    expect(citations[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/bronnen\/voorbeeld-2024#.*&page=1$/);
    const { quote: text, documentId, page } = citations[0]!;
    const verified = await client.callTool({ name: 'verify_quote', arguments: { text, documentId, page } });
    expect(verified.structuredContent).toMatchObject({ status: 'exact', places: [{ documentId, page, quote: text }] });
  });

  it('searches, and fetches what was found', async () => {
    const client = await connect(await serve());
    const found = (await client.callTool({ name: 'search', arguments: { query: 'coördinatie' } })).structuredContent as { results: { id: string; title: string; url: string; text: string }[] };
    const [first] = found.results;
    expect(first).toMatchObject({ title: 'Voorbeelddocument, p. 1: Voorbeelddocument', text: expect.stringContaining('coördinatie') as string });
    const fetched = await client.callTool({ name: 'fetch', arguments: { id: first!.id } });
    expect(fetched.structuredContent).toMatchObject({ id: first!.id, title: 'Voorbeelddocument', text: first!.text, metadata: { page: '1', statusName: 'Handreiking' } });
    const whole = await client.callTool({ name: 'fetch', arguments: { id: fakeDocument.id } });
    expect(whole.structuredContent).toMatchObject({ text: fakeDocument.text, metadata: { pages: '1' } });
  });

  it('says in Dutch what is wrong with a call', async () => {
    const client = await connect(await serve());
    for (const [name, given, said] of [
      ['ask', { question: '' }, 'Vul een vraag in'],
      ['ask', { question: 7 }, 'Vul een vraag in'],
      ['ask', { question: 'Wie betaalt mevrouw De Vries, geboren 3 april 1950?' }, 'Haal dit weg'],
      ['fetch', { id: 'onbekend' }, 'staat niet bij de bronnen'],
      ['check', { facts: { gekkigheid: 1 } }, 'bestaat niet'],
      ['verify_quote', { text: 'x', documentId: 'onbekend' }, 'staat niet bij de bronnen'],
    ] as const) {
      const refused = await client.callTool({ name, arguments: given });
      expect(refused.isError, name).toBe(true);
      expect(JSON.stringify(refused.content)).toContain(said);
    }
    await expect(client.callTool({ name: 'wis_alles', arguments: {} })).rejects.toThrow(/not found/);
  });

  it('lists and reads documents and routes', async () => {
    const client = await connect(await serve());
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(['bekostigingswijzer://documenten/voorbeeld-2024', 'bekostigingswijzer://routes/pgaz', 'bekostigingswijzer://routes/oi']);
    expect((await client.readResource({ uri: resources[0]!.uri })).contents).toEqual([{ uri: resources[0]!.uri, mimeType: 'text/plain', text: fakeDocument.text }]);
    expect((await client.readResource({ uri: resources[1]!.uri })).contents).toMatchObject([{ mimeType: 'application/json' }]);
    await expect(client.readResource({ uri: 'bekostigingswijzer://documenten/onbekend' })).rejects.toThrow();
    expect(client.getInstructions()).toContain('officiële bronnen');
  });
});

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a fault of our own', () => {
  it('reaches the client in general words', async () => {
    const client = await current({ mode: 'auto' })(await serve({ assistant: { search: () => Promise.reject(new Error('/srv geheim')), ask: () => Promise.reject(new Error('/srv geheim')) } }));
    const failed = await client.callTool({ name: 'ask', arguments: { question: 'Wie betaalt?' } });
    expect(failed.isError).toBe(true);
    expect(JSON.stringify(failed)).toContain('Er ging iets mis aan onze kant');
    expect(JSON.stringify(failed)).not.toContain('geheim');
  });

  it('does not keep working for a client that has left', async () => {
    let [asked, stopped] = [false, false];
    const address = await serve({
      assistant: {
        search: () => Promise.resolve([]),
        ask: (_request, { signal } = {}) => {
          asked = true;
          return new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              stopped = true;
              reject(new Error('weg'));
            });
          });
        },
      },
    });
    const leaving = new AbortController();
    const call = fetch(`${address}/mcp`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'ask', arguments: { question: 'Wie betaalt?' } } }),
      signal: leaving.signal,
    }).catch(() => undefined);
    await until(() => asked);
    leaving.abort();
    await call;
    await until(() => stopped);
  });
});
