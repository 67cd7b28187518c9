import { quantile } from '../statistics/quantile.ts';
import { atMost, compared, type Figure } from './figure.ts';
import { startRealServer } from './real-server.ts';

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

/** `ask` of one client over HTTP beside `search` with the same questions, one after the other; the memory of the server after that. */
export async function measureAsk(questions: readonly string[]): Promise<Figure[]> {
  const asked = take(questions, ASKS);
  const count = `${asked.length} questions`;
  const server = await startRealServer();
  try {
    const searches: number[] = [];
    const asks = await timed(asked, async (question) => {
      searches.push(await server.post('/api/v1/search', { query: question }));
      return server.post('/api/v1/ask', { question });
    });
    return [
      compared('`ask`, one client over HTTP: p50', quantile(asks, 0.5), 'ms', count),
      atMost('`ask`, one client over HTTP: p95', quantile(asks, 0.95), 150, 'ms', count),
      atMost('`ask` p50 ÷ `search` p50', quantile(asks, 0.5) / quantile(searches, 0.5), 1.5, '×', count),
      atMost('memory (resident) after these questions', await server.residentMb(), 250, 'MB', count),
    ];
  } finally {
    await server.stop();
  }
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
