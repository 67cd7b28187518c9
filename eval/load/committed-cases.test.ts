import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../ingest/load-corpus.ts';
import { loadQuestions, type SourceQuestion } from '../../ingest/questions.ts';
import type { DocumentDetail } from '../../server/contract.ts';
import { runSelfTest, type SelfTest } from '../metric-self-test/self-test.ts';
import { CASE_GROUPS, CASE_TYPES, ROUTE_IDS, type EvaluationCase } from './evaluation-case.ts';
import { loadCases } from './load-cases.ts';

const projectDir = resolve(import.meta.dirname, '..', '..');
let cases: EvaluationCase[];
let known: SourceQuestion[];
let documents: Map<string, DocumentDetail>;

beforeAll(async () => {
  const corpus = await loadCorpus(join(projectDir, 'corpus'));
  documents = new Map(corpus.documents.map((document) => [document.id, { ...document, pages: document.pageStarts.length }]));
  const texts = new Map(corpus.documents.map(({ id, text }) => [id, text]));
  cases = await loadCases(join(projectDir, 'eval', 'cases'), texts);
  known = (await loadQuestions(join(projectDir, 'corpus'), corpus.documents)).questions;
}, 300_000);

const having = <T>(values: readonly T[], has: (one: EvaluationCase, value: T) => boolean): T[] => values.filter((value) => cases.some((one) => has(one, value)));

describe('the questions of corpus/questions', () => {
  test('hold none of the frozen half', () => {
    const plain = (question: string): string => question.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const frozen = new Set(cases.filter(({ split, history }) => split === 'test' && history.length === 0).map(({ question }) => plain(question)));
    expect(known.length).toBeGreaterThan(2000);
    expect(known.map(({ text }) => plain(text)).filter((question) => frozen.has(question))).toEqual([]);
  });
});

describe('the cases of this repository', () => {
  test('are enough in both halves, also to abstain', () => {
    for (const split of ['tune', 'test'] as const) {
      const half = cases.filter((one) => one.split === split);
      expect(half.length).toBeGreaterThanOrEqual(150);
      expect(half.filter(({ abstain }) => abstain).length).toBeGreaterThanOrEqual(40);
    }
  });

  test('cover every type, group, document and route', () => {
    expect(having(CASE_TYPES, ({ type }, value) => type === value)).toEqual(CASE_TYPES);
    expect(having(CASE_GROUPS, ({ group }, value) => group === value)).toEqual(CASE_GROUPS);
    expect(having([...documents.keys()], ({ evidence }, id) => evidence.some(({ anyOf }) => anyOf.some(({ documentId }) => documentId === id)))).toEqual([...documents.keys()]);
    expect(having(ROUTE_IDS, ({ routes }, id) => routes.includes(id))).toEqual(ROUTE_IDS);
  });

  test('split the topics between the halves', () => {
    const topics = (split: string): Set<string> => new Set(cases.filter((one) => one.split === split).map(({ topic }) => topic));
    const frozen = topics('test');
    expect([...topics('tune')].filter((topic) => frozen.has(topic))).toEqual([]);
  });

  test('have conversations of two and three turns', () => {
    expect(cases.filter(({ history }) => history.length === 2).length).toBeGreaterThan(10);
    expect(cases.filter(({ history }) => history.length === 4).length).toBeGreaterThanOrEqual(3);
  });
});

describe('the metrics', () => {
  let selfTest: SelfTest;
  beforeAll(() => {
    selfTest = runSelfTest(cases, documents);
  }, 300_000);

  test('calls an answer right that is made of the evidence, for every case', () => {
    expect(selfTest.misscored).toEqual([]);
  });

  test('sees at least forty deliberately wrong answers of eight kinds', () => {
    expect(selfTest.rows.length).toBeGreaterThanOrEqual(8);
    expect(selfTest.rows.flatMap(({ trials }) => trials).length).toBeGreaterThanOrEqual(40);
    expect(selfTest.rows.filter(({ trials }) => trials.length < 5).map(({ id }) => id)).toEqual([]);
    expect(selfTest.rows.flatMap(({ id, trials }) => trials.filter(({ caught }) => !caught).map(({ caseId }) => `${id}: ${caseId}`))).toEqual([]);
  });
});
