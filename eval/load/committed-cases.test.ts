import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../ingest/load-corpus.ts';
import type { Answer, DocumentDetail } from '../../server/contract.ts';
import { loadLearningQuestions, type LearningQuestion } from '../learn/learning-questions.ts';
import { runSelfTest, type SelfTest } from '../metric-self-test/self-test.ts';
import { CASE_GROUPS, CASE_TYPES, ROUTE_IDS, type EvaluationCase } from './evaluation-case.ts';
import { judgeVerdict } from '../metrics/measures/verdict.ts';
import { isFresh } from './hands.ts';
import { loadCases } from './load-cases.ts';
import { sharedWithTune } from './shared-evidence.ts';

const projectDir = resolve(import.meta.dirname, '..', '..');
let cases: EvaluationCase[];
let learned: LearningQuestion[];
let documents: Map<string, DocumentDetail>;

beforeAll(async () => {
  const corpus = await loadCorpus(join(projectDir, 'corpus'));
  documents = new Map(corpus.documents.map((document) => [document.id, { ...document, pages: document.pageStarts.length }]));
  const texts = new Map(corpus.documents.map(({ id, text }) => [id, text]));
  cases = await loadCases(join(projectDir, 'eval', 'cases'), texts);
  learned = await loadLearningQuestions(join(projectDir, 'corpus'), join(projectDir, 'eval', 'cases'), corpus.documents);
}, 300_000);

const having = <T>(values: readonly T[], has: (one: EvaluationCase, value: T) => boolean): T[] => values.filter((value) => cases.some((one) => has(one, value)));

describe('the questions to learn from', () => {
  test('hold none of the frozen half', () => {
    const plain = (question: string): string => question.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const frozen = new Set(cases.filter(({ split, history }) => split === 'test' && history.length === 0).map(({ question }) => plain(question)));
    expect(learned.filter(({ half }) => half === 'corpus').length).toBeGreaterThan(2000);
    expect(learned.map(({ text }) => plain(text)).filter((text) => frozen.has(text))).toEqual([]);
  });
});

describe('the cases of fresh hands', () => {
  const plain = (question: string): string => question.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const fresh = () => cases.filter(isFresh);

  /** Drawn into halves by a program; hands d to f are whole for development, hand g whole frozen. */
  const drawn = () => fresh().filter(({ author }) => /^hand-[abc]$/.test(author ?? ''));

  test('are at least two hundred a half, sixty of them to refuse, and each writer stands in one half or is drawn evenly', () => {
    for (const split of ['tune', 'test'] as const) {
      const half = fresh().filter((one) => one.split === split);
      expect(half.length, split).toBeGreaterThanOrEqual(200);
      expect(half.filter(({ abstain }) => abstain).length, split).toBeGreaterThanOrEqual(60);
    }
    expect(Math.abs(drawn().filter(({ split }) => split === 'test').length - drawn().length / 2)).toBeLessThanOrEqual(2);
    for (const one of fresh().filter((other) => !drawn().includes(other))) expect(one.split, one.id).toBe(one.author === 'hand-g' ? 'test' : 'tune');
  });

  test('have every type and group in both halves, and name author and hand', () => {
    for (const split of ['tune', 'test'] as const) {
      const half = fresh().filter((one) => one.split === split);
      expect([...new Set(half.map(({ type }) => type))].sort(), split).toEqual([...CASE_TYPES].sort());
      expect([...new Set(half.map(({ group }) => group))].sort(), split).toEqual([...CASE_GROUPS].sort());
    }
    expect(cases.filter(({ author, hand }) => author === undefined || hand === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('share no question with practice or with the other half', () => {
    const practised = new Set(learned.filter(({ half }) => half !== 'tune').map(({ text }) => plain(text)));
    const developed = new Set(cases.filter(({ split }) => split === 'tune').map(({ question }) => plain(question)));
    const frozen = fresh().filter(({ split }) => split === 'test');
    expect(frozen.filter(({ question }) => practised.has(plain(question))).map(({ id }) => id)).toEqual([]);
    expect(frozen.filter(({ question }) => developed.has(plain(question))).map(({ id }) => id)).toEqual([]);
  });

  test('share evidence between their halves as little as five short documents allow', () => {
    const frozen = drawn().filter(({ split, abstain }) => split === 'test' && !abstain);
    expect([...sharedWithTune(drawn())].length / frozen.length).toBeLessThan(0.3);
  });

  test('the ideal answer has the vital facts and the verdict that the case asks for', () => {
    const worded = fresh().filter(({ gold }) => gold !== undefined);
    const said = (gold: string): Answer => ({ answer: gold, citations: [], abstained: false, question: '' }) as unknown as Answer;
    expect(worded.filter(({ keyFacts, gold }) => !keyFacts.every(({ pattern }) => new RegExp(pattern, 'iu').test(gold!))).map(({ id }) => id)).toEqual([]);
    expect(worded.filter(({ verdict, gold }) => verdict !== undefined && judgeVerdict(verdict, said(gold!)) !== 'right').map(({ id }) => id)).toEqual([]);
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
