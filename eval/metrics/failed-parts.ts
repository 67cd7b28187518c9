import { FAILURES } from '../system/failure.ts';
import type { CaseResult } from './score-case.ts';

/** In Dutch, what keeps a case from being right; empty when it is. */
export function failedParts({ case: { abstain }, ask, scores }: CaseResult): string[] {
  if (ask.error) return [FAILURES[ask.error.failure]];
  if (scores.right) return [];
  const parts: string[] = [];
  if (abstain && !scores.abstained) parts.push('had niet mogen antwoorden');
  if (!abstain && scores.abstained) parts.push('onterecht niet geantwoord');
  if (!abstain && !scores.abstained) {
    const missed = scores.citations.itemsCited.filter((cited) => !cited).length;
    if (missed > 0) parts.push(scores.citations.itemsCited.length > 1 ? `${missed} van ${scores.citations.itemsCited.length} bewijzen gemist` : 'bewijs gemist');
    const facts = scores.keyFacts.filter(({ found, vital }) => vital && !found).length;
    if (facts > 0) parts.push(facts === 1 ? 'kernfeit gemist' : `${facts} kernfeiten gemist`);
  }
  const invalid = scores.citations.checks.filter(({ faults }) => faults.length > 0).length;
  if (invalid > 0) parts.push(`${invalid} ongeldig citaat`);
  if (scores.citations.danglingMarkers.length > 0) parts.push('verwijzing zonder citaat');
  if (scores.numbers.unsupported.length > 0) parts.push(`getal zonder citaat: ${scores.numbers.unsupported.join(', ')}`);
  return parts;
}
