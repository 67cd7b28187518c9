import type { KnownValues } from './compile-condition.ts';
import { nodesOf, type Diagram } from './decision-diagram.ts';

interface Level {
  fact: number;
  /** Per value of the fact (0 = unknown) the class it belongs to: values that lead everywhere to the same. */
  classOf: readonly number[];
  /** Positions of the nodes of this fact, with the position each class leads to. */
  nodes: readonly { at: number; next: readonly number[] }[];
}

/**
 * Which unknown facts can still change the outcome of a diagram, given the known ones: exactly those that occur in
 * the diagram restricted to the known values and reduced again. A fact left open may stay unknown or take any value.
 */
export class OpenFacts {
  /** Last fact of the order first, so that children are reduced before their parents. */
  private readonly levels: readonly Level[];
  private readonly root: number;
  /** Per node the node it reduces to; scratch space, so that an evaluation allocates little. */
  private readonly reduced: Int32Array;
  private readonly reachable: Uint8Array;

  constructor(diagram: Diagram) {
    const nodes = nodesOf(diagram);
    const position = new Map(nodes.map(({ id }, index) => [id, index]));
    const facts = [...new Set(nodes.flatMap((node) => ('fact' in node ? [node.fact] : [])))].sort((a, b) => b - a);
    this.levels = facts.map((fact) => {
      const own = nodes.flatMap((node, at) =>
        'fact' in node && node.fact === fact ? [{ at, next: node.branches.map(({ id }) => position.get(id) ?? 0) }] : [],
      );
      const signatures = (own[0]?.next ?? []).map((_, value) => own.map(({ next }) => next[value]).join());
      const classes = [...new Set(signatures)];
      return {
        fact,
        classOf: signatures.map((signature) => classes.indexOf(signature)),
        nodes: own.map(({ at, next }) => ({ at, next: classes.map((signature) => next[signatures.indexOf(signature)] ?? 0) })),
      };
    });
    this.root = nodes.length - 1;
    this.reduced = new Int32Array(nodes.length);
    this.reachable = new Uint8Array(nodes.length);
    nodes.forEach((_, at) => (this.reduced[at] = at));
  }

  /** Indices of the facts that can still change the outcome, ascending. */
  given(known: KnownValues): number[] {
    const { levels, reduced, reachable } = this;
    for (const { fact, classOf, nodes } of levels) {
      const value = known[fact] ?? 0;
      for (let index = 0; index < nodes.length; index += 1) {
        const node = nodes[index];
        if (node === undefined) continue;
        reduced[node.at] = value > 0 ? this.target(node.next[classOf[value] ?? 0]) : this.reduce(nodes, index);
      }
    }
    reachable.fill(0);
    reachable[this.target(this.root)] = 1;
    const open: number[] = [];
    for (let level = levels.length - 1; level >= 0; level -= 1) {
      const { fact, nodes } = levels[level] ?? { fact: 0, nodes: [] };
      let isOpen = false;
      for (const { at, next } of nodes) {
        if (reachable[at] === 0) continue;
        isOpen = true;
        for (const child of next) reachable[this.target(child)] = 1;
      }
      if (isOpen) open.push(fact);
    }
    return open;
  }

  private target(at: number | undefined): number {
    return this.reduced[at ?? 0] ?? 0;
  }

  /** The node that a node with an open fact reduces to: its only child, an equal node before it, or itself. */
  private reduce(nodes: Level['nodes'], index: number): number {
    const { at, next } = nodes[index] ?? { at: 0, next: [] };
    const first = this.target(next[0]);
    if (next.every((child) => this.target(child) === first)) return first;
    for (let other = 0; other < index; other += 1) {
      const candidate = nodes[other];
      if (candidate === undefined || this.reduced[candidate.at] !== candidate.at) continue;
      if (candidate.next.every((child, kind) => this.target(child) === this.target(next[kind]))) return candidate.at;
    }
    return at;
  }
}
