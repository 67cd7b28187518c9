import type { AllocationRequest } from '../contract.ts';
import type { AllocationForm, ShareRow } from './allocation-view.ts';
import { allocation, fill } from './labels.ts';
import { parseEuros, parsePercentage } from './money.ts';

/** What was typed as a request; rows without name and percentage are left out. A problem is a sentence that says what to do. */
export function allocationRequest(form: AllocationForm): AllocationRequest | { problem: string } {
  const total = parseEuros(form.total);
  if (total === undefined) return { problem: allocation.emptyTotal };
  const domains = filled(form.domains);
  const zvwSectors = filled(form.zvwSectors);
  const insurers = filled(form.insurers);
  if (domains.length === 0) return { problem: allocation.emptyDomains };
  for (const { name, percentage } of [...domains, ...zvwSectors, ...insurers]) {
    if (name === '') return { problem: fill(allocation.emptyName, { percentage }) };
    if (parsePercentage(percentage) === undefined) return { problem: fill(allocation.badPercentage, { name }) };
  }
  const area = form.area.split(/[,;\n]+/).map((code) => code.trim()).filter((code) => code !== '');
  const zvwDomain = form.zvwDomain.trim();
  return {
    total,
    domains: read(domains),
    ...(zvwDomain === '' ? {} : { zvwDomain }),
    ...(zvwSectors.length === 0 ? {} : { zvwSectors: read(zvwSectors) }),
    ...(insurers.length === 0 ? {} : { insurers: read(insurers) }),
    ...(form.referenceDate === '' ? {} : { referenceDate: form.referenceDate }),
    ...(area.length === 0 ? {} : { area }),
  };
}

function filled(rows: readonly ShareRow[]): ShareRow[] {
  return rows
    .map(({ name, percentage }) => ({ name: name.trim(), percentage: percentage.trim() }))
    .filter(({ name, percentage }) => name !== '' || percentage !== '');
}

const read = (rows: readonly ShareRow[]): ShareRow[] => rows.map(({ name, percentage }) => ({ name, percentage: parsePercentage(percentage) ?? percentage }));
