import { describe, expect, it } from 'vitest';
import { toHtml } from '../http/pages/to-html.ts';
import type { CheckResult, RouteResult } from '../contract.ts';
import { emptyCheckState, takeStep, type Fact } from './check-state.ts';
import { changesBetween, effectView } from './check-effects.ts';
import { answersOf } from './check-answers.ts';
import { checkView } from './check-view.ts';
import { groupRoutes } from './route-view.ts';
import { h } from './view.ts';

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

  it('shows the leading route first, then each group under its name, with what is unknown told apart and why', () => {
    const about = { id: 'onderwerp', text: 'Over wie', kind: 'situatie', status: 'voldaan' as const, citations: [] };
    const silent: RouteResult = { ...route('wlz', 'onbekend'), because: 'bronnen', conditions: [about], reason: { text: 'De bronnen geven hierover geen zekerheid.', citations: [] } };
    const open: RouteResult = { ...route('oi', 'onbekend'), because: 'feit' };
    const html = toHtml(checkView({ description, state: takeStep(emptyCheckState, { finish: true }, facts), result: result([route('adz', 'nog-niet'), open, silent, route('sop', 'niet-van-toepassing')]), links }));
    expect([...html.matchAll(/data-route="(\w+)"/g)].map(([, id]) => id)).toEqual(['wlz', 'adz', 'oi', 'sop']);
    expect(html).toContain('De bronnen geven hierover geen zekerheid.');
    expect(html).toContain('Over 1 route ontbreekt nog een antwoord van u. Over 1 route zeggen de bronnen het niet.');
    expect(html).toMatch(/Kan als er eerst iets gebeurt[\s\S]*ADZ[\s\S]*Hangt af van een antwoord van u[\s\S]*OI/);
  });

  it('shows which law it takes from the sector, with a way to change it', () => {
    const withLaw: Fact[] = [
      { id: 'sector', question: 'In welke sector?', help: '', type: 'choice', choices: [{ value: 'ggz', label: 'Ggz' }, { value: 'anders', label: 'Anders' }] },
      { id: 'domein', question: 'Onder welke wet?', help: '', type: 'choice', choices: [{ value: 'zvw', label: 'Zorgverzekeringswet (Zvw)' }] },
      ...facts,
    ];
    const state = takeStep(emptyCheckState, { fact: 'sector', answer: 'ggz' }, withLaw);
    const html = toHtml(checkView({ description: { facts: withLaw, routes: [] }, state, result: result([], ['alVergoed']), links }));
    expect(html).toContain('Wij gaan uit van: Zorgverzekeringswet (Zvw). Dat past meestal bij uw sector.');
    expect(html).toMatch(/name="naar" value="domein"/);
    const later = takeStep(state, { fact: 'alVergoed', answer: 'ja' }, withLaw);
    expect(toHtml(checkView({ description: { facts: withLaw, routes: [] }, state: later, result: result([], ['onderwerp']), links }))).not.toContain('Wij gaan uit van');
    expect(toHtml(checkView({ description: { facts: withLaw, routes: [] }, state: later, result: result([]), links }))).toContain('Wij gaan uit van');
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
      { route: 'A', before: { status: 'onbekend' }, after: { status: 'van-toepassing' } },
    ]);
  });

  it('tell an answer that lacks from sources that do not say, also where the status stays the same', () => {
    const open: RouteResult = { ...route('a', 'onbekend'), because: 'feit' };
    const silent: RouteResult = { ...route('a', 'onbekend'), because: 'bronnen' };
    const changes = changesBetween(result([open]), result([silent]));
    expect(changes).toEqual([{ route: 'A', before: { status: 'onbekend', because: 'feit' }, after: { status: 'onbekend', because: 'bronnen' } }]);
    const html = toHtml(h('div', {}, effectView([{ answer: 'Ja', changes }])));
    expect(html).toContain('van “Nog onbekend” naar “De bronnen zeggen het niet”');
  });
});
