import { createAssistant } from '../../server/assistant.ts';
import type { Config } from '../../server/config.ts';
import type { DocumentDetail } from '../../server/contract.ts';
import { createLogger } from '../../server/logger.ts';
import { Metrics } from '../../server/metrics.ts';
import type { Services } from '../../server/services.ts';
import type { Subject } from './subject.ts';

/** Loads index, models and rules as the server does. @throws AppError with a Dutch message */
export async function loadInProcess(config: Config): Promise<Subject> {
  return subjectOf(await createAssistant(config, createLogger('error'), new Metrics()));
}

/** The services of a server as a subject. */
export function subjectOf({ assistant, documents, rules, close }: Services, name = 'de assistent in dit proces'): Subject {
  return {
    name,
    documents: () =>
      Promise.resolve(documents.list().map(({ id }) => documents.get(id)).filter((found): found is DocumentDetail => found !== undefined)),
    async ask(request, signal) {
      let confidence: number | undefined;
      const answer = await assistant.ask(request, { signal, onConfidence: (value) => (confidence = value) });
      return confidence === undefined ? { answer } : { answer, confidence };
    },
    search: (query, limit, signal) => assistant.search({ query, limit }, signal),
    ...(rules && {
      rules: {
        describe: () => Promise.resolve(rules.describe()),
        check: (facts, asOf) => Promise.resolve().then(() => rules.check(facts, asOf)),
      },
    }),
    close: async () => close?.(),
  };
}
