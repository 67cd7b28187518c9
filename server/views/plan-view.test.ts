import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CheckDescription, PlanResult } from '../contract.ts';
import { createPlanner } from '../rules/plan.ts';
import { createRuleCheck } from '../rules/rule-check.ts';
import { realRules } from '../rules/testing/real-rules.ts';
import { planGroups } from './plan-parts.ts';
import { parsePlanState, planRequest } from './plan-state.ts';
import { planView } from './plan-view.ts';
import { scriptLinks } from './view-links.ts';
import { textOf, type ViewElement } from './view.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const NETWORK = "deelnemer=4*huisartsen*sector.huisartsenzorg*domein.zvw&deelnemer=2*fysio's*sector.fysiotherapie*domein.zvw&deelnemer=1*psycholoog*sector.ggz*domein.zvw&deelnemer=1*gemeente*domein.sociaal-domein";
const KNOWN = 'onderwerp=groep&pgazVoorwaarden=ja&pgazOvereenkomst=nee&oiOvereenkomst=nee&samenwerkingsverband=true';

let plan: (state: string) => PlanResult;
let facts: CheckDescription['facts'];
beforeAll(async () => {
  const real = await realRules();
  const make = createPlanner(real.rules, real.documents);
  ({ facts } = createRuleCheck(real.rules, real.documents).describe());
  plan = (state) => make({ ...(planRequest(parsePlanState(state)) as Parameters<typeof make>[0]), asOf: '2026-11-30' });
});

const view = (state: string, result?: PlanResult, problem?: string): ViewElement =>
  planView({ state: parsePlanState(state), facts, text: '', problem, result, horizon: { day: '', newest: '2024-10-15' }, links: scriptLinks });
const all = (view: ViewElement, fits: (element: ViewElement) => boolean): ViewElement[] =>
  [...(fits(view) ? [view] : []), ...view.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, fits)))];
const withClass = (view: ViewElement, name: string) => all(view, ({ attributes }) => (attributes['class'] ?? '').split(' ').includes(name));
const section = (view: ViewElement, id: string): string => all(view, ({ tag, attributes }) => tag === 'section' && attributes['aria-labelledby'] === id).map(textOf).join('');

describe('the plan page', () => {
  it('begins with who takes part, and asks nothing yet', () => {
    const text = textOf(view(''));
    expect(text).toContain('Wie doen er mee?');
    expect(text).toContain('Er doet nog niemand mee.');
    expect(text).not.toContain('Uw plan');
  });

  it('says once what holds for several, with route, status, reason and quotes', () => {
    const result = plan(`${NETWORK}&${KNOWN}`);
    const shown = view(`${NETWORK}&${KNOWN}`, result);
    const cards = withClass(shown, 'route').map(textOf);
    expect(cards).toHaveLength(2);
    expect(cards[0]).toContain("4 huisartsen, 2 fysio's en psycholoog");
    expect(cards[0]).toContain('Nog niet');
    expect(cards[0]).toContain('Via PGAZ kan dit, maar nu nog niet.');
    expect(cards[0]).toContain('O&I (organisatie en infrastructuur) Nog niet');
    expect(cards[1]).toContain('gemeente');
    expect(withClass(shown, 'quotes').length).toBeGreaterThan(8);
  });

  it('names every participant and every route of his in some group', () => {
    const result = plan(NETWORK);
    const groups = planGroups(result);
    expect(groups.flatMap(({ members }) => members.map(({ name }) => name)).sort()).toEqual(result.participants.map(({ name }) => name).sort());
    for (const { members, leading, payable, open, notFitting } of groups) {
      const told = [leading, ...payable, ...open, ...notFitting].flatMap((route) => route?.id ?? []);
      expect(new Set(told).size).toBe(told.length);
      if (members.length === 1) expect([...told].sort()).toEqual(members[0]!.routes.map(({ id }) => id).sort());
    }
  });

  it('puts the joint choice, the steps with whom, the contract and the division after each other', () => {
    const shown = view(`${NETWORK}&${KNOWN}`, plan(`${NETWORK}&${KNOWN}`));
    expect(section(shown, 'plan-choice')).toContain('Kies met alle zorgaanbieders in de Zvw één prestatie, PGAZ of O&I.');
    expect(section(shown, 'plan-steps')).toContain("Met: zorgverzekeraar · Voor: huisartsen, fysio's en psycholoog · Bij PGAZ");
    expect(section(shown, 'plan-contract')).toContain('Zet in het contract');
    expect(section(shown, 'plan-division')).toContain('De peildatum');
    const order = ['plan-pay', 'plan-choice', 'plan-steps', 'plan-contract', 'plan-division', 'plan-open'];
    expect(all(shown, ({ tag }) => tag === 'section').map(({ attributes }) => attributes['aria-labelledby'] ?? '').filter((id) => order.includes(id))).toEqual(order);
  });

  it('tells until when the sources go, and prints every quote with its page', () => {
    const result = plan(NETWORK);
    const text = textOf(view(NETWORK, result));
    expect(text).toContain('De bronnen gaan tot en met 15 oktober 2024. Nagekeken op 30 november 2026.');
    for (const { n, page, quote } of result.citations) expect(text).toContain(`[${n}] Pagina ${page}: “${quote.replace(/\s+/g, ' ')}”`);
  });

  it('asks first what decides most, never what is asked of one, and no more what nobody knows', () => {
    expect(section(view(NETWORK, plan(NETWORK)), 'plan-question')).toContain('Over wie gaat het overleg?');
    const answered = `${NETWORK}&${KNOWN}&fysioUitBasisverzekering=weet-niet`;
    const shown = view(answered, plan(answered));
    expect(section(shown, 'plan-question')).not.toContain('Wordt de fysiotherapie betaald');
    expect(section(shown, 'plan-given')).toContain('Wordt de fysiotherapie betaald uit de basisverzekering? Weet ik niet');
    expect(section(shown, 'plan-given')).toContain('Over een groep patiënten');
    expect(section(shown, 'plan-open')).not.toContain('In welke sector');
  });

  it('asks sector and law beside who is not known well enough', () => {
    const labels = (state: string) => all(view(state), ({ tag }) => tag === 'label').map(textOf);
    expect(labels('deelnemer=1*gezondheidscentrum')).toEqual(expect.arrayContaining(['In welke sector werkt gezondheidscentrum?', 'Onder welke wet werkt gezondheidscentrum?']));
    expect(labels('deelnemer=1*apotheek*sector.anders')).toContain('Onder welke wet werkt apotheek?');
    expect(labels('deelnemer=1*gemeente*domein.sociaal-domein').join()).not.toContain('gemeente?');
  });

  it('keeps what is not right on the page, and says what to do', () => {
    const shown = view('deelnemer=0*huisartsen*sector.huisartsenzorg', undefined, 'Vul een aantal in.');
    expect(all(shown, ({ attributes }) => attributes['name'] === 'aantal')[0]?.attributes['value']).toBe('0');
    expect(all(shown, ({ attributes }) => attributes['role'] === 'alert').map(textOf)).toContain('Vul een aantal in.');
  });

  it('sends everything in one form, whose first button is harmless', () => {
    const shown = view(NETWORK, plan(NETWORK));
    expect(all(shown, ({ tag }) => tag === 'form')).toHaveLength(1);
    expect(all(shown, ({ attributes }) => attributes['type'] === 'submit')[0]?.attributes['value']).toBe('lees');
  });
});
