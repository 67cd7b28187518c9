import { randomUUID } from 'node:crypto';
import type { Answer, DocumentDetail, RouteDescription } from '../contract.ts';
import { BadInputError } from '../errors.ts';
import type { Assistant, DocumentStore, Planner, RouteGuide, RuleCheck, Services, Statements } from '../assistant/services.ts';
import { examples } from '../http/openapi/examples.ts';

/** Fakes that can be checked by eye: one document, one sentence, and an answer that repeats it. */

export const fakeDocument: DocumentDetail = examples.documentDetail;

const { documentList, searchResponse, checkDescription, checkResult, allocationResult, answer } = examples;

export const fakeDocuments: DocumentStore = {
  list: () => documentList,
  get: (id) => (id === fakeDocument.id ? fakeDocument : undefined),
};

export const fakeAssistant: Assistant = {
  search: ({ limit }) => Promise.resolve(searchResponse.results.slice(0, limit)),
  ask: ({ question }, { onEvent, onStage } = {}) => {
    const result: Answer = { ...answer, id: randomUUID(), question };
    onEvent?.({ type: 'status', text: 'De bronnen worden doorzocht' });
    onStage?.('retrieve', 12.34);
    onEvent?.({ type: 'citations', citations: result.citations });
    for (const block of result.blocks ?? []) onEvent?.({ type: 'block', block });
    onEvent?.({ type: 'delta', text: result.answer });
    onStage?.('compose', 1);
    return Promise.resolve(result);
  },
};

/** Knows the one fact of the example. */
export const fakeRules: RuleCheck = {
  describe: () => checkDescription,
  check: (facts, asOf) => {
    const faults = Object.entries(facts)
      .filter(([id, value]) => id !== 'onderwerp' || (value !== 'individu' && value !== 'groep'))
      .map(([id]) => ({ field: `facts.${id}`, detail: 'Dit gegeven of deze waarde bestaat niet.' }));
    if (faults.length > 0) throw new BadInputError(faults.map(({ field, detail }) => `${field}: ${detail}`).join(' '), faults);
    return { ...checkResult, asOf: asOf ?? checkResult.asOf };
  },
  allocate: () => allocationResult,
};

/** Knows what the fake rules know. */
export const fakePlanner: Planner = {
  plan: ({ facts }) => {
    fakeRules.check(facts);
    return examples.planResult;
  },
  readParticipants: () => examples.readParticipants,
};

export const fakeStatements: Statements = {
  list: () => [examples.statement],
  get: (id) => (id === examples.statement.id ? examples.statement : undefined),
};

const { citations } = answer;

export const fakeRoute: RouteDescription = {
  ...examples.checkDescription.routes[0]!,
  payment: 'apart',
  paymentNote: { text: 'U krijgt een apart bedrag.', citations },
  standing: { text: 'De route loopt vanaf 1 mei 2024.', citations, phase: 'in-force' },
  periods: [{ text: 'De route loopt vanaf 1 mei 2024.', citations, from: '2024-05-01', standing: 'in-force' }],
  conditions: [
    { id: 'onderwerp', kind: 'situatie', text: 'Het overleg gaat over een groep.', citations, aspect: 'patients', answers: ['Een groep patiënten'] },
    { id: 'overeenkomst', kind: 'regelen', text: 'Er is een overeenkomst.', citations },
  ],
  warnings: [{ text: 'De route kan eerder stoppen.', citations }],
  steps: { toArrange: [{ text: 'Sluit een overeenkomst.', citations }], whenItFits: [], inSpecialCases: [] },
  check: { link: '/check#onderwerp=groep', given: ['Het overleg gaat over een groep patiënten.'] },
  isDivided: true,
};

/** A second one, to compare with. */
const otherRoute: RouteDescription = { ...fakeRoute, id: 'oi', title: 'Organisatie en infrastructuur', payment: 'in-tarief', conditions: [], isDivided: false };

export const fakeRoutes: RouteGuide = {
  list: () => [fakeRoute, otherRoute],
  get: (id) => [fakeRoute, otherRoute].find((route) => route.id === id),
};

export const fakeServices: Services = { assistant: fakeAssistant, documents: fakeDocuments, rules: fakeRules, planner: fakePlanner, routes: fakeRoutes, statements: fakeStatements };
