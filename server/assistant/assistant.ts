import type { Config } from '../runtime/config.ts';
import type { Logger } from '../runtime/logger.ts';
import type { FallbackReason, Metrics } from '../runtime/metrics.ts';
import { GuardedEncoder } from './guarded-encoder.ts';
import type { Services } from './services.ts';
import { Current } from './current.ts';
import { loadModels } from './engine.ts';
import { currentEngine, lastGoodEngine, reasonOf } from './good-engine.ts';
import { Turns, type TurnsRequest } from './turns.ts';
import { currentVersion } from '../search/index-pointer.ts';
import { watchIndex } from '../search/watch-index.ts';
import { ModelUnavailableError, QueueFullError } from '../errors.ts';
import { summaryOf } from '../corpus/document-summary.ts';
import { searchWork, WORDS_WORK } from '../answer/work.ts';
import type { AnswerOptions } from './worded-answerer.ts';

const MODEL_SHARE = 0.6;

/**
 * Loads models, index and rules and keeps them together: every request works on one engine
 * from start to end, and a new index takes over between requests.
 * @throws IndexUnusableError and other AppErrors whose Dutch message says what to do; main prints it and ends the start.
 */
export async function createAssistant(config: Config, logger: Logger, metrics: Metrics): Promise<Services> {
  const { encoder, maps, writer, problem } = await loadModels(config);
  if (problem !== undefined) logger.warn({ problem }, 'learned maps are left out');
  const turns = new Turns({
    depth: config.queueDepth,
    onWaiting: (waiting) => metrics.queueDepthChanged(waiting),
    onWork: (units) => metrics.workBegun(units),
  });
  const onFault = (err: unknown): void => logger.error({ err }, 'model fault; words alone answer');
  const models = { encoder: new GuardedEncoder(encoder, onFault), ...(maps && { maps }), ...(writer && { writer }) };
  const pointed = await currentVersion(config.indexDir);
  const good = await lastGoodEngine(config.indexDir, models, metrics);
  /** Why the index in use is not the newest; gone when a good one takes over. */
  let indexProblem = good.problem;
  if (indexProblem !== undefined) logger.error({ reason: indexProblem }, 'index refused; the last good one serves');
  const current = new Current(good.engine);
  const { version, vectorKind } = current.value.index;
  logger.info({ version, vectors: vectorKind }, 'index loaded');
  if (vectorKind === 'exact') logger.warn('hnswlib-node is not installed or not compiled: vectors are compared one by one (exact)');
  const stopWatching = watchIndex(config.indexDir, pointed ?? version, async () => {
    try {
      const next = await currentEngine(config.indexDir, models, metrics);
      indexProblem = undefined;
      await current.replace(next);
      logger.info({ version: next.index.version }, 'new index taken into use');
      return next.index.version;
    } catch (err) {
      indexProblem = `Een nieuwe index is geweigerd: ${reasonOf(err)} De vorige blijft in gebruik.`;
      logger.error({ err, reason: reasonOf(err) }, 'new index refused; the last good one keeps serving');
      return undefined;
    }
  });

  /** How long a request is worth waiting: for the model six tenths of the time in which it must be answered. */
  const deadlines = (): Pick<TurnsRequest, 'modelBy' | 'answerBy'> => ({
    modelBy: AbortSignal.timeout(config.answerWithinMs * MODEL_SHARE),
    answerBy: AbortSignal.timeout(config.answerWithinMs),
  });

  return {
    assistant: {
      search: ({ query, limit }, signal, caller) =>
        current.use(async ({ searcher }) => {
          const started = performance.now();
          const pace = turns.forRequest({ caller, gone: signal, ...deadlines() });
          const cost = searchWork(query);
          try {
            return await pace(() => searcher.search(query, limit, signal), { cost, load: cost });
          } catch (error) {
            const reason = whyWithoutModel(error);
            if (reason === undefined) throw error;
            metrics.fellBack(reason);
            return await pace(() => searcher.searchLexically(query, limit), { cost: WORDS_WORK });
          } finally {
            metrics.stageFinished('search', (performance.now() - started) / 1000);
          }
        }),
      ask: async (request, options = {}) => {
        const { explain, ...question } = request;
        const observed: AnswerOptions = {
          ...options,
          pace: turns.forRequest({ caller: options.caller, gone: options.signal, ...deadlines() }),
          onWordsOnly: (because) => metrics.fellBack(because === 'busy' ? 'queue-full' : because),
          onStage: (stage, durationMs) => {
            metrics.stageFinished(stage, durationMs / 1000);
            options.onStage?.(stage, durationMs);
          },
        };
        const answer = await current.use(({ answerer }) => answerer.ask(config.explain && explain ? request : question, observed));
        metrics.answered(answer);
        return answer;
      },
    },
    documents: {
      list: () => [...current.value.index.documents.values()].map(summaryOf),
      get: (id) => {
        const document = current.value.index.documents.get(id);
        return document && { ...summaryOf(document), text: document.text, pageStarts: document.pageStarts, blocks: document.blocks };
      },
    },
    get rules() {
      return current.value.ruleCheck;
    },
    get planner() {
      return current.value.planner;
    },
    get statements() {
      return current.value.statements;
    },
    get routes() {
      return current.value.routeGuide;
    },
    get warnings() {
      const warnings = [problem, indexProblem].filter((one) => one !== undefined);
      return warnings.length > 0 ? warnings : undefined;
    },
    close: async () => {
      stopWatching();
      await current.close();
    },
  };
}

/** Why a search goes on by words alone; undefined for a fault of another kind. */
function whyWithoutModel(error: unknown): FallbackReason | undefined {
  if (error instanceof QueueFullError) return 'queue-full';
  return error instanceof ModelUnavailableError ? 'model-failed' : undefined;
}
