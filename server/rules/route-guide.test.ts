import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { RouteDescription } from '../contract.ts';
import type { RouteGuide } from '../assistant/services.ts';
import { createRouteGuide } from './route-guide.ts';
import { createRuleCheck } from './rule-check.ts';
import { realRules, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;
let guide: RouteGuide;

beforeAll(async () => {
  real = await realRules();
  guide = createRouteGuide(real.rules, real.documents);
});

const day = '2026-11-30';
function route(id: string, on = day): RouteDescription {
  const found = guide.get(id, on);
  if (found === undefined) throw new Error(`no route ${id}`);
  return found;
}

describe('the guide to the routes', () => {
  it('describes every route of the rules, in order, and no other', () => {
    expect(guide.list(day).map(({ id, title }) => [id, title])).toEqual(real.rules.routes.map(({ id, title }) => [id, title]));
    expect(guide.get('bestaat-niet', day)).toBeUndefined();
  });

  it('proves what it says with sentences that stand in the documents', () => {
    for (const { paymentNote, standing, periods, conditions, warnings, steps } of guide.list(day)) {
      for (const { text, citations } of [paymentNote, standing, ...periods, ...conditions, ...warnings, ...Object.values(steps).flat()]) {
        expect(citations.length, text).toBeGreaterThan(0);
        for (const { documentId, start, end, quote } of citations) expect(real.documents.get(documentId)?.text.slice(start, end)).toBe(quote);
      }
    }
  });

  it('tells where the day falls', () => {
    expect(['2024-04-30', '2024-05-01', '2029-05-01', '2029-05-02'].map((on) => route('pgaz', on).standing.phase)).toEqual(['before', 'in-force', 'undecided', 'after']);
    expect(route('sop').standing.phase).toBe('proposal');
    expect(route('meedenkadvies').standing.phase).toBe('intention');
  });

  it('knows which conditions say who is paid and whom the talk is about', () => {
    const of = (id: string, aspect: string) => route(id).conditions.filter((condition) => condition.aspect === aspect).map(({ answers }) => answers);
    expect(of('fysiotherapie', 'provider')).toEqual([['Zorgverzekeringswet (Zvw)'], ['Fysiotherapie']]);
    expect(of('meedenkadvies', 'patients')).toEqual([['Over één patiënt']]);
    expect(of('oi', 'patients')).toEqual([]);
  });

  it('shows only what can be done on this day', () => {
    const steps = (id: string, on: string) => Object.values(route(id, on).steps).flat().map(({ text }) => text);
    const source = real.rules.routes.find(({ id }) => id === 'pgaz')?.nextSteps.find(({ id }) => id === 'na-het-experiment');
    expect(steps('pgaz', '2029-05-02')).toContain(source?.text);
    expect(steps('pgaz', day)).not.toContain(source?.text);
  });

  it('opens the check with what the route leaves no choice about, and says what that is', () => {
    const { facts } = real.rules;
    for (const { id, check, conditions } of guide.list(day)) {
      const given = Object.fromEntries(new URLSearchParams(check.link.split('#')[1] ?? ''));
      expect(Object.keys(given)).toHaveLength(check.given.length);
      for (const [fact, value] of Object.entries(given)) expect(facts.find((one) => one.id === fact)?.answers.map((answer) => String(answer.value))).toContain(value);
      // what is filled in never rules the route out
      const result = createRuleCheck(real.rules, real.documents).check(given, day).routes.find((one) => one.id === id);
      expect([id, result?.status]).not.toEqual([id, 'niet-van-toepassing']);
      expect(conditions.length).toBeGreaterThan(0);
    }
    expect(route('fysiotherapie').check.link).toBe('/check#domein=zvw&sector=fysiotherapie');
  });

  it('divides the costs of PGAZ alone', () => {
    expect(guide.list(day).filter(({ isDivided }) => isDivided).map(({ id }) => id)).toEqual(['pgaz']);
  });
});
