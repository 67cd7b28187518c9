import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { AskRequest } from '../contract.ts';
import { createSituationRules, type AboutSituation, type SituationRules } from './about-situation.ts';
import { createQuestionReader } from './question-reader.ts';
import { arbitraryDay, likelyFacts } from './testing/arbitrary-facts.ts';
import { realRules, realVocabulary, type RealRules } from './testing/real-rules.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let real: RealRules;
let situations: SituationRules;
beforeAll(async () => {
  real = await realRules();
  const reader = createQuestionReader(realVocabulary());
  situations = createSituationRules(real.rules, (text) => reader.factsInQuestion(text));
});

const english = (question: string, more: Partial<AskRequest> = {}): AboutSituation | undefined => situations.aboutSituation({ question, asOf: '2026-11-30', language: 'en', ...more });
/** Words that no English text has. */
const DUTCH = /\b(?:de|het|een|van|voor|niet|zijn|wordt|naar|deze|ook|kan|zorgverzekeraar|overleg|nog)\b/i;
const textsOf = ({ understood, routes, lead, ask }: AboutSituation): string[] =>
  [...understood.map(({ label }) => label), ...routes.flatMap(({ title, reason }) => [title, reason]), lead.text, ...(ask ? [ask.question, ask.help, ...ask.choices.map(({ label }) => label)] : [])];

describe('a situation asked about in English', () => {
  it('is told in English: what was understood, who pays, what is asked back', () => {
    const about = english('I work in mental health care (ggz). How am I paid for consultation about one patient?', { facts: { sector: 'ggz', onderwerp: 'individu' } })!;
    expect(about.understood.map(({ label }) => label)).toContain('Mental health care (ggz)');
    expect(about.lead.text).toContain('indirect time in the zorgprestatiemodel');
    expect(about.ask).toMatchObject({ factId: 'patientInBehandeling', question: 'Is the patient being treated by the provider who spends the time?', choices: [{ value: 'true', label: 'The patient is being treated by this provider' }, {}, { value: 'weet-niet', label: 'I do not know' }] });
  });

  it('has no Dutch sentence, whatever the situation and the day, and the same outcome as in Dutch', () => {
    fc.assert(
      fc.property(likelyFacts(real.rules.facts), arbitraryDay, (facts, asOf) => {
        const request = { question: 'Hoe krijg ik dit betaald?', facts, asOf };
        const [dutch, about] = [situations.aboutSituation(request), situations.aboutSituation({ ...request, language: 'en' })];
        if (dutch === undefined || about === undefined) return expect(about).toBe(dutch);
        expect(about.routes.map(({ id, status, quotes }) => [id, status, quotes])).toEqual(dutch.routes.map(({ id, status, quotes }) => [id, status, quotes]));
        expect([about.lead.routeId, about.ask?.factId, about.link]).toEqual([dutch.lead.routeId, dutch.ask?.factId, dutch.link]);
        expect(textsOf(about).filter((text) => DUTCH.test(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps "in principle" where the sources do', () => {
    const about = english('How do I get paid?', { facts: { sector: 'huisartsenzorg', domein: 'zvw', onderwerp: 'individu', patientInBehandeling: true } });
    expect(about?.lead.text).toMatch(/^No separate payment: in principle this consultation is part of the tariff \(regular tariffs\)\./);
  });

  it.each([
    ['yes', true], ['No, not in treatment', false], ['The patient is being treated by this provider', true], ['ja', true],
  ])('takes the typed reply “%s”', (reply, value) => {
    const facts = { sector: 'ggz', onderwerp: 'individu' };
    const first = english('How am I paid?', { facts })!;
    const history = [{ role: 'user' as const, content: 'How am I paid?' }, { role: 'assistant' as const, content: `${first.lead.text}\n\n**${first.ask!.question}**` }];
    expect(english(reply, { facts, history })?.understood.find(({ factId }) => factId === 'patientInBehandeling')?.value).toBe(value);
  });
});
