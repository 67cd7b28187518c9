import { conditionStatus } from './condition-status.ts';
import type { RouteVerdict } from './evaluate.ts';
import { groupOf, rankRoutes, ROUTE_GROUPS, type Rankable } from './rank-routes.ts';

/** Verdicts in the order in which a reader wants them. */
export interface RatedVerdicts {
  leading: RouteVerdict | undefined;
  /** The leading one first, then by what a reader can do with them. */
  ranked: RouteVerdict[];
}

export function rateRoutes(verdicts: readonly RouteVerdict[]): RatedVerdicts {
  const verdictOf = new Map<Rankable, RouteVerdict>(verdicts.map((verdict) => [rankableOf(verdict), verdict]));
  const { leading, groups } = rankRoutes([...verdictOf.keys()]);
  const inOrder = [...(leading ? [leading] : []), ...ROUTE_GROUPS.flatMap((group) => groups[group]).filter((route) => route !== leading)];
  return { leading: leading && verdictOf.get(leading), ranked: inOrder.flatMap((route) => verdictOf.get(route) ?? []) };
}

/** Whether a route pays or can still pay, as far as is known. */
export const isPayable = (verdict: RouteVerdict): boolean => groupOf(rankableOf(verdict)) !== 'past-niet';

function rankableOf({ route, status, because, line, conditions }: RouteVerdict): Rankable {
  return {
    id: route.id,
    status,
    because,
    decidedBy: line,
    payment: route.payment.form,
    conditions: conditions.map(({ condition, truth }) => ({ id: condition.id, kind: condition.kind, status: conditionStatus(condition, truth) })),
  };
}
