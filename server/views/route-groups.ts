import type { RouteResult } from '../contract.ts';
import { rankRoutes, ROUTE_GROUPS, type RouteGroup } from '../rules/rank-routes.ts';
import { check } from './labels.ts';

export interface NamedGroup {
  group: RouteGroup;
  name: string;
  /** Without the one that leads. */
  routes: RouteResult[];
}

/** An outcome as it is told: the route that leads, and the others under the name of what can be done with them. */
export function routeGroups(all: readonly RouteResult[]): { leading: RouteResult | undefined; groups: NamedGroup[] } {
  const { leading, groups } = rankRoutes(all);
  const named = ROUTE_GROUPS.map((group) => ({ group, name: group === 'past-niet' ? check.others : check.groups[group], routes: groups[group].filter((route) => route !== leading) }));
  return { leading, groups: named.filter(({ routes }) => routes.length > 0) };
}
