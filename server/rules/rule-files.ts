import { readdirSync } from 'node:fs';
import type { FileFault } from '../text/file-fault.ts';
import { YamlFile } from '../text/yaml-file.ts';
import { RulesError } from './rule-faults.ts';
import * as form from './schema.ts';

/** The rule files as they stand there: the right form, not yet checked against each other or the documents. */
export interface RuleForms {
  files: Record<'facts' | 'texts', YamlFile>;
  facts: form.FactForm[];
  texts: form.TextsForm;
  situations: form.SituationsForm;
  /** In the order in which people see them. */
  routes: { file: YamlFile; route: form.RouteForm }[];
}

/** @throws RulesError when a file is missing, is no YAML or has another form; all faults of all files at once */
export function readRuleFiles(rulesDir: string, faults: FileFault[]): RuleForms {
  const open = (name: string): YamlFile => new YamlFile(rulesDir, name, faults);
  const files = { facts: open('common/facts.yaml'), texts: open('common/texts.yaml') };
  const facts = files.facts.read(form.FactsForm);
  const texts = files.texts.read(form.TextsForm);
  const situations = open('common/situations.yaml').read(form.SituationsForm);
  const routes = routeFiles(rulesDir).flatMap((name) => {
    const file = open(name);
    const route = file.read(form.RouteForm);
    return route === undefined ? [] : [{ file, route }];
  });
  if (!facts || !texts || !situations || faults.length > 0) throw new RulesError(faults);
  return { files, facts, texts, situations, routes: routes.sort((a, b) => a.route.order - b.route.order) };
}

function routeFiles(rulesDir: string): string[] {
  try {
    return readdirSync(rulesDir).filter((name) => name.endsWith('.yaml')).sort();
  } catch {
    // A missing folder shows as missing common files.
    return [];
  }
}
