import { MOST_CITATIONS, overlaps, type Evidence } from './select-citations.ts';

/** What was found for a question or for one part of it, best first. */
interface WithEvidence {
  evidence: Evidence[];
}

/**
 * The quotes of a compound question: the best of each part first, then the best of the whole,
 * so that no part is crowded out by another.
 */
export function mergeEvidence(whole: WithEvidence, parts: readonly WithEvidence[]): Evidence[] {
  const queue = [...parts.flatMap(({ evidence }) => evidence.slice(0, 1)), ...interleave(whole.evidence, parts)];
  const merged: Evidence[] = [];
  for (const evidence of queue) {
    if (merged.length === MOST_CITATIONS) break;
    if (!merged.some((other) => overlaps(other, evidence))) merged.push(evidence);
  }
  return merged;
}

function interleave(whole: readonly Evidence[], parts: readonly WithEvidence[]): Evidence[] {
  const rest = parts.map(({ evidence }) => evidence.slice(1));
  const longest = Math.max(whole.length, ...rest.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => [whole[i], ...rest.map((evidence) => evidence[i])]).flat().filter((evidence) => evidence !== undefined);
}
