import { quantile } from '../statistics/quantile.ts';
import { atMost, compared, type Figure } from './figure.ts';
import { startRealServer, type RealServer } from './real-server.ts';

const QUESTIONS = 100;
/** Requests before the clock runs: the first ones compile code and fill the page cache. */
const WARM_UP = 10;

/** Two servers side by side, the one on the real index and the other on a large one, asked the same questions in turn. */
export async function measureScale(questions: readonly string[], largeIndex: string, passages: number): Promise<Figure[]> {
  const real = await startRealServer();
  const large = await startRealServer({ INDEX_DIR: largeIndex });
  try {
    const step = Math.max(1, questions.length / QUESTIONS);
    const asked = Array.from({ length: Math.min(QUESTIONS, questions.length) }, (_, i) => questions[Math.floor(i * step)]!);
    const search = await inTurn(asked, real, large, '/api/v1/search', (query) => ({ query }));
    const ask = await inTurn(asked, real, large, '/api/v1/ask', (question) => ({ question }));
    const count = `${asked.length} questions`;
    const size = `${passages.toLocaleString('en')} passages`;
    const ratio = (times: Pair, part: number) => quantile(times.large, part) / quantile(times.real, part);
    return [
      compared(`start to \`/readyz\`, real index`, real.startMs / 1000, 's', '1 start'),
      compared(`start to \`/readyz\`, ${size}`, large.startMs / 1000, 's', '1 start'),
      compared(`\`search\` p95, real index`, quantile(search.real, 0.95), 'ms', count),
      compared(`\`search\` p95, ${size}`, quantile(search.large, 0.95), 'ms', count),
      atMost(`\`search\` p95, ${size} ÷ real index`, ratio(search, 0.95), 3, '×', count),
      compared(`\`search\` p50, ${size} ÷ real index`, ratio(search, 0.5), '×', count),
      compared(`\`ask\` p95, ${size} ÷ real index`, ratio(ask, 0.95), '×', count),
      compared('memory (resident), real index', await real.residentMb(), 'MB', count),
      atMost(`memory (resident), ${size}`, await large.residentMb(), 1500, 'MB', count),
    ];
  } finally {
    await Promise.all([real.stop(), large.stop()]);
  }
}

interface Pair {
  real: number[];
  large: number[];
}

/** One question to the one and then to the other, so that whatever else the machine does slows both. */
async function inTurn(questions: readonly string[], real: RealServer, large: RealServer, path: string, body: (question: string) => object): Promise<Pair> {
  const times: Pair = { real: [], large: [] };
  for (const [i, question] of [...questions.slice(0, WARM_UP), ...questions].entries()) {
    const pair = [await real.post(path, body(question)), await large.post(path, body(question))] as const;
    if (i < WARM_UP) continue;
    times.real.push(pair[0]);
    times.large.push(pair[1]);
  }
  return times;
}
