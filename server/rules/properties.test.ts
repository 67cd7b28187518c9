import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FactValue } from '../contract.ts';
import { createEvaluator, type Evaluate } from './evaluate.ts';
import { factsOfCondition } from './condition.ts';
import { createRuleCheck } from './rule-check.ts';
import type { Fact } from './rule-set.ts';
import { arbitraryDay, arbitraryFacts, likelyFacts, type GivenFacts } from './testing/arbitrary-facts.ts';
import { realRules, type RealRules } from './testing/real-rules.ts';
import { factsReadBy, ROUTE_IDS, secondOpinion } from './testing/second-evaluator.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;
let evaluate: Evaluate;
let anyFacts: fc.Arbitrary<GivenFacts>;

beforeAll(async () => {
  real = await realRules();
  evaluate = createEvaluator(real.rules.facts, real.rules.routes);
  anyFacts = fc.oneof(arbitraryFacts(real.rules.facts), likelyFacts(real.rules.facts));
});

function statuses(facts: GivenFacts, day: string): Record<string, string> {
  return Object.fromEntries(evaluate(facts, day).routes.map(({ route, status }) => [route.id, status]));
}

function without(facts: GivenFacts, id: string): GivenFacts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key !== id));
}

describe('unknown', () => {
  it('nothing known: no route is ruled out', () => {
    fc.assert(
      fc.property(arbitraryDay, (day) => {
        expect(Object.values(statuses({}, day))).not.toContain('niet-van-toepassing');
      }),
    );
  });

  it('removing a fact never yields niet-van-toepassing', () => {
    fc.assert(
      fc.property(anyFacts, arbitraryDay, fc.nat(), (facts, day, pick) => {
        const ids = Object.keys(facts);
        const id = ids[pick % Math.max(ids.length, 1)];
        fc.pre(id !== undefined);
        const before = statuses(facts, day);
        const after = statuses(without(facts, id ?? ''), day);
        for (const [route, status] of Object.entries(after)) {
          if (status === 'niet-van-toepassing') expect(before[route]).toBe('niet-van-toepassing');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('niet-van-toepassing rests on a known fact: it stays whatever else becomes known', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, arbitraryDay, (facts, more, day) => {
        const before = statuses(facts, day);
        const after = statuses({ ...more, ...facts }, day);
        for (const [route, status] of Object.entries(before)) {
          if (status === 'niet-van-toepassing') expect(after[route]).toBe('niet-van-toepassing');
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a fact that becomes known', () => {
  it('changes no route that does not read it, and none for which it was not missing', () => {
    fc.assert(
      fc.property(anyFacts, arbitraryDay, fc.nat(), fc.nat(), (facts, day, pick, choose) => {
        const open = real.rules.facts.filter(({ id }) => facts[id] === undefined);
        const fact = open[pick % Math.max(open.length, 1)];
        fc.pre(fact !== undefined);
        const { id, answers } = fact;
        const value = answers[choose % answers.length]?.value as FactValue;
        const before = evaluate(facts, day).routes;
        const after = evaluate({ ...facts, [id]: value }, day).routes;
        before.forEach(({ route, status, because, missing }, index) => {
          const reads = route.conditions.flatMap(({ when }) => factsOfCondition(when)).includes(id);
          if (!reads || !missing.includes(id)) expect(after[index]?.status).toBe(status);
          if (!reads) expect(after[index]?.because).toBe(because);
          if (!reads) expect(missing).not.toContain(id);
        });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('missing', () => {
  /** Facts that a route reads by the second opinion: independent of the rule data. */
  const openFactsOf = (routeId: string, facts: GivenFacts): Fact[] =>
    real.rules.facts.filter(({ id }) => facts[id] === undefined && factsReadBy(routeId).includes(id));

  const statusOf = (routeId: string, given: Record<string, FactValue | undefined>, day: string): string => secondOpinion(routeId, given, day).split(' ')[0] ?? '';

  /** Brute force over all completions; with `partial` a fact may also stay unknown. */
  function decisive(routeId: string, facts: GivenFacts, day: string, partial: boolean): Set<string> {
    const open = openFactsOf(routeId, facts);
    const found = new Set<string>();
    const values = (fact: Fact): (FactValue | undefined)[] => [...(partial ? [undefined] : []), ...fact.answers.map(({ value }) => value)];
    const fill = (index: number, given: Record<string, FactValue | undefined>): void => {
      const fact = open[index];
      if (fact !== undefined) {
        for (const value of values(fact)) fill(index + 1, { ...given, [fact.id]: value });
        return;
      }
      const status = statusOf(routeId, given, day);
      for (const { id, answers } of open.filter((other) => !found.has(other.id))) {
        const others = [...(partial ? [undefined] : []), ...answers.map(({ value }) => value)];
        if (others.some((value) => statusOf(routeId, { ...given, [id]: value }, day) !== status)) found.add(id);
      }
    };
    fill(0, facts);
    return found;
  }

  it('is exact against brute force over all completions, for the second evaluator', () => {
    fc.assert(
      fc.property(anyFacts, arbitraryDay, fc.constantFrom(...ROUTE_IDS), fc.constantFrom(true, false), (facts, day, routeId, partial) => {
        fc.pre(openFactsOf(routeId, facts).length <= 5);
        const verdict = evaluate(facts, day).routes.find(({ route }) => route.id === routeId);
        expect(new Set(verdict?.missing)).toEqual(decisive(routeId, facts, day, partial));
      }),
      { numRuns: 700 },
    );
  });

  it('is the union over the routes, each fact once, none that is known', () => {
    fc.assert(
      fc.property(anyFacts, arbitraryDay, (facts, day) => {
        const { routes, missing } = evaluate(facts, day);
        expect(new Set(missing)).toEqual(new Set(routes.flatMap((route) => route.missing)));
        expect(new Set(missing).size).toBe(missing.length);
        for (const id of missing) expect(facts[id]).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('is empty exactly when no answer can change anything', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, arbitraryDay, (facts, more, day) => {
        const { missing } = evaluate(facts, day);
        fc.pre(missing.length === 0);
        expect(statuses({ ...more, ...facts }, day)).toEqual(statuses(facts, day));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the same question', () => {
  it('gives the same bytes, in whatever order the facts come', () => {
    const check = createRuleCheck(real.rules, real.documents);
    const again = createRuleCheck(real.rules, real.documents);
    fc.assert(
      fc.property(anyFacts, arbitraryDay, fc.nat(), (facts, day, turn) => {
        const entries = Object.entries(facts);
        const at = turn % Math.max(entries.length, 1);
        const turned = Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse());
        const bytes = JSON.stringify(check.check(facts, day));
        expect(JSON.stringify(again.check(turned, day))).toBe(bytes);
        expect(JSON.stringify(check.check(facts, day))).toBe(bytes);
      }),
      { numRuns: 100 },
    );
  });

  it('every condition of every route is reported, whatever decides', () => {
    fc.assert(
      fc.property(anyFacts, arbitraryDay, (facts, day) => {
        for (const { route, conditions } of evaluate(facts, day).routes) {
          expect(conditions.map(({ condition }) => condition.id)).toEqual(route.conditions.map(({ id }) => id));
        }
      }),
      { numRuns: 100 },
    );
  });
});
