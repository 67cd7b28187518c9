import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AllocationResult, type AllocationRequest } from '../contract.ts';
import { BadInputError } from '../errors.ts';
import type { RuleCheck } from '../assistant/services.ts';
import { createRuleCheck } from './rule-check.ts';
import { realRules, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;
let rules: RuleCheck;

beforeAll(async () => {
  real = await realRules();
  rules = createRuleCheck(real.rules, real.documents);
});

function cents(amounts: readonly { amount: string }[]): bigint {
  return amounts.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
}

function refused(request: AllocationRequest): string {
  try {
    rules.allocate(request);
  } catch (error) {
    if (error instanceof BadInputError) return error.message;
  }
  throw new Error('this should be refused');
}

/** Handleiding h. 4: 10 % Wmo 2015, 20 % Jw, 70 % Zvw, and of the Zvw part 50 % and 50 %. */
const example: AllocationRequest = {
  total: '200000.00',
  domains: [
    { name: 'Wmo 2015', percentage: '10' },
    { name: 'Jw', percentage: '20' },
    { name: 'Zvw', percentage: '70' },
  ],
  zvwDomain: 'Zvw',
  zvwSectors: [
    { name: 'verpleging en verzorging', percentage: '50' },
    { name: 'huisartsenzorg', percentage: '50' },
  ],
};

describe('the example of the handleiding', () => {
  it('gives 10/20/70 of the total, and 50/50 of the Zvw part', () => {
    const result = AllocationResult.parse(rules.allocate(example));
    expect(result.domains).toEqual([
      { name: 'Wmo 2015', amount: '20000.00' },
      { name: 'Jw', amount: '40000.00' },
      { name: 'Zvw', amount: '140000.00' },
    ]);
    expect(result.zvwSectors).toEqual([
      { name: 'verpleging en verzorging', amount: '70000.00' },
      { name: 'huisartsenzorg', amount: '70000.00' },
    ]);
    expect(result.insurers).toEqual([]);
  });

  it('divides the Zvw part over insurers by market share, to the cent', () => {
    const insurers = [
      { name: 'A', percentage: '33.33' },
      { name: 'B', percentage: '33.33' },
      { name: 'C', percentage: '33.34' },
    ];
    const { insurers: amounts } = rules.allocate({ ...example, total: '0.10', insurers });
    // 7 cents: 2.3331, 2.3331 and 2.3338; the cent left over goes to the largest remainder.
    expect(amounts).toEqual([
      { name: 'A', amount: '0.02' },
      { name: 'B', amount: '0.02' },
      { name: 'C', amount: '0.03' },
    ]);
  });

  it('finds the Zvw by its name when it is not said', () => {
    const { zvwDomain: _, ...unsaid } = example;
    expect(rules.allocate(unsaid)).toEqual(rules.allocate(example));
  });

  it('only divides domains when no more is asked, whatever they are called', () => {
    const request = { total: '1', domains: [{ name: 'Gemeente', percentage: '100' }] };
    expect(rules.allocate(request)).toMatchObject({ domains: [{ name: 'Gemeente', amount: '1.00' }], zvwSectors: [], insurers: [] });
  });
});

describe('what a real agreement still needs', () => {
  it('lists sectors, market shares, reference date and area, each with quotes', () => {
    const { missing, citations } = rules.allocate({ total: '100', domains: example.domains });
    expect(missing).toHaveLength(4);
    expect(missing.map((text) => text.split(' [')[0])).toEqual([
      expect.stringContaining('over de sectoren'),
      expect.stringContaining('gelijkgerichte contractering'),
      expect.stringContaining('peildatum'),
      expect.stringContaining('postcodes'),
    ]);
    for (const text of missing) {
      const [, n] = /\[(\d+)\]$/.exec(text) ?? [];
      expect(citations.find((citation) => citation.n === Number(n))).toBeDefined();
    }
  });

  it('leaves out what is given, and always says that the division is an example', () => {
    const { missing, notes, citations } = rules.allocate({
      ...example,
      insurers: [{ name: 'A', percentage: '100' }],
      referenceDate: '2026-01-01',
      area: ['3511', '3512 AB', '3513-3515'],
    });
    expect(missing).toEqual([]);
    expect(notes?.[0]).toMatch(/voorbeeld, geen norm\. De 50% gaat over het Zvw-deel\. \[1\]$/);
    for (const { quote, documentId, start, end } of citations) {
      expect(real.documents.get(documentId)?.text.slice(start, end)).toBe(quote);
    }
  });

  it('still asks for postcodes when the area has none', () => {
    const { missing } = rules.allocate({ ...example, area: ['Utrecht'] });
    expect(missing.some((text) => text.includes('postcodes'))).toBe(true);
  });
});

describe('refusing', () => {
  it.each([
    ['0', 'Het bedrag is 0.'],
    ['0.00', 'Het bedrag is 0.'],
    ['-5', 'Het bedrag "-5" is negatief.'],
    ['10.005', 'Het bedrag "10.005" is te precies. Gebruik hoogstens twee cijfers achter de punt.'],
    ['tien', 'Het bedrag "tien" is geen getal.'],
    ['', 'Het bedrag "" is geen getal.'],
    ['1e5', 'Het bedrag "1e5" is geen getal.'],
    ['1.000,00', 'Het bedrag "1.000,00" is geen getal.'],
    ['NaN', 'is geen getal'],
    ['Infinity', 'is geen getal'],
    ['0x10', 'is geen getal'],
    ['9'.repeat(16), 'is te groot'],
  ])('the amount "%s"', (total, message) => {
    expect(refused({ ...example, total })).toContain(message);
  });

  it('percentages that do not add up, saying to what', () => {
    const domains = [
      { name: 'Wmo', percentage: '10.1' },
      { name: 'Zvw', percentage: '70.2' },
    ];
    expect(refused({ total: '100', domains })).toBe('De percentages van de domeinen zijn samen 80.3. Dat moet 100 zijn.');
  });

  it('every fault at once, each with its field', () => {
    const request: AllocationRequest = {
      total: 'x',
      domains: [
        { name: 'Zvw', percentage: '-10' },
        { name: 'Wmo', percentage: 'veel' },
        { name: 'Wmo', percentage: '5' },
      ],
      zvwDomain: 'Zwv',
      insurers: [{ name: 'A', percentage: '99.9' }],
    };
    const run = (): unknown => rules.allocate(request);
    expect(run).toThrow(BadInputError);
    const message = refused(request);
    expect(message).toContain('Het bedrag "x" is geen getal.');
    expect(message).toContain('Het percentage "-10" van "Zvw" is negatief.');
    expect(message).toContain('Het percentage "veel" van "Wmo" is geen getal.');
    expect(message).toContain('staat "Wmo" meer dan één keer');
    expect(message).toContain('Het Zvw-domein "Zwv" staat niet bij de domeinen. Kies uit: "Zvw"');
    expect(message).toContain('De percentages van de zorgverzekeraars zijn samen 99.9.');
  });

  it('sectors when nothing says which domain is the Zvw', () => {
    const domains = [
      { name: 'Gemeente', percentage: '30' },
      { name: 'Zorg', percentage: '70' },
    ];
    const zvwSectors = [{ name: 'ggz', percentage: '100' }];
    expect(refused({ total: '100', domains, zvwSectors })).toContain('Geef met zvwDomain aan welk domein de Zvw is.');
    expect(rules.allocate({ total: '100', domains, zvwSectors, zvwDomain: 'Zorg' }).zvwSectors).toEqual([{ name: 'ggz', amount: '70.00' }]);
  });
});

describe('whatever the figures', () => {
  /** Percentages with two decimals that add up to 100, under different names. */
  const shares = fc
    .uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 0, maxLength: 12 })
    .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
    .map((cuts) => cuts.slice(1).map((cut, index) => ({ name: `deel ${index}`, percentage: ((cut - (cuts[index] ?? 0)) / 100).toFixed(2) })));
  const amount = fc.bigInt({ min: 1n, max: 10n ** 15n }).map((value) => {
    const digits = value.toString().padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  });

  it('every level adds up exactly, and nobody is a cent off', () => {
    fc.assert(
      fc.property(amount, shares, shares, shares, (total, domains, zvwSectors, insurers) => {
        const result = rules.allocate({ total, domains, zvwDomain: domains[0]?.name ?? '', zvwSectors, insurers });
        expect(cents(result.domains)).toBe(BigInt(total.replace('.', '')));
        const zvw = BigInt(result.domains[0]?.amount.replace('.', '') ?? '0');
        expect(cents(result.zvwSectors)).toBe(zvw);
        expect(cents(result.insurers)).toBe(zvw);
        result.domains.forEach(({ amount: given }, index) => {
          // In ten-thousandths of a cent: the exact share is total × percentage.
          const exact = BigInt(total.replace('.', '')) * BigInt((domains[index]?.percentage ?? '0').replace('.', ''));
          const off = BigInt(given.replace('.', '')) * 10_000n - exact;
          expect(off > -10_000n && off < 10_000n).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('the order of the list changes nothing', () => {
    fc.assert(
      fc.property(amount, shares, fc.nat(), (total, domains, turn) => {
        const at = turn % domains.length;
        const turned = [...domains.slice(at), ...domains.slice(0, at)].reverse();
        const byName = (list: { name: string; amount: string }[]) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
        expect(byName(rules.allocate({ total, domains: turned }).domains)).toEqual(byName(rules.allocate({ total, domains }).domains));
      }),
      { numRuns: 300 },
    );
  });

  it('nothing for nothing: a share of 0 % gets 0.00', () => {
    const domains = [
      { name: 'a', percentage: '33.33' },
      { name: 'b', percentage: '0' },
      { name: 'c', percentage: '66.67' },
    ];
    expect(rules.allocate({ total: '0.01', domains }).domains).toEqual([
      { name: 'a', amount: '0.00' },
      { name: 'b', amount: '0.00' },
      { name: 'c', amount: '0.01' },
    ]);
  });
});
