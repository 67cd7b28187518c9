import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import { CaseFileError } from '../load/load-cases.ts';
import { scoreCase, type CaseResult } from '../metrics/score-case.ts';
import { byDistance, byHand, nearestQuestion } from '../metrics/splits.ts';
import { THRESHOLDS as FILE } from '../options.ts';
import type { Evaluation } from '../run/evaluation.ts';
import { answer, documents, evaluationCase } from '../testing/fixtures.ts';
import { sampleEvaluation, THRESHOLDS } from '../testing/sample-evaluation.ts';
import { compactJson, compactResults, readCompactResults } from './compact-results.ts';
import { compareRuns } from './comparison.ts';
import { fiveFigures } from './five-figures.ts';
import { loadThresholds, type AnswerThreshold, type Thresholds } from './thresholds.ts';
import { judgeRun } from './verdict.ts';
import { handsLine, verdictLine } from './verdict-words.ts';

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
    const asked = (cases: string) => Object.fromEntries(answers.filter((one) => one.cases === cases).map(({ measure, min, max }) => [measure, min ?? max]));
    expect(asked('fresh')).toMatchObject({
      direct: 0.85, verdictRight: 0.9, verdictWrong: 0.02, evidenceCited: 0.92, routesRight: 0.92, falseRefusals: 0.03, abstained: 0.95, words: 80,
    }); // prettier-ignore
    expect(asked('all')).toMatchObject({ evidenceCited: 0.9, vitalFacts: 0.9, citationsValid: 1, numbersSupported: 1, ownWordsProved: 0.98, labelsRight: 1, recall5: 0.95 });
    for (const { why, measure } of answers) expect(why, measure).toMatch(/^[^ ].{30,}\.$/);
    expect([aheadOfBaselines, distractors]).toEqual([true, { maxLoss: 0.02, maxSupersededCited: 0 }]);
  });

  test.each([
    ['answers: [{ measure: geluk, label: x, min: 1 }]', 'answers.0.measure'],
    ['answers: [{ measure: ndcg10, label: x, why: y }]', 'geef óf min óf max'],
    ['answers: [{ measure: ndcg10, label: x, why: y, min: 95 }]', 'answers.0.min'],
    ['answers: [{ measure: ndcg10, label: x, min: 0.9 }]', "schrijf bij 'why'"],
    ['answers: [{ measure: ndcg10, label: x, why: y, min: 0.9, floor: 0.95 }]', 'floor is strenger'],
    ['answers: [{ measure: words, label: x, why: y, max: 80, floor: 60 }]', 'floor is strenger'],
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

describe('estimates, intervals and enough cases', () => {
  const many = (right: number, of: number, change: Partial<EvaluationCase> = {}): CaseResult[] =>
    Array.from({ length: of }, (_, at) => {
      const one = evaluationCase({ id: `test-veel-${at}`, verdict: 'ja', hand: { wrote: 'program', seen: [] }, ...change });
      const ask = { answer: answer({ answer: at < right ? 'Ja. Dat mag.' : 'Nee. Dat mag niet.' }), latencyMs: 1 };
      return { case: one, ask, scores: scoreCase(one, ask, undefined, documents) };
    });
  const threshold = (change: Partial<AnswerThreshold> = {}): AnswerThreshold => ({ measure: 'verdictRight', label: 'Ja/nee klopt', min: 0.9, floor: 0.8, least: 20, cases: 'fresh', why: 'x', ...change });
  const judged = (results: CaseResult[], change: Partial<AnswerThreshold> = {}) => judgeRun({ ...evaluation, results }, { answers: [threshold(change)], aheadOfBaselines: false });

  test('enough right, and the interval clears its floor', () => {
    expect(judged(many(95, 100))).toMatchObject({ outcome: 'voldoet', passed: true });
  });

  test('the estimate is there and the interval is not', () => {
    // Wilson's lower end of 18 of 20 is 0.699.
    const { outcome, checks } = judged(many(18, 20));
    expect(outcome).toBe('voldoet-niet');
    expect(checks[0]!.detail).toContain('het interval haalt de ondergrens niet');
  });

  test('of a most, the upper end counts', () => {
    // None wrong of 20: the upper end is 0.161.
    expect(judged(many(20, 20), { measure: 'verdictWrong', min: undefined, max: 0.02, floor: 0.1 }).outcome).toBe('voldoet-niet');
    expect(judged(many(100, 100), { measure: 'verdictWrong', min: undefined, max: 0.02, floor: 0.1 }).outcome).toBe('voldoet');
  });

  test('too few cases: no judgement, however right, and how few is said', () => {
    const verdict = judged(many(19, 19));
    expect(verdict).toMatchObject({ outcome: 'niet-te-beoordelen', passed: false });
    expect(verdict.checks[0]!.detail).toBe('niet te beoordelen: 19 van ten minste 20');
    expect(verdictLine(verdict)).toBe('Niet te beoordelen: bij 1 van de 1 grenzen zijn er te weinig vragen');
  });

  test('nothing to measure it on is too few, never met', () => {
    const { verdict: _, ...plain } = evaluationCase();
    const ask = { answer: answer(), latencyMs: 1 };
    expect(judged([{ case: plain, ask, scores: scoreCase(plain, ask, undefined, documents) }])).toMatchObject({ outcome: 'niet-te-beoordelen' });
  });

  test('what only a server can show is named, and leaves the rest as it is', () => {
    expect(judged(many(95, 100), { measure: 'latencyRatio', label: 'Wachttijd', min: undefined, max: 400, floor: undefined })).toMatchObject({ checks: [], untested: ['Wachttijd'] });
  });

  test('fresh hands decide; the others cannot lift them', () => {
    const practised = many(200, 200, { id: 'x', hand: { wrote: 'program', seen: ['practice-kind'] } }).map((result, at) => ({ ...result, case: { ...result.case, id: `test-oud-${at}` } }));
    const mixed = [...many(50, 100), ...practised];
    expect(judged(mixed)).toMatchObject({ outcome: 'voldoet-niet', fresh: true, checks: [{ measured: '50 %' }] });
    expect(judged(mixed, { cases: 'all', min: 0.8, floor: 0.7 })).toMatchObject({ outcome: 'voldoet' });
    expect(judged(practised)).toMatchObject({ fresh: false, outcome: 'voldoet' });
    expect(handsLine(judged(practised))).toContain('geen vragen van verse handen');
  });

  test('five figures come from the same cases as their thresholds', () => {
    const results = many(95, 100);
    const five = fiveFigures(results, judged(results));
    expect(five.map(({ label }) => label)).toEqual(['Antwoordt meteen', 'Klopt ja/nee', 'Bewezen', 'Weigert terecht', 'Kort genoeg']);
    expect(five[1]).toMatchObject({ shown: '95 %', check: { passed: true } });
  });
});

describe('parts of the results', () => {
  const at = (nearest: number | undefined, change: Partial<EvaluationCase> = {}): CaseResult => {
    const one = evaluationCase({ id: `test-deel-${nearest}`, ...change });
    const ask = { answer: answer(), latencyMs: 1, ...(nearest !== undefined && { nearest }) };
    return { case: one, ask, scores: scoreCase(one, ask, undefined, documents) };
  };

  test('quarters by distance to what was learned, the farthest first', () => {
    const parts = byDistance([0.9, 0.1, 0.5, 0.3, 0.7, 0.2, 0.8, 0.6].map((nearest) => at(nearest)));
    expect(parts.map(({ results }) => results.map(nearestQuestion).sort())).toEqual([[0.1, 0.2], [0.3, 0.5], [0.6, 0.7], [0.8, 0.9]]); // prettier-ignore
    expect(byDistance([at(undefined), at(undefined)])).toEqual([]);
  });

  test('by hand: fresh ones together and each alone, then the others', () => {
    const fresh = { wrote: 'person' as const, seen: [] };
    const results = [at(1, { hand: fresh, author: 'b' }), at(2, { hand: fresh, author: 'a' }), at(3, { hand: { wrote: 'program', seen: ['practice'] } }), at(4)];
    expect(byHand(results).map(({ label, results: some }) => [label, some.length])).toEqual([['Verse handen', 2], ['– a', 1], ['– b', 1], ['Handen als van de oefenvragen', 1], ['Niet bekend wie schreef', 1]]);
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
