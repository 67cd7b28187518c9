import { quantile } from '../statistics/quantile.ts';
import { atMost, compared, type Figure } from './figure.ts';
import { startRealServer } from './real-server.ts';

const STARTS = 3;

/** Time from starting the process to `/readyz`, and what it holds in memory then. */
export async function measureStart(): Promise<Figure[]> {
  const times: number[] = [];
  let memory = 0;
  for (let run = 0; run < STARTS; run += 1) {
    const server = await startRealServer();
    times.push(server.startMs / 1000);
    memory = await server.residentMb();
    await server.stop();
  }
  return [atMost('start to `/readyz`: median', quantile(times, 0.5), 3, 's', `${STARTS} starts`), compared('memory (resident) when ready', memory, 'MB', '1 start')];
}
