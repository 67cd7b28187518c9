import { describe, expect, it } from 'vitest';
import { allocationRequest } from './allocation-form.ts';
import { emptyAllocationForm, exampleAllocationForm } from './allocation-view.ts';

describe('allocationRequest', () => {
  it('turns the handleiding\'s example into a request', () => {
    expect(allocationRequest(exampleAllocationForm)).toEqual({
      total: '200000',
      domains: [{ name: 'Wmo 2015', percentage: '10' }, { name: 'Jeugdwet', percentage: '20' }, { name: 'Zvw', percentage: '70' }],
      zvwDomain: 'Zvw',
      zvwSectors: [{ name: 'Verpleging en verzorging', percentage: '50' }, { name: 'Huisartsenzorg', percentage: '50' }],
    });
  });

  it('says what to do', () => {
    const form = { ...exampleAllocationForm };
    expect(allocationRequest(emptyAllocationForm)).toEqual({ problem: 'Vul een bedrag in, bijvoorbeeld 200.000.' });
    expect(allocationRequest({ ...form, domains: [] })).toEqual({ problem: 'Vul minstens één domein in met een percentage.' });
    expect(allocationRequest({ ...form, insurers: [{ name: '', percentage: '5' }] })).toEqual({ problem: 'Vul een naam in bij 5%.' });
    expect(allocationRequest({ ...form, insurers: [{ name: 'A', percentage: 'veel' }] })).toEqual({ problem: 'Vul bij A een percentage in, bijvoorbeeld 12,5.' });
  });

  it('reads percentages with a comma, and postcodes', () => {
    const request = allocationRequest({ ...exampleAllocationForm, insurers: [{ name: 'A', percentage: '12,5' }], area: '1234, 5678;\n9012', referenceDate: '2025-01-01' });
    expect(request).toMatchObject({ insurers: [{ name: 'A', percentage: '12.5' }], area: ['1234', '5678', '9012'], referenceDate: '2025-01-01' });
  });
});
