import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { RouteResult } from '../contract.ts';
import type { RuleCheck } from '../assistant/services.ts';
import { groupOf, rankRoutes, type Rankable } from './rank-routes.ts';
import { createRuleCheck } from './rule-check.ts';
import { realRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let rules: RuleCheck;

beforeAll(async () => {
  const real = await realRules();
  rules = createRuleCheck(real.rules, real.documents);
});

const ranked = (facts: Record<string, unknown>, day = '2026-06-01') => rankRoutes(rules.check(facts, day).routes);
const ids = (routes: readonly { id: string }[]): string[] => routes.map(({ id }) => id);

const nothing = { pgazOvereenkomst: 'nee', oiOvereenkomst: 'nee', adzOvereenkomst: 'nee', eigenAdzPrestatie: false, alVergoed: false, zorgpadIndividu: false };
const care = { zorgbehoefteVastgesteld: true, complexiteit: true, tenDienstVanZvwZorg: true, verzekerdenInZorg: true, meerdereSectoren: true };
const asked = { ...nothing, domein: 'zvw', onderwerp: 'individu', meedenkvraag: true, huisartsenDoenMee: true, samenwerkingsverband: false, segment3Afspraak: false };
const group = { ...nothing, ...care, domein: 'zvw', onderwerp: 'groep', sector: 'medisch-specialistisch', conformBeschikking: false };

describe('common situations: what leads', () => {
  it.each<[string, string, string, Record<string, unknown>, string?]>([
    ['a specialist whom a GP asks about one patient', 'meedenkadvies', 'onbekend', { ...asked, sector: 'medisch-specialistisch', patientInBehandeling: false }],
    ['the same in 2025: something to arrange', 'segment-3', 'nog-niet', { ...asked, sector: 'medisch-specialistisch', patientInBehandeling: false }, '2025-06-01'],
    ['the same in 2025 with an agreement', 'segment-3', 'van-toepassing', { ...asked, sector: 'medisch-specialistisch', patientInBehandeling: false, segment3Afspraak: true }, '2025-06-01'],
    ['the GP with an own patient and an agreement in 2025: what is for this question before what is in every tariff', 'segment-3', 'van-toepassing', { ...asked, sector: 'huisartsenzorg', patientInBehandeling: true, segment3Afspraak: true }, '2025-06-01'],
    ['the GP about an own patient, also with O&I', 'regulier-tarief', 'van-toepassing', { ...asked, meedenkvraag: false, sector: 'huisartsenzorg', patientInBehandeling: true, samenwerkingsverband: true, oiOvereenkomst: 'ja' }],
    ['ggz about a patient in treatment', 'zpm-indirecte-tijd', 'van-toepassing', { ...nothing, domein: 'zvw', sector: 'ggz', onderwerp: 'individu', patientInBehandeling: true, meedenkvraag: false, huisartsenDoenMee: false }],
    ['forensic care about a patient in treatment', 'zpm-indirecte-tijd', 'van-toepassing', { ...nothing, domein: 'anders', sector: 'forensisch', onderwerp: 'individu', patientInBehandeling: true }],
    ['a group of providers in the Zvw, nothing arranged', 'pgaz', 'nog-niet', { ...group, huisartsenDoenMee: false }],
    ['a group of providers in the Zvw, all arranged', 'pgaz', 'van-toepassing', { ...group, huisartsenDoenMee: false, pgazOvereenkomst: 'ja', conformBeschikking: true }],
    ['a group with GPs that O&I pays', 'oi', 'van-toepassing', { ...group, huisartsenDoenMee: true, samenwerkingsverband: true, oiOvereenkomst: 'ja' }],
    ['a group within one sector', 'pgaz', 'betwist', { ...group, huisartsenDoenMee: false, meerdereSectoren: false }],
    ['a physiotherapist outside the basic insurance in a group', 'pgaz', 'onbekend', { ...group, sector: 'fysiotherapie', fysioUitBasisverzekering: false, huisartsenDoenMee: false }],
    ['a welfare organisation in a group, no decision of the municipality', 'sociaal-domein', 'nog-niet', { domein: 'sociaal-domein', onderwerp: 'groep', gemeenteBetaalt: false }],
    ['a welfare organisation about one resident', 'sociaal-domein', 'onbekend', { domein: 'sociaal-domein', onderwerp: 'individu' }],
    ['a nursing home about one resident', 'wlz-individu', 'onbekend', { domein: 'wlz', onderwerp: 'individu' }],
    ['a nursing home in a group', 'wlz-dos', 'onbekend', { domein: 'wlz', onderwerp: 'groep' }],
  ])('%s: %s', (_, id, status, facts, day) => {
    expect(ranked(facts, day).leading).toMatchObject({ id, status });
  });

  it('nothing leads where only a prestatie of the NZa\'s own could ever pay', () => {
    const { leading, groups } = ranked({ ...nothing, domein: 'zvw', sector: 'fysiotherapie', onderwerp: 'individu', fysioUitBasisverzekering: false, meedenkvraag: false, huisartsenDoenMee: false });
    expect(leading).toBeUndefined();
    expect(ids(groups.past)).toEqual([]);
    expect(ids(groups.regelen)).toEqual(['adz']);
  });
});

describe('groups', () => {
  it('hold every route once, apart for an answer that lacks and for sources that do not say', () => {
    const { groups } = ranked({ domein: 'zvw', onderwerp: 'individu', meedenkvraag: true });
    expect(Object.values(groups).flatMap(ids).sort()).toEqual(rules.describe().routes.map(({ id }) => id).sort());
    expect(ids(groups.bronnen)).toEqual(['meedenkadvies', 'segment-3', 'sop']);
    expect(ids(groups.open)).toEqual(['zpm-indirecte-tijd', 'regulier-tarief', 'fysiotherapie', 'oi']);
    expect(ids(groups.regelen)).toEqual(['adz']);
  });

  it('put what waits for a date after what somebody can arrange', () => {
    const { groups } = ranked({ ...asked, sector: 'medisch-specialistisch', patientInBehandeling: false }, '2025-06-01');
    expect(ids(groups.regelen)).toEqual(['segment-3', 'adz', 'meedenkadvies']);
  });

  it.each<[RouteResult['status'], RouteResult['because'], string]>([
    ['van-toepassing', undefined, 'past'],
    ['nog-niet', undefined, 'regelen'],
    ['conflict', undefined, 'regelen'],
    ['onbekend', 'feit', 'open'],
    ['onbekend', undefined, 'open'],
    ['onbekend', 'bronnen', 'bronnen'],
    ['betwist', undefined, 'bronnen'],
    ['verlopen', undefined, 'past-niet'],
    ['niet-van-toepassing', undefined, 'past-niet'],
  ])('%s (%s) without the line that decided: %s', (status, because, group) => {
    expect(groupOf({ id: 'x', status, because, payment: 'apart', conditions: [] })).toBe(group);
  });

  it('keep the given order among equals and change nothing given', () => {
    const route = (id: string): Rankable => Object.freeze({ id, status: 'van-toepassing' as const, payment: 'apart' as const, conditions: [] });
    const given = Object.freeze([route('b'), route('a'), route('c')]);
    expect(ids(rankRoutes(given).groups.past)).toEqual(['b', 'a', 'c']);
  });
});
