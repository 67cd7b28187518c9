import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAssistant } from './assistant.ts';
import { isVerified } from '../answer/is-verified.ts';
import { readConfig, type Config } from '../runtime/config.ts';
import type { Logger } from '../runtime/logger.ts';
import { Metrics } from '../runtime/metrics.ts';
import { CURRENT, INDEX_FILES } from '../search/index-manifest.ts';
import { readPointer } from '../search/index-pointer.ts';
import { readIndex, type SearchIndex } from '../search/index-reader.ts';
import { writeIndex, type IndexContent } from '../search/index-writer.ts';
import { copyTokens } from '../search/passage-tokens.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { startFakeEmbeddings } from '../model/testing/fake-embeddings-server.ts';
import { remoteModelSha256 } from '../model/remote-encoder.ts';
import type { Services } from './services.ts';

const ready = readConfig({}).indexDir;
const root = await mkdtemp(join(tmpdir(), 'assistant-'));
afterAll(() => rm(root, { recursive: true, force: true }));

/** What stands in an index, to write it again with changes. */
async function contentOf(index: SearchIndex): Promise<IndexContent> {
  const { documents, glossary, rulesDir, manifest } = index;
  const { model, corpusSha256, settings, counts } = manifest;
  const ordinals = Array.from({ length: counts.passages }, (_, ordinal) => ordinal);
  const passages = (await index.passages(ordinals)).map(({ passage }) => passage);
  const [vectors, tokens] = [await index.meanVectors(), await index.tokens(ordinals, copyTokens)];
  return { documents: [...documents.values()], passages, vectors, tokens, glossary, rulesDir, model, corpusSha256, settings };
}

function recordingLogger(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const log = (_: object, message: string) => lines.push(message);
  return { logger: { info: log, warn: log, error: log } as unknown as Logger, lines };
}

describe('an assistant whose index is replaced while it works', () => {
  const indexDir = join(root, 'index');
  const { logger, lines } = recordingLogger();
  let services: Services;
  beforeAll(async () => {
    await cp(ready, indexDir, { recursive: true });
    services = await createAssistant(readConfig({ INDEX_DIR: indexDir }), logger, new Metrics());
    expect(services.warnings).toBeUndefined();
  });
  afterAll(() => services.close?.());

  const titles = () => services.documents.list().map(({ title }) => title);

  it('takes the new one over without losing a request', async () => {
    const old = await readIndex(indexDir);
    const renamed = [...old.documents.values()].map((document) => ({ ...document, title: `${document.title} (nieuw)` }));
    // Written elsewhere, as another process would; here it only takes over.
    const elsewhere = join(root, 'elsewhere');
    const version = await writeIndex(elsewhere, { ...(await contentOf(old)), documents: renamed });
    await cp(join(elsewhere, version), join(indexDir, version), { recursive: true });
    let asking = true;
    let answered = 0;
    const ask = async (): Promise<void> => {
      while (asking) {
        expect(await services.assistant.search({ query: 'wie betaalt de samenwerking', limit: 3 })).toHaveLength(3);
        // One engine from start to end: what is quoted stands in the documents of one version.
        const { citations } = await services.assistant.ask({ question: 'Tot wanneer loopt het experiment?' });
        expect(new Set(citations.map(({ title }) => title.endsWith('(nieuw)'))).size).toBeLessThanOrEqual(1);
        for (const citation of citations) expect(isVerified(citation, old.documents)).toBe(true);
        answered += 1;
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    const clients = Promise.all([ask(), ask(), ask()]);
    await cp(join(elsewhere, CURRENT), join(indexDir, CURRENT));
    await vi.waitFor(() => expect(titles().every((title) => title.endsWith('(nieuw)'))).toBe(true), 30_000);
    await vi.waitFor(() => expect(answered).toBeGreaterThan(3), 120_000);
    asking = false;
    await clients;
    expect(lines).toContain('new index taken into use');
  });

  it('keeps the last good one when the next is damaged, and takes the one after that', async () => {
    const before = titles();
    const { version } = (await readPointer(indexDir))!.current;
    await cp(join(indexDir, version), join(indexDir, 'v1-kapot'), { recursive: true });
    await writeFile(join(indexDir, 'v1-kapot', INDEX_FILES.documents), '[]');
    await writeFile(join(indexDir, CURRENT), (await readFile(join(indexDir, CURRENT), 'utf8')).replace(version, 'v1-kapot'));
    await vi.waitFor(() => expect(lines).toContain('new index refused; the last good one keeps serving'), 30_000);
    expect(services.warnings).toEqual([expect.stringMatching(/^Een nieuwe index is geweigerd: Het indexbestand "documents\.jsonl" ontbreekt of is beschadigd/)]);
    expect(titles()).toEqual(before);
    expect(await services.assistant.search({ query: 'overeenkomst', limit: 3 })).toHaveLength(3);
    await cp(ready, indexDir, { recursive: true });
    await vi.waitFor(() => expect([titles().some((title) => title.endsWith('(nieuw)')), services.warnings]).toEqual([false, undefined]), 30_000);
  });
});

describe('an assistant that starts on a damaged index', () => {
  it('serves the version before it and says why, or ends with the reason when there is none', async () => {
    const indexDir = join(root, 'beschadigd');
    await cp(ready, indexDir, { recursive: true });
    const first = await readIndex(indexDir);
    const second = await writeIndex(indexDir, await contentOf(first));
    await first.close();
    await writeFile(join(indexDir, second, INDEX_FILES.glossary), 'anders');
    const { logger, lines } = recordingLogger();
    const services = await createAssistant(readConfig({ INDEX_DIR: indexDir }), logger, new Metrics());
    expect(services.warnings).toEqual([expect.stringMatching(/^De nieuwste index is niet te gebruiken: Het indexbestand "glossary\.yaml" ontbreekt of is beschadigd.* is in gebruik\.$/)]);
    expect(services.warnings![0]).toContain(first.version);
    expect(lines).toContain('index refused; the last good one serves');
    expect(await services.assistant.search({ query: 'overeenkomst', limit: 3 })).toHaveLength(3);
    await services.close?.();
    await rm(join(indexDir, first.version), { recursive: true });
    await expect(createAssistant(readConfig({ INDEX_DIR: indexDir }), logger, new Metrics())).rejects.toThrow('"glossary.yaml" ontbreekt of is beschadigd');
  });
});

describe('an assistant with more questions than its models can take', () => {
  it('answers some by words alone, and the others meanwhile, not after them', async () => {
    const metrics = new Metrics();
    const services = await createAssistant(readConfig({ INDEX_DIR: ready, QUEUE_DEPTH: '2', ANSWER_WITHIN_SECONDS: '170' }), recordingLogger().logger, metrics);
    const order: boolean[] = [];
    const ask = async (): Promise<void> => {
      const { notices } = await services.assistant.ask({ question: 'Tot wanneer loopt het experiment?' });
      order.push(notices.join(' ').includes('alleen op woorden gezocht'));
    };
    await Promise.all(Array.from({ length: 150 }, ask));
    expect(order.filter((byWords) => !byWords).length).toBeGreaterThanOrEqual(3);
    expect(order.indexOf(false)).toBeLessThan(order.lastIndexOf(true));
    expect((await metrics.render()).text).toMatch(/fallbacks_total\{reason="queue-full"\} 14\d/);
    await services.close?.();
  });
});

describe('an assistant that is asked to explain itself', () => {
  it.each([
    ['on', true],
    ['off', false],
  ])('with EXPLAIN=%s', async (setting, explains) => {
    const services = await createAssistant(readConfig({ INDEX_DIR: ready, EXPLAIN: setting }), recordingLogger().logger, new Metrics());
    const question = 'Tot wanneer loopt het experiment?';
    const { trace, blocks } = await services.assistant.ask({ question, explain: true });
    expect(blocks?.length).toBeGreaterThan(0);
    expect(trace?.some(({ step }) => step === 'judge') ?? false).toBe(explains);
    expect(await services.assistant.ask({ question })).not.toHaveProperty('trace');
    await services.close?.();
  });
});

describe('an assistant with embeddings of another server', () => {
  const indexDir = join(root, 'remote');
  const remote = startFakeEmbeddings();
  let config: Config;
  beforeAll(async () => {
    const { url } = await remote;
    config = readConfig({ INDEX_DIR: indexDir, EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: 'klein' });
    const { tokens: _, ...content } = await contentOf(await readIndex(ready));
    const encoder = new FakeEncoder();
    const byId = new Map(content.documents.map((document) => [document.id, document]));
    const vectors = await Promise.all(
      content.passages.map(async ({ documentId, start, end }) => (await encoder.encodePassage([byId.get(documentId)!.text.slice(start, end)])).vector),
    );
    await writeIndex(indexDir, {
      ...content,
      vectors: Float32Array.from(vectors.flatMap((vector) => [...vector])),
      model: { sha256: remoteModelSha256({ url, model: 'klein' }), dimensions: encoder.dimensions, lateInteraction: false },
    });
  });
  afterAll(async () => (await remote).close());

  it('searches, and answers with verified quotes', async () => {
    const services = await createAssistant(config, recordingLogger().logger, new Metrics());
    const { documents } = await readIndex(indexDir);
    expect(await services.assistant.search({ query: 'overeenkomst verzekeraar', limit: 5 })).toHaveLength(5);
    const { citations, answer } = await services.assistant.ask({ question: 'Tot wanneer loopt het experiment?' });
    expect(answer).not.toBe('');
    for (const citation of citations) expect(isVerified(citation, documents)).toBe(true);
    // What was learned on the project's own model means nothing on this one.
    expect(services.warnings).toEqual([expect.stringMatching(/geleerde gewichten .* ander taalmodel .*CARD\.md/)]);
    await services.close?.();
  });

  it('refuses an index of another model', async () => {
    const { remoteEmbeddings } = config;
    const other = { ...config, remoteEmbeddings: { ...remoteEmbeddings!, model: 'groot' } };
    await expect(createAssistant(other, recordingLogger().logger, new Metrics())).rejects.toThrow('ander taalmodel dan het ingestelde');
    await expect(createAssistant({ ...config, indexDir: ready }, recordingLogger().logger, new Metrics())).rejects.toThrow('ander taalmodel');
  });

  it('goes on by words alone when that server is gone, and counts it', async () => {
    const metrics = new Metrics();
    const services = await createAssistant(config, recordingLogger().logger, metrics);
    await (await remote).close();
    expect(await services.assistant.search({ query: 'overeenkomst verzekeraar', limit: 5 })).toHaveLength(5);
    const { notices } = await services.assistant.ask({ question: 'Tot wanneer loopt het experiment?' });
    expect(notices.join(' ')).toContain('alleen op woorden gezocht');
    expect((await metrics.render()).text).toContain('fallbacks_total{reason="model-failed"} 2');
    await services.close?.();
  });

  it('does not start when that server does not answer', async () => {
    await expect(createAssistant(config, recordingLogger().logger, new Metrics())).rejects.toThrow('Controleer EMBEDDINGS_URL');
  });
});
