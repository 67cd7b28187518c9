import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RememberingAnswerModel } from './remembering-answer-model.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-scores-'));
});
afterEach(() => rm(dir, { recursive: true }));

/** Scores by length, so that every text has its own. */
const model = () => ({ score: vi.fn((question: string, passages: readonly string[]) => Promise.resolve(passages.map((passage) => question.length * 100 + passage.length))) });

test('scores only what is new, in the order asked', async () => {
  const inner = model();
  const remembering = await RememberingAnswerModel.open(inner, 'v1', dir);
  expect(await remembering.score('ab', ['x', 'yyy'])).toEqual([201, 203]);
  expect(await remembering.score('ab', ['yyy', 'zz', 'x'])).toEqual([203, 202, 201]);
  expect(inner.score.mock.calls.map(([, passages]) => passages)).toEqual([['x', 'yyy'], ['zz']]);
});

test('keeps scores between runs, for the same model only', async () => {
  const first = await RememberingAnswerModel.open(model(), 'v1', dir);
  await first.score('ab', ['x']);
  await first.save();
  const inner = model();
  expect(await (await RememberingAnswerModel.open(inner, 'v1', dir)).score('ab', ['x'])).toEqual([201]);
  expect(inner.score).not.toHaveBeenCalled();
  await (await RememberingAnswerModel.open(inner, 'v2', dir)).score('ab', ['x']);
  expect(inner.score).toHaveBeenCalledTimes(1);
});

test('a damaged file is an empty memory', async () => {
  await writeFile(join(dir, 'answer-scores.json'), '{"modelSha256": "v1", "scores": {"a": "veel"}}');
  const inner = model();
  expect(await (await RememberingAnswerModel.open(inner, 'v1', dir)).score('ab', ['x'])).toEqual([201]);
});

test('a failing model remembers nothing', async () => {
  const inner = { score: vi.fn().mockRejectedValueOnce(new Error('weg')).mockResolvedValue([1]) };
  const remembering = await RememberingAnswerModel.open(inner, 'v1', dir);
  await expect(remembering.score('a', ['x'])).rejects.toThrow('weg');
  expect(await remembering.score('a', ['x'])).toEqual([1]);
});
