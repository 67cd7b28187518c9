import { DiagramFactory, factsOf, restrict, type Diagram } from './decision-diagram.ts';
import { lawOfSector } from './law-of-sector.ts';
import type { Fact } from './rule-set.ts';

/**
 * The open questions of a diagram, the one first after which the fewest are still expected before its outcome is decided.
 * The best order of all is too much work to find (Hyafil and Rivest 1976), so this looks one question ahead: whatever is
 * answered, what follows is counted as asked in the order of the facts, with the answers as likely as their weights say.
 * @param known per fact the position of its value in `branches`; 0 for a fact that is open
 */
export function questionOrder(diagram: Diagram, known: readonly number[], facts: readonly Fact[]): string[] {
  const open = restrict(diagram, known);
  const expected = new ExpectedQuestions(open, facts);
  const domain = facts.findIndex(({ id }) => id === 'domein');
  /** A sector that proposes the law answers that question too. */
  const alsoKnown = (fact: Fact, value: unknown): [number, number][] => {
    const law = fact.id === 'sector' && known[domain] === 0 ? lawOfSector(value) : undefined;
    return law === undefined ? [] : [[domain, (facts[domain]?.answers.findIndex((answer) => answer.value === law) ?? -1) + 1]];
  };
  return [...factsOf(open)]
    .flatMap((index) => {
      const fact = facts[index];
      if (fact === undefined) return [];
      const count = mean(fact, (at) => expected.after([[index, at + 1], ...alsoKnown(fact, fact.answers[at]?.value)]));
      return [{ index, id: fact.id, count }];
    })
    .sort((a, b) => a.count - b.count || a.index - b.index)
    .map(({ id }) => id);
}

/** How likely the likeliest outcome of a diagram is, with the answers to what is open as likely as their weights say. */
export function certainty(diagram: Diagram, known: readonly number[], facts: readonly Fact[]): number {
  const chances = new Map<string, number>();
  const visit = (node: Diagram, chance: number): void => {
    if ('value' in node) {
      chances.set(node.value, (chances.get(node.value) ?? 0) + chance);
      return;
    }
    const answers = facts[node.fact]?.answers ?? [];
    const total = answers.reduce((sum, { weight }) => sum + weight, 0);
    answers.forEach(({ weight }, at) => visit(node.branches[at + 1] ?? node, (chance * weight) / total));
  };
  visit(restrict(diagram, known), 1);
  return Math.max(...chances.values());
}

/** Mean over the answers of a fact, by position. */
function mean({ answers }: Fact, countOf: (at: number) => number): number {
  const total = answers.reduce((sum, { weight }) => sum + weight, 0);
  return answers.reduce((sum, { weight }, at) => sum + weight * countOf(at), 0) / total;
}

class ExpectedQuestions {
  readonly #diagram: Diagram;
  readonly #facts: readonly Fact[];
  readonly #factory = new DiagramFactory();
  readonly #counts = new Map<Diagram, number>();

  constructor(diagram: Diagram, facts: readonly Fact[]) {
    this.#diagram = diagram;
    this.#facts = facts;
  }

  after(answers: readonly [fact: number, value: number][]): number {
    return this.#count(answers.reduce((diagram, [fact, value]) => this.#fill(diagram, fact, value, new Map()), this.#diagram));
  }

  #fill(node: Diagram, fact: number, value: number, done: Map<Diagram, Diagram>): Diagram {
    // Facts stand in order from the top: below this one it does not occur.
    if ('value' in node || node.fact > fact) return this.#own(node);
    if (node.fact === fact) return this.#own(node.branches[value] ?? node);
    const seen = done.get(node);
    if (seen !== undefined) return seen;
    const made = this.#factory.branching(node.fact, node.branches.map((branch) => this.#fill(branch, fact, value, done)));
    done.set(node, made);
    return made;
  }

  readonly #copies = new Map<Diagram, Diagram>();

  /** The same diagram in the factory of this count: nodes of one factory only are the same when they say the same. */
  #own(node: Diagram): Diagram {
    const seen = this.#copies.get(node);
    if (seen !== undefined) return seen;
    const made = 'value' in node ? this.#factory.leaf(node.value) : this.#factory.branching(node.fact, node.branches.map((branch) => this.#own(branch)));
    this.#copies.set(node, made);
    this.#copies.set(made, made);
    return made;
  }

  #count(node: Diagram): number {
    if ('value' in node) return 0;
    const seen = this.#counts.get(node);
    if (seen !== undefined) return seen;
    const fact = this.#facts[node.fact];
    const made = fact === undefined ? 0 : 1 + mean(fact, (at) => this.#count(node.branches[at + 1] ?? node));
    this.#counts.set(node, made);
    return made;
  }
}
