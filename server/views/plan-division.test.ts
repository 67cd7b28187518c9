import { Decimal } from 'decimal.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { AllocationRequest, CheckDescription } from '../contract.ts';
import { createRuleCheck } from '../rules/rule-check.ts';
import { realRules } from '../rules/testing/real-rules.ts';
import type { RuleCheck } from '../assistant/services.ts';
import { divisionRequest, sharesOf } from './plan-division.ts';
import { parsePlanState, type PlanState } from './plan-state.ts';
import { planWords } from './plan-words.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const GPS = 'deelnemer=4*huisartsen*sector.huisartsenzorg*domein.zvw';
const NURSES = 'deelnemer=2*wijkverpleegkundigen*sector.verpleging-verzorging*domein.zvw';
const TOWN = 'deelnemer=1*gemeente*domein.sociaal-domein';
const HOME = 'deelnemer=1*verpleeghuis*sector.verpleging-verzorging*domein.wlz';

let rules: RuleCheck;
let facts: CheckDescription['facts'];
beforeAll(async () => {
  const real = await realRules();
  rules = createRuleCheck(real.rules, real.documents);
  ({ facts } = rules.describe());
});

const stateOf = (...parts: string[]): PlanState => parsePlanState(parts.join('&'));
const request = (...parts: string[]) => divisionRequest(stateOf(...parts), sharesOf(stateOf(...parts), facts));
const divided = (...parts: string[]) => rules.allocate(request(...parts) as AllocationRequest);
const sum = (amounts: { amount: string }[]): string => amounts.reduce((total, { amount }) => total.plus(amount), new Decimal(0)).toFixed(2);

describe('over whom a plan divides', () => {
  it('is the laws at the table, and the sectors of who works under the Zvw', () => {
    const shares = sharesOf(stateOf(GPS, NURSES, TOWN, HOME, 'deel=70*zvw'), facts);
    expect(shares.domains).toEqual([
      { id: 'zvw', name: 'Zvw', percentage: '70' },
      { id: 'sociaal-domein', name: 'Sociaal domein', percentage: '' },
      { id: 'wlz', name: 'Wlz', percentage: '' },
    ]);
    expect(shares.sectors.map(({ id, name }) => [id, name])).toEqual([['huisartsenzorg', 'Huisartsenzorg'], ['verpleging-verzorging', 'Verpleging en verzorging']]);
  });

  it('asks nothing of one who pays all', () => {
    expect(divided(GPS, 'bedrag=1.000')).toMatchObject({ domains: [{ name: 'Zvw', amount: '1000.00' }], zvwSectors: [] });
  });
});

describe('the division of a plan, worked out by hand', () => {
  it('the example of the handleiding: 70 of 200.000 to the Zvw, half and half within it', () => {
    const result = divided(GPS, NURSES, TOWN, 'bedrag=200.000', 'deel=70*zvw&deel=30*sociaal-domein', 'sectordeel=50*huisartsenzorg&sectordeel=50*verpleging-verzorging');
    expect(result.domains).toEqual([{ name: 'Zvw', amount: '140000.00' }, { name: 'Sociaal domein', amount: '60000.00' }]);
    expect(result.zvwSectors).toEqual([{ name: 'Huisartsenzorg', amount: '70000.00' }, { name: 'Verpleging en verzorging', amount: '70000.00' }]);
  });

  // 10,001 cents: 33.33 % is 3333.3333 twice, 33.34 % is 3334.3334. One cent is left, for the largest remainder.
  it('cents that are left over go to the largest remainder, and it adds up', () => {
    const { domains } = divided(GPS, TOWN, HOME, 'bedrag=100,01', 'deel=33,33*zvw&deel=33,33*sociaal-domein&deel=33,34*wlz');
    expect(domains).toEqual([{ name: 'Zvw', amount: '33.33' }, { name: 'Sociaal domein', amount: '33.33' }, { name: 'Wlz', amount: '33.35' }]);
    expect(sum(domains)).toBe('100.01');
  });

  it.each(['0,01', '1', '999.999,99', '123.456.789,10'])('€ %s adds up on both levels', (total) => {
    const result = divided(GPS, NURSES, TOWN, HOME, `bedrag=${total}`, 'deel=12,5*zvw&deel=37,5*sociaal-domein&deel=50*wlz', 'sectordeel=33,3*huisartsenzorg&sectordeel=66,7*verpleging-verzorging');
    const whole = new Decimal(total.replaceAll('.', '').replace(',', '.'));
    expect(sum(result.domains)).toBe(whole.toFixed(2));
    expect(sum(result.zvwSectors)).toBe(result.domains[0]!.amount);
  });
});

describe('a division that cannot be made', () => {
  it('is none without an amount, and says what lacks with one', () => {
    expect(request(GPS, TOWN)).toBeUndefined();
    expect(request('bedrag=100')).toBeUndefined();
    expect(request(GPS, TOWN, 'bedrag=100')).toEqual({ problem: planWords.needsShares });
    expect(request(GPS, TOWN, 'bedrag=veel', 'deel=100*zvw')).toEqual({ problem: 'Vul een bedrag in, bijvoorbeeld 200.000.' });
    expect(request(GPS, TOWN, 'bedrag=100', 'deel=100*zvw')).toEqual({ problem: 'Vul bij Sociaal domein een percentage in, bijvoorbeeld 12,5.' });
  });

  it('says what percentages over 100 add up to', () => {
    expect(() => divided(GPS, TOWN, 'bedrag=100', 'deel=90*zvw&deel=40*sociaal-domein')).toThrow('samen 130. Dat moet 100 zijn.');
  });
});
