import { BadInputError } from '../../errors.ts';
import { refusePatientData } from '../../privacy/patient-data.ts';
import { icon } from '../../views/icons.ts';
import { check, fill } from '../../views/labels.ts';
import type { Horizon } from '../../views/lookup-parts.ts';
import { divisionRequest, sharesOf } from '../../views/plan-division.ts';
import { readPlanForm } from '../../views/plan-form.ts';
import { emptyPlanState, parsePlanState, planRequest, withMembers, type PlanState } from '../../views/plan-state.ts';
import type { PlanDivision } from '../../views/plan-view-input.ts';
import { planView } from '../../views/plan-view.ts';
import { planWords } from '../../views/plan-words.ts';
import { h } from '../../views/view.ts';
import { plainLinks, scriptLinks } from '../../views/view-links.ts';
import type { Planner, RuleCheck } from '../../assistant/services.ts';
import { renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

export interface PlanPages {
  planner: Planner;
  rules: RuleCheck;
  horizon: Horizon;
}

interface Filled {
  state: PlanState;
  text?: string;
  problem?: string | undefined;
}

/** `/plan`, with what stands in the query filled in; with scripts the page takes it from the fragment. */
export function planPage(pages: PlanPages, query: string, files: WebFiles): string {
  return render(pages, { state: query === '' ? emptyPlanState : parsePlanState(query) }, files, ['plan.js']).html;
}

/** `/plan` after a button without scripts. Nothing that was typed is lost, also where it is refused. */
export function planStepPage(pages: PlanPages, form: URLSearchParams, files: WebFiles): { status: number; html: string } {
  const { state, text } = readPlanForm(form);
  return render(pages, text === '' ? { state } : readText(pages.planner, state, text), files, []);
}

function readText(planner: Planner, state: PlanState, text: string): Filled {
  const refused = attempt(() => refusePatientData(text));
  if (refused !== undefined) return { state, text, ...refused };
  const { participants, unread } = planner.readParticipants(text.slice(0, 1000));
  const read = withMembers(state, participants);
  if (unread.length > 0) return { state: read, text: unread.join(', '), problem: fill(planWords.unread, { names: unread.map((name) => `“${name}”`).join(', ') }) };
  return participants.length === 0 ? { state, text, problem: planWords.nothingRead } : { state: read };
}

function render({ planner, rules, horizon }: PlanPages, { state, text = '', problem }: Filled, files: WebFiles, scripts: string[]): { status: number; html: string } {
  const { facts } = rules.describe();
  const made = state.members.length === 0 ? undefined : attempt(() => {
    const request = planRequest(state);
    if ('problem' in request) return request;
    refusePatientData(...request.participants.map(({ name }) => name));
    return planner.plan(request);
  });
  const result = made !== undefined && !('problem' in made) ? made : undefined;
  const wrong = problem ?? (made !== undefined && 'problem' in made ? made.problem : undefined);
  const view = planView({ state, facts, text, problem: wrong, result, division: divide(rules, state), horizon, links: scripts.length === 0 ? plainLinks : scriptLinks });
  const content = h('div', { class: 'plan' },
    h('header', { class: 'check-head plan-head' },
      h('h1', {}, planWords.title),
      h('p', { class: 'lead' }, planWords.intro),
      h('p', { class: 'computer' }, icon('info'), h('span', {}, check.noModel))),
    h('div', { id: 'plan-app', class: 'check-app', 'data-newest': horizon.newest }, view));
  const html = renderPage({ title: planWords.title, path: '/plan', content, scripts, kind: 'check', description: planWords.intro, canonical: '/plan' }, files);
  return { status: wrong === undefined ? 200 : 400, html };
}

function divide(rules: RuleCheck, state: PlanState): PlanDivision | undefined {
  const request = divisionRequest(state, sharesOf(state, rules.describe().facts));
  if (request === undefined || 'problem' in request) return request;
  return attempt(() => ({ request, result: rules.allocate(request) }));
}

/** What somebody can put right is told on the page; other faults go on. */
function attempt<Made>(make: () => Made): Made | { problem: string } {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return { problem: error.message };
  }
}
