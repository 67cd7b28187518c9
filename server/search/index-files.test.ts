import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexUnusableError } from '../errors.ts';
import { HnswIndex } from './hnsw-index.ts';
import { CURRENT, FORMAT_VERSION, INDEX_FILES, MANIFEST, type Manifest } from './index-manifest.ts';
import { currentVersion, sha256Of } from './index-pointer.ts';
import { readIndex, readManifest } from './index-reader.ts';
import { writeIndex } from './index-writer.ts';
import { copyTokens } from './passage-tokens.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { SMALL_DOCUMENTS, smallContent, smallDocument, writeSmallIndex } from './testing/small-index.ts';

const encoder = new FakeEncoder();
const root = await mkdtemp(join(tmpdir(), 'index-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let dir = '';
let count = 0;
beforeEach(() => {
  dir = join(root, `index-${(count += 1)}`);
});

const read = () => readIndex(dir, encoder.modelSha256);
const file = async (name: string) => join(dir, (await currentVersion(dir))!, name);
/** As another program would have written it: the pointer fits. */
async function changeManifest(change: (manifest: Manifest) => unknown): Promise<void> {
  const path = await file(MANIFEST);
  const text = JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')) as Manifest));
  await writeFile(path, text);
  await writeFile(join(dir, CURRENT), `${(await currentVersion(dir))!} ${sha256Of(text)}\n`);
}

describe('writeIndex and readIndex', () => {
  it('give back what was written', async () => {
    const content = await smallContent(encoder);
    const version = await writeIndex(dir, { ...content, glossary: '[{"term":"PGAZ"}]' });
    const index = await read();
    expect(index.version).toBe(version);
    expect([...index.documents.values()]).toEqual(SMALL_DOCUMENTS);
    expect((await index.passages([0, 1, 2])).map(({ passage }) => passage)).toEqual(content.passages);
    expect(await index.meanVectors()).toEqual(content.vectors);
    expect(await index.tokens([0, 1, 2], copyTokens)).toEqual(content.tokens);
    expect(index.glossary).toBe('[{"term":"PGAZ"}]');
    expect(index.statements).toEqual(content.statements);
    expect(index.missing).toEqual(content.missing);
    expect(index.vectorKind).toBe('hnsw');
    expect(await index.dense((await encoder.encodeQuery('wie verzekeraar huisarts')).vector, 1)).toMatchObject([{ id: 2 }]);
    expect(await index.lexical(index.analyser.queryTerms('experimenten'), 3)).toMatchObject([{ id: 1 }]);
    expect(index.manifest).toMatchObject({
      formatVersion: FORMAT_VERSION,
      model: { sha256: encoder.modelSha256, dimensions: 9, lateInteraction: true },
      corpusSha256: 'c'.repeat(64),
      settings: { characters: 1000 },
      counts: { documents: 2, passages: 3, tokens: 15 },
    });
    expect(await readManifest(dir)).toEqual(index.manifest);
  });

  it('carry the rules along, their YAML as JSON', async () => {
    const rulesDir = join(root, 'rules');
    await cp(new URL('../../corpus/routes', import.meta.url), rulesDir, { recursive: true });
    await writeFile(join(rulesDir, 'extra.yaml'), '# uitleg\n- id: a\n  since: 2024-07-01\n');
    await writeSmallIndex(dir, encoder, { rulesDir });
    const index = await read();
    expect(await readFile(join(index.rulesDir, 'extra.yaml'), 'utf8')).toBe('[{"id":"a","since":"2024-07-01"}]');
    expect(await readdir(index.rulesDir, { recursive: true })).toEqual(await readdir(rulesDir, { recursive: true }));
    await writeFile(join(index.rulesDir, 'extra.yaml'), '[]');
    await expect(read()).rejects.toThrow('"rules/extra.yaml" ontbreekt of is beschadigd');
  });

  it('work without statements and without what is missing', async () => {
    await writeSmallIndex(dir, encoder, { statements: undefined, missing: undefined });
    const index = await read();
    expect([index.statements, index.missing]).toEqual([undefined, undefined]);
    expect((await readdir(join(dir, index.version))).filter((name) => /statements|missing/.test(name))).toEqual([]);
  });

  it('work without token vectors', async () => {
    const content = await smallContent(encoder);
    delete content.tokens;
    await writeIndex(dir, { ...content, model: { ...content.model, lateInteraction: false } });
    const index = await read();
    expect(await index.tokens([0], copyTokens)).toEqual([]);
    expect(index.manifest.counts.tokens).toBe(0);
    expect(await readdir(join(dir, index.version))).not.toContain(INDEX_FILES.tokens);
  });

  it('use the exact index where the addon is missing, and say so', async () => {
    await writeSmallIndex(dir, encoder);
    const hnsw = await read();
    const missing = vi.spyOn(HnswIndex, 'load').mockRejectedValue(new Error('no addon'));
    const exact = await read();
    missing.mockRestore();
    expect([hnsw.vectorKind, exact.vectorKind]).toEqual(['hnsw', 'exact']);
    for (const question of ['wie betaalt', 'experiment eindigt', 'huisarts']) {
      const { vector } = await encoder.encodeQuery(question);
      const found = await exact.dense(vector, 3);
      expect(found.map(({ id }) => id)).toEqual((await hnsw.dense(vector, 3)).map(({ id }) => id));
    }
  });

  it('write without the addon too', async () => {
    const missing = vi.spyOn(HnswIndex, 'build').mockRejectedValue(new Error('no addon'));
    await writeSmallIndex(dir, encoder);
    missing.mockRestore();
    expect((await read()).vectorKind).toBe('exact');
  });
});

describe('readIndex refuses', () => {
  beforeEach(async () => {
    await writeSmallIndex(dir, encoder);
  });
  const refused = async (message: string) => {
    const error: unknown = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(IndexUnusableError);
    expect((error as Error).message).toBe(`${message} Bouw de index opnieuw met "npm run ingest".`);
  };

  it('no index', async () => {
    await rm(join(dir, CURRENT));
    await refused('Er is nog geen index.');
    dir = join(root, 'bestaat-niet');
    await refused('Er is nog geen index.');
  });

  it.each(['', '../../etc\n', 'v1/../x\n', 'manifest.json'])('a pointer that reads %j', async (line) => {
    await writeFile(join(dir, CURRENT), line);
    await refused('Er is nog geen index.');
  });

  it('a pointer to nothing', async () => {
    await writeFile(join(dir, CURRENT), 'v1-weg\n');
    await refused('De index heeft geen leesbaar manifest.');
  });

  it.each(['', '{', '[]', '{"formatVersion":1}'])('a manifest that reads %j', async (text) => {
    await writeFile(await file(MANIFEST), text);
    await refused('De index heeft geen leesbaar manifest.');
  });

  it.each([1, 99])('format %i', async (formatVersion) => {
    await changeManifest((manifest) => ({ ...manifest, formatVersion }));
    await refused(`De index heeft indeling ${formatVersion}, dit programma leest indeling ${FORMAT_VERSION}.`);
  });

  it('a manifest that was changed since', async () => {
    const path = await file(MANIFEST);
    await writeFile(path, (await readFile(path, 'utf8')).replace('"characters": 1000', '"characters": 1001'));
    await refused('De index heeft geen leesbaar manifest.');
  });

  it.each(['documents', 'passages', 'questions'] as const)('another number of %s than it holds', async (name) => {
    await changeManifest((manifest) => ({ ...manifest, counts: { ...manifest.counts, [name]: manifest.counts[name] + 1 } }));
    await refused('De getallen in het manifest van de index passen niet bij de bestanden of bij het model.');
  });

  it.each([1, 1e9])('vectors of %d numbers', async (dimensions) => {
    await changeManifest((manifest) => ({ ...manifest, model: { ...manifest.model, dimensions } }));
    await refused('De getallen in het manifest van de index passen niet bij de bestanden of bij het model.');
  });

  it('a file that was put beside the others', async () => {
    await writeFile(await file('extra.json'), '{}');
    await refused('Het bestand "extra.json" hoort niet bij de index.');
  });

  it('another model, and names it before anything else is read', async () => {
    await rm(await file(INDEX_FILES.tokens));
    await expect(readIndex(dir, 'b'.repeat(64))).rejects.toThrow('De index is gemaakt met een ander taalmodel dan het ingestelde. Bouw de index opnieuw');
  });

  it.each(Object.values(INDEX_FILES))('%s when it is missing', async (name) => {
    await rm(await file(name));
    await refused(`Het indexbestand "${name}" ontbreekt of is beschadigd.`);
  });

  it.each(Object.values(INDEX_FILES))('%s when one bit has changed', async (name) => {
    const path = await file(name);
    const data = await readFile(path);
    data[data.length >> 1]! ^= 1;
    await writeFile(path, data);
    await refused(`Het indexbestand "${name}" ontbreekt of is beschadigd.`);
  });

  it.each(Object.values(INDEX_FILES))('%s when it is cut short', async (name) => {
    const path = await file(name);
    await writeFile(path, (await readFile(path)).subarray(0, -1));
    await refused(`Het indexbestand "${name}" ontbreekt of is beschadigd.`);
  });

  it('a file that the manifest does not list', async () => {
    await changeManifest(({ files: { [INDEX_FILES.passages]: _, ...files }, ...manifest }) => ({ ...manifest, files }));
    await refused(`Het indexbestand "${INDEX_FILES.passages}" ontbreekt.`);
  });
});

describe('a new version', () => {
  it('takes over by the pointer; the one before stays for who is reading it', async () => {
    const first = await writeSmallIndex(dir, encoder);
    const old = await read();
    const second = await writeSmallIndex(dir, encoder, { documents: [smallDocument('nieuw', ['Het overleg.'])] });
    expect(second).not.toBe(first);
    expect([...(await read()).documents.keys()]).toEqual(['nieuw']);
    expect([...old.documents.keys()]).toEqual(['handleiding', 'brief']);
    expect((await readdir(dir)).sort()).toEqual([CURRENT, first, second].sort());
    const third = await writeSmallIndex(dir, encoder);
    expect((await readdir(dir)).sort()).toEqual([CURRENT, second, third].sort());
  });

  it('that fails leaves the old one as it was, and no rubbish', async () => {
    await writeSmallIndex(dir, encoder);
    const before = [await readFile(join(dir, CURRENT), 'utf8'), (await readdir(dir)).sort()];
    await expect(writeSmallIndex(dir, encoder, { rulesDir: join(root, 'bestaat-niet') })).rejects.toThrow();
    await expect(writeSmallIndex(dir, encoder, { vectors: new Float32Array(3), passages: [{ id: 'x', documentId: 'weg', start: 0, end: 1, headings: [], sentences: [0, 0] }] })).rejects.toThrow();
    expect([await readFile(join(dir, CURRENT), 'utf8'), (await readdir(dir)).sort()]).toEqual(before);
    expect((await read()).manifest.counts.passages).toBe(3);
  });
});
