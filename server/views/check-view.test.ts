import { describe, expect, it } from 'vitest';
import { toHtml } from '../http/pages/to-html.ts';
import type { CheckResult, RouteResult } from '../contract.ts';
import { emptyCheckState, takeStep, type Fact } from './check-state.ts';
import { answersOf, changesBetween, checkView } from './check-view.ts';
import { groupRoutes } from './route-view.ts';

const facts: Fact[] = [
  { id: 'onderwerp', question: 'Over wie gaat het?', help: 'Kies wat klopt.', type: 'choice', choices: [{ value: 'groep', label: 'Een groep' }, { value: 'individu', label: 'Eén patiënt' }] },
  { id: 'alVergoed', question: 'Wordt dit al betaald?', help: '', type: 'boolean' },
];
const route = (id: string, status: RouteResult['status']): RouteResult => ({ id, title: id.toUpperCase(), status, payment: 'apart', conditions: [], warnings: [], nextSteps: [] });
const result = (routes: RouteResult[], missing: string[] = []): CheckResult => ({ asOf: '2026-03-02', rulesetSha256: '', routes, missing });
const links = { quote: () => '/bronnen/x' };
const description = { facts, routes: [] };

describe('answersOf', () => {
  it('always ends with "weet ik niet"', () => {
    expect(answersOf(facts[0] as Fact).at(-1)).toEqual({ value: 'weet-niet', label: 'Weet ik niet' });
    expect(answersOf(facts[1] as Fact).map(({ value }) => value)).toEqual(['ja', 'nee', 'weet-niet']);
  });

  it('uses a fact\'s own words for yes and no', () => {
    const fact: Fact = { ...(facts[1] as Fact), choices: [{ value: 'true', label: 'Al betaald' }, { value: 'false', label: 'Nog niet betaald' }] };
    expect(answersOf(fact).slice(0, 2)).toEqual([{ value: 'ja', label: 'Al betaald' }, { value: 'nee', label: 'Nog niet betaald' }]);
  });
});

describe('checkView', () => {
  it('asks one question, with no link that leads out of it', () => {
    const html = toHtml(checkView({ description, state: emptyCheckState, result: result([], ['onderwerp', 'alVergoed']), links }));
    expect(html).toContain('Over wie gaat het?');
    expect(html).not.toContain('Wordt dit al betaald?');
    expect(html).not.toContain('<a ');
  });

  it('shows what was answered before when a question is asked again', () => {
    const state = takeStep(takeStep(emptyCheckState, { fact: 'onderwerp', answer: 'groep' }, facts), { ask: 'onderwerp' }, facts);
    const html = toHtml(checkView({ description, state, result: result([], ['alVergoed']), links }));
    expect(html).toMatch(/value="groep" class="answer-button given"/);
  });

  it('shows the result when nothing is missing: verdict, answers and the date', () => {
    const state = takeStep(emptyCheckState, { fact: 'onderwerp', answer: 'groep' }, facts);
    const html = toHtml(checkView({ description, state, result: result([route('pgaz', 'van-toepassing'), route('sop', 'niet-van-toepassing')]), links }));
    expect(html).toContain('Uitkomst op 2 maart 2026');
    expect(html).toContain('1 route past bij uw situatie.');
    expect(html).toContain('Een groep');
    expect(html).toMatch(/Routes die niet passen \(1\)/);
  });
});

describe('results', () => {
  it('put what fits first and what does not apart', () => {
    const { fitting, others } = groupRoutes([route('a', 'niet-van-toepassing'), route('b', 'onbekend'), route('c', 'van-toepassing'), route('d', 'verlopen'), route('e', 'nog-niet')]);
    expect(fitting.map(({ id }) => id)).toEqual(['c', 'e', 'b']);
    expect(others.map(({ id }) => id)).toEqual(['d', 'a']);
  });

  it('tell what an answer changes', () => {
    expect(changesBetween(result([route('a', 'onbekend'), route('b', 'onbekend')]), result([route('a', 'van-toepassing'), route('b', 'onbekend')]))).toEqual([
      { route: 'A', before: 'onbekend', after: 'van-toepassing' },
    ]);
  });
});
