import type { FactValue, PlanRequest } from '../contract.ts';

type Participant = Pick<PlanRequest['participants'][number], 'name' | 'facts'> & { count: number | string };

/** Parts what is told of one participant; addresses keep it as it is. */
export const MEMBER_SEPARATOR = '*';
export const MEMBER_FIELD = 'deelnemer';

/** One participant in an address: `4*huisartsen*sector.huisartsenzorg*domein.zvw`. */
export function formatMember({ name, count, facts }: Participant): string {
  const told = Object.entries(facts).map(([id, value]) => `${id}.${String(value)}`);
  return [String(count), name.replaceAll(MEMBER_SEPARATOR, ' '), ...told].join(MEMBER_SEPARATOR);
}

/**
 * Address of the plan with who takes part filled in. Professions of the vocabulary and nothing else stand in it, so that it
 * may stand in the query, where it works without scripts too.
 */
export function planLink(participants: readonly Participant[], facts: Readonly<Record<string, FactValue>> = {}): string {
  const parameters = new URLSearchParams(participants.map((one) => [MEMBER_FIELD, formatMember(one)]));
  for (const [id, value] of Object.entries(facts)) parameters.append(id, String(value));
  return `/plan?${parameters.toString()}`;
}
