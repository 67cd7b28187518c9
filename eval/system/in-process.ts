import type { Config } from '../../server/runtime/config.ts';
import type { DocumentDetail } from '../../server/contract.ts';
import { summaryOf } from '../../server/corpus/document-summary.ts';
import { loadEngine, loadModels, type Engine, type Models } from '../../server/assistant/engine.ts';
import { Metrics } from '../../server/runtime/metrics.ts';
import type { Services } from '../../server/assistant/services.ts';
import { CachedEncoder } from '../baselines/cached-encoder.ts';
import type { System } from './system.ts';

/** The assistant in this process, with what other systems and indexes can be built from. */
export interface InProcess {
  system: System;
  /** The same models without any memory: for measuring time. */
  timed: System;
  encoder: CachedEncoder;
  engine: Engine;
  /** The same models over another index. @throws IndexUnusableError */
  withIndex: (indexDir: string) => Promise<System>;
  /** The same models and index, as if nobody had written questions about this document. */
  without: (documentId: string) => Promise<System>;
}

/**
 * Loads model, index and rules as the server does; encodings that were computed before are kept.
 * @throws AppError with a Dutch message
 */
export async function loadInProcess(config: Config): Promise<InProcess> {
  const models = await loadModels(config);
  const encoder = new CachedEncoder(models.encoder);
  const cached: Models = { ...models, encoder };
  const metrics = new Metrics();
  const engine = await loadEngine(config.indexDir, cached, metrics);
  const plain = await loadEngine(config.indexDir, models, metrics);
  return {
    system: systemOf(servicesOf(engine)),
    timed: systemOf(servicesOf(plain)),
    encoder,
    engine,
    without: async (documentId) =>
      systemOf(servicesOf(await loadEngine(config.indexDir, cached, metrics, { leftOut: { document: documentId } }))),
    withIndex: async (indexDir) => systemOf(servicesOf(await loadEngine(indexDir, cached, metrics))),
  };
}

function servicesOf({ answerer, searcher, index, ruleCheck }: Engine): Services {
  return {
    assistant: {
      ask: (request, options) => answerer.ask(request, options),
      search: ({ query, limit }) => searcher.search(query, limit),
    },
    documents: {
      list: () => [...index.documents.values()].map(summaryOf),
      get(id) {
        const document = index.documents.get(id);
        if (!document) return undefined;
        const { text, pageStarts, blocks } = document;
        return { ...summaryOf(document), text, pageStarts, blocks };
      },
    },
    rules: ruleCheck,
  };
}

/** Services of a server as a system. */
export function systemOf({ assistant, documents, rules, close }: Services, name = 'de assistent in dit proces'): System {
  return {
    name,
    documents: () =>
      Promise.resolve(documents.list().map(({ id }) => documents.get(id)).filter((found): found is DocumentDetail => found !== undefined)),
    async ask(request, { signal }) {
      let confidence: number | undefined;
      const { trace, ...answer } = await assistant.ask({ ...request, explain: true }, { signal, onConfidence: (value) => (confidence = value) });
      const nearest = trace?.flatMap((entry) => (entry.step === 'search' ? (entry.found[0]?.knownQuestions?.nearest ?? []) : []))[0];
      return { answer, ...(confidence !== undefined && { confidence }), ...(nearest !== undefined && { nearest }) };
    },
    search: (query, limit, { signal }) => assistant.search({ query, limit }, signal),
    ...(rules && {
      rules: {
        describe: () => Promise.resolve(rules.describe()),
        check: (facts, asOf) => Promise.resolve().then(() => rules.check(facts, asOf)),
      },
    }),
    close: async () => close?.(),
  };
}
