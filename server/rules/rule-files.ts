import { RulesError } from './rule-faults.ts';
import type { FileFault } from '../text/file-fault.ts';
import * as form from './schema.ts';
import { YamlFile } from '../text/yaml-file.ts';

export interface RuleFiles {
  order: YamlFile;
  facts: YamlFile;
  shared: YamlFile;
  definitions: YamlFile;
  pitfalls: YamlFile;
  catalogue: YamlFile;
  allocation: YamlFile;
}

/** The rule files as they stand there: the right form, not yet checked against each other or the documents. */
export interface RuleForms {
  files: RuleFiles;
  order: form.OrderForm;
  facts: form.FactForm[];
  shared: form.SharedForm;
  definitions: form.DefinitionsForm;
  pitfalls: form.PitfallsForm;
  catalogue: form.CatalogueForm;
  allocation: form.AllocationForm;
  routes: { file: YamlFile; route: form.RouteForm }[];
}

/** @throws RulesError when a file is missing, is no YAML or has another form; all faults of all files at once */
export function readRuleFiles(rulesDir: string, faults: FileFault[]): RuleForms {
  const open = (name: string): YamlFile => new YamlFile(rulesDir, name, faults);
  const files: RuleFiles = {
    order: open('rules.yaml'),
    facts: open('facts.yaml'),
    shared: open('shared.yaml'),
    definitions: open('definitions.yaml'),
    pitfalls: open('pitfalls.yaml'),
    catalogue: open('catalogue.yaml'),
    allocation: open('allocation.yaml'),
  };
  const order = files.order.read(form.OrderForm);
  const facts = files.facts.read(form.FactsForm);
  const shared = files.shared.read(form.SharedForm);
  const definitions = files.definitions.read(form.DefinitionsForm);
  const pitfalls = files.pitfalls.read(form.PitfallsForm);
  const catalogue = files.catalogue.read(form.CatalogueForm);
  const allocation = files.allocation.read(form.AllocationForm);
  const routes = [...new Set(order?.routes)].flatMap((id) => {
    const file = open(`routes/${id}.yaml`);
    const route = file.read(form.RouteForm);
    return route === undefined ? [] : [{ file, route }];
  });
  if (!order || !facts || !shared || !definitions || !pitfalls || !catalogue || !allocation || faults.length > 0) {
    throw new RulesError(faults);
  }
  return { files, order, facts, shared, definitions, pitfalls, catalogue, allocation, routes };
}
