import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FactValue } from '../contract.ts';
import { checkLink } from '../rules/check-link.ts';
import { expandBundles } from '../rules/fact-bundle.ts';
import { createRuleCheck } from '../rules/rule-check.ts';
import { likelyFacts } from '../rules/testing/arbitrary-facts.ts';
import { realRules, type RealRules } from '../rules/testing/real-rules.ts';
import { formatCheckState, knownFacts, openQuestions, parseCheckState, takeStep, type Fact } from './check-state.ts';
import { givableFacts } from './fact-parts.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let real: RealRules;
let rules: ReturnType<typeof createRuleCheck>;
let facts: Fact[];
beforeAll(async () => {
  real = await realRules();
  rules = createRuleCheck(real.rules, real.documents);
  facts = givableFacts(rules.describe());
});

const START = 'onderwerp=groep&domein=zvw&sector=ggz&huisartsenDoenMee=nee&meerdereSectoren=ja&pgazOvereenkomst=nee';
const pgaz = (address: string) => rules.check(knownFacts(parseCheckState(address, facts)), '2026-11-30').routes.find(({ id }) => id === 'pgaz')?.status;
const after = (address: string, fact: string, answer: string): string => formatCheckState(takeStep(parseCheckState(address, facts), { fact, answer }, facts));

describe('an answer about several facts at once, in the address of the check', () => {
  it('counts as it does in a conversation', () => {
    expect(['ja', 'niet-alles', 'weet-niet'].map((answer) => pgaz(`${START}&pgazVoorwaarden=${answer}`))).toEqual(['nog-niet', 'niet-van-toepassing', 'onbekend']);
    expect(formatCheckState(parseCheckState(`${START}&pgazVoorwaarden=niet-alles`, facts))).toBe(`${START}&pgazVoorwaarden=niet-alles`);
  });

  it('is asked about no more when somebody does not know', () => {
    const parts = facts.find(({ id }) => id === 'pgazVoorwaarden')!.parts!.map(({ fact }) => fact);
    expect(openQuestions(parseCheckState('pgazVoorwaarden=weet-niet', facts), [...parts, 'sector'])).toEqual(['sector']);
  });

  it('gives way to what is said of the things themselves, and takes its place when it is given later', () => {
    const one = after(`${START}&pgazVoorwaarden=niet-alles`, 'complexiteit', 'nee');
    expect(one).not.toContain('pgazVoorwaarden');
    expect(pgaz(one)).toBe('niet-van-toepassing');
    const all = after(START, 'pgazVoorwaarden', 'ja');
    expect(all).toContain('complexiteit=ja');
    const not = after(all, 'pgazVoorwaarden', 'niet-alles');
    expect([not.includes('complexiteit'), pgaz(not)]).toEqual([false, 'niet-van-toepassing']);
    expect(pgaz(`${all}&pgazVoorwaarden=niet-alles`)).toBe('nog-niet');
  });

  it('has words of its own to be shown and changed with', () => {
    const asked = facts.find(({ id }) => id === 'pgazVoorwaarden');
    expect(asked?.question).toContain('ingewikkeld');
    expect(asked?.choices).toEqual([{ value: 'ja', label: 'Ja, dit klopt allemaal' }, { value: 'niet-alles', label: 'Nee, niet alles klopt' }]);
  });

  it('like any facts comes through the address of a situation with the same outcome, and never as a contradiction', () => {
    const together = fc.option(fc.constantFrom<FactValue>('ja', 'niet-alles'), { nil: undefined });
    fc.assert(
      fc.property(likelyFacts(real.rules.facts), together, (single, answer) => {
        const parts = real.rules.together.flatMap((bundle) => bundle.facts.map(({ fact }) => fact));
        const given = answer === undefined ? single : { ...Object.fromEntries(Object.entries(single).filter(([id]) => !parts.includes(id))), pgazVoorwaarden: answer };
        const known = knownFacts(parseCheckState(checkLink(expandBundles(real.rules.together, given)).replace('/check', ''), facts));
        expect(rules.check(known, '2026-11-30')).toEqual(rules.check(given, '2026-11-30'));
        // Whatever stands in an address is a case of the rules.
        const mixed = knownFacts(parseCheckState(checkLink({ ...single, pgazVoorwaarden: answer }).replace('/check', ''), facts));
        expect(() => rules.check(mixed, '2026-11-30')).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
