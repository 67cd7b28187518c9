import { setTimeout as wait } from 'node:timers/promises';
import type { CheckResult } from '../../../server/contract.ts';
import { seedOf } from '../../statistics/random.ts';
import { SystemError } from '../../system/failure.ts';
import type { System } from '../../system/system.ts';
import type { BadSystem } from './bad-system.ts';

type Rules = NonNullable<System['rules']>;

const checking =
  (change: (result: CheckResult, rules: Rules, facts: Record<string, unknown>) => CheckResult | Promise<CheckResult>): BadSystem['make'] =>
  (good) => {
    const { rules } = good;
    if (!rules) return good;
    return { ...good, rules: { ...rules, check: async (facts, asOf) => change(await rules.check(facts, asOf), rules, facts) } };
  };

/** Longer than anything that computes an answer from memory takes. */
const SLOW_MS = 40;

/** One in so many questions. */
const SOMETIMES = 20;

/** Right answers from a service that cannot be relied on. */
export const UNRELIABLE_SERVICE: readonly BadSystem[] = [
  {
    id: 'sometimes-fails',
    label: 'Eén op de twintig vragen geeft een fout',
    mustFailBy: ['failures'],
    make(good) {
      let asked = 0;
      return {
        ...good,
        ask: (request, watch) => {
          asked += 1;
          return asked % SOMETIMES === 0 ? Promise.reject(new SystemError('refused', 'HTTP 500 op /ask: geen uitleg van de server')) : good.ask(request, watch);
        },
      };
    },
  },
  {
    id: 'slow',
    label: 'Traag: één op de acht antwoorden laat lang op zich wachten',
    mustFailBy: ['latencyRatio'],
    // In one process there is no network: beside a request that does nothing any work looks long, so only this one is timed.
    make: (good) => ({
      ...good,
      idle: () => Promise.resolve(),
      async ask(request, watch) {
        if (seedOf('slow', request.question) % 8 === 0) await wait(SLOW_MS);
        return good.ask(request, watch);
      },
    }),
  },
  {
    id: 'search-upside-down',
    label: 'Zoekt, maar vindt het bewijs niet',
    mustFailBy: ['recall5'],
    make: (good, { documents }) => ({
      ...good,
      search: (query, limit) => {
        const [document] = [...documents.values()].slice(seedOf(query) % documents.size);
        const { id, text } = document!;
        return Promise.resolve(
          Array.from({ length: Math.min(limit, 5) }, (_, at) => ({ passageId: `${id}#${at}`, documentId: id, page: 1, section: '', text: text.slice(at * 20, at * 20 + 20), start: at * 20, end: at * 20 + 20, score: 1 / (at + 1) })),
        );
      },
    }),
  },
];

/** Lies in the rule check. */
export const LYING_RULES: readonly BadSystem[] = [
  { id: 'check-always-applies', label: 'De regelcheck zegt bij elke route dat zij van toepassing is', mustFailBy: ['rules'], make: checking((result) => ({ ...result, routes: result.routes.map((route) => ({ ...route, status: 'van-toepassing' })) })) },
  { id: 'check-swapped', label: 'De regelcheck verwisselt wel en niet van toepassing', mustFailBy: ['rules'], make: checking((result) => ({ ...result, routes: result.routes.map((route) => ({ ...route, status: route.status === 'van-toepassing' ? 'niet-van-toepassing' : route.status === 'niet-van-toepassing' ? 'van-toepassing' : route.status })) })) },
  { id: 'check-drops-route', label: 'De regelcheck verzwijgt een route', mustFailBy: ['rules'], make: checking((result) => ({ ...result, routes: result.routes.slice(1) })) },
  { id: 'check-ignores-day', label: 'De regelcheck rekent altijd met één dag', mustFailBy: ['rules'], make: checking((_, rules, facts) => rules.check(facts, '2024-01-01')) },
  {
    id: 'check-false-quotes',
    label: 'De regelcheck haalt aan wat er niet staat',
    mustFailBy: ['rules'],
    make: checking((result) => ({
      ...result,
      routes: result.routes.map((route) => ({ ...route, conditions: route.conditions.map((condition) => ({ ...condition, citations: condition.citations.map((citation) => ({ ...citation, quote: `${citation.quote} Altijd.` })) })) })),
    })),
  },
];
