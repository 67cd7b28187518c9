import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CheckDescription, CheckResult, type Citation, type RouteResult } from '../contract.ts';
import { BadInputError } from '../errors.ts';
import { pageAt } from '../corpus/document.ts';
import type { RuleCheck } from '../assistant/services.ts';
import { createRuleCheck } from './rule-check.ts';
import { realRules, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;
let rules: RuleCheck;

beforeAll(async () => {
  real = await realRules();
  rules = createRuleCheck(real.rules, real.documents, { now: () => new Date('2029-04-30T22:30:00Z') });
});

function route(result: CheckResult, id: string): RouteResult {
  const found = result.routes.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no route ${id}`);
  return found;
}

function badInput(facts: Record<string, unknown>, asOf?: string): BadInputError {
  try {
    rules.check(facts, asOf);
  } catch (error) {
    if (error instanceof BadInputError) return error;
  }
  throw new Error('this input should be refused');
}

const group = {
  onderwerp: 'groep',
  domein: 'zvw',
  zorgbehoefteVastgesteld: true,
  complexiteit: true,
  meerdereSectoren: true,
  tenDienstVanZvwZorg: true,
  verzekerdenInZorg: true,
  alVergoed: false,
  sector: 'verpleging-verzorging',
  pgazOvereenkomst: 'ja',
  conformBeschikking: true,
};

describe('check', () => {
  it('answers in the form of the contract, every route, in order', () => {
    for (const facts of [{}, group, { onderwerp: 'individu' }]) {
      const result = CheckResult.parse(rules.check(facts, '2025-06-01'));
      expect(result.routes.map(({ id }) => id)).toEqual(real.rules.routes.map(({ id }) => id));
      expect(result.rulesetSha256).toBe(real.rules.sha256);
      expect(result.asOf).toBe('2025-06-01');
    }
  });

  it('cites verbatim: quote, page, document hash and address', () => {
    const { routes } = rules.check({}, '2025-06-01');
    const texts = routes.flatMap(({ conditions, warnings, nextSteps, reason, paymentNote }) => [
      ...conditions, ...warnings, ...nextSteps, ...(reason ? [reason] : []), ...(paymentNote ? [paymentNote] : []),
    ]); // prettier-ignore
    const citations: Citation[] = texts.flatMap((text) => text.citations);
    expect(citations.length).toBeGreaterThan(150);
    for (const citation of citations) {
      const document = real.documents.get(citation.documentId)!;
      expect(citation.quote).toBe(document.text.slice(citation.start, citation.end));
      expect(citation.page).toBe(pageAt(document.pageStarts, citation.start));
      expect(citation.documentSha256).toBe(document.sha256);
      expect(citation.href).toMatch(new RegExp(`^/bronnen/${citation.documentId}#t=${citation.start}-${citation.end}&q=.`));
    }
    for (const { citations: numbered } of texts) expect(numbered.map(({ n }) => n)).toEqual(numbered.map((_, index) => index + 1));
  });

  it('every condition, warning and next step has a quote', () => {
    for (const facts of [{}, group, { ...group, pgazOvereenkomst: 'nee' }]) {
      for (const { conditions, warnings, nextSteps } of rules.check(facts, '2025-06-01').routes) {
        for (const { citations } of [...conditions, ...warnings, ...nextSteps]) expect(citations.length).toBeGreaterThan(0);
      }
    }
  });

  it('takes today in the Netherlands: half past midnight there is the evening before in London', () => {
    const result = rules.check(group);
    expect(result.asOf).toBe('2029-05-01');
    expect(route(result, 'pgaz').status).toBe('onbekend');
  });

  it('never calls a disputed condition unmet, and shows both quotes', () => {
    const pgaz = route(rules.check({ ...group, meerdereSectoren: false }, '2025-06-01'), 'pgaz');
    expect(pgaz.status).toBe('betwist');
    const disputed = pgaz.conditions.find(({ id }) => id === 'meerdereSectoren');
    expect(disputed).toMatchObject({ kind: 'betwist', status: 'onbekend' });
    expect(disputed?.citations.map(({ documentId }) => documentId)).toEqual(['handleiding-pgaz-2024', 'kamerbrief-pgaz-2023']);
    expect(pgaz.reason?.citations).toHaveLength(2);
  });

  it.each([
    [{ ...group, onderwerp: 'individu' }, '2025-06-01', 1, 'past niet bij uw situatie. Hieraan is niet voldaan: Het overleg gaat over een groep'],
    [group, '2024-04-30', 2, 'nog niet. De bronnen noemen 1 mei 2024.'],
    [group, '2029-05-02', 3, 'afgelopen. Zij eindigde uiterlijk op 1 mei 2029.'],
    [{ ...group, oiOvereenkomst: 'ja' }, '2025-06-01', 4, 'Kies er één.'],
    [group, '2029-05-01', 5, 'geen zekerheid. Het experiment eindigt uiterlijk op 1 mei 2029.'],
    [{ ...group, complexiteit: undefined }, '2025-06-01', 6, 'Nog onbekend is: De zorgsituatie is zo complex'],
    [{ ...group, meerdereSectoren: false }, '2025-06-01', 7, 'spreken elkaar tegen'],
    [{ ...group, pgazOvereenkomst: 'nee' }, '2025-06-01', 8, 'nog iets worden geregeld: Er is een schriftelijke overeenkomst'],
    [{ ...group, pgazOvereenkomst: undefined }, '2025-06-01', 9, 'onbekend is of dit is geregeld: Er is een schriftelijke overeenkomst'],
    [group, '2025-06-01', 10, 'er staat niets meer open'],
  ])('gives the reason of line %#', (facts, day, line, words) => {
    const pgaz = route(rules.check(facts, day), 'pgaz');
    expect(pgaz.decidedBy).toBe(line);
    expect(pgaz.reason?.text).toContain(words);
  });

  it.each([
    [{ ...group, complexiteit: undefined }, 'feit'],
    [{ ...group, pgazOvereenkomst: undefined }, 'feit'],
    [{ ...group, sector: 'fysiotherapie', fysioUitBasisverzekering: false }, 'bronnen'],
    [{ ...group, pgazOvereenkomst: 'nee' }, undefined],
    [group, undefined],
  ])('tells a fact that lacks from sources that do not say %#', (facts, because) => {
    expect(route(rules.check(facts, '2025-06-01'), 'pgaz').because).toBe(because);
  });

  it('gives the sentences on which the silence of the sources about a situation rests', () => {
    const pgaz = route(rules.check({ ...group, sector: 'fysiotherapie', fysioUitBasisverzekering: false }, '2025-06-01'), 'pgaz');
    expect(pgaz).toMatchObject({ status: 'onbekend', decidedBy: 5 });
    expect(pgaz.reason?.text).toContain('De bronnen zeggen niet of de route in uw situatie kan. Zij zeggen er alleen iets over als dit klopt: Voor een fysiotherapeut komt de behandeling uit de basisverzekering.');
    expect(pgaz.reason?.citations.map(({ quote }) => quote.replace(/\s+/g, ' '))).toContainEqual(expect.stringContaining('helemaal uitdagend'));
    expect(pgaz.conditions.find(({ kind }) => kind === 'onbeslist')).toMatchObject({ status: 'onbekend' });
    const social = route(rules.check({ domein: 'sociaal-domein', onderwerp: 'individu', gemeenteBetaalt: true }, '2025-06-01'), 'sociaal-domein');
    expect(social).toMatchObject({ status: 'onbekend', because: 'bronnen', payment: 'eigen-budget' });
  });

  it('names every fault at once: the field, what was given and what is allowed', () => {
    const error = badInput({ onderwerp: 'dorp', kleur: 'rood', alVergoed: 'ja' }, '2025-02-30');
    expect(error.faults.map(({ field }) => field)).toEqual(['facts.onderwerp', 'facts.kleur', 'facts.alVergoed', 'asOf']);
    expect(error.message).toContain('Het feit "onderwerp" kan niet "dorp" zijn. Kies uit: "individu", "groep", "hybride".');
    expect(error.message).toContain('Het feit "kleur" bestaat niet. De feiten zijn: onderwerp, domein,');
    expect(error.message).toContain('Het feit "alVergoed" kan niet "ja" zijn. Kies uit: true, false.');
    expect(error.message).toContain('De datum "2025-02-30" bestaat niet.');
  });

  it.each([[null], [''], [0], [1], ['true'], [[]], [{}], [['groep']]])('refuses %j for a boolean: unknown is absent, nothing else', (value) => {
    expect(badInput({ complexiteit: value }).faults).toHaveLength(1);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('knows no fact "%s"', (id) => {
    const facts = JSON.parse(`{ "${id}": true }`) as Record<string, unknown>;
    expect(badInput(facts).faults).toHaveLength(1);
  });

  it('shortens what it repeats', () => {
    expect(badInput({ ['x'.repeat(5000)]: 'y'.repeat(5000) }).message.length).toBeLessThan(1000);
  });

  it('takes undefined for absent', () => {
    const { routes } = rules.check({ onderwerp: undefined }, '2025-06-01');
    expect(routes).toEqual(rules.check({}, '2025-06-01').routes);
  });
});

describe('describe', () => {
  it('gives every fact with its answers in words', () => {
    const description = CheckDescription.parse(rules.describe());
    expect(description.facts.map(({ id }) => id)).toEqual(real.rules.facts.map(({ id }) => id));
    expect(description.routes).toEqual(real.rules.routes.map(({ id, title, summary }) => ({ id, title, summary })));
    for (const { question, help, type, choices } of description.facts) {
      expect(question).toMatch(/\?$/);
      expect(help).not.toBe('');
      expect(choices?.length).toBeGreaterThanOrEqual(2);
      if (type === 'boolean') expect(choices?.map(({ value }) => value)).toEqual(['true', 'false']);
    }
  });

  it('offers exactly the values of the design', () => {
    const choices = Object.fromEntries(
      rules.describe().facts.filter(({ type }) => type === 'choice').map(({ id, choices }) => [id, choices?.map(({ value }) => value)]),
    );
    expect(choices).toEqual({
      onderwerp: ['individu', 'groep', 'hybride'],
      domein: ['zvw', 'wlz', 'sociaal-domein', 'anders'],
      sector: ['huisartsenzorg', 'ggz', 'forensisch', 'medisch-specialistisch', 'fysiotherapie', 'verpleging-verzorging', 'anders'],
      pgazOvereenkomst: ['ja', 'voornemen', 'nee'],
      oiOvereenkomst: ['ja', 'voornemen', 'nee'],
      adzOvereenkomst: ['ja', 'voornemen', 'nee'],
    });
  });
});
