import type { Facts } from './condition.ts';

/**
 * Address of the guided check with facts filled in: `/check#onderwerp=groep&huisartsenDoenMee=ja&datum=2026-01-31`.
 * A choice stands as its value, a boolean as `ja` or `nee`, the day as `datum`; an unknown fact is left out. Behind the
 * `#` because a question is nobody's business: what stands there never reaches a server or its log.
 */
export function checkLink(facts: Facts, asOf?: string): string {
  const parameters = new URLSearchParams();
  for (const [id, value] of Object.entries(facts)) {
    if (value !== undefined) parameters.append(id, value === true ? 'ja' : value === false ? 'nee' : value);
  }
  if (asOf !== undefined) parameters.append('datum', asOf);
  const fragment = parameters.toString();
  return fragment === '' ? '/check' : `/check#${fragment}`;
}
