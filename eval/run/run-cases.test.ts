import { expect, test } from 'vitest';
import { AppError } from '../../server/errors.ts';
import { failedParts } from '../metrics/failed-parts.ts';
import { summarise } from '../metrics/summary.ts';
import { SystemError } from '../system/failure.ts';
import { abstainCase, answer, cite, documents, evaluationCase, fakeSystem } from '../testing/fixtures.ts';
import { askRequest, searchQuery } from '../system/observe.ts';
import { runCases } from './run-cases.ts';

/** Long enough for a busy machine; only what hangs waits for it. */
const OPTIONS = { timeoutMs: 2000, depth: 10 };

test('asks and scores every case, searches those to answer', async () => {
  const results = await runCases(fakeSystem(), [evaluationCase(), abstainCase()], documents, OPTIONS);
  expect(results.map(({ scores }) => scores.right)).toEqual([true, true]);
  expect(results.map(({ ask }) => ask.confidence)).toEqual([0.9, 0.1]);
  expect(results[0]?.scores.retrieval).toMatchObject({ firstRank: 2, mrr10: 0.5 });
  expect(results[1]?.search).toBeUndefined();
});

test('whatever a system does, every case is counted and named', async () => {
  const misbehaviour = {
    crash: () => Promise.reject(new TypeError('x is undefined')),
    throwAtOnce: () => { throw new RangeError('nee'); },
    refuse: () => Promise.reject(new AppError('Uw vraag is te lang.')),
    unreachable: () => Promise.reject(new SystemError('unreachable', 'weg')),
    hang: () => new Promise<never>(() => undefined),
    invent: () => Promise.resolve({ answer: answer({ citations: [cite('brief', 'Dat is alles.', 1, { quote: 'Alles is gratis.' })] }) }),
  }; // prettier-ignore
  const kinds = Object.keys(misbehaviour) as (keyof typeof misbehaviour)[];
  const system = fakeSystem({ ask: ({ question }) => misbehaviour[question as keyof typeof misbehaviour](), search: () => Promise.reject(new Error('kapot')) });
  const seen: number[] = [];
  const results = await runCases(system, kinds.map((question) => evaluationCase({ id: `test-${question.toLowerCase()}`, question })), documents, {
    ...OPTIONS, onProgress: (done) => seen.push(done),
  }); // prettier-ignore
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  expect(Object.fromEntries(results.map((result) => [result.case.question, failedParts(result).join('; ')]))).toEqual({
    crash: 'onverwachte fout',
    throwAtOnce: 'onverwachte fout',
    refuse: 'foutmelding',
    unreachable: 'onbereikbaar',
    hang: 'te laat',
    invent: 'bewijs gemist; kernfeit gemist; 1 ongeldig citaat',
  });
  expect(results.every(({ search, scores }) => search?.error !== undefined && scores.retrieval?.ndcg10 === 0)).toBe(true);
  expect(summarise(results)).toMatchObject({ failures: 5, cases: 6, right: { value: 0 }, citationsValid: { value: 0, n: 1 } });
});

test('a follow-up is asked with its history and searched with what the user said', () => {
  const history = [{ role: 'user' as const, content: 'Wat is PGAZ?' }, { role: 'assistant' as const, content: 'Een prestatie.' }]; // prettier-ignore
  const one = evaluationCase({ history, question: 'En hoe lang?' });
  expect(askRequest(one)).toEqual({ question: 'En hoe lang?', history });
  expect(askRequest(evaluationCase())).toEqual({ question: 'Tot wanneer loopt het?' });
  expect(searchQuery(one)).toBe('Wat is PGAZ? En hoe lang?');
});
