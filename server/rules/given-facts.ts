import type { FactValue } from '../contract.ts';
import { UNKNOWN } from './counter-question.ts';
import { readFacts } from './read-facts.ts';
import type { RuleSet } from './rule-set.ts';

/** Facts that come with a question: answers to counter-questions, chips that were kept or taken away. */
export interface GivenFacts {
  facts: Record<string, FactValue>;
  /** Taken away, whatever the conversation tells. */
  removed: ReadonlySet<string>;
  /** Asked, and not known. */
  unknown: ReadonlySet<string>;
}

/** @throws BadInputError naming every unknown fact and impossible value at once */
export function readGivenFacts({ facts, together }: Pick<RuleSet, 'facts' | 'together'>, given: Record<string, unknown> = {}): GivenFacts {
  const entries = Object.entries(given);
  const ids = new Set([...facts, ...together].map(({ id }) => id));
  const withoutValue = (kind: unknown): Set<string> => new Set(entries.filter(([id, value]) => value === kind && ids.has(id)).map(([id]) => id));
  const [removed, unknown] = [withoutValue(null), withoutValue(UNKNOWN)];
  const types = new Map(facts.map(({ id, type }) => [id, type]));
  const rest = entries.filter(([id]) => !removed.has(id) && !unknown.has(id)).map(([id, value]) => [id, types.get(id) === 'boolean' ? asBoolean(value) : value]);
  return { facts: readFacts({ facts, together }, Object.fromEntries(rest) as Record<string, unknown>) as Record<string, FactValue>, removed, unknown };
}

/** The choices of a counter-question are texts: a client may send them as they are. */
const asBoolean = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value);
