import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { factsOfCondition, traceCondition, truthOfCondition, type Condition } from './condition.ts';
import { factsOf, outcomesOf, restrict, type Diagram } from './decision-diagram.ts';
import { RouteDiagrams } from './route-diagram.ts';
import type { Fact } from './rule-set.ts';
import { arbitraryFacts } from './testing/arbitrary-facts.ts';
import { realRules } from './testing/real-rules.ts';
import { conjunction, disjunction, negate, type Truth } from './truth.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let facts: Fact[];

beforeAll(async () => {
  facts = (await realRules()).rules.facts.slice(0, 6);
});

describe('Kleene logic (Kleene 1952, §64)', () => {
  const t = 'true';
  const f = 'false';
  const u = 'unknown';
  it.each<[Truth, Truth, Truth, Truth]>([
    [t, t, t, t], [t, f, f, t], [t, u, u, t],
    [f, t, f, t], [f, f, f, f], [f, u, f, u],
    [u, t, u, t], [u, f, f, u], [u, u, u, u],
  ])('%s and/or %s', (a, b, both, either) => {
    expect(conjunction([a, b])).toBe(both);
    expect(disjunction([a, b])).toBe(either);
  }); // prettier-ignore

  it('not, and the empty cases', () => {
    expect([negate(t), negate(f), negate(u)]).toEqual([f, t, u]);
    expect(conjunction([])).toBe(t);
    expect(disjunction([])).toBe(f);
  });
});

describe('conditions', () => {
  const isGroup: Condition = { fact: 'onderwerp', is: 'groep' };

  it('an absent fact is unknown, also under not, and not false', () => {
    expect(truthOfCondition(isGroup, {})).toBe('unknown');
    expect(truthOfCondition({ not: isGroup }, {})).toBe('unknown');
    expect(truthOfCondition({ certain: isGroup }, {})).toBe('false');
    expect(truthOfCondition({ not: { certain: isGroup } }, {})).toBe('true');
  });

  it('the trace keeps every part, also those that did not decide', () => {
    const condition: Condition = { all: [isGroup, { not: { fact: 'domein', in: ['wlz', 'anders'] } }] };
    const trace = traceCondition(condition, { onderwerp: 'individu' });
    expect(trace).toMatchObject({
      truth: 'false',
      parts: [
        { truth: 'false', given: 'individu', parts: [] },
        { truth: 'unknown', parts: [{ truth: 'unknown', parts: [] }] },
      ],
    });
    expect(factsOfCondition(condition)).toEqual(['onderwerp', 'domein']);
  });

  const unknownBranch = (diagram: Diagram): string => ('value' in diagram ? diagram.value : unknownBranch(diagram.branches[0]!));

  /** Any condition over the first facts. */
  const anyCondition = (): fc.Arbitrary<Condition> =>
    fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constantFrom(...facts).chain(({ id, answers }) =>
          fc.subarray(answers.map(({ value }) => value), { minLength: 1 }).map((values): Condition => ({ fact: id, in: values })),
        ),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
        tie('condition').map((not): Condition => ({ not })),
        tie('condition').map((certain): Condition => ({ certain })),
      ),
    })).condition;

  it('as a diagram, traced and plain they come out the same', () => {
    const diagrams = new RouteDiagrams(facts);
    fc.assert(
      fc.property(anyCondition(), arbitraryFacts(facts), (condition, given) => {
        const truth = truthOfCondition(condition, given);
        const known = facts.map(({ id, answers }) => answers.findIndex(({ value }) => value === given[id]) + 1);
        expect(traceCondition(condition, given).truth).toBe(truth);
        const rest = restrict(diagrams.condition(condition), known);
        expect(outcomesOf(rest)).toContain(truth);
        for (const index of factsOf(rest)) expect(known[index]).toBe(0);
        // What is left open stays unknown here, so nothing that could still come decides.
        expect(unknownBranch(rest)).toBe(truth);
      }),
      { numRuns: 500 },
    );
  });
});
