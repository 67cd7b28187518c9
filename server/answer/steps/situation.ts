import { wholeOf, type Draft, type Tools } from '../draft.ts';
import type { Found } from '../step.ts';

/**
 * What the rules make of the asker's own situation. Where that is what is asked the answer is never refused: what the rules
 * decide needs no sentence that answers.
 */
export function situation(draft: Draft, { rules }: Tools): Found<'situation'> {
  const { question } = wholeOf(draft);
  const about = rules?.aboutSituation?.({ ...draft.request, language: question.profile.language });
  if (!rules || !about) return { step: 'situation', leads: false, understood: [], routes: [] };
  // "Mag ik als fysiotherapeut PGAZ declareren?" is answered about PGAZ, whatever else pays.
  const named = question.profile.asksFor.has('yes-no') ? rules.routesInQuestion(question.standalone) : [];
  const isOther = about.leads && !about.isReply && named.length > 0 && !named.some((id) => id === about.lead.routeId);
  // Who tells which professions work together asks for them, and is asked back what is missing.
  const isNetwork = about.isBeside === true && rules.networkIn?.(question.standalone) !== undefined;
  draft.about = { ...about, leads: (about.leads && !isOther) || isNetwork, isBeside: (about.isBeside === true && !isNetwork) || isOther };
  draft.onlySituation = about.isReply;
  return {
    step: 'situation',
    leads: draft.about.leads,
    understood: about.understood.map(({ factId, value, from }) => ({ factId, value, from })),
    routes: about.routes.map(({ id, status }) => ({ id, status })),
    ...(about.ask && { ask: about.ask.factId }),
  };
}
