import type { Services } from '../assistant/services.ts';
import type { GapCounts } from './gap-counts.ts';

/** The same services; what the assistant could not answer is counted, and a fault in counting costs nobody an answer. */
export function withGapCounts(services: Services, gaps: Pick<GapCounts, 'note'>): Services {
  const { assistant } = services;
  const counted: Services['assistant'] = {
    search: (request, signal) => assistant.search(request, signal),
    ask: async (request, options) => {
      const answer = await assistant.ask(request, options);
      void gaps.note(answer).catch(() => undefined);
      return answer;
    },
  };
  // Not a copy: rules and routes are read anew from each index.
  return Object.create(services, { assistant: { value: counted, enumerable: true } }) as Services;
}
