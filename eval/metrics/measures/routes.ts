import { measure, meanOf } from '../measure.ts';
import type { CaseResult } from '../score-case.ts';
import { isAnswered } from './shares.ts';

const hasRoutes = (result: CaseResult): boolean => isAnswered(result) && result.case.routes.length > 0;

export const ROUTES_FOUND = measure({
  name: 'routesFound',
  label: 'Routes genoemd',
  explanation: 'Deel van de verwachte bekostigingsroutes dat het antwoord noemt.',
  show: 'percent',
  ...meanOf((result) => (hasRoutes(result) ? part(result.scores.routes.found, result.scores.routes.missed) : undefined)),
});

export const ROUTES_PRECISE = measure({
  name: 'routesPrecise',
  label: 'Routes ter zake',
  explanation: 'Deel van de genoemde routes dat verwacht was.',
  show: 'percent',
  ...meanOf((result) => (hasRoutes(result) ? part(result.scores.routes.found, result.scores.routes.extra) : undefined)),
});

function part(some: readonly string[], others: readonly string[]): number | undefined {
  const total = some.length + others.length;
  return total === 0 ? undefined : some.length / total;
}
