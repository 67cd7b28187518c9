import autocannon from 'autocannon';
import { atMost, compared, type Figure } from './figure.ts';
import { startRealServer } from './real-server.ts';

const CONNECTIONS = 100;
const SECONDS = 30;

/** A hundred people at once: no 5xx, and what was answered by words alone is counted. */
export async function measureLoad(questions: readonly string[]): Promise<Figure[]> {
  return [
    ...(await flood('/api/v1/search', questions.map((query) => ({ query })))),
    ...(await flood('/api/v1/ask', questions.map((question) => ({ question })))),
  ];
}

async function flood(path: string, bodies: readonly object[]): Promise<Figure[]> {
  const server = await startRealServer();
  try {
    const result = await autocannon({
      url: server.address,
      connections: CONNECTIONS,
      duration: SECONDS,
      timeout: SECONDS,
      requests: bodies.map((body) => ({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })),
    });
    const answered = result['2xx'];
    const count = `${CONNECTIONS} connections, ${SECONDS} s, ${answered} answers`;
    const name = path.replace('/api/v1/', '');
    return [
      atMost(`\`${name}\` under load: 5xx`, result['5xx'], 0, 'responses', count),
      atMost(`\`${name}\` under load: 4xx`, result['4xx'], 0, 'responses', count),
      atMost(`\`${name}\` under load: broken connections and timeouts`, result.errors, 0, 'requests', count),
      compared(`\`${name}\` under load: answers a second`, answered / result.duration, '/s', count),
      compared(`\`${name}\` under load: p97.5`, result.latency.p97_5, 'ms', count),
      compared(`\`${name}\` under load: by words alone`, 100 * Math.min(1, (await server.fallbacks()) / Math.max(1, answered)), '%', count),
      compared(`\`${name}\` under load: memory (resident) afterwards`, await server.residentMb(), 'MB', count),
    ];
  } finally {
    await server.stop();
  }
}
