import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { carries, carriersOf } from './carriers.ts';
import type { Route, RuleSet } from './rule-set.ts';
import type * as form from './schema.ts';
import type { DataPath, YamlFile } from '../text/yaml-file.ts';

const notUsed = 'wordt nergens gebruikt';

/** Names that stand in a list more than once: an outcome defined twice. */
export function reportRepeated(file: YamlFile, path: DataPath, names: readonly string[]): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) file.report([...path, index], `"${name}" staat er twee keer`);
  });
}

/** Each fact and each of its values stands once. */
export function checkFacts(facts: readonly form.FactForm[], file: YamlFile): void {
  facts.forEach(({ id, answers }, index) => {
    if (facts.findIndex((fact) => fact.id === id) < index) file.report([index, 'id'], `het feit "${id}" staat er twee keer`);
    answers.forEach(({ value }, at) => {
      if (answers.findIndex((answer) => answer.value === value) < at) {
        file.report([index, 'answers', at, 'value'], `de waarde "${value}" staat er twee keer`);
      }
    });
  });
}

/** A route file that the list of routes forgets would silently not count. */
export function reportStrayRoutes(rulesDir: string, listed: readonly string[], file: YamlFile): void {
  let names: string[] = [];
  try {
    names = readdirSync(join(rulesDir, 'routes')).sort();
  } catch {
    // A missing folder shows as missing route files.
  }
  for (const name of names.filter((name) => name.endsWith('.yaml') && !listed.includes(name.slice(0, -5)))) {
    file.report(['routes'], `routes/${name} bestaat maar staat niet in deze lijst`);
  }
}

/** A question that changes nothing should not be asked. */
export function reportUnusedFacts(facts: readonly form.FactForm[], routes: readonly Route[], file: YamlFile): void {
  const used = JSON.stringify(routes.map(({ conditions }) => conditions.map(({ when }) => when)));
  facts.forEach(({ id }, index) => {
    if (!used.includes(`"fact":${JSON.stringify(id)}`)) file.report([index, 'id'], `het feit "${id}" ${notUsed} in een voorwaarde van een route`);
  });
}

/** Every pitfall is guarded against by a warning or next step, and every one that is named exists. */
export function checkPitfalls(pitfalls: form.PitfallsForm, routes: readonly Route[], file: YamlFile): void {
  const remarks = routes.flatMap(({ id: route, warnings, nextSteps }) => [...warnings, ...nextSteps].map((remark) => ({ route, remark })));
  pitfalls.forEach(({ id }, index) => {
    if (pitfalls.findIndex((other) => other.id === id) < index) file.report([index, 'id'], `"${id}" staat er twee keer`);
    if (!remarks.some(({ remark }) => remark.pitfalls.includes(id))) {
      file.report([index, 'id'], `geen waarschuwing of volgende stap noemt valkuil ${id} (pitfalls)`);
    }
  });
  for (const { route, remark } of remarks) {
    for (const id of remark.pitfalls.filter((id) => !pitfalls.some((known) => known.id === id))) {
      file.report([], `"${remark.id}" van route ${route} noemt valkuil ${id}, maar die staat niet in deze lijst`);
    }
  }
}

/** Every entry of the catalogue is carried by a text with its quote, or says why not; every reference exists. */
export function checkCatalogue(rules: Omit<RuleSet, 'sha256'>, entries: form.CatalogueForm, file: YamlFile): void {
  const carriers = carriersOf(rules);
  entries.forEach(({ id, unused }, index) => {
    const quotes = rules.catalogue[index]?.quotes ?? [];
    const users = carriers.filter(({ sourced }) => sourced.basis.includes(id));
    if (users.length === 0 && unused === undefined) file.report([index, 'id'], `"${id}" ${notUsed}; zeg bij unused waarom`);
    if (users.length > 0 && unused !== undefined) file.report([index, 'unused'], `"${id}" wordt wel gebruikt; haal unused weg`);
    for (const { where } of users.filter(({ sourced }) => !quotes.some((quote) => carries(sourced, quote)))) {
      file.report([index, 'id'], `"${id}" is een basis van "${where}", maar daar staat geen citaat van "${id}"`);
    }
  });
  const known = new Set(entries.map(({ id }) => id));
  for (const { where, sourced } of carriers) {
    for (const id of sourced.basis.filter((id) => !known.has(id))) {
      file.report([], `"${where}" noemt "${id}" als basis, maar dat staat niet in deze lijst`);
    }
  }
}
