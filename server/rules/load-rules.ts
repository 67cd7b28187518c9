import { createHash } from 'node:crypto';
import type { CanonicalDocument } from '../corpus/document.ts';
import {
  checkCatalogue,
  checkFacts,
  checkPitfalls,
  reportRepeated,
  reportStrayRoutes,
  reportUnusedFacts,
} from './check-references.ts';
import { loadRoutes } from './load-routes.ts';
import { QuoteFinder } from './quote-finder.ts';
import { readRuleFiles } from './rule-files.ts';
import { RulesError } from './rule-faults.ts';
import type { FileFault } from '../text/file-fault.ts';
import type { RuleSet } from './rule-set.ts';
import type { Quote, SourcedText } from './sourced-text.ts';

/**
 * Reads and checks everything below `corpus/rules/` and finds every quote in its document.
 * @param rulesDir folder with `rules.yaml`, `facts.yaml`, `routes/` and the rest
 * @param documents canonical documents by id, as the index holds them
 * @throws RulesError with file, line and reason of every fault at once
 */
export function loadRules(rulesDir: string, documents: ReadonlyMap<string, CanonicalDocument>): RuleSet {
  const faults: FileFault[] = [];
  const forms = readRuleFiles(rulesDir, faults);
  const { files, order, facts, definitions, pitfalls, catalogue, allocation } = forms;
  const quotes = new QuoteFinder(documents);

  checkFacts(facts, files.facts);
  reportRepeated(files.order, ['routes'], order.routes);
  reportStrayRoutes(rulesDir, order.routes, files.order);
  const routes = loadRoutes(forms, quotes);
  reportUnusedFacts(facts, routes, files.facts);
  reportRepeated(files.definitions, [], definitions.map(({ id }) => id));
  reportRepeated(files.catalogue, [], catalogue.map(({ id }) => id));
  reportRepeated(files.allocation, ['missing'], allocation.missing.map(({ id }) => id));
  reportRepeated(files.allocation, ['notes'], allocation.notes.map(({ id }) => id));
  checkPitfalls(pitfalls, routes, files.pitfalls);
  const rules = {
    facts,
    routes,
    definitions: quotes.findAll(files.definitions, [], definitions),
    pitfalls,
    catalogue: quotes.findAll(files.catalogue, [], catalogue) as RuleSet['catalogue'],
    allocation: {
      missing: quotes.findAll(files.allocation, ['missing'], allocation.missing),
      notes: quotes.findAll(files.allocation, ['notes'], allocation.notes),
    },
  };
  // With other faults about, this would only repeat them: a quote that was not found carries nothing.
  if (faults.length === 0) checkCatalogue(rules, catalogue, files.catalogue);
  if (faults.length > 0) throw new RulesError(faults);
  return { ...rules, sha256: hashOf(rules, documents) };
}

/** Hash of what decides and of the texts shown: it changes with a rule, a text or a quoted sentence, not with a comment. */
function hashOf(rules: Omit<RuleSet, 'sha256'>, documents: ReadonlyMap<string, CanonicalDocument>): string {
  const quoted = ({ documentId, start, end }: Quote): string =>
    `${documentId}: ${documents.get(documentId)?.text.slice(start, end)}`;
  const { facts, routes, allocation } = rules;
  const text = JSON.stringify({ facts, routes, allocation }, (key, value: unknown) => {
    if (key === 'quotes') return (value as SourcedText['quotes']).map(quoted);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(text).digest('hex');
}
