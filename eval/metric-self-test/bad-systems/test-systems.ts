import { join, resolve } from 'node:path';
import { summaryOf } from '../../../server/corpus/document-summary.ts';
import { loadRules } from '../../../server/rules/load-rules.ts';
import { createRuleCheck } from '../../../server/rules/rule-check.ts';
import type { Config } from '../../../server/runtime/config.ts';
import { readIndex } from '../../../server/search/index-reader.ts';
import { loadCases } from '../../load/load-cases.ts';
import { loadScenarios } from '../../rules/load-scenarios.ts';
import type { Thresholds } from '../../verdict/thresholds.ts';
import type { SystemsTest } from './outcome.ts';
import { runSystemsTest, type SystemsTestRequest } from './run-systems-test.ts';

const routesDir = join(resolve(import.meta.dirname, '..', '..', '..'), 'corpus', 'routes');

export interface TestSystemsRequest {
  config: Pick<Config, 'indexDir'>;
  /** Folder with the cases. */
  cases: string;
  thresholds: Thresholds;
  onSystem?: (done: number, total: number) => void;
}

/**
 * The systems test over the built index and the frozen cases: what the verdict on the assistant is about too.
 * @throws AppError without a usable index, rules or cases
 */
export async function testSystems({ thresholds, onSystem, ...where }: TestSystemsRequest): Promise<SystemsTest> {
  return runSystemsTest({ ...(await loadWorld(where)), thresholds, ...(onSystem && { onSystem }) });
}

/** @throws AppError without a usable index, rules or cases */
export async function loadWorld({ config, cases }: Pick<TestSystemsRequest, 'config' | 'cases'>): Promise<Omit<SystemsTestRequest, 'thresholds'>> {
  const index = await readIndex(config.indexDir);
  const documents = new Map(
    [...index.documents].map(([id, document]) => [id, { ...summaryOf(document), text: document.text, pageStarts: document.pageStarts, blocks: document.blocks }]),
  );
  const all = await loadCases(cases, new Map([...documents].map(([id, { text }]) => [id, text])));
  const frozen = all.filter(({ split }) => split === 'test');
  const check = createRuleCheck(loadRules(index.rulesDir, index.documents), index.documents);
  return {
    documents,
    cases: frozen.length > 0 ? frozen : all,
    rules: { describe: () => Promise.resolve(check.describe()), check: (facts, asOf) => Promise.resolve(check.check(facts, asOf)) },
    scenarios: loadScenarios(routesDir, index.documents),
  };
}
