import { expect, test } from 'vitest';
import type { Situation } from '../../server/contract.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { answer, cite, documents, evaluationCase, fakeSystem } from '../testing/fixtures.ts';
import { runCases } from './run-cases.ts';
import { trySituations, understoodIn } from './situation-trial.ts';
import { tryThirdTurns } from './third-turn-trial.ts';

const options = { timeoutMs: 1000, depth: 5 };
const cases = ['Tot wanneer loopt het?', 'Is er een lumpsum?', 'Wat telt mee?', 'Wat is nodig?'].map((question, at) => evaluationCase({ id: `test-a-0${at}`, question, hand: { wrote: 'person', seen: [] } }));

test('a question that stands on its own is asked once more as third turn', async () => {
  const swayed = fakeSystem({
    ask: ({ question, history }) => Promise.resolve({ answer: answer({ question, citations: [history && question.startsWith('Is') ? cite('brief', 'Dat is alles.') : cite('regeling', 'Er geldt een vrij tarief.')] }) }),
  });
  const results = await runCases(swayed, cases, documents, options);
  await tryThirdTurns(swayed, results, 1000);
  expect(results.map(({ ask }) => ask.sameAsThirdTurn)).toEqual([true, false, true, true]);
});

test('a server whose idle request hangs or fails is asked that once', async () => {
  let asked = 0;
  const system = fakeSystem({ idle: () => ((asked += 1), Promise.reject(new Error('x'))) });
  const results = await runCases(system, cases, documents, options);
  expect(asked).toBe(1);
  expect(results.map(({ ask }) => [ask.idleMs, ask.error])).toEqual(cases.map(() => [undefined, undefined]));
});

test('a rule check that fails or hangs holds nothing up', async () => {
  const rules = (check: () => Promise<never>) => ({ describe: () => Promise.reject(new Error('x')), check });
  for (const check of [() => Promise.reject(new Error('x')), () => new Promise<never>(() => undefined)]) {
    const results = await runCases(fakeSystem({ rules: rules(check) }), cases.slice(0, 1), documents, { timeoutMs: 50, depth: 5 });
    expect(results[0]!.routeTruth).toBeUndefined();
    expect(results[0]!.ask.answer).toBeDefined();
  }
});

test('an answer that fails as third turn is not the same', async () => {
  const system = fakeSystem({ ask: ({ history }) => (history ? Promise.reject(new Error('x')) : Promise.resolve({ answer: answer() })) });
  const results = await runCases(system, cases, documents, options);
  await tryThirdTurns(system, results, 1000);
  expect(results.every(({ ask }) => ask.sameAsThirdTurn === false)).toBe(true);
});

const situation = { told: { onderwerp: 'groep' }, rest: { pgazOvereenkomst: 'nee', domein: 'zvw', huisartsenDoenMee: true, complexiteit: true }, outcome: { pgaz: 'nog-niet' as const } };
const situated = evaluationCase({ type: 'situation', situation });

/** Asks for one fact after another, and decides once it knows them all. */
const asking = (order: readonly string[]) =>
  fakeSystem({
    ask: (request) => {
      const facts = (request as { facts?: Record<string, unknown> }).facts ?? {};
      const next = order.find((fact) => !(fact in facts));
      const situation: Situation = {
        understood: [{ factId: 'onderwerp', value: 'groep', label: 'een groep', from: 'vraag' }],
        routes: [{ id: 'pgaz', title: 'PGAZ', status: next ? 'onbekend' : 'nog-niet', payment: 'apart', reason: '', citations: [] }],
        ...(next && { ask: { factId: next, question: '', help: '', choices: [] } }),
        link: '/check',
      };
      return Promise.resolve({ answer: { ...answer(), situation } });
    },
  });

const tried = async (system: ReturnType<typeof fakeSystem>): Promise<CaseResult> => {
  const results = await runCases(system, [situated], documents, options);
  await trySituations(system, results, 1000);
  return results[0]!;
};

test('counter-questions are answered as that person would, three at most', async () => {
  expect((await tried(asking(['domein', 'pgazOvereenkomst', 'huisartsenDoenMee']))).ask.situation).toEqual({ taps: 3, statuses: { pgaz: 'nog-niet' }, understood: { onderwerp: 'groep' } });
  expect((await tried(asking(['domein', 'pgazOvereenkomst', 'huisartsenDoenMee', 'complexiteit']))).ask.situation).toMatchObject({ taps: 3, statuses: { pgaz: 'onbekend' } });
});

test('an assistant that asks nothing is taken at its first word; one that asks what nobody knows gets no answer', async () => {
  expect((await tried(fakeSystem())).ask.situation).toEqual({ taps: 0, statuses: { pgaz: 'onbekend' }, understood: {} });
  expect((await tried(asking(['schoenmaat']))).ask.situation).toMatchObject({ taps: 0 });
});

test('without a part for it, facts are read from the address of the rule check', () => {
  expect(understoodIn(answer({ answer: '[Ga na](/check#onderwerp=groep&huisartsenDoenMee=ja&datum=2026-01-31)' }))).toEqual({ onderwerp: 'groep', huisartsenDoenMee: 'ja' });
  expect(understoodIn(answer({ answer: 'Niets.' }))).toEqual({});
});

test('no answer at all leaves the situation undecided, and does not break the run', async () => {
  expect((await tried(fakeSystem({ ask: () => Promise.reject(new Error('x')) }))).ask.situation).toEqual({ taps: 0, statuses: {}, understood: {} });
});
