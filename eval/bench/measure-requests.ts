import { quantile } from '../statistics/quantile.ts';
import { atMost, compared, type Figure } from './figure.ts';
import { startRealServer, type RealServer } from './real-server.ts';

const SEARCHES = 200;
const ASKS = 100;
/** Requests before the clock runs: the first ones compile code. */
const WARM_UP = 5;

/** `search` of one client over HTTP, and the naive pipeline's search in this process with the same questions. */
export async function measureSearch(questions: readonly string[], baseline: (question: string) => Promise<unknown>): Promise<Figure[]> {
  const server = await startRealServer();
  try {
    const asked = take(questions, SEARCHES);
    const ours = await timed(asked, (query) => server.post('/api/v1/search', { query }));
    const theirs = await timed(asked, async (question) => {
      const from = performance.now();
      await baseline(question);
      return performance.now() - from;
    });
    const count = `${asked.length} questions`;
    return [
      compared('`search`, one client over HTTP: p50', quantile(ours, 0.5), 'ms', count),
      atMost('`search`, one client over HTTP: p95', quantile(ours, 0.95), 60, 'ms', count),
      compared('LangChain pipeline in process, its search: p50', quantile(theirs, 0.5), 'ms', count),
      compared('LangChain pipeline in process, its search: p95', quantile(theirs, 0.95), 'ms', count),
    ];
  } finally {
    await server.stop();
  }
}

/** `ask` of one client over HTTP, with and without the answer model; the memory of the server after that. */
export async function measureAsk(questions: readonly string[]): Promise<Figure[]> {
  const asked = take(questions, ASKS);
  const count = `${asked.length} questions`;
  const measure = async (server: RealServer) => {
    try {
      const times = await timed(asked, (question) => server.post('/api/v1/ask', { question }));
      return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), memory: await server.residentMb() };
    } finally {
      await server.stop();
    }
  };
  const whole = await measure(await startRealServer({ ANSWER_MODEL: 'on' }));
  const without = await measure(await startRealServer({ ANSWER_MODEL: 'off' }));
  return [
    atMost('`ask`, one client over HTTP: p50', whole.p50, 400, 'ms', count),
    atMost('`ask`, one client over HTTP: p95', whole.p95, 800, 'ms', count),
    compared('`ask` without the answer model: p50', without.p50, 'ms', count),
    atMost('`ask` without the answer model: p95', without.p95, 150, 'ms', count),
    atMost('memory (resident) after these questions', whole.memory, 600, 'MB', count),
    compared('memory without the answer model', without.memory, 'MB', count),
  ];
}

async function timed(questions: readonly string[], one: (question: string) => Promise<number>): Promise<number[]> {
  for (const question of questions.slice(0, WARM_UP)) await one(question);
  const times: number[] = [];
  for (const question of questions) times.push(await one(question));
  return times;
}

/** The first `count`, spread over all questions so that no file of cases is left out. */
function take(questions: readonly string[], count: number): string[] {
  const step = Math.max(1, questions.length / count);
  return Array.from({ length: Math.min(count, questions.length) }, (_, i) => questions[Math.floor(i * step)]!);
}
