import { expect, it } from 'vitest';
import { readConfig } from '../runtime/config.ts';
import { OnnxEncoder } from '../model/encoder.ts';
import { parseGlossary } from '../corpus/glossary.ts';
import { readIndex } from './index-reader.ts';
import { ExactIndex } from './vector-index.ts';

it('HNSW finds the ten that the exact index finds on the real passages', async () => {
  const { indexDir, embeddingModelDir } = readConfig({});
  const encoder = await OnnxEncoder.load(embeddingModelDir);
  const index = await readIndex(indexDir, encoder.modelSha256);
  const { vectorKind, glossary } = index;
  expect(vectorKind).toBe('hnsw');
  const exact = new ExactIndex(await index.meanVectors(), encoder.dimensions);
  // What people type, one phrase of each entry.
  const questions = parseGlossary(glossary).entries.map(({ term, everydayWords }) => everydayWords[0] ?? term);
  expect(questions.length).toBeGreaterThanOrEqual(80);
  let found = 0;
  for (const question of questions) {
    const { vector } = await encoder.encodeQuery(question);
    const wanted = new Set(exact.search(vector, 10).map(({ id }) => id));
    found += (await index.dense(vector, 10)).filter(({ id }) => wanted.has(id)).length;
  }
  expect(found / (questions.length * 10)).toBeGreaterThanOrEqual(0.99);
});
