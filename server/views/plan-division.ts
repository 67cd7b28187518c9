import type { AllocationRequest, CheckDescription } from '../contract.ts';
import { lawOfSector } from '../rules/law-of-sector.ts';
import { allocationRequest } from './allocation-form.ts';
import type { ShareRow } from './allocation-view.ts';
import type { PlanState } from './plan-state.ts';
import { planWords } from './plan-words.ts';

/** Over whom the costs of a plan are divided: the laws at the table, and the sectors within the Zvw. */
export interface PlanShares {
  domains: readonly NamedShare[];
  sectors: readonly NamedShare[];
}

export interface NamedShare extends ShareRow {
  id: string;
}

const ZVW = 'zvw';
const ALL = '100';

/** Of one alone there is nothing to agree on. */
export function sharesOf({ members, domainShares, sectorShares }: PlanState, facts: CheckDescription['facts']): PlanShares {
  const laws = members.map(({ facts: { domein, sector } }) => domein ?? lawOfSector(sector));
  const sectors = members.flatMap(({ facts: { sector } }, index) => (laws[index] === ZVW && sector !== undefined ? [sector] : []));
  const sectorName = (id: string): string => facts.find((fact) => fact.id === 'sector')?.choices?.find(({ value }) => value === id)?.label ?? id;
  const rows = (ids: readonly string[], shares: Readonly<Record<string, string>>, name: (id: string) => string): NamedShare[] => {
    const each = [...new Set(ids)];
    return each.map((id) => ({ id, name: name(id), percentage: each.length === 1 ? ALL : (shares[id] ?? '') }));
  };
  return {
    domains: rows(laws.filter((law) => law !== undefined), domainShares, (id) => planWords.law[id] ?? id),
    sectors: rows(sectors, sectorShares, sectorName),
  };
}

/** The calculation that a plan asks for: nothing without an amount, and a sentence that says what to do where something lacks. */
export function divisionRequest({ total }: PlanState, { domains, sectors }: PlanShares): AllocationRequest | { problem: string } | undefined {
  if (total.trim() === '' || domains.length === 0) return undefined;
  if (domains.every(({ percentage }) => percentage.trim() === '')) return { problem: planWords.needsShares };
  const filled = sectors.filter(({ percentage }) => percentage.trim() !== '');
  return allocationRequest({
    total,
    domains: domains.map(({ name, percentage }) => ({ name, percentage })),
    zvwDomain: domains.find(({ id }) => id === ZVW)?.name ?? '',
    // One sector alone is no division.
    zvwSectors: sectors.length < 2 ? [] : filled.map(({ name, percentage }) => ({ name, percentage })),
    insurers: [],
    referenceDate: '',
    area: '',
  });
}
