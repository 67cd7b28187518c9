import { describe, expect, it } from 'vitest';
import type { FormGuard } from './claim.ts';
import { guardActor } from '../../server/corpus/guards/actor.ts';
import { guardModality } from '../../server/corpus/guards/modality.ts';
import { guardNegation } from '../../server/corpus/guards/negation.ts';
import { guardNumber } from '../../server/corpus/guards/number.ts';
import { guardScope } from '../../server/corpus/guards/scope.ts';
import { faultsOf } from './testing/guard-on.ts';
import { MUTATIONS } from './testing/mutations.ts';
import { realClaims } from './testing/real-statements.ts';

const GUARDS: FormGuard[] = [guardNumber, guardNegation, guardActor, guardModality, guardScope];

/**
 * Share of the statements made wrong in each way that some guard stops, as measured on the corpus, rounded down. Where it
 * is low, two readers are what protects: words alone do not show whom a verb belongs to or what a denial reaches.
 */
const CAUGHT: Record<string, number> = {
  'another number word': 1,
  'another figure': 0.99,
  'a date added': 1,
  'a percentage added': 1,
  'a denial added': 0.77,
  'a denial dropped': 0.64,
  'an actor from elsewhere': 0.96,
  'an actor for another': 0.65,
  'a duty made free': 0.7,
  'a freedom made duty': 0.74,
  'only dropped': 1,
  'only added': 0.77,
  'always added': 0.87,
  'inside for outside': 0.85,
  'a reservation dropped': 0.45,
};

describe('real statements made wrong', () => {
  it.each(Object.entries(MUTATIONS))('%s', async (name, mutate) => {
    const wrong = (await realClaims()).flatMap((claim) => {
      const text = mutate(claim.text);
      return text === undefined || text === claim.text ? [] : [{ claim, text }];
    });
    const caught = wrong.filter(({ claim: { quotes, surroundings }, text }) => GUARDS.some((guard) => faultsOf(guard, text, quotes, { surroundings }).length > 0));
    expect(caught.length / wrong.length).toBeGreaterThanOrEqual(CAUGHT[name] ?? 1);
  });
});
