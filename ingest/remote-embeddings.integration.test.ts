import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readManifest } from '../server/search/index-reader.ts';
import { startFakeEmbeddings } from '../server/model/testing/fake-embeddings-server.ts';
import { run } from './cli.ts';
import { CORPUS_DIR } from './testing/corpus.ts';

const root = await mkdtemp(join(tmpdir(), 'remote-'));
const server = await startFakeEmbeddings();
const corpus = join(root, 'corpus');
const index = join(root, 'index');
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

/** A corpus of one short document. */
beforeAll(async () => {
  await cp(CORPUS_DIR, corpus, { recursive: true, filter: (path) => !/\/(?:routes|statements|questions|missing\.yaml|comparisons\.yaml)/.test(path) });
  const yaml = await readFile(join(corpus, 'sources.yaml'), 'utf8');
  await writeFile(join(corpus, 'sources.yaml'), yaml.slice(yaml.indexOf('- id: iza'), yaml.indexOf('- id: verslag')));
  for (const file of await readdir(join(corpus, 'documents'))) if (!file.startsWith('iza')) await rm(join(corpus, 'documents', file));
});

async function ingest(env: Record<string, string> = {}): Promise<{ status: number; out: string; err: string; asked: number }> {
  const lines: string[] = [];
  const faults: string[] = [];
  server.calls.length = 0;
  const status = await run(
    ['--corpus', corpus, '--index', index],
    { EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'klein', ...env },
    { line: (text) => lines.push(text), error: (text) => faults.push(text) },
  );
  // The first call learns the length of the vectors.
  return { status, out: lines.join('\n'), err: faults.join('\n'), asked: Math.max(0, server.calls.length - 1) };
}

it('builds with embeddings of another server, without token vectors, and embeds nothing twice', async () => {
  expect(await ingest()).toMatchObject({ status: 0, out: expect.stringMatching(/Let op: De geleerde gewichten .* ander taalmodel[^]*6 passages, waarvan 6 nieuw/) as string, asked: 6 });
  expect((await readManifest(index))?.model).toMatchObject({ dimensions: 9, lateInteraction: false });
  expect(await ingest()).toMatchObject({ out: 'De index is bijgewerkt; er is niets veranderd.', asked: 0 });
  await writeFile(join(corpus, 'vocabulary.yaml'), 'terms: [{ term: meedenkadvies, explanation: Kort advies van een specialist. }]\n');
  expect(await ingest()).toMatchObject({ out: expect.stringMatching(/waarvan 0 nieuw/) as string, asked: 0 });
  expect(await ingest({ EMBEDDINGS_MODEL: 'groot' })).toMatchObject({ out: expect.stringMatching(/waarvan 6 nieuw/) as string, asked: 6 });
});

it('keeps the old index when that server fails halfway', async () => {
  await ingest();
  const before = await readManifest(index);
  let left = 4;
  server.respondWith((response) => {
    left -= 1;
    if (left < 0) response.writeHead(500).end();
    else response.end(JSON.stringify({ data: [{ embedding: [1, 0, 0, 0, 0, 0, 0, 0, 0] }] }));
  });
  const { status, err } = await ingest({ EMBEDDINGS_MODEL: 'derde' });
  server.respondWith(undefined);
  expect(status).toBe(1);
  expect(err).toMatch(/gaf foutcode 500\. Controleer EMBEDDINGS_URL/);
  expect(await readManifest(index)).toEqual(before);
});

it('tells a faulty vocabulary before anything is embedded, and keeps the old index', async () => {
  await ingest();
  const before = await readManifest(index);
  await writeFile(join(corpus, 'vocabulary.yaml'), 'terms: [{ term: meedenkadvies }]\n');
  const { status, err, asked } = await ingest({ EMBEDDINGS_MODEL: 'vierde' });
  expect({ status, asked }).toEqual({ status: 1, asked: 0 });
  expect(err).toMatch(/^corpus\/vocabulary\.yaml, regel 1:/);
  expect(await readManifest(index)).toEqual(before);
});

it('tells a wrong setting by its name', async () => {
  expect(await ingest({ EMBEDDINGS_URL: 'niets' })).toMatchObject({ status: 1, err: expect.stringContaining('EMBEDDINGS_URL heeft een verkeerde waarde') as string });
});
