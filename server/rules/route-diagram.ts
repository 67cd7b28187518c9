import { conjunction, certainly, disjunction, negate, type Truth } from './truth.ts';
import type { Condition } from './condition.ts';
import { decide, type RouteInputs } from './decision-order.ts';
import { DiagramFactory, type Diagram } from './decision-diagram.ts';
import type { PhaseKind } from './period.ts';
import type { ConditionKind, Fact, RouteCondition } from './rule-set.ts';

/** Diagrams of conditions and of whole routes over a fixed list of facts. */
export class RouteDiagrams {
  readonly #factory = new DiagramFactory();
  readonly #facts: readonly Fact[];

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
  }

  /** Leaves are `true`, `false` and `unknown`. */
  condition(condition: Condition): Diagram {
    if ('fact' in condition) return this.#test(condition.fact, 'is' in condition ? [condition.is] : condition.in);
    if ('all' in condition) return this.#fold(condition.all, conjunction);
    if ('any' in condition) return this.#fold(condition.any, disjunction);
    const inner = this.condition('not' in condition ? condition.not : condition.certain);
    return this.#factory.combine([inner], ([truth]) => ('not' in condition ? negate : certainly)(truth as Truth));
  }

  /** Conjunction of the conditions of one kind. */
  ofKind(conditions: readonly RouteCondition[], kind: ConditionKind): Diagram {
    return this.all(conditions.filter((condition) => condition.kind === kind).map(({ when }) => when));
  }

  all(conditions: readonly Condition[]): Diagram {
    return this.#fold(conditions, conjunction);
  }

  /** Leaves are the statuses of a route; one diagram for each phase, since the date is known. */
  route(conditions: readonly RouteCondition[], phase: PhaseKind): Diagram {
    return this.decided(conditions, phase, (inputs) => decide(inputs).status);
  }

  /** The same with something else of the decision as leaves. */
  decided(conditions: readonly RouteCondition[], phase: PhaseKind, leaf: (inputs: RouteInputs) => string): Diagram {
    const kinds = ['situatie', 'regelen', 'keuze', 'onbeslist', 'betwist'] as const;
    return this.#factory.combine(
      kinds.map((kind) => this.ofKind(conditions, kind)),
      (truths) => {
        const [situation, arrange, choice, settled, dispute] = truths as [Truth, Truth, Truth, Truth, Truth];
        return leaf({ situation, arrange, choice, settled, dispute, phase });
      },
    );
  }

  /** A diagram of statuses where a condition is true, and `-` elsewhere. */
  given(statuses: Diagram, condition: Diagram | undefined): Diagram {
    if (condition === undefined) return statuses;
    return this.#factory.combine([statuses, condition], ([status = '', truth]) => (truth === 'true' ? status : '-'));
  }

  #test(factId: string, values: readonly unknown[]): Diagram {
    const index = this.#facts.findIndex(({ id }) => id === factId);
    const fact = this.#facts[index];
    if (fact === undefined) throw new Error(`No such fact: ${factId}`);
    return this.#factory.branching(index, [
      this.#factory.leaf('unknown'),
      ...fact.answers.map(({ value }) => this.#factory.leaf(String(values.includes(value)))),
    ]);
  }

  /** Two at a time: combined all at once, the states of independent conditions would multiply. */
  #fold(conditions: readonly Condition[], join: (truths: Truth[]) => Truth): Diagram {
    return conditions
      .map((condition) => this.condition(condition))
      .reduce((sum, next) => this.#factory.combine([sum, next], (pair) => join(pair as Truth[])), this.#factory.leaf(join([])));
  }
}

/** Outcomes once every fact is known, without the branches for unknown. */
export function outcomesWhenKnown(diagram: Diagram): Set<string> {
  const outcomes = new Set<string>();
  const seen = new Set<number>();
  const visit = (node: Diagram): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    if ('value' in node) outcomes.add(node.value);
    else node.branches.slice(1).forEach(visit);
  };
  visit(diagram);
  return outcomes;
}
