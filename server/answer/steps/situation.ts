import type { Draft, Tools } from '../draft.ts';
import type { Found } from '../step.ts';

/**
 * What the rules make of the asker's own situation. Where that is what is asked the answer is never refused: what the rules
 * decide needs no sentence that answers.
 */
export function situation(draft: Draft, { rules }: Tools): Found<'situation'> {
  const about = rules?.aboutSituation?.(draft.request);
  if (!about) return { step: 'situation', leads: false, understood: [], routes: [] };
  draft.about = about;
  draft.onlySituation = about.isReply;
  return {
    step: 'situation',
    leads: about.leads,
    understood: about.understood.map(({ factId, value, from }) => ({ factId, value, from })),
    routes: about.routes.map(({ id, status }) => ({ id, status })),
    ...(about.ask && { ask: about.ask.factId }),
  };
}
