import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CaseFileError } from '../load/load-cases.ts';
import { THRESHOLDS as FILE } from '../options.ts';
import type { Evaluation } from '../run/evaluation.ts';
import { sampleEvaluation, THRESHOLDS } from '../testing/sample-evaluation.ts';
import { compactJson, compactResults, readCompactResults } from './compact-results.ts';
import { compareRuns } from './comparison.ts';
import { loadThresholds, type Thresholds } from './thresholds.ts';
import { judgeRun } from './verdict.ts';

let dir: string;
let evaluation: Evaluation;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-verdict-'));
  evaluation = await sampleEvaluation();
});
afterAll(() => rm(dir, { recursive: true }));

const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(dir, name), text);
  return join(dir, name);
};

describe('thresholds', () => {
  test('of this repository ask what the design asks', async () => {
    const { answers, distractors, aheadOfBaselines } = await loadThresholds(FILE);
    expect(Object.fromEntries(answers.map(({ measure, min, max }) => [measure, min ?? max]))).toEqual({
      evidenceCited: 0.9, vitalFacts: 0.9, citationsValid: 1, numbersSupported: 1, abstained: 0.9, falseRefusals: 0.05, recall5: 0.95,
    }); // prettier-ignore
    expect([aheadOfBaselines, distractors]).toEqual([true, { maxLoss: 0.02, maxSupersededCited: 0 }]);
  });

  test.each([
    ['answers: [{ measure: geluk, label: x, min: 1 }]', 'answers.0.measure'],
    ['answers: [{ measure: ndcg10, label: x }]', 'geef óf min óf max'],
    ['answers: [{ measure: ndcg10, label: x, min: 95 }]', 'answers.0.min'],
    ['antwoorden: []', 'thresholds.yaml'],
    ['answers: [', 'geen geldige YAML'],
  ])('%s is refused', async (yaml, message) => {
    await expect(loadThresholds(await write('t.yaml', yaml))).rejects.toThrow(message);
    await expect(loadThresholds(await write('t.yaml', yaml))).rejects.toThrow(CaseFileError);
  });

  test('a missing file', async () => {
    await expect(loadThresholds(join(dir, 'weg.yaml'))).rejects.toThrow('niet te lezen');
  });
});

describe('the verdict', () => {
  const outcome = (thresholds: Partial<Thresholds>, change: Partial<Evaluation> = {}) =>
    Object.fromEntries(judgeRun({ ...evaluation, ...change }, { answers: [], aheadOfBaselines: false, ...thresholds }).checks.map(({ id, passed }) => [id, passed]));

  test('names every threshold with what was measured', () => {
    const { checks, passed, testedOn } = judgeRun(evaluation, THRESHOLDS);
    expect(testedOn).toBe('test');
    expect(passed).toBe(false);
    expect(checks.map(({ id, passed: met, measured, required }) => [id, met, measured, required])).toEqual([
      // Of the frozen cases to answer one cites its evidence, one does not and one failed.
      ['evidenceCited', false, '33,3 %', '≥ 90 %'],
      ['falseRefusals', true, '0 %', '≤ 5 %'],
      ['ndcg10', true, expect.any(String), '≥ 0,100'],
      ['failures', false, '1', '≤ 0'],
      ['ahead-langchain', true, expect.stringMatching(/^\+0,/), 'interval boven 0'],
      ['distractors-loss', true, '0 %', '≤ 2 %'],
      ['distractors-cited', false, '1', '≤ 0'],
      ['robustness', true, '0 %', '≤ 5 %'],
      ['rules', false, '3', '≤ 0'],
      ['self-test', true, '0', '≤ 0'],
    ]);
  });

  test('is about the frozen half where there is one', () => {
    const tuneOnly = evaluation.results.filter((result) => result.case.split === 'tune');
    expect(judgeRun({ ...evaluation, results: tuneOnly }, THRESHOLDS)).toMatchObject({ testedOn: 'tune' });
    expect(outcome({ answers: THRESHOLDS.answers }, { results: tuneOnly })).toMatchObject({ evidenceCited: true });
  });

  test('loses two points at most', () => {
    const lost = (value: number): Partial<Evaluation> => ({ distractors: { ...evaluation.distractors!, evidenceCited: { value, low: value, high: value, n: 50, p: 1 } } });
    expect(outcome({ distractors: THRESHOLDS.distractors! }, lost(-0.02))['distractors-loss']).toBe(true);
    expect(outcome({ distractors: THRESHOLDS.distractors! }, lost(-0.021))['distractors-loss']).toBe(false);
  });

  test('wants the whole interval above the other systems, and not above the parts of the assistant', () => {
    const [own] = evaluation.collections!;
    const [system] = own!.systems;
    const close = { ...system!, ahead: { ...system!.ahead, ndcg10: { value: 0.02, low: -0.01, high: 0.05, n: 9, p: 0.2 } } };
    const collections = [{ ...own!, systems: [close, { ...close, id: 'plain', role: 'part' as const }] }];
    expect(outcome({ aheadOfBaselines: true }, { collections })).toEqual({ 'ahead-langchain': false });
  });

  test('does not fail on what was not measured, and says so', () => {
    const { results, documents, createdAt, durationMs, system, full, notes, shared } = evaluation;
    const bare = { results: results.slice(0, 1), documents, createdAt, durationMs, system, full, notes, shared };
    const { passed, untested } = judgeRun(bare, THRESHOLDS);
    expect(passed).toBe(true);
    expect(untested).toEqual(['Boven de andere systemen (nDCG@10)', 'Met oude wetten in de index', 'Andere schrijfwijzen', 'Regelcheck', 'Zelftest van de beoordeling']);
  });
});

describe('comparison with an earlier run', () => {
  test('a baseline survives being written and read', async () => {
    const compact = compactResults(evaluation);
    expect(await readCompactResults(await write('b.json', compactJson(compact)))).toEqual(compact);
    expect(await readCompactResults(await write('e.json', JSON.stringify({ compact, results: [] })))).toEqual(compact);
  });

  test.each([['{}'], ['geen json'], ['[]'], ['null']])('%s is refused', async (text) => {
    await expect(readCompactResults(await write('x.json', text))).rejects.toThrow('is geen resultaat van deze evaluatie');
  });

  test('a missing file is refused', async () => {
    await expect(readCompactResults(join(dir, 'weg.json'))).rejects.toThrow('--update-baseline');
  });

  test('pairs the cases of both and names what changed', () => {
    const earlier = compactResults(evaluation);
    earlier.cases['test-looptijd-01'] = { ...earlier.cases['test-looptijd-01']!, right: false, figures: { right: 0 } };
    earlier.cases['test-looptijd-02'] = { ...earlier.cases['test-looptijd-02']!, right: true, figures: { right: 1 } };
    delete earlier.cases['tune-looptijd-01'];
    const { n, better, worse, differences } = compareRuns(evaluation.results, earlier);
    expect({ n, better, worse }).toEqual({ n: 5, better: ['test-looptijd-01'], worse: ['test-looptijd-02'] });
    expect(differences.find(({ name }) => name === 'right')?.difference).toMatchObject({ value: 0, n: 5 });
  });
});
