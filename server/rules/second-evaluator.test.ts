import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createEvaluator } from './evaluate.ts';
import { arbitraryDay, arbitraryFacts, likelyFacts } from './testing/arbitrary-facts.ts';
import { realRules } from './testing/real-rules.ts';
import { secondOpinion } from './testing/second-evaluator.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

it('agrees with code written straight from the prose, on 24,000 fact sets and days', async () => {
  const { rules } = await realRules();
  const evaluate = createEvaluator(rules.facts, rules.routes);
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(arbitraryFacts(rules.facts), likelyFacts(rules.facts)), arbitraryDay, (facts, day) => {
      const ours = Object.fromEntries(evaluate(facts, day).routes.map(({ route, status }) => [route.id, status]));
      compared += 1;
      const theirs = secondOpinion(facts, day);
      // Cheap comparison first: `toEqual` is for the message.
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) expect(ours).toEqual(theirs);
    }),
    { numRuns: 24_000 },
  );
  expect(compared).toBeGreaterThanOrEqual(24_000);
});
