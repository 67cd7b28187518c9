import type { CheckResult, RouteResult } from '../contract.ts';
import { check, fill } from './labels.ts';
import { statusWords } from './route-view.ts';
import { h, type ViewNode } from './view.ts';

type Standing = Pick<RouteResult, 'status' | 'because'>;

export interface Effect {
  answer: string;
  changes: { route: string; before: Standing; after: Standing }[];
}

/** Standings that differ between two results. */
export function changesBetween(before: CheckResult, after: CheckResult): Effect['changes'] {
  return after.routes.flatMap((route) => {
    const old = before.routes.find(({ id }) => id === route.id);
    if (old === undefined || (old.status === route.status && old.because === route.because)) return [];
    return [{ route: route.title, before: standingOf(old), after: standingOf(route) }];
  });
}

const standingOf = ({ status, because }: RouteResult): Standing => ({ status, ...(because && { because }) });

/** "Antwoordt u …? PGAZ: Nog onbekend wordt Past." for each possible answer. */
export function effectView(effects: readonly Effect[]): ViewNode[] {
  return effects.map(({ answer, changes }) =>
    h('div', { class: 'effect-answer' },
      h('p', {}, h('strong', {}, fill(check.ifAnswer, { answer }))),
      changes.length === 0
        ? h('p', {}, check.noChange)
        : h('ul', {}, changes.map(({ route, before, after }) => h('li', {}, fill(check.becomes, { route, before: statusWords(before).name, after: statusWords(after).name }))))),
  );
}
