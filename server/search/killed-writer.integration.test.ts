import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readIndex } from './index-reader.ts';
import { copyTokens } from './passage-tokens.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { writeSmallIndex } from './testing/small-index.ts';

const KILLS = 10;
const project = resolve(import.meta.dirname, '..', '..');
const root = await mkdtemp(join(tmpdir(), 'killed-'));
afterAll(() => rm(root, { recursive: true, force: true }));

// ten processes one after the other: over a minute on a busy machine
it('a writer killed at any moment leaves the old index or the new, whole', { timeout: 600_000 }, async () => {
  const dir = join(root, 'index');
  const seen = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = spawn(process.execPath, ['--import', 'tsx', 'server/search/testing/write-for-ever.ts', dir], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(writer.stdout, 'data');
    await new Promise((done) => setTimeout(done, Math.random() * 150));
    writer.kill('SIGKILL');
    await once(writer, 'exit');

    const index = await readIndex(dir, new FakeEncoder().modelSha256);
    const { documents } = index;
    const all = Array.from({ length: 600 }, (_, ordinal) => ordinal);
    const vector = new Float32Array(new FakeEncoder().dimensions);
    expect([documents.size, (await index.passages(all)).length, (await index.dense(vector, 1000)).length, (await index.tokens(all, copyTokens)).length]).toEqual([3, 600, 600, 600]);
    const words = new Set([...documents.values()].flatMap(({ text }) => [...text.matchAll(/is (\w+)\./g)].map(([, word]) => word!)));
    expect(words.size).toBe(1);
    const [word = ''] = words;
    // The lexical index is of the same version as the text.
    expect(await index.lexical(index.analyser.queryTerms(word), 1000)).toHaveLength(600);
    await index.close();
    seen.add(word);
  }
  expect([...seen].every((word) => ['oud', 'nieuw'].includes(word))).toBe(true);

  // The next writer clears up what the killed ones left.
  const version = await writeSmallIndex(dir, new FakeEncoder());
  const left = await readdir(dir);
  expect(left).toContain(version);
  expect(left).toHaveLength(3);
});
