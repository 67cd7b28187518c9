import request from 'supertest';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createParticipantReader } from '../../rules/participants-in-question.ts';
import { createPlanner } from '../../rules/plan.ts';
import { createRuleCheck } from '../../rules/rule-check.ts';
import { realRules, realVocabulary } from '../../rules/testing/real-rules.ts';
import { createTestApp } from '../../testing/create-test-app.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** The plan as a browser without JavaScript sees it, with the project's own rules. */
let app: ReturnType<typeof createTestApp>['app'];
beforeAll(async () => {
  const real = await realRules();
  const rules = createRuleCheck(real.rules, real.documents);
  ({ app } = createTestApp({ services: { rules, planner: { plan: createPlanner(real.rules, real.documents), readParticipants: createParticipantReader(realVocabulary()) } } }));
});

const post = (...fields: [string, string][]) => request(app).post('/plan').type('form').send(new URLSearchParams(fields).toString());
const stateIn = (html: string): string => /name="staat" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
const text = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&amp;/g, '&').replace(/&#39;/g, "'").replace(/\s+/g, ' ');

describe('/plan', () => {
  it('begins empty, belongs to the routes, and is found by search engines', async () => {
    const page = await request(app).get('/plan');
    expect(page.status).toBe(200);
    expect(text(page.text)).toContain('Er doet nog niemand mee.');
    expect(page.text).toMatch(/href="\/routes" aria-current="true"/);
    expect((await request(app).get('/sitemap.xml')).text).toContain('/plan</loc>');
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
  });

  it('makes a plan of a list, an answer and amounts, step by step', async () => {
    const typed = await post(['staat', ''], ['tekst', "4 huisartsen, 2 fysio's, een psycholoog en de gemeente"], ['doe', 'lees']);
    expect(typed.status).toBe(200);
    expect(typed.headers['cache-control']).toBe('no-store');
    expect(text(typed.text)).toContain('8 deelnemers van 4 soorten doen mee.');
    expect(text(typed.text)).toContain('Over wie gaat het overleg?');
    const answered = await post(['staat', stateIn(typed.text)], ['tekst', ''], ['doe', 'antwoord:onderwerp:groep']);
    expect(stateIn(answered.text)).toContain('onderwerp=groep');
    const divided = await post(['staat', stateIn(answered.text)], ['bedrag', '200.000'], ['deel-zvw', '70'], ['deel-sociaal-domein', '30'], ['doe', 'reken']);
    expect(text(divided.text)).toContain('€ 140.000,00');
    const without = await post(['staat', stateIn(divided.text)], ['doe', 'weg:3']);
    expect(stateIn(without.text)).not.toContain('gemeente');
  });

  it('opens with who takes part from an address', async () => {
    const page = await request(app).get('/plan?deelnemer=4*huisartsen*sector.huisartsenzorg*domein.zvw&deelnemer=1*gemeente*domein.sociaal-domein&onderwerp=groep');
    expect(text(page.text)).toContain('5 deelnemers van 2 soorten doen mee.');
    expect(text(page.text)).toContain('Over een groep patiënten');
  });
});

describe('what is not right', () => {
  const group = 'deelnemer=4*huisartsen*sector.huisartsenzorg*domein.zvw&deelnemer=1*gemeente*domein.sociaal-domein';

  it.each<[string, [string, string][], string, string]>([
    ['a number of 0', [['staat', group], ['aantal', '0'], ['aantal', '1']], 'Vul bij huisartsen een aantal in van 1 tot en met 500.', 'deelnemer=0*huisartsen'],
    ['a number of 501', [['staat', group], ['aantal', '501'], ['aantal', '1']], 'Vul bij huisartsen een aantal in van 1 tot en met 500.', 'deelnemer=501*huisartsen'],
    ['an unknown profession', [['staat', group], ['tekst', 'een kapper en 2 psychologen'], ['doe', 'lees']], 'Dit herken ik niet: “kapper”.', 'psychologen'],
    ['only unknown words', [['staat', group], ['tekst', 'wie dan ook doet er allemaal mee'], ['doe', 'lees']], 'Ik herken hier geen beroep of organisatie.', group],
    ['data about a patient', [['staat', group], ['tekst', 'mevrouw Jansen, geboren 3-4-1950'], ['doe', 'lees']], 'lijkt een naam', group],
    ['a fact that does not exist', [['staat', `${group}&kleur=rood`]], 'Het feit "kleur" bestaat niet.', 'kleur=rood'],
    ['an answer that does not exist', [['staat', group], ['doe', 'antwoord:onderwerp:iedereen']], 'kan niet "iedereen" zijn', 'onderwerp=iedereen'],
    ['facts that contradict each other', [['staat', 'deelnemer=1*huisarts*sector.huisartsenzorg*domein.wlz']], 'kunnen bij "huisarts" niet allebei zo zijn', 'domein.wlz'],
  ])('%s: a Dutch sentence, and nothing is lost', async (_, fields, sentence, kept) => {
    const page = await post(...fields);
    expect(page.status).toBe(400);
    expect(text(page.text.replaceAll('&quot;', '"'))).toContain(sentence);
    expect(stateIn(page.text)).toContain(kept);
    const typed = fields.find(([name]) => name === 'tekst')?.[1];
    if (typed !== undefined) expect(page.text).toMatch(/id="plan-text"[^>]*value="[^"]+"/);
  });

  it('percentages over 100 leave the plan as it is', async () => {
    const page = await post(['staat', group], ['bedrag', '100'], ['deel-zvw', '90'], ['deel-sociaal-domein', '40']);
    expect(text(page.text)).toContain('zijn samen 130. Dat moet 100 zijn.');
    expect(text(page.text)).toContain('Wie betaalt wie?');
    expect(page.text).toMatch(/name="deel-zvw" value="90"/);
  });

  it('says so where no plan can be made', async () => {
    const { app: without } = createTestApp({ services: { planner: undefined as never } });
    expect((await request(without).get('/plan')).status).toBe(503);
  });
});
