import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/runtime/config.ts';
import type { Answer } from '../../server/contract.ts';
import { loadCases } from '../load/load-cases.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import { mean } from '../statistics/quantile.ts';
import { createRandom, sample } from '../statistics/random.ts';
import { askRequest } from './observe.ts';
import { loadInProcess, type InProcess } from './in-process.ts';
import { Stopwatch } from './stopwatch.ts';
import type { System } from './system.ts';

/** One engine for all that is tested with real models. */
const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const watch = new Stopwatch(600_000);
afterAll(() => watch.stop());
let inProcess: InProcess;
let cases: EvaluationCase[];

beforeAll(async () => {
  inProcess = await loadInProcess(config);
  const documents = await inProcess.system.documents();
  cases = await loadCases(join(import.meta.dirname, '..', 'cases'), new Map(documents.map(({ id, text }) => [id, text])));
}, 300_000);

/** Everything but the number that is new each time. */
const withoutId = ({ id: _, ...rest }: Answer): Omit<Answer, 'id'> => rest;

test('kept encodings give the answer that the encoder gives', async () => {
  for (const one of sample(cases.filter(({ split }) => split === 'tune'), 4, createRandom(7))) {
    const [cached, computed] = [await inProcess.system.ask(askRequest(one), watch), await inProcess.timed.ask(askRequest(one), watch)];
    expect(withoutId(cached.answer), one.id).toEqual(withoutId(computed.answer));
    expect(cached.confidence).toBeCloseTo(computed.confidence!, 3);
  }
}, 300_000);

test('without the questions about a document the assistant is less sure of what stands only there', async () => {
  const [documentId] = inProcess.engine.index.documents.keys();
  const only = cases.filter(({ split, evidence }) => split === 'tune' && evidence.length > 0 && evidence.every(({ anyOf }) => anyOf.every((quote) => quote.documentId === documentId)));
  const asked = sample(only, 6, createRandom(3));
  expect(asked.length).toBeGreaterThan(2);
  const sureness = async (system: System): Promise<number> => {
    const outcomes = [];
    for (const one of asked) outcomes.push(await system.ask(askRequest(one), watch));
    return mean(outcomes.map(({ confidence }) => confidence!));
  };
  expect(await sureness(await inProcess.without(documentId!))).toBeLessThan(await sureness(inProcess.system));
  expect((await (await inProcess.without(documentId!)).documents()).map(({ id }) => id)).toContain(documentId);
}, 300_000);
