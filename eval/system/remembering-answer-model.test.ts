import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RememberingAnswerModel } from './remembering-answer-model.ts';
import { ScoreMemory } from './score-memory.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-scores-'));
});
afterEach(() => rm(dir, { recursive: true }));

const path = (): string => join(dir, 'cache', 'scores.json');
const open = (modelSha256 = 'v1'): Promise<ScoreMemory> => ScoreMemory.open(modelSha256, [path()]);

/** Scores by length, so that every text has its own. */
const model = () => ({ score: vi.fn((question: string, passages: readonly string[]) => Promise.resolve(passages.map((passage) => question.length * 100 + passage.length))) });

test('scores only what is new, in the order asked', async () => {
  const inner = model();
  const remembering = new RememberingAnswerModel(inner, await open());
  expect(await remembering.score('ab', ['x', 'yyy'])).toEqual([201, 203]);
  expect(await remembering.score('ab', ['yyy', 'zz', 'x'])).toEqual([203, 202, 201]);
  expect(inner.score.mock.calls.map(([, passages]) => passages)).toEqual([['x', 'yyy'], ['zz']]);
});

test('keeps scores between runs, for the same model only', async () => {
  const memory = await open();
  await new RememberingAnswerModel(model(), memory).score('ab', ['x']);
  await memory.save(path());
  const inner = model();
  expect(await new RememberingAnswerModel(inner, await open()).score('ab', ['x'])).toEqual([201]);
  expect(inner.score).not.toHaveBeenCalled();
  await new RememberingAnswerModel(inner, await open('v2')).score('ab', ['x']);
  expect(inner.score).toHaveBeenCalledTimes(1);
});

test('takes over what another process scored', async () => {
  const theirs = await open();
  await new RememberingAnswerModel(model(), theirs).score('ab', ['x']);
  const ours = await open();
  ours.add(theirs.takeUsed());
  expect(theirs.takeUsed()).toEqual([]);
  await ours.save(path());
  const inner = model();
  expect(await new RememberingAnswerModel(inner, await open()).score('ab', ['x'])).toEqual([201]);
  expect(inner.score).not.toHaveBeenCalled();
});

test('the committed file holds what was used, in a fixed order, to the last bit', async () => {
  const memory = await open();
  const score = Math.fround(-3.214567899);
  memory.add([['b', score], ['a', 2], ['c', 3]]); // prettier-ignore
  memory.takeUsed();
  memory.get('b');
  memory.get('a');
  await memory.saveUsed(path());
  expect(await readFile(path(), 'utf8')).toBe('{"modelSha256":"v1","scores":{\n"a":2,\n"b":-3.2145679\n}}\n');
  expect((await open()).get('b')).toBe(score);
});

test('a damaged file is an empty memory', async () => {
  const damaged = join(dir, 'scores.json');
  await writeFile(damaged, '{"modelSha256": "v1", "scores": {"a": "veel"}}');
  expect(await new RememberingAnswerModel(model(), await ScoreMemory.open('v1', [damaged])).score('ab', ['x'])).toEqual([201]);
});

test('a failing model remembers nothing', async () => {
  const inner = { score: vi.fn().mockRejectedValueOnce(new Error('weg')).mockResolvedValue([1]) };
  const remembering = new RememberingAnswerModel(inner, await open());
  await expect(remembering.score('a', ['x'])).rejects.toThrow('weg');
  expect(await remembering.score('a', ['x'])).toEqual([1]);
});
