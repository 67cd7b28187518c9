import type { Weights } from '../../statistics/bootstrap.ts';
import { weightedQuantile } from '../../statistics/quantile.ts';
import { measure } from '../measure.ts';
import type { CaseResult } from '../score-case.ts';

/** A slow machine and a slow network slow both; a slow assistant only one of them. */
export const LATENCY_RATIO = measure({
  name: 'latencyRatio',
  label: 'Wachttijd naast /livez',
  explanation: 'De langzaamste 5 % van de antwoorden (p95), als veelvoud van dezelfde server die niets doet (/livez).',
  show: 'number',
  lowerIsBetter: true,
  only: 'http',
  about: ({ ask: { idleMs, error } }: CaseResult): boolean => idleMs !== undefined && !error,
  over(results) {
    const asked = weightedQuantile(results.map(({ ask }) => ask.latencyMs), 0.95);
    const idle = weightedQuantile(results.map(({ ask }) => ask.idleMs ?? 0), 0.95);
    return { n: results.length, value: (weights?: Weights) => asked(weights) / idle(weights) };
  },
});
