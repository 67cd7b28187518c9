import { DiagramFactory, type Diagram } from './decision-diagram.ts';
import { decide, decisionOrder } from './decision-order.ts';
import type { PhaseKind } from './period.ts';
import { canLead, compare, leadOf, type Rankable } from './rank-routes.ts';
import { RouteDiagrams } from './route-diagram.ts';
import type { Fact, Route } from './rule-set.ts';

/**
 * Which route leads and with which status, as one diagram over facts that are all known: what is asked next is what
 * decides this soonest. Leaves are `pgaz van-toepassing`, or `-` when no route leads.
 * @param phases of the routes on one day
 */
export function leadingDiagram(routes: readonly Route[], phases: readonly PhaseKind[], facts: readonly Fact[]): Diagram {
  const diagrams = new RouteDiagrams(facts);
  const factory = new DiagramFactory();
  const rankables = new Map<string, Rankable>();
  const leaf = (rankable: Rankable, key: string): string => {
    rankables.set(key, rankable);
    return key;
  };
  return knownOnly(
    routes
      .map((route, index) => {
        const lines = diagrams.decided(route.conditions, phases[index] ?? 'in-force', (inputs) => String(decide(inputs).line));
        const subject = route.conditions.find(({ id }) => id === 'onderwerp');
        const about = subject === undefined ? factory.leaf('unknown') : diagrams.condition(subject.when);
        return knownOnly(factory.combine([lines, about], ([line = '', truth]) => leaf(rankableOf(route, Number(line), truth === 'true'), `${index} ${line} ${truth}`)), factory);
      })
      .reduce((best, next) => factory.combine([best, next], ([a = '', b = '']) => better(a, b, rankables)), factory.leaf('-')),
    factory,
    (value) => nameOf(rankables.get(value)),
  );
}

function rankableOf(route: Route, line: number, isAbout: boolean): Rankable {
  const { status = 'onbekend', because } = decisionOrder.find((entry) => entry.line === line) ?? {};
  const conditions = route.conditions.map(({ id, kind }) => ({ id, kind, status: id === 'onderwerp' && !isAbout ? ('onbekend' as const) : ('voldaan' as const) }));
  return { id: route.id, status, because, decidedBy: line, payment: route.payment.form, conditions };
}

function better(a: string, b: string, rankables: ReadonlyMap<string, Rankable>): string {
  const [one, other] = [rankables.get(a), rankables.get(b)];
  if (other === undefined || !canLead(other)) return one === undefined || !canLead(one) ? '-' : a;
  return one === undefined || !canLead(one) || compare(leadOf(one), leadOf(other)) > 0 ? b : a;
}

const nameOf = (route: Rankable | undefined): string => (route === undefined ? '-' : `${route.id} ${route.status} ${route.because ?? ''}`);

/** A diagram for facts that are known: the branch for unknown becomes that of the first answer, so that it decides nothing. */
function knownOnly(diagram: Diagram, factory: DiagramFactory, rename: (value: string) => string = (value) => value): Diagram {
  const done = new Map<number, Diagram>();
  const visit = (node: Diagram): Diagram => {
    const seen = done.get(node.id);
    if (seen !== undefined) return seen;
    const [, ...answers] = 'branches' in node ? node.branches.map((branch, index) => (index === 0 ? node : visit(branch))) : [];
    const [first] = answers;
    const made = 'value' in node || first === undefined ? factory.leaf(rename('value' in node ? node.value : '')) : factory.branching(node.fact, [first, ...answers]);
    done.set(node.id, made);
    return made;
  };
  return visit(diagram);
}
