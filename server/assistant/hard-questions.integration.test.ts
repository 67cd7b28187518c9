import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Answer, type AskRequest } from '../contract.ts';
import { readConfig } from '../runtime/config.ts';
import { createLogger } from '../runtime/logger.ts';
import { Metrics } from '../runtime/metrics.ts';
import { createAssistant } from './assistant.ts';
import type { Caller, Services } from './services.ts';

const metrics = new Metrics();
let services: Services;
beforeAll(async () => {
  // time enough on the busiest machine: nothing here is about time
  services = await createAssistant(readConfig({ ANSWER_WITHIN_SECONDS: '170' }), createLogger('silent'), metrics);
});
afterAll(() => services.close?.());

const figure = async (name: string): Promise<number> => Number(new RegExp(`^bekostigingswijzer_${name} (\\S+)$`, 'm').exec((await metrics.render()).text)?.[1] ?? 0);
const workDone = () => figure('work_units_total');

/** Answered, and the work that anyone had done meanwhile. */
async function waited(request: AskRequest, caller: Caller): Promise<number> {
  const before = await workDone();
  const { notices } = await services.assistant.ask(request, { caller });
  const after = await workDone();
  expect(notices.join(' ')).not.toContain('alleen op woorden');
  return after - before;
}

describe('a greedy caller within the limits', () => {
  const greedy: AskRequest = { question: Array(33).fill('Wie betaalt PGAZ? Wat is O&I?').join(' ') };
  const modest: AskRequest = { question: 'Wie betaalt een groepsconsult?' };

  it.each([
    ['another address', { address: 'b', session: '' }],
    ['another session of the same address', { address: 'a', session: 'tab-van-een-ander' }],
  ])('makes %s wait for no more than three times its own work', async (_who, caller) => {
    const alone = await waited(modest, caller);
    const crowd = Array.from({ length: 20 }, () => services.assistant.ask(greedy, { caller: { address: 'a', session: 'gulzig' } }));
    // they stand in line, and the first is on its way
    for (const started = await workDone(); (await workDone()) < started + 100; ) await new Promise((turned) => setImmediate(turned));
    const beside = await waited(modest, caller);
    expect(beside / alone).toBeLessThanOrEqual(3);
    const answers = await Promise.all(crowd);
    // what the model has no room for is answered by words
    expect(answers.every(({ answer }) => answer !== '')).toBe(true);
    expect(answers.some(({ notices }) => notices.join(' ').includes('alleen op woorden'))).toBe(true);
  });

  it('gets for one question no more work than nine ordinary ones', async () => {
    const ordinary = await waited(modest, { address: 'c', session: '' });
    const worst = ['de huisarts', 'de wijkverpleging', 'een fysiotherapeut in de eerste lijn', 'het ziekenhuis', 'de gemeente', 'een zorggroep'];
    const question = worst.map((who) => `Wie betaalt ${who} voor het overleg over kwetsbare ouderen met meer dan één aandoening, en per wanneer geldt dat precies?`).join(' ');
    expect(question.length).toBeLessThanOrEqual(1000);
    expect(await waited({ question }, { address: 'c', session: '' })).toBeLessThanOrEqual(9 * ordinary);
  });
});

describe('a text within the allowed length that holds more than the model reads', () => {
  const casus = `Pt 82 jr, COPD GOLD 3, DM2 (HbA1c 64), HF NYHA III, eGFR 31, CVA '19; ${'MRC 4, CCQ 2,8, SpO2 91%, BMI 19,4, RR 162/88; '.repeat(22)}`.slice(0, 966) + ' Wie betaalt dit overleg?';
  const numbers = `${Array.from({ length: 120 }, (_, i) => String(190_001 + i * 7919)).join(' ')}`.slice(0, 980) + ' wat kost dit?';
  const turn = (content: string): NonNullable<AskRequest['history']> => [{ role: 'user', content }, { role: 'assistant', content: 'Dat staat niet in de bronnen.' }];

  it.each<[string, AskRequest]>([
    ['a dense casus of 991 characters', { question: casus }],
    ['a pasted list of numbers', { question: numbers }],
    ['a follow-up after the casus', { question: 'En wat kost dat?', history: turn(casus) }],
    ['a follow-up after the numbers', { question: 'En wat kost dat?', history: turn(numbers) }],
    ['a history turn of 4,800 digits', { question: 'En wie betaalt dat?', history: turn('8'.repeat(4800)) }],
    ['a history of digits with spaces', { question: 'En wie betaalt dat?', history: turn('8 '.repeat(2400)) }],
    ['one endless word', { question: 'overleg'.repeat(142) }],
    ['characters that no vocabulary has', { question: '\u{1F9D1}\u200D\u2695\uFE0F'.repeat(200) }],
  ])('%s is answered with the model', async (_what, request) => {
    const before = await figure('fallbacks_total{reason="model-failed"}');
    expect(casus).toHaveLength(991);
    Answer.parse(await services.assistant.ask(request));
    await services.assistant.search({ query: request.question, limit: 5 });
    expect(await figure('fallbacks_total{reason="model-failed"}')).toBe(before);
  });
});
