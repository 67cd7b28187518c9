import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { fakeSubject } from '../testing/fixtures.ts';
import { ScoreMemory } from './score-memory.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Subject } from './system.ts';
import { WorkerPool } from './worker-pool.ts';

let pool: WorkerPool;
afterEach(() => pool.close());

const start = (size: number): Subject => {
  pool = new WorkerPool({ size, workerFile: join(import.meta.dirname, '..', 'testing', 'fake-worker.ts'), execArgv: ['--import', 'tsx'] });
  return pool.subject({ subject: fakeSubject() }, '/index');
};
const watch = new Stopwatch(60_000);
afterAll(() => watch.stop());

test('each question gets its own answer, by as many processes as there are', async () => {
  const subject = start(2);
  const questions = ['a', 'b', 'c', 'd', 'e', 'f'];
  const answers = await Promise.all(questions.map((question) => subject.ask({ question }, watch)));
  expect(answers.map(({ answer }) => answer.question)).toEqual(questions);
  expect(new Set(answers.map(({ answer }) => answer.id)).size).toBe(2);
  expect(await subject.search('x', 5, watch)).toEqual([]);
  expect(subject.name).toBe('een proefassistent');
}, 20_000);

test('a refusal is passed on, a death named, and the pool goes on', async () => {
  const subject = start(1);
  await expect(subject.ask({ question: 'fout' }, watch)).rejects.toMatchObject({ failure: 'refused', message: 'nee' });
  await expect(subject.ask({ question: 'sterf' }, watch)).rejects.toMatchObject({ failure: 'crashed' });
  expect((await subject.ask({ question: 'a' }, watch)).answer.question).toBe('a');
}, 20_000);

test('what the workers learned is collected', async () => {
  start(2);
  const memory = await ScoreMemory.open('v1', []);
  await pool.collectScores({ memory });
  expect(memory.takeUsed()).toHaveLength(2);
}, 20_000);
