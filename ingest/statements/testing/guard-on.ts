import type { Claim, Guard } from '../claim.ts';

/** Faults of a Dutch text beside its quotes; agreement with the English text is tested by itself. */
export function faultsOf(guard: Guard, text: string, quotes: readonly string[], rest: Partial<Claim> = {}): string[] {
  return guard({ text, own: text, en: '', quotes, surroundings: [], ...rest }).filter((fault) => rest.en !== undefined || !/Engelse/.test(fault));
}
