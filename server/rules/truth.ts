/**
 * Strong Kleene logic (Kleene 1952, §64): a third value for what is not known.
 * Strings rather than `boolean | undefined`, so that no `if (truth)` can take unknown for false.
 */
export type Truth = 'true' | 'false' | 'unknown';

export function truthOf(value: boolean): Truth {
  return value ? 'true' : 'false';
}

export function negate(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'true' ? 'false' : 'true';
}

/** False as soon as one is false, else unknown as soon as one is unknown; true for none. */
export function conjunction(truths: readonly Truth[]): Truth {
  let result: Truth = 'true';
  for (const truth of truths) {
    if (truth === 'false') return 'false';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** True as soon as one is true, else unknown as soon as one is unknown; false for none. */
export function disjunction(truths: readonly Truth[]): Truth {
  let result: Truth = 'false';
  for (const truth of truths) {
    if (truth === 'true') return 'true';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** Two-valued: true only when it is known to be true. Not monotone in knowledge, so used only where a source says so. */
export function certainly(truth: Truth): Truth {
  return truthOf(truth === 'true');
}
