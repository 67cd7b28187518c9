import type { Server } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import mammoth from 'mammoth';
import OpenAI from 'openai-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { conversationDocx } from '../../../web/lazy/conversation-docx.ts';
import { referencesFile } from '../../../web/lazy/references.ts';
import { conversationMarkdown } from '../../../web/widget/transcript.ts';
import type { Turn } from '../../../web/widget/turn.ts';
import { PROJECT_DIR } from '../../project-dir.ts';
import { createAssistant } from '../../assistant/assistant.ts';
import type { Services } from '../../assistant/services.ts';
import type { Answer, Citation } from '../../contract.ts';
import { readConfig } from '../../runtime/config.ts';
import { createLogger } from '../../runtime/logger.ts';
import { Metrics } from '../../runtime/metrics.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { listen } from '../../testing/listen.ts';
import { createHttpServer } from '../http-server.ts';
import type { LinkedCitation } from './linked-citation.ts';
import type { ChatCompletion } from './openai/chat-completion.ts';

const QUESTIONS = 30;

let services: Services;
let server: Server;
let address: string;
let mcp: Client;

beforeAll(async () => {
  services = await createAssistant(readConfig({}), createLogger('silent'), new Metrics());
  server = createHttpServer(createTestApp({ services }).app);
  address = await listen(server);
  mcp = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await mcp.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
});

afterAll(async () => {
  await mcp.close();
  server.closeAllConnections();
  server.close();
  await services.close?.();
});

/** Questions of the tune half that the sources answer, spread evenly over its files. */
function questions(): string[] {
  const folder = join(PROJECT_DIR, 'eval', 'cases');
  const files = readdirSync(folder).filter((name) => name.startsWith('tune-'));
  const cases = files.flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as { question: string; abstain: boolean; history?: unknown }[]);
  const all = [...new Set(cases.filter(({ abstain, history }) => !abstain && history === undefined).map(({ question }) => question))];
  return Array.from({ length: QUESTIONS }, (_, i) => all[Math.floor((i * all.length) / QUESTIONS)]!);
}

/** As the chat keeps an answer, from which it makes files. */
const turnOf = ({ question, answer, blocks, citations, ...rest }: Answer): Turn => ({ id: rest.id, question, state: 'done', text: answer, blocks, citations, answer: rest, checkedOn: '2026-11-30' });

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Each citation stands in Markdown, Word and lists of references with its number, document, page and quote. */
async function expectInFiles(answer: Answer): Promise<void> {
  const turns = [turnOf(answer)];
  const markdown = flat(conversationMarkdown(turns, (path) => address + path, 'vandaag').replace(/^> ?/gm, '').replace(/\\([^\w\s])/g, '$1'));
  const word = await conversationDocx(turns, (path) => address + path, 'vandaag');
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(await word.arrayBuffer()) });
  const footnotes = [...html.matchAll(/<li id="footnote-\d+">(.*?)<\/li>/g)].map(([, text = '']) => flat(text.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')));
  const items = JSON.parse(await referencesFile(turns, 'csl', (path) => address + path).content.text()) as { title: string; custom: { quotes: { page: number; quote: string }[] } }[];
  const ris = await referencesFile(turns, 'ris', (path) => address + path).content.text();
  expect(footnotes).toHaveLength(answer.citations.length);
  expect(items.flatMap(({ custom }) => custom.quotes)).toHaveLength(answer.citations.length);
  for (const { n, title, page, quote } of answer.citations) {
    expect(markdown).toContain(`- [${n}] ${title}`);
    expect(markdown).toContain(flat(quote));
    expect(footnotes.filter((note) => note.includes(title) && note.includes(`${page}`) && note.includes(`“${flat(quote)}”`)), quote).toHaveLength(1);
    expect(items.find((item) => item.title === title)?.custom.quotes).toContainEqual(expect.objectContaining({ page, quote }));
    expect(ris).toContain(`N1  - p. ${page}: “${flat(quote)}”\r\n`);
  }
}

const bare = (citations: readonly LinkedCitation[]): Citation[] => citations.map(({ url: _url, ...citation }) => citation);

describe('an answer', () => {
  it('has the same citations in chat, MCP, OpenAI, Word, Markdown and lists of references, each of which verifies', async () => {
    const openai = new OpenAI({ baseURL: `${address}/openai/v1`, apiKey: 'geen', maxRetries: 0 });
    const asked = questions();
    expect(new Set(asked).size).toBe(QUESTIONS);
    const answers: Answer[] = [];
    let cited = 0;
    for (const question of asked) {
      const response = await fetch(`${address}/api/v1/ask`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ question }) });
      const whole = (await response.json()) as Answer;
      const { citations, answer, outcome } = whole;
      answers.push(whole);
      const overMcp = (await mcp.callTool({ name: 'ask', arguments: { question } })).structuredContent as { citations: LinkedCitation[]; outcome: string };
      const completion = (await openai.chat.completions.create({ model: 'bekostigingswijzer', messages: [{ role: 'user', content: question }] })) as unknown as ChatCompletion;
      const { content, annotations } = completion.choices[0].message;
      expect([overMcp.outcome, completion.outcome]).toEqual([outcome, outcome]);
      expect(bare(overMcp.citations), question).toEqual(citations);
      expect(bare(completion.citations), question).toEqual(citations);
      expect(annotations.map(({ url_citation }) => [url_citation.quote, content.slice(url_citation.start_index, url_citation.end_index)])).toEqual(citations.map(({ n, quote }) => [quote, `[${n}]`]));
      expect(content.replaceAll(address, '')).toContain(answer);
      for (const { quote, documentId, page } of citations) {
        const { structuredContent } = await mcp.callTool({ name: 'verify_quote', arguments: { text: quote, documentId, page } });
        expect(structuredContent, quote).toMatchObject({ status: 'exact', places: expect.arrayContaining([expect.objectContaining({ documentId, page })]) as unknown });
        cited += 1;
      }
    }
    expect(cited).toBeGreaterThan(QUESTIONS);
    // afterwards: making files holds up this process, with which the connections to the server would end
    for (const answer of answers) await expectInFiles(answer);
  });

  it('says of quotes that were changed or made up that they are', async () => {
    const { citations } = await services.assistant.ask({ question: 'Tot wanneer loopt het experiment?' });
    const { quote, documentId } = citations.find((citation) => citation.quote.includes('2029'))!;
    const verify = async (text: string, more: object = {}) => (await mcp.callTool({ name: 'verify_quote', arguments: { text, ...more } })).structuredContent;
    expect(await verify(quote.replace('2029', '2031'))).toMatchObject({ status: 'changed', because: 'words', onlyInText: ['2031'], onlyInSource: ['2029'] });
    expect(await verify(quote.toUpperCase(), { documentId })).toMatchObject({ status: 'changed', because: 'signs' });
    expect(await verify(quote, { documentId, page: 900 })).toMatchObject({ status: 'changed', because: 'page' });
    expect(await verify('Huisartsen krijgen voor elk overleg een vast bedrag van honderd euro per kwartier uitbetaald.')).toMatchObject({ status: 'not-there', places: [] });
  });

  it('comes with passages that can be fetched whole', async () => {
    const found = (await mcp.callTool({ name: 'search', arguments: { query: 'looptijd experiment', limit: 3 } })).structuredContent as { results: { id: string; text: string; url: string }[] };
    expect(found.results).toHaveLength(3);
    for (const { id, text, url } of found.results) {
      expect((await mcp.callTool({ name: 'fetch', arguments: { id } })).structuredContent).toMatchObject({ id, text, url });
    }
  });

  it('comes with a rule check that a model can read', async () => {
    const facts = { onderwerp: 'groep', domein: 'zvw' };
    const short = await mcp.callTool({ name: 'check', arguments: { facts } });
    expect(short.structuredContent).toMatchObject({ routes: expect.arrayContaining([expect.objectContaining({ id: 'pgaz', status: 'onbekend' })]) as unknown });
    const whole = await mcp.callTool({ name: 'check', arguments: { facts, routes: ['pgaz'] } });
    const { routes, citations } = whole.structuredContent as { routes: { id: string; conditions?: { citations: number[] }[] }[]; citations: unknown[] };
    const conditions = routes.find(({ id }) => id === 'pgaz')?.conditions ?? [];
    expect(Math.max(...conditions.flatMap((condition) => condition.citations))).toBeLessThanOrEqual(citations.length);
    const size = (result: unknown): number => JSON.stringify(result).length;
    expect(size(short.structuredContent)).toBeLessThan(size(services.rules?.check(facts)) / 3);
  });
});
