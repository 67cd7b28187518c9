import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, vi } from 'vitest';
import { HnswIndex } from './hnsw-index.ts';
import { readIndex } from './index-reader.ts';
import { writeIndex } from './index-writer.ts';
import { describePassageIndex, type Publish } from './testing/passage-index-suite.ts';

const root = await mkdtemp(join(tmpdir(), 'file-index-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const inFolder =
  (name: string): Publish =>
  async (content) => {
    await writeIndex(join(root, name), content);
    return readIndex(join(root, name));
  };

describePassageIndex('an index of files', inFolder('hnsw'));

describe('without the addon', () => {
  const publish = inFolder('exact');
  describePassageIndex('an index of files', async (content) => {
    const missing = vi.spyOn(HnswIndex, 'load').mockRejectedValue(new Error('no addon'));
    return publish(content).finally(() => missing.mockRestore());
  });
});
