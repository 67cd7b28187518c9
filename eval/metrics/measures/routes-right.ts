import type { Answer } from '../../../server/contract.ts';
import type { EvaluationCase } from '../../load/evaluation-case.ts';
import { measure, meanOf } from '../measure.ts';
import { readerText } from '../reader-text.ts';
import { namesRoute } from '../route-names.ts';
import type { RouteTruth } from '../routes.ts';
import { share } from './shares.ts';

/**
 * Per expected route: the text names it, and the status given beside the text can be so. Of a case that tells its situation
 * that is the case's own outcome, or still unknown; otherwise what the rule check says without facts, if none can change that.
 */
export function rightRoutes({ routes, situation }: Pick<EvaluationCase, 'routes' | 'situation'>, answer: Answer, truth?: RouteTruth): boolean[] {
  const { plain } = readerText(answer);
  return routes.map((route) => {
    if (answer.abstained || !namesRoute(plain, route)) return false;
    const given = answer.routes.find(({ id }) => id === route)?.status;
    if (given === undefined || given === 'onbekend') return true;
    const expected = situation?.outcome[route];
    if (expected !== undefined) return given === expected;
    const known = truth?.[route];
    return known === undefined || known.open || known.status === given;
  });
}

export const ROUTES_RIGHT = measure({
  name: 'routesRight',
  label: 'Routes in de tekst',
  explanation: 'Deel van de verwachte routes dat de tekst noemt en waarvan de status kan kloppen volgens de regelcheck.',
  show: 'percent',
  column: 'routes',
  compared: true,
  ...meanOf(({ case: asked, ask: { answer }, routeTruth }) =>
    asked.abstain || asked.routes.length === 0 ? undefined : answer ? share(rightRoutes(asked, answer, routeTruth)) : 0,
  ),
});
