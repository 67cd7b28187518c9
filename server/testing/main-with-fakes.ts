/**
 * The real main around fakes, for tests that need a process of its own. The first argument says how loading goes:
 * `ready` (default), `warns` (with something that makes answers less good), `slow` (never ends) or `fails` (as with a
 * missing index). A question "langzaam" is answered when the process has been told to stop.
 */
import { IndexUnusableError } from '../errors.ts';
import { main, reportFailedStart } from '../main.ts';
import type { Services } from '../assistant/services.ts';
import { fakeAssistant, fakeServices } from './fake-services.ts';

/** Main heard of the signal before, since it began to listen first. */
const toldToStop = () => new Promise((resolve) => process.once('SIGTERM', resolve).once('SIGINT', resolve));

const services: Services = {
  ...fakeServices,
  assistant: {
    ...fakeAssistant,
    ask: async (request, options) => {
      options?.onEvent?.({ type: 'status', text: 'bezig' });
      if (request.question === 'langzaam') await toldToStop();
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

await main(process.env, () => (loading[process.argv[2] ?? 'ready'] ?? loading['ready']!)()).catch(reportFailedStart);
