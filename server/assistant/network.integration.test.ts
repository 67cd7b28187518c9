import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlanRequest } from '../contract.ts';
import { readConfig } from '../runtime/config.ts';
import type { Logger } from '../runtime/logger.ts';
import { Metrics } from '../runtime/metrics.ts';
import { parsePlanState, planRequest } from '../views/plan-state.ts';
import { createAssistant } from './assistant.ts';
import type { Services } from './services.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Logger;

describe('a question about a network', () => {
  let services: Services;
  beforeAll(async () => {
    services = await createAssistant(readConfig({}), silent, new Metrics());
  });
  afterAll(() => services.close?.());

  const ask = (question: string) => services.assistant.ask({ question });

  it('is answered with a plan to go on with, which can be made at once', async () => {
    const { plan, answer } = await ask("Wij zijn een netwerk van 4 huisartsen, 2 fysio's, een psycholoog en de gemeente, en overleggen over een groep patiënten. Hoe wordt ons overleg betaald?");
    expect(plan?.participants.map(({ name, count }) => `${count} ${name}`)).toEqual(['4 huisartsen', "2 fysio's", '1 psycholoog', '1 gemeente']);
    expect(answer).toContain('Maak een plan voor deze groep ›');
    const request = PlanRequest.parse(planRequest(parsePlanState(plan!.link.slice('/plan'.length))));
    expect(request.facts).toMatchObject({ onderwerp: 'groep' });
    expect(services.planner?.plan(request).participants.map(({ lead }) => lead.routeId)).toEqual(['pgaz', 'pgaz', 'pgaz', 'sociaal-domein']);
  });

  it('is offered none where nobody works together', async () => {
    expect((await ask('Wat is PGAZ?')).plan).toBeUndefined();
    expect((await ask('Ik ben huisarts en overleg over één patiënt. Hoe wordt dat betaald?')).plan).toBeUndefined();
  });
});
