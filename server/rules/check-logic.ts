import type { Condition } from './condition.ts';
import { outcomesOf } from './decision-diagram.ts';
import { phasesOf, nextDay } from './period.ts';
import { outcomesWhenKnown, RouteDiagrams } from './route-diagram.ts';
import type { Fact, Route } from './rule-set.ts';
import type { DataPath } from '../text/yaml-file.ts';

type Report = (path: DataPath, reason: string) => void;

/** Unknown facts and impossible values in a condition; true when there are none. */
export function checkCondition(condition: Condition, facts: readonly Fact[], path: DataPath, report: Report): boolean {
  if ('fact' in condition) {
    const fact = facts.find(({ id }) => id === condition.fact);
    if (fact === undefined) {
      report([...path, 'fact'], `onbekend feit "${condition.fact}"; de feiten staan in facts.yaml`);
      return false;
    }
    const allowed = fact.answers.map(({ value }) => value);
    const key = 'is' in condition ? 'is' : 'in';
    const values = 'is' in condition ? [condition.is] : condition.in;
    const strange = values.filter((value) => !allowed.includes(value));
    if (strange.length > 0) {
      report([...path, key], `"${fact.id}" kan niet ${strange.map(String).join(', ')} zijn; kies uit ${allowed.map(String).join(', ')}`);
    }
    if (new Set(values).size < values.length) report([...path, key], 'dezelfde waarde staat er twee keer');
    return strange.length === 0;
  }
  const [key, parts]: [string, Condition[]] =
    'all' in condition
      ? ['all', condition.all]
      : 'any' in condition
        ? ['any', condition.any]
        : 'not' in condition
          ? ['not', [condition.not]]
          : ['certain', [condition.certain]];
  const isList = key === 'all' || key === 'any';
  return parts
    .map((part, index) => checkCondition(part, facts, isList ? [...path, key, index] : [...path, key], report))
    .every(Boolean);
}

/** Conditions that can never hold or never fail, alone or beside the others of their route, or that say the same. */
export function checkLogic(route: Route, facts: readonly Fact[], report: Report): void {
  const diagrams = new RouteDiagrams(facts);
  const seen = new Map<number, string>();
  route.conditions.forEach((condition, index) => {
    const path = ['conditions', index, 'when'];
    const diagram = diagrams.condition(condition.when);
    const same = seen.get(diagram.id);
    seen.set(diagram.id, condition.id);
    if (same !== undefined) return report(path, `deze voorwaarde zegt hetzelfde als "${same}"; elke uitkomst staat er één keer`);
    const alone = outcomesWhenKnown(diagram);
    if (!alone.has('true')) return report(path, 'deze voorwaarde kan nooit waar zijn');
    if (!alone.has('false')) return report(path, 'deze voorwaarde kan nooit onwaar zijn');
    const others = route.conditions.filter((other) => other !== condition && other.kind === 'situatie').map(({ when }) => when);
    if (!outcomesWhenKnown(diagrams.all([...others, condition.when])).has('true')) {
      return report(path, 'deze voorwaarde kan nooit waar zijn als aan de voorwaarden over de situatie is voldaan');
    }
    if (!outcomesWhenKnown(diagrams.all([...others, { not: condition.when }])).has('true')) {
      return report(path, 'deze voorwaarde kan nooit onwaar zijn als aan de andere voorwaarden over de situatie is voldaan; haal haar weg');
    }
  });
  checkRemarks(route, diagrams, report);
}

/** Remarks that can never be shown, or whose condition or status makes no difference. */
function checkRemarks(route: Route, diagrams: RouteDiagrams, report: Report): void {
  const statuses = phasesOf(route.periods).map(({ kind }) => diagrams.route(route.conditions, kind));
  for (const part of ['warnings', 'nextSteps'] as const) {
    route[part].forEach((remark, index) => {
      const when = remark.when === undefined ? undefined : diagrams.condition(remark.when);
      const truths = when === undefined ? undefined : outcomesOf(when);
      if (truths?.has('true') === false) report([part, index, 'when'], 'deze voorwaarde kan nooit waar zijn');
      if (truths?.has('true') && truths.size === 1) {
        report([part, index, 'when'], 'deze voorwaarde kan nooit onwaar zijn; haal haar weg');
      }
      const shownAt = new Set(statuses.flatMap((status) => [...outcomesOf(diagrams.given(status, when))]));
      const listed = remark.statuses ?? [];
      for (const status of listed.filter((status) => !shownAt.has(status))) {
        const why = when === undefined ? 'deze route krijgt nooit' : 'met deze voorwaarde (when) krijgt deze route nooit';
        report([part, index, 'statuses'], `${why} de status "${status}"`);
      }
      if (new Set(listed).size < listed.length) report([part, index, 'statuses'], 'dezelfde status staat er twee keer');
    });
  }
}

/** Periods follow each other day by day: no overlap, no gap. */
export function checkPeriods(periods: readonly { from?: string | undefined; to?: string | undefined }[], report: Report): void {
  periods.slice(1).forEach((period, index) => {
    const before = periods[index];
    const path = ['periods', index + 1];
    if (before?.to === undefined) return report(['periods', index], 'deze periode heeft een einde (to) nodig, want er volgt nog een periode');
    if (period.from === undefined) return report(path, 'deze periode heeft een begin (from) nodig, want er ligt een periode voor');
    if (period.from <= before.to) return report([...path, 'from'], `deze periode overlapt met de vorige, die tot en met ${before.to} duurt`);
    if (period.from !== nextDay(before.to)) {
      return report([...path, 'from'], `tussen ${before.to} en ${period.from} is niets bepaald; sluit aan op ${nextDay(before.to)}`);
    }
  });
}
