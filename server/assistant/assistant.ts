import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Config } from '../runtime/config.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Metrics } from '../runtime/metrics.ts';
import { ModelQueue } from './queue.ts';
import type { Services } from './services.ts';
import { Current } from './current.ts';
import { loadEngine, loadModels } from './engine.ts';
import { watchIndex } from '../search/watch-index.ts';
import { ModelUnavailableError, QueueFullError } from '../errors.ts';
import { summaryOf } from '../corpus/document-summary.ts';

/**
 * A model answers in some twenty steps, one a turn of the event loop; an answer by words alone is computed at once. Served as
 * they come, a crowd of those would fill every turn, and who stands in line for the model would wait for ever. So they get
 * about as much time a turn as a step of the model takes (milliseconds).
 */
const WORDS_ONLY_SLICE_MS = 100;

/**
 * Loads models, index and rules and keeps them together: every request works on one engine
 * from start to end, and a new index takes over between requests.
 * @throws IndexUnusableError and other AppErrors whose Dutch message says what to do; main prints it and ends the start.
 */
export async function createAssistant(config: Config, logger: Logger, metrics: Metrics): Promise<Services> {
  const models = await loadModels(config);
  const current = new Current(await loadEngine(config.indexDir, models, metrics));
  const { version, vectorKind } = current.value.index;
  logger.info({ version, vectors: vectorKind }, 'index loaded');
  if (vectorKind === 'exact') logger.warn('hnswlib-node is not installed or not compiled: vectors are compared one by one (exact)');
  const queue = new ModelQueue({ depth: config.queueDepth, onDepth: (waiting) => metrics.queueDepthChanged(waiting) });
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

  const wordsOnly = new ModelQueue({ depth: Infinity });
  const yieldToModels = takeTurns(WORDS_ONLY_SLICE_MS);

  /** With the models when there is room, else by words alone. */
  async function withModels<T>(work: () => Promise<T>, withoutModels: (reason: 'queue-full' | 'model-failed') => T | Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await queue.run(work, signal);
    } catch (error) {
      if (!(error instanceof ModelUnavailableError || error instanceof QueueFullError)) throw error;
      const reason = error instanceof QueueFullError ? 'queue-full' : 'model-failed';
      return wordsOnly.run(async () => {
        await yieldToModels();
        metrics.fellBack(reason);
        return withoutModels(reason);
      }, signal);
    }
  }

  return {
    assistant: {
      search: ({ query, limit }, signal) => {
        const started = performance.now();
        const searched = current.use(({ searcher }) =>
          withModels(
            () => searcher.search(query, limit),
            () => searcher.searchLexically(query, limit),
            signal,
          ),
        );
        return searched.finally(() => metrics.stageFinished('search', (performance.now() - started) / 1000));
      },
      ask: async (request, options = {}) => {
        const observed = {
          ...options,
          onStage: (stage: string, durationMs: number) => {
            metrics.stageFinished(stage, durationMs / 1000);
            options.onStage?.(stage, durationMs);
          },
        };
        const answer = await current.use(({ answerer }) =>
          withModels(
            () => answerer.ask(request, observed),
            (reason) => answerer.askLexically(request, observed, reason),
            options.signal,
          ),
        );
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
    close: async () => {
      stopWatching();
      await current.close();
    },
  };
}

/** Waits for the next turn of the event loop once `sliceMs` have gone by since the last. */
function takeTurns(sliceMs: number): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await nextTurn();
    since = performance.now();
  };
}
