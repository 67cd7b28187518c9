import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FactValue } from '../contract.ts';
import { DiagramFactory } from './decision-diagram.ts';
import { createEvaluator, type Evaluate } from './evaluate.ts';
import { lawOfSector } from './law-of-sector.ts';
import { questionOrder } from './question-order.ts';
import { rankRoutes } from './rank-routes.ts';
import { createRuleCheck } from './rule-check.ts';
import type { Fact } from './rule-set.ts';
import { arbitraryDay, likelyFacts, type GivenFacts } from './testing/arbitrary-facts.ts';
import { realRules, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;
let evaluate: Evaluate;

beforeAll(async () => {
  real = await realRules();
  evaluate = createEvaluator(real.rules.facts, real.rules.routes);
});

describe('the order of questions', () => {
  const fact = (id: string, weights: [number, number] = [1, 1]): Fact => ({
    id, question: '?', help: '', type: 'boolean', answers: [true, false].map((value, at) => ({ value, weight: weights[at]!, label: '', statement: '' })),
  }); // prettier-ignore

  /** `b` decides alone when it is true; otherwise `a` and then `c` do. */
  function example(weightsOfB: [number, number] = [1, 1]) {
    const factory = new DiagramFactory();
    const [yes, no] = [factory.leaf('ja'), factory.leaf('nee')];
    const c = factory.branching(2, [yes, yes, no]);
    const bTrueElse = (otherwise: typeof yes) => factory.branching(1, [yes, yes, otherwise]);
    const diagram = factory.branching(0, [bTrueElse(c), bTrueElse(c), bTrueElse(no)]);
    return { diagram, facts: [fact('a'), fact('b', weightsOfB), fact('c')] };
  }

  it('begins with what leaves the fewest questions', () => {
    const { diagram, facts } = example();
    // b first: half the time decided, else a, then half the time c: 1 + ½·0 + ½·(1 + ½·1). a first: 1 + ½·(1 + ½·1) + ½·1.
    expect(questionOrder(diagram, [0, 0, 0], facts)[0]).toBe('b');
  });

  it('counts with how likely an answer is', () => {
    const { diagram, facts } = example([1, 99]);
    // b is hardly ever true. c first: 1 + ½·(1 + ½·1) + ½·1. a first: 1 + ½·(1 + 0.99·1) + ½·1. b first: 1 + 0.99·(1 + ½·1).
    expect(questionOrder(diagram, [0, 0, 0], facts)[0]).toBe('c');
  });

  it('leaves out what no longer matters', () => {
    const { diagram, facts } = example();
    expect(questionOrder(diagram, [0, 1, 0], facts)).toEqual([]);
    expect(questionOrder(diagram, [2, 0, 0], facts)).toEqual(['b']);
  });
});

describe('what is asked first', () => {
  it.each<[string, GivenFacts, string]>([
    ['nothing is known: about whom', {}, 'onderwerp'],
    ['a GP: about whom', { sector: 'huisartsenzorg', domein: 'zvw' }, 'onderwerp'],
    ['a group: the law', { onderwerp: 'groep' }, 'domein'],
    ['one patient of a psychiatrist: whether he treats', { onderwerp: 'individu', domein: 'zvw', sector: 'ggz' }, 'patientInBehandeling'],
    ['one patient in the Zvw: the sector', { onderwerp: 'individu', domein: 'zvw' }, 'sector'],
    ['a welfare organisation: about whom', { domein: 'sociaal-domein' }, 'onderwerp'],
    ['a welfare organisation in a group: whether the municipality pays', { domein: 'sociaal-domein', onderwerp: 'groep' }, 'gemeenteBetaalt'],
    ['a nursing home: about whom', { domein: 'wlz' }, 'onderwerp'],
  ])('%s', (_, facts, first) => {
    expect(evaluate(facts, '2026-06-01').missing[0]).toBe(first);
  });

  it('asks nothing of a nursing home about one resident but what is no use to it', () => {
    expect(evaluate({ domein: 'wlz', onderwerp: 'individu', sector: 'anders' }, '2026-06-01').missing).toEqual([]);
  });

  it('a fact that can change who leads goes before one that cannot', () => {
    const check = createRuleCheck(real.rules, real.documents);
    const leaderOf = (facts: GivenFacts, day: string): string => {
      const { leading } = rankRoutes(check.check(facts, day).routes);
      return leading === undefined ? '-' : `${leading.id} ${leading.status} ${leading.because}`;
    };
    /** Brute force over all completions of few open facts. */
    const decides = (facts: GivenFacts, open: readonly Fact[], id: string, day: string): boolean => {
      const others = open.filter((fact) => fact.id !== id);
      const values = open.find((fact) => fact.id === id)!.answers.map(({ value }) => value);
      const visit = (index: number, given: Record<string, FactValue>): boolean => {
        const fact = others[index];
        if (fact === undefined) return new Set(values.map((value) => leaderOf({ ...given, [id]: value }, day))).size > 1;
        return fact.answers.some(({ value }) => visit(index + 1, { ...given, [fact.id]: value }));
      };
      return visit(0, facts);
    };
    fc.assert(
      fc.property(likelyFacts(real.rules.facts), likelyFacts(real.rules.facts), arbitraryDay, fc.nat(), (some, rest, day, start) => {
        const ids = real.rules.facts.map(({ id }) => id);
        const opened = [0, 1, 2, 3].map((step) => ids[(start + step * 5) % ids.length]!);
        const all = Object.fromEntries(real.rules.facts.map(({ id, answers }) => [id, some[id] ?? rest[id] ?? answers[0]!.value]));
        const facts = Object.fromEntries(Object.entries(all).filter(([id]) => !opened.includes(id)));
        const open = real.rules.facts.filter(({ id }) => opened.includes(id));
        const { missing } = evaluate(facts, day);
        const deciding = missing.map((id) => decides(facts, open, id, day));
        expect(deciding).toEqual([...deciding].sort((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the law that a sector proposes', () => {
  it.each([['huisartsenzorg', 'zvw'], ['ggz', 'zvw'], ['medisch-specialistisch', 'zvw'], ['fysiotherapie', 'zvw'], ['forensisch', undefined], ['verpleging-verzorging', undefined], ['anders', undefined], ['toString', undefined], [undefined, undefined]])('%s: %s', (sector, law) => {
    expect(lawOfSector(sector)).toBe(law);
  }); // prettier-ignore

  it('is of no influence on a verdict: a GP whose law is unknown is told so', () => {
    const regular = evaluate({ sector: 'huisartsenzorg', onderwerp: 'individu', patientInBehandeling: true }, '2026-06-01').routes.find(({ route }) => route.id === 'regulier-tarief');
    expect(regular).toMatchObject({ status: 'onbekend', because: 'feit', missing: ['domein'] });
  });
});
