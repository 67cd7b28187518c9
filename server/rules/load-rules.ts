import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CanonicalDocument } from '../corpus/document.ts';
import { carries, carriersOf } from './carriers.ts';
import { checkCondition, checkLogic, checkPeriods } from './check-logic.ts';
import { findQuote } from './find-quote.ts';
import type { Fact, Quote, Remark, Route, RuleSet, SourcedText, StatedFact } from './rule-set.ts';
import { RulesError, type RuleFault } from './rule-faults.ts';
import * as form from './schema.ts';
import { YamlFile, type DataPath } from './yaml-file.ts';

const notUsed = 'wordt nergens gebruikt';

/**
 * Reads and checks everything below `corpus/rules/` and finds every quote in its document.
 * @param rulesDir folder with `rules.yaml`, `facts.yaml`, `routes/` and the rest
 * @param documents canonical documents by id, as the index holds them
 * @throws RulesError with file, line and reason of every fault at once
 */
export function loadRules(rulesDir: string, documents: ReadonlyMap<string, CanonicalDocument>): RuleSet {
  const faults: RuleFault[] = [];
  const open = (name: string): YamlFile => new YamlFile(rulesDir, name, faults);
  const files = {
    order: open('rules.yaml'),
    facts: open('facts.yaml'),
    shared: open('shared.yaml'),
    definitions: open('definitions.yaml'),
    catalogue: open('catalogue.yaml'),
    allocation: open('allocation.yaml'),
    phrases: open('phrases.yaml'),
  };
  const order = files.order.read(form.OrderForm);
  const facts = files.facts.read(form.FactsForm);
  const shared = files.shared.read(form.SharedForm);
  const definitions = files.definitions.read(form.DefinitionsForm);
  const catalogue = files.catalogue.read(form.CatalogueForm);
  const allocation = files.allocation.read(form.AllocationForm);
  const phrases = files.phrases.read(form.PhrasesForm);
  const routeFiles = (order?.routes ?? []).map((id) => ({ id, file: open(`routes/${id}.yaml`) }));
  const routeForms = routeFiles.map(({ file }) => file.read(form.RouteForm));
  if (!order || !facts || !shared || !definitions || !catalogue || !allocation || !phrases || faults.length > 0) {
    throw new RulesError(faults);
  }

  const sourced = <Form extends { quotes: form.QuoteForm[] }>(file: YamlFile, path: DataPath, item: Form) => ({
    ...item,
    quotes: item.quotes.flatMap((quote, index) => {
      const at = [...path, 'quotes', index];
      const document = documents.get(quote.document);
      if (document === undefined) {
        file.report([...at, 'document'], `onbekend document "${quote.document}"; de documenten staan in sources.yaml`);
        return [];
      }
      const found = findQuote(document, quote.text, quote.page);
      if ('fault' in found) {
        file.report([...at, 'text'], found.fault);
        return [];
      }
      return [{ documentId: document.id, ...found }];
    }),
  });
  const unique = (file: YamlFile, path: DataPath, items: readonly { id: string }[]): void =>
    items.forEach(({ id }, index) => {
      if (items.findIndex((other) => other.id === id) < index) file.report([...path, index, 'id'], `"${id}" staat er twee keer`);
    });

  checkFacts(facts, files.facts);
  unique(files.order, ['routes'], order.routes.map((id) => ({ id })));
  reportStrayRoutes(rulesDir, order.routes, files.order);

  const sharedWarnings = shared.warnings.map((warning, index) => {
    const path = ['warnings', index];
    for (const id of warning.routes.filter((id) => !order.routes.includes(id))) {
      files.shared.report([...path, 'routes'], `onbekende route "${id}"; de routes staan in rules.yaml`);
    }
    const { routes: ids, ...remark } = sourced(files.shared, path, warning);
    const known = !remark.when || checkCondition(remark.when, facts, [...path, 'when'], (at, why) => files.shared.report(at, why));
    return { ids, remark: remark as Remark, known };
  });
  unique(files.shared, ['warnings'], shared.warnings);

  const routes = routeFiles.flatMap(({ id, file }, index): Route[] => {
    const route = routeForms[index];
    if (route === undefined) return [];
    const report = (path: DataPath, reason: string): void => file.report(path, reason);
    if (route.id !== id) report(['id'], `de id "${route.id}" past niet bij de bestandsnaam; schrijf "${id}"`);
    const parts = ['conditions', 'warnings', 'nextSteps'] as const;
    for (const part of parts) unique(file, [part], route[part]);
    checkPeriods(route.periods, report);
    const known = parts.flatMap((part) =>
      route[part].map(({ when }, at) => when === undefined || checkCondition(when, facts, [part, at, 'when'], report)),
    );
    const list = <Item extends { quotes: form.QuoteForm[] }>(part: string, items: Item[]) =>
      items.map((item, at) => sourced(file, [part, at], item));
    const own = list('warnings', route.warnings) as Remark[];
    const mine = sharedWarnings.filter(({ ids }) => ids.includes(id));
    for (const { remark } of mine) {
      const at = own.findIndex((warning) => warning.id === remark.id);
      if (at >= 0) report(['warnings', at, 'id'], `"${remark.id}" staat ook in shared.yaml voor deze route`);
    }
    const loaded: Route = {
      ...route,
      payment: sourced(file, ['payment'], route.payment),
      periods: list('periods', route.periods) as Route['periods'],
      conditions: list('conditions', route.conditions),
      warnings: [...own, ...mine.map(({ remark }) => remark)],
      nextSteps: list('nextSteps', route.nextSteps) as Remark[],
    };
    if (known.every(Boolean) && mine.every((warning) => warning.known)) checkLogic(loaded, facts, report);
    return [loaded];
  });
  const ids = routes.map(({ title }) => ({ id: title }));
  ids.forEach(({ id: title }, index) => {
    if (ids.findIndex((other) => other.id === title) < index) routeFiles[index]?.file.report(['title'], `een andere route heet ook "${title}"`);
  });
  reportUnusedFacts(facts, routes, files.facts);

  const parts = {
    facts: facts as Fact[],
    routes,
    definitions: definitions.map((item, index) => sourced(files.definitions, [index], item)),
    catalogue: catalogue.map((item, index) => sourced(files.catalogue, [index], item)) as RuleSet['catalogue'],
    allocation: {
      missing: allocation.missing.map((item, index) => sourced(files.allocation, ['missing', index], item)),
      notes: allocation.notes.map((item, index) => sourced(files.allocation, ['notes', index], item)),
    },
    phrases,
  };
  unique(files.definitions, [], definitions);
  unique(files.catalogue, [], catalogue);
  unique(files.allocation, ['missing'], allocation.missing);
  unique(files.allocation, ['notes'], allocation.notes);
  checkPhrases(phrases, facts, order.routes, files.phrases);
  if (faults.length === 0) checkCatalogue(parts, catalogue, files.catalogue);
  if (faults.length > 0) throw new RulesError(faults);
  return { ...parts, sha256: hashOf(parts, documents) };
}

function checkFacts(facts: readonly form.FactForm[], file: YamlFile): void {
  facts.forEach(({ id, answers }, index) => {
    if (facts.findIndex((fact) => fact.id === id) < index) file.report([index, 'id'], `het feit "${id}" staat er twee keer`);
    answers.forEach(({ value }, at) => {
      if (answers.findIndex((answer) => answer.value === value) < at) {
        file.report([index, 'answers', at, 'value'], `de waarde "${value}" staat er twee keer`);
      }
    });
  });
}

function reportStrayRoutes(rulesDir: string, listed: readonly string[], file: YamlFile): void {
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

function reportUnusedFacts(facts: readonly form.FactForm[], routes: readonly Route[], file: YamlFile): void {
  const used = JSON.stringify(routes.map(({ conditions }) => conditions.map(({ when }) => when)));
  facts.forEach(({ id }, index) => {
    if (!used.includes(`"fact":${JSON.stringify(id)}`)) file.report([index, 'id'], `het feit "${id}" ${notUsed} in een voorwaarde van een route`);
  });
}

function checkPhrases(phrases: form.PhrasesForm, facts: readonly Fact[], routes: readonly string[], file: YamlFile): void {
  phrases.routes.forEach(({ route }, index) => {
    if (!routes.includes(route)) file.report(['routes', index, 'route'], `onbekende route "${route}"`);
  });
  const stated = (at: DataPath, { fact, value }: StatedFact): void => {
    checkCondition({ fact, is: value }, facts, at, (path, reason) => file.report(path, reason));
  };
  phrases.facts.forEach((item, index) => stated(['facts', index], item));
  stated(['pair'], phrases.pair);
  const sectors = facts.find(({ id }) => id === 'sector')?.answers.map(({ value }) => value) ?? [];
  phrases.professions.forEach((profession, index) => {
    if (profession.joined) stated(['professions', index, 'joined'], profession.joined);
    for (const sector of profession.sectors.filter((sector) => !sectors.includes(sector))) {
      file.report(['professions', index, 'sectors'], `onbekende sector "${sector}"`);
    }
  });
}

/** Every entry of the catalogue is carried by a text with its quote, or says why not; every reference exists. */
function checkCatalogue(rules: Omit<RuleSet, 'sha256'>, entries: form.CatalogueForm, file: YamlFile): void {
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

/** Hash of what decides and of the texts shown: it changes with a rule, a text or a quoted sentence, not with a comment. */
function hashOf(rules: Omit<RuleSet, 'sha256'>, documents: ReadonlyMap<string, CanonicalDocument>): string {
  const quoted = ({ documentId, start, end }: Quote): string => `${documentId}: ${documents.get(documentId)?.text.slice(start, end)}`;
  const { facts, routes, allocation } = rules;
  const text = JSON.stringify({ facts, routes, allocation }, (key, value: unknown) => {
    if (key === 'quotes') return (value as SourcedText['quotes']).map(quoted);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(text).digest('hex');
}
