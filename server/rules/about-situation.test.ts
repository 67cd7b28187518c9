import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { AskRequest } from '../contract.ts';
import { BadInputError } from '../errors.ts';
import { createSituationRules, type AboutSituation, type SituationRules } from './about-situation.ts';
import { createQuestionReader } from './question-reader.ts';
import { createRuleCheck } from './rule-check.ts';
import { arbitraryDay, likelyFacts } from './testing/arbitrary-facts.ts';
import { realRules, realVocabulary, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const DAY = '2026-11-30';
const GGZ = 'Ik werk in de ggz en overleg met de huisarts over één patiënt. Welke betaaltitel?';
const GROUP = 'Wij huisartsen overleggen met de ggz over alle patiënten met ALK als groep. Hoe krijgen we dat betaald?';

let real: RealRules;
let situations: SituationRules;
let check: ReturnType<typeof createRuleCheck>['check'];
beforeAll(async () => {
  real = await realRules();
  const reader = createQuestionReader(realVocabulary());
  situations = createSituationRules(real.rules, (text) => reader.factsInQuestion(text));
  check = (facts, asOf) => createRuleCheck(real.rules, real.documents).check(facts, asOf);
});

const about = (question: string, more: Partial<AskRequest> = {}): AboutSituation | undefined => situations.aboutSituation({ question, asOf: DAY, ...more });

/** Plays a conversation of typed turns; what the assistant says holds its question back, as on the wire. */
function talk(...turns: string[]): { last: AboutSituation | undefined; asked: (string | undefined)[] } {
  const history: NonNullable<AskRequest['history']> = [];
  const asked: (string | undefined)[] = [];
  let last: AboutSituation | undefined;
  for (const content of turns) {
    last = about(content, { history: [...history] });
    asked.push(last?.ask?.factId);
    history.push({ role: 'user', content }, { role: 'assistant', content: last ? `${last.lead.text} [1]\n\n**${last.ask?.question ?? ''}**` : 'De bronnen zeggen hierover: …' });
  }
  return { last, asked };
}

const valuesOf = (situation: AboutSituation | undefined) => Object.fromEntries(situation?.understood.map(({ factId, value }) => [factId, value]) ?? []);
const statusOf = (situation: AboutSituation | undefined, id: string) => situation?.routes.find((route) => route.id === id)?.status;

describe('when a situation is made', () => {
  it.each(['Wat is O&I?', 'Mag PGAZ zonder contract?', 'Wanneer eindigt het experiment PGAZ?', 'Wie houdt toezicht op de NZa?', 'hallo'])('not for %s', (question) => {
    expect(about(question)).toBeUndefined();
  });

  it('for who tells something and asks how it is paid', () => {
    expect(about(GGZ)).toMatchObject({ leads: true, isReply: false, lead: { routeId: 'zpm-indirecte-tijd' } });
  });

  it('beside the answer where nobody says about whom the talk is', () => {
    expect(about('Ik ben fysiotherapeut. Hoe krijg ik overleg betaald?')).toMatchObject({ leads: false, isBeside: true, ask: { choices: expect.any(Array) as unknown } });
  });

  it('names the routes among which an answer decides', () => {
    const { lead } = about('Hoe krijg ik dit betaald?', { facts: { onderwerp: 'individu', domein: 'zvw' } })!;
    expect(lead.text).toMatch(/^Mogelijk via .* of .*\. Welke het is, hangt nog af van uw situatie\.$/);
    expect(lead.text).toContain('ZPM-indirecte tijd');
  });

  it('for facts that come with a question, which then need not be told', () => {
    expect(about('hoe krijg ik dat betaald?')).toBeUndefined();
    expect(about('hoe krijg ik dat betaald?', { facts: { domein: 'wlz', onderwerp: 'groep' } })).toMatchObject({ leads: true, lead: { routeId: 'wlz-dos' } });
  });

  it('not for a question about a word in the middle of a conversation', () => {
    expect(talk(GGZ, 'Wat is O&I?').last).toBeUndefined();
  });
});

describe('facts', () => {
  it('are told with where they come from, the law of a sector too', () => {
    expect(about(GGZ)?.understood.map(({ factId, value, from }) => [factId, value, from])).toEqual([
      ['onderwerp', 'individu', 'vraag'],
      ['domein', 'zvw', 'vraag'],
      ['sector', 'ggz', 'vraag'],
    ]);
    expect(about(GGZ, { facts: { sector: 'forensisch' } })?.understood).toContainEqual(expect.objectContaining({ factId: 'sector', value: 'forensisch', from: 'gegeven' }));
  });

  it('are taken away by null, and do not come back by inference', () => {
    expect(valuesOf(about(GGZ, { facts: { domein: null } }))).toEqual({ onderwerp: 'individu', sector: 'ggz' });
    expect(about(GGZ, { facts: { onderwerp: null, sector: null, domein: null } })).toBeUndefined();
  });

  it('travel with the conversation, the later over the earlier', () => {
    const { last } = talk(GGZ, 'nee sorry, ik bedoel over de hele groep');
    expect(last?.understood).toContainEqual({ factId: 'onderwerp', value: 'groep', label: 'Over een groep patiënten', from: 'vraag' });
    expect(last?.understood).toContainEqual(expect.objectContaining({ factId: 'sector', value: 'ggz', from: 'gesprek' }));
  });

  it('of another asker begin another situation', () => {
    const { last } = talk(GGZ, 'ja', 'Ik ben fysiotherapeut en overleg over een groep patiënten. Hoe word ik betaald?');
    expect(valuesOf(last)).toMatchObject({ sector: 'fysiotherapie', onderwerp: 'groep' });
    expect(valuesOf(last)).not.toHaveProperty('patientInBehandeling');
  });

  it('that do not exist are refused by name', () => {
    for (const [facts, named] of [[{ kleur: 'rood' }, 'kleur'], [{ onderwerp: 'dorp' }, 'dorp'], [{ pgazVoorwaarden: 'misschien' }, 'misschien'], [{ domein: 3 }, 'domein']] as const) {
      expect(() => situations.checkGiven(facts)).toThrow(BadInputError);
      expect(() => situations.checkGiven(facts)).toThrow(named);
    }
    expect(() => situations.checkGiven({ onderwerp: null, sector: 'weet-niet', complexiteit: 'true', pgazVoorwaarden: 'ja' })).not.toThrow();
    expect(() => situations.checkGiven({ pgazVoorwaarden: 'ja', complexiteit: false })).toThrow('kunnen niet allebei');
    expect(() => situations.checkGiven({ kleur: null })).toThrow('kleur');
  });
});

describe('the question back', () => {
  it.each([
    ['ja', true, 'van-toepassing'],
    ['Nee, helaas niet', false, 'niet-van-toepassing'],
    ['De patiënt is bij deze aanbieder in behandeling', true, 'van-toepassing'],
  ])('is answered by typing %s', (reply, value, status) => {
    const { last, asked } = talk(GGZ, reply);
    expect(asked[0]).toBe('patientInBehandeling');
    expect(valuesOf(last)['patientInBehandeling']).toBe(value);
    expect(last?.isReply).toBe(true);
    expect(statusOf(last, 'zpm-indirecte-tijd')).toBe(status);
  });

  it('is not asked again by who does not know', () => {
    const { last, asked } = talk(GGZ, 'weet ik niet');
    expect(valuesOf(last)).not.toHaveProperty('patientInBehandeling');
    expect(asked[1]).not.toBe('patientInBehandeling');
    expect(last?.link).toContain('patientInBehandeling=weet-niet');
    expect(about(GGZ, { facts: { patientInBehandeling: 'weet-niet' } })?.ask?.factId).toBe(asked[1]);
  });

  it('is kept while something else is asked, and then still answered', () => {
    const { last, asked } = talk(GGZ, 'hoe zit het met het eigen risico van mijn patiënt?');
    expect(asked).toEqual(['patientInBehandeling', 'patientInBehandeling']);
    expect(last).toMatchObject({ isReply: false });
    expect(valuesOf(talk(GGZ, 'hoe zit het met het eigen risico van mijn patiënt?', 'ja').last)['patientInBehandeling']).toBe(true);
  });

  it('always can be answered with not knowing, and says what it is about', () => {
    const { ask } = about(GROUP)!;
    expect(ask?.choices.at(-1)).toEqual({ value: 'weet-niet', label: 'Weet ik niet' });
    expect(ask?.question).toMatch(/\?/);
  });

  it('stands at most three times in one conversation', () => {
    const asked = new Set(talk(GROUP, 'weet ik niet', 'weet ik niet', 'weet ik niet', 'weet ik niet').asked);
    asked.delete(undefined);
    expect(asked.size).toBeLessThanOrEqual(3);
  });

  it('is not asked once nothing can change what leads', () => {
    expect(about(GGZ, { facts: { patientInBehandeling: true } })).toMatchObject({ lead: { routeId: 'zpm-indirecte-tijd' }, ask: undefined });
  });

  it('settles the conditions of PGAZ at once', () => {
    const facts = { onderwerp: 'groep', domein: 'zvw', sector: 'ggz', huisartsenDoenMee: false, meerdereSectoren: true, pgazOvereenkomst: 'nee' };
    const first = about('hoe worden wij betaald?', { facts });
    expect(first?.ask).toMatchObject({ factId: 'pgazVoorwaarden', choices: [{ value: 'ja' }, { value: 'niet-alles' }, { value: 'weet-niet' }] });
    expect(first?.ask?.question.match(/\./g)).toHaveLength(5);
    const statusAfter = (pgazVoorwaarden: string) => statusOf(about('hoe worden wij betaald?', { facts: { ...facts, pgazVoorwaarden } }), 'pgaz');
    expect([statusAfter('ja'), statusAfter('niet-alles'), statusAfter('weet-niet')]).toEqual(['nog-niet', 'niet-van-toepassing', 'onbekend']);
  });

  it('asks of several things only what is not known', () => {
    const facts = { onderwerp: 'groep', domein: 'zvw', sector: 'ggz', huisartsenDoenMee: false, pgazOvereenkomst: 'ja', complexiteit: true, alVergoed: false };
    expect(about('hoe worden wij betaald?', { facts })?.ask?.question).not.toContain('ingewikkeld');
    const one = about('hoe worden wij betaald?', { facts: { ...facts, zorgbehoefteVastgesteld: true, tenDienstVanZvwZorg: true } });
    expect(one?.ask?.factId).toBe('verzekerdenInZorg');
  });
});

describe('routes', () => {
  it('stand with the leading one first and what does not fit last, which has quotes only where its reason says a number', () => {
    const { routes } = about(GGZ, { facts: { patientInBehandeling: true } })!;
    expect(routes[0]).toMatchObject({ id: 'zpm-indirecte-tijd', status: 'van-toepassing', payment: 'in-tarief', fits: true });
    expect(routes).toHaveLength(real.rules.routes.length);
    const firstUnfit = routes.findIndex(({ fits }) => !fits);
    expect(routes.slice(firstUnfit).every(({ fits, quotes, reason }) => !fits && quotes.length > 0 === /\d/.test(reason))).toBe(true);
    expect(routes.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  it('keep "in beginsel" where the sources say it', () => {
    const facts = { sector: 'huisartsenzorg', domein: 'zvw', onderwerp: 'individu', patientInBehandeling: true };
    expect(about('hoe krijg ik dat betaald?', { facts })?.lead.text).toMatch(/^Geen aparte betaaltitel: dit overleg zit in beginsel in het tarief \(reguliere tarieven\)\./);
  });
});

describe('what cannot be so, or fits nothing', () => {
  it('asks anew for what cannot be so beside what is told later, and says why', () => {
    const turns = ['Ik ben huisarts. Hoe krijg ik overleg over één patiënt betaald?', 'Ik werk onder de Wlz.'];
    const { last: told } = talk(...turns);
    expect(valuesOf(told)).toMatchObject({ domein: 'wlz', onderwerp: 'individu' });
    expect(valuesOf(told)).not.toHaveProperty('sector');
    expect(told?.ask).toMatchObject({ factId: 'sector', question: 'Wie in de huisartsenzorg werkt, werkt onder de Zvw. In welke sector werkt die zorgaanbieder?' });
    const { last } = talk(...turns, 'Verpleging en verzorging');
    expect(valuesOf(last)).toMatchObject({ sector: 'verpleging-verzorging', domein: 'wlz', onderwerp: 'individu' });
  });

  it('says of a reply that fits no choice what to do, and loses nothing', () => {
    const { last } = talk(GGZ, 'paars');
    expect(last?.ask?.question).toBe('Uw antwoord past bij geen van de keuzes. Kies er één. Is de patiënt in behandeling bij de zorgaanbieder die de tijd besteedt?');
    expect(valuesOf(last)).toMatchObject({ sector: 'ggz', onderwerp: 'individu' });
    const { last: then } = talk(GGZ, 'paars', 'ja');
    expect(valuesOf(then)).toMatchObject({ patientInBehandeling: true });
    expect(talk(GGZ, 'Wat is het zorgprestatiemodel?').last?.ask?.question ?? '').not.toContain('geen van de keuzes');
  });
});

describe('conversation and rule check', () => {
  it('agree on any situation and day', () => {
    const facts = fc.tuple(likelyFacts(real.rules.facts), fc.option(fc.constantFrom('ja', 'niet-alles'), { nil: undefined, freq: 2 }));
    fc.assert(
      fc.property(facts, arbitraryDay, ([single, together], asOf) => {
        const members = real.rules.together.flatMap((bundle) => bundle.facts.map(({ fact }) => fact));
        const given = together === undefined ? single : { ...Object.fromEntries(Object.entries(single).filter(([id]) => !members.includes(id))), pgazVoorwaarden: together };
        const situation = situations.aboutSituation({ question: 'Hoe krijg ik dit betaald?', facts: given, asOf });
        fc.pre(situation !== undefined);
        const checked = check(valuesOf(situation), asOf).routes;
        const brief = (routes: readonly { id: string; status: string; because?: string | undefined }[]) => Object.fromEntries(routes.map(({ id, status, because }) => [id, `${status} ${because ?? ''}`]));
        expect(brief(situation.routes)).toEqual(brief(checked));
        expect(valuesOf(situation)).toMatchObject(given);
      }),
      { numRuns: 1000 },
    );
  });

  it('what is told together is what its parts tell', () => {
    const start = { onderwerp: 'groep', domein: 'zvw', pgazOvereenkomst: 'ja', conformBeschikking: true, meerdereSectoren: true };
    const parts = Object.fromEntries(real.rules.together[0]!.facts.map(({ fact, is }) => [fact, is]));
    expect(check({ ...start, pgazVoorwaarden: 'ja' }, DAY)).toEqual(check({ ...start, ...parts }, DAY));
    const pgaz = check({ ...start, pgazVoorwaarden: 'niet-alles' }, DAY).routes.find(({ id }) => id === 'pgaz');
    expect(pgaz).toMatchObject({ status: 'niet-van-toepassing', missing: [] });
    expect(pgaz?.reason?.text).toContain('niet al deze dingen');
    // Which of them is not so nobody said.
    expect(pgaz?.conditions.filter(({ id, status }) => id in parts && status === 'onbekend')).toHaveLength(5);
  });
});

describe('a situation of which much is open', () => {
  it('tells what must be arranged in any case, with the quote that says so', () => {
    const { lead, routes } = about('Ik zit bij een overleg over een groep patiënten. Hoe krijg ik dat betaald?')!;
    const first = routes.find(({ id }) => id === lead.routeId)!;
    expect(lead.text).toMatch(/^(?:Misschien|Mogelijk) via /);
    const pgaz = routes.find(({ id }) => id === 'pgaz')!;
    expect(pgaz.reason).toMatch(/^Dat hangt nog af van uw situatie\. In elk geval nodig: .*overeenkomst/);
    expect(pgaz.quotes.length + Number(!pgaz.fits)).toBeGreaterThan(0);
    expect(first.reason.length).toBeGreaterThan(10);
  });
});
