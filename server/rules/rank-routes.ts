import type { RouteResult } from '../contract.ts';

/** What a reader can do with a route, best first; `open` is what an answer of his own still decides. */
export const ROUTE_GROUPS = ['past', 'regelen', 'open', 'bronnen', 'past-niet'] as const;
export type RouteGroup = (typeof ROUTE_GROUPS)[number];

/** What ranking looks at: a `RouteResult`, or as much of one as an evaluator has. */
export type Rankable = Pick<RouteResult, 'id' | 'status' | 'because' | 'decidedBy' | 'payment'> & {
  conditions: readonly Pick<RouteResult['conditions'][number], 'id' | 'kind' | 'status'>[];
};

export interface RankedRoutes<Ranked extends Rankable> {
  /** The route that says most of this very situation; absent when nothing fits. */
  leading: Ranked | undefined;
  groups: Record<RouteGroup, Ranked[]>;
}

/** Line of the order of decisions → group. A contradiction of the sources is settled by nobody's answer. */
const GROUP_OF_LINE: readonly RouteGroup[] = ['past-niet', 'regelen', 'past-niet', 'regelen', 'bronnen', 'open', 'bronnen', 'regelen', 'regelen', 'past'];

export function groupOf(route: Rankable): RouteGroup {
  if (route.decidedBy !== undefined) return GROUP_OF_LINE[route.decidedBy - 1] ?? 'past-niet';
  switch (route.status) {
    case 'van-toepassing': return 'past';
    case 'nog-niet': case 'conflict': return 'regelen';
    case 'betwist': return 'bronnen';
    case 'onbekend': return route.because === 'bronnen' ? 'bronnen' : 'open';
    default: return 'past-niet';
  }
}

/**
 * Routes by decisiveness: what pays, then what can, then what nobody knows. Among equals a route that surely fits goes
 * before one that may not, one that is about this consultation (one patient, a group) before one that holds whatever it is
 * about (O&I, ADZ), and a payment of its own before a tariff that is paid anyway; after that the order in which they come.
 */
export function rankRoutes<Ranked extends Rankable>(routes: readonly Ranked[]): RankedRoutes<Ranked> {
  const ranked = [...routes].sort((a, b) => compare(inGroup(a), inGroup(b)));
  const groups = Object.fromEntries(ROUTE_GROUPS.map((group) => [group, ranked.filter((route) => groupOf(route) === group)])) as RankedRoutes<Ranked>['groups'];
  const [leading] = ranked.filter(canLead).sort((a, b) => compare(leadOf(a), leadOf(b)));
  return { leading, groups };
}

/** Whether a route can be what an answer begins with. One that asks no more than the law (ADZ) says nothing of a consultation until it pays. */
export function canLead(route: Rankable): boolean {
  const group = groupOf(route);
  if (group === 'past-niet') return false;
  return group === 'past' || route.conditions.some(({ id, kind }) => kind !== 'regelen' && id !== 'domein');
}

/** Sort key among all that can lead: what pays, then what surely is about this consultation. Smaller comes first. */
export function leadOf(route: Rankable): number[] {
  const group = groupOf(route);
  return [Number(group !== 'past'), Number(mayNotFit(route)), Number(!isAboutThis(route)), ROUTE_GROUPS.indexOf(group), ...inGroup(route)];
}

function inGroup(route: Rankable): number[] {
  // What is over once fitted, and what only has to wait for its date comes after what somebody can arrange now.
  return [Number(route.status === 'niet-van-toepassing'), Number(route.decidedBy === 2), Number(mayNotFit(route)), Number(!isAboutThis(route)), Number(route.payment === 'in-tarief')];
}

/** Something about the situation is unknown: a proposal of the sources is one whether it fits or not. */
const mayNotFit = ({ conditions }: Rankable): boolean => conditions.some(({ kind, status }) => kind === 'situatie' && status === 'onbekend');

/** The route names whom a consultation is about, and this one is. */
const isAboutThis = ({ conditions }: Rankable): boolean => conditions.some(({ id, status }) => id === 'onderwerp' && status === 'voldaan');

export function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
