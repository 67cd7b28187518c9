import type { FormGuard, StatementClaim } from '../claim.ts';

/** Faults of a Dutch text beside its quotes; agreement with the English text is tested by itself. */
export function faultsOf(guard: FormGuard, text: string, quotes: readonly string[], rest: Partial<StatementClaim> = {}): string[] {
  return guard({ text, own: text, en: '', quotes, surroundings: [], ...rest }).filter((fault) => rest.en !== undefined || !/Engelse/.test(fault));
}
