import type { FactValue } from '../contract.ts';
import type { Facts } from './condition.ts';
import type { FactBundle } from './rule-set.ts';

/** What a bundle's one question can be answered with: all of it is so, or at least one thing is not. */
export const ALL = 'ja';
export const NOT_ALL = 'niet-alles';

/** What is known of a bundle as a whole: from its own answer, or from what is known of its facts. */
export function bundleValue({ id, facts: members }: FactBundle, facts: Facts): typeof ALL | typeof NOT_ALL | undefined {
  const given = facts[id];
  if (given === ALL || given === NOT_ALL) return given;
  if (members.some(({ fact, is }) => facts[fact] === !is)) return NOT_ALL;
  return members.every(({ fact, is }) => facts[fact] === is) ? ALL : undefined;
}

/** Facts of a bundle that nothing is known of. */
export function unknownMembers({ facts: members }: FactBundle, facts: Facts): FactBundle['facts'] {
  return members.filter(({ fact }) => facts[fact] === undefined);
}

/** Facts with those filled in that follow from an answer about several at once. The answer itself stays only where it says more than they do. */
export function expandBundles(bundles: readonly FactBundle[], given: Facts): Facts {
  const facts: Record<string, FactValue | undefined> = { ...given };
  for (const bundle of bundles) {
    const { [bundle.id]: answer } = facts;
    delete facts[bundle.id];
    const unknown = unknownMembers(bundle, facts);
    if (answer === ALL) for (const { fact, is } of unknown) facts[fact] = is;
    if (answer !== NOT_ALL || bundleValue(bundle, facts) === NOT_ALL) continue;
    const [only, ...others] = unknown;
    if (only !== undefined && others.length === 0) facts[only.fact] = !only.is;
    else facts[bundle.id] = NOT_ALL;
  }
  return facts;
}
