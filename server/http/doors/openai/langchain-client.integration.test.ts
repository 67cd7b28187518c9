import type { Server } from 'node:http';
import { ChatOpenAI } from '@langchain/openai';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp } from '../../../testing/create-test-app.ts';
import { listen } from '../../../testing/listen.ts';
import { createHttpServer } from '../../http-server.ts';
import { examples } from '../../openapi/examples.ts';

const { quote } = examples.answer.citations[0]!;
let server: Server;
let model: ChatOpenAI;

beforeAll(async () => {
  server = createHttpServer(createTestApp().app);
  const baseURL = `${await listen(server)}/openai/v1`;
  model = new ChatOpenAI({ model: 'bekostigingswijzer', apiKey: 'geen', configuration: { baseURL }, maxRetries: 0, useResponsesApi: false });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('ChatOpenAI of LangChain gets an answer with its sources, whole and in pieces', async () => {
  const question = [['system', 'Zeg ja.'], ['human', 'Wanneer wordt coördinatie betaald?']] as [string, string][];
  const whole = (await model.invoke(question)).text;
  expect(whole).toContain(`> ${quote} [1]`);
  let streamed = '';
  for await (const chunk of await model.stream(question)) streamed += chunk.text;
  expect(streamed).toBe(whole);
});

it('ChatOpenAI is told that another form of answer is refused', async () => {
  await expect(model.withConfig({ response_format: { type: 'json_object' } }).invoke('Wie betaalt?')).rejects.toThrow(/antwoordt in Markdown/);
});
