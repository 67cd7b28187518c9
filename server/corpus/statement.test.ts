import { describe, expect, it } from 'vitest';
import { formsOf, statementText, verdictsOf, type Plan, type Statement } from './statement.ts';

const core = { id: 'proef', subject: 'proef', asks: ['Wat?'], decides: [{ asks: 'Mag het?', verdict: 'ja' as const }], slot: 'plan' as const, routes: ['pgaz'], limits: [], list: [], quotes: [{ documentId: 'bron', start: 3, end: 9, text: 'schuin' }] };
const planned = (plan: Partial<Plan> = {}): Statement => ({
  ...core,
  planned: { for: '2026-01-01', said: '2024-10-15', plan: 'het advies apart te betalen', planEn: 'to pay for the advice separately', ...plan },
});

describe('statementText', () => {
  it('says a fact the same on every day', () => {
    const statement: Statement = { ...core, text: 'PGAZ mag.', en: 'PGAZ is allowed.' };
    expect(statementText(statement, '1999-01-01', 'nl')).toBe('PGAZ mag.');
    expect(statementText(statement, '2099-01-01', 'en')).toBe('PGAZ is allowed.');
  });

  it('says a plan as a plan until the day before', () => {
    expect(statementText(planned(), '2025-12-31', 'nl')).toBe('Het plan is om het advies apart te betalen per 1 januari 2026.');
    expect(statementText(planned(), '2025-12-31', 'en')).toBe('The plan is to pay for the advice separately as of 1 January 2026.');
  });

  const past = 'In oktober 2024 was het plan om het advies apart te betalen per 1 januari 2026. Of dat is doorgegaan, staat niet in de bronnen.';
  it('says it as a past plan on the day itself and after', () => {
    expect(statementText(planned(), '2026-01-01', 'nl')).toBe(past);
    expect(statementText(planned(), '2031-05-06', 'nl')).toBe(past);
    expect(statementText(planned(), '2026-01-01', 'en')).toBe('In October 2024 the plan was to pay for the advice separately as of 1 January 2026. The sources do not say whether that went ahead.');
  });

  it.each([
    ['2026', '2025-12-31', 'per 2026.', '2026-01-01'],
    ['2023-03', '2023-02-28', 'per maart 2023.', '2023-03-01'],
    ['2029-05-01', '2029-04-30', 'per 1 mei 2029.', '2029-05-01'],
  ])('is as precise as the source: %s', (meantFor, before, words, from) => {
    expect(statementText(planned({ for: meantFor, said: '2022' }), before, 'nl')).toMatch(new RegExp(`^Het plan is .* ${words}$`));
    expect(statementText(planned({ for: meantFor, said: '2022' }), from, 'nl')).toMatch(/^In 2022 was het plan /);
  });
});

it('keeps the verdicts in the order of the forms', () => {
  expect(formsOf(core)).toEqual(['Wat?', 'Mag het?']);
  expect(verdictsOf(core)).toEqual([undefined, 'ja']);
});
