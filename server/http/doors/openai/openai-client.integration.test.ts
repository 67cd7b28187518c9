import type { Server } from 'node:http';
import OpenAI from 'openai-client';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../assistant/services.ts';
import { QueueFullError } from '../../../errors.ts';
import { createTestApp } from '../../../testing/create-test-app.ts';
import { fakeAssistant } from '../../../testing/fake-services.ts';
import { listen } from '../../../testing/listen.ts';
import { createHttpServer } from '../../http-server.ts';
import { examples } from '../../openapi/examples.ts';
import type { ChatCompletion } from './chat-completion.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(ask: Assistant['ask'] = fakeAssistant.ask, config = {}) {
  const test = createTestApp({ services: { assistant: { ...fakeAssistant, ask } }, config });
  server = createHttpServer(test.app);
  const address = await listen(server);
  const client = new OpenAI({ baseURL: `${address}/openai/v1`, apiKey: 'geen', maxRetries: 0 });
  return { ...test, client, address };
}

const model = 'bekostigingswijzer';
const question = { role: 'user', content: 'Wanneer wordt coördinatie betaald?' } as const;
const { quote } = examples.answer.citations[0]!;

interface Chunk {
  choices: { delta: { content?: string; annotations?: ChatCompletion['choices'][0]['message']['annotations'] }; finish_reason: string | null }[];
  citations?: ChatCompletion['citations'];
  usage?: unknown;
}

describe('the openai package', () => {
  it('finds the model', async () => {
    const { client } = await serve();
    const { data } = await client.models.list();
    expect(data.map(({ id }) => id)).toEqual([model]);
  });

  it('gets an answer with its sources in the text, as annotations and whole', async () => {
    const { client, address } = await serve();
    const completion = (await client.chat.completions.create({ model, messages: [{ role: 'system', content: 'Zeg ja.' }, question] })) as unknown as ChatCompletion;
    const { content, annotations } = completion.choices[0].message;
    expect(content).toContain(`> ${quote} [1]`);
    expect(content).toContain('### Bronnen bij dit antwoord\n\n- [1] Voorbeelddocument');
    expect(content).toContain(`<${address}/bronnen/voorbeeld-2024#`);
    const [{ url_citation: cited }] = annotations as [(typeof annotations)[0]];
    expect(content.slice(cited.start_index, cited.end_index)).toBe('[1]');
    expect(cited).toMatchObject({ quote, title: `Voorbeelddocument, p. 1: ‘${quote}’` });
    expect(cited.url).toBe(`${address}${examples.answer.citations[0]!.href}&page=1`);
    expect(completion.citations.map(({ url: _url, ...citation }) => citation)).toEqual(examples.answer.citations);
    expect(completion).toMatchObject({ outcome: 'beantwoord', usage: { total_tokens: 0 }, ignored: [{ param: 'messages[0]' }] });
  });

  it('gets the same in pieces', async () => {
    const { client } = await serve();
    const whole = (await client.chat.completions.create({ model, messages: [question] })) as unknown as ChatCompletion;
    const stream = await client.chat.completions.create({ model, messages: [question], stream: true, stream_options: { include_usage: true } });
    const chunks: Chunk[] = [];
    for await (const chunk of stream) chunks.push(chunk as unknown as Chunk);
    const choices = chunks.flatMap((chunk) => chunk.choices);
    expect(choices.map(({ delta }) => delta.content ?? '').join('')).toBe(whole.choices[0].message.content);
    expect(choices.flatMap(({ delta }) => delta.annotations ?? [])).toEqual(whole.choices[0].message.annotations);
    expect(chunks.find(({ citations }) => citations)?.citations).toEqual(whole.citations);
    expect(choices.at(-1)).toMatchObject({ delta: {}, finish_reason: 'stop' });
    // before the last: a client that stops reading there has it
    expect(choices.at(-2)?.delta.annotations).toBeDefined();
    expect(chunks.at(-1)?.usage).toEqual({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 });
  });

  it('ends a stream as others do', async () => {
    const { address } = await serve();
    const response = await fetch(`${address}/openai/v1/chat/completions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ model, messages: [question], stream: true }) });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const lines = (await response.text()).trimEnd().split('\n\n');
    expect(lines.every((line) => line.startsWith('data: '))).toBe(true);
    expect(lines.at(-1)).toBe('data: [DONE]');
  });

  it.each([false, true])('has titles and tags made without a question being asked (stream: %s)', async (stream) => {
    let asked = 0;
    const { client, logged } = await serve(
      (...given) => {
        asked += 1;
        return fakeAssistant.ask(...given);
      },
      { rateLimits: { perAddress: 0, perSession: 1 } },
    );
    const content = '### Task:\nGenerate a concise title.\n### Output:\nJSON format: { "title": "x" }\n<chat_history>\nUSER: Wie betaalt dit?\n</chat_history>';
    const title = async (): Promise<string> => {
      if (!stream) return (await client.chat.completions.create({ model, messages: [{ role: 'user', content }] })).choices[0]?.message.content ?? '';
      let text = '';
      for await (const chunk of await client.chat.completions.create({ model, messages: [{ role: 'user', content }], stream: true })) text += chunk.choices[0]?.delta.content ?? '';
      return text;
    };
    // more often than a session may ask
    for (let i = 0; i < 3; i += 1) expect(await title()).toBe('{"title":"Wie betaalt dit"}');
    expect(asked).toBe(0);
    expect(logged().some(({ job }) => job === 'title')).toBe(true);
    await client.chat.completions.create({ model, messages: [question] });
    await expect(client.chat.completions.create({ model, messages: [question] })).rejects.toBeInstanceOf(OpenAI.RateLimitError);
  });

  it('gets its own errors', async () => {
    const { client } = await serve();
    const create = (more: object) => client.chat.completions.create({ model, messages: [question], ...more });
    await expect(create({ model: 'gpt-4o' })).rejects.toBeInstanceOf(OpenAI.NotFoundError);
    await expect(create({ tools: [{ type: 'function', function: { name: 'f' } }] })).rejects.toMatchObject({ status: 400, param: 'tools', type: 'invalid_request_error' });
    await expect(create({ messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:,' } }] }] })).rejects.toMatchObject({ status: 400, param: 'messages[0].content[0]' });
    await expect(create({ messages: [{ role: 'user', content: 'Wie betaalt mevrouw De Vries, geboren 3 april 1950?' }] })).rejects.toMatchObject({ status: 400, code: 'patientgegevens' });
    await expect(client.embeddings.create({ model, input: 'x' })).rejects.toMatchObject({ status: 404 });
  });

  it('hears of a fault before the answer and on the way, without what it was', async () => {
    const failing = (error: Error, text?: string): Assistant['ask'] => (_request, { onEvent } = {}) => {
      if (text !== undefined) onEvent?.({ type: 'delta', text });
      return Promise.reject(error);
    };
    for (const stream of [false, true]) {
      const { client } = await serve(failing(new Error('/srv geheim')));
      await expect(client.chat.completions.create({ model, messages: [question], stream })).rejects.toMatchObject({ status: 500, message: expect.not.stringContaining('geheim') as string });
    }
    const { client } = await serve(failing(new QueueFullError('Het is druk.'), 'Het '));
    const stream = await client.chat.completions.create({ model, messages: [question], stream: true });
    const read = async () => {
      for await (const _chunk of stream);
    };
    await expect(read()).rejects.toThrow(/druk/);
  });
});
