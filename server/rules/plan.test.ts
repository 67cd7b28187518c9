import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PlanRequest, PlanResult } from '../contract.ts';
import { BadInputError } from '../errors.ts';
import { isVerified } from '../answer/is-verified.ts';
import { networkFacts } from './network-facts.ts';
import { createParticipantReader, createParticipantsInQuestion } from './participants-in-question.ts';
import { createPlanner } from './plan.ts';
import { createRuleCheck } from './rule-check.ts';
import { realRules, realVocabulary, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const DAY = '2026-11-30';
let real: RealRules;
let plan: (request: unknown) => PlanResult;
beforeAll(async () => {
  real = await realRules();
  const make = createPlanner(real.rules, real.documents);
  plan = (request) => make(PlanRequest.parse(request));
});

const gps = { name: 'huisartsen', count: 4, facts: { sector: 'huisartsenzorg' } };
const physios = { name: "fysio's", count: 2, facts: { sector: 'fysiotherapie', fysioUitBasisverzekering: true } };
const psychologist = { name: 'psycholoog', facts: { sector: 'ggz' } };
const town = { name: 'gemeente', facts: { domein: 'sociaal-domein' } };
const network = [gps, physios, psychologist, town];
/** Everything that a group consultation about PGAZ needs, but the contract. */
const group = { onderwerp: 'groep', pgazVoorwaarden: 'ja', pgazOvereenkomst: 'nee', oiOvereenkomst: 'nee', samenwerkingsverband: true };

const statuses = (result: PlanResult, name: string): Record<string, string> =>
  Object.fromEntries(result.participants.find((participant) => participant.name === name)!.routes.map(({ id, status }) => [id, status]));

describe('a plan for a network', () => {
  it('gives each participant the route that pays him', () => {
    const result = plan({ facts: group, participants: network, asOf: DAY });
    expect(result.participants.map(({ name, count, lead }) => [name, count, lead.routeId])).toEqual([
      ['huisartsen', 4, 'pgaz'],
      ["fysio's", 2, 'pgaz'],
      ['psycholoog', 1, 'pgaz'],
      ['gemeente', 1, 'sociaal-domein'],
    ]);
    expect(statuses(result, 'huisartsen')).toMatchObject({ pgaz: 'nog-niet', oi: 'nog-niet', 'sociaal-domein': 'niet-van-toepassing' });
    expect(statuses(result, 'gemeente')).toMatchObject({ pgaz: 'niet-van-toepassing', 'sociaal-domein': 'onbekend' });
    expect(PlanResult.strict().parse(result)).toEqual(result);
  });

  it('tells what follows from who takes part', () => {
    const inferred = (participants: object[]) => plan({ facts: { onderwerp: 'groep' }, participants, asOf: DAY }).participants[0]!.understood.map(({ factId, value }) => `${factId}=${value}`);
    expect(inferred([gps, town])).toEqual(['domein=zvw', 'meerdereSectoren=true', 'huisartsenDoenMee=true']);
    expect(inferred([psychologist, physios])).toEqual(['domein=zvw', 'meerdereSectoren=true', 'huisartsenDoenMee=false']);
    expect(inferred([psychologist])).toEqual(['domein=zvw', 'meerdereSectoren=false', 'huisartsenDoenMee=false']);
    // Of somebody whose sector nobody gave nothing is certain.
    expect(inferred([psychologist, { name: 'nog iemand' }])).toEqual(['domein=zvw']);
    expect(inferred([psychologist, town])).toEqual(['domein=zvw', 'meerdereSectoren=true', 'huisartsenDoenMee=false']);
  });

  it('puts one choice to all who can be paid either way, and only where general practitioners take part', () => {
    const [choice, ...others] = plan({ facts: group, participants: network, asOf: DAY }).choices;
    expect(others).toEqual([]);
    expect(choice).toMatchObject({
      id: 'pgaz-of-oi',
      options: [
        { routeId: 'pgaz', status: 'nog-niet', participants: ['huisartsen', "fysio's", 'psycholoog'] },
        { routeId: 'oi', status: 'nog-niet', participants: ['huisartsen', "fysio's", 'psycholoog'] },
      ],
    });
    expect(plan({ facts: { onderwerp: 'groep' }, participants: [psychologist, physios], asOf: DAY }).choices).toEqual([]);
  });

  it('orders what to do: choose, arrange, write the contract, divide', () => {
    const { steps } = plan({ facts: group, participants: network, asOf: DAY });
    const kinds = steps.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort((a, b) => ['kiezen', 'regelen', 'contract', 'verdelen'].indexOf(a) - ['kiezen', 'regelen', 'contract', 'verdelen'].indexOf(b)));
    expect(new Set(kinds)).toEqual(new Set(['kiezen', 'regelen', 'contract', 'verdelen']));
    expect(steps).toContainEqual(expect.objectContaining({ kind: 'regelen', routeId: 'pgaz', with: ['zorgverzekeraar'], participants: ['huisartsen', "fysio's", 'psycholoog'] }));
    expect(steps).toContainEqual(expect.objectContaining({ kind: 'regelen', routeId: 'sociaal-domein', with: ['gemeente'], participants: ['gemeente'] }));
    expect(new Set(steps.map(({ text, routeId }) => `${routeId ?? ''} ${text}`)).size).toBe(steps.length);
  });

  it('asks what still decides, with whom it is about', () => {
    const { missing } = plan({ facts: { onderwerp: 'groep' }, participants: network, asOf: DAY });
    expect(missing.find(({ factId }) => factId === 'pgazVoorwaarden')?.participants).toEqual(['huisartsen', "fysio's", 'psycholoog']);
    expect(missing.find(({ factId }) => factId === 'gemeenteBetaalt')?.participants).toEqual(['gemeente']);
    expect(missing.map(({ participants }) => participants.length)).toEqual(missing.map(({ participants }) => participants.length).sort((a, b) => b - a));
  });

  it('cites verbatim, each place once, and only what is there', () => {
    const result = plan({ facts: group, participants: network, asOf: DAY });
    expect(result.citations.map(({ n }) => n)).toEqual(result.citations.map((_, at) => at + 1));
    expect(new Set(result.citations.map(({ documentId, start, end }) => `${documentId} ${start} ${end}`)).size).toBe(result.citations.length);
    for (const citation of result.citations) expect(isVerified(citation, real.documents)).toBe(true);
    const used = [...result.participants.flatMap(({ lead, routes }) => [lead, ...routes]), ...result.choices, ...result.steps].flatMap(({ citations }) => citations);
    expect(Math.max(...used)).toBeLessThanOrEqual(result.citations.length);
    expect(result.participants.every(({ lead }) => lead.citations.length > 0)).toBe(true);
  });

  it('says the same as the rule check of each participant', () => {
    const { check } = createRuleCheck(real.rules, real.documents);
    const result = plan({ facts: group, participants: network, asOf: DAY });
    for (const { name, facts } of networkFacts(PlanRequest.parse({ facts: group, participants: network }), real.rules)) {
      expect(statuses(result, name)).toEqual(Object.fromEntries(check(facts, DAY).routes.map(({ id, status }) => [id, status])));
    }
    expect(result.rulesetSha256).toBe(real.rules.sha256);
  });

  it('pays once the contract is there, and changes nothing for who is paid otherwise', () => {
    const result = plan({ facts: { ...group, pgazOvereenkomst: 'ja', conformBeschikking: true }, participants: [...network, { name: 'verpleeghuis', facts: { domein: 'wlz' } }], asOf: DAY });
    expect(statuses(result, 'psycholoog')).toMatchObject({ pgaz: 'van-toepassing', oi: 'conflict' });
    expect(statuses(result, 'verpleeghuis')).toMatchObject({ pgaz: 'niet-van-toepassing', 'wlz-dos': 'onbekend' });
    expect(result.participants.at(-1)?.lead.text).toContain('Wlz');
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown fact', { facts: { kleur: 'rood' } }, ['facts.kleur']],
    ['an unknown fact of one', { participants: [{ name: 'a', facts: { kleur: 'rood' } }] }, ['participants[0].facts.kleur']],
    ['a sector and a law that do not go together', { participants: [{ name: 'a', facts: { sector: 'huisartsenzorg', domein: 'wlz' } }] }, ['participants[0].facts.domein']],
    ['a fact that differs between all and one', { facts: { onderwerp: 'groep' }, participants: [{ name: 'a', facts: { onderwerp: 'individu' } }] }, ['participants[0].facts.onderwerp']],
    ['no general practitioners among general practitioners', { facts: { huisartsenDoenMee: false }, participants: [{ name: 'a', facts: { sector: 'huisartsenzorg' } }] }, ['facts.huisartsenDoenMee']],
    ['several faults at once', { facts: { kleur: 'rood' }, participants: [{ name: 'a', facts: { sector: 'x' } }] }, ['facts.kleur', 'participants[0].facts.sector']],
  ])('%s is named', (_, request, fields) => {
    let error: unknown;
    try {
      plan({ participants: [gps], ...request });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(BadInputError);
    expect((error as BadInputError).faults.map(({ field }) => field)).toEqual(fields);
  });
});

describe('participants in a question', () => {
  let participantsIn: ReturnType<typeof createParticipantsInQuestion>;
  beforeAll(() => {
    participantsIn = createParticipantsInQuestion(realVocabulary());
  });

  it.each([
    ["4 huisartsen, 2 fysio's, een psycholoog en de gemeente", [[4, 'huisartsenzorg', 'zvw'], [2, 'fysiotherapie', 'zvw'], [1, 'ggz', 'zvw'], [1, undefined, 'sociaal-domein']]],
    ['Wij zijn met drie huisartsen, een wijkverpleegkundige en het verpleeghuis. Hoe regelen we dat?', [[3, 'huisartsenzorg', 'zvw'], [1, 'verpleging-verzorging', 'zvw'], [1, 'verpleging-verzorging', 'wlz']]],
    ['twee vrijgevestigde psychologen en 12 huisartsen', [[2, 'ggz', 'zvw'], [12, 'huisartsenzorg', 'zvw']]],
    ['huisartsen met internisten, maatschappelijk werk en de ggd', [[1, 'huisartsenzorg', 'zvw'], [1, 'medisch-specialistisch', 'zvw'], [1, undefined, 'sociaal-domein'], [1, undefined, 'sociaal-domein']]],
    ['Ik ben huisarts. Hoe word ik betaald?', []],
    ['Wat is PGAZ?', []],
  ])('%s', (question, wanted) => {
    expect(participantsIn(question).map(({ count, facts }) => [count, facts['sector'], facts['domein']])).toEqual(wanted);
  });

  it('keep the words of the question as names and can be planned at once', () => {
    const participants = participantsIn("4 huisartsen, 2 fysio's, een psycholoog en de gemeente");
    expect(participants.map(({ name }) => name)).toEqual(['huisartsen', "fysio's", 'psycholoog', 'gemeente']);
    expect(plan({ facts: { onderwerp: 'groep' }, participants, asOf: DAY }).choices).toHaveLength(1);
  });
});

describe('a list of who takes part', () => {
  let read: ReturnType<typeof createParticipantReader>;
  beforeAll(() => {
    read = createParticipantReader(realVocabulary());
  });
  const said = (text: string) => read(text).participants.map(({ name, count }) => `${count} ${name}`);

  it('is read of one alone too, with professions of one sector apart', () => {
    expect(said('huisarts')).toEqual(['1 huisarts']);
    expect(said('psycholoog, psychiater en dertien diëtisten, 2 logopedisten')).toEqual(['1 psycholoog', '1 psychiater', '13 diëtisten', '2 logopedisten']);
    expect(said('een huisarts, nog 3 huisartsen')).toEqual(['3 huisarts']);
  });

  it('keeps numbers as typed, for a plan to refuse', () => {
    expect(said('0 huisartsen en 600 psychologen')).toEqual(['0 huisartsen', '600 psychologen']);
    expect(createParticipantsInQuestion(realVocabulary())('0 huisartsen en 600 psychologen').map(({ count }) => count)).toEqual([1, 1]);
  });

  it('names what it cannot read, without articles and numbers', () => {
    expect(read('2 kappers, een huisarts en de loodgieter')).toMatchObject({ participants: [{ name: 'huisarts' }], unread: ['kappers', 'loodgieter'] });
    expect(read("Wij zijn met 4 huisartsen en 2 fysio's. Hoe regelen we dat?").unread).toEqual([]);
  });

  it('leaves out who takes no part, laws, and places where somebody works', () => {
    expect(said('fysio, diëtist en psycholoog, zonder huisarts')).toEqual(['1 fysio', '1 diëtist', '1 psycholoog']);
    expect(said('huisartsen en fysio, onder de wmo')).toEqual(['1 huisartsen', '1 fysio']);
    expect(read('psycholoog in een verpleeghuis en huisartsen').participants).toEqual([
      { name: 'psycholoog', count: 1, facts: { sector: 'ggz', domein: 'wlz' } },
      { name: 'huisartsen', count: 1, facts: { sector: 'huisartsenzorg', domein: 'zvw' } },
    ]);
    // A law that cannot be his stays out.
    expect(read('internist in het verpleeghuis').participants[0]?.facts).toEqual({ sector: 'medisch-specialistisch', domein: 'zvw' });
  });
});

describe('facts given for all', () => {
  it('come back in words', () => {
    const { given } = plan({ facts: { onderwerp: 'groep', gemeenteBetaalt: true, pgazVoorwaarden: 'ja' }, participants: [gps], asOf: DAY });
    expect(given?.map(({ factId, value }) => [factId, value])).toEqual([['onderwerp', 'groep'], ['gemeenteBetaalt', true], ['pgazVoorwaarden', 'ja']]);
    expect(given?.[0]?.label).toBe('Over een groep patiënten');
  });
});
