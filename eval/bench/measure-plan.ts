import { quantile } from '../statistics/quantile.ts';
import { atMost, compared, type Figure } from './figure.ts';
import { startRealServer } from './real-server.ts';

const REQUESTS = 200;
/** Requests before the clock runs: the first ones compile code. */
const WARM_UP = 20;

/** Ten participants of all sectors and laws, about whom much is still open. */
const participants = [
  ['huisartsen', 4, { sector: 'huisartsenzorg', domein: 'zvw' }],
  ['praktijkondersteuners', 3, { sector: 'huisartsenzorg', domein: 'zvw' }],
  ['fysiotherapeuten', 2, { sector: 'fysiotherapie', domein: 'zvw' }],
  ['psychologen', 2, { sector: 'ggz', domein: 'zvw' }],
  ['internist', 1, { sector: 'medisch-specialistisch', domein: 'zvw' }],
  ['wijkverpleegkundigen', 5, { sector: 'verpleging-verzorging', domein: 'zvw' }],
  ['diëtist', 1, { sector: 'anders', domein: 'zvw' }],
  ['verpleeghuis', 1, { sector: 'verpleging-verzorging', domein: 'wlz' }],
  ['gemeente', 1, { domein: 'sociaal-domein' }],
  ['welzijnsorganisatie', 1, { domein: 'sociaal-domein' }],
].map(([name, count, facts]) => ({ name, count, facts }));

/** Facts in turn, so that no answer is the one before. */
const facts = [{}, { onderwerp: 'groep' }, { onderwerp: 'hybride' }, { onderwerp: 'groep', pgazVoorwaarden: 'ja', pgazOvereenkomst: 'nee', oiOvereenkomst: 'nee' }, { onderwerp: 'individu' }];

/** `plan` with ten participants in turn with `/livez`: that tells what the machine and the way there cost. */
export async function measurePlan(): Promise<Figure[]> {
  const server = await startRealServer();
  try {
    const plans: number[] = [];
    const alive: number[] = [];
    for (let at = 0; at < WARM_UP + REQUESTS; at += 1) {
      const plan = await server.post('/api/v1/plan', { facts: facts[at % facts.length], participants });
      const livez = await server.get('/livez');
      if (at < WARM_UP) continue;
      plans.push(plan);
      alive.push(livez);
    }
    const count = `${REQUESTS} requests`;
    return [
      compared('`plan` with 10 participants over HTTP: p50', quantile(plans, 0.5), 'ms', count),
      atMost('`plan` with 10 participants over HTTP: p95', quantile(plans, 0.95), 50, 'ms', count),
      compared('`/livez` in turn with it: p95', quantile(alive, 0.95), 'ms', count),
    ];
  } finally {
    await server.stop();
  }
}
