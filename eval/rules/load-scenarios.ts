import type { FactValue } from '../../server/contract.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { loadRules } from '../../server/rules/load-rules.ts';
import { loadScenarios as loadTables } from '../../server/rules/scenarios.ts';

/** A situation and what must come out, as the tables beside the rules say it. */
export interface Scenario {
  /** Name, unique over all tables. */
  id: string;
  /** Table. */
  title: string;
  facts: Record<string, FactValue>;
  asOf: string;
  /** Status that each route must have. */
  routes: Record<string, string>;
  /** All facts that must be asked for, where the table says so. */
  missing?: readonly string[];
}

/**
 * The scenario tables of `corpus/rules/scenarios/`, with a status for every route.
 * @throws RulesError when a rule or a scenario is wrong
 */
export function loadScenarios(rulesDir: string, documents: ReadonlyMap<string, CanonicalDocument>): Scenario[] {
  const rules = loadRules(rulesDir, documents);
  return loadTables(rulesDir, rules, documents).map(({ name, file, given, asOf, status, missing }) => ({
    id: name,
    title: file,
    facts: given,
    asOf,
    routes: Object.fromEntries(rules.routes.map(({ id }) => [id, status[id] ?? status['rest'] ?? 'onbekend'])),
    ...(missing && { missing }),
  }));
}
