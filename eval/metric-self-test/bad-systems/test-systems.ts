import { join, resolve } from 'node:path';
import { summaryOf } from '../../../server/corpus/document-summary.ts';
import { loadRules } from '../../../server/rules/load-rules.ts';
import { createRuleCheck } from '../../../server/rules/rule-check.ts';
import type { Config } from '../../../server/runtime/config.ts';
import { readIndex } from '../../../server/search/index-reader.ts';
import { CASE_TYPES, type EvaluationCase } from '../../load/evaluation-case.ts';
import { loadCases } from '../../load/load-cases.ts';
import { loadScenarios } from '../../rules/load-scenarios.ts';
import { createRandom, sample, seedOf } from '../../statistics/random.ts';
import type { Thresholds } from '../../verdict/thresholds.ts';
import type { SystemsTest } from './outcome.ts';
import { runSystemsTest, type SystemsTestRequest } from './run-systems-test.ts';

const routesDir = join(resolve(import.meta.dirname, '..', '..', '..'), 'corpus', 'routes');

export interface TestSystemsRequest {
  config: Pick<Config, 'indexDir'>;
  /** Folder with the cases. */
  cases: string;
  thresholds: Thresholds;
  /** At most so many cases of each kind; all when absent. */
  perType?: number;
  onSystem?: (done: number, total: number) => void;
}

/**
 * The systems test over the built index and the frozen cases: what the verdict on the assistant is about too.
 * @throws AppError without a usable index, rules or cases
 */
export async function testSystems({ thresholds, onSystem, ...where }: TestSystemsRequest): Promise<SystemsTest> {
  return runSystemsTest({ ...(await loadWorld(where)), thresholds: where.perType === undefined ? thresholds : withoutIntervals(thresholds), ...(onSystem && { onSystem }) });
}

/** @throws AppError without a usable index, rules or cases */
export async function loadWorld({ config, cases, perType = Infinity }: Pick<TestSystemsRequest, 'config' | 'cases' | 'perType'>): Promise<Omit<SystemsTestRequest, 'thresholds'>> {
  const index = await readIndex(config.indexDir);
  // Documents and rules are in memory; searching is not needed.
  await index.close();
  const documents = new Map(
    [...index.documents].map(([id, document]) => [id, { ...summaryOf(document), text: document.text, pageStarts: document.pageStarts, blocks: document.blocks }]),
  );
  const all = await loadCases(cases, new Map([...documents].map(([id, { text }]) => [id, text])));
  const frozen = all.filter(({ split }) => split === 'test');
  const check = createRuleCheck(loadRules(index.rulesDir, index.documents), index.documents);
  return {
    documents,
    cases: sampleOfTypes(frozen.length > 0 ? frozen : all, perType),
    rules: { describe: () => Promise.resolve(check.describe()), check: (facts, asOf) => Promise.resolve(check.check(facts, asOf)) },
    scenarios: loadScenarios(routesDir, index.documents),
  };
}

/** The same cases on every run, each kind of question for itself: a rare kind must not fall away. */
function sampleOfTypes(cases: readonly EvaluationCase[], perType: number): EvaluationCase[] {
  const chosen = new Set(CASE_TYPES.flatMap((type) => sample(cases.filter((one) => one.type === type), perType, createRandom(seedOf('systems', type)))));
  return cases.filter((one) => chosen.has(one));
}

/** A sample is too small for intervals and numbers of cases: there the estimate alone is held against its threshold. */
const withoutIntervals = (thresholds: Thresholds): Thresholds => ({
  ...thresholds,
  answers: thresholds.answers.map(({ floor: _, ...threshold }) => ({ ...threshold, least: 1 })),
});
