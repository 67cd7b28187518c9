import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/runtime/config.ts';
import type { Answer } from '../../server/contract.ts';
import { loadCases } from '../load/load-cases.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import { createRandom, sample } from '../statistics/random.ts';
import { askRequest } from './observe.ts';
import { loadInProcess, type InProcess } from './in-process.ts';
import { Stopwatch } from './stopwatch.ts';

const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const watch = new Stopwatch(120_000);
afterAll(() => watch.stop());
let inProcess: InProcess;
let cases: EvaluationCase[];

beforeAll(async () => {
  inProcess = await loadInProcess(config);
  const documents = await inProcess.system.documents();
  cases = await loadCases(join(import.meta.dirname, '..', 'cases'), new Map(documents.map(({ id, text }) => [id, text])));
}, 60_000);

/** Everything but the number that is new each time. */
const withoutId = ({ id: _, ...rest }: Answer): Omit<Answer, 'id'> => rest;

test('kept encodings give the very answer that the encoder gives', async () => {
  for (const one of sample(cases.filter(({ split }) => split === 'tune'), 4, createRandom(7))) {
    const [remembered, computed] = [await inProcess.system.ask(askRequest(one), watch), await inProcess.timed.ask(askRequest(one), watch)];
    expect(withoutId(remembered.answer), one.id).toEqual(withoutId(computed.answer));
    expect(remembered.confidence).toBeCloseTo(computed.confidence!, 4);
  }
}, 60_000);
