import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageAt } from '../corpus/document.ts';
import { BadInputError, IndexUnusableError } from '../errors.ts';
import { createEncoder } from '../model/create-encoder.ts';
import { LocalEmbeddings } from '../model/embeddings.ts';
import { readConfig } from '../runtime/config.ts';
import { readIndex } from '../search/index-reader.ts';
import type { StoredMetadata } from '../search/langchain-store.ts';
import { exportLangchain } from './export-langchain.ts';

const config = readConfig({});
let root: string;
let dir: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'export-'));
  dir = join(root, 'winkel');
  await exportLangchain(config.indexDir, dir);
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('the index exported for LangChain', () => {
  it('is opened and searched by HNSWLib, and finds what the index finds', async () => {
    const encoder = await createEncoder(config);
    const store = await HNSWLib.load(dir, new LocalEmbeddings(encoder));
    const index = await readIndex(config.indexDir, encoder.modelSha256);
    for (const question of ['Tot wanneer loopt het experiment?', 'Wie betaalt een groepsconsult?']) {
      const found = await store.similaritySearch(question, 4);
      const nearest = await index.dense((await encoder.encodeQuery(question)).vector, 4);
      const expected = await index.passages(nearest.map(({ id }) => id));
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ passage }) => passage.id));
      for (const { pageContent, metadata } of found) {
        const { documentId, start, end, page, documentSha256 } = metadata as StoredMetadata;
        const document = index.documents.get(documentId)!;
        expect(document.text.slice(start, end)).toBe(pageContent);
        expect([page, documentSha256]).toEqual([pageAt(document.pageStarts, start), document.sha256]);
      }
    }
    await index.close();
  });

  it('says which model it wants and that the package ends', async () => {
    const { model } = (await readIndex(config.indexDir)).manifest;
    const readme = await readFile(join(dir, 'LEESMIJ.md'), 'utf8');
    expect(readme).toContain(model.sha256);
    expect(readme).toContain('langchainjs-community#61');
  });

  it('replaces an earlier export, and leaves nothing beside it', async () => {
    await writeFile(join(dir, 'args.json'), 'oud');
    await exportLangchain(config.indexDir, dir);
    expect(JSON.parse(await readFile(join(dir, 'args.json'), 'utf8'))).toMatchObject({ space: 'cosine' });
    expect(await readdir(root)).toEqual(['winkel']);
  });

  it('touches no folder with other files, and none without an index', async () => {
    const other = join(root, 'foto’s');
    await mkdir(other);
    await writeFile(join(other, 'foto.jpg'), '');
    await expect(exportLangchain(config.indexDir, other)).rejects.toThrow(BadInputError);
    expect(await readdir(other)).toEqual(['foto.jpg']);
    await expect(exportLangchain(join(root, 'geen-index'), join(root, 'nieuw'))).rejects.toThrow(IndexUnusableError);
    expect(await readdir(root)).not.toContain('nieuw');
  });
});
