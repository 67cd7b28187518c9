import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { abstention, answer, documents, searchResult } from '../testing/fixtures.ts';
import { observeAsk, observeSearch } from './observe.ts';
import { systemAt } from './over-http.ts';

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const server = (respond: (url: string, init?: RequestInit) => Response | Promise<Response>, wait = vi.fn(() => Promise.resolve())) => {
  const send = vi.fn((url: string | URL | Request, init?: RequestInit) => Promise.resolve(respond(String(url), init)));
  return { system: systemAt('http://server.test/', { fetch: send, wait }), send, wait };
};

const ask = (system: ReturnType<typeof systemAt>) => observeAsk(system, { question: 'Tot wanneer loopt het?' }, 1000);

test('asks over the contract, the question in the body and not in the address', async () => {
  const { system, send } = server(() => json(answer()));
  expect((await ask(system)).answer).toEqual(answer());
  const [url, init] = send.mock.calls[0]!;
  expect(url).toBe('http://server.test/api/v1/ask');
  expect(JSON.parse(init!.body as string)).toEqual({ question: 'Tot wanneer loopt het?' });
});

test('reads documents and searches', async () => {
  const [first] = documents.values();
  const { system } = server((url) => (url.endsWith('/documents') ? json([first]) : url.endsWith('/search') ? json({ results: [searchResult('brief', 'Dat is alles.')] }) : json(first)));
  expect(await system.documents()).toEqual([first]);
  expect((await observeSearch(system, 'wat', 5, 1000)).results).toHaveLength(1);
});

describe('names what goes wrong', () => {
  test.each([
    ['an answer that is no JSON', () => new Response('<h1>Welkom</h1>'), 'unreadable', 'het is geen JSON'],
    ['an answer of another form', () => json({ antwoord: 'ja' }), 'unreadable', 'veld id'],
    ['a citation without offsets', () => json({ ...answer(), citations: [{ n: 1 }] }), 'unreadable', 'veld citations.0'],
    ['an empty answer', () => new Response(''), 'unreadable', 'geen JSON'],
    ['a problem', () => json({ type: 'x', title: 'Fout', status: 500, detail: 'Er ging iets mis.' }, 500), 'refused', 'HTTP 500 op /ask: Er ging iets mis.'],
    ['a page that does not exist', () => new Response('nee', { status: 404 }), 'refused', 'HTTP 404 op /ask: geen uitleg van de server'],
  ])('%s', async (_, respond, failure, message) => {
    const { error, answer: none } = await ask(server(respond).system);
    expect(none).toBeUndefined();
    expect(error?.failure).toBe(failure);
    expect(error?.message).toContain(message);
  });

  test('a server that is not there', async () => {
    const system = systemAt('http://server.test', { fetch: () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })) });
    expect((await ask(system)).error).toEqual({ failure: 'unreachable', message: 'De server is niet bereikbaar (ECONNREFUSED). Staat hij aan, en klopt het adres?' });
  });

  test('a server that never answers, and the request is broken off', async () => {
    let aborted = false;
    const system = systemAt('http://server.test', {
      fetch: (_, init) => new Promise((__, reject) => init!.signal!.addEventListener('abort', () => { aborted = true; reject(new Error('aborted')); })),
    }); // prettier-ignore
    const { error } = await observeAsk(system, { question: 'x' }, 20);
    expect(error).toEqual({ failure: 'timeout', message: 'Geen antwoord binnen 0.02 seconden.' });
    expect(aborted).toBe(true);
  });
});

describe('is patient with a busy server', () => {
  test('waits as long as it asks, then goes on', async () => {
    let calls = 0;
    const { system, wait } = server(() => ((calls += 1) === 1 ? json({}, 429, { 'retry-after': '7' }) : json(abstention())));
    expect((await ask(system)).answer?.abstained).toBe(true);
    expect(wait.mock.calls).toEqual([[7000]]);
  });

  test('waiting is no part of the time, and is no reason to give up', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let calls = 0;
    const wait = vi.fn(async () => void (await vi.advanceTimersByTimeAsync(150)));
    const { system } = server(() => ((calls += 1) === 1 ? json({}, 503, { 'retry-after': '1' }) : json(abstention())), wait);
    const { answer: given, latencyMs } = await observeAsk(system, { question: 'x' }, 100);
    expect(given?.abstained).toBe(true);
    expect(latencyMs).toBeLessThan(100);
  });

  test('but not for ever', async () => {
    const { system, send } = server(() => json({ type: 'x', title: 'Druk', status: 429, detail: 'Te veel vragen.' }, 429));
    const { error } = await ask(system);
    expect(error).toEqual({ failure: 'refused', message: 'HTTP 429 op /ask: Te veel vragen.' });
    expect(send).toHaveBeenCalledTimes(7);
  });
});
