/**
 * Reduced ordered decision diagrams over facts with a few values (Bryant 1986, many-valued: Srinivasan et al. 1990).
 * A reduced diagram is canonical: two functions are the same exactly when they are the same node, and the facts
 * that occur in a diagram are exactly those that can change its outcome. That makes "which open question still
 * matters?" exact without trying every combination of answers (more than 10^8 here).
 */
export type Diagram = Leaf | Branching;

interface Leaf {
  readonly id: number;
  readonly value: string;
}

interface Branching {
  readonly id: number;
  /** Index of the fact. */
  readonly fact: number;
  /** One for each value of the fact; index 0 stands for unknown. */
  readonly branches: readonly Diagram[];
}

export class DiagramFactory {
  readonly #known = new Map<string, Diagram>();
  #nextId = 0;

  leaf(value: string): Diagram {
    return this.#unique(`=${value}`, (id) => ({ id, value }));
  }

  /** A fact that makes no difference leaves no node. */
  branching(fact: number, branches: readonly Diagram[]): Diagram {
    const [first] = branches;
    if (first !== undefined && branches.every((branch) => branch === first)) return first;
    return this.#unique(`${fact}:${branches.map(({ id }) => id).join()}`, (id) => ({ id, fact, branches }));
  }

  /** The diagram of `combine(values of the operands)`, Bryant's apply for any number of operands. */
  combine(operands: readonly Diagram[], combine: (values: string[]) => string): Diagram {
    const done = new Map<string, Diagram>();
    const visit = (current: readonly Diagram[]): Diagram => {
      const key = current.map(({ id }) => id).join();
      const seen = done.get(key);
      if (seen !== undefined) return seen;
      const result = expand(current);
      done.set(key, result);
      return result;
    };
    const expand = (current: readonly Diagram[]): Diagram => {
      const top = current.reduce<Branching | undefined>(
        (first, diagram) => ('fact' in diagram && !(first && first.fact <= diagram.fact) ? diagram : first),
        undefined,
      );
      if (top === undefined) return this.leaf(combine(current.map((leaf) => ('value' in leaf ? leaf.value : ''))));
      return this.branching(
        top.fact,
        top.branches.map((_, value) =>
          visit(
            current.map((diagram) =>
              'fact' in diagram && diagram.fact === top.fact ? (diagram.branches[value] ?? diagram) : diagram,
            ),
          ),
        ),
      );
    };
    return visit(operands);
  }

  #unique(key: string, create: (id: number) => Diagram): Diagram {
    const seen = this.#known.get(key);
    if (seen !== undefined) return seen;
    const diagram = create(this.#nextId);
    this.#nextId += 1;
    this.#known.set(key, diagram);
    return diagram;
  }
}

/** All nodes of a diagram, children before parents. */
export function nodesOf(diagram: Diagram): Diagram[] {
  const seen = new Map<number, Diagram>();
  const visit = (node: Diagram): void => {
    if (seen.has(node.id)) return;
    if ('branches' in node) node.branches.forEach(visit);
    seen.set(node.id, node);
  };
  visit(diagram);
  return [...seen.values()];
}

/** Outcomes that some facts lead to. */
export function outcomesOf(diagram: Diagram): Set<string> {
  return new Set(nodesOf(diagram).flatMap((node) => ('value' in node ? [node.value] : [])));
}

/** Positions of the facts that occur in a diagram: those that can change its outcome. */
export function factsOf(diagram: Diagram): Set<number> {
  return new Set(nodesOf(diagram).flatMap((node) => ('fact' in node ? [node.fact] : [])));
}

/**
 * A diagram with some facts filled in, reduced again, so that it holds no more than what is still open.
 * @param known per fact the position of its value in `branches`; 0 or absent for a fact that stays open
 */
export function restrict(diagram: Diagram, known: readonly number[]): Diagram {
  // A factory of its own: in the shared one the diagrams of every question ever asked would stay.
  const factory = new DiagramFactory();
  const done = new Map<number, Diagram>();
  const visit = (node: Diagram): Diagram => {
    const seen = done.get(node.id);
    if (seen !== undefined) return seen;
    const result = expand(node);
    done.set(node.id, result);
    return result;
  };
  const expand = (node: Diagram): Diagram => {
    if ('value' in node) return factory.leaf(node.value);
    const chosen = node.branches[known[node.fact] || -1];
    return chosen === undefined ? factory.branching(node.fact, node.branches.map(visit)) : visit(chosen);
  };
  return visit(diagram);
}
