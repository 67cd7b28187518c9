import type { FactValue } from '../../server/contract.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { loadRules } from '../../server/rules/load-rules.ts';

/** A situation and what must come out for one route, as the file of the route says it. */
export interface Scenario {
  /** Route and name, unique over all routes. */
  id: string;
  /** The route. */
  title: string;
  facts: Record<string, FactValue>;
  asOf: string;
  route: string;
  status: string;
  /** Whose answer lacks when the status is onbekend, where the file says so. */
  because?: 'feit' | 'bronnen';
  /** The facts that must still be asked for this route, where the file says so. */
  missing?: readonly string[];
}

/**
 * The scenarios of every route in `corpus/routes/`.
 * @throws RulesError when a rule or a scenario is wrong
 */
export function loadScenarios(rulesDir: string, documents: ReadonlyMap<string, CanonicalDocument>): Scenario[] {
  return loadRules(rulesDir, documents).routes.flatMap((route) =>
    route.scenarios.map(({ name, given, asOf, status, because, missing }) => ({
      id: `${route.id}: ${name}`,
      title: route.title,
      facts: given,
      asOf,
      route: route.id,
      status,
      ...(because && { because }),
      ...(missing && { missing }),
    })),
  );
}
