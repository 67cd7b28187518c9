import { describe, expect, it } from 'vitest';
import { readPlanForm } from './plan-form.ts';
import { emptyPlanState, formatPlanState, parsePlanState, planRequest, withMembers, type PlanState } from './plan-state.ts';

const gps = { name: 'huisartsen', count: '4', facts: { sector: 'huisartsenzorg', domein: 'zvw' } };
const town = { name: 'gemeente', count: '1', facts: { domein: 'sociaal-domein' } };
const full: PlanState = { members: [gps, town], answers: [{ fact: 'onderwerp', value: 'groep' }, { fact: 'gemeenteBetaalt', value: 'weet-niet' }], total: '200.000', domainShares: { zvw: '70', 'sociaal-domein': '30' }, sectorShares: {} };

const sent = (fields: Record<string, string>, state = full) => readPlanForm(new URLSearchParams({ staat: formatPlanState(state), ...fields }));

describe('the state of a plan', () => {
  it('stands in an address and comes back', () => {
    expect(formatPlanState(full)).toBe('deelnemer=4*huisartsen*sector.huisartsenzorg*domein.zvw&deelnemer=1*gemeente*domein.sociaal-domein&onderwerp=groep&gemeenteBetaalt=weet-niet&bedrag=200.000&deel=70*zvw&deel=30*sociaal-domein');
    for (const before of ['', '#', '?']) expect(parsePlanState(before + formatPlanState(full))).toEqual(full);
    const odd = { ...emptyPlanState, members: [{ name: "fysio's (Zuid)", count: '0', facts: {} }] };
    expect(parsePlanState(formatPlanState(odd))).toEqual(odd);
  });

  it.each(['deelnemer=', 'deelnemer=4', 'deelnemer=**', '%', 'onderwerp=', '<script>=1', 'onderwerp=<b>', 'deel=70', '&&&=='])('leaves out what can be no part of one: %s', (text) => {
    expect(parsePlanState(text)).toEqual(emptyPlanState);
  });

  it('lets the number of who takes part already grow, and gives a tapped one its plural', () => {
    const once = withMembers(emptyPlanState, [{ name: 'huisarts', count: 1, facts: gps.facts }]);
    expect(once.members).toEqual([{ ...gps, name: 'huisarts', count: '1' }]);
    expect(withMembers(once, [{ name: 'huisartsen', count: 3, facts: gps.facts }]).members).toEqual([gps]);
    expect(withMembers(once, [{ name: 'huisarts', count: 1, facts: { domein: 'wlz' } }]).members).toHaveLength(2);
  });

  it('becomes what is asked of the planner; what is not known stays out', () => {
    expect(planRequest({ ...full, answers: [...full.answers, { fact: 'samenwerkingsverband', value: 'true' }, { fact: 'alVergoed', value: 'false' }, { fact: 'pgazVoorwaarden', value: 'ja' }] })).toEqual({
      facts: { onderwerp: 'groep', samenwerkingsverband: true, alVergoed: false, pgazVoorwaarden: 'ja' },
      participants: [{ ...gps, count: 4 }, { ...town, count: 1 }],
    });
  });

  it.each(['0', '501', '', '-1', '2,5', 'vier'])('says what to do about a number of %j', (count) => {
    expect(planRequest({ ...full, members: [{ ...gps, count }] })).toEqual({ problem: 'Vul bij huisartsen een aantal in van 1 tot en met 500.' });
  });

  it('says what to do about more kinds than a plan can have', () => {
    const members = Array.from({ length: 51 }, (_, index) => ({ ...gps, name: `praktijk ${index}` }));
    expect(planRequest({ ...full, members })).toMatchObject({ problem: expect.stringContaining('hoogstens 50') as string });
    expect(planRequest({ ...full, members: members.slice(1) })).toHaveProperty('participants');
    expect(planRequest({ ...full, members: [{ ...gps, count: '500' }] })).toHaveProperty('participants');
  });
});

describe('a sent plan', () => {
  it('keeps every field, whichever button was pressed', () => {
    const { state, text } = readPlanForm(new URLSearchParams([['staat', formatPlanState(full)], ['aantal', '5'], ['aantal', '0'], ['tekst', ' een kapper '], ['bedrag', '100'], ['deel-zvw', '60'], ['sectordeel-ggz', '50'], ['doe', 'antwoord:oiOvereenkomst:nee']]));
    expect(text).toBe('een kapper');
    expect(state).toMatchObject({
      members: [{ name: 'huisartsen', count: '5' }, { name: 'gemeenten', count: '0' }],
      answers: [...full.answers, { fact: 'oiOvereenkomst', value: 'nee' }],
      total: '100', domainShares: { zvw: '60', 'sociaal-domein': '30' }, sectorShares: { ggz: '50' },
    });
  });

  it('adds, removes, takes an answer back, and begins again', () => {
    expect(sent({ doe: 'erbij:poh' }).state.members.at(-1)).toMatchObject({ name: 'praktijkondersteuner', count: '1', facts: { sector: 'huisartsenzorg' } });
    expect(sent({ doe: 'erbij:kapper' }).state).toEqual(full);
    expect(sent({ doe: 'weg:0' }).state.members).toEqual([town]);
    expect(sent({ doe: 'wijzig:onderwerp' }).state.answers).toEqual([full.answers[1]]);
    expect(sent({ doe: 'opnieuw', tekst: 'x' })).toEqual({ state: emptyPlanState, text: '' });
  });

  it('takes a chosen sector and law of one participant', () => {
    const unknown = { ...full, members: [{ name: 'praktijk', count: '1', facts: {} }] };
    expect(sent({ 'sector-0': 'ggz', 'domein-0': '' }, unknown).state.members[0]?.facts).toEqual({ sector: 'ggz' });
  });
});
