import { Decimal } from 'decimal.js';
import type { InputFault } from '../errors.ts';

export interface Share {
  name: string;
  percentage: Decimal;
}

/** Digits with a point; no sign but a minus (to say what is wrong with it), no exponent, no separators. */
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Exact for every amount and percentage that `readAmount` and `readShares` let through. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_FLOOR });

/**
 * Divides whole cents by percentages that add up to 100: the largest remainder method (Hamilton 1792).
 * Everyone gets the rounded-down share; the cents left over go to the largest remainders. Equal remainders are
 * settled by the larger percentage, then by name, so that the order of the list never matters.
 */
export function divide(cents: bigint, shares: readonly Share[]): Map<string, bigint> {
  const exact = shares.map(({ name, percentage }) => {
    const part = new Exact(cents.toString()).times(percentage).dividedBy(100);
    const floor = part.floor();
    return { name, percentage, cents: BigInt(floor.toFixed(0)), remainder: part.minus(floor) };
  });
  let left = cents - exact.reduce((sum, share) => sum + share.cents, 0n);
  const result = new Map(exact.map((share) => [share.name, share.cents]));
  const byRemainder = [...exact].sort(
    (a, b) => b.remainder.comparedTo(a.remainder) || b.percentage.comparedTo(a.percentage) || (a.name < b.name ? -1 : 1),
  );
  for (const { name, cents: own } of byRemainder) {
    if (left <= 0n || shares.length === 0) break;
    result.set(name, own + 1n);
    left -= 1n;
  }
  return result;
}

/** Euros as a decimal string → whole cents; undefined, with the fault added, for what cannot be divided. */
export function readAmount(text: string, faults: InputFault[]): bigint | undefined {
  const given = text.trim();
  const detail = amountFault(given);
  if (detail === undefined) return BigInt(new Exact(given).times(100).toFixed(0));
  faults.push({ field: 'total', detail });
  return undefined;
}

function amountFault(given: string): string | undefined {
  const shown = `"${given.slice(0, 40)}"`;
  if (!DECIMAL.test(given)) {
    return `Het bedrag ${shown} is geen getal. Schrijf het bedrag in euro’s met een punt, bijvoorbeeld "200000.00".`;
  }
  if (new Exact(given).isZero()) return 'Het bedrag is 0. Vul een bedrag in dat groter is dan 0.';
  if (given.startsWith('-')) return `Het bedrag ${shown} is negatief. Vul een bedrag in dat groter is dan 0.`;
  if (/\.\d{3,}$/.test(given)) return `Het bedrag ${shown} is te precies. Gebruik hoogstens twee cijfers achter de punt.`;
  if (/^\d{16}/.test(given)) return `Het bedrag ${shown} is te groot. Gebruik hoogstens 15 cijfers voor de punt.`;
  return undefined;
}

const LIST_NAMES = { domains: 'de domeinen', zvwSectors: 'de sectoren binnen de Zvw', insurers: 'de zorgverzekeraars' };

/** Names trimmed, percentages exact; adds a fault for each name or percentage that is wrong and for a sum other than 100. */
export function readShares(
  field: keyof typeof LIST_NAMES,
  given: readonly { name: string; percentage: string }[],
  faults: InputFault[],
): Share[] {
  const before = faults.length;
  const shares = given.map(({ name, percentage }, index) => {
    const text = percentage.trim();
    const problem = percentageFault(text);
    if (problem !== undefined) {
      const detail = `Het percentage "${text.slice(0, 40)}" van "${name.trim().slice(0, 60)}" ${problem}`;
      faults.push({ field: `${field}.${index}.percentage`, detail });
    }
    return { name: name.trim(), percentage: new Exact(problem === undefined ? text : 0) };
  });
  const names = shares.map(({ name }) => name);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) < index))) {
    const detail = `Bij ${LIST_NAMES[field]} staat "${name.slice(0, 60)}" meer dan één keer. Geef elk een eigen naam.`;
    faults.push({ field, detail });
  }
  const sum = shares.reduce((total, { percentage }) => total.plus(percentage), new Exact(0));
  if (faults.length === before && !sum.equals(100)) {
    faults.push({ field, detail: `De percentages van ${LIST_NAMES[field]} zijn samen ${sum.toFixed()}. Dat moet 100 zijn.` });
  }
  return shares;
}

function percentageFault(text: string): string | undefined {
  if (!DECIMAL.test(text)) return 'is geen getal. Schrijf bijvoorbeeld "10" of "33.33".';
  if (text.startsWith('-')) return 'is negatief. Gebruik een percentage van 0 tot en met 100.';
  if (text.length > 20) return 'is te precies. Gebruik hoogstens 20 tekens.';
  return undefined;
}
