import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { ModelQueue } from './queue.ts';
import type { Services } from './services.ts';
import { loadEngine, loadModels, type Engine } from './engine.ts';
import { watchIndex } from './retrieval/watch-index.ts';
import { ModelUnavailableError, QueueFullError } from './errors.ts';
import { summaryOf } from './corpus/document-summary.ts';

/**
 * Loads models, index and rules and keeps them together: every request works on one engine
 * from start to end, and a new index takes over between requests.
 * @throws IndexUnusableError and other AppErrors whose Dutch message says what to do; main prints it and ends the start.
 */
export async function createAssistant(config: Config, logger: Logger, metrics: Metrics): Promise<Services> {
  const models = await loadModels(config);
  if (!models.answerModel) metrics.fellBack('model-off');
  let engine: Engine = await loadEngine(config.indexDir, models, metrics);
  logger.info({ version: engine.index.version, vectors: engine.index.vectorKind }, 'index loaded');
  if (engine.index.vectorKind === 'exact') logger.warn('hnswlib-node is not installed or not compiled: vectors are compared one by one (exact)');
  const queue = new ModelQueue({ depth: config.queueDepth, onDepth: (waiting) => metrics.queueDepthChanged(waiting) });
  const stopWatching = watchIndex(config.indexDir, engine.index.version, async () => {
    try {
      engine = await loadEngine(config.indexDir, models, metrics);
      logger.info({ version: engine.index.version }, 'new index taken into use');
      return engine.index.version;
    } catch (err) {
      logger.error({ err }, 'new index refused; the last good one keeps serving');
      return undefined;
    }
  });

  // Answers by words alone are computed at once, a model's in many small steps. Served as they come, a crowd would fill every
  // turn of the event loop and whoever stands in line for the model would wait for ever: so they take turns.
  const wordsOnly = new ModelQueue({ depth: Infinity });

  /** With the models when there is room, else by words alone. */
  async function withModels<T>(work: () => Promise<T>, withoutModels: () => T | Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await queue.run(work, signal);
    } catch (error) {
      if (error instanceof ModelUnavailableError) metrics.fellBack('model-failed');
      else if (error instanceof QueueFullError) metrics.fellBack('queue-full');
      else throw error;
      return wordsOnly.run(async () => {
        await nextTurn();
        return withoutModels();
      }, signal);
    }
  }

  return {
    assistant: {
      search: ({ query, limit }, signal) => {
        const { searcher } = engine;
        const started = performance.now();
        return withModels(
          () => searcher.search(query, limit),
          () => searcher.searchLexically(query, limit),
          signal,
        ).finally(() => metrics.stageFinished('search', (performance.now() - started) / 1000));
      },
      ask: async (request, options = {}) => {
        const { answerer } = engine;
        const observed = {
          ...options,
          onStage: (stage: string, durationMs: number) => {
            metrics.stageFinished(stage, durationMs / 1000);
            options.onStage?.(stage, durationMs);
          },
        };
        const answer = await withModels(
          () => answerer.ask(request, observed),
          () => answerer.askLexically(request, observed),
          options.signal,
        );
        metrics.answered(answer);
        return answer;
      },
    },
    documents: {
      list: () => [...engine.index.documents.values()].map(summaryOf),
      get: (id) => {
        const document = engine.index.documents.get(id);
        return document && { ...summaryOf(document), text: document.text, pageStarts: document.pageStarts, blocks: document.blocks };
      },
    },
    get rules() {
      return engine.ruleCheck;
    },
    close: () => Promise.resolve(stopWatching()),
  };
}
