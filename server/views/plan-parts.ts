import type { Citation, PlanResult } from '../contract.ts';
import { groupOf, type RouteGroup } from '../rules/rank-routes.ts';

type Participant = PlanResult['participants'][number];
type Step = PlanResult['steps'][number];

/** Participants of whom the plan says the same, so that it is said once. */
export interface PlanGroup {
  members: Participant[];
  lead: Participant['lead'];
  leading: Participant['routes'][number] | undefined;
  /** What pays as well, or does once something is arranged. */
  payable: Participant['routes'];
  /** What an answer or the sources leave open. */
  open: Participant['routes'];
  notFitting: Participant['routes'];
  understood: Participant['understood'];
}

const standing = (route: Participant['routes'][number]): RouteGroup => groupOf({ ...route, conditions: [] });
const fits = (route: Participant['routes'][number]): boolean => standing(route) !== 'past-niet';

/** Every renderer of the plan lays out these: page, print and Word. */
export function planGroups({ participants }: PlanResult): PlanGroup[] {
  const groups = new Map<string, PlanGroup>();
  for (const participant of participants) {
    const { lead, routes } = participant;
    const leading = routes.find(({ id }) => id === lead.routeId);
    const others = routes.filter((route) => fits(route) && route !== leading);
    const payable = others.filter((route) => ['past', 'regelen'].includes(standing(route)));
    const open = others.filter((route) => !payable.includes(route));
    const key = JSON.stringify([lead.text, leading, others]);
    const known = groups.get(key);
    if (known) {
      known.members.push(participant);
      // What is not assumed of every one of them is not said of the group.
      known.understood = known.understood.filter(({ label }) => participant.understood.some((one) => one.label === label));
      known.notFitting = known.notFitting.filter(({ id }) => routes.some((route) => route.id === id && !fits(route)));
    } else groups.set(key, { members: [participant], lead, leading, payable, open, notFitting: routes.filter((route) => !fits(route)), understood: participant.understood });
  }
  return [...groups.values()];
}

export const stepsOfKind = ({ steps }: PlanResult, ...kinds: Step['kind'][]): Step[] => steps.filter(({ kind }) => kinds.includes(kind));

export function citedBy({ citations }: PlanResult, numbers: readonly number[]): Citation[] {
  return citations.filter(({ n }) => numbers.includes(n));
}

/** How many people, and of how many kinds. */
export function sizeOf({ participants }: PlanResult): { people: number; kinds: number } {
  return { people: participants.reduce((sum, { count }) => sum + count, 0), kinds: participants.length };
}
