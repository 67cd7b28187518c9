import { nodesOf, type Diagram } from './decision-diagram.ts';

/**
 * Which unknown facts can still change the outcome of a diagram, given the known ones: exactly those that occur in
 * the diagram restricted to the known values and reduced again. A fact left open may stay unknown or take any value.
 */
export class OpenFacts {
  /** Children before parents; the root is the last. */
  private readonly nodes: readonly { fact: number; branches: readonly number[] }[];
  private readonly factCount: number;
  /** Per node the node it reduces to; scratch space, so that an evaluation allocates little. */
  private readonly reduced: Int32Array;
  private readonly reachable: Uint8Array;

  constructor(diagram: Diagram, factCount: number) {
    const nodes = nodesOf(diagram);
    const position = new Map(nodes.map(({ id }, index) => [id, index]));
    this.nodes = nodes.map((node) =>
      'fact' in node
        ? { fact: node.fact, branches: node.branches.map(({ id }) => position.get(id) ?? -1) }
        : { fact: -1, branches: [] },
    );
    this.factCount = factCount;
    this.reduced = new Int32Array(nodes.length);
    this.reachable = new Uint8Array(nodes.length);
  }

  /** @param known per fact 0 when unknown, else the 1-based index of its value @returns fact indices, ascending */
  given(known: readonly number[]): number[] {
    const { nodes, reduced, reachable } = this;
    const unique = new Map<string, number>();
    nodes.forEach(({ fact, branches }, index) => {
      reduced[index] = index;
      if (fact < 0) return;
      const value = known[fact] ?? 0;
      if (value > 0) {
        reduced[index] = reduced[branches[value] ?? 0] ?? 0;
        return;
      }
      const targets = branches.map((branch) => reduced[branch] ?? 0);
      if (targets.every((target) => target === targets[0])) {
        reduced[index] = targets[0] ?? 0;
        return;
      }
      const key = `${fact}:${targets.join()}`;
      const same = unique.get(key);
      if (same === undefined) unique.set(key, index);
      else reduced[index] = same;
    });
    reachable.fill(0);
    const root = reduced[nodes.length - 1] ?? 0;
    reachable[root] = 1;
    const open = new Uint8Array(this.factCount);
    for (let index = root; index >= 0; index -= 1) {
      const node = nodes[index];
      if (reachable[index] === 0 || node === undefined || node.fact < 0) continue;
      open[node.fact] = 1;
      for (const branch of node.branches) reachable[reduced[branch] ?? 0] = 1;
    }
    return [...open.keys()].filter((fact) => open[fact] === 1);
  }
}
