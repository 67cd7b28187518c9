import type { Config } from '../runtime/config.ts';
import type { Logger } from '../runtime/logger.ts';
import type { FallbackReason, Metrics } from '../runtime/metrics.ts';
import { ModelQueue } from './queue.ts';
import { QueuedEncoder } from './queued-encoder.ts';
import type { Services } from './services.ts';
import { Current } from './current.ts';
import { loadEngine, loadModels } from './engine.ts';
import { WordsOnlyTurns } from './words-only-turns.ts';
import { watchIndex } from '../search/watch-index.ts';
import { ModelUnavailableError, QueueFullError } from '../errors.ts';
import { summaryOf } from '../corpus/document-summary.ts';
import type { AnswerOptions } from './worded-answerer.ts';

/**
 * Loads models, index and rules and keeps them together: every request works on one engine
 * from start to end, and a new index takes over between requests.
 * @throws IndexUnusableError and other AppErrors whose Dutch message says what to do; main prints it and ends the start.
 */
export async function createAssistant(config: Config, logger: Logger, metrics: Metrics): Promise<Services> {
  const { encoder, maps, writer, problem } = await loadModels(config);
  if (problem !== undefined) logger.warn({ problem }, 'learned maps are left out');
  const queue = new ModelQueue({ depth: config.queueDepth, onDepth: (waiting) => metrics.queueDepthChanged(waiting) });
  const models = { encoder: new QueuedEncoder(encoder, queue), ...(maps && { maps }), ...(writer && { writer }) };
  const current = new Current(await loadEngine(config.indexDir, models, metrics));
  const { version, vectorKind } = current.value.index;
  logger.info({ version, vectors: vectorKind }, 'index loaded');
  if (vectorKind === 'exact') logger.warn('hnswlib-node is not installed or not compiled: vectors are compared one by one (exact)');
  const stopWatching = watchIndex(config.indexDir, version, async () => {
    try {
      const next = await loadEngine(config.indexDir, models, metrics);
      await current.replace(next);
      logger.info({ version: next.index.version }, 'new index taken into use');
      return next.index.version;
    } catch (err) {
      logger.error({ err }, 'new index refused; the last good one keeps serving');
      return undefined;
    }
  });

  const wordsOnlyTurns = new WordsOnlyTurns();

  return {
    assistant: {
      search: ({ query, limit }, signal) =>
        current.use(async ({ searcher }) => {
          const started = performance.now();
          try {
            return await searcher.search(query, limit, signal);
          } catch (error) {
            const reason = whyWithoutModel(error);
            if (reason === undefined) throw error;
            metrics.fellBack(reason);
            return await wordsOnlyTurns.run(() => searcher.searchLexically(query, limit), false, signal);
          } finally {
            metrics.stageFinished('search', (performance.now() - started) / 1000);
          }
        }),
      ask: async (request, options = {}) => {
        const { explain, ...question } = request;
        const observed: AnswerOptions = {
          ...options,
          pace: (work, begun) => wordsOnlyTurns.run(work, begun, options.signal),
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
    ...(problem !== undefined && { warnings: [problem] }),
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
