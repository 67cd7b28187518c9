import type { AllocationRequest, AllocationResult, Citation } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { BadInputError, type InputFault } from '../errors.ts';
import { citationsOf } from './citations-of.ts';
import { divide, readAmount, readShares, type Share } from './divide.ts';
import type { AllocationNote, RuleSet } from './rule-set.ts';

type Given = Record<'zvwSectors' | 'insurers' | 'referenceDate' | 'area', boolean>;

const ZVW_NAMES = new Set(['zvw', 'zorgverzekeringswet', 'zorgverzekeringswet (zvw)']);

/**
 * Divides a sum over domains, the Zvw part over its sectors, and the same Zvw part over the insurers by market share:
 * handleiding h. 4 (10/20/70, then 50/50 of the Zvw part). Amounts in euros, to the cent, each level adding up exactly.
 * @throws BadInputError with every fault at once
 */
export function allocate(
  request: AllocationRequest,
  texts: RuleSet['allocation'],
  documents: ReadonlyMap<string, CanonicalDocument>,
): AllocationResult {
  const faults: InputFault[] = [];
  const total = readAmount(request.total, faults);
  const domains = readShares('domains', request.domains, faults);
  const { zvwSectors = [], insurers = [], area = [] } = request;
  const sectorShares = zvwSectors.length > 0 ? readShares('zvwSectors', zvwSectors, faults) : [];
  const insurerShares = insurers.length > 0 ? readShares('insurers', insurers, faults) : [];
  const needsZvw = zvwSectors.length > 0 || insurers.length > 0 || request.zvwDomain !== undefined;
  const zvw = needsZvw ? findZvw(request, faults) : undefined;
  if (total === undefined || faults.length > 0) {
    throw new BadInputError(faults.map(({ detail }) => detail).join(' '), faults);
  }

  const domainCents = divide(total, domains);
  const zvwCents = domainCents.get(zvw ?? '') ?? 0n;
  const postcodes = area.filter(isPostcode);
  const given: Given = {
    zvwSectors: zvwSectors.length > 0,
    insurers: insurers.length > 0,
    referenceDate: request.referenceDate !== undefined,
    area: area.length > 0 && postcodes.length === area.length,
  };
  const citations: Citation[] = [];
  const note = (item: AllocationNote): string => {
    const made = citationsOf(item, documents, citations.length + 1);
    citations.push(...made);
    return `${item.text} ${made.map(({ n }) => `[${n}]`).join('')}`;
  };
  return {
    domains: amounts(domains, domainCents),
    zvwSectors: amounts(sectorShares, divide(zvwCents, sectorShares)),
    insurers: amounts(insurerShares, divide(zvwCents, insurerShares)),
    missing: texts.missing.filter(({ id }) => !given[id as keyof Given]).map(note),
    notes: texts.notes.map(note),
    citations,
  };
}

/** The name of the Zvw domain: as given, or the one domain that is called so. */
function findZvw({ domains, zvwDomain }: AllocationRequest, faults: InputFault[]): string | undefined {
  const names = domains.map(({ name }) => name.trim());
  if (zvwDomain !== undefined) {
    const name = names.find((candidate) => candidate === zvwDomain.trim());
    if (name === undefined) {
      faults.push({
        field: 'zvwDomain',
        detail: `Het Zvw-domein "${zvwDomain.trim().slice(0, 60)}" staat niet bij de domeinen. Kies uit: ${names.map((known) => `"${known.slice(0, 60)}"`).join(', ')}.`,
      });
    }
    return name;
  }
  const found = names.filter((name) => ZVW_NAMES.has(name.toLowerCase()));
  if (found.length === 1) return found[0];
  faults.push({
    field: 'zvwDomain',
    detail: 'Geef met zvwDomain aan welk domein de Zvw is. Zonder dat kan het Zvw-deel niet worden verdeeld.',
  });
  return undefined;
}

/** `1234`, `1234AB`, `1234 AB` or a range `1234-1299`. */
function isPostcode(text: string): boolean {
  return /^[1-9]\d{3}(\s?[A-Za-z]{2}|\s?[-–]\s?[1-9]\d{3})?$/.test(text.trim());
}

function amounts(shares: readonly Share[], cents: ReadonlyMap<string, bigint>): { name: string; amount: string }[] {
  return shares.map(({ name }) => {
    const digits = (cents.get(name) ?? 0n).toString().padStart(3, '0');
    return { name, amount: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
  });
}
