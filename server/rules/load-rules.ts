import { createHash } from 'node:crypto';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { FileFault } from '../text/file-fault.ts';
import { checkFacts, checkPitfalls, checkTogether, reportRepeated, reportUnusedFacts } from './check-references.ts';
import { loadRoutes } from './load-routes.ts';
import { locateQuotes } from './locate-quotes.ts';
import { RulesError } from './rule-faults.ts';
import { readRuleFiles } from './rule-files.ts';
import type { RuleSet } from './rule-set.ts';
import type { Quote, SourcedText } from './sourced-text.ts';

/**
 * Reads and checks everything below `corpus/routes/` and finds every quote in its document. Whether the scenarios come
 * out is another matter: see `checkScenarios`.
 * @param rulesDir folder with a file for each route and `common/`
 * @param documents canonical documents by id, as the index holds them
 * @throws RulesError with file, line and reason of every fault at once
 */
export function loadRules(rulesDir: string, documents: ReadonlyMap<string, CanonicalDocument>): RuleSet {
  const faults: FileFault[] = [];
  const forms = readRuleFiles(rulesDir, faults);
  const { files, facts } = forms;
  const texts = locateQuotes(files.texts, forms.texts, documents);

  checkFacts(facts, files.facts);
  const routes = loadRoutes(forms, texts.warnings, documents);
  reportUnusedFacts(facts, routes, files.facts);
  reportRepeated(files.texts, ['definitions'], texts.definitions.map(({ id }) => id));
  reportRepeated(files.texts, ['allocation', 'missing'], texts.allocation.missing.map(({ id }) => id));
  reportRepeated(files.texts, ['allocation', 'notes'], texts.allocation.notes.map(({ id }) => id));
  checkPitfalls(texts.pitfalls, routes, files.texts);
  checkTogether(texts.together, facts, files.texts);
  if (faults.length > 0) throw new RulesError(faults);
  const { definitions, pitfalls, allocation, together, asksToBePaid } = texts;
  const rules = { facts, routes, definitions, pitfalls, allocation, together, asksToBePaid };
  return { ...rules, sha256: hashOf(rules, documents) };
}

/** Hash of what decides and of the texts shown: it changes with a rule, a text or a quoted sentence, not with a comment or scenario. */
function hashOf(rules: Omit<RuleSet, 'sha256'>, documents: ReadonlyMap<string, CanonicalDocument>): string {
  const quoted = ({ documentId, start, end }: Quote): string =>
    `${documentId}: ${documents.get(documentId)?.text.slice(start, end)}`;
  const { facts, allocation, together } = rules;
  const routes = rules.routes.map(({ scenarios: _, order: __, ...route }) => route);
  const text = JSON.stringify({ facts, routes, allocation, together }, (key, value: unknown) => {
    if (key === 'quotes') return (value as SourcedText['quotes']).map(quoted);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(text).digest('hex');
}
