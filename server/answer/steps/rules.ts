import type { Block, Network } from '../../contract.ts';
import { wholeOf, type AboutQuestion, type Draft, type Tools } from '../draft.ts';
import type { Found } from '../step.ts';

/** Open questions named per route; the guided check asks the rest. */
const OPEN_QUESTIONS = 2;

/**
 * What the rule check makes of the facts that were told: of all routes where the asker's situation is what it is about, else
 * of the routes that the question names. Only where a fact was stated, and never silently assumed. Of a network the plan is
 * offered, also where the sources do not answer.
 */
export function rules(draft: Draft, tools: Tools): Found<'rules'> {
  const about = tools.rules?.aboutQuestion(wholeOf(draft).question.standalone, draft.request.asOf);
  if (!about) return { step: 'rules', understood: [], routes: [] };
  const { routes, understood, link } = about;
  draft.routes = routes;
  const plan = tools.rules?.networkIn?.(draft.request.question);
  if (draft.situation) {
    draft.blocks.push(situationBlock(draft.situation, plan));
  } else if (plan || (!draft.refused && understood.length > 0)) {
    draft.blocks.push({ type: 'situation', understood: understood.map(({ label }) => label), link, ...(plan && { plan }) });
    if (!draft.refused) for (const route of routes) draft.blocks.push({ type: 'route', ...route, open: openQuestions(about, route.id) });
  }
  return {
    step: 'rules',
    understood: understood.map(({ factId, value }) => ({ factId, value })),
    routes: routes.map(({ id, status }) => ({ id, status, open: (about.missingByRoute[id] ?? []).map(({ factId }) => factId) })),
  };
}

function situationBlock({ understood, link, routes, ask }: NonNullable<Draft['situation']>, plan: Network | undefined): Block {
  return { type: 'situation', understood: understood.map(({ label }) => `${label}.`), facts: understood, link, routes, ...(ask && { ask }), ...(plan && { plan }) };
}

function openQuestions({ missingByRoute }: AboutQuestion, routeId: string): string[] {
  return (missingByRoute[routeId] ?? []).slice(0, OPEN_QUESTIONS).map(({ question }) => question);
}
