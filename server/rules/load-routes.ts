import { checkCondition, checkLogic, checkPeriods } from './check-logic.ts';
import { reportRepeated } from './check-references.ts';
import type { QuoteFinder } from './quote-finder.ts';
import type { RuleForms } from './rule-files.ts';
import type { Remark, Route } from './rule-set.ts';
import type { DataPath } from '../text/yaml-file.ts';

/** The routes in the order in which they are shown, each checked, with its share of the common warnings. */
export function loadRoutes(forms: RuleForms, quotes: QuoteFinder): Route[] {
  const common = loadCommonWarnings(forms, quotes);
  return forms.routes.map(({ file, route: form }, index) => {
    const report = (path: DataPath, reason: string): void => file.report(path, reason);
    const expectedId = /([^/]+)\.yaml$/.exec(file.name)?.[1];
    if (form.id !== expectedId) report(['id'], `de id "${form.id}" past niet bij de bestandsnaam; schrijf "${expectedId}"`);
    if (forms.routes.findIndex(({ route }) => route.title === form.title) < index) {
      report(['title'], `een andere route heet ook "${form.title}"`);
    }
    checkPeriods(form.periods, report);
    const parts = ['conditions', 'warnings', 'nextSteps'] as const;
    const known = parts.flatMap((part) => {
      reportRepeated(file, [part], form[part].map(({ id }) => id));
      return form[part].map(
        ({ when }, at) => when === undefined || checkCondition(when, forms.facts, [part, at, 'when'], report),
      );
    });
    const mine = common.filter(({ routes }) => routes.includes(form.id));
    form.warnings.forEach(({ id }, at) => {
      if (mine.some(({ remark }) => remark.id === id)) report(['warnings', at, 'id'], `"${id}" staat ook in shared.yaml voor deze route`);
    });
    const loaded = {
      ...form,
      payment: quotes.find(file, ['payment'], form.payment),
      periods: quotes.findAll(file, ['periods'], form.periods),
      conditions: quotes.findAll(file, ['conditions'], form.conditions),
      warnings: [...quotes.findAll(file, ['warnings'], form.warnings), ...mine.map(({ remark }) => remark)],
      nextSteps: quotes.findAll(file, ['nextSteps'], form.nextSteps),
    };
    if (known.every(Boolean) && mine.every((warning) => warning.known)) {
      checkLogic(loaded, forms.facts, ([part, at, ...rest], reason) => {
        const shared = part === 'warnings' ? mine[Number(at) - form.warnings.length] : undefined;
        if (shared === undefined) report([part ?? '', at ?? 0, ...rest], reason);
        else forms.files.shared.report(['warnings', shared.index, ...rest], `bij route ${form.id}: ${reason}`);
      });
    }
    return loaded;
  });
}

interface CommonWarning {
  /** Place in `shared.yaml`. */
  index: number;
  routes: string[];
  remark: Remark;
  /** False when its condition names something unknown. */
  known: boolean;
}

function loadCommonWarnings({ files: { shared: file }, shared, order, facts }: RuleForms, quotes: QuoteFinder): CommonWarning[] {
  reportRepeated(file, ['warnings'], shared.warnings.map(({ id }) => id));
  return shared.warnings.map((warning, index) => {
    const path = ['warnings', index];
    for (const id of warning.routes.filter((id) => !order.routes.includes(id))) {
      file.report([...path, 'routes'], `onbekende route "${id}"; de routes staan in rules.yaml`);
    }
    const { routes, ...remark } = quotes.find(file, path, warning);
    const report = (at: DataPath, reason: string): void => file.report(at, reason);
    const known = remark.when === undefined || checkCondition(remark.when, facts, [...path, 'when'], report);
    return { index, routes, remark, known };
  });
}
