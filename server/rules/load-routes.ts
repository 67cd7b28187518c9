import type { CanonicalDocument } from '../corpus/document.ts';
import type { DataPath } from '../text/yaml-file.ts';
import { checkCondition, checkLogic, checkPeriods } from './check-logic.ts';
import { reportRepeated } from './check-references.ts';
import { locateQuotes, type Located } from './locate-quotes.ts';
import { readScenarios } from './read-scenarios.ts';
import type { RuleForms } from './rule-files.ts';
import type { Remark, Route } from './rule-set.ts';
import type { TextsForm } from './schema.ts';

const PARTS = ['conditions', 'warnings', 'nextSteps'] as const;

/** The routes in the order in which they are shown, each checked, with its share of the common warnings. */
export function loadRoutes(
  forms: RuleForms,
  commonWarnings: Located<TextsForm>['warnings'],
  documents: ReadonlyMap<string, CanonicalDocument>,
): Route[] {
  const common = checkCommonWarnings(forms, commonWarnings);
  return forms.routes.map(({ file, route: form }, index) => {
    const report = (path: DataPath, reason: string): void => file.report(path, reason);
    const fileId = file.name.replace(/\.yaml$/, '');
    if (form.id !== fileId) report(['id'], `de id "${form.id}" past niet bij de bestandsnaam; schrijf "${fileId}"`);
    const before = forms.routes.slice(0, index);
    if (before.some(({ route }) => route.title === form.title)) report(['title'], `een andere route heet ook "${form.title}"`);
    const sameOrder = before.find(({ route }) => route.order === form.order);
    if (sameOrder) report(['order'], `route ${sameOrder.route.id} heeft dezelfde volgorde (order: ${form.order}); kies een ander getal`);
    checkPeriods(form.periods, report);
    const known = PARTS.flatMap((part) => {
      reportRepeated(file, [part], form[part].map(({ id }) => id));
      return form[part].map(
        ({ when }, at) => when === undefined || checkCondition(when, forms.facts, [part, at, 'when'], report),
      );
    });
    const mine = common.filter(({ routes }) => routes.includes(form.id));
    form.warnings.forEach(({ id }, at) => {
      if (mine.some(({ remark }) => remark.id === id)) report(['warnings', at, 'id'], `"${id}" staat ook in common/texts.yaml voor deze route`);
    });
    const located = locateQuotes(file, form, documents);
    const route = { ...located, warnings: [...located.warnings, ...mine.map(({ remark }) => remark)] };
    const scenarios = readScenarios(file, form, route, forms);
    if (known.every(Boolean) && mine.every((warning) => warning.known)) {
      checkLogic({ ...route, scenarios }, forms.facts, ([part, at, ...rest], reason) => {
        const shared = part === 'warnings' ? mine[Number(at) - form.warnings.length] : undefined;
        if (shared === undefined) report([part ?? '', at ?? 0, ...rest], reason);
        else forms.files.texts.report(['warnings', shared.index, ...rest], `bij route ${form.id}: ${reason}`);
      });
    }
    return { ...route, scenarios };
  });
}

interface CommonWarning {
  /** Place in `common/texts.yaml`. */
  index: number;
  routes: string[];
  remark: Remark;
  /** False when its condition names something unknown. */
  known: boolean;
}

function checkCommonWarnings({ files: { texts: file }, routes, facts }: RuleForms, warnings: Located<TextsForm>['warnings']): CommonWarning[] {
  reportRepeated(file, ['warnings'], warnings.map(({ id }) => id));
  return warnings.map(({ routes: named, ...remark }, index) => {
    const path = ['warnings', index];
    for (const id of named.filter((id) => !routes.some(({ route }) => route.id === id))) {
      file.report([...path, 'routes'], `onbekende route "${id}"`);
    }
    const report = (at: DataPath, reason: string): void => file.report(at, reason);
    const known = remark.when === undefined || checkCondition(remark.when, facts, [...path, 'when'], report);
    return { index, routes: named, remark, known };
  });
}
