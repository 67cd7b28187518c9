import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createEvaluator } from './evaluate.ts';
import { arbitraryDay, arbitraryFacts, likelyFacts } from './testing/arbitrary-facts.ts';
import { realRules } from './testing/real-rules.ts';
import { ROUTE_IDS, secondOpinion } from './testing/second-evaluator.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

it('agrees with a table written from the prose, on 24,000 fact sets and days', async () => {
  const { rules } = await realRules();
  expect(rules.routes.map(({ id }) => id).sort()).toEqual([...ROUTE_IDS].sort());
  const evaluate = createEvaluator(rules.facts, rules.routes);
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(arbitraryFacts(rules.facts), likelyFacts(rules.facts)), arbitraryDay, (facts, day) => {
      compared += 1;
      for (const { route, status, because } of evaluate(facts, day).routes) {
        const theirs = secondOpinion(route.id, facts, day);
        // Cheap comparison first: `expect` is for the message.
        const ours = because === undefined ? status : `${status} ${because}`;
        if (ours !== theirs) expect({ [route.id]: ours }).toEqual({ [route.id]: theirs });
      }
    }),
    { numRuns: 24_000 },
  );
  expect(compared).toBeGreaterThanOrEqual(24_000);
});
