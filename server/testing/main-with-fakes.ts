/**
 * The real main around fakes, for tests that need a process of its own. The first argument says how loading goes:
 * `ready` (default), `warns` (with something that makes answers less good), `slow` (never ends) or `fails` (as with a
 * missing index). A question "langzaam" is answered some time after the process has been told to stop; one "vast" never lets
 * go of the event loop.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { IndexUnusableError } from '../errors.ts';
import { main, reportFailedStart } from '../main.ts';
import type { Services } from '../assistant/services.ts';
import { fakeAssistant, fakeServices } from './fake-services.ts';

/** Main heard of the signal before, since it began to listen first. */
let told: Promise<unknown> | undefined;
const toldToStop = (): Promise<unknown> => (told ??= new Promise((resolve) => process.once('SIGTERM', resolve).once('SIGINT', resolve)));

const services: Services = {
  ...fakeServices,
  assistant: {
    ...fakeAssistant,
    ask: async (request, options) => {
      options?.onEvent?.({ type: 'status', text: 'bezig' });
      if (request.question === 'langzaam') await toldToStop().then(() => delay(200));
      while (request.question === 'vast');
      if (request.question === 'ontsnapt') setTimeout(() => void Promise.reject(new Error(`over ${request.question}`)), 0);
      return fakeAssistant.ask(request);
    },
  },
  close: () => {
    console.log('services closed');
    return Promise.resolve();
  },
};

const loading: Record<string, () => Promise<Services>> = {
  ready: () => Promise.resolve(services),
  warns: () => Promise.resolve({ ...services, warnings: ['De geleerde gewichten doen niet mee.'] }),
  slow: () => new Promise(() => undefined),
  fails: () => Promise.reject(new IndexUnusableError('De index ontbreekt. Maak hem met: npm run ingest')),
};

await main(process.env, () => {
  void toldToStop();
  return (loading[process.argv[2] ?? 'ready'] ?? loading['ready']!)();
}).catch(reportFailedStart);
